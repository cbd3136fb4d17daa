"""Plain text and Markdown: bytes to a document, with what header lines or front matter say of it."""

from __future__ import annotations

from dataclasses import replace

from compare.errors import SourceEmpty
from compare.loading.blocks import lines_of
from compare.loading.decode import decode
from compare.loading.document import Document, text_document
from compare.loading.fields import Said
from compare.loading.front_matter import front_lines, read_front
from compare.loading.header_lines import header_lines, read_headers
from compare.loading.metadata import UNKNOWN


def text(data: bytes, name: str) -> Document:
    """Read a plain text.

    Raises:
        SourceUnsupported: the bytes are another format.
        SourceNotText: they are no text at all.
        SourceEmpty: the text is empty.
    """
    return _document(data, name, "text")


def markdown(data: bytes, name: str) -> Document:
    """Read a Markdown text; raises as :func:`text` does."""
    return _document(data, name, "markdown")


def _document(data: bytes, name: str, extractor: str) -> Document:
    decoded = decode(data, name)
    if not decoded.text.strip():
        raise SourceEmpty(name)
    lines = lines_of(decoded.text)
    front = front_lines(decoded.text, lines) if extractor == "markdown" else 0
    headers = lines[: 0 if front else header_lines(decoded.text, lines)]
    said = Said(UNKNOWN)
    if front:
        said = read_front(decoded.text, lines[:front])
    elif headers:
        said = read_headers(decoded.text, headers)
    document = text_document(decoded.text, extractor, said.metadata, headers)
    return replace(document, warnings=(*decoded.warnings, *not_understood(name, said)))


def not_understood(name: str, said: Said) -> tuple[str, ...]:
    """Return a warning for each thing a source says of itself and that was not understood."""
    return tuple(f"{name}: {puzzle} is not understood and left out" for puzzle in said.puzzles)
