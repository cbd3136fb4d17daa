"""What every format comes down to: a text, the blocks it is made of, and what the source says about itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.loading import markdown, paragraphs
from compare.loading.blocks import Block, Line, lines_of
from compare.loading.furniture import furnished
from compare.loading.header_lines import header_blocks
from compare.loading.headings import settled
from compare.loading.metadata import UNKNOWN, Metadata
from compare.model import ParagraphKind


@dataclass(frozen=True, slots=True)
class Document:
    """One report before it has ids.

    Attributes:
        text: all of it, furniture included; every offset counts its code points.
        extractor: how it was got from the source, such as ``text``, ``markdown`` or ``html``.
        blocks: in the order of the text, without overlap; together they hold all that is not white space.
        metadata: what the source says about itself.
        warnings: what the user should know about how it was read, each naming the source.
    """

    text: str
    extractor: str
    blocks: tuple[Block, ...]
    metadata: Metadata = UNKNOWN
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The headline that stands in the text, without markup; empty if there is none."""
        title = next((self.text[b.words : b.end] for b in self.blocks if b.kind is ParagraphKind.TITLE), "")
        return markdown.plain(title) if self.extractor == "markdown" else title


def text_document(text: str, extractor: str, metadata: Metadata = UNKNOWN, headers: Sequence[Line] = ()) -> Document:
    """Find the blocks of a plain text, or of Markdown where ``extractor`` is ``markdown``.

    Args:
        text: the whole text.
        extractor: what to call the way it was got.
        metadata: what is known of it.
        headers: its first lines, if they are header lines.
    """
    lines = lines_of(text)[len(headers) :]
    found = markdown.blocks(text, lines) if extractor == "markdown" else paragraphs.blocks(text, lines)
    return Document(text, extractor, settled(text, (*header_blocks(headers), *furnished(text, found))), metadata)
