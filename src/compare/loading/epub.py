"""EPUB: a magazine or a collection, each chapter with enough reporting a document of its own.

Read with the standard library alone: the format is a zip archive of XHTML with a list of chapters, and the library for
it, ebooklib, is under the AGPL.
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from compare.errors import SourceBroken, SourceEmpty, SourceError, SourceLocked, SourceTooHeavy, SourceTooLarge
from compare.loading import xhtml
from compare.loading.archive import Archive
from compare.loading.blocks import REPORTING, words_in
from compare.loading.contents import Contents, Part
from compare.loading.document import Document
from compare.loading.metadata import Metadata, over, without
from compare.loading.pieces import document_of, said
from compare.loading.roles import paragraphs_in
from compare.loading.xml import Parser, attribute, local, text_of

WHAT = "an EPUB file"

CHAPTERS = 200
"""Chapters of one file; an issue of a weekly has about a hundred articles."""

ENOUGH = 40
"""Words of reporting from which on a chapter is a report; a cover, an imprint or a dedication has fewer."""

_PACKAGE = "EPUB package"
_PAGES = ("application/xhtml+xml", "text/html")


def documents(data: bytes, name: str) -> Contents:
    """Read the chapters of an EPUB file in their order, those with enough reporting; if none has, those with any words.

    A chapter that cannot be read is refused alone. Each is called by its place in the book, as in ``issue.epub#3``.

    Raises:
        SourceBroken: it is no EPUB file, or one of which no chapter can be read.
        SourceLocked: its chapters are encrypted.
        SourceTooHeavy: it has more than :data:`CHAPTERS` chapters, or unpacks to more than reports can hold.
        SourceEmpty: no chapter holds words.
    """
    archive = Archive(data, name, WHAT)
    parser = Parser(name, WHAT)
    path = _package_path(archive, parser)
    package = parser.parse(archive.read(path))
    chapters = tuple(dict.fromkeys(_chapters(package, posixpath.dirname(path))))
    if len(chapters) > CHAPTERS:
        raise SourceTooHeavy(name, f"has {len(chapters):,} chapters, more than the {CHAPTERS} that are read")
    locked = archive.find("META-INF/encryption.xml")
    if locked and _encrypted(parser.parse(locked)).intersection(chapters):
        raise SourceLocked(name)
    metadata = _metadata(package)
    found: list[tuple[int, Document]] = []
    broken: dict[int, SourceError] = {}
    for number, chapter in enumerate(chapters, 1):
        try:
            if document := _chapter(parser.parse(archive.read(chapter)), name, metadata):
                found.append((number, document))
        except (SourceBroken, SourceTooLarge) as error:  # the other chapters can be read all the same
            broken[number] = error
    told = [each for each in found if _reporting(each[1]) >= ENOUGH] or found
    if not told:
        raise next(iter(broken.values()), SourceEmpty(name))
    if len(told) > 1:  # the title of a whole issue is that of no article in it
        told = [(number, replace(document, metadata=without(document.metadata, "title"))) for number, document in told]
    refused = tuple(SourceError(f"{name}#{n}", error.reason, error.advice) for n, error in broken.items())
    alone = len(told) == 1
    parts = tuple(Part(name if alone else f"{name}#{number}", document) for number, document in told)
    return Contents(parts, refused=refused)


def _package_path(archive: Archive, parser: Parser) -> str:
    container = parser.parse(archive.read("META-INF/container.xml"))
    paths = (attribute(element, "full-path") for element in container.iter() if local(element.tag) == "rootfile")
    if path := next(paths, None):
        return path
    raise SourceBroken(archive.name, WHAT, "it names no package")


def _chapters(package: ET.Element, folder: str) -> Iterator[str]:
    """Yield the parts that are to be read one after the other, but for the table of contents."""
    items = {attribute(item, "id"): item for item in package.iter() if local(item.tag) == "item"}
    for reference in package.iter():
        item = items.get(attribute(reference, "idref")) if local(reference.tag) == "itemref" else None
        if item is None or "nav" in attribute(item, "properties").split():
            continue
        if attribute(item, "media-type") in _PAGES:
            yield posixpath.normpath(posixpath.join(folder, unquote(urlsplit(attribute(item, "href")).path)))


def _encrypted(encryption: ET.Element) -> set[str]:
    """Return the parts that are encrypted; fonts often are where the text is free."""
    references = (element for element in encryption.iter() if local(element.tag) == "CipherReference")
    return {posixpath.normpath(unquote(attribute(reference, "URI"))) for reference in references}


def _chapter(root: ET.Element, name: str, metadata: Metadata) -> Document | None:
    own = over(said(_PACKAGE, language=attribute(root, "lang")), metadata)
    try:
        return document_of(paragraphs_in(root, xhtml.role), name, "epub", own)
    except SourceEmpty:
        return None  # a page of pictures


def _reporting(document: Document) -> int:
    return sum(words_in(document.text[b.words : b.end]) for b in document.blocks if b.kind in REPORTING)


def _metadata(package: ET.Element) -> Metadata:
    return said(
        _PACKAGE,
        title=text_of(package, "title"),
        author=text_of(package, "creator"),
        published=text_of(package, "date"),
        language=text_of(package, "language"),
    )
