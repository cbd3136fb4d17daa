"""The sets opened last, so that `compare` alone opens the newest again. A list of paths and
addresses in the user's state folder."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

LENGTH = 20
"""How many sets are remembered."""


def recent() -> list[list[str]]:
    """Return the sources of the sets opened before, newest first; none where nothing readable is remembered."""
    with suppress(OSError, ValueError):
        sets = json.loads(_file().read_text(encoding="utf-8"))
        if isinstance(sets, list):
            return [[str(source) for source in each] for each in sets if isinstance(each, list) and each]
    return []


def remember(sources: Sequence[str]) -> None:
    """Put a set first. Standard input cannot be opened again, so a set that holds it is not remembered.

    A home that cannot be written to costs the reader this comfort and nothing else, so it raises nothing.
    """
    if "-" in sources:
        return
    own = [_lasting(source) for source in sources]
    sets = [own, *(other for other in recent() if other != own)][:LENGTH]
    with suppress(OSError):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(sets, indent=1), encoding="utf-8")
        beside.replace(file)


def _lasting(source: str) -> str:
    """Return a source as it can be opened from any folder: an address is the same everywhere."""
    from compare.loading.addresses import is_address

    return source if is_address(source) else os.path.abspath(source)  # noqa: PTH100 - Path.resolve would follow links


def _file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("compare") / "recent.json"
