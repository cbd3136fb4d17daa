"""Dates as sources write them, to ISO 8601. What is not understood for certain is no date."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from compare.model.calendar import MONTHS, SHORT_MONTHS

_MONTHS = {**MONTHS["en"], **SHORT_MONTHS}
_NAMED = re.compile(
    r"(?:\w+,?\s+)?(?:(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month2>[a-z]{3,9})\.?),?\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?|\d{8}(?:T\d{4}.*)?")
_ZONE = re.compile(r" ?(?:UTC|GMT)$")
_OFFSET = re.compile(r" (?=[+-]\d\d:?\d\d$)")
_HALF_DAY = re.compile(r"\d ?[ap]\.? ?m\b", re.IGNORECASE)
LONGEST = 100
"""Code points of a date, weekday, time and zone included."""


def iso(value: object) -> str | None:
    """Return a date or date-time in ISO 8601, or ``None`` if the value is not certainly one.

    Understood are dates of TOML, ISO 8601 itself, those of mail headers, and English ones that name the month, with
    no time of theirs. One such as 03/04/2025 may be of March or of April, and is not; 15.10.2025 can be of October
    alone. Nor is a count of seconds a date.

    >>> iso("2025-10-15T08:00Z"), iso("Wed, 15 Oct 2025 08:00:00 +0000"), iso("October 15, 2025"), iso("03/04/2025")
    ('2025-10-15T08:00:00+00:00', '2025-10-15T08:00:00+00:00', '2025-10-15', None)
    >>> iso("15.10.2025"), iso("10/15/2025 8:00 AM")
    ('2025-10-15', '2025-10-15')
    """
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    text = " ".join(str(value)[: LONGEST + 1].split())
    if len(text) > LONGEST:
        return None
    return _iso(text) or _of_mail(text) or _named(text) or _numbered(text)


def utc(value: object) -> str | None:
    """Return the same as :func:`iso`, a time that has a zone in UTC: what feeds give is sorted by it.

    >>> utc("Wed, 15 Oct 2025 14:02:00 +0200"), utc("2025-10-15")
    ('2025-10-15T12:02:00+00:00', '2025-10-15')
    """
    found = iso(value)
    if found is None or "T" not in found:
        return found
    time = datetime.fromisoformat(found)
    try:
        return (time.astimezone(UTC) if time.tzinfo else time).isoformat(timespec="seconds")
    except OverflowError:  # in the first hours of the year 1, or the last of 9999
        return None


def _iso(text: str) -> str | None:
    if not _ISO.fullmatch(text):
        return None
    bare = _OFFSET.sub("", _ZONE.sub("+00:00", text))
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(bare).isoformat()
        except ValueError:
            continue
    return None


def _of_mail(text: str) -> str | None:
    # without a time, the standard library guesses at what is which; with "8:00 PM", it takes the morning
    if ":" not in text or _HALF_DAY.search(text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _named(text: str) -> str | None:
    found = _NAMED.match(text)
    month = _MONTHS.get((found["month"] or found["month2"]).casefold()) if found else None
    if found is None or month is None:
        return None
    return _date(int(found["year"]), month, int(found["day"] or found["day2"]))


def _numbered(text: str) -> str | None:
    """Read day and month as numbers, where only one of the two ways to read them gives a date."""
    found = _NUMBERED.match(text)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    days = {day for month, first in ((one, other), (other, one)) if (day := _date(year, month, first))}
    return days.pop() if len(days) == 1 else None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
