"""Sums, percentages, counts, measures, ages and lengths of time: numbers together with what stands around them."""

from __future__ import annotations

import re

from compare.analysis import units
from compare.analysis.codes import is_code
from compare.analysis.figure import Figure, Taken, plain
from compare.analysis.hedges import hedge_before, hedge_behind
from compare.analysis.measured import Amount, measured
from compare.analysis.numerals import numerals
from compare.analysis.ranges import range_of
from compare.analysis.units import normal


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
        figure = range_of(text, language, one, other) if other else None
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


def _in_pair(text: str, amount: Amount) -> bool:
    """Whether a number is half of a score, a telephone number or the like: "3-2", "555-0199", "(530) 555"."""
    before, after = text[max(0, amount.start - 2) : amount.start], text[amount.numeral.end : amount.numeral.end + 3]
    dashed = before[-1:] in ("-", "–", "‑") and before[:1].strip() != ""
    return dashed or (amount.numeral.digits and _OTHER_HALF.match(after) is not None)


_OTHER_HALF = re.compile(r"[-–‑.]\s?\d|\)?\s\d")


def _means_another(text: str, amount: Amount) -> bool:
    """Whether a unit does not measure what it seems to: "three years ago" is a date, "6-foot-7" not six feet."""
    ago = amount.unit is not None and amount.unit.name == "s" and _AGO.match(text, amount.end) is not None
    return ago or _MORE.match(text, amount.end) is not None


_AGO = re.compile(r"(?:\s|-)(?:ago|earlier|later|before|prior|after|since|afterwards?)\b", re.IGNORECASE)
_MORE = re.compile(r"-(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b|-\d")
