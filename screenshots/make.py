"""Makes the pictures in this folder from the sample set: ``make screenshots``. No terminal is needed."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from compare.model import Comparison
from compare.session import analyse, load
from compare.tui.app import CompareApp

HERE = Path(__file__).parent

SCENES: tuple[tuple[str, tuple[int, int], Sequence[str]], ...] = (
    ("panes", (160, 45), ()),
    ("panes-80x24", (80, 24), ()),
    ("only-here", (120, 32), ("f", "f", "n", "n")),
    ("search", (120, 32), ("slash", *"research", "enter")),
    ("light", (160, 45), ("t", "n")),
    ("help", (100, 40), ("question_mark",)),
)
"""Name, columns and rows, and the keys that lead there."""


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
    """Make all pictures and name them."""
    comparison = analyse(load([str(HERE.parent / "seeds")]))
    for name, size, keys in SCENES:
        target = HERE / f"{name}.svg"
        target.write_text(asyncio.run(picture(comparison, size, keys)), encoding="utf-8")
        print(target.relative_to(HERE.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
