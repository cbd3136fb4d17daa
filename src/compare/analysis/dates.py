"""Days, weekdays, years and times of day in a text; days are resolved where the date of publication tells which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from compare.analysis.figure import Figure, Taken
from compare.analysis.hours import CLOCK, PART_OF_DAY, in_day, shifted, spoken_times, time_of
from compare.analysis.tenses import is_past
from compare.analysis.words import small_words
from compare.analysis.zones import zoned_times
from compare.model import FactKind
from compare.model.calendar import MONTH_OF, WEEKDAYS, ZONES
from compare.model.words import UPPER, either

_ALSO_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset({"may", "march", "mar"}),
    "es": frozenset({"mar"}),
    "it": frozenset({"mai"}),
    "pt": frozenset({"mar"}),
}
"""Months that are other words too where they have no capital, by language: "at least 12 may have died"."""

_PARTS = {
    "de": ("morgen", "früh", "vormittag", "mittag", "nachmittag", "abend", "nacht"),
    "nl": ("ochtend", "morgen", "middag", "avond", "nacht"),
}
"""Times of day that are written in one word with the weekday, by language."""

_ORDER = tuple(WEEKDAYS["en"])
WEEKDAY_OF = {
    f"{name}{part}": _ORDER[n]
    for language, days in WEEKDAYS.items()
    for name, n in days.items()
    for part in ("", *_PARTS.get(language, ()))
}
"""Each weekday in English by all its names: "Dienstagabend" is a Tuesday."""

_YESTERDAY = frozenset({"yesterday", "ayer", "hier", "gestern", "ieri", "ontem", "gisteren"})
_TOMORROW = frozenset({"tomorrow", "demain", "domani", "amanhã"})
_TWELVE = {"noon": "12:00", "midday": "12:00", "mediodía": "12:00", "midnight": "00:00", "medianoche": "00:00"}
"""Words for a time of day."""

_TWELVE_OF = re.compile(r"\b(?:12|twelve)\s$", re.IGNORECASE)
"""Before one of them, where it is part of the same time: "12 noon"."""

HALF_YEAR = 183
"""Days from the publication within which a day without its year is taken for the nearest one."""


_FLAGS = re.IGNORECASE
_MONTH = rf"(?P<month>{either(MONTH_OF)})\b"
_YEAR_AFTER = r"(?P<y>(?:1[89]|20)\d\d)"
_ALONE = r"(?<![\w.,:].)"
"""Behind the first digit of a time: nothing belongs to it on the left. A pattern that begins with a digit is fast."""

_TWELVE_HOURS = re.compile(
    rf"(?P<h>\d{_ALONE}\d?)(?:[:.](?P<m>\d{{2}}))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)", _FLAGS
)
_DAY_HOURS = re.compile(
    rf"(?P<h>\d{_ALONE}\d?)(?P<mark>[:.]|\s?h\s?)(?P<m>[0-5]\d)(?P<hours>\s?(?:h|hrs|horas|uhr|uur)\b)?(?![\d:%]|[.,]\d)",
    _FLAGS,
)
_HOUR = re.compile(rf"(?P<h>\d{_ALONE}\d?)(?:(?P<sure>\suhr)|\s(?:uur|heures?|horas)|(?=\sde\sla\s))\b", _FLAGS)
"""An hour without minutes, as other languages than English give it."""

_WHEN = re.compile(r"\b(?:at|was|about|around|before|after|until|till|since|from)\s$", _FLAGS)
_HALF_OF_DAY = re.compile(r"(?:\shoras)?\sde\sla\s(?:(?P<late>tarde|noche)|mañana|madrugada)\b", _FLAGS)
_ISO = re.compile(r"\d(?<![\d-].)\d{3}-(?:0\d|1[0-2])-[0-3]\d(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?P<d>\d(?<![\d].)(?<!\d[.,:/-].)\d?)(?:st|nd|rd|th|er|º|\.)?\s(?:of\s|de\s)?{_MONTH}"
    rf"(?:(?:,|\.?,?\s(?:de\s|del\s)?){_YEAR_AFTER})?(?!\d)",
    _FLAGS,
)
_MONTH_DAY = re.compile(
    rf"{_MONTH}\.?\s(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?![:.]\d|,\d{{3}}(?!\d)|\s?%)"
    rf"(?:,?\s?(?<!\d){_YEAR_AFTER})?(?!\d)",
    _FLAGS,
)
_YEAR = re.compile(
    r"(?:(?:19|20)(?<![\w.,$€£#/-]..)\d\d|21(?:(?<=\bby\s..)|(?<=\b[Ii]n\s..))00"
    r"|1[5-8](?:(?<=\b[Ii]n\s..)|(?<=\b[Ss]ince\s..))\d\d)"
    r"(?![\w,.%/-]*\d)(?!\s?%)(?!\w)(?!(?<=0)['’′]s\b)(?!\s(?:people|homes|jobs|dead)\b)"
)
"""A year; "the 1940's" are ten."""

LIKE_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""What looks like a year, be it one or a number."""

