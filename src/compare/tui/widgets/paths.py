"""Completing a path while it is typed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from textual.suggester import Suggester


class Paths(Suggester):
    """Completes a path by what is in its folder, the first in the alphabet."""

    def __init__(self) -> None:
        super().__init__(use_cache=False)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the path completed; ``None`` if nothing there begins so."""
        return await asyncio.to_thread(completed_path, value)


def completed_path(value: str) -> str | None:
    """Return a path completed by the first entry of its folder that begins so, a folder with a slash behind it."""
    stem = os.path.basename(value)  # noqa: PTH119 - a Path drops the slash that tells a folder from its first letters
    if not stem:
        return None
    try:
        folder = Path(value[: len(value) - len(stem)] or ".").expanduser()
        found = sorted(entry for entry in folder.iterdir() if entry.name.startswith(stem) and entry.name != stem)
        return f"{value}{found[0].name[len(stem) :]}{'/' if found[0].is_dir() else ''}" if found else None
    except (OSError, RuntimeError, ValueError):  # no such folder, no such home: nothing to offer
        return None
