"""Apps that draw to nowhere, so that no terminal's own speed counts, and what it takes until they have drawn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.message import Message
from textual.pilot import Pilot

if TYPE_CHECKING:
    from compare.tui.screens.main import MainScreen

SIZE = (120, 32)
"""Columns and rows of the terminal, where nothing else is said."""

LOOK, QUIET = 0.01, 3
"""Seconds between two looks at whether a frame was drawn, and looks without one after which there comes no other."""


class Sink(HeadlessDriver):
    """Takes what is drawn, as a terminal does."""

    @property
    def is_headless(self) -> bool:
        """Whether drawing could be left out."""
        return False


@asynccontextmanager
async def running(app: App[None], size: tuple[int, int] = SIZE) -> AsyncIterator[Pilot[object]]:
    """Run an app that draws into the sink."""
    ready: asyncio.Future[Pilot[object]] = asyncio.get_running_loop().create_future()
    app.driver_class = Sink

    async def take(pilot: Pilot[object]) -> None:
        ready.set_result(pilot)

    task = asyncio.create_task(app.run_async(size=size, auto_pilot=take))
    pilot = await ready
    with app._context():  # as in Textual's own run_test
        await pilot.pause()
        yield pilot
        app.exit()
    await task


async def answered(app: App[None], event: Message, patience: float = 0.3) -> float | None:
    """Return the milliseconds of this thread from an event to the last frame that answers it; ``None`` if none does.

    Nobody but the app works in the thread meanwhile: a pilot, which waits by working, would count as well.
    """
    drawn = 0

    def draw() -> None:
        nonlocal drawn
        drawn += 1

    app.post_display_hook = draw  # type: ignore[method-assign]
    begun, start = time.perf_counter(), time.thread_time()
    app.post_message(event)
    before, quiet = 0, 0
    while quiet < QUIET and (drawn or time.perf_counter() - begun < patience):
        await asyncio.sleep(LOOK)
        quiet = quiet + 1 if drawn == before and drawn else 0
        before = drawn
    return (time.thread_time() - start) * 1000 if drawn else None


def main_screen(app: App[Any]) -> MainScreen:
    """Return the comparison screen of an app."""
    from compare.tui.screens.main import MainScreen

    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))
