"""Sums, percentages, counts, measures, ages and lengths of time: numbers together with what stands around them."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.analysis import units
from compare.analysis.codes import is_code
from compare.analysis.figure import Figure, Taken, plain
from compare.analysis.hedges import hedge_before, hedge_behind
from compare.analysis.measured import Amount, measured
from compare.analysis.numerals import numerals
from compare.analysis.ranges import range_of
from compare.analysis.units import Unit, normal


def amounts(text: str, language: str, taken: Taken) -> list[Figure]:
    """Find the amounts of a text in order, a range as one, where it is not ``taken``."""
    found = [measured(text, language, n) for n in numerals(text, language) if taken.is_free(n.start, n.end)]
    made: list[Figure] = []
    place = 0
    while place < len(found):
        one, other = found[place], found[place + 1] if place + 1 < len(found) else None
        if made and one.start < made[-1].end:
            place += 1  # a number word inside a unit: "40 por ciento"
            continue
        if other and _is_ratio(text, one, other):
            place += 2
            continue
        figure = (range_of(text, language, one, other) or _sum(text, language, one, other)) if other else None
        place += 2 if figure else 1
        figure = figure or _single(text, language, one)
        if figure:
            made.append(figure)
    return made


def _single(text: str, language: str, amount: Amount) -> Figure | None:
    numeral, unit = amount.numeral, amount.unit
    if _in_pair(text, amount) or (unit is not None and _means_another(text, amount)):
        return None
    if unit is None:
        if text[numeral.end : numeral.end + 1].isalnum() or numeral.scale == "k" or is_code(text, numeral):
            return None  # "1st", "4K"
        unit = units.COUNT
    value = plain(normal(numeral.value, unit))
    hedge = hedge_before(text, amount.start, unit.name, language) or hedge_behind(text, amount.end)
    return Figure(unit.kind, value, unit.name, amount.start, amount.end, hedge)


def _sum(text: str, language: str, one: Amount, other: Amount) -> Figure | None:
    """Two measures as one where the second is a part of the first's unit: "2 hours and 30 minutes", "5ft 7in"."""
    unit, smaller = one.unit, other.unit
    if not (unit and smaller and _is_smaller(unit, smaller, other) and text[one.end : other.start] in _ADDS):
        return None
    value = plain(normal(one.numeral.value, unit) + normal(other.numeral.value, smaller))
    hedge = hedge_before(text, one.start, unit.name, language)
    return Figure(unit.kind, value, unit.name, one.start, other.end, hedge)


def _is_smaller(unit: Unit, smaller: Unit, other: Amount) -> bool:
    return unit.name == smaller.name in _PARTED and normal(other.numeral.value, smaller) < unit.factor


_PARTED = frozenset({"s", "m", "kg"})
"""Units of what is measured in two at a time: lengths of time, heights, weights."""

_ADDS = frozenset({" ", ", ", " and ", ", and ", " y ", " et ", " und ", " e ", " en "})


def _is_ratio(text: str, one: Amount, other: Amount) -> bool:
    """Whether two bare numbers are a share: "two in five voters", "5 per 100,000"; neither counts anybody."""
    part, whole = one.numeral.value, other.numeral.value
    bare = one.unit is None and other.unit is None
    share = part < 10 and part < whole and whole in _WHOLES
    return bare and share and text[one.end : other.start].lower() in _OF


_WHOLES = frozenset(map(Decimal, (*range(3, 11), 100, 1000, 10_000, 100_000, 1_000_000)))
"""Of how many a share is given; "12 out of 40" are twelve."""

_OF = frozenset({" in ", " out of ", " in every ", " out of every ", " per "})


def _in_pair(text: str, amount: Amount) -> bool:
    """Whether a number is half of a score, a share, a telephone number: "3-2", "one in five", "(530) 555"."""
    before, after = text[max(0, amount.start - 2) : amount.start], text[amount.numeral.end : amount.numeral.end + 3]
    dashed = before[-1:] in ("-", "–", "‑") and before[:1].strip() != ""
    if amount.numeral.digits and amount.unit is None and before[:1].isdigit() and before[-1:] == " ":
        return True
    if amount.unit is None and _ONE_IN.search(text, max(0, amount.start - 14), amount.start):
        return True
    return dashed or (amount.numeral.digits and _OTHER_HALF.match(after) is not None)


_ONE_IN = re.compile(r"\bone[\s-](?:in|out\sof)[\s-](?:every\s)?$", re.IGNORECASE)
"""Before the number of those of whom it is one: "one in five"."""

_OTHER_HALF = re.compile(r"[-–‑.]\s?\d|\)?\s\d")


def _means_another(text: str, amount: Amount) -> bool:
    """Whether a unit does not measure what it seems to: "three years ago" is a date, "6-foot-7" not six feet."""
    ago = amount.unit is not None and amount.unit.name == "s" and _AGO.match(text, amount.end) is not None
    return ago or _MORE.match(text, amount.end) is not None


_AGO = re.compile(r"(?:\s|-)(?:ago|earlier|later|before|prior|after|since|afterwards?)\b", re.IGNORECASE)
_MORE = re.compile(
    r"-(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b|-\d|\s\d+\s?in(?:s|\.)?\b(?!\s\w)"
)
