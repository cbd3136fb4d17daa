"""The letters by which a reader jumps to a sentence: what they are, and that none is left once they were typed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compare.tui.screens.jump import LETTERS, labelled
from tui.conftest import Opened, at_main, lines_of, main_of, panes_of


@pytest.mark.parametrize("count", [0, 1, 26, 27, 60, 300, 676, 700])
def test_letters_are_short_and_none_begins_another(count: int) -> None:
    labels = list(labelled([f"s{n}" for n in range(count)]).values())
    assert len(labels) == len(set(labels)) == min(count, len(LETTERS) ** 2)
    in_order = sorted(labels)  # where one begins another, it begins the next one
    assert not any(after.startswith(label) for label, after in pairwise(in_order))
    assert max(map(len, labels), default=0) == (0 if not count else 1 if count <= 26 else 2)


async def test_the_letters_go_with_the_jump_and_without_one(opened: Opened) -> None:
    async with opened() as pilot:
        panes = panes_of(pilot)
        before = [lines_of(pane) for pane in panes.values()]
        for leaving in ("escape", "x"):  # a letter that stands for none leaves as well
            await pilot.press("s")
            await pilot.pause()
            assert [lines_of(pane) for pane in panes.values()] != before
            await pilot.press(leaving)
            await pilot.pause()
            assert at_main(pilot)
            assert [lines_of(pane) for pane in panes.values()] == before
        letters = labelled(main_of(pilot).view.in_sight())
        await pilot.press("s", *letters["l.6"])
        await pilot.pause()
        assert main_of(pilot).state.cursor == "l.6"
        assert main_of(pilot).state.jumps == {}
