"""What a feed offers, so that the reader can choose of it before its entries are made articles."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

MOST = 50
"""Entries of a feed that are opened: a story is told by a handful of reports, and up to here nearest sentences are
complete."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of a feed as it is offered; each text is from outside and one line, empty if the feed has none.

    Attributes:
        id: names the entry by what it is, so that a choice outlives its place in the feed.
        title: its headline.
        outlet: who published it.
        date: ISO 8601 date or date-time of publication.
        summary: what the feed says of it.
    """

    id: str
    title: str
    outlet: str
    date: str
    summary: str


Choose: TypeAlias = Callable[[str, tuple[Offer, ...]], Collection[str] | None]
"""Asks which entries to open: given the name of the feed and all it offers, in its order, returns the ids of those that
are wanted, or ``None`` for no choice. It may wait for the reader as long as it likes."""
