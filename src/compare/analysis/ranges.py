"""Two amounts that are the ends of one: "between 40 and 50", "$140-$150 million", "40 to 50 people"."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.analysis import units
from compare.analysis.codes import is_code
from compare.analysis.figure import RANGE, Figure, plain
from compare.analysis.hedges import hedge_before, hedge_behind
from compare.analysis.measured import Amount
from compare.analysis.people import WITHOUT_S
from compare.analysis.units import Unit, normal


def range_of(text: str, language: str, one: Amount, other: Amount) -> Figure | None:
    """Return two amounts as one figure if they are the ends of a range, lower end first; else ``None``."""
    opening = _OPENING.search(text, max(0, one.start - 10), one.start)
    opened = opening["word"].lower() if opening else ""
    if not _joined(text, language, one, other, opened):
        return None
    unit, low = _shared(one, other), _low_end(one, other)
    if unit is None or low is None or (unit is units.COUNT and not _counts(text, language, one, other, opened)):
        return None
    bottom, top = normal(low, one.unit or unit), normal(other.numeral.value, unit)
    if bottom >= top:
        return None
    hedge = hedge_before(text, one.start, unit.name, language) or hedge_behind(text, other.end, language)
    return Figure(unit.kind, f"{plain(bottom)}{RANGE}{plain(top)}", unit.name, one.start, other.end, hedge)


def _joined(text: str, language: str, one: Amount, other: Amount, opened: str) -> bool:
    """Whether a dash or the words for it join two amounts, and nothing says that one became the other."""
    between = _HANGING.sub("", text[one.end : other.start]).strip(" ")
    if between in _DASHES:
        # "6-foot-7" is no range, "$5-7 billion" is
        return one.unit is None or other.unit is not None or bool(one.numeral.sign)
    if opened not in _TO.get(language, {}).get(between.lower(), frozenset()):
        return False
    if one.unit is None and other.unit is not None and _BY.search(text, max(0, one.start - 3), one.start):
        return True  # "fell by 60 to 70 percent"; "fell by 3% to 12%" is a change
    return opened not in _FROM | {""} or _CHANGE.search(text, max(0, one.start - 60), one.start) is None


_BY = re.compile(r"\bby\s$")


_HANGING = re.compile(r"^-\s?(?=[^\W\d_])")
"""The hyphen of "a 24- to 30-foot dhow", whose unit comes later."""

_DASHES = frozenset("-–‑")


def _shared(one: Amount, other: Amount) -> Unit | None:
    """The unit of both, that of the second if the first has none; ``None`` if they differ."""
    unit = other.unit or one.unit or units.COUNT
    same = one.unit is None or (one.unit.kind, one.unit.name) == (unit.kind, unit.name)
    return unit if same else None


_OPENING = re.compile(r"\b(?P<word>between|from|entre|desde|de|zwischen|von|tra|fra|da|tussen|van)\s$", re.IGNORECASE)
_FROM = frozenset({"from", "desde", "de", "von", "da", "van"})
_TO = {
    "en": {"to": frozenset({"from", ""}), "and": frozenset({"between"})},
    "es": {"a": frozenset({"desde", "de", ""}), "y": frozenset({"entre"})},
    "fr": {"à": frozenset({"de", ""}), "et": frozenset({"entre"})},
    "de": {"bis": frozenset({"von", ""}), "und": frozenset({"zwischen"})},
    "it": {"a": frozenset({"da", ""}), "e": frozenset({"tra", "fra"})},
    "pt": {"a": frozenset({"de", ""}), "e": frozenset({"entre"})},
    "nl": {"tot": frozenset({"van", ""}), "en": frozenset({"tussen"})},
}
"""By language, what may stand between the ends of a range, and before both; empty where nothing need."""

_CHANGE = re.compile(
    r"\b(?:(?:increas|decreas|climb|jump|drop|reduc|lower|slash|edg|slip|plung|declin|soar|surg|boost|expand|chang|revis|"
    r"doubl|tripl|defeat|aument)\w*|r[io]ses?|risen|rising|f[ae]lls?|fallen|falling|gr[eo]ws?|grown|growing|cuts?|cutting|"
    r"rais(?:es?|ed|ing)|shr[aiu]nk|went|gone|up|down|wins?|won|beat|lost|leads?|led|subió|bajó|pas[óé]|hausse|stieg|sank)\b",
    re.IGNORECASE,
)


def _low_end(one: Amount, other: Amount) -> Decimal | None:
    """The lower number, with the scale of the higher where it has none: "$140 to $150 million"."""
    lacks = one.numeral.power == 0 and other.numeral.power > 0 and one.numeral.base < other.numeral.base
    if lacks and one.unit is not None and not one.numeral.sign:
        return None
    return one.numeral.base * Decimal(10) ** other.numeral.power if lacks else one.numeral.value


def _counts(text: str, language: str, one: Amount, other: Amount, opened: str) -> bool:
    """Whether two bare numbers are a range and no score, season or telephone number: something counted must follow."""
    if text[other.end : other.end + 1] in ("-", "–", ".", "/") and text[other.end + 1 : other.end + 2].isdigit():
        return False
    if text[max(0, one.start - 1) : one.start] in ("-", "–"):
        return False
    if opened and opened not in _FROM:
        return True
    if other.numeral.power > one.numeral.power == 0:
        return True  # "two to three million"
    large = one.numeral.base >= 10 or not one.numeral.digits or other.numeral.power > 0
    return large and bool(_COUNTED.match(text, other.end)) and not is_code(text, one.numeral, language)


_COUNTED = re.compile(
    rf"\s(?:[a-z]+\s)?(?:[a-z]{{3,}}(?<!s)s|{'|'.join(WITHOUT_S)}|staff|crew|personnel|police|cattle|sheep|aircraft)\b",
    re.IGNORECASE,
)
