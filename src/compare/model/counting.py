"""How many there are of a thing, as screen, reports and warnings say it."""

from __future__ import annotations


def noun_for(count: int, one: str, many: str = "") -> str:
    """Return the noun that goes with a count; ``many`` is its plural, by default with an s.

    >>> noun_for(1, "file"), noun_for(0, "file"), noun_for(2, "entry", "entries")
    ('file', 'files', 'entries')
    """
    return one if count == 1 else many or f"{one}s"


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun, which is as in :func:`noun_for`.

    >>> plural(1, "claim"), plural(2, "claim"), plural(2, "entry", "entries")
    ('1 claim', '2 claims', '2 entries')
    """
    return f"{count} {noun_for(count, one, many)}"
