"""Dates of pages to ISO 8601. What cannot be told for sure, such as 05/06/2019, is no date."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

FIRST, LAST = 1990, 2100
"""Years between which a page can have been published; anything else is a placeholder."""

LONGEST = 100
"""Code points of what can be a date."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_WORDED = re.compile(
    rf"(?:\w+,? )?(?:{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.replace('month', 'month2')},? (?P<year2>\d{{4}}))\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")
_ZONE = re.compile(r" ?(?:UTC|GMT|Z)$")
_OFFSET = re.compile(r" (?=[+-]\d\d:?\d\d$)")


def iso_of(value: str | None) -> str | None:
    """Return a date or a date-time in ISO 8601, ``None`` if the value is none or is ambiguous.

    >>> iso_of("2019-11-18T09:30:00Z"), iso_of("November 18, 2019"), iso_of("18/11/2019")
    ('2019-11-18T09:30:00+00:00', '2019-11-18', None)
    """
    text = " ".join((value or "")[:LONGEST].split())
    found = _iso(text) or _mailed(text) or _worded(text)
    return found.isoformat() if found and FIRST <= found.year < LAST else None


def _iso(text: str) -> date | None:
    if not _ISO.fullmatch(text):
        return None
    bare = _OFFSET.sub("", _ZONE.sub("+00:00", text))
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(bare)
        except ValueError:
            continue
    return None


def _mailed(text: str) -> date | None:
    """Read a date as mail and feeds have it: ``Mon, 18 Nov 2019 09:30:00 GMT``."""
    if ":" not in text or not text[:1].isalpha():
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _worded(text: str) -> date | None:
    match = _WORDED.match(text)
    if match is None:
        return None
    month = (match["month"] or match["month2"])[:3].casefold()
    number = _MONTHS.index(month) + 1
    try:
        return date(int(match["year"] or match["year2"]), number, int(match["day"] or match["day2"]))
    except ValueError:
        return None
