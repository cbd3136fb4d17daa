"""Sums, percentages, counts, dates and times of day in a text, by rules that are data, with normalised values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from compare.model import FactKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A checkable detail in a text: its normalised ``value`` and ``unit``, its span in code points, and its hedge."""

    kind: FactKind
    value: str
    unit: str
    start: int
    end: int
    hedge: str | None = None


SCALES = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
    "mil": 3, "millón": 6, "millones": 6, "mio": 6, "mrd": 9, "millionen": 6, "milliarden": 9, "milliards": 9,
    "millions": 6, "milioni": 6, "miliardi": 9, "milhões": 6, "miljoen": 6, "miljard": 9,
}  # fmt: skip
"""Powers of ten that follow a number."""

SHORT_SCALES = {"k": 3, "m": 6, "mn": 6, "bn": 9}
"""The same, where they stand right behind the digits; apart from them they are other units: "5 m" is a depth."""

CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "dollar": "USD", "dollars": "USD", "dólares": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "pounds": "GBP", "gbp": "GBP", "yen": "JPY", "rupees": "INR",
}  # fmt: skip
"""Signs and words of a currency. A bare dollar is taken for the US one."""

HEDGES = (
    "about", "approximately", "around", "roughly", "nearly", "almost", "some", "more than", "over", "at least",
    "up to", "less than", "fewer than", "under", "as many as", "an estimated", "a reported", "reportedly",
    "unos", "unas", "cerca de", "alrededor de", "más de", "menos de", "al menos", "casi",
)  # fmt: skip
"""Words right before a figure that weaken it."""

NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "veinte": 20, "treinta": 30,
}  # fmt: skip
"""Numbers in words. "One" and its like are articles more often than figures."""

_ONLY_SPANISH = frozenset({"once"})

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan enero", "february feb febrero", "march mar marzo", "april apr abril", "may mayo",
            "june jun junio", "july jul julio", "august aug agosto", "september sept sep septiembre",
            "october oct octubre", "november nov noviembre", "december dec diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_ALSO_WORDS = frozenset({"may", "march", "mar"})
"""Months that are other words too where they have no capital: "at least 12 may have died"."""

WEEKDAYS = {
    name: day
    for day, names in {
        "monday": "monday lunes",
        "tuesday": "tuesday martes",
        "wednesday": "wednesday miércoles",
        "thursday": "thursday jueves",
        "friday": "friday viernes",
        "saturday": "saturday sábado",
        "sunday": "sunday domingo",
    }.items()
    for name in names.split()
}


def _any(words: dict[str, object] | tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_NUMBER = r"(?>\d+(?:[.,]\d+)*)"
"""Digits with their separators, all of them or none: part of a number is another number."""

_MONTH = rf"(?P<month>{_any(dict(MONTHS))})\b"
_FLAGS = re.IGNORECASE
_SCALE = rf"(?:[\s-](?P<%s>{_any(dict(SCALES))})\b|(?P<%s>{_any(dict(SHORT_SCALES | SCALES))})\b)?"

_MONEY = re.compile(
    rf"(?<![\w.,])(?:(?P<sign>(?:us|a|c|nz|hk|s)\$|[$€£¥₹])\s?(?P<a>{_NUMBER}){_SCALE % ('long_a', 'short_a')}"
    rf"|(?P<b>{_NUMBER}){_SCALE % ('long_b', 'short_b')}(?:\s|-)?(?:de\s)?"
    rf"(?P<word>[€£]|(?:{_any(tuple(c for c in CURRENCIES if c.isalpha()))})\b))",
    _FLAGS,
)
_PERCENT = re.compile(rf"(?<![\w.,])(?P<a>{_NUMBER})\s?(?:%|per\s?cent\b|por\sciento\b)", _FLAGS)
_CLOCK = re.compile(r"(?<![\w.,:])(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b\.?", _FLAGS)
_CLOCK_24 = re.compile(
    r"(?<![\w.,:])(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?:\s?(?:h|hrs|horas|uhr)\b|(?![\d.,:%]))", _FLAGS
)
_A_LAS = re.compile(r"\ba\slas?\s(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?!\d)", _FLAGS)
_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<mo>0\d|1[0-2])-(?P<d>[0-3]\d)(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s|de\s)?{_MONTH}"
    r"(?:\.?,?\s(?:de\s|del\s)?(?P<y>(?:19|20)\d\d))?(?!\d)",
    _FLAGS,
)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\.?\s(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\d)", _FLAGS)
_WEEKDAY = re.compile(rf"\b(?P<day>{_any(dict(WEEKDAYS))})\b", _FLAGS)
_YEAR = re.compile(r"(?<![\w.,$€£-])(?:19|20)\d\d(?![\w,.%-]*\d)(?!\s?%)")
_PLAIN = re.compile(rf"(?<![\w.,:$€£-])(?P<a>{_NUMBER}){_SCALE % ('long', 'short')}(?![\w%:]|-\d)", _FLAGS)
_WORDS = re.compile(
    rf"\b(?P<a>{_any(dict(NUMBER_WORDS))})\b(?:-(?P<unit>two|three|four|five|six|seven|eight|nine)\b)?"
    rf"(?:\s(?P<scale>hundred|{_any(dict(SCALES))})\b)?",
    _FLAGS,
)
_HEDGE = re.compile(rf"(?:\b(?P<hedge>{_any(HEDGES)}))\s+$", _FLAGS)


