"""The sets opened last, so that `compare` alone can open them again. A list of paths and addresses in the user's state
folder."""

from __future__ import annotations

import os
from collections.abc import Sequence

from compare import stored

LENGTH = 20
"""How many sets are remembered."""

_NAME = "recent.json"


def recent() -> list[list[str]]:
    """Return the sources of the sets opened before, newest first; none where nothing readable is remembered."""
    sets = stored.read(_NAME)
    if not isinstance(sets, list):
        return []
    return [[str(source) for source in each] for each in sets if isinstance(each, list) and each]


def remember(sources: Sequence[str]) -> None:
    """Put a set first. Standard input cannot be opened again, so a set that holds it is not remembered."""
    if "-" in sources:
        return
    own = [_lasting(source) for source in sources]
    stored.write(_NAME, [own, *(other for other in recent() if other != own)][:LENGTH])


def _lasting(source: str) -> str:
    """Return a source as it can be opened from any folder: an address is the same everywhere."""
    from compare.model import is_address

    return source if is_address(source) else os.path.abspath(source)  # noqa: PTH100 - Path.resolve would follow links
