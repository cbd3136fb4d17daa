"""What a manifest that the program wrote keeps of an article besides its text: where the paragraphs are.

A page or a PDF knows its paragraphs, a text file of the same words does not. So the manifest lists them, one a line:
kind, start, end, where the words begin, and why it is furniture. Whoever changes the text makes the list void, which is
told by the hash that stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from compare.loading.blocks import Block
from compare.loading.decode import is_text
from compare.loading.document import Document
from compare.model import Article, ParagraphKind, one_line


@dataclass(frozen=True, slots=True)
class Kept:
    """The paragraphs of a text, and the hash of the text they are of.

    Attributes:
        extractor: how the text was got.
        sha256: hex digest of the text in UTF-8.
        blocks: in the order of the text.
    """

    extractor: str
    sha256: str
    blocks: tuple[Block, ...]


def kept_of(article: Article) -> Kept:
    """Return what is to be kept of an article."""
    words = {s.paragraph: s.start for s in reversed(article.sentences)}  # the first sentence of each begins its words
    blocks = (Block(p.kind, p.start, p.end, words.get(p.id, p.start), p.reason) for p in article.paragraphs)
    return Kept(article.extractor, article.sha256, tuple(blocks))


def lines_for(blocks: Sequence[Block]) -> str:
    """Write blocks, one a line; :func:`blocks_in` reads them."""
    return "".join(f"{b.kind} {b.start} {b.end} {b.words} {one_line(b.reason or '')}".rstrip() + "\n" for b in blocks)


def blocks_in(lines: str) -> tuple[Block, ...]:
    """Read blocks that stand one a line.

    Raises:
        ValueError: a line is no block; the message says which.
    """
    found: list[Block] = []
    past = 0
    for n, line in enumerate(lines.splitlines(), 1):
        try:
            kind, start, end, words, *reason = line.split(" ", 4)
            block = Block(ParagraphKind(kind), int(start), int(end), int(words), reason[0] if reason else None)
        except ValueError:
            raise ValueError(f"line {n} is not a kind and three numbers") from None
        furniture = block.kind is ParagraphKind.FURNITURE
        if not past <= block.start <= block.words < block.end or furniture is (block.reason is None):
            raise ValueError(f"line {n} does not follow from the one before")
        found.append(block)
        past = block.end
    return tuple(found)


def kept_document(data: bytes, kept: Kept) -> Document | None:
    """Return the document of a text that is still as it was kept, ``None`` if it was changed."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if sha256(data).hexdigest() != kept.sha256 or not is_text(text) or _is_left_out(text, kept.blocks):
        return None
    return Document(text, kept.extractor, kept.blocks)


def _is_left_out(text: str, blocks: Sequence[Block]) -> bool:
    """Whether words of a text, or a place beyond its end, are in no block."""
    past = 0
    for block in blocks:
        if text[past : block.start].strip():
            return True
        past = block.end
    return past > len(text) or bool(text[past:].strip())