_BEFORE = re.compile(rf"\b(?:{either(WEEKDAY_OF)}),?\s(?:the\s|den\s|le\s)?$", _FLAGS)
"""A weekday right before a full date is part of it."""

_WHICH = re.compile(r"\b(?P<which>next|last)\s$", _FLAGS)
_TOLD = WEEKDAY_OF.keys() | _YESTERDAY | _TOMORROW | _TWELVE.keys() | {"today"}
_WORDS = _TOLD | MONTH_OF.keys()
_CUES = frozenset(word.removesuffix("-feira") for word in _WORDS)
_DIGIT = re.compile(r"\d")


@lru_cache
def _word(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){cue}(?:-feira)?(?![^\W\d_])", _FLAGS)


def dates(text: str, language: str, published: date | None, taken: Taken) -> list[Figure]:
    """Find the days, years and times of a text, without overlap, an earlier rule before a later one.

    A day stands as ``2025-10-15``, or ``--10-15`` where its year is open; a weekday that cannot be resolved as
    ``monday``, a time as ``18:40``. "Today" and its like are facts only if the date of publication is known. What
    they stand on is ``taken`` afterwards, and so is the 5 of "from 5 to 7 May". The ``language`` tells which months are
    other words as well.
    """
    cued = (m for cue in _CUES & small_words(text) for m in _word(cue).finditer(text))
    words = sorted((m for m in cued if m[0].lower() in _WORDS), key=lambda m: m.start())
    digits = _DIGIT.search(text) is not None
    full = _full(text, words, language, published) if digits else ()
    hours = _hours(text) if language != "en" else ()
    clock = (*zoned_times(text), *_years(text), *_times(text), *hours) if digits else ()
    spoken = spoken_times(text) if language == "en" else ()
    found: list[Figure] = []
    for told in (*full, *_told(text, words, published), *clock, *spoken):
        figure = shifted(text, told) if told.unit == CLOCK and language == "en" else told
        if figure and taken.is_free(figure.start, figure.end):
            taken.take(figure.start, figure.end)
            found.append(figure)
    for start, end in _days_beside(text, found):
        taken.take(start, end)
    return found


