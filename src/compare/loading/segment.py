"""Sentences of a paragraph, behind one function: sentencex finds them, and its known faults are mended here.

sentencex never ends a sentence within quotation marks or brackets, so that a speech of ten sentences is one. It ends
one at "p.m. Monday" and "Dr. No", before a closing mark that stands off, and between a quoted question and who asks it.
What differs between languages is data in :mod:`~compare.loading.endings`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from compare.loading.blocks import words_in
from compare.loading.endings import LETTERED, Endings, endings
from compare.model.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS, ZONES
from compare.model.words import UPPER

Spans: TypeAlias = list[tuple[int, int]]

LONG_QUOTE = 15
"""Words from which on a quotation is split at the sentences in it; a shorter one is part of the sentence that quotes
it. On labelled news, 15 finds more counterparts than 25, and less only makes fragments."""

CHUNK = 10_000
"""Code points that sentencex gets at once, a little more up to the end of a sentence: many marks that are not closed
again take it quadratic time."""

DENSE = 0.1
"""Share of marks from which on a text is none that anyone wrote, and its marks are not shown to sentencex at all."""

_MARKS = "\"'“”‘’„«»()[]"
_UNMARKED = str.maketrans(dict.fromkeys(_MARKS, ","))
_PAUSE = re.compile(r"(?<=[.!?])\s+")
_STANDS_OFF = re.compile(r"(?<=[A-Z])\s+(?=\.)")
"""White space between an initial and its point: sentencex takes each of it for one byte, and panics where it is not."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SINGLE_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…])['’](?!\w)")

# what a sentence does not end after, and what goes on with it, in whatever language
_INITIAL = re.compile(rf"(?<![\w.])[{UPPER}]\.$|(?<![\w.])(?:[{UPPER}]\.){{2,}}$")
_CLOCK = re.compile(r"(?<!\w)[ap]\.\s?m\.$", re.IGNORECASE)
_EXCLAIMED = re.compile(r"[?!]\s?[\"”'’»]+$")
_DAYS = map(str.capitalize, (*WEEKDAYS["en"], *MONTHS["en"], *SHORT_MONTHS))
_TIMES = "|".join((*_DAYS, *ZONES, "Eastern", "Pacific", "Central", "Mountain"))
_AFTER_CLOCK = re.compile(rf"(?:{_TIMES})\b|\(")
_LABEL = re.compile(rf"\d{{1,2}}[:.]\d\d(?:[ap]m)?(?:\s[{UPPER}]+){{0,2}}[.!]+")
"""An hour and a word or two in capitals, which a live report puts before what happened: "20:15 GOAL!"."""

_EMPHASIS_ENDS = re.compile(r"(?<=[.!?…:])[*_]{1,3}\s+")
"""Where Markdown ends what stands out, which belongs to the sentence before: "**Who pays?** Nobody."."""

_NAME = re.compile(rf"[{UPPER}][\w’'-]*\.?(?=[\s,.;:’']|$)")
_HYPHEN = re.compile(r"-[^\W\d_]")


def sentences(text: str, language: str) -> Spans:
    """Return where the sentences of one paragraph begin and end, without the white space around them.

    Args:
        text: a paragraph, or the part of it that is words.
        language: ISO 639-1 code.

    Returns:
        Half-open spans in code points, in order; together they hold all that is not white space.
    """
    rules = endings(language)
    begun = {start for start, _ in _mended(text, _split(text, 0, len(text), language), rules)}
    for first, last in _enclosed(text, rules):
        if words_in(text[first:last]) > LONG_QUOTE:
            begun |= {start for start, _ in _mended(text, _split(text, first, last, language), rules)[1:]}
    begun |= {match.end() for match in LETTERED.finditer(text)}
    begun = {match.end() if (match := _EMPHASIS_ENDS.match(text, start)) else start for start in begun}
    edges = [*sorted(begun), len(text)]
    return _trimmed(text, list(pairwise(edges)))


def _split(text: str, start: int, end: int, language: str) -> Spans:
    import sentencex

    found: Spans = []
    while start < end:
        stop = _PAUSE.search(text, start + CHUNK, min(end, start + 2 * CHUNK))
        last = stop.end() if stop else min(end, start + 2 * CHUNK)
        chunk = text[start:last]
        if sum(map(chunk.count, _MARKS)) > DENSE * len(chunk):
            chunk = chunk.translate(_UNMARKED)
        chunk = _STANDS_OFF.sub(lambda space: _NOT_ASCII.sub(" ", space[0]), chunk)
        boundaries = sentencex.get_sentence_boundaries(language, chunk)
        found += [(start + at["start_index"], start + at["end_index"]) for at in boundaries]
        start = last
    return _trimmed(text, found)


def _trimmed(text: str, spans: Sequence[tuple[int, int]]) -> Spans:
    trimmed = []
    for start, end in spans:
        words = text[start:end]
        first, last = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if first < last:
            trimmed.append((first, last))
    return trimmed


def _mended(text: str, spans: Sequence[tuple[int, int]], rules: Endings) -> Spans:
    """Join what was split within a sentence."""
    joined: Spans = []
    for start, end in spans:
        before = text[max(joined[-1][0], joined[-1][1] - 20) : joined[-1][1]] if joined else ""
        if before and _goes_on(before, text[start : min(end, start + 80)], rules):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(before: str, after: str, rules: Endings) -> bool:
    """Tell whether a sentence goes on over a split: its end and what comes next are given."""
    if after[0].islower() or rules.closes.match(after) or rules.never.search(before) or _LABEL.fullmatch(before):
        return True
    for ends, goes_on in ((_CLOCK, _AFTER_CLOCK), (_EXCLAIMED, rules.says)):
        if ends.search(before):
            return goes_on.match(after) is not None
    if rules.before_number.search(before):
        return after[0].isdigit()
    if rules.ordinal.search(before):
        return after[0].isupper()
    if not _INITIAL.search(before):
        return False
    return bool(_HYPHEN.match(after) or (_NAME.match(after) and not rules.starter.match(after)))


def _enclosed(text: str, rules: Endings) -> Spans:
    """Return what stands within quotation marks or brackets. An apostrophe is told from a single mark by its place."""
    found = [(match.start() + 1, match.end() - 1) for match in rules.enclosed.finditer(text)]
    closes = [match.start() for match in _SINGLE_CLOSES.finditer(text)]
    past = 0
    for match in _SINGLE_OPENS.finditer(text):
        at = bisect_right(closes, match.start())
        if match.start() >= past and at < len(closes):
            found.append((match.end(), closes[at]))
            past = closes[at]
    return found
