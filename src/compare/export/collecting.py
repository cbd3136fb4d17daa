"""Collecting a coverage set: its texts as files of their own, beside a manifest that opens as the same set again.

Whatever an article was read from, its text becomes a text file, character for character, and what is known of it an
entry of the manifest. Where a text file read alone would be parted otherwise, as that of a page would, the entry keeps
the paragraphs too. Files are named by the article's id, so collecting again writes the same files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from compare.errors import OutputFailed, OutputRefused, SourceError, reason_of
from compare.export.names import file_name as named
from compare.export.replacing import replace_file
from compare.export.targets import inputs_of, refuse_input, refuse_loss, refuse_name
from compare.loading.article import article_from
from compare.loading.kept import kept_of, lines_for
from compare.loading.manifest import LANGUAGE, LONGEST
from compare.loading.metadata import Metadata
from compare.loading.reading import described
from compare.loading.timestamps import iso
from compare.model import Article, CoverageSet
from compare.model.ours import FIRST_OF_SET

_SAID = tuple("outlet label title published url author modified retrieved language notes".split())  # noqa: SIM905
"""What an entry says of its article in words, in this order."""


def collect(coverage: CoverageSet, target: str, *, force: bool = False) -> tuple[str, ...]:
    """Write the texts of a coverage set and its manifest.

    Args:
        coverage: what to keep.
        target: path of the manifest. Its folder is made if only that is missing.
        force: write over files that hold something else.

    Returns:
        The paths of all files of the set.

    Raises:
        OutputRefused: a file is an input, holds something else, or cannot be placed; nothing is written then.
        OutputFailed: the system refused to write.
    """
    inputs = inputs_of(coverage)
    check(target, inputs, force=force)
    folder = Path(target).parent
    files = {folder / file_name(a): a for a in coverage.displayed()}
    try:
        for path, article in files.items():
            _check_text(path, article, inputs, force=force)
        folder.mkdir(exist_ok=True)
        for path, article in files.items():
            replace_file(path.resolve(), article.text.encode())
        # last, so that a manifest names no file that is not there
        replace_file(Path(target).resolve(), manifest_text(coverage).encode())
    except OSError as error:
        raise OutputFailed(target, reason_of(error)) from error
    return (*map(str, files), target)


def check(target: str, inputs: Iterable[str], *, force: bool = False) -> None:
    """Raise what :func:`collect` would raise of the manifest before it writes, so that it is said before the work."""
    refuse_name(target)
    path = Path(target)
    try:
        if path.is_dir():
            raise OutputRefused(target, "is a folder", f"name a manifest in it: {path / 'coverage.toml'}")
        refuse_input(path, target, inputs)
        if path.exists() and not path.is_file():
            raise OutputRefused(target, "is no file, and a set is collected beside it", "name a file")
        if path.is_symlink() or path.parent.exists() or not path.parent.parent.is_dir():
            refuse_loss(path, target, force=force)
    except (OSError, RuntimeError, ValueError) as error:
        raise OutputFailed(target, reason_of(error)) from error


def _check_text(path: Path, article: Article, inputs: Iterable[str], *, force: bool) -> None:
    refuse_input(path, str(path), inputs)
    if path.is_file() and path.read_bytes() == article.text.encode():
        return
    if path.is_dir():
        raise OutputRefused(str(path), "is a folder", "collect into another one")
    if (path.exists() or path.is_symlink()) and not force:
        raise OutputRefused(str(path), "exists and holds something else", "use --force to write over it")


def file_name(article: Article) -> str:
    """Return the name of the file that an article is collected in.

    >>> from compare.loading.document import text_document
    >>> file_name(article_from(text_document("Nine were hurt.", "text", Metadata(outlet="Le Journal d’été")), "x"))
    'le-journal-d-ete-b8f77d7e.txt'
    """
    return named(article, ".md" if article.extractor == "markdown" else ".txt")


def manifest_text(coverage: CoverageSet) -> str:
    """Return the manifest of a coverage set, its articles in the order of display."""
    title = f"title = {_quoted(coverage.title)}\n" if coverage.title else ""
    notes = dict(coverage.notes)
    entries = ("\n".join(_entry(a, notes.get(a.source))) for a in coverage.displayed())
    return f"{FIRST_OF_SET}\n{title}" + "".join(f"\n[[article]]\n{entry}\n" for entry in entries)


def _entry(article: Article, notes: str | None) -> Iterator[str]:
    said = Metadata(
        outlet=article.outlet,
        label=None if article.outlet else article.label.removesuffix("?"),
        title=article.title or None,
        published=iso(article.published or ""),
        url=article.url,
        author=article.author,
        modified=iso(article.modified or ""),
        language=article.language if re.search(LANGUAGE, article.language) else None,
        complete=None if article.complete else False,
        retrieved=iso(article.retrieved or ""),
        notes=notes,
        origins=article.origins,
    )
    yield f"source = {_quoted(file_name(article))}"
    for name in _SAID:
        if value := getattr(said, name):
            yield f"{'date' if name == 'published' else name} = {_quoted(value[:LONGEST])}"
    if said.complete is False:
        yield "complete = false"
    if said.origins:
        yield f"origins = {{ {', '.join(f'{_quoted(key)} = {_quoted(place)}' for key, place in said.origins)} }}"
    if not _opens_the_same(article, said):
        kept = kept_of(article)
        yield f"extractor = {_quoted(kept.extractor)}"
        yield f"sha256 = {_quoted(kept.sha256)}"
        yield f'blocks = """\n{_escaped(lines_for(kept.blocks))}"""'


def _opens_the_same(article: Article, said: Metadata) -> bool:
    """Whether the file alone, and what the manifest says, make the same article."""
    try:
        found = described(article.text.encode(), file_name(article), said)
    except SourceError:  # a text that begins as a file of another format does
        return False
    if len(found.parts) != 1 or found.articles or found.warnings or found.parts[0].document.warnings:
        return False
    again = article_from(found.parts[0].document, article.source)
    return again == replace(
        article, label=again.label, retrieved=again.retrieved, published=again.published, modified=again.modified
    )


def _quoted(text: str) -> str:
    """Return a TOML string. What JSON escapes, TOML reads, and it wants one character more escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _escaped(lines: str) -> str:
    """Return the inside of a TOML string of several lines."""
    return "\n".join(_quoted(line)[1:-1] for line in lines.split("\n"))
