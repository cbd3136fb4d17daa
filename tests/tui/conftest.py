"""What the tests of the screen share: the story, an app on it, and pictures of the screen."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.command import CommandList
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from compare import session
from compare.model import Comparison
from compare.tui.app import CompareApp
from compare.tui.screens.main import MainScreen
from compare.tui.widgets.card import Card
from compare.tui.widgets.pane import ArticlePane
from sets import written
from tui.story import comparison

SIZES = ((80, 24), (120, 32), (200, 50))
ALL_SIZES = ((60, 20), *SIZES)


class Picture(SingleFileSnapshotExtension):
    """Keeps each snapshot as an SVG that a browser can show."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"

    def serialize(self, data: str, **_: object) -> str:
        """Keep the picture as it is."""
        return data


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare with the picture that is kept: ``assert await still(pilot) == picture``."""
    return snapshot.use_extension(Picture)


FRAME = 1 / 500
"""Seconds between two frames. A test waits for each of them, and Textual's own sixtieth of a second is for the eye."""

SOON = 0.02
"""Seconds within which a timer belongs to what is under way: what comes later is a cursor that blinks, or a look around
from time to time."""


async def at_rest(least: float = 0, most: float = 1) -> None:
    """Wait until there is nothing more to be done, but for threads and for what is due much later.

    Textual's own looks whether the process has been idle for two hundredths of a second, twice a key. On a busy machine
    that adds up, and it is mistaken where another process has had the time.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + most
    await asyncio.sleep(least)
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=end)  # type: ignore[attr-defined]
        if due > loop.time() + SOON:
            return
        await asyncio.sleep(due - loop.time())


@pytest.fixture(autouse=True)
def _no_time_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the pilot wait no longer than there is something to wait for."""
    monkeypatch.setattr("textual.app.wait_for_idle", at_rest)
    monkeypatch.setattr("textual.pilot.wait_for_idle", at_rest)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", FRAME)


Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open an app on the story, at a size; the pilot has its keys, its ``app`` is a :class:`CompareApp`."""
    monkeypatch.setattr("pyperclip.copy", lambda text: None)  # a test must not reach into the desktop

    @asynccontextmanager
    async def open_app(size: tuple[int, int] = (120, 32), of: Comparison | None = None) -> AsyncIterator[Pilot[None]]:
        app = CompareApp(comparison=of or comparison())
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return open_app


STORM = {
    "herald.txt": (
        "Ferry stops after storm\n\nThe ferry to Oster stopped on Monday because of a storm.\n\n"
        "Forty passengers slept in the harbour hall.\n\nThe captain praised the cooks of the harbour.\n"
    ),
    "ledger.txt": (
        "Storm halts Oster ferry\n\nA storm halted the ferry to Oster on Monday.\n\n"
        "Some travellers had no bed that night.\n\nThe harbour wants a new pier.\n"
    ),
    "voice.txt": "Waves at Oster\n\nThe harbour at Oster was closed by high waves.\n\nA new pier is wanted there.\n",
}


@pytest.fixture(scope="session")
def storm(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """A set that is analysed as any other: three reports of a storm, on which corrections take effect."""
    return session.analyse(session.load([str(written(tmp_path_factory.mktemp("storm"), STORM))]))


def app_of(pilot: Pilot[None]) -> CompareApp:
    """The app under the pilot."""
    assert isinstance(pilot.app, CompareApp)
    return pilot.app


def main_of(pilot: Pilot[None]) -> MainScreen:
    """The comparison screen, whatever lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, MainScreen))


def at_main(pilot: Pilot[None]) -> bool:
    """Whether nothing lies over the comparison screen."""
    return isinstance(pilot.app.screen, MainScreen)


def panes_of(pilot: Pilot[None]) -> dict[str, ArticlePane]:
    """The panes in sight, by article, from left to right."""
    return {pane.article.id: pane for pane in main_of(pilot).query(ArticlePane) if pane.display}


def text_of(pilot: Pilot[None], what: type[Widget] | str) -> str:
    """What one widget says."""
    found = pilot.app.screen.query_one(what)
    said = found if isinstance(found, Static | Card) else found.query_one(Static)
    return str(said.content).rstrip()


def rows_of(pilot: Pilot[None]) -> list[str]:
    """What stands on the screen, row by row."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


def lines_of(view: ScrollView) -> list[str]:
    """What a widget that draws line by line shows."""
    return [view.render_line(y).text for y in range(view.scrollable_content_region.height)]


async def afresh(pilot: Pilot[None], size: tuple[int, int], of: Comparison) -> None:
    """Put a comparison before a reader who has not done anything yet, at a size, without starting the app again."""
    await pilot.resize_terminal(*size)
    main_of(pilot).clear()
    main_of(pilot).adopt(of, analysed=True)
    await pilot.pause()


def sized(test: Callable[[Pilot[None]], Awaitable[None]]) -> Callable[[Opened], Awaitable[None]]:
    """Run a test at each of the sizes, in one app: it costs far more to start one than to begin anew in it."""

    async def at_each_size(opened: Opened) -> None:
        async with opened(SIZES[0]) as pilot:
            for size in SIZES:
                await afresh(pilot, size, comparison())
                try:
                    await test(pilot)
                except BaseException as error:
                    error.add_note(f"at {size[0]}x{size[1]}")
                    raise

    at_each_size.__doc__ = test.__doc__
    return at_each_size


async def still(pilot: Pilot[None]) -> str:
    """Take a picture when nothing moves any more, without the ids that differ from run to run."""
    drawn: list[list[Strip]] = []
    while len(drawn) < 2 or drawn[-1] != drawn[-2]:
        await pilot.pause()
        drawn.append(pilot.app.screen._compositor.render_strips())
    return re.sub(r"terminal-\d+", "terminal", pilot.app.export_screenshot(simplify=True))


async def in_sizes(pilot: Pilot[None], *sizes: tuple[int, int]) -> AsyncIterator[tuple[str, str]]:
    """Yield what the screen looks like in each size, at 80 by 24 in light colours as well, with the name of that."""
    for width, height in sizes:
        await pilot.resize_terminal(width, height)
        yield f"{width}x{height}", await still(pilot)
        if (width, height) == (80, 24):
            await pilot.press("t")
            yield "80x24-light", await still(pilot)
            await pilot.press("t")


async def until(pilot: Pilot[None], reached: Callable[[], bool]) -> None:
    """Wait until work in a thread has come to something; the machine may be busy with other tests.

    What is asked of a screen that another still lies over is not reached either.
    """
    for _ in range(500):
        await pilot.pause(0.02)
        with suppress(NoMatches):
            if reached():
                return
    raise AssertionError("\n".join(("not within ten seconds; the screen shows:", *rows_of(pilot))))


async def seek(pilot: Pilot[None], query: str) -> None:
    """Type into the palette, and wait until what is sought comes first."""
    pilot.app.screen.query_one(Input).value = query

    def comes_first() -> bool:
        options = pilot.app.screen.query_one(CommandList).options
        return bool(options) and all(word in str(options[0].prompt).lower() for word in query.split())

    await until(pilot, comes_first)
