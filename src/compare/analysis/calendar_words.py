"""Days and years told otherwise than by a date: "the end of January", "Boxing Day", "36 years ago", "next year".

They are no figures that a text has alone or that contradict others; but nobody is alone with "31 January" where another
text has "the last day of January", nor with "1990" where one of 2026 has "36 years ago".
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from compare.analysis.numerals import numerals
from compare.analysis.words import small_words
from compare.model.calendar import MONTH_OF, MONTHS

_NAMED = {
    "new year's day": "01-01", "valentine's day": "02-14", "st patrick's day": "03-17", "april fools' day": "04-01",
    "may day": "05-01", "independence day": "07-04", "fourth of july": "07-04", "bastille day": "07-14",
    "halloween": "10-31", "armistice day": "11-11", "christmas eve": "12-24", "christmas day": "12-25",
    "boxing day": "12-26", "new year's eve": "12-31",
}  # fmt: skip
"""Days that have a name, by month and day."""

_END = re.compile(
    rf"\b(?:(?:end|last\sday)\sof\s(?P<month>{'|'.join(MONTHS['en'])})|(?P<whose>{'|'.join(MONTHS['en'])})['’]s\send)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?P<many>(?:[\w,]+[\s-]){1,3})(?P<unit>year|decade)s?\sago\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?P<which>last|this|next)\syear\b", re.IGNORECASE)
_WHICH = {"last": -1, "this": 0, "next": 1}
_YEARS = {"year": 1, "decade": 10}

ROUNDLY = 20
"""What is told as so many years ago may be off by a year, and by this part of them: "more than 1,100 years ago"."""


def tells_day(text: str, value: str) -> bool:
    """Return whether an English text tells a day, given as ``2027-01-31`` or ``--01-31``, by a name of its own or as
    the end of its month."""
    return value[-5:] in _days(text)


def tells_year(text: str, year: int, published: int) -> bool:
    """Return whether an English text that was published in a year tells another year as so many years ago, or as the
    next one."""
    return any(low <= year - published <= high for low, high in _years(text))


def tells_age(text: str, age: int, published: int) -> bool:
    """Return whether an English text tells in which year before Christ a thing was made that is so many years old."""
    made = (int(match["year"].replace(",", "")) for match in _BEFORE_CHRIST.finditer(text))
    return any(abs(published + year - age) <= age // ROUNDLY for year in made)


_BEFORE_CHRIST = re.compile(r"\b(?P<year>\d{1,3}(?:,?\d{3})?)\s?B\.?C\b")


@lru_cache(maxsize=1024)  # a text is asked for each day that others give
def _days(text: str) -> frozenset[str]:
    words = small_words(text)
    told = {day for name, day in _NAMED.items() if words.issuperset(name.split("'")[0].split())}
    if told:
        plain = text.lower().replace("’", "'")
        told = {day for name, day in _NAMED.items() if day in told and name in plain}
    ends = () if words.isdisjoint(("end", "last")) else _END.finditer(text)
    for match in ends:
        month = MONTH_OF[(match["month"] or match["whose"]).lower()]
        told |= {f"{month:02}-{day:02}" for year in (2024, 2025) for day in monthrange(year, month)[1:]}
    return frozenset(told)


@lru_cache(maxsize=1024)
def _years(text: str) -> frozenset[tuple[int, int]]:
    """How many years later than its own a text tells, at least and at most."""
    words = small_words(text)
    told = set() if "year" not in words else {(_WHICH[m["which"].lower()],) * 2 for m in _BESIDE.finditer(text)}
    for match in _AGO.finditer(text) if "ago" in words else ():
        many = numerals(match["many"], "en")
        if many or match["many"].split()[-1].lower() in ("a", "one"):
            ago = int(many[-1].value if many else 1) * _YEARS[match["unit"].lower()]
            off = max(1, ago // ROUNDLY)
            told.add((-ago - off, -ago + off))
    return frozenset(told)
