"""What a number in a text measures: by the sign or phrase before it, or the unit behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.analysis import units
from compare.analysis.dates import WEEKDAY_OF
from compare.analysis.number_words import AND_A_HALF
from compare.analysis.numerals import Numeral
from compare.analysis.people import PERSONS
from compare.analysis.units import CODES, SIGNS, Unit
from compare.model import FactKind
from compare.model.calendar import MONTH_OF
from compare.model.words import UPPER, either


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, ``None`` if it has none, and the place that both take."""

    numeral: Numeral
    unit: Unit | None
    start: int
    end: int


def measured(text: str, language: str, numeral: Numeral) -> Amount:
    """Return a number of a text with its unit, and with its sign if it is below zero."""
    unit, start, end = _unit(text, language, numeral)
    near = text[max(0, start - 2) : start].lower() in _MINUS_ENDS
    minus = _MINUS.search(text, max(0, start - 7), start) if near else None
    if minus and _is_negative(minus["minus"], unit):
        start, numeral = minus.start("minus"), replace(numeral, base=-numeral.base)
    if unit is not None and numeral.power == 0 and language == "en" and (half := _AND_A_HALF.match(text, end)):
        numeral, end = replace(numeral, base=numeral.base + _HALF, step=_HALF), half.end()
    return Amount(numeral, unit, start, end)


_HALF = Decimal("0.5")
_AND_A_HALF = re.compile(AND_A_HALF, re.IGNORECASE)
"""Behind a unit of which there is half a one more."""


def _is_negative(minus: str, unit: Unit | None) -> bool:
    """Whether what stands before a number makes it negative: a hyphen or dash only that of a share or temperature."""
    if unit is None:
        return minus not in "-–"
    return unit.kind is FactKind.PERCENTAGE or unit.name == "°C"


_MINUS = re.compile(r"(?:^|[\s(])(?P<minus>[-−–]|minus\s)$", re.IGNORECASE)
"""Before a number: a dash that no number or word stands right before."""

_MINUS_ENDS = frozenset(before + dash for before in ("", " ", "(", "\n") for dash in "-−–") | {"s "}


def _unit(text: str, language: str, numeral: Numeral) -> tuple[Unit | None, int, int]:
    """The unit of a number, from what stands before it or else behind it, and the place that both take."""
    marked = _marked(text, numeral)
    if marked is not None:
        return marked
    start, end = numeral.start, numeral.end
    if numeral.scale == "m":
        return (units.MEGAMETRE if _is_length(text, numeral) else None), start, end
    if _is_age(text, numeral):
        return units.AGE, start, end
    if (joined := _JOINED.match(text, end)) and _measures(text, numeral, joined[0]):
        return units.UNITS[_JOINED_UNITS[joined[0]]], start, joined.end()
    followed = units.unit_at(text, end, language)
    if followed is None:
        return None, start, end
    unit, past = followed
    return (_pound(text, numeral, past) if unit is units.POUND else unit), start, past


_JOINED = re.compile(r"(?:C|pc|p|in)\b")
_JOINED_UNITS = {"C": "degrees c", "pc": "percent", "p": "pence", "in": "inches"}
"""Units that stand right behind the digits, and are other words apart from them."""

_LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160})
"""Of how many lines a moving picture is: "1080p"."""


def _measures(text: str, numeral: Numeral, unit: str) -> bool:
    """Whether a unit that is joined to a number is one: "2.6C", "to 35C" and "214p" are, "seat 12C" and "720p" are
    not."""
    if unit == "p":
        return numeral.digits and numeral.base not in _LINES
    fine = numeral.base != numeral.base.to_integral_value()
    warm = fine or _WARMTH.search(text, max(0, numeral.start - 10), numeral.start) is not None
    return numeral.digits and (unit != "C" or warm)


_WARMTH = re.compile(r"\b(?:to|at|above|below|of|than|reached|hit|by|and)\s$")


