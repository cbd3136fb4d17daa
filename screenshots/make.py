"""Makes the pictures in this folder from the sample set, and what the docs have from the program: keys, settings, the
fields of the JSON report and their schema, the manual page: ``make screenshots``.

No terminal is needed.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from compare.loading.collecting import SourceProgress
from compare.loading.offers import Offer
from compare.model import Comparison
from compare.session import Progress, analyse, load
from compare.tui.app import CompareApp
from compare.tui.screens.entries import EntriesScreen
from compare.tui.state import EMPTY
from screenshots import keys, manual, schema, settings

HERE = Path(__file__).parent

USUAL = (120, 32)
"""Columns and rows of most pictures."""

SCENES: tuple[tuple[str, tuple[int, int], Sequence[str]], ...] = (
    ("panes", USUAL, ()),
    ("walk-films", USUAL, ("n",)),
    ("walk-speaker", USUAL, ("n", "n", "n")),
    ("walk-matrix", USUAL, ("n", "n", "n", "C")),
    ("aligned", USUAL, ("A",)),
    ("claims", USUAL, ("C",)),
    ("wording", USUAL, ("W",)),
    ("overview", USUAL, ("O",)),
    ("only-here", USUAL, ("f", "f", "z")),
    ("jump", USUAL, ("s",)),
    ("search", USUAL, ("slash", *"75 million", "enter")),
    ("help", USUAL, ("question_mark",)),
    ("light", USUAL, ("t",)),
    ("marks", USUAL, ("space", "c", "i", *"who says so?", "enter", "n", "asterisk", "N", "space")),
    ("panes-80x24", (80, 24), ()),
    ("claims-80x24", (80, 24), ("C",)),
)
"""Name, columns and rows, and the keys that lead there. docs/tutorial.md shows most of them."""


EIGHT = (
    SourceProgress("https://ledger.example/ferry-aground", "done", 48_000, 48_000),
    SourceProgress("https://selwick-post.example/news/ferry", "reading", 31_000, 52_000),
    SourceProgress("https://harbour.example/2025/10/15/collision", "failed", note="answers 404 Not Found"),
    SourceProgress("https://coast.example/live", "reading", 9_000, 120_000),
    SourceProgress("https://gazette.example/ferry", "reading", note="busy; again in 7 s"),
    SourceProgress("https://wire.example/a/81", "reading", 16_000),
    SourceProgress("https://tribune.example/selwick", "done", 33_000, 33_000),
    SourceProgress("notes.txt", "done"),
)
"""How far eight sources are at one moment, which no server would repeat."""

OFFERED = tuple(
    Offer(str(n), title, "Selwick Post", f"2025-10-{17 - n // 3}", summary)
    for n, (title, summary) in enumerate(
        (
            ("Ferry runs aground at Selwick", "Nine passengers were hurt when the ferry struck the old pier."),
            ("Bakery of the year is in Ulm", "Bread by the metre."),
            ("Captain had warned of the current", "An hour before the ferry struck the pier, its captain called."),
            ("Two cranes will lift the ferry", "The harbour office expects them by Friday."),
            ("Orchestra plays without conductor", "Nobody missed a beat."),
            ("Operator will pay for the pier", "How much is not known yet."),
            ("Northern pass closed until spring", "Snow fell for three days."),
        )
    )
)
"""What a feed offers."""


def _nothing(_: CompareApp) -> None:
    return


def _unread(app: CompareApp) -> None:
    """Put the screen where it is while nothing is analysed."""
    app.get_default_screen().adopt(EMPTY, analysed=False)


def _fetching(app: CompareApp) -> None:
    _unread(app)
    app.get_default_screen().progress(Progress("loading", 3, len(EIGHT), "https://coast.example/live", EIGHT))


def _choosing(app: CompareApp) -> None:
    _unread(app)
    app.push_screen(EntriesScreen("https://selwick-post.example/feed.xml", OFFERED, least=2))


OPENINGS: tuple[tuple[str, Callable[[CompareApp], None], Sequence[str]], ...] = (
    ("fetching-80x24", _fetching, ()),
    ("entries-80x24", _choosing, ("space", "j", "j", "space", "j", "space")),
)
"""What is seen before there is a comparison: name, what the screen is told, and keys."""


async def picture(
    comparison: Comparison,
    size: tuple[int, int],
    keys: Sequence[str],
    told: Callable[[CompareApp], None] = _nothing,
) -> str:
    """Return the screen after some keys as SVG, the same text for the same screen."""
    app = CompareApp(comparison=comparison)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        told(app)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        before, after = "", "none yet"
        while before != after:  # until nothing moves any more
            await pilot.pause(0.1)
            # the ids in an SVG count the pictures taken in a process
            before, after = after, re.sub(r"terminal-\d+", "terminal", app.export_screenshot(simplify=True))
        return after


def openings() -> None:
    """Make the pictures of what is seen while sources are read."""
    for name, told, pressed in OPENINGS:
        target = HERE / f"{name}.svg"
        target.write_text(asyncio.run(picture(EMPTY, (80, 24), pressed, told)), encoding="utf-8")
        print(target.relative_to(HERE.parent))


def main() -> int:
    """Make all pictures and name them, and write what the docs have from the program."""
    for part in (keys, settings, schema, manual):
        part.main()
    comparison = analyse(load([str(HERE.parent / "seeds")]))
    for name, size, pressed in SCENES:
        target = HERE / f"{name}.svg"
        target.write_text(asyncio.run(picture(comparison, size, pressed)), encoding="utf-8")
        print(target.relative_to(HERE.parent))
    openings()
    return 0


if __name__ == "__main__":
    sys.exit(main())
