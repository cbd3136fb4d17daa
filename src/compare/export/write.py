"""Writing a report where the user wants it, so that nothing is ever lost on the way.

The only place in :mod:`compare.export` that touches the world. A report is written beside its target and moved over it
in one step: a full disk or a pulled plug leaves the old one as it was. Inputs are never written over, other files only
with ``force``.
"""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal, TypeAlias

from compare import stdout
from compare.errors import OutputFailed, OutputRefused, UsageError
from compare.export.options import PLAIN, Options
from compare.export.replacing import replace_file
from compare.model.ours import START, is_ours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from compare.model import Comparison, CoverageSet
    from compare.review import Review

Format: TypeAlias = Literal["md", "html", "json", "csv", "txt", "jsonld"]

FORMATS: tuple[Format, ...] = ("md", "html", "json", "csv", "txt")
"""The formats a report can be written in; each is also the suffix that chooses it."""

SUFFIXES: tuple[Format, ...] = (*FORMATS, "jsonld")
"""All that can be written: reports, and the reader's marks alone as web annotations."""


def render(
    comparison: Comparison,
    format: Format,
    *,
    width: int = 80,
    options: Options = PLAIN,
    beside: Mapping[str, str] | None = None,
) -> str:
    """Return the report of a comparison in a format: of ``csv`` the main table. ``width`` is that of plain text.

    ``beside`` names the files beside the profile ``pr`` that hold the annotated articles, by the article's id.

    Raises:
        UsageError: the options do not fit together, or not to the format.
    """
    options.check(format)
    # each renderer is imported where it is used: pydantic, which JSON needs, takes longer than a whole text report
    if format == "md":
        return _markdown(comparison, options, beside)
    if format == "json":
        return _json(comparison, options.review)
    if format == "txt":
        from compare.export.text import text

        return text(comparison, width, options)
    if format == "csv":
        from compare.export.tables import table

        return table(comparison, options=options)
    if format == "html":
        from compare.export.full import html

        return html(comparison, options)
    return _annotations(comparison, options)


def _annotations(comparison: Comparison, options: Options) -> str:
    from compare.export.web_annotations import web_annotations

    assert options.review is not None, "the options have been checked"
    return web_annotations(comparison, options.review)


def _json(comparison: Comparison, review: Review | None) -> str:
    from compare import __version__
    from compare.analysis.wording import same_words
    from compare.model.schema import json_text

    if review is None:
        return json_text(comparison, __version__, same_words)
    from compare.export.hand_json import review_part

    return json_text(comparison, __version__, same_words, review_part(review))


def _markdown(comparison: Comparison, options: Options, beside: Mapping[str, str] | None) -> str:
    if options.profile == "pr":
        from compare.export.github import github

        return github(comparison, options, beside)
    if options.profile == "memo":
        from compare.export.memo import memo

        return memo(comparison, options)
    if options.profile == "paper":
        from compare.export.paper import paper

        return paper(comparison, options)
    from compare.export.full import markdown

    return markdown(comparison, options)


def write(
    comparison: Comparison,
    target: str,
    *,
    format: str | None = None,
    force: bool = False,
    width: int = 80,
    options: Options = PLAIN,
) -> None:
    """Write the report of a comparison; of ``csv`` the main table, and beside it a file for each other table; of the
    profile ``pr`` a file for each annotated article beside it.

    Args:
        comparison: what to report.
        target: a path, or ``-`` for standard output.
        format: one of :data:`SUFFIXES`; without it the target's suffix decides, and on ``-``, a pipe or a device
            ``md``.
        force: write over a file that is not a report.
        width: the width of plain text, in cells.
        options: profile, marks, how much is quoted, and the reader's marks.

    Raises:
        UsageError: the format is unknown, the suffix names none, or the options do not fit it.
        OutputRefused: the target is an input, a folder, in a folder that is missing, or holds something else.
        OutputFailed: the system refused to write; what stood at the target before still stands there.
        BrokenPipeError: nobody reads the pipe any more.
    """
    coverage = comparison.coverage
    inputs = [*coverage.inputs, *(article.source for article in coverage.articles)]
    wanted = check(target, inputs, format=format, force=force, options=options)
    alone = target == "-" or _in_place(Path(target))
    more = {} if alone else _beside(comparison, target, wanted, options)
    names = {article: path.name for article, (path, _) in more.items()}
    report = render(comparison, wanted, width=width, options=options, beside=names)
    try:
        for path, _ in more.values():  # those of csv have been checked, but articles are known only now
            refuse_input(path, str(path), inputs)
            refuse_loss(path, str(path), force=force)
        if target == "-":
            stdout.put(report)
        elif _in_place(Path(target)):
            with Path(target).open("ab") as file:  # /dev/stdout may be a log that the shell appends to
                file.write(report.encode())
        else:
            for path, text in more.values():  # first, so that a report leads to no file that is not there
                replace_file(path.resolve(), text.encode())
            replace_file(Path(target).resolve(), report.encode())
    except BrokenPipeError:  # whoever read, such as head, has seen enough: no failure to tell of
        raise
    except OSError as error:
        raise OutputFailed(target, error.strerror or str(error)) from error


