"""Keys that are pressed faster than the screen answers, and a mouse that is held meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key, MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot
from textual.widgets import Input

from compare.model import Judged, Noted
from compare.review import Store
from compare.tui.screens.jump import labelled
from compare.tui.screens.recent import RecentScreen
from compare.tui.state import View
from tui.conftest import Opened, at_main, main_of, panes_of, seek, until
from tui.marking import at, bodies, marking


async def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, the next before the first is looked at."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        driver.send_message(Key(key, key if len(key) == 1 else None))
    await pilot.pause()


async def test_a_dialog_is_left_once(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.loading.renaming.keep", lambda *_: None)
    async with opened((80, 24)) as pilot:
        for opening, leaving in (("R", "enter"), ("s", "a"), ("space", "c"), ("w", "escape"), ("ctrl+p", "escape")):
            await pilot.press(opening)
            assert not at_main(pilot), opening
            await at_once(pilot, leaving, leaving)
            assert at_main(pilot), opening
        await pilot.press("ctrl+p")
        await seek(pilot, "claim: old bridge")
        await at_once(pilot, "down", "enter", "enter", "enter")
        assert at_main(pilot)


async def test_a_list_is_opened_once(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await at_once(pilot, "r", "r")
        assert [isinstance(screen, RecentScreen) for screen in pilot.app.screen_stack] == [False, True]


async def test_what_is_typed_into_is_there_before_the_next_key(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        main = main_of(pilot)
        await at_once(pilot, "slash", *"road")
        assert main.state.hits is not None
        assert main.state.hits.query == "road"
        await pilot.press("enter", "escape", "g")
        wanted = labelled(main.view.in_sight())
        await at_once(pilot, "s", *wanted["h.4"])
        assert (main.state.cursor, at_main(pilot)) == ("h.4", True)


@pytest.mark.parametrize(
    "keys", [("i", *"who", "enter"), ("space", "n", *"who", "enter"), ("space", "c", "i", *"who", "enter")]
)
async def test_a_note_is_kept_however_fast_it_is_typed(tmp_path: Path, keys: tuple[str, ...]) -> None:
    store = Store(tmp_path)
    async with marking(store) as pilot:
        await at(pilot, "h.4")
        await at_once(pilot, *keys)
        await until(pilot, lambda: [b.text for b in bodies(store) if isinstance(b, Noted)] == ["who"])
        assert at_main(pilot)


async def test_each_of_two_verdicts_is_on_its_own_claim_however_fast(tmp_path: Path) -> None:
    store = Store(tmp_path)
    async with marking(store) as pilot:
        await at(pilot, "h.4")
        await at_once(pilot, "space", "c", "n", "space", "w")
        await until(pilot, lambda: len(bodies(store)) == 2)
        assert {type(body) for body in bodies(store)} == {Judged}
        assert len({body.on for body in bodies(store) if isinstance(body, Judged)}) == 2


@pytest.mark.parametrize("opening", ["e", "R"])
async def test_what_is_typed_for_a_dialog_is_in_it(opened: Opened, opening: str) -> None:
    async with opened((80, 24)) as pilot:
        await at_once(pilot, opening, *"abc")
        await until(pilot, lambda: not at_main(pilot) and pilot.app.screen.query(Input).first().value == "abc")
        assert not at_main(pilot)


async def test_what_is_typed_after_a_backspace_comes_after_it(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await at_once(pilot, "e", *["backspace"] * 12, *"a.html", "left", "left", "delete", "x")
        await until(pilot, lambda: not at_main(pilot) and pilot.app.screen.query(Input).first().value == "a.htxl")
        await pilot.press("escape")
        await at_once(pilot, "slash", *"roa", "backspace", *"oad", "home", "delete", "r", "enter", "n")
        main = main_of(pilot)
        await until(pilot, lambda: main.state.hits is not None and main.state.hits.query == "rooad")
        await until(pilot, lambda: main.state.finding == 1)
        assert at_main(pilot)


async def test_a_search_that_is_given_up_while_it_is_typed_is_over(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        before = main_of(pilot).state.cursor
        await at_once(pilot, "slash", *"road", "escape")
        await pilot.pause()
        assert (main_of(pilot).state.hits, main_of(pilot).state.cursor) == (None, before)


async def test_the_mouse_is_free_again_when_a_key_brings_other_panes(opened: Opened) -> None:
    async with opened((120, 32)) as pilot:
        divided = list(panes_of(pilot).values())[1]
        await pilot.mouse_down(divided, offset=(0, 3))
        await pilot.press("4", "5")
        assert not divided.display
        await pilot._post_mouse_events([MouseMove, MouseUp], button=1, offset=(50, 5))
        assert pilot.app.mouse_captured is None
        await pilot.click(offset=(20, 5))
        assert main_of(pilot).state.focus == "h"


async def test_no_size_is_too_small_for_any_view(opened: Opened) -> None:
    async with opened((40, 10)) as pilot:
        for view in View:
            main_of(pilot).action_act(f"look_{view}")
            for size in ((1, 1), (3, 2), (40, 10)):
                await pilot.resize_terminal(*size)
                await pilot.press("T", "j")
            assert main_of(pilot).state.view is view


async def test_the_chart_is_held_while_the_terminal_shrinks(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        (pane,) = panes_of(pilot).values()
        await pilot._post_mouse_events([MouseDown], button=1, offset=(78, 9))
        assert pilot.app.mouse_captured is pane
        await pilot.resize_terminal(20, 4)
        await pilot._post_mouse_events([MouseMove], button=1, offset=(1, 1))
        assert pane.scrollable_content_region.height <= 1
