"""What each key does, in terminals of three sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.command import CommandPalette
from textual.widgets import Static

from compare.tui.app import CompareApp
from compare.tui.screens.export import ExportScreen
from compare.tui.screens.help import HelpScreen
from compare.tui.screens.warnings import WarningsScreen
from compare.tui.state import Filter
from compare.tui.widgets.bars import Header, StatusLine, Tabs
from compare.tui.widgets.card import Card
from compare.tui.widgets.search import SearchInput
from tui.conftest import Opened, app_of, at_main, main_of, panes_of, seek, sized, text_of, until

if TYPE_CHECKING:
    from textual.pilot import Pilot


@sized
async def test_it_opens_at_the_first_finding(pilot: Pilot[None]) -> None:
    assert len(panes_of(pilot)) == {80: 1, 120: 2, 200: 4}[pilot.app.size.width]
    assert main_of(pilot).state.cursor == "h.5"
    assert text_of(pilot, StatusLine).startswith("finding 1/4: Oster Herald and The Ledger [b] differ")
    assert "5 articles · 17 claims · 4 findings · 2 warnings (w)" in text_of(pilot, Header)
    assert " 2 The Ledg" in text_of(pilot, Tabs)
    assert text_of(pilot, Card).startswith("! in 2 of 5: 80 % sure")


@sized
async def test_n_and_shift_n_go_through_the_findings(pilot: Pilot[None]) -> None:
    await pilot.press("n")
    assert main_of(pilot).state.cursor == "l.6"
    assert text_of(pilot, StatusLine).startswith("finding 2/4: Only The Ledger [b] says")
    assert "l" in panes_of(pilot)
    await pilot.press("N", "N")
    assert text_of(pilot, StatusLine).startswith("finding 4/4")


@sized
async def test_j_k_and_arrows_go_through_the_sentences(pilot: Pilot[None]) -> None:
    await pilot.press("j")
    assert main_of(pilot).state.cursor == "h.6"
    assert "only here: 91 % sure" in text_of(pilot, StatusLine)
    await pilot.press("down", "down", "k", "up")
    assert main_of(pilot).state.cursor == "h.6"


async def test_h_and_l_pass_over_hidden_articles(opened: Opened) -> None:
    async with opened() as pilot:
        for view in "PAW":
            await pilot.press("1", view, "l", "minus")  # the second is hidden, the third is next
            order, hidden = main_of(pilot).state.articles, main_of(pilot).state.hidden
            seen = []
            for _ in range(len(order)):
                seen.append(main_of(pilot).state.focus)
                await pilot.press("l")
            assert len(hidden) == 1
            assert hidden.isdisjoint(seen), view
            await pilot.press("plus")


@sized
async def test_h_l_tab_and_numbers_go_through_the_articles(pilot: Pilot[None]) -> None:
    await pilot.press("l")
    assert main_of(pilot).state.cursor == "l.4"
    await pilot.press("tab")
    assert main_of(pilot).state.focus == "v"
    await pilot.press("right")
    assert main_of(pilot).state.focus == "p"
    await pilot.press("left", "shift+tab", "h", "h")
    assert main_of(pilot).state.focus == "d"
    await pilot.press("4")
    assert main_of(pilot).state.focus == "p"
    assert panes_of(pilot)["p"].has_class("-current")
    await pilot.press("9")
    assert text_of(pilot, StatusLine) == "there is no article 9: 5 articles"


@sized
async def test_enter_goes_from_counterpart_to_counterpart(pilot: Pilot[None]) -> None:
    await pilot.press("g", "j")
    path = []
    for _ in range(5):
        await pilot.press("enter")
        path.append(main_of(pilot).state.cursor)
    assert path == ["l.3", "v.2", "p.2", "d.2", "h.3"]


@sized
async def test_counterparts_stand_level_with_the_cursor(pilot: Pilot[None]) -> None:
    for key in ("n", "n", "n", "n", "enter", "g", "j", "enter"):
        await pilot.press(key)
        await pilot.pause()
        state, panes = main_of(pilot).state, panes_of(pilot)
        own = panes[state.focus].screen_row(state.cursor)
        assert own >= 0
        claim = main_of(pilot).comparison.index.claims[state.claim]
        for sentence in claim.sentences:
            article = sentence[0]
            if article in panes and article not in (state.focus, "l"):
                assert panes[article].screen_row(sentence) == own, (key, sentence)


@sized
async def test_ends_and_pages(pilot: Pilot[None]) -> None:
    await pilot.press("G")
    assert main_of(pilot).state.cursor == "h.9"
    await pilot.press("g")
    assert main_of(pilot).state.cursor == "h.2"
    await pilot.press("pagedown")
    below = main_of(pilot).state.cursor
    assert below != "h.2"
    await pilot.press("pageup")
    assert main_of(pilot).state.cursor == "h.2"
    await pilot.press("end", "home")
    assert main_of(pilot).state.cursor == "h.2"


@sized
async def test_b_makes_the_article_the_base(pilot: Pilot[None]) -> None:
    await pilot.press("l", "b")
    assert main_of(pilot).state.base == "l"
    assert " base" in str(panes_of(pilot)["l"].border_title)
    assert text_of(pilot, Card).splitlines()[2].startswith("! The Ledger")


@sized
async def test_c_looks_at_the_next_claim(pilot: Pilot[None]) -> None:
    await pilot.press("G")
    assert "claim 1 of 2" in text_of(pilot, Card)
    await pilot.press("c")
    assert "claim 2 of 2" in text_of(pilot, Card)
    assert main_of(pilot).state.claim == "council"


@sized
async def test_f_changes_what_is_set_off(pilot: Pilot[None]) -> None:
    for wanted in [*list(Filter)[1:], Filter.ALL]:
        await pilot.press("f")
        assert main_of(pilot).state.filter is wanted
        assert text_of(pilot, StatusLine).startswith("set off: ")


@sized
async def test_m_gives_one_pane_all_the_room(pilot: Pilot[None]) -> None:
    before = list(panes_of(pilot))
    await pilot.press("m")
    await pilot.pause()
    assert list(panes_of(pilot)) == ["h"]
    assert panes_of(pilot)["h"].region.width == pilot.app.size.width
    await pilot.press("m")
    assert list(panes_of(pilot)) == before


async def test_where_one_article_is_in_sight_the_keys_that_share_room_say_so(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        for key in ("m", "comma", "full_stop", "underscore"):
            await pilot.press("P", key)
            assert text_of(pilot, StatusLine) == "only one article is in sight: it has all the room"
            assert not main_of(pilot).state.alone
        await pilot.resize_terminal(120, 32)
        await pilot.press("m", "m")
        assert len(panes_of(pilot)) == 2


@sized
async def test_slash_searches_while_typing(pilot: Pilot[None]) -> None:
    await pilot.press("slash")
    assert pilot.app.focused is pilot.app.screen.query_one(SearchInput)
    await pilot.press(*"road")
    await pilot.pause()
    assert main_of(pilot).state.cursor == "h.8"
    assert "hit 1/2: Oster Herald 1 · post-2? 1 · 0 in 3 others" in text_of(pilot, StatusLine)
    assert [label.rstrip()[-1] for label in text_of(pilot, Tabs).split("  ")[1:]] == list("10010")
    await pilot.press("enter", "right_square_bracket")
    assert main_of(pilot).state.cursor == "p.4"
    await pilot.press("f3")
    assert main_of(pilot).state.cursor == "h.8"
    await pilot.press("left_square_bracket", "shift+f3")
    assert main_of(pilot).state.cursor == "h.8"
    await pilot.press("n")
    assert main_of(pilot).state.finding == 1
    await pilot.press("escape")
    assert main_of(pilot).state.hits is None


@sized
async def test_escape_while_typing_goes_back(pilot: Pilot[None]) -> None:
    await pilot.press("slash", *"road", "escape")
    await pilot.pause()
    assert main_of(pilot).state.cursor == "h.5"
    assert main_of(pilot).state.hits is None
    assert not pilot.app.screen.query_one(SearchInput).display
    await pilot.press("slash", "enter")
    await pilot.pause()
    assert main_of(pilot).state.hits is None
    await pilot.press("right_square_bracket")
    assert text_of(pilot, StatusLine) == "no search under way: / begins one"


@sized
async def test_nothing_is_searched_for_while_the_line_is_hidden(pilot: Pilot[None]) -> None:
    """The last letter may be told of only when the line is closed again."""
    line = pilot.app.screen.query_one(SearchInput)
    assert not line.display
    line.value = "road"
    await pilot.pause()
    assert main_of(pilot).state.hits is None
    await pilot.press("slash")
    assert line.display
    assert line.value == ""
    await pilot.press(*"road", "enter")
    assert not line.display
    line.value = "oster"
    await pilot.pause()
    hits = main_of(pilot).state.hits
    assert hits is not None
    assert hits.query == "road"


@sized
async def test_y_copies_the_sentence_with_its_source(pilot: Pilot[None]) -> None:
    await pilot.press("y")
    assert app_of(pilot).clipboard.startswith("“Repairs will cost €4 million, the mayor said.” — Oster Herald")
    assert text_of(pilot, StatusLine) == "copied, with its source"
    await pilot.press("j")
    assert text_of(pilot, StatusLine) != "copied, with its source"


async def test_what_is_copied_reaches_the_desktop_as_well(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as pilot:
        pasted: list[str] = []
        monkeypatch.setattr("pyperclip.copy", pasted.append)
        await pilot.press("y")
        await until(pilot, lambda: pasted == [app_of(pilot).clipboard])
        assert pasted[0].startswith("“Repairs will cost")


async def test_in_a_browser_nothing_is_copied_to_the_desktop_of_the_server(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(CompareApp, "is_web", True)
    monkeypatch.setattr("compare.tui.app.Thread", lambda **given: started.append(given))
    async with opened() as pilot:
        await pilot.press("y")
        assert app_of(pilot).clipboard.startswith("“Repairs will cost")
        assert started == []


@sized
async def test_the_card_has_sizes_and_scrolls(pilot: Pilot[None]) -> None:
    card = pilot.app.screen.query_one(Card)
    usual = card.size.height
    await pilot.press("d")
    await pilot.pause()
    assert card.size.height > usual
    await pilot.press("d")
    assert not card.display
    await pilot.press("d")
    await pilot.pause()
    assert card.size.height == usual
    await pilot.press("J")
    assert card.scroll_y == min(1, card.max_scroll_y)
    await pilot.press("K")
    assert card.scroll_y == 0


@sized
async def test_t_changes_between_dark_and_light(pilot: Pilot[None]) -> None:
    assert pilot.app.current_theme.dark
    await pilot.press("t")
    assert not pilot.app.current_theme.dark
    await pilot.press("t")
    assert pilot.app.current_theme.dark


@sized
async def test_pages_open_and_close(pilot: Pilot[None]) -> None:
    for key, screen in (("question_mark", HelpScreen), ("w", WarningsScreen), ("e", ExportScreen)):
        await pilot.press(key)
        assert isinstance(pilot.app.screen, screen)
        await pilot.press("escape")
        assert at_main(pilot)


@sized
async def test_help_scrolls_to_its_end(pilot: Pilot[None]) -> None:
    await pilot.press("question_mark", "j", "pagedown", "G")
    await pilot.pause()
    box = pilot.app.screen.query_one(".dialog")
    text = box.query_one(Static)
    assert max(map(cell_len, str(text.content).splitlines())) <= text.size.width  # else lines would break once more
    assert box.scroll_y == box.max_scroll_y
    await pilot.press("k", "pageup", "g")
    await pilot.pause()
    assert box.scroll_y == 0
    await pilot.press("q")
    assert at_main(pilot)


async def test_the_palette_offers_actions_articles_findings_and_claims(opened: Opened) -> None:
    async with opened() as pilot:
        for query, cursor in (("article post", "p.1"), ("finding 2", "l.6"), ("claim: drawer of knives", "h.6")):
            await pilot.press("ctrl+p")
            assert isinstance(pilot.app.screen, CommandPalette)
            await seek(pilot, query)
            await pilot.press("enter")
            await until(pilot, lambda there=cursor: at_main(pilot) and main_of(pilot).state.cursor == there)  # type: ignore[misc]
        await pilot.press("ctrl+p")
        await seek(pilot, "make this article the base")
        await pilot.press("enter")
        await until(pilot, lambda: at_main(pilot) and main_of(pilot).state.base == main_of(pilot).state.focus)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quit(opened: Opened, key: str) -> None:
    async with opened() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.return_code == 0


async def test_ctrl_c_says_how_to_leave(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "q quits" in text_of(pilot, StatusLine))
        assert at_main(pilot)
