"""What the main screens look like. After a wanted change: ``pytest tests/tui/test_pictures.py --snapshot-update``, and
look at the pictures before they are kept."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from tui.conftest import SIZES, Opened, still

SCENES = {
    "finding": (),
    "search": ("slash", *"bridge", "enter"),
    "only-here": ("f", "f", "n"),
    "light": ("t",),
    "help": ("question_mark",),
    "export": ("e",),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("scene", ["finding", "search", "only-here"])
async def test_reading(opened: Opened, picture: SnapshotAssertion, scene: str, size: tuple[int, int]) -> None:
    async with opened(size) as pilot:
        await pilot.press(*SCENES[scene])
        assert await still(pilot) == picture


@pytest.mark.parametrize("scene", ["light", "help", "export"])
async def test_besides(opened: Opened, picture: SnapshotAssertion, scene: str) -> None:
    async with opened((80, 24)) as pilot:
        await pilot.press(*SCENES[scene])
        for line in pilot.app.screen.query(Input):
            line.cursor_blink = False
        assert await still(pilot) == picture
