"""What comes of fetching: how far it is, and what an address answered."""

from __future__ import annotations

from dataclasses import dataclass

from compare.loading.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered, now or, offline, when it was last asked; and what the user should know about it."""

    address: str
    snapshot: Snapshot
    body: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """How far a fetch is: bytes that have arrived, of ``total`` if the server told how many, and what it waits for."""

    arrived: int = 0
    total: int | None = None
    note: str = ""
