"""Bindings, footer, help and palette say the same, since all of them come from one list."""

from __future__ import annotations

from collections import Counter
from functools import partial

from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets._footer import FooterKey

from compare.tui.actions import ACTIONS, BY_ID, FOOTER
from compare.tui.bindings import bindings
from compare.tui.palette import ActionProvider, PlaceProvider, SetProvider
from compare.tui.screens.errands import Errands
from compare.tui.screens.going import Going
from compare.tui.screens.help import help_text
from compare.tui.screens.keeping import Keeping
from compare.tui.screens.main import VIEWS, MainScreen
from compare.tui.screens.marking import Marking
from compare.tui.state import LOOKS, Look, Move, View
from tui.conftest import Opened, main_of, rows_of, until

HOLDERS = (MainScreen, Going, Errands, Marking, Keeping)


def test_every_id_and_key_is_there_once() -> None:
    assert len(BY_ID) == len(ACTIONS)
    for view in View:
        keys = Counter(key for action in ACTIONS if view in action.views for key in action.keys)
        assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_leads_somewhere_and_every_step_has_an_action() -> None:
    for action in ACTIONS:
        holders = (*HOLDERS, *(view for view in VIEWS if view.VIEW in action.views))
        known = action.id in set(Move) or any(hasattr(holder, f"do_{action.id}") for holder in holders)
        known = known or action.id in {"pane", *LOOKS}
        assert known, action.id
    assert {*Move, *LOOKS} <= set(BY_ID)
    methods = {name[3:] for holder in (*HOLDERS, *VIEWS) for name in vars(holder) if name.startswith("do_")}
    assert methods <= set(BY_ID)


def test_bindings_are_the_registry() -> None:
    bound = Counter(binding.key for binding in bindings())
    assert bound == Counter(key for action in ACTIONS for key in action.keys)
    assert all(binding.tooltip for binding in bindings())


def test_help_names_every_key_and_what_it_does() -> None:
    for view in View:
        text = " ".join(help_text(90, view).plain.split())
        for action in ACTIONS:
            if action.shown:
                assert f"{action.shown} {action.help}" in text, action.id


def test_help_begins_with_what_the_view_in_sight_can_do() -> None:
    for view in View:
        first, *_, last = help_text(90, view).plain.split("\n\n")
        own, foreign = (" ".join(section.split()) for section in (first, last))
        assert own.startswith(f"In this view: {view}")
        for action in ACTIONS:
            entry = f"{action.shown} {action.help}"
            assert (entry in own) == (view in action.views and len(action.views) < len(View) and bool(action.shown))
            assert (entry in foreign) == (view not in action.views), action.id


async def test_keys_reach_the_screen(opened: Opened) -> None:
    async with opened() as pilot:
        for view in View:
            main_of(pilot).take(Look(view))
            active = pilot.app.screen.active_bindings
            for action in ACTIONS:
                for key in action.keys if view in action.views else ():
                    found = active[next(iter(Binding.make_bindings([Binding(key, "x")]))).key].binding
                    expected = f"pane({key})" if action.id == "pane" else f"act('{action.id}')"
                    assert found.action == expected or (key, found.action) == ("ctrl+q", "quit"), key


async def test_the_footer_shows_the_brief_ones(opened: Opened) -> None:
    async with opened((160, 45)) as pilot:
        for view in View:
            main_of(pilot).take(Look(view))
            here = [BY_ID[a] for a in FOOTER if view in BY_ID[a].views]
            expected = [(action.shown.split()[0], action.brief) for action in here]
            # a footer is made anew when the bindings change, some time after that
            await until(pilot, partial(_shows, pilot, expected))
            # where no others are to be shown it stays: to make it anew costs more than to draw the panes
            keys = list(pilot.app.screen.query(FooterKey))
            await pilot.press("l")
            assert list(pilot.app.screen.query(FooterKey)) == keys
        assert set(FOOTER) == {action.id for action in ACTIONS if action.brief}


def _shows(pilot: Pilot[None], expected: list[tuple[str, str]]) -> bool:
    return [(key.key_display, key.description) for key in pilot.app.screen.query(FooterKey)] == expected


async def test_the_palette_offers_what_it_should(opened: Opened) -> None:
    async with opened() as pilot:
        provider = ActionProvider(pilot.app.screen)
        for view in View:
            main_of(pilot).take(Look(view))
            offered = [str(hit.prompt).split("  ")[0] async for hit in provider.discover()]
            assert offered == [action.title for action in ACTIONS if action.palette and view in action.views]
        # the framework's own would name things in other words, and cover a part of the screen that no key gives back
        assert {*pilot.app.COMMANDS, *pilot.app.screen.COMMANDS} == {ActionProvider, PlaceProvider, SetProvider}


async def test_the_footer_cuts_no_key_off(opened: Opened) -> None:
    async with opened((160, 45)) as pilot:
        for width in (60, 200, 80, 120, 40):
            await pilot.resize_terminal(width, 20)
            for view in View:
                main_of(pilot).take(Look(view))
                names = [f"{BY_ID[a].shown.split()[0]} {BY_ID[a].brief}" for a in FOOTER if view in BY_ID[a].views]
                whole = [name for n, name in enumerate(names) if len(" ".join(names[: n + 1])) <= width]
                await until(pilot, partial(_reads, pilot, " ".join(whole)))
                assert footer_of(pilot) == " ".join(whole)


async def test_while_a_search_is_typed_the_footer_tells_what_ends_it(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await pilot.press("slash")
        await until(pilot, partial(_reads, pilot, "Enter keep the hits Esc go back"))
        assert footer_of(pilot) == "Enter keep the hits Esc go back"


def _reads(pilot: Pilot[None], expected: str) -> bool:
    return footer_of(pilot) == expected


def footer_of(pilot: Pilot[None]) -> str:
    """The last line of the screen."""
    return rows_of(pilot)[-1].rstrip()
