"""Lines that hold nothing but when something was published."""

from __future__ import annotations

import re

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar "
    "märz juni juli oktober dezember gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
    "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei "
    "augustus"
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes "
    "martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag "
    "dienstag mittwoch donnerstag freitag samstag sonntag"
)
_STAMPS = (
    "published updated posted modified created edited released publicado actualizado atualizado publié "
    "veröffentlicht aktualisiert pubblicato aggiornato gepubliceerd ago"
)
_FILLERS = (
    "on at of the de del el le am um il op em last first originally web story time date release hrs hr min mins "
    "minute minutes hour hours day days week weeks month months year years read pm a m p am st nd rd th er gmt utc "
    "bst ist est edt et cst cdt ct mst mdt mt pst pdt pt cet cest akdt akst hkt aest aedt msk uk t z h stand"
)

_DATED = frozenset(f"{_MONTHS} {_STAMPS}".split())
_ALLOWED = _DATED | frozenset(f"{_DAYS} {_FILLERS}".split())
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NUMERIC = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|\d{1,2}:\d\d")
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
    return any(word in _DATED for word in words) or _NUMERIC.search(line) is not None


def is_reading_time(line: str) -> bool:
    """Tell whether a line says how long the article takes to read.

    >>> is_reading_time("4 min read"), is_reading_time("4 minutes of silence")
    (True, False)
    """
    return _READING_TIME.fullmatch(line) is not None
