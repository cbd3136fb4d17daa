"""Whether two texts tell of one minute: "returned at twenty to six", "until 5:40 p.m.".

Full and half hours are told of many things; what another text has at the same minute may well be the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from typing import TypeAlias

from compare.analysis.dates import clock_times
from compare.analysis.hours import HALF_DAY, minutes_of, spoken_minutes

Span: TypeAlias = tuple[int, int]
"""The earliest and the latest minute that a time may mean."""

HALF_HOUR = 30


def moments(text: str) -> frozenset[Span]:
    """Return the earliest and the latest minute of what an English text tells to the minute, or to five of them, on a
    clock of twelve hours."""
    return frozenset((low % HALF_DAY, low % HALF_DAY + high - low) for low, high in _told(text))


def tells_any(text: str, told: Set[Span]) -> bool:
    """Return whether an English text tells one of some minutes."""
    return any(_meet(one, other) for one in told for other in _moments_of(text))


_moments_of = lru_cache(maxsize=1024)(moments)  # a text is asked for each claim with a time that others make


def _meet(one: Span, other: Span) -> bool:
    """Whether two stretches of the clock have a minute in common."""
    return (one[1] - other[0]) % HALF_DAY <= (one[1] - one[0]) + (other[1] - other[0])


def _told(text: str) -> Iterator[Span]:
    for figure in clock_times(text):
        minutes = minutes_of(figure.value)
        if minutes % HALF_HOUR:
            yield minutes, minutes
    yield from spoken_minutes(text)
