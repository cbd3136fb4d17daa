"""Apps that draw to nowhere, so that no terminal's own speed counts, and what it takes until they have drawn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from math import inf
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
    """Return the milliseconds of this thread from an event to the last frame that answers it; ``None`` if none does."""
    return await last_frame(app, event, time.thread_time, lambda frames: frames > 0, patience)


async def last_frame(
    app: App[None],
    event: Message,
    clock: Callable[[], float],
    is_answered: Callable[[int], bool],
    patience: float = inf,
) -> float | None:
    """Return the milliseconds from an event to the last frame that comes of it.

    Nobody but the app works in the thread meanwhile: a pilot, which waits by working, would count as well.

    Args:
        app: what is told of the event.
        event: what it is told.
        clock: gives the seconds that count.
        is_answered: told how many frames were drawn, tells whether the event is answered by now.
        patience: seconds by the clock on the wall after which nothing comes any more, and ``None`` is returned.
    """
    drawn = 0

    def draw() -> None:
        nonlocal drawn
        drawn += 1

    app.post_display_hook = draw  # type: ignore[method-assign]
    begun, start = time.perf_counter(), clock()
    app.post_message(event)
    before, quiet = 0, 0
    while quiet < QUIET:
        await asyncio.sleep(LOOK)
        quiet = quiet + 1 if is_answered(drawn) and drawn == before else 0
        before = drawn
        if not is_answered(drawn) and time.perf_counter() - begun >= patience:
            return None
    return (clock() - start) * 1000


def main_screen(app: App[Any]) -> MainScreen:
    """Return the comparison screen of an app."""
    from compare.tui.screens.main import MainScreen

    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))