def date_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time, ``None`` if there is none, or no day of a report.

    What some programs write for "not known" is the first day of all, before which there is no week to count back.
    """
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if date.min.year < day.year < date.max.year else None


def weekday_of(value: str) -> str:
    """Return the weekday of a full ISO day, empty for any other value."""
    day = date_of(value) if len(value) == 10 else None
    return _ORDER[day.weekday()] if day else ""


def names_earlier_year(words: str, published: str | None) -> bool:
    """Return whether words name a year before that of a publication; any year, where that is unknown."""
    years, day = [int(m[0]) for m in LIKE_YEAR.finditer(words)], date_of(published)
    return bool(years) and (day is None or min(years) < day.year)


def clock_times(text: str) -> Iterator[Figure]:
    """Yield the times of day that an English text tells in digits with their minutes, or with "a.m." and its like."""
    if _DIGIT.search(text):
        yield from zoned_times(text)
        yield from _times(text)


def same_date(unit: str, value: str, other: str) -> bool:
    """Return whether another date or time may be that of this unit and value: "15 October" with its year, "Monday" the
    day it was."""
    if unit == "year":
        return other.startswith(value)
    if unit == "weekday":
        return value in (other, weekday_of(other))
    if unit == "day":
        return other.endswith(value[-6:]) or other == weekday_of(value)
    return other == value


def _full(text: str, words: Sequence[re.Match[str]], language: str, published: date | None) -> Iterator[Figure]:
    for m in _ISO.finditer(text):
        if date_of(m[0]):
            yield Figure(FactKind.DATE, m[0], "day", m.start(), m.end())
    months = [word for word in words if word[0].lower() in MONTH_OF]
    also_words = _ALSO_WORDS.get(language, frozenset())
    behind = (m for m in (_MONTH_DAY.match(text, word.start()) for word in months) if m)
    for m in (*(_DAY_MONTH.finditer(text) if months else ()), *behind):
        month, day = MONTH_OF[m["month"].lower()], int(m["d"])
        if 1 <= day <= 31 and m["month"] not in also_words:
            year = m["y"] or _year_of(text, month, day, published)
            weekday = _BEFORE.search(text, max(0, m.start() - 18), m.start())
            start = weekday.start() if weekday else m.start()
            yield Figure(FactKind.DATE, f"{year}-{month:02}-{day:02}", "day", start, m.end())


def _days_beside(text: str, found: Iterable[Figure]) -> Iterator[tuple[int, int]]:
    """The places of numbers that are days of the month that a date beside them tells: "5 and 7 May", "May 5 to 7"."""
    for figure in found:
        if figure.unit == "day" and text[figure.start].isdigit():
            beside = _DAY_BEFORE.search(text, max(0, figure.start - 14), figure.start)
        elif figure.unit == "day" and text[figure.end - 1].isdigit():
            beside = _DAY_BEHIND.match(text, figure.end)
        else:
            continue
        if beside:
            yield beside.span("d")


_DAY_BEFORE = re.compile(
    r"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th|\.)?\s(?:to|and|or|until|y|al?|et|au|und|bis|e|en|tot)\s(?:the\s)?$", _FLAGS
)
_DAY_BEHIND = re.compile(r"\s(?:to|and|or)\s(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?=[.,;:)](?!\d)|\s*$)")


def _year_of(text: str, month: int, day: int, published: date | None) -> str:
    """The year of a day that is written without it: the nearest to the publication, unless the text names years."""
    if published is None or _YEAR.search(text):
        return "-"
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            near = abs((date(year, month, day) - published).days) < HALF_YEAR
        except ValueError:
            continue
        if near:
            return str(year)
    return "-"


def _told(text: str, words: Sequence[re.Match[str]], published: date | None) -> Iterator[Figure]:
    """Weekdays, "noon", and "yesterday" and its like."""
    for m in words:
        word = m[0].lower()
        if word in _TWELVE:
            if m[0].islower():
                hour = _TWELVE_OF.search(text, max(0, m.start() - 7), m.start())
                yield Figure(FactKind.DATE, _TWELVE[word], CLOCK, hour.start() if hour else m.start(), m.end())
        elif word in WEEKDAY_OF and not (m[0].islower() and word in _ORDER):
            day = _weekday(text, m, published) if published else None
            value, unit = (day.isoformat(), "day") if day else (WEEKDAY_OF[word], "weekday")
            yield Figure(FactKind.DATE, value, unit, m.start(), m.end())
        elif published and word in _TOLD and text[m.end() : m.end() + 1] not in ("'", "’"):
            if word == "today" and not is_past(text, m.start(), m.end(), reach=20):
                continue  # "nowadays"
            step = -1 if word in _YESTERDAY else 1 if word in _TOMORROW else 0
            yield Figure(FactKind.DATE, (published + timedelta(days=step)).isoformat(), "day", m.start(), m.end())


def _weekday(text: str, m: re.Match[str], published: date) -> date | None:
    """The day a weekday means: told in the past the last one, after "next" the coming one; else nobody knows.

    "Last Monday" is either of two, and so is left open.
    """
    weekday = _ORDER.index(WEEKDAY_OF[m[0].lower()])
    which = _WHICH.search(text, max(0, m.start() - 6), m.start())
    if which and which["which"].lower() == "next":
        return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
    if which or not is_past(text, m.start(), m.end()):
        return None
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def _years(text: str) -> Iterator[Figure]:
    for m in _YEAR.finditer(text):
        yield Figure(FactKind.DATE, m[0], "year", m.start(), m.end())


def _times(text: str) -> Iterator[Figure]:
    for m in _TWELVE_HOURS.finditer(text):
        hour, minute = int(m["h"]) % 12 + (12 if m["half"].lower() == "p" else 0), int(m["m"] or 0)
        if 1 <= int(m["h"]) <= 12 and minute < 60 and not _is_stamp(text, m):
            yield Figure(FactKind.DATE, time_of(60 * hour + minute), CLOCK, m.start(), m.end())
    for m in _DAY_HOURS.finditer(text):
        part, hour = PART_OF_DAY.match(text, m.end()), int(m["h"])
        spoken = m["mark"] != "." or m["hours"] or _AT.search(text, max(0, m.start() - 6), m.start())
        spoken = spoken or (part and _WHEN.search(text, max(0, m.start() - 8), m.start()))
        if spoken and hour < 24 and not (_is_stamp(text, m) or _ON_THE_CLOCK.match(text, m.end())):
            yield Figure(FactKind.DATE, time_of(in_day(60 * hour + int(m["m"]), part)), CLOCK, m.start(), m.end())


_ON_THE_CLOCK = re.compile(
    r"\s(?:left|remaining|minutes|mark|to\s(?:go|play)|(?:of|into|in)\sthe\s(?:clock|game|(?:\w+\s)?(?:half|quarter|period|round)))\b",
    _FLAGS,
)
"""Behind what is played or left of a game, and no time of day: "with 4:48 remaining"."""


def _is_stamp(text: str, m: re.Match[str]) -> bool:
    """Whether an hour is that of an entry in a live report, which says when it was written: "20:15 Moss scores"."""
    return not text[: m.start()].strip() and _ENTRY.match(text, m.end()) is not None


_ENTRY = re.compile(
    r"(?:\s?[ap]\.?\s?m\b\.?)?"
    rf"\s(?!(?:{'|'.join(ZONES)}|{'|'.join(map(str.capitalize, WEEKDAYS['en']))}|Uhr)\b)[{UPPER}]\w"
)


def _hours(text: str) -> Iterator[Figure]:
    """Hours without minutes."""
    for m in _HOUR.finditer(text):
        half = _HALF_OF_DAY.match(text, m.end("h"))
        if not (m["sure"] or half or _AT.search(text, max(0, m.start() - 6), m.start())) or int(m["h"]) >= 24:
            continue
        hour = int(m["h"]) + (12 if half and half["late"] and int(m["h"]) < 12 else 0)
        yield Figure(FactKind.DATE, time_of(60 * hour), CLOCK, m.start(), half.end() if half else m.end())


_AT = re.compile(r"\b(?:a\slas?|alle|dalle|às|om|um|à|vers|dès)\s$", _FLAGS)
"""Before a time: what follows is no length of time."""
