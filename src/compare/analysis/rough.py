"""Counts that may be one, rounded here and exact there: "more than 200 outlets", "212 of its stores".

Of a small bare number every other one is another, so two that are near each other say nothing: what they count, or the
words around them, must be the same as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from compare.analysis.counted import EVENTS, counted
from compare.analysis.figure import Figure, ends
from compare.analysis.hedges import SENSES, Sense
from compare.analysis.number_words import spoken
from compare.analysis.people import WITHOUT_S
from compare.analysis.terms import stem
from compare.analysis.words import stop_words
from compare.model import Fact, FactKind
from compare.model.words import WORD

LEAST, MOST = 10, 1250
"""Counts that are looked at: smaller ones are not rounded, of larger ones any two that are near may be one."""

STEP = 1.25
"""So many times a count that it is "more than" another one may be: nobody says "more than 200" of 260."""

NEAR = 1.1
"""The same of "about" another one, and where the two count something else by their words."""

DOZEN = 0.2
"""How far from a dozen "about a dozen" may be, as a share of it."""

REACH = 240
"""Code points on either side of a number in which its sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Count:
    """A bare number where it stands.

    Attributes:
        value: the number.
        span: from where to where the true number may be, if it is rounded; the number alone if it is not.
        thing: what it counts, empty if that is unclear.
        words: the stems of the words in its sentence that say something.
    """

    value: float
    span: tuple[float, float]
    thing: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands in an article, with its value and what weakens it."""

    value: str
    start: int
    end: int
    hedge: str | None


def is_count(fact: Fact | Figure) -> bool:
    """Return whether a figure is a bare number of a size that is looked at here."""
    if fact.kind is not FactKind.NUMBER or fact.unit:
        return False
    low, high = ends(fact.value)
    return low == high and LEAST <= low < MOST


def count_at(text: str, place: Place, language: str) -> Count:
    """Return the number that stands at a place of a text."""
    sentence, begin = _sentence(text, place.start, place.end)
    figure = Figure(FactKind.NUMBER, place.value, "", place.start - begin, place.end - begin)
    value = float(place.value)
    sense = SENSES.get(place.hedge, Sense.REPORTED) if place.hedge else Sense.REPORTED
    span = _span(value, sense, text[place.start : place.end])
    empty = stop_words(language)
    beside = (
        m[0].lower().replace("-", "")
        for m in WORD.finditer(sentence)
        if m.end() <= figure.start or m.start() >= figure.end
    )
    words = (word for word in beside if word.isalpha() and word not in empty and word not in _SAYING_NOTHING)
    joined = (stem(m[0].lower().replace("-", ""), language) for m in _COMPOUND.finditer(sentence))
    thing = counted(sentence, figure, language)
    return Count(value, span, thing, frozenset((*(stem(word, language) for word in words), *joined)))


def may_be_one(one: Count, other: Count) -> bool:
    """Return whether two counts may be one: either is rounded and the other lies where that may be, and they count the
    same thing, or stand in sentences with a word in common: "63 properties in the north", "more than 60 homes across
    the north"."""
    if one.span[0] == one.span[1] and other.span[0] == other.span[1]:
        return False
    same = bool(one.thing) and one.thing == other.thing
    if not same:
        if one.thing in EVENTS and other.thing in EVENTS:
            return False  # the killed and the injured
        if one.words.isdisjoint(other.words):
            return False
    wide = STEP if same else NEAR
    return any(
        low <= near.value <= high and max(one.value, other.value) <= wide * min(one.value, other.value)
        for (low, high), near in ((one.span, other), (other.span, one))
        if low < high
    )


def sizes(value: str) -> Iterator[int]:
    """Yield the sizes of the counts which may be one of this value, rounded, its own first."""
    own = int(log(float(value)) / log(STEP))
    yield from (own, own - 1, own + 1)


def _span(value: float, sense: Sense, text: str) -> tuple[float, float]:
    """Where the true number may be. "At least 14" is no rounded number: it was 14 when that was written."""
    dozens = "dozen" in text.lower()
    if not dozens and value % (5 if value < 100 else 10):
        return value, value
    off = value * (DOZEN if dozens else NEAR - 1)
    return {
        Sense.NEAR: (value - off, value + off),
        Sense.NEARLY: (value / STEP, value),
        Sense.JUST_OVER: (value, value * STEP),
        Sense.ABOVE: (value, value * STEP),
        Sense.BELOW: (value / STEP, value),
        Sense.REPORTED: (value, value),
    }[sense]


_SAYING_NOTHING = frozenset({*SENSES, *spoken("en"), *WITHOUT_S, "least", "fewer", "hundred", "dozen"})
"""Words that stand beside numbers of all kinds."""


def _sentence(text: str, start: int, end: int) -> tuple[str, int]:
    """What stands around a place up to where a sentence or a line ends, and where that begins."""
    window = max(0, start - REACH)
    before = [m.end() for m in _ENDS.finditer(text, window, start)]
    begin = before[-1] if before else window
    behind = _ENDS.search(text, end, end + REACH)
    return text[begin : behind.start() + 1 if behind else end + REACH], begin


_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
"""What others write in one word: "fire-fighters"."""

_ENDS = re.compile(r"[.!?][\"”’)]?\s|\n")
