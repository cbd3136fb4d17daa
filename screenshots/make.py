"""Makes the pictures in this folder from the sample set, the keys in docs/desk.md and the manual page:
``make screenshots``.

No terminal is needed.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from compare.model import Comparison
from compare.session import analyse, load
from compare.tui.app import CompareApp
from screenshots import keys, manual

HERE = Path(__file__).parent

USUAL = (120, 32)
"""Columns and rows of most pictures."""

SCENES: tuple[tuple[str, tuple[int, int], Sequence[str]], ...] = (
    ("panes", USUAL, ()),
    ("walk-films", USUAL, ("n",)),
    ("walk-control", USUAL, ("n", "n", "n", "n")),
    ("walk-matrix", USUAL, ("n", "n", "n", "n", "C")),
    ("aligned", USUAL, ("A",)),
    ("claims", USUAL, ("C",)),
    ("wording", USUAL, ("W",)),
    ("overview", USUAL, ("O",)),
    ("only-here", USUAL, ("f", "f", "z")),
    ("jump", USUAL, ("s",)),
    ("search", USUAL, ("slash", *"75 million", "enter")),
    ("help", USUAL, ("question_mark",)),
    ("light", USUAL, ("t",)),
    ("panes-80x24", (80, 24), ()),
    ("claims-80x24", (80, 24), ("C",)),
)
"""Name, columns and rows, and the keys that lead there. The first four are the walk in docs/desk.md."""


async def picture(comparison: Comparison, size: tuple[int, int], keys: Sequence[str]) -> str:
    """Return the screen after some keys as SVG, the same text for the same screen."""
    app = CompareApp(comparison=comparison)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        before, after = "", "none yet"
        while before != after:  # until nothing moves any more
            await pilot.pause(0.1)
            # the ids in an SVG count the pictures taken in a process
            before, after = after, re.sub(r"terminal-\d+", "terminal", app.export_screenshot(simplify=True))
        return after


def main() -> int:
    """Make all pictures and name them, and write the keys into the manual."""
    keys.main()
    manual.main()
    comparison = analyse(load([str(HERE.parent / "seeds")]))
    for name, size, pressed in SCENES:
        target = HERE / f"{name}.svg"
        target.write_text(asyncio.run(picture(comparison, size, pressed)), encoding="utf-8")
        print(target.relative_to(HERE.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
