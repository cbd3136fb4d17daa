"""Dates as sources write them, to ISO 8601. What is not understood for certain is no date."""

from __future__ import annotations

import re
from datetime import date, datetime

_NUMBER = {
    name[:length]: n
    for n, name in enumerate(
        "january february march april may june july august september october november december".split(),  # noqa: SIM905
        1,
    )
    for length in (3, 4, len(name))
}
_NAMED = re.compile(
    r"(?:[a-z]+,?\s+)?(?:(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month2>[a-z]{3,9})\.?),?\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
LONGEST = 100
"""Code points of a date, weekday, time and zone included."""


def iso(value: object) -> str | None:
    """Return a date or date-time in ISO 8601, or ``None`` if the value is not certainly one.

    Understood are dates of TOML, ISO 8601 itself, those of mail headers, and English ones that name the month. One such
    as 03/04/2025 may be of March or of April, and is not.

    >>> iso("2025-10-15T08:00Z"), iso("Wed, 15 Oct 2025 08:00:00 +0000"), iso("October 15, 2025"), iso("03/04/2025")
    ('2025-10-15T08:00:00+00:00', '2025-10-15T08:00:00+00:00', '2025-10-15', None)
    """
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    text = " ".join(str(value)[: LONGEST + 1].split())
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return None
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(text).isoformat()
        except ValueError:
            continue
    return _of_mail(text) or _named(text)


def _of_mail(text: str) -> str | None:
    if ":" not in text:  # without a time, the standard library guesses at what is which
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _named(text: str) -> str | None:
    found = _NAMED.match(text)
    month = _NUMBER.get((found["month"] or found["month2"]).casefold()) if found else None
    if found is None or month is None:
        return None
    try:
        return date(int(found["year"]), month, int(found["day"] or found["day2"])).isoformat()
    except ValueError:
        return None
