"""What the main screens look like. After a wanted change: ``pytest tests/tui/test_pictures.py --snapshot-update``, and
look at the pictures before they are kept."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from tui.conftest import SIZES, Opened, afresh, still, text_of, until
from tui.story import comparison

SCENES = {
    "finding": (),
    "search": ("slash", *"bridge", "enter"),
    "only-here": ("f", "f", "n"),
    "light": ("t",),
    "help": ("question_mark",),
    "export": ("e",),
}


async def test_reading(opened: Opened, picture: SnapshotAssertion) -> None:
    async with opened(SIZES[0]) as pilot:
        for size in SIZES:
            for scene in ("finding", "search", "only-here"):
                await afresh(pilot, size, comparison())
                await pilot.press(*SCENES[scene])
                assert await still(pilot) == picture(name=f"{scene}-{size[0]}x{size[1]}")


async def test_besides(opened: Opened, picture: SnapshotAssertion) -> None:
    async with opened((80, 24)) as pilot:
        for scene in ("light", "help", "export"):
            await pilot.press(*SCENES[scene])
            if scene == "export":
                await until(pilot, lambda: bool(text_of(pilot, ".preview Static")))
            for line in pilot.app.screen.query(Input):
                line.cursor_blink = False
            assert await still(pilot) == picture(name=scene)
            await pilot.press("t" if scene == "light" else "escape")