def _marked(text: str, numeral: Numeral) -> tuple[Unit, int, int] | None:
    """The unit of a number that a sign or a phrase tells: "$5", "magnitude 6", "aged 52", "12-year-old"."""
    start, end = numeral.start, numeral.end
    if numeral.sign:
        currency = CODES.get(numeral.sign) or SIGNS[numeral.sign]
        return Unit(FactKind.MONEY, currency, Decimal(1)), start, end
    if named := _NAMED.search(text, max(0, start - 40), start):
        return (units.MAGNITUDE if named["what"].lower() == "magnitude" else units.CATEGORY), named.start(), end
    if _AGED.search(text, max(0, start - 12), start) or _died_at(text, numeral) or _is_said_to_be(text, numeral):
        return units.AGE, start, end
    old = _OLD.match(text, end)
    if old is None and _PERSON_OF.search(text, max(0, start - 20), start):
        old = _YEARS.match(text, end)  # "un hombre de 42 años"
    if old:
        return units.AGE, start, old.end()
    if quake := _QUAKE.match(text, end):
        return units.MAGNITUDE, start, quake.end()
    return None


_NAMED = re.compile(r"\b(?P<what>magnitude|category)(?:\s(?:of|was))?[\s-]$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:ages?|aged|ages? of|edad de|âgée?s? de)\s$", re.IGNORECASE)
_DIED = re.compile(r"\b(?:die[sd]?|dead)\sat\s$", re.IGNORECASE)
_DIED_ENDS = re.compile(r"\s*$|[,.;:!?)\"”’](?!\d)|\s(?:after|from|following|of)\b")
"""Behind an age at death; an hour or a house number goes on otherwise."""

_OLD = re.compile(
    r"[\s-]years?[\s-](?:old|of[\s-]age)s?\b|[\s-]jährige?[rnsm]?\b|-jarigen?\b|enn[ei]\b|[\s-]ans(?=,)"
    r"|\saños de edad\b",
    re.IGNORECASE,
)
_PERSON_OF = re.compile(
    r"\b(?:hombres?|mujer|joven|niñ[oa]|chic[oa]|varón|ancian[oa]|homme|femme|garçon|fille|fillette|enfant|uomo|donna"
    r"|ragazz[oa]|bambin[oa]|homem|mulher|menin[oa]|criança|jovem)\sd(?:e\s|i\s|['’])$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s(?:años|ans|anni|anos)\b", re.IGNORECASE)
_QUAKE = re.compile(
    r"-magnitude\b|\s(?:magnitude\b|(?:degrees\s)?on the (?:open-ended )?Richter scale\b)", re.IGNORECASE
)


def _is_length(text: str, numeral: Numeral) -> bool:
    """Whether "m" behind a number stands for metres: nobody writes a billion as "1,500m", and "the 200m" is a race."""
    if numeral.base >= 1000 or _SIZE.match(text, numeral.end):
        return True
    near = max(0, numeral.start - 30), numeral.start
    if _LENGTH.search(text, *near):
        return True
    return (
        numeral.base in _RACES
        and _THE.search(text, *near) is not None
        and _RACE_ENDS.match(text, numeral.end) is not None
    )


_LENGTH = re.compile(
    r"\b(?:(?:depth|height|width|length|distance|altitude|radius)\sof|swam|ran|dived|climbed|walked|plunged|(?:wo)?men['’]s)"
    r"\s(?:about\s|around\s|some\s|nearly\s|almost\s|up\sto\s|more\sthan\s)?$",
    re.IGNORECASE,
)
_RACES = frozenset(map(Decimal, (60, 100, 110, 200, 400, 800)))
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_RACE_ENDS = re.compile(r"\W*$|[.,;:!?)]|\s(?:and|or|at|on|titles?|gold|silver|bronze|medal|champion|record|in\s\d)")

