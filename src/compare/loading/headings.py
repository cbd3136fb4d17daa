"""Titles, headings and what only looks like them, told by how a line is worded and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.loading.blocks import Block, words_in
from compare.model import ParagraphKind
from compare.model.punctuation import QUOTES
from compare.model.words import MEASURED

HEADING_WORDS = 8
"""Words of a heading in sentence case. Longer lines without a full stop turn out to be reporting too often."""

TITLE_CASE_WORDS = 14
"""Words of a heading in Title Case, which prose never is."""

HEADLINE_WORDS = 30
"""Words of the line above all others; headlines run long."""

QUESTION_WORDS = 20
"""Words of a question that heads its answer."""

STANDFIRST_WORDS = 5
"""Words from which on a line between title and body is a standfirst, which reports, and no heading."""

HEAPED = 3
"""Headings in a row from which on they are a list of names or a table: a heading stands above something."""

_ENDS = tuple(".!?…。！？")
_CLOSERS = "\"'”’»)]*_ "
_NO_HEADING_ENDS = tuple(".!…。！,;:–—-")
_OPENERS = "\"'“‘«„¿¡"
_INNER_END = re.compile(r"[^\W\d_]{4}[.!?][\"'”’)]*\s")
_LONGEST = 500


def sentence_ends(line: str) -> bool:
    """Tell whether a line ends as a sentence does, with a full stop or the like, perhaps within closing marks."""
    return line.rstrip(_CLOSERS).endswith(_ENDS)


def is_heading(line: str) -> bool:
    """Tell whether a line is worded as a heading: short, begun with a capital, no full stop, comma or colon at its end.

    >>> is_heading("Why This Matters"), is_heading("She is well."), is_heading("and then there were none")
    (True, False, False)
    """
    if not _is_headed(line) or line.rstrip(_CLOSERS).endswith("?"):
        return False
    count = words_in(line)
    return count <= HEADING_WORDS or (count <= TITLE_CASE_WORDS and in_title_case(line))


def is_question(line: str) -> bool:
    """Tell whether a line is one question, as those of an FAQ are; a quoted one is not."""
    return (
        line.endswith("?")
        and words_in(line) <= QUESTION_WORDS
        and not any(mark in line for mark in QUOTES)
        and _INNER_END.search(line) is None
    )


def is_headline(line: str) -> bool:
    """Tell whether a line can be the title of an article: worded as a heading, but it may be longer, ask or exclaim."""
    return (
        0 < words_in(line) <= HEADLINE_WORDS
        and _is_headed(line.rstrip("?!") or line)
        and _INNER_END.search(line) is None
    )


def in_title_case(line: str) -> bool:
    """Tell whether nearly all longer words of a line begin with a capital or a digit."""
    longer = [word[0] for word in MEASURED.findall(line) if len(word) > 3]
    return bool(longer) and sum(not word[0].islower() for word in longer) >= 0.8 * len(longer)


def with_headings(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make headings of body blocks that are worded as one and stand above something."""
    return tuple(
        replace(block, kind=ParagraphKind.HEADING)
        if block.kind is ParagraphKind.BODY and n + 1 < len(blocks) and _heads(_line(text, block))
        else block
        for n, block in enumerate(blocks)
    )


def settled(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find the title, and take back headings that head nothing, once it is known what is furniture."""
    marked = list(blocks)
    told = [n for n, b in enumerate(marked) if b.kind not in (ParagraphKind.FURNITURE, ParagraphKind.CAPTION)]
    if len(told) > 1 and _is_title(text, marked[told[0]]):
        marked[told[0]] = replace(marked[told[0]], kind=ParagraphKind.TITLE)
        second = marked[told[1]]
        line = _line(text, second)
        if second.kind is ParagraphKind.HEADING and words_in(line) >= STANDFIRST_WORDS and not line.endswith("?"):
            marked[told[1]] = replace(second, kind=ParagraphKind.BODY)
    for run in _runs([n for n in told if marked[n].kind is ParagraphKind.HEADING], told):
        asked = any(_line(text, marked[n]).endswith("?") for n in run)
        if run[-1] == told[-1] or (len(run) >= HEAPED and not asked):
            for n in run:
                marked[n] = replace(marked[n], kind=ParagraphKind.BODY)
    return tuple(marked)


def _runs(headings: Sequence[int], told: Sequence[int]) -> list[list[int]]:
    """Gather headings between which nothing stands but furniture."""
    place = {n: m for m, n in enumerate(told)}
    runs: list[list[int]] = []
    for n in headings:
        if runs and place[n] == place[runs[-1][-1]] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _is_title(text: str, block: Block) -> bool:
    if block.kind is ParagraphKind.HEADING:
        return True
    return block.kind is ParagraphKind.BODY and block.end - block.start < _LONGEST and is_headline(_line(text, block))


def _heads(line: str) -> bool:
    return len(line) < _LONGEST and (is_heading(line) or is_question(line))


def _line(text: str, block: Block) -> str:
    return text[block.words : min(block.end, block.words + _LONGEST)]


def _is_headed(line: str) -> bool:
    begun = line.lstrip(_OPENERS)
    return begun[:1].isalnum() and not begun[0].islower() and not line.rstrip(_CLOSERS).endswith(_NO_HEADING_ENDS)
