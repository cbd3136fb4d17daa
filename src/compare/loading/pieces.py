"""Pieces of a document whose format knows its paragraphs, and the document that is rendered from them.

A format gives its paragraphs as pieces; here they become a text of our own, a blank line between any two, and what the
format does not say is found as in plain text: furniture, list items, headings and the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.errors import SourceEmpty, SourceTooLarge
from compare.loading.blocks import Block
from compare.loading.document import Document
from compare.loading.formats import LIMIT
from compare.loading.furniture import furnished
from compare.loading.headings import settled, with_headings
from compare.loading.language import primary
from compare.loading.metadata import Metadata, found_at, without
from compare.loading.paragraphs import BULLET, block_of, with_numbers
from compare.loading.timestamps import iso
from compare.model import ParagraphKind

BREAK = "\v"
"""Stands for a line break that the author set, in words not yet cleaned. No XML text can hold it."""

ITEM = "• "
"""Set before the item of a list, whose own mark is no part of the words in any of the formats."""

_PARTING = re.compile(rf"{BREAK}(?:\s*{BREAK})+")

UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
"""Controls, but those that are white space, and format characters that would cut a word in two."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: its clean words, and its kind and the reason of furniture if the format tells; ``None`` if not."""

    words: str
    kind: ParagraphKind | None = None
    reason: str | None = None


def pieces_of(raw: str, kind: ParagraphKind | None = None, reason: str | None = None) -> Iterable[Piece]:
    """Clean the words of a paragraph. Two line breaks in a row part it in two; nothing is yielded for none."""
    for part in _PARTING.split(raw):
        lines = (" ".join(UNSEEN.sub("", line).split()) for line in part.split(BREAK))
        if words := "\n".join(line for line in lines if line):
            yield Piece(words, kind, reason)


def document_of(pieces: Sequence[Piece], name: str, extractor: str, metadata: Metadata) -> Document:
    """Render pieces to a document.

    The headline that stands in the text is believed before the title of the document's properties, which is often that
    of a template or a file name; so that title is kept only where the text has none.

    Raises:
        SourceEmpty: the pieces hold no words.
        SourceTooLarge: they hold more than a source may have.
    """
    if not any(letter.isalnum() for piece in pieces for letter in piece.words):
        raise SourceEmpty(name)
    shown = [ITEM + p.words if p.kind is ParagraphKind.LIST and not BULLET.match(p.words) else p.words for p in pieces]
    text = "\n\n".join(shown) + "\n"
    if len(text) > LIMIT:
        raise SourceTooLarge(name, len(text), LIMIT)
    known = list(_blocks(text, pieces, shown))
    found = settled(text, furnished(text, with_headings(text, with_numbers(text, known))))
    document = Document(text, extractor, tuple(_trusted(pieces, found)), metadata)
    return replace(document, metadata=without(metadata, "title")) if document.title else document


def said(place: str, **values: str | None) -> Metadata:
    """Return metadata of what one place in a file says. A language becomes its code; what is empty, no language or no
    date is left out."""
    return found_at(place, **{key: _MEANT.get(key, _folded)(value) for key, value in values.items() if value})


def _folded(value: str) -> str:
    return " ".join(UNSEEN.sub("", value).split())


_MEANT: Mapping[str, Callable[[str], str | None]] = {"language": primary, "published": iso, "modified": iso}
"""What is made of a value that is no mere words."""


def _blocks(text: str, pieces: Sequence[Piece], shown: Sequence[str]) -> Iterable[Block]:
    at = 0
    for piece, words in zip(pieces, shown, strict=True):
        end = at + len(words)
        block = block_of(text, at, end)
        if piece.kind is not None:
            # a title counts as a heading until it is known which one heads the text
            kind = ParagraphKind.HEADING if piece.kind is ParagraphKind.TITLE else piece.kind
            begun = block.words if kind is block.kind else at
            block = Block(kind, at, end, begun, piece.reason)
        yield block
        at = end + 2


def _trusted(pieces: Sequence[Piece], found: Sequence[Block]) -> Iterable[Block]:
    """Give titles and headings that the format knows their kind back, unless they turned out to be furniture."""
    titled = any(
        piece.kind is ParagraphKind.TITLE and block.kind is not ParagraphKind.FURNITURE
        for piece, block in zip(pieces, found, strict=True)
    )
    before: ParagraphKind | None = None
    for piece, block in zip(pieces, found, strict=True):
        kind = block.kind
        if kind in (ParagraphKind.FURNITURE, ParagraphKind.CAPTION):
            yield block
            continue
        if piece.kind is ParagraphKind.TITLE:
            kind = ParagraphKind.TITLE
        elif titled and kind is ParagraphKind.TITLE:
            kind = ParagraphKind.HEADING  # a line above the title
        elif piece.kind is ParagraphKind.HEADING and ParagraphKind.TITLE not in (before, kind):
            kind = ParagraphKind.HEADING  # unless it comes after a title: there it may be a standfirst
        yield replace(block, kind=kind)
        before = kind
