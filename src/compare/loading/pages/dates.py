"""Dates of pages to ISO 8601, but for those that a template puts where it has none."""

from __future__ import annotations

from compare.loading.timestamps import iso

FIRST, LAST = 1990, 2100
"""Years between which a page can have been published; anything else is a placeholder."""


def iso_of(value: str | None) -> str | None:
    """Return a date or a date-time in ISO 8601, ``None`` if the value is none, is ambiguous or is a placeholder.

    >>> iso_of("2019-11-18T09:30:00Z"), iso_of("November 18, 2019"), iso_of("03/11/2019"), iso_of("0001-01-01")
    ('2019-11-18T09:30:00+00:00', '2019-11-18', None, None)
    """
    found = iso(value or "")
    return found if found and FIRST <= int(found[:4]) < LAST else None
