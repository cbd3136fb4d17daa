"""The block: a paragraph before it has an id, and the lines that blocks are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.model import ParagraphKind
from compare.model.words import MEASURED

REPORTING = (ParagraphKind.BODY, ParagraphKind.LIST, ParagraphKind.QUOTE)
"""What tells the news: all but titles, headings, captions and furniture."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""Everything that some program ends a line with ends one here, so that no paragraph hides a break."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text and what it is for.

    ``start`` and ``end`` are code points and leave out the white space around it; ``words`` is where its words begin,
    after a bullet or other markup. ``reason`` says why it is furniture, and is ``None`` for every other kind.
    """

    kind: ParagraphKind
    start: int
    end: int
    words: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it. ``gap`` says that a blank line, or nothing, stands before it."""

    start: int
    end: int
    gap: bool


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that hold more than white space."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        gap = not found or text.count("\n", found[-1].end, start) > 1 or text.count("\r", found[-1].end, start) > 1
        found.append(Line(start, start + len(words), gap))
    return tuple(found)


def words_in(text: str) -> int:
    """Count the words of a stretch of text, as they are measured here."""
    return sum(1 for _ in MEASURED.finditer(text))
