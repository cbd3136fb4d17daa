"""Lines that hold nothing but when something was published."""

from __future__ import annotations

import re

from compare.model.calendar import MONTH_OF, SHORT_WEEKDAYS, WEEKDAYS, ZONES
from compare.model.words import LETTERS

_STAMPS = (
    "published updated posted modified created edited released publicado actualizado atualizado publié "
    "veröffentlicht aktualisiert pubblicato aggiornato gepubliceerd ago"
)
_FILLERS = (
    "on at of the de del el le am um il op em last first originally web story time date release hrs hr min mins "
    "minute minutes hour hours day days week weeks month months year years read pm a m p am st nd rd th er uk t z h "
    "stand"
)

_ZONES = frozenset(map(str.casefold, ZONES))
_DATED = MONTH_OF.keys() | frozenset(_STAMPS.split())
_DAYS = SHORT_WEEKDAYS.union(*(name.split("-") for days in WEEKDAYS.values() for name in days))
_ALLOWED = _DATED | _DAYS | frozenset((*_FILLERS.split(), *_ZONES))
_TOKEN = re.compile(rf"\d+|{LETTERS.pattern}")
_NUMERIC = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|\d{1,2}:\d\d")
_DOTTED = re.compile(r"\b\d{1,2}\.\d\d\b")
"""An hour as British papers print it, if a zone stands beside it: else it may be any figure."""

_READING_TIME = re.compile(
    r"\d{1,3}[ -]min(?:ute)?s?\.? read|(?:reading time|time to read) ?: ?\d{1,3} min(?:ute)?s?", re.IGNORECASE
)


def is_date_line(line: str) -> bool:
    """Tell whether a line is a date, a time or both, with what usually stands beside them, and no other word.

    >>> is_date_line("Updated 3:09 AM EST Dec 19, 2008"), is_date_line("44"), is_date_line("Found March 8")
    (True, False, False)
    """
    words = [word.casefold() for word in _TOKEN.findall(line)]
    if not all(word.isdigit() or word in _ALLOWED for word in words) or not any(word.isdigit() for word in words):
        return False
    zoned = not _ZONES.isdisjoint(words) and _DOTTED.search(line)
    return any(word in _DATED for word in words) or bool(zoned or _NUMERIC.search(line))


def is_reading_time(line: str) -> bool:
    """Tell whether a line says how long the article takes to read.

    >>> is_reading_time("4 min read"), is_reading_time("4 minutes of silence")
    (True, False)
    """
    return _READING_TIME.fullmatch(line) is not None
