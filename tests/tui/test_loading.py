"""While sources are read: a line for each, and a key that compares what is there. What cannot be opened is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from compare.loading.collecting import SourceProgress
from compare.session import Progress
from compare.tui.app import CompareApp
from compare.tui.memory import Memory
from compare.tui.screens.failed import FailedScreen
from compare.tui.screens.recent import RecentScreen
from compare.tui.state import EMPTY
from compare.tui.widgets.loading import Sources, source_line
from tui.conftest import Opened, main_of, rows_of, text_of, until

SOURCES = (
    SourceProgress("https://one.example/ferry", "done", 4000, 4000),
    SourceProgress("https://two.example/a-very-long-address/that-goes-on/and-on/until-the-end", "reading", 500, 1000),
    SourceProgress("https://three.example/\x1b[2J[red]", "failed", note="answers 404 Not Found"),
    SourceProgress("notes.txt"),
)


@pytest.mark.parametrize("width", [20, 40, 60, 200])
def test_each_source_is_one_line_whatever_its_name(width: int) -> None:
    for source in SOURCES:
        line = source_line(source, width).plain
        assert cell_len(line) <= width
        assert "\x1b" not in line
    assert source_line(SOURCES[1], 200).plain.count("━") == 8


async def test_the_list_stands_while_something_is_read(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        main = main_of(pilot)
        main.progress(Progress("loading", 2, 4, "", SOURCES))
        await pilot.pause()
        said = text_of(pilot, Sources)
        assert [line[:1] for line in said.splitlines()] == ["R", "✓", "›", "✗", "·"]
        assert "answers 404 Not Found" in said
        main.progress(Progress("loading", 4, 4, "", (SOURCES[0], SOURCES[2])))
        assert not main.query_one(Sources).display


async def test_eight_sources_are_all_in_sight_on_a_small_terminal(opened: Opened) -> None:
    eight = tuple(
        SourceProgress(f"https://{n}.example/" + "ferry-" * 20, "failed", note="answers 404") for n in range(8)
    )
    async with opened((80, 24), EMPTY) as pilot:
        main_of(pilot).progress(Progress("loading", 0, 9, "", (*eight, SourceProgress("notes.txt", "waiting"))))
        await pilot.pause()
        rows = rows_of(pilot)
        assert sum("answers 404" in row for row in rows) == 8
        assert sum("notes.txt" in row for row in rows) == 1


async def test_of_more_sources_than_have_room_those_are_in_sight_that_are_waited_for(opened: Opened) -> None:
    gone = SourceProgress("https://gone.example/ferry", "failed")
    done = tuple(SourceProgress(f"https://{n}.example/ferry", "done", 4000, 4000) for n in range(20))
    async with opened((80, 24)) as pilot:
        progress = Progress(
            "loading", 20, 22, "", (*done, gone, SourceProgress("slow.txt", "reading"), SourceProgress("last.txt"))
        )
        main_of(pilot).progress(progress)
        await pilot.pause()
        first, *rows = (row for row in rows_of(pilot) if "Reading" in row or ".txt" in row or ".example" in row)
        assert "Esc compares what is there" in first
        shown = [re.findall(r"\S+\.txt|\S+/ferry", row)[0] for row in rows[:4]]
        assert shown == ["slow.txt", "last.txt", "https://gone.example/ferry", "https://0.example/ferry"]


async def test_a_set_that_cannot_be_opened_from_within_is_told_and_another_chosen(tmp_path: Path) -> None:
    app = CompareApp(memory=Memory(recent=lambda: [[str(tmp_path / "gone")]]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FailedScreen))
        said = " ".join(str(part.render()) for part in app.screen.query(".warning"))
        assert "gone: no such file or folder" in said
        assert "check the spelling" in said
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, RecentScreen))
        await pilot.press("escape")
    assert app.return_code == 0
    assert app.failure is None