def figures(text: str, language: str) -> list[Figure]:
    """Find the figures of a text, in order and without overlap.

    A day, date or time stands as written: ``2025-10-15``, ``--10-15`` without its year, ``monday``, ``18:40``.
    """
    found: list[Figure] = []
    for rule in _RULES:
        for figure in rule(text, language):
            if not any(figure.start < other.end and other.start < figure.end for other in found):
                found.append(figure)
    found.sort(key=lambda f: f.start)
    return [_hedged(text, figure) for figure in found]


def _money(text: str, language: str) -> Iterator[Figure]:
    for m in _MONEY.finditer(text):
        scale = m["long_a"] or m["short_a"] or m["long_b"] or m["short_b"]
        value = _value(m["a"] or m["b"], scale, language)
        unit = CURRENCIES[(m["sign"] or m["word"]).lower()]
        yield Figure(FactKind.MONEY, value, unit, m.start(), m.end())


def _percentages(text: str, language: str) -> Iterator[Figure]:
    for m in _PERCENT.finditer(text):
        yield Figure(FactKind.PERCENTAGE, _value(m["a"], None, language), "%", m.start(), m.end())


def _times(text: str, _language: str) -> Iterator[Figure]:
    for m in _CLOCK.finditer(text):
        hour = int(m["h"]) % 12 + (12 if m["half"].lower() == "p" else 0)
        if int(m["h"]) <= 12 and int(m["m"] or 0) < 60:
            yield Figure(FactKind.DATE, f"{hour:02}:{int(m['m'] or 0):02}", "time", m.start(), m.end())
    for m in _CLOCK_24.finditer(text):
        if ":" in m[0] or not m[0][-1].isdigit():
            yield Figure(FactKind.DATE, f"{int(m['h']):02}:{m['m']}", "time", m.start(), m.end())
    for m in _A_LAS.finditer(text):
        yield Figure(FactKind.DATE, f"{int(m['h']):02}:{m['m']}", "time", m.start("h"), m.end())


def _dates(text: str, _language: str) -> Iterator[Figure]:
    for m in _ISO.finditer(text):
        yield Figure(FactKind.DATE, m[0], "day", m.start(), m.end())
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for m in pattern.finditer(text):
            if 1 <= int(m["d"]) <= 31 and m["month"] not in _ALSO_WORDS:
                value = f"{m['y'] or '-'}-{MONTHS[m['month'].lower()]:02}-{int(m['d']):02}"
                yield Figure(FactKind.DATE, value, "day", m.start(), m.end())
    for m in _WEEKDAY.finditer(text):
        yield Figure(FactKind.DATE, WEEKDAYS[m["day"].lower()], "weekday", m.start(), m.end())
    for m in _YEAR.finditer(text):
        yield Figure(FactKind.DATE, m[0], "year", m.start(), m.end())


def _numbers(text: str, language: str) -> Iterator[Figure]:
    for m in _PLAIN.finditer(text):
        if m["short"] in ("k", "K"):
            continue  # "4K" is a picture, "10k" a run; a thousand only with a currency
        yield Figure(FactKind.NUMBER, _value(m["a"], m["long"] or m["short"], language), "", m.start(), m.end())
    for m in _WORDS.finditer(text):
        if m["a"].lower() in _ONLY_SPANISH and language != "es":
            continue
        base = NUMBER_WORDS[m["a"].lower()] + NUMBER_WORDS.get((m["unit"] or "").lower(), 0)
        scale = (m["scale"] or "").lower()
        value = Decimal(base) * (100 if scale == "hundred" else Decimal(10) ** SCALES.get(scale, 0))
        yield Figure(FactKind.NUMBER, f"{value:f}", "", m.start(), m.end())


_RULES: tuple[Callable[[str, str], Iterator[Figure]], ...] = (_money, _percentages, _dates, _times, _numbers)
"""In order of precedence: what an earlier rule has taken, a later one leaves alone."""


def _value(digits: str, scale: str | None, language: str) -> str:
    """Normalise a number as written.

    Of two kinds of separator the last is the point. One kind, more than once, groups thousands. A single one is the
    point where fewer or more than three digits follow or a lone 0 stands before it; before three digits it is what the
    language has it for.
    """
    kinds = set(digits) & {".", ","}
    last = max(digits.rfind("."), digits.rfind(","))
    if not kinds:
        plain = digits
    elif len(kinds) == 2:
        plain = re.sub("[.,]", "", digits[:last]) + "." + digits[last + 1 :]
    else:
        (mark,) = kinds
        groups = mark == ("," if language == "en" else ".")
        lone = digits.count(mark) == 1
        point = lone and (len(digits) - last != 4 or digits.startswith("0") or last > 3 or not groups)
        plain = digits.replace(mark, "." if point else "")
    value = Decimal(plain) * Decimal(10) ** (SHORT_SCALES | SCALES).get((scale or "").lower(), 0)
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _hedged(text: str, figure: Figure) -> Figure:
    before = _HEDGE.search(text[max(0, figure.start - 24) : figure.start])
    if before is None:
        return figure
    return Figure(figure.kind, figure.value, figure.unit, figure.start, figure.end, before["hedge"].lower())