def check(
    target: str,
    inputs: Iterable[str],
    *,
    format: str | None = None,
    force: bool = False,
    options: Options = PLAIN,
) -> Format:
    """Return the format a report would be written in, or raise what :func:`write` would raise before it writes.

    It lets the command line refuse a target before the work is done instead of after.
    """
    path = Path(target)
    try:
        if path.is_symlink():
            with suppress(FileNotFoundError):  # a link to what is not there yet is followed; one in a circle raises
                path.stat()
        if target != "-" and path.is_dir():
            raise OutputRefused(target, "is a folder", f"name a file in it, such as {path / 'report.md'}")
        special = target == "-" or _in_place(path)
        wanted = _format(target, format, "md" if special else None)
        options.check(wanted)
        written = {path: target}
        if wanted == "csv" and not special:
            written |= {table: str(table) for table in _tables_beside(target, options).values()}
        for file, name in written.items() if target != "-" else ():
            refuse_input(file, name, inputs)
            if not special:
                refuse_loss(file, name, force=force)
    except (OSError, RuntimeError, ValueError) as error:  # links that run in a circle; a zero byte in a name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise OutputFailed(target, reason) from error
    return wanted


def replaced(coverage: CoverageSet, target: str, options: Options = PLAIN) -> tuple[str, ...]:
    """Return the files that a report would replace, written to a target that :func:`check` has passed: the target, and
    what ``csv`` and the profile ``pr`` have beside it. A pipe or a device is not replaced."""
    path = Path(target)
    if target == "-" or _in_place(path):
        return ()
    if _format(target, None, None) == "csv":
        beside = _tables_beside(target, options)
    else:
        beside = _articles_beside(coverage, target, options)
    return tuple(str(file) for file in (path, *beside.values()) if file.exists())


def _beside(comparison: Comparison, target: str, format: Format, options: Options) -> dict[str, tuple[Path, str]]:
    """Return the files beside a report, and what they hold, by the table's name or the article's id."""
    if format == "csv":
        from compare.export.tables import table

        tables = _tables_beside(target, options).items()
        return {name: (path, table(comparison, name, options=options)) for name, path in tables}
    articles = _articles_beside(comparison.coverage, target, options)
    if not articles:
        return {}
    from compare.export.github import texts

    return {article: (articles[article], text) for article, text in texts(comparison, options).items()}


def _tables_beside(target: str, options: Options) -> dict[str, Path]:
    """The files beside the main table that hold the others, by the table's name."""
    from compare.export.tables import MAIN, tables

    path = Path(target)
    return {name: path.with_name(f"{path.stem}-{name}{path.suffix}") for name in tables(options) if name != MAIN}


def _articles_beside(coverage: CoverageSet, target: str, options: Options) -> dict[str, Path]:
    """The files beside a report of the profile ``pr`` that hold the annotated articles, by the article's id."""
    if options.profile != "pr" or options.quote_words is not None:
        return {}
    from compare.export.names import file_name

    path = Path(target)
    return {a.id: path.with_name(f"{path.stem}-{file_name(a, '.md')}") for a in coverage.articles}


def _format(target: str, named: str | None, default: Format | None) -> Format:
    asked = named or ("" if target == "-" else Path(target).suffix.lower().removeprefix("."))
    chosen = next((known for known in SUFFIXES if known == asked), None if asked else default)
    if chosen is None:
        have = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
        what = f"a report cannot be written as {asked} yet" if asked else "the name does not say which format is meant"
        raise UsageError(f"{target}: {what}; use {have}")
    return chosen


def _in_place(path: Path) -> bool:
    """Whether the target is a pipe or a device; a file behind /dev/stdout is one too, since the shell holds it open."""
    if names_device(path):
        return path.exists() and not path.is_dir()
    return path.exists() and not path.is_file() and not path.is_dir()


def names_device(path: PurePath) -> bool:
    """Whether a path is among those that the system keeps for devices and open files; ``C:\\dev`` is a folder like any
    other."""
    return path.parts[:1] == ("/",) and path.parts[1:2] in (("dev",), ("proc",))


def refuse_input(path: Path, target: str, inputs: Iterable[str]) -> None:
    """Refuse to write over an input, with OutputRefused. ``target`` is the path as the user wrote it."""
    for source in inputs:
        try:
            same = path.samefile(source)
        except (OSError, ValueError):  # an address, or a file that is gone
            continue
        if same:
            raise OutputRefused(target, "is one of the sources that are compared", "name another file")


def refuse_loss(path: Path, target: str, *, force: bool) -> None:
    """Refuse, with OutputRefused, to write over what is no report of ours, or where there is no folder."""
    from compare.export.tables import is_table

    folder = path.resolve().parent if path.is_symlink() else path.parent
    if not folder.exists():
        raise OutputRefused(
            target, f"there is no folder {folder}", f"make it with: mkdir -p {shlex.quote(str(folder))}"
        )
    if not folder.is_dir():
        raise OutputRefused(target, f"{folder} is not a folder", "name another file")
    if not path.exists():
        return
    if not os.access(path, os.W_OK):
        raise OutputRefused(target, "is write-protected", "name another file")
    with path.open("rb") as file:
        head = file.read(START)
    # nothing is lost with an empty file, such as one made by mktemp
    if head and not (is_ours(head) or is_table(head)) and not force:
        raise OutputRefused(
            target, "exists and is not a report of compare", "name another file, or use --force to write over it"
        )