_SIZE = re.compile(
    r"[\s-](?:tall|high|deep|wide|long|below|above|beyond|away|apart|off|from\sthe|upstream|downstream|underwater|underground|swells?|waves?|drop|cliff|tower|fence"
    r"|wall|radius|race|runners?|hurdlers?|sprinters?|swimmers?|final|finals|semi-?finals?|heats?|relay|dash|sprint|hurdles|freestyle|backstroke|breaststroke"
    r"|butterfly|medley)\b"
)


def _died_at(text: str, numeral: Numeral) -> bool:
    """Whether a number is the age at which somebody died: "dead at 85"."""
    near = _DIED.search(text, max(0, numeral.start - 12), numeral.start)
    return near is not None and _may_be_age(numeral) and _DIED_ENDS.match(text, numeral.end) is not None


def _is_said_to_be(text: str, numeral: Numeral) -> bool:
    """Whether a number is the age that somebody is said to have: "Moss, who is 58, said", "23 and 36 years old"."""
    near = _SHE_IS.search(text, max(0, numeral.start - 14), numeral.start)
    if not _may_be_age(numeral):
        return False
    beside = _AND_OLD.match(text, numeral.end) is not None
    return beside or (near is not None and _AGE_ENDS_SENTENCE.match(text, numeral.end) is not None)


_AND_OLD = re.compile(r",?\s(?:and|or)\s\d{1,3}[\s-]years?[\s-]olds?\b", re.IGNORECASE)
_SHE_IS = re.compile(r"\b(?:who|s?he)\s(?:is|was|turn(?:s|ed))\s$", re.IGNORECASE)


def _may_be_age(numeral: Numeral) -> bool:
    return numeral.digits and not numeral.scale and 1 <= numeral.base <= 110


def _is_age(text: str, numeral: Numeral) -> bool:
    """Whether a number stands behind a person as an age does: "Verhulst, 52, had", "a boy, 7, was"."""
    stands = _BEHIND_NAME.search(text, max(0, numeral.start - 30), numeral.start)
    if stands is None or stands["name"].lower() in _NO_NAMES or not _may_be_age(numeral):
        return False
    ends = _AGE_ENDS_SENTENCE if _FULL_NAME.search(text, max(0, numeral.start - 60), numeral.start) else _AGE_ENDS
    return ends.match(text, numeral.end) is not None


_BEHIND_NAME = re.compile(
    rf"\b(?P<name>[{UPPER}][\w’'-]+|boy|girl|daughter|husband|teenager|suspect|gran|star|ace"
    rf"|[a-z-]*(?:man|woman|ist)|{either(PERSONS)}),\s(?:de\s)?$"
)
_AGE_ENDS = re.compile(r"(?:,\s(?!\d)|\saños[,.])")
_AGE_ENDS_SENTENCE = re.compile(rf"{_AGE_ENDS.pattern}|[.;)](?:[\s”\"]|$)")
_FULL_NAME = re.compile(rf"\b[{UPPER}][\w’'-]*[a-zà-ÿ]\s[{UPPER}][\w’'-]*[a-zà-ÿ],\s$")
"""Before an age that ends a sentence: "said Ada Moss, 41." A surname alone may be a team with its points."""

_NO_NAMES = MONTH_OF.keys() | WEEKDAY_OF.keys()


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
    r"\s(?:(?:sterling|a (?:year|month|week)|in (?:damages|cash|fines|tax|aid|compensation))\b"
    r"|\((?:[a-z]+\s){0,2}(?:US)?[$€])",
    re.IGNORECASE,
)
"""Behind a sum of money; no weight is converted to dollars."""

_WEIGHED = re.compile(r"\s(?:of\s(?!debt|damage|aid|public|taxpayer)|heavier|lighter|overweight)", re.IGNORECASE)
_WEIGHS = re.compile(r"\bweigh(?:s|ed|ing|t)?\b[^.;]{0,40}$|\b(?:lost|shed|gained)\s(?:\w+\s){0,2}$", re.IGNORECASE)
