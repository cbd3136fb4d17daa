"""Sums, percentages, counts, measures, ages and lengths of time: numbers together with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.analysis import units
from compare.analysis.codes import is_code
from compare.analysis.dates import MONTHS, WEEKDAYS
from compare.analysis.figure import RANGE, Figure, plain
from compare.analysis.hedges import hedge_before, hedge_behind
from compare.analysis.numerals import Numeral, numerals
from compare.analysis.units import SIGNED, Unit
from compare.model import FactKind


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its unit, if it has one, and the place they take."""

    numeral: Numeral
    unit: Unit | None
    start: int
    end: int


def amounts(text: str, language: str, taken: Sequence[tuple[int, int]] = ()) -> list[Figure]:
    """Find the amounts of a text in order, a range as one, outside the spans that are ``taken``."""
    free = [n for n in numerals(text, language) if not any(n.start < end and start < n.end for start, end in taken)]
    found = [_amount(text, language, numeral) for numeral in free]
    made: list[Figure] = []
    place = 0
    while place < len(found):
        one, other = found[place], found[place + 1] if place + 1 < len(found) else None
        if made and one.start < made[-1].end:
            place += 1  # a number word inside a unit: "40 por ciento"
            continue
        figure = _range(text, language, one, other) if other else None
        place += 2 if figure else 1
        figure = figure or _single(text, language, one)
        if figure:
            made.append(figure)
    return made


def _amount(text: str, language: str, numeral: Numeral) -> _Amount:
    unit, start, end = _unit(text, language, numeral)
    return _Amount(numeral, unit, start, end)


def _unit(text: str, language: str, numeral: Numeral) -> tuple[Unit | None, int, int]:
    """The unit of a number, from what stands before it or else behind it, and the place that both take."""
    marked = _marked(text, numeral)
    if marked is not None:
        return marked
    start, end = numeral.start, numeral.end
    if numeral.scale == "m":
        return (units.METRE if _SIZE.match(text, end) else None), start, end
    followed = units.unit_at(text, end, language)
    if followed is None:
        return (units.AGE if _is_age(text, numeral) else None), start, end
    unit, past = followed
    return (_pound(text, numeral, past) if unit is units.POUND else unit), start, past


def _marked(text: str, numeral: Numeral) -> tuple[Unit, int, int] | None:
    """The unit of a number that a sign or a phrase tells: "$5", "magnitude 6", "aged 52", "12-year-old"."""
    start, end = numeral.start, numeral.end
    if numeral.sign:
        return Unit(FactKind.MONEY, SIGNED[numeral.sign], Decimal(1)), start, end
    if named := _NAMED.search(text, max(0, start - 40), start):
        return (units.MAGNITUDE if named["what"].lower() == "magnitude" else units.CATEGORY), named.start(), end
    if _AGED.search(text, max(0, start - 12), start):
        return units.AGE, start, end
    if old := _OLD.match(text, end):
        return units.AGE, start, old.end()
    if quake := _QUAKE.match(text, end):
        return units.MAGNITUDE, start, quake.end()
    return None


_NAMED = re.compile(r"\b(?P<what>magnitude|category)(?:\s(?:of|was))?[\s-]$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:ages?|aged|age of|edad de|âgée? de)\s$", re.IGNORECASE)
_OLD = re.compile(
    r"[\s-]years?[\s-](?:old|of[\s-]age)s?\b|[\s-]jährige?[rnsm]?\b|[\s-]ans(?=,)|\saños de edad\b", re.IGNORECASE
)
_QUAKE = re.compile(
    r"-magnitude\b|\s(?:magnitude\b|(?:degrees\s)?on the (?:open-ended )?Richter scale\b)", re.IGNORECASE
)
_SIZE = re.compile(r"[\s-](?:tall|high|deep|wide|long|below|above|swells?|waves?|sprint|hurdles|freestyle)\b")


