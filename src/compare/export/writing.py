"""Writing a report where the user wants it, so that nothing is ever lost on the way.

A report is written beside its target and moved over it in one step (:mod:`~compare.export.replacing`): a full disk or a
pulled plug leaves the old one as it was. What may be written over is said by :mod:`~compare.export.targets`.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from compare import stdout
from compare.errors import OutputFailed, OutputRefused, UsageError, reason_of
from compare.export.options import FORMATS, PLAIN, SUFFIXES, Format, Options
from compare.export.rendering import render
from compare.export.replacing import replace_file
from compare.export.targets import in_place, inputs_of, refuse_input, refuse_loss, refuse_name
from compare.model.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import Comparison, CoverageSet


def write(
    comparison: Comparison,
    target: str,
    *,
    format: str | None = None,
    force: bool = False,
    width: int = 80,
    options: Options = PLAIN,
) -> str:
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

    Returns:
        What was written to the target.

    Raises:
        UsageError: the format is unknown, the suffix names none, or the options do not fit it.
        OutputRefused: the target is an input, a folder, in a folder that is missing, or holds something else.
        OutputFailed: the system refused to write; what stood at the target before still stands there.
        BrokenPipeError: nobody reads the pipe any more.
    """
    inputs = inputs_of(comparison.coverage)
    wanted = check(target, inputs, format=format, force=force, options=options)
    alone = target == "-" or in_place(Path(target))
    more = {} if alone else _beside(comparison, target, wanted, options)
    names = {article: path.name for article, (path, _) in more.items()}
    report = render(comparison, wanted, width=width, options=options, beside=names)
    try:
        for path, _ in more.values():  # those of csv have been checked, but articles are known only now
            refuse_input(path, str(path), inputs)
            refuse_loss(path, str(path), force=force)
        if target == "-":
            stdout.put(report)
        elif alone:
            with Path(target).open("ab") as file:  # /dev/stdout may be a log that the shell appends to
                file.write(report.encode())
        else:
            for path, text in more.values():  # first, so that a report leads to no file that is not there
                replace_file(path.resolve(), text.encode())
            replace_file(Path(target).resolve(), report.encode())
    except BrokenPipeError:  # whoever read, such as head, has seen enough: no failure to tell of
        raise
    except OSError as error:
        raise OutputFailed(target, reason_of(error)) from error
    return report


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
    refuse_name(target)
    path = Path(target)
    try:
        if path.is_symlink():
            with suppress(FileNotFoundError):  # a link to what is not there yet is followed; one in a circle raises
                path.stat()
        if target != "-" and path.is_dir():
            raise OutputRefused(target, "is a folder", f"name a file in it, such as {path / 'report.md'}")
        special = target == "-" or in_place(path)
        wanted = _format(target, format, "md" if special else None)
        options.check(wanted)
        written = {path: target}
        if wanted == "csv" and not special:
            written |= {table: str(table) for table in _tables_beside(target, options).values()}
        for file, name in written.items() if target != "-" else ():
            refuse_input(file, name, inputs)
            if not special:
                refuse_loss(file, name, force=force)
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle; letters no name has
        raise OutputFailed(target, reason_of(error)) from error
    return wanted


def replaced(coverage: CoverageSet, target: str, options: Options = PLAIN) -> tuple[str, ...]:
    """Return the files that a report would replace, written to a target that :func:`check` has passed: the target, and
    what ``csv`` and the profile ``pr`` have beside it. A pipe or a device is not replaced."""
    path = Path(target)
    if target == "-" or in_place(path):
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
        what = f"a report cannot be written as {asked}" if asked else "the name does not say which format is meant"
        raise UsageError(f"{target}: {what}; use {listed(FORMATS, 'or')}")
    return chosen
