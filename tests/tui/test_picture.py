"""A picture of the screen is a file that shows what stood there, and in which nothing acts."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from compare.errors import OutputFailed
from compare.tui.picture import keep_picture
from compare.tui.widgets.bars import StatusLine
from tui.conftest import Opened, main_of, text_of, until

ACTS = "<script>&amp;]]>\"'"


async def test_the_picture_shows_the_screen_and_nothing_in_it_acts(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened((100, 30)) as pilot:
        main = main_of(pilot)
        main.say(ACTS)
        await pilot.pause()
        main.action_act("picture")
        await until(pilot, (tmp_path / "compare-1.svg").exists)
        await until(pilot, lambda: "written: compare-1.svg" in text_of(pilot, StatusLine))
    picture = ElementTree.parse(tmp_path / "compare-1.svg").getroot()
    names = {part.tag.rpartition("}")[2] for part in picture.iter()}
    assert names.isdisjoint({"script", "foreignObject", "a", "image"})
    assert ACTS in " ".join(picture.itertext()).replace("\u00a0", " ")
    assert [path.name for path in tmp_path.iterdir()] == ["compare-1.svg"]


def test_no_picture_is_written_over_and_a_refusal_is_said(tmp_path: Path) -> None:
    (tmp_path / "compare-1.svg").write_text("mine")
    assert keep_picture("<svg/>", tmp_path).name == "compare-2.svg"
    assert (tmp_path / "compare-1.svg").read_text() == "mine"
    with pytest.raises(OutputFailed, match="missing"):
        keep_picture("<svg/>", tmp_path / "missing")