def _is_age(text: str, numeral: Numeral) -> bool:
    """Whether a number stands behind a name as an age does: "Verhulst, 52, had"."""
    stands = _BEHIND_NAME.search(text, max(0, numeral.start - 30), numeral.start)
    known = stands is not None and stands["name"].lower() not in _NO_NAMES
    return (
        known
        and numeral.digits
        and not numeral.scale
        and 1 <= numeral.base <= 110
        and bool(_AGE_ENDS.match(text, numeral.end))
    )


_BEHIND_NAME = re.compile(r"\b(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+),\s(?:de\s)?$")
_AGE_ENDS = re.compile(r"(?:,\s(?!\d)|\saños,)")
_NO_NAMES = MONTHS.keys() | WEEKDAYS.keys()


def _pound(text: str, numeral: Numeral, past: int) -> Unit:
    """Tell a weight from money: millions and "in damages" are money, "pounds of" and "500-pound bomb" weights."""
    if numeral.power >= 6 or numeral.value >= 10**6 or _PAID.match(text, past):
        return units.POUND_MONEY
    if (
        _WEIGHED.match(text, past)
        or text[numeral.end : numeral.end + 1] == "-"
        or _WEIGHS.search(text, max(0, numeral.start - 60), numeral.start)
    ):
        return units.POUND_WEIGHT
    return units.POUND


_PAID = re.compile(
    r"\s(?:sterling|a (?:year|month|week)|in (?:damages|cash|fines|tax|aid|compensation))\b", re.IGNORECASE
)
_WEIGHED = re.compile(r"\s(?:of\s(?!debt|damage|aid|public|taxpayer)|heavier|lighter|overweight)", re.IGNORECASE)
_WEIGHS = re.compile(r"\bweigh(?:s|ed|ing|t)?\b[^.;]{0,40}$|\b(?:lost|shed|gained)\s(?:\w+\s){0,2}$", re.IGNORECASE)


def _single(text: str, language: str, amount: _Amount) -> Figure | None:
    numeral, unit = amount.numeral, amount.unit
    if _in_pair(text, amount) or (unit is not None and _means_another(text, amount)):
        return None
    if unit is None:
        if text[numeral.end : numeral.end + 1].isalnum() or numeral.scale == "k" or is_code(text, numeral):
            return None  # "1st", "4K"
        unit = units.COUNT
    value = plain(_normal(numeral.value, unit))
    hedge = hedge_before(text, amount.start, unit.name, language) or hedge_behind(text, amount.end)
    return Figure(unit.kind, value, unit.name, amount.start, amount.end, hedge)


def _normal(value: Decimal, unit: Unit) -> Decimal:
    return (value - unit.offset) * unit.factor


def _in_pair(text: str, amount: _Amount) -> bool:
    """Whether a number is half of a score, a telephone number or the like: "3-2", "555-0199", "(530) 555"."""
    before, after = text[max(0, amount.start - 2) : amount.start], text[amount.numeral.end : amount.numeral.end + 3]
    dashed = before[-1:] in ("-", "–", "‑") and before[:1].strip() != ""
    return dashed or (amount.numeral.digits and _OTHER_HALF.match(after) is not None)


_OTHER_HALF = re.compile(r"[-–‑.]\s?\d|\)?\s\d")


def _means_another(text: str, amount: _Amount) -> bool:
    """Whether a unit does not measure what it seems to: "three years ago" is a date, "6-foot-7" not six feet."""
    ago = amount.unit is not None and amount.unit.name == "s" and _AGO.match(text, amount.end) is not None
    return ago or _MORE.match(text, amount.end) is not None


_AGO = re.compile(r"(?:\s|-)(?:ago|earlier|later|before|prior|after|since|afterwards?)\b", re.IGNORECASE)
_MORE = re.compile(r"-\d")


