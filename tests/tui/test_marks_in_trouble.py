"""Marks on the screen when they cannot be kept: one line says so, nothing is changed, and reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from compare.export import write
from compare.review import Store
from compare.tui.widgets.bars import Header, StatusLine
from compare.tui.widgets.card import Card
from tui.conftest import main_of, text_of, until
from tui.marking import STORY, at, bodies, marking
from unit.review.trouble import closed_folder, damage, full_disk


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in which others may be let look."""
    with TemporaryDirectory() as name:
        yield Path(name)


async def reading_goes_on(pilot: Pilot[None]) -> None:
    """Go to the next sentence and back."""
    before = main_of(pilot).state.cursor
    await pilot.press("j")
    assert main_of(pilot).state.cursor != before
    await pilot.press("k")
    assert main_of(pilot).state.cursor == before


async def first_warning(pilot: Pilot[None]) -> str:
    """Look at the warnings, and leave them again."""
    await pilot.press("w")
    first = str(pilot.app.screen.query(".warning").first().render())
    await pilot.press("escape")
    return first


@pytest.mark.parametrize("trouble", [full_disk, closed_folder])
async def test_a_mark_that_cannot_be_kept_is_said_in_one_line_and_can_be_made_later(
    folder: Path, trouble: Callable[[Path], AbstractContextManager[None]]
) -> None:
    store = Store(folder)
    async with marking(store, size=(80, 24)) as pilot:
        await at(pilot, "h.6")
        await pilot.press("asterisk")  # what is imported at the first mark is there by now
        assert "starred" in text_of(pilot, Card)
        store.close()

    with trouble(folder):
        store = Store(folder)
    before = bodies(store)
    assert len(before) == 1
    async with marking(store, size=(80, 24)) as pilot:
        await at(pilot, "h.6")
        assert "starred" in text_of(pilot, Card)  # what was kept is shown
        with trouble(folder):
            await pilot.press("asterisk")
        assert text_of(pilot, StatusLine).startswith("marks cannot be kept (")
        assert text_of(pilot, StatusLine).endswith(") · w says more")
        assert bodies(store) == before
        assert "starred" in text_of(pilot, Card)
        assert "3 warnings" in text_of(pilot, Header)
        assert "review.db" in await first_warning(pilot)
        await reading_goes_on(pilot)
        await pilot.press("asterisk")  # what was in the way is gone
        assert bodies(store) == []
        assert "2 warnings" in text_of(pilot, Header)
    store.close()


@pytest.mark.parametrize("when", ["before", "meanwhile"])
async def test_a_damaged_file_is_kept_aside_and_marks_begin_anew(tmp_path: Path, when: str) -> None:
    store = Store(tmp_path)
    if when == "before":
        store.close()
        other = damage(tmp_path)
        store = Store(tmp_path)
    async with marking(store, size=(80, 24)) as pilot:
        await at(pilot, "h.6")
        if when == "meanwhile":
            other = damage(tmp_path)
            main_of(pilot).keeping.look()  # as every two seconds
            assert "w says what is wrong" in text_of(pilot, StatusLine)
        await until(pilot, lambda: "3 warnings" in text_of(pilot, Header))
        warned = await first_warning(pilot)
        assert "was damaged and is kept as review.damaged-1.db; your marks begin anew" in warned
        assert (tmp_path / "review.damaged-1.db").read_bytes() == other
        await reading_goes_on(pilot)
        await pilot.press("asterisk")
        assert "starred" in text_of(pilot, StatusLine)
    store.close()
    again = Store(tmp_path)
    assert (len(bodies(again)), again.trouble) == (1, "")
    again.close()


async def test_a_report_for_which_there_is_no_room_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    write(STORY, str(target))
    before = target.read_bytes()
    async with marking(Store(None), size=(80, 24)) as pilot:
        await pilot.press("e")
        pilot.app.screen.query_one("#target", Input).value = str(target)
        await pilot.press("enter")
        await until(pilot, lambda: "Enter again" in text_of(pilot, ".said"))
        with full_disk(tmp_path):
            await pilot.press("enter")
            await until(pilot, lambda: "too large" in text_of(pilot, ".said"))
        assert text_of(pilot, ".said").startswith(f"{target}: ")
        assert target.read_bytes() == before
        assert list(tmp_path.iterdir()) == [target]
        await pilot.press("enter")  # which is not the answer to what was asked before
        await until(pilot, lambda: "Enter again" in text_of(pilot, ".said"))
        await pilot.press("escape")
        await at(pilot, "h.6")
        await reading_goes_on(pilot)
