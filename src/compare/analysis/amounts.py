"""Sums, percentages, counts, measures, ages and lengths of time: numbers together with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from compare.analysis import units
from compare.analysis.codes import is_code
from compare.analysis.figure import Figure, Taken, plain
from compare.analysis.hedges import hedge_before, hedge_behind
from compare.analysis.measured import Amount, measured
from compare.analysis.numerals import numerals
from compare.analysis.ranges import range_of
from compare.analysis.units import normal
from compare.model import FactKind


def amounts(text: str, language: str, taken: Taken) -> list[Figure]:
    """Find the amounts of a text in order, a range as one, where it is not ``taken``."""
    found = [measured(text, language, n) for n in numerals(text, language) if taken.is_free(n.start, n.end)]
    made: list[Figure] = []
    place = 0
    while place < len(found):
        if made and found[place].start < made[-1].end:
            place += 1  # a number word inside a unit: "40 por ciento"
            continue
        figure, count = _figure(text, language, found, place)
        place += count
        if figure:
            made.append(figure)
    return made


def _figure(text: str, language: str, found: Sequence[Amount], place: int) -> tuple[Figure | None, int]:
    """The figure that the amount at a place begins, if it is none that means another thing, and how many it takes."""
    one = found[place]
    if place + 1 < len(found):
        other = found[place + 1]
        if _is_ratio(text, one, other):
            return None, 2
        if figure := range_of(text, language, one, other):
            return figure, 2
    count = _parts(text, found, place)
    if count > 1:
        return _sum(text, language, found[place : place + count]), count
    return _single(text, language, one), 1


def _single(text: str, language: str, amount: Amount) -> Figure | None:
    numeral, unit = amount.numeral, amount.unit
    if _in_pair(text, amount) or (unit is not None and _means_another(text, amount)):
        return None
    if unit is None:
        if text[numeral.end : numeral.end + 1].isalnum() or numeral.scale == "k" or is_code(text, numeral, language):
            return None  # "1st", "4K"
        unit = units.COUNT
    value, start = normal(numeral.value, unit), amount.start
    if (whole := _AND_A_PART.search(text, max(0, start - 16), start)) and unit.name == "s":
        longer = units.UNITS[whole["unit"].lower()]
        if value < longer.factor:  # "a minute and nine seconds"
            value, start = value + longer.factor, whole.start()
    hedge = hedge_before(text, start, unit.name, language) or hedge_behind(text, amount.end, language)
    return Figure(unit.kind, plain(value), unit.name, start, amount.end, hedge)


_AND_A_PART = re.compile(r"(?<!half\s)\ban?\s(?P<unit>minute|hour|day|week|month|year)(?:,|\sand)\s$", re.IGNORECASE)
"""Before a length of time that goes on with a part of the next smaller unit."""


def _parts(text: str, found: Sequence[Amount], place: int) -> int:
    """How many amounts from a place on are one measure: "2 hours and 30 minutes" are two."""
    end = place + 1
    while end < len(found) and _adds(text, found[end - 1], found[end]):
        end += 1
    return end - place


def _adds(text: str, one: Amount, other: Amount) -> bool:
    """Whether a measure stands right behind another of which it is less than one unit."""
    if one.unit is None or other.unit is None or text[one.end : other.start] not in _ADDS:
        return False
    unit, smaller = one.unit, normal(other.numeral.value, other.unit)
    return unit.name == other.unit.name and unit.name in _PARTED and smaller < unit.factor


def _sum(text: str, language: str, parts: Sequence[Amount]) -> Figure | None:
    if _means_another(text, parts[-1]):
        return None
    values = [(part.numeral.value, part.unit) for part in parts if part.unit]
    unit, start = values[0][1], parts[0].start
    value = plain(sum((normal(number, of) for number, of in values), Decimal(0)))
    return Figure(unit.kind, value, unit.name, start, parts[-1].end, hedge_before(text, start, unit.name, language))


_PARTED = frozenset({"s", "m", "kg"})
"""Units of what is measured in two at a time: lengths of time, heights, weights."""

_ADDS = frozenset({" ", ", ", " and ", ", and ", " y ", " et ", " und ", " e ", " en "})


def _is_ratio(text: str, one: Amount, other: Amount) -> bool:
    """Whether two bare numbers are a share: "two in five voters", "5 per 100,000"; neither counts anybody. So
    are "seven dollars out of ten"."""
    part, whole = one.numeral.value, other.numeral.value
    sums = one.unit is not None and one.unit.kind is FactKind.MONEY and " out of " in text[one.end : other.start]
    bare = (one.unit is None or sums) and other.unit is None
    share = part < 10 and part < whole and whole in _WHOLES
    return bare and share and text[one.end : other.start].lower() in _OF


_WHOLES = frozenset(map(Decimal, (*range(3, 11), 100, 1000, 10_000, 100_000, 1_000_000)))
"""Of how many a share is given; "12 out of 40" are twelve."""

_OF = frozenset({" in ", " out of ", " in every ", " out of every ", " per "})


def _in_pair(text: str, amount: Amount) -> bool:
    """Whether a number is half of a score, a share, a telephone number: "3-2", "5-to-4", "one in five", "(530) 555"."""
    before, after = text[max(0, amount.start - 2) : amount.start], text[amount.numeral.end : amount.numeral.end + 4]
    dashed = before[-1:] in ("-", "–", "‑") and before[:1].strip() != ""
    if amount.numeral.digits and amount.unit is None and before[:1].isdigit() and before[-1:] == " ":
        return True
    if amount.unit is None and _ONE_IN.search(text, max(0, amount.start - 14), amount.start):
        return True
    return dashed or after == "-to-" or (amount.numeral.digits and _OTHER_HALF.match(after) is not None)


_ONE_IN = re.compile(r"\bone[\s-](?:in|out\sof)[\s-](?:every\s)?$", re.IGNORECASE)
"""Before the number of those of whom it is one: "one in five"."""

_OTHER_HALF = re.compile(r"[-–‑.]\s?\d|\)?\s\d")


def _means_another(text: str, amount: Amount) -> bool:
    """Whether a unit does not measure what it seems to: "three years ago" is a date, "6-foot-7" not six feet."""
    lasts = amount.unit is not None and amount.unit.name == "s" and _AGO.match(text, amount.end) is not None
    ago = lasts and not _FOR.search(text, max(0, amount.start - 20), amount.start)
    return ago or _MORE.match(text, amount.end) is not None


_AGO = re.compile(r"(?:\s|-)(?:ago|earlier|later|before|prior|after|since|afterwards?)\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s(?:[a-z]+\s)?$")
"""Before a length of time that is one, whatever follows: "sat for 31 hours before finding"."""

_MORE = re.compile(
    r"-(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b|-\d|\s\d+\s?in(?:s|\.)?\b(?!\s\w)"
)
