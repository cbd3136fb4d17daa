"""Dividers between panes: moved by key and by mouse, never so far that a pane cannot be read, and evened again."""

from __future__ import annotations

from textual.events import MouseMove, MouseUp
from textual.pilot import Pilot

from compare.tui.widgets.panes import NARROWEST_PANE, WIDENING
from tui.conftest import Opened, panes_of, still

HALF = 60


def widths_of(pilot: Pilot[None]) -> list[int]:
    """How wide the panes in sight are, from left to right."""
    return [pane.outer_size.width for pane in panes_of(pilot).values()]


async def pressed(pilot: Pilot[None], *keys: str) -> list[int]:
    """Press keys, and return how wide the panes are then."""
    await pilot.press(*keys)
    await still(pilot)
    return widths_of(pilot)


async def test_keys_give_the_pane_of_the_cursor_more_room_or_less(opened: Opened) -> None:
    async with opened((2 * HALF, 32)) as pilot:
        assert widths_of(pilot) == [HALF, HALF]
        assert await pressed(pilot, "full_stop") == [HALF + WIDENING, HALF - WIDENING]
        assert await pressed(pilot, "l", "full_stop", "full_stop") == [HALF - WIDENING, HALF + WIDENING]
        assert await pressed(pilot, *["comma"] * 30) == [2 * HALF - NARROWEST_PANE, NARROWEST_PANE]
        assert await pressed(pilot, "h", *["comma"] * 30) == [NARROWEST_PANE, 2 * HALF - NARROWEST_PANE]
        assert await pressed(pilot, "underscore") == [HALF, HALF]
        assert await pressed(pilot, "u") == [NARROWEST_PANE, 2 * HALF - NARROWEST_PANE]


async def test_the_mouse_drags_a_divider(opened: Opened) -> None:
    async with opened((2 * HALF, 32)) as pilot:
        _, right = panes_of(pilot).values()
        await pilot.mouse_down(right, offset=(0, 3))
        await pilot._post_mouse_events([MouseMove], button=1, offset=(HALF - 10, 5))
        await still(pilot)
        assert widths_of(pilot) == [HALF - 10, HALF + 10]
        await pilot._post_mouse_events([MouseMove], button=1, offset=(2, 5))
        await still(pilot)
        assert widths_of(pilot) == [NARROWEST_PANE, 2 * HALF - NARROWEST_PANE]
        await pilot._post_mouse_events([MouseUp], button=1, offset=(2, 5))
        await pilot._post_mouse_events([MouseMove], offset=(HALF, 5))
        await still(pilot)
        assert widths_of(pilot) == [NARROWEST_PANE, 2 * HALF - NARROWEST_PANE]  # it was let go
