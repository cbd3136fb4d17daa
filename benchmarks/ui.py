"""How fast the screen is, next to peers in the same run: ``make bench-ui``.

usage: python -m benchmarks.ui [--check] [--json] [--quick] [--only WORD ...]

Measured is processor time, which other work on the machine disturbs less than the clock. Everything is drawn to a
driver that takes all that a terminal would be sent, so that no terminal's own speed counts.

- Start: from the start of the process to the first frame, of this program on ``seeds/`` and of a Textual app with one
  line of text; each in processes of its own, of which the median counts. Told as well: to the frame in which the
  articles can be read, and to the one with the findings, of a set that is new and of one that was opened before.
- A key: from the key to the frame that answers it, in the thread that draws, at 20 articles of 1,000 words, in each
  view; next to Textual's ``Log`` with the same text, scrolled by a line a key. The 95th percentile, also while an
  analysis runs beside it: all keys from the start until it has ended, with what the arriving texts and comparison
  add to the keys that meet them.
- Another size of the terminal, and another theme, at 50 articles, in each view: the median.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.events import Callback, Key, Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widgets import Log, Static

import compare
from benchmarks import SEEDS
from benchmarks.drawing import SIZE, Sink, answered, main_screen, running
from benchmarks.processes import compute_in_one_thread, environment
from benchmarks.rows import Row, asking, tell
from benchmarks.speed import loaded

if TYPE_CHECKING:
    from compare.model import CoverageSet
    from compare.tui.app import CompareApp
    from compare.tui.state import View

SIZES = ((200, 50), (80, 24), (120, 32), (160, 45))
"""What a terminal is changed to, one after the other."""

READING, MANY, WORDS = 20, 50, 1000
"""Articles that are read, articles at which size and theme are changed, and words of each."""

KEYS = "jjjjjjjnjjjjjkjjjpjjjjjfjjjjj"
"""Mostly the next sentence, as one reads, and now and then a finding or what is only here."""


class Bare(App[None]):
    """The least that draws something."""

    def compose(self) -> ComposeResult:
        """Draw a word."""
        yield Static("ready")


class LogApp(App[None]):
    """The same text in the widget that Textual has for long texts."""

    BINDINGS = [("j", "line(1)"), ("k", "line(-1)")]  # noqa: RUF012

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Draw the widget."""
        yield Log()

    def on_mount(self) -> None:
        """Put the text into it."""
        self.query_one(Log).write_lines(self._lines, scroll_end=False)

    def action_line(self, by: int) -> None:
        """Scroll it by so many lines."""
        self.query_one(Log).scroll_relative(y=by, animate=False)


# --- a key


async def keys_of(app: App[None], keys: Sequence[str]) -> list[float]:
    """Press keys and return the milliseconds that each took until it was answered.

    A key that changes nothing, at the end of a text, is not counted.
    """
    return [spent for key in keys if (spent := await answered(app, Key(key, key))) is not None]


async def log_keys(lines: Sequence[str], count: int) -> list[float]:
    """Return what a key takes in ``Log``."""
    app = LogApp(lines)
    async with running(app):
        return await keys_of(app, "j" * count)


