"""What every view looks like, at every size, in every kind of colour a terminal may have.

After a wanted change: ``pytest tests/tui/test_looks.py --snapshot-update``, and look at the pictures before they are
kept.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color, ColorType
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from compare.tui.state import Look, View
from compare.tui.themes import DARK, LIGHT
from tui.conftest import ALL_SIZES, Opened, afresh, main_of, still
from tui.story import comparison

LOOKS = {"dark": DARK, "light": LIGHT, "ansi": "ansi-dark", "no-color": DARK}


@pytest.mark.parametrize("look", LOOKS)
async def test_every_view(
    look: str, opened: Opened, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    if look == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(ALL_SIZES[0]) as pilot:
        pilot.app.theme = LOOKS[look]
        for size in ALL_SIZES:
            await afresh(pilot, size, comparison())
            await pilot.press("n")
            for view in View:
                main_of(pilot).take(Look(view))
                assert await still(pilot) == picture(name=f"{view}-{size[0]}x{size[1]}")
                if look == "ansi":
                    assert {color.type for color in _colors(pilot)} <= {ColorType.DEFAULT, ColorType.STANDARD}
                if look == "no-color":
                    assert all(color.get_truecolor()[0] == color.get_truecolor()[2] for color in _colors(pilot))


def _colors(pilot: Pilot[None]) -> Iterator[Color]:
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style is not None:
                yield from filter(None, (segment.style.color, segment.style.bgcolor))
