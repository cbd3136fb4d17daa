"""Times of day with their zone: those in four digits, "1800 GMT", and two of one moment, "05:00 (08:00 GMT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from compare.analysis.figure import Figure
from compare.analysis.hours import CLOCK, time_of
from compare.model import FactKind
from compare.model.calendar import WEEKDAYS, ZONES
from compare.model.words import either

_LOCAL = r"local\stime|hora\slocal|Ortszeit"
_ZONE = rf"(?:(?:{either(ZONES)})\b|(?i:{_LOCAL}|local)\b)"
_SURE = rf"(?:(?:{either(zone for zone in ZONES if len(zone) > 2)})\b|(?i:{_LOCAL})\b)"
"""What says that four digits before it are a time: "2000 CT scans" are none."""

_HOURS = r"(?:\s?(?:hrs|hours))?"
_FOUR = re.compile(
    r"[0-2](?<![\w.,:/$€£#-].)(?P<h>\d)(?P<m>[0-5]\d)(?![\w,.:/-]*\d)"
    rf"(?:{_HOURS}\s?(?:{_SURE})|{_HOURS}\s\((?:[0-2]\d:?[0-5]\d)\s(?:{_SURE})|\s?(?P<hours>hrs|hours)\b(?!\sof\b))"
)
_AT = re.compile(r"\b(?:at|by|until|till|since)\s$", re.IGNORECASE)
"""Before a time in four digits that says no zone: "at 1300 hours", not "after 2000 hours"."""

_BETWEEN = (
    rf"(?:,?\s(?:{_ZONE}|hrs|hours|time|on|this|in|the|today|yesterday|tonight|morning|afternoon|evening|night"
    rf"|{'|'.join(WEEKDAYS['en'])})){{0,4}}\s?[(\[](?:(?:or|about|around|at)\s)?"
)
_BRACKET = re.compile(_BETWEEN, re.IGNORECASE)
"""Between a time and the same in another zone."""

_NAMED_ZONE = rf"{_HOURS}\s?(?:{either(ZONES)})\b"
_PLACE = rf"{_HOURS}\s?(?:{_ZONE}|(?:[A-Z][a-z]+\s){{1,2}}time\b|in\s[A-Z])"
_OTHER = re.compile(
    rf"(?i:{_BETWEEN})(?P<h>\d{{1,2}})[:.]?(?P<m>[0-5]\d)?(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?)?{_PLACE}"
)
_WITH_MINUTES = re.compile(rf"\d(?<![\w.,:].)\d?[:.]?(?P<m>[0-5]\d)(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?{_NAMED_ZONE}")
_NAMED = re.compile(_NAMED_ZONE)
_IN_ZONE = re.compile(_PLACE)
"""Behind a time: where it is that time."""


def zoned_times(text: str) -> Iterator[Figure]:
    """Yield the times of a text that are written in four digits without a mark."""
    for match in _FOUR.finditer(text):
        hour = int(text[match.start() : match.start("m")])
        at = match["hours"] is None or _AT.search(text, max(0, match.start() - 8), match.start())
        if hour < 24 and at:
            time = time_of(60 * hour + int(match["m"]))
            yield Figure(FactKind.DATE, time, CLOCK, match.start(), match.end("m"))


def other_zone(text: str, end: int) -> str | None:
    """Return the time that brackets give right behind a time, in another zone: the same moment."""
    match = _OTHER.match(text, end)
    if match is None:
        return None
    hour = int(match["h"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"] in "pP")
    return time_of(60 * hour + int(match["m"] or 0)) if hour < 24 else None


def may_be_there(text: str, end: int, value: str, other: str) -> bool:
    """Return whether a time that ends at a place, where it says its zone, may be another time elsewhere: 05:45 GMT may
    be a quarter to seven. Of full and half hours that is not said: too many things are told at them."""
    minutes = value[-2:]
    return minutes == other[-2:] and minutes not in ("00", "30") and _NAMED.match(text, end) is not None


def tells_there(text: str, value: str) -> bool:
    """Return whether a text tells a time with its zone that may be this one elsewhere."""
    return value[-2:] in _minutes_in_zones(text)


@lru_cache(maxsize=1024)  # a text is asked for each time that others give
def _minutes_in_zones(text: str) -> frozenset[str]:
    return frozenset(match["m"] for match in _WITH_MINUTES.finditer(text)) - {"00", "30"}


def is_other_zone(text: str, before: int, start: int, end: int) -> bool:
    """Return whether a time stands in brackets right behind another, which ends at a place before it, and says its
    zone."""
    return _BRACKET.fullmatch(text, before, start) is not None and _IN_ZONE.match(text, end) is not None