async def view_keys(comparison: compare.Comparison, view: View, count: int) -> list[float]:
    """Return what a key takes in a view."""
    app = _app(comparison=comparison)
    async with running(app) as pilot:
        await _look(pilot, view)
        return await keys_of(app, (KEYS * (count // len(KEYS) + 1))[:count])


async def keys_beside_work(coverage: CoverageSet, count: int) -> list[float]:
    """Return what a key takes while the same articles are analysed in the thread beside."""
    taken: list[float] = []
    while len(taken) < count:
        app = _app(coverage=coverage)
        async with running(app):
            while not main_screen(app).state.analysed:
                taken += await keys_of(app, "j")
    return taken


# --- another size, another theme


async def sizes_of(comparison: compare.Comparison, view: View, rounds: int) -> list[float]:
    """Return the milliseconds that each change of the terminal's size takes."""
    app = _app(comparison=comparison)
    async with running(app) as pilot:
        await _look(pilot, view)
        taken = []
        for width, height in SIZES * rounds:
            size = Size(width, height)
            taken.append(await answered(app, Resize(size, size)))
        return [spent for spent in taken if spent is not None]


async def themes_of(comparison: compare.Comparison, view: View, rounds: int) -> list[float]:
    """Return the milliseconds that each change of the theme takes."""
    from compare.tui.themes import THEMES

    app = _app(comparison=comparison)
    async with running(app) as pilot:
        await _look(pilot, view)
        taken = [
            await answered(app, Callback(callback=partial(setattr, app, "theme", name)))
            for name in [theme.name for theme in THEMES] * rounds
            if name != app.theme
        ]
        return [spent for spent in taken if spent is not None]


def _app(**given: object) -> CompareApp:
    from compare.tui.app import CompareApp

    return CompareApp(**given)  # type: ignore[arg-type]


async def _look(pilot: Pilot[object], view: View) -> None:
    from compare.tui.state import Look

    main_screen(pilot.app).take(Look(view))
    await pilot.pause()


# --- the start

MARKS = {"bare": "ready", "first": "compare", "texts": "sentences", "findings": "finding 1/", "again": "finding 1/"}
"""What is on the frame that ends a measurement."""


def start_here(what: str) -> None:
    """Start a program in this process, and print its processor time when the frame waited for is drawn."""
    mark = MARKS[what]

    class Waiting(Sink):
        def write(self, data: str) -> None:
            if mark in data:
                os.write(1, str(time.process_time() * 1000).encode())  # print is Textual's by now
                os._exit(0)

    app: App[None] = Bare() if what == "bare" else _started(again=what == "again")
    app.driver_class = Waiting
    asyncio.run(app.run_async(size=SIZE))


def _started(*, again: bool) -> App[None]:
    from compare.cached import Analyses
    from compare.config import load
    from compare.tui.memory import Memory

    return _app(sources=[str(SEEDS)], config=load(), memory=Memory(analyses=Analyses()) if again else None)


def _open_before(folder: Path) -> None:
    from compare import session
    from compare.cached import Analyses

    session.analyse(session.load([str(SEEDS)]), analyses=Analyses(folder))


def starts(what: str, runs: int) -> float:
    """Return the median of the milliseconds that a start takes."""
    taken = []
    for _ in range(runs):
        with TemporaryDirectory() as home:  # no settings, no place to go back to
            if what == "again":
                _open_before(Path(home, "compare", "analyses"))
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.ui", "--start", what],
                env=environment(HOME=home, XDG_CONFIG_HOME=home, XDG_STATE_HOME=home, XDG_CACHE_HOME=home),
                capture_output=True,
                text=True,
                check=True,
            )
        taken.append(float(done.stdout))
    return statistics.median(taken)


# --- all of it


def p95(taken: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(taken, n=20)[-1]


def measured(*, quick: bool, only: Sequence[str] = ()) -> list[Row]:
    """Take all measurements, or those whose names have one of some words in them."""
    rows = start_rows(3 if quick else 7, only)
    rows += asyncio.run(key_rows(40 if quick else 200, only))
    return rows + asyncio.run(change_rows(1 if quick else 3, only))


def _wanted(name: str, only: Sequence[str]) -> bool:
    return not only or any(word in name for word in only)


def start_rows(runs: int, only: Sequence[str]) -> list[Row]:
    """Hold the start against that of the least app."""
    names = {"first": "start to first frame", "texts": "start to the articles", "findings": "start to the findings"}
    names["again"] = "start to the findings, opened before"
    targets = {"first": 2.0, "texts": 4.0, "findings": 6.0, "again": 4.0}
    rows: list[Row] = []
    names = {what: name for what, name in names.items() if _wanted(name, only)}
    bare = starts("bare", runs) if names else 0.0
    for what, name in names.items():
        ours = starts(what, runs)
        rows.append(Row(f"{name} / bare app", _ms(ours), _ms(bare), ours / bare, targets[what]))
    return rows


async def key_rows(count: int, only: Sequence[str]) -> list[Row]:
    """Hold a key in each view against one in ``Log``."""
    from compare.tui.state import View

    views = {f"a key, {view}": view for view in View if _wanted(f"a key, {view}", only)}
    beside = "a key while an analysis runs"
    if not views and not _wanted(beside, only):
        return []
    coverage = loaded(READING, WORDS)
    comparison = compare.compare(coverage)
    lines = [line for article in coverage.articles for line in article.text.splitlines()]
    peer = p95(await log_keys(lines, count))
    found = {name: p95(await view_keys(comparison, view, count)) for name, view in views.items()}
    if _wanted(beside, only):
        found[beside] = p95(await keys_beside_work(coverage, count))
    return [Row(f"{name} / Log", _ms(ours), _ms(peer), ours / peer, 3) for name, ours in found.items()]


async def change_rows(rounds: int, only: Sequence[str]) -> list[Row]:
    """Change size and theme in each view."""
    from compare.tui.state import View

    measures = {"size": (sizes_of, 100), "theme": (themes_of, 200)}
    names = [(f"another {what}, {view}", what, view) for view in View for what in measures]
    names = [(name, what, view) for name, what, view in names if _wanted(name, only)]
    if not names:
        return []
    comparison = compare.compare(loaded(MANY, WORDS))
    rows = []
    for name, what, view in names:
        measure, target = measures[what]
        taken = statistics.median(await measure(comparison, view, rounds))
        rows.append(Row(name, _ms(taken), "", taken, target, unit=" ms"))
    return rows


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:,.1f} ms"


def main() -> None:
    """Measure and print the table."""
    ask = asking("ui", "Time the screen next to its peers.")
    ask.add_argument("--quick", action="store_true", help="fewer runs: to see where one stands")
    ask.add_argument("--only", nargs="+", default=(), metavar="WORD", help="only rows with such a word in their names")
    ask.add_argument("--start", choices=tuple(MARKS), help=argparse.SUPPRESS)
    got = ask.parse_args()
    compute_in_one_thread()
    if got.start:
        start_here(got.start)
        return
    tell(measured(quick=got.quick, only=got.only), got)


if __name__ == "__main__":
    main()