def _range(text: str, language: str, one: _Amount, other: _Amount) -> Figure | None:
    """Join two amounts that are the ends of one: "between 40 and 50", "$140-$150 million", "40 to 50 people"."""
    between = text[one.end : other.start]
    opening = _OPENING.search(text, max(0, one.start - 10), one.start)
    opened = opening["word"].lower() if opening else ""
    dash = between.strip() in ("-", "–", "‑") and len(between) <= 3
    joined = _TO.get(between.strip().lower(), frozenset())
    if not (dash or opened in joined) or (
        not dash and not opened and _CHANGE.search(text, max(0, one.start - 50), one.start)
    ):
        return None
    if opened in _FROM and _CHANGE.search(text, max(0, one.start - 60), one.start):
        return None  # "rose from 40 to 50" tells of two
    if dash and one.unit is not None and other.unit is None:
        return None  # "6-foot-7"
    unit = other.unit or one.unit
    low = _low_end(one, other)
    if one.unit is not None and unit is not None and (one.unit.kind, one.unit.name) != (unit.kind, unit.name):
        return None
    if low is None or low >= other.numeral.value or (unit is None and not _bare_range(text, one, other, opened)):
        return None
    unit = unit or units.COUNT
    ends = (_normal(low, one.unit or unit), _normal(other.numeral.value, unit))
    value = RANGE.join(plain(end) for end in ends)
    hedge = hedge_before(text, one.start, unit.name, language) or hedge_behind(text, other.end)
    return Figure(unit.kind, value, unit.name, one.start, other.end, hedge)


_OPENING = re.compile(r"\b(?P<word>between|from|entre|desde|de|zwischen|von|tra|fra|da|tussen|van)\s$", re.IGNORECASE)
_FROM = frozenset({"from", "desde", "de", "von", "da", "van"})
_TO = {
    "to": frozenset({"from", ""}), "and": frozenset({"between"}), "or": frozenset(), "y": frozenset({"entre"}),
    "et": frozenset({"entre"}), "a": frozenset({"desde", "de", ""}), "à": frozenset({"de", ""}),
    "und": frozenset({"zwischen"}), "bis": frozenset({"von", ""}), "e": frozenset({"entre", "tra", "fra"}),
    "en": frozenset({"tussen"}), "tot": frozenset({"van", ""}),
}  # fmt: skip
_CHANGE = re.compile(
    r"\b(?:(?:increas|decreas|climb|jump|drop|reduc|lower|slash|edg|slip|plung|declin|soar|surg|boost|expand|chang|revis|"
    r"doubl|tripl|defeat|aument)\w*|r[io]ses?|risen|rising|f[ae]lls?|fallen|falling|gr[eo]ws?|grown|growing|cuts?|cutting|"
    r"rais(?:es?|ed|ing)|shr[aiu]nk|went|gone|up|down|wins?|won|beat|lost|leads?|led|subió|bajó|pas[óé]|hausse|stieg|sank)\b",
    re.IGNORECASE,
)


def _low_end(one: _Amount, other: _Amount) -> Decimal | None:
    """The lower number, with the scale of the higher where it has none: "$140 to $150 million"."""
    lacks = one.numeral.power == 0 and other.numeral.power > 0 and one.numeral.base < other.numeral.base
    if lacks and one.unit is not None and not one.numeral.sign:
        return None
    return one.numeral.base * Decimal(10) ** other.numeral.power if lacks else one.numeral.value


def _bare_range(text: str, one: _Amount, other: _Amount, opened: str) -> bool:
    """Whether two bare numbers are a range and no score, season or telephone number: something counted must follow."""
    if text[other.end : other.end + 1] in ("-", "–", ".", "/") and text[other.end + 1 : other.end + 2].isdigit():
        return False
    if text[max(0, one.start - 1) : one.start] in ("-", "–"):
        return False
    if opened and opened not in _FROM:
        return True
    large = one.numeral.base >= 10 or not one.numeral.digits
    return large and bool(_COUNTED.match(text, other.end)) and not is_code(text, one.numeral)


_COUNTED = re.compile(
    r"\s(?:[a-z]+\s)?(?:[a-z]{3,}(?<!s)s|people|men|women|children|personas|personnes|menschen)\b", re.I
)
