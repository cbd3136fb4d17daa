"""What was fetched, kept byte for byte: a report can be cited, opened offline and rebuilt, and revisions compared.

A folder an address under the user's data folder, which no cleaner of caches empties: ``history.json`` lists the
revisions, oldest first, and each lies beside it as ``<sha256>.gz``.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from compare import folders
from compare.loading.addresses import host_of
from compare.stored import write_beside

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEPT = 50
"""Revisions kept of an address; beyond it the oldest goes. A page whose advertisements change has a new one with every
fetch, and 50 of the usual 200 kB are 10 MB, packed a fifth of it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One revision of an address.

    Attributes:
        url: the address that answered, after all redirects.
        media: the media type of the answer, such as ``text/html``.
        charset: the character set the server named, if it did.
        sha256: hex digest of the body.
        retrieved: ISO 8601 date-time in UTC when it was first fetched.
        seen: the same of the last time that the server answered with it.
    """

    url: str
    media: str
    charset: str | None
    sha256: str
    retrieved: str
    seen: str


def body_digest(body: bytes) -> str:
    """Return the digest that names a body."""
    return sha256(body).hexdigest()


class Snapshots:
    """The store under one folder.

    Args:
        folder: by default that of the user's data.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def place(self, address: str) -> Path:
        """Return the folder of an address."""
        if self._folder is None:
            self._folder = folders.data() / "snapshots"
        host = "".join(letter if letter.isalnum() else "-" for letter in host_of(address))[:60]
        return self._folder / f"{host}-{sha256(address.encode()).hexdigest()[:16]}"

    def history(self, address: str) -> tuple[Snapshot, ...]:
        """Return the revisions of an address, oldest first; none where nothing readable is kept."""
        try:
            kept = json.loads((self.place(address) / "history.json").read_text(encoding="utf-8"))
            found = _checker().validate_python(kept["snapshots"])
            dated = all(datetime.fromisoformat(snapshot.retrieved).tzinfo for snapshot in found)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return ()
        return found if dated else ()

    def body(self, address: str, snapshot: Snapshot) -> bytes | None:
        """Return the bytes of a revision; ``None`` if they are gone or are not what was kept."""
        try:
            body = gzip.decompress((self.place(address) / f"{snapshot.sha256}.gz").read_bytes())
        except (OSError, EOFError, zlib.error):
            return None
        return body if body_digest(body) == snapshot.sha256 else None

    def keep(self, address: str, new: Snapshot, body: bytes) -> None:
        """Add a revision, or note that the newest was seen again.

        Raises:
            OSError: the system refused; what was kept before still is.
        """
        place, history = self.place(address), self.history(address)
        if history and history[-1].sha256 == new.sha256:
            history = (*history[:-1], replace(new, retrieved=history[-1].retrieved))
        else:
            history = (*history, new)[-KEPT:]
        file = place / f"{new.sha256}.gz"
        if not file.exists():
            write_beside(file, gzip.compress(body, mtime=0))
        told = {"address": address, "snapshots": [asdict(snapshot) for snapshot in history]}
        write_beside(place / "history.json", json.dumps(told, indent=1).encode())
        _drop(place, history)


@cache
def _checker() -> TypeAdapter[tuple[Snapshot, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Snapshot, ...])


def _drop(place: Path, history: Sequence[Snapshot]) -> None:
    kept = {f"{snapshot.sha256}.gz" for snapshot in history}
    for file in place.glob("*.gz"):
        if file.name not in kept:
            file.unlink(missing_ok=True)
