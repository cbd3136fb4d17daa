"""Plain text to blocks: where paragraphs begin and end, and which are list items, quotations and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from compare.loading.blocks import Block, Line
from compare.loading.headings import sentence_ends, with_headings
from compare.model import ParagraphKind

WIDEST = 100
"""Code points of the widest line of a hard-wrapped text; in news text with a paragraph a line most are wider."""

NARROWEST = 40
"""Code points of the usual line of a hard-wrapped text; narrower lines are verse, tables or a list of links."""

BULLET = re.compile(r"[•‣⁃◦▪▫●○■□·*\-–—]\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
QUOTED = re.compile(r">\s?(?=\S)")


def blocks(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of a plain text in order; every code point that is not white space is in one.

    Args:
        text: the whole text.
        lines: those to make blocks of.
    """
    spans = _wrapped_spans(text, lines) if wrapped(text, lines) else [(line.start, line.end) for line in lines]
    return with_headings(text, with_numbers(text, [block_of(text, start, end) for start, end in spans]))


def block_of(text: str, start: int, end: int) -> Block:
    """Return a block of text that is marked as a list item or a quotation, or else is body."""
    if bullet := BULLET.match(text, start, end):
        return Block(ParagraphKind.LIST, start, end, bullet.end())
    if quoted := QUOTED.match(text, start, end):
        return Block(ParagraphKind.QUOTE, start, end, quoted.end())
    return Block(ParagraphKind.BODY, start, end, start)


def wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a text is hard-wrapped: its lines are narrow, and most that others follow stop in mid-sentence.

    Width alone does not tell: a report with one short sentence a line is narrow as well.
    """
    if not lines or sum(line.end - line.start > WIDEST for line in lines) > 0.05 * len(lines):
        return False
    followed = [line for line, after in pairwise(lines) if not after.gap]
    if len(followed) < 2 or median(line.end - line.start for line in followed) < NARROWEST:
        return False
    after = [line for line in lines if not line.gap]
    begun_small = sum(text[line.start].islower() for line in after)
    stopped = sum(sentence_ends(text[line.start : line.end]) for line in followed)
    return stopped <= 0.5 * len(followed) and begun_small >= 0.25 * len(after)


def with_numbers(text: str, found: Sequence[Block]) -> list[Block]:
    """Make list items of blocks that begin with a number, where the one before or after counts on.

    Alone, "12. Dezember" or "5. The" may begin any sentence.
    """
    numbers = [NUMBER.match(text, b.start, b.end) if b.kind is ParagraphKind.BODY else None for b in found]
    values = [None, *(int(number[1]) if number else None for number in numbers), None]
    result: list[Block] = []
    for block, number, before, value, after in zip(found, numbers, values, values[1:], values[2:], strict=False):
        if number and value is not None and (before == value - 1 or after == value + 1):
            result.append(Block(ParagraphKind.LIST, block.start, block.end, number.end()))
        else:
            result.append(block)
    return result


def _wrapped_spans(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Join the lines of a hard-wrapped text. A paragraph ends at a blank line, before a list item, and where the next
    word would still have fitted with room to spare."""
    width = max((line.end - line.start for line in lines if line.end - line.start <= WIDEST), default=WIDEST)
    spans: list[tuple[int, int]] = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else line
        next_word = text.find(" ", line.start, line.end)
        room = before.end - before.start + (next_word if next_word >= 0 else line.end) - line.start
        marked = BULLET.match(text, line.start) or NUMBER.match(text, line.start) or QUOTED.match(text, line.start)
        if line.gap or marked or room < 0.7 * width:
            spans.append((line.start, line.end))
        else:
            spans[-1] = (spans[-1][0], line.end)
    return spans
