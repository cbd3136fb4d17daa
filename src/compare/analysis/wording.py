"""The word diff of two passages: diff-match-patch over words, never over letters.

By character nearly half of all edits between two news sentences cut a word in two, and long passages take minutes. Here
each distinct word becomes one code point, which diff-match-patch then diffs: 1 to 6 ms a pair of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from compare.model import Comparison, Link, Span
from compare.model.words import COUNTED

LONG_PAIR = 2_000
"""Tokens of both passages together from which on rapidfuzz finds the edits. diff-match-patch is quadratic in the worst
case; below this figure it stays under 50 ms a pair."""

TRIVIAL = 3
"""A single word of at most this many letters that stands alone between two edits ("of", "the", a comma) says nothing of
what is shared; it joins the edits around it, as diff-match-patch's semantic clean-up does with stray letters."""

_TOKEN = re.compile(rf"{COUNTED.pattern}|[^\w\s]|_")


class Op(StrEnum):
    """What becomes of a run of words on the way from a to b."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


Step: TypeAlias = tuple[Op, int]
"""An operation and how many tokens it runs over."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words. ``a`` and ``b`` are its spans in the two passages, in code points; an inserted run has an empty
    span in a, a deleted one in b, both placed where the run belongs."""

    op: Op
    a: Span
    b: Span


class Whose(StrEnum):
    """Whose words a stretch of a sentence is made of that is shown held against another. ``PLAIN`` are those that are
    not set off: they stand in both, or in this one alone where so little is common that what both have is set off."""

    PLAIN = "plain"
    OWN = "only here"
    THEIRS = "only there"
    BOTH = "in both"


def word_diff(a: str, b: str) -> tuple[Edit, ...]:
    """Return the edits that turn the words of ``a`` into those of ``b``, in order; case is not a difference.

    White space between two words belongs to the run both stand in; between two runs it belongs to neither.
    """
    left, right = list(_TOKEN.finditer(a)), list(_TOKEN.finditer(b))
    codes: dict[str, int] = {}
    one, two = ([codes.setdefault(t[0].casefold(), len(codes)) for t in side] for side in (left, right))
    trivial = {codes[t[0].casefold()] for t in left if len(t[0]) <= TRIVIAL and (t[0].islower() or not t[0].isalnum())}
    find = _by_rapidfuzz if len(one) + len(two) > LONG_PAIR else _by_diff_match_patch
    steps = _without_islands(find(one, two), one, trivial)
    edits, i, j = [], 0, 0
    for op, length in steps:
        m = length if op is not Op.INSERT else 0
        n = length if op is not Op.DELETE else 0
        edits.append(Edit(op, _span(left, i, m, len(a)), _span(right, j, n, len(b))))
        i, j = i + m, j + n
    return tuple(edits)


def same_words(comparison: Comparison, link: Link) -> tuple[tuple[Span, Span], ...]:
    """Return the runs of words that two linked sentences share, in order, as pairs of spans of their articles' texts.

    They are found when they are asked for: a set has thousands of links, of which a screen or report shows some.
    """
    one, two = (comparison.index.sentences[end].start for end in (link.a, link.b))
    return tuple(
        (Span(one + a.start, one + a.end), Span(two + b.start, two + b.end))
        for a, b in equal_spans(comparison.index.words(link.a), comparison.index.words(link.b))
    )


@lru_cache(maxsize=4096)
def equal_spans(a: str, b: str) -> tuple[tuple[Span, Span], ...]:
    """Return the runs of words that stand in both passages and in the same order, as pairs of spans."""
    return tuple((edit.a, edit.b) for edit in word_diff(a, b) if edit.op is Op.EQUAL)


def _span(found: Sequence[re.Match[str]], first: int, count: int, end: int) -> Span:
    if count:
        return Span(found[first].start(), found[first + count - 1].end())
    at = found[first].start() if first < len(found) else end
    return Span(at, at)


def _by_diff_match_patch(one: Sequence[int], two: Sequence[int]) -> list[Step]:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # the budget counts tokens: a deadline would make the result depend on the machine
    ops = {differ.DIFF_EQUAL: Op.EQUAL, differ.DIFF_DELETE: Op.DELETE, differ.DIFF_INSERT: Op.INSERT}
    return [(ops[op], len(run)) for op, run in differ.diff_main(_encoded(one), _encoded(two), False)]


def _by_rapidfuzz(one: Sequence[int], two: Sequence[int]) -> list[Step]:
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes(one, two)
    return [(Op(s.tag), max(s.src_end - s.src_start, s.dest_end - s.dest_start)) for s in steps]


def _encoded(codes: Sequence[int]) -> str:
    # from U+10000 on there is neither a surrogate nor a character that diff-match-patch treats as a line or a blank
    return "".join(chr(0x10000 + code) for code in codes)


def _without_islands(steps: Sequence[Step], one: Sequence[int], trivial: Set[int]) -> list[Step]:
    """Dissolve trivial words that are equal alone between two edits, and gather each edit's deletions before its
    insertions."""
    edits: list[Step] = []
    deleted = inserted = i = 0
    for n, (op, length) in enumerate(steps):
        island = op is Op.EQUAL and length == 1 and one[i] in trivial and 0 < n < len(steps) - 1
        if op is Op.EQUAL and not island:
            edits += _edit(deleted, inserted)
            edits.append((op, length))
            deleted = inserted = 0
        else:
            deleted += length if op is not Op.INSERT else 0
            inserted += length if op is not Op.DELETE else 0
        i += length if op is not Op.INSERT else 0
    return edits + _edit(deleted, inserted)


def _edit(deleted: int, inserted: int) -> list[Step]:
    return [(op, length) for op, length in ((Op.DELETE, deleted), (Op.INSERT, inserted)) if length]
