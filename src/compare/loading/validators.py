"""What a server said by which it can tell that nothing has changed: ``ETag`` and ``Last-Modified`` of each address.

They lie in the user's cache folder. Whoever empties it makes the next fetch a whole one; the pages themselves are kept
elsewhere (:mod:`compare.loading.snapshots`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from compare.shelf import Shelf

MOST = 2_000_000
"""Bytes of all validators together: those of some ten thousand addresses."""

LONGEST = 500
"""Code points of a validator; a longer one is not worth sending back."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What to send back with the next request for ``url``, and the digest of the body it speaks of."""

    url: str
    sha256: str
    etag: str | None
    last_modified: str | None

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the page only if it has changed."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


class Cache:
    """The validators under one folder.

    Args:
        folder: by default that of the user's caches.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._shelf = Shelf("web", suffix=".json", most=MOST, folder=folder)

    def get(self, address: str) -> Validators | None:
        """Return what is known of an address; ``None`` where nothing readable is."""
        try:
            found = Validators(**json.loads(self._shelf.get(_name(address)) or b"null"))
        except (ValueError, TypeError):
            return None
        texts = (found.url, found.sha256, found.etag or "", found.last_modified or "")
        return found if all(isinstance(text, str) and text.isprintable() for text in texts) else None

    def put(self, address: str, validators: Validators) -> None:
        """Remember validators; where there are none, forget the old ones.

        Raises:
            OSError: the system refused.
        """
        short = all(len(value) <= LONGEST and value.isascii() for value in validators.headers().values())
        if validators.headers() and short:
            self._shelf.put(_name(address), json.dumps(asdict(validators), indent=1).encode())
        else:
            self._shelf.drop(_name(address))


def _name(address: str) -> str:
    return sha256(address.encode()).hexdigest()[:32]
