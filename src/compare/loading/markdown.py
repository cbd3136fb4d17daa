"""Markdown to blocks. The text stays as it is, markup and all; what differs is where words begin, and the kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.loading.blocks import Block, Line
from compare.loading.front_matter import PLACE, front_lines
from compare.loading.headings import is_heading, is_question, sentence_ends
from compare.loading.paragraphs import NUMBER, block_of, with_numbers, wrapped
from compare.model import ParagraphKind

COMMENT = "comment of the page's author"
PICTURE = "picture"
RULE = "dividing line"

LONGEST = 2_000
"""Code points of the longest line that is markup through and through; addresses of pictures are long."""

_MARKED = (
    (re.compile(r"#{1,6}[ \t]+(?=\S)"), ParagraphKind.HEADING),
    (re.compile(r"(?:>[ \t]?)+(?=\S)"), ParagraphKind.QUOTE),
    (re.compile(r"[-+*•][ \t]+(?:\[[ xX]\][ \t]+)?(?=[^\s*_-])"), ParagraphKind.LIST),
)
_NO_TEXT = (
    (re.compile(r"(?:[-*_][ \t]*){3,}"), RULE),
    (re.compile(r"<!--.*-->"), COMMENT),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), PICTURE),
)
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_CLOSING = re.compile(r"(?<!\s)\s+(?:#+|(?<=[\r\n])[=-]+)$")
"""What ends a heading: marks like those at its beginning, which stand apart from the words, or the line under it."""

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_INLINE = re.compile(r"\\([!-/:-@\[-`{-~])|`|(?<!\w)[*_]+|[*_]+(?!\w)")
"""A character that is meant as such, or the marks of code and emphasis."""

_FENCE = re.compile(r"```|~~~")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,100})\1$")


def blocks(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text in order; every code point that is not white space is in one.

    Args:
        text: the whole text.
        lines: those to make blocks of.
    """
    front = front_lines(text, lines)
    found = _grouped(text, lines[front:], wrapped(text, lines[front:]))
    if front:
        start, end = lines[0].start, lines[front - 1].end
        found.insert(0, Block(ParagraphKind.FURNITURE, start, end, start, PLACE))
    return _with_bold_headings(text, with_numbers(text, found))


def plain(text: str) -> str:
    """Return a heading without the markup around its words.

    >>> plain("[Harbour **closed**](https://ledger.example/1) ##")
    'Harbour closed'
    """
    return _unmarked(_LINK.sub(r"\1", text))


def _unmarked(text: str) -> str:
    bare = _CLOSING.sub("", text.rstrip())
    return _INLINE.sub(lambda mark: mark[1] or "", bare).strip()


def _grouped(text: str, lines: Sequence[Line], is_wrapped: bool) -> list[Block]:
    """Join lines to blocks.

    Unlike Markdown itself, this takes a line for a paragraph unless it plainly goes on with the one before or the text
    is wrapped: much that is saved as .md is plain text with a paragraph a line.
    """
    found: list[Block] = []
    fence = ""
    goes_on = False
    for line in lines:
        words = text[line.start : line.end]
        block = _block(text, line)
        marks = _FENCE.match(words)
        before = found[-1] if goes_on and not line.gap else None
        if fence:  # code is text, and nothing in it is markup
            found[-1] = replace(found[-1], end=line.end)
            goes_on, fence = False, "" if marks and marks[0] == fence else fence
        elif marks:
            found.append(Block(ParagraphKind.BODY, line.start, line.end, line.start))
            fence = marks[0]
        elif before and before.kind is ParagraphKind.BODY and _UNDERLINE.match(words):
            found[-1] = replace(before, kind=ParagraphKind.HEADING, end=line.end)
            goes_on = False
        elif before and _continues(text, before, block, is_wrapped):
            found[-1] = replace(before, end=line.end)
        else:
            found.append(block)
            goes_on = True
    return found


def _block(text: str, line: Line) -> Block:
    start, end = line.start, line.end
    words = text[start:end]
    for pattern, kind in _MARKED:
        if marked := pattern.match(words):
            return Block(kind, start, end, start + marked.end())
    for pattern, reason in _NO_TEXT:
        if pattern.fullmatch(words[:LONGEST]):
            return Block(ParagraphKind.FURNITURE, start, end, start, reason)
    return block_of(text, start, end)


def _continues(text: str, before: Block, block: Block, is_wrapped: bool) -> bool:
    """Tell whether a block of one line goes on with the one right before it."""
    if before.kind in (ParagraphKind.HEADING, ParagraphKind.FURNITURE):
        return False
    begun = text[block.start : block.start + 10]
    if block.kind is not ParagraphKind.BODY or NUMBER.match(begun):
        return block.kind is before.kind is ParagraphKind.QUOTE
    if _STRONG.match(text[before.start : min(before.end, before.start + LONGEST)]):
        return False
    stop = text[max(before.start, before.end - 20) : before.end]
    return is_wrapped or (not sentence_ends(stop) and (begun[0].islower() or stop.endswith((",", ";", "–", "—"))))


def _with_bold_headings(text: str, found: Sequence[Block]) -> tuple[Block, ...]:
    """Make headings of lines that are worded as one, all bold or plain, and stand above something."""
    result: list[Block] = []
    for n, block in enumerate(found):
        words = _unmarked(text[block.start : min(block.end, block.start + 500)])  # a link by itself heads nothing
        heads = block.kind is ParagraphKind.BODY and n + 1 < len(found)
        if heads and (is_heading(words) or is_question(words)):
            bold = _STRONG.match(text, block.start, block.end)
            result.append(Block(ParagraphKind.HEADING, block.start, block.end, bold.start(2) if bold else block.start))
        else:
            result.append(block)
    return tuple(result)
