"""The pane: marks, mouse, selection, and text that means harm."""

from __future__ import annotations

import asyncio
import time

import pytest
from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from compare.model import Comparison, CoverageSet
from compare.tui.state import uncompared
from compare.tui.widgets.bars import StatusLine
from compare.tui.widgets.card import Card
from compare.tui.widgets.pane import ArticlePane
from tui.conftest import Opened, afresh, app_of, lines_of, main_of, panes_of, rows_of, still, text_of, until
from tui.story import HERALD, LEDGER, K, comparison, made


def drawn(pane: ArticlePane) -> list[str]:
    """What the pane shows, row by row."""
    return [line.rstrip() for line in lines_of(pane)]


def bare(*blocks: str, label: str = "Paper") -> Comparison:
    """Two articles, one of them made of blocks, without any analysis."""
    articles = (made("a", [(K.BODY, block) for block in blocks], label), made("b", [(K.BODY, "Other.")]))
    return uncompared(CoverageSet(articles, ("a", "b")))


async def test_each_pane_tells_what_it_shows(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        panes = panes_of(pilot)
        # every mark has its glyph in the gutter
        herald = "\n".join(drawn(panes[HERALD]))
        assert "▌! 2/5 Repairs will cost" in herald
        assert " = 2/5 Nobody was hurt" in herald
        assert " ◆     A baker heard it" in herald
        assert " ?     Old bridge at Oster" in herald
        assert "       What comes next" in herald
        assert "       Read more: Ten walks" in herald
        assert "▎! 2/5 The repair is put" in "\n".join(drawn(panes[LEDGER]))
        assert " ~ 5/5 An old bridge" in "\n".join(drawn(panes["p"]))
        # the end of a text says whether it is one
        assert "       ── end of the text ──" in drawn(panes[HERALD])
        assert "       ── cut here: what follows is unknown ──" in drawn(panes["v"])
        # a pane without a counterpart says so
        said = {key: str(pane.border_subtitle) for key, pane in panes.items()}
        assert said["h"] == ""
        assert "unknown: cut" in said["v"]
        assert "not in this text" in said["p"]
        await pilot.press("G", "c")
        assert "not found in this text" in str(panes_of(pilot)[LEDGER].border_subtitle)
        for pane in panes_of(pilot).values():
            frame = rows_of(pilot)[pane.region.bottom - 1]
            assert "…" not in frame[pane.region.x : pane.region.right]
            if pane.border_subtitle:
                assert frame[pane.region.right - 4] in "╱·"


async def test_a_click_goes_where_it_points(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        pane = panes_of(pilot)[LEDGER]
        row = pane.screen_row("l.6")
        await pilot.click(pane, offset=(12, row + 1))
        await pilot.pause()
        assert main_of(pilot).state.cursor == "l.6"
        assert pane.screen_row("l.6") == row, "it must not run away from under the mouse"
        # furniture tells why it is furniture
        pane = panes_of(pilot)[HERALD]
        await pilot.click(pane, offset=(12, pane.screen_row("h.10") + 1))
        await pilot.pause()
        assert main_of(pilot).state.cursor == "h.10"
        assert "not compared: furniture (navigation)" in text_of(pilot, Card)
        # beside the text it moves to the article
        await pilot.click(panes_of(pilot)["p"], offset=(12, 30))
        await pilot.pause()
        assert main_of(pilot).state.focus == "p"


async def test_a_click_on_a_tab_goes_to_the_article(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await pilot.click("Tabs", offset=(20, 0))
        await pilot.pause()
        assert main_of(pilot).state.focus == LEDGER


async def test_the_wheel_scrolls_and_leaves_the_cursor(opened: Opened) -> None:
    long = bare(*(f"Sentence number {n} says something." for n in range(100)))
    async with opened((80, 24), long) as pilot:
        pane = panes_of(pilot)["a"]
        cursor = main_of(pilot).state.cursor
        pane.post_message(MouseScrollDown(pane, 5, 5, 0, 1, 0, False, False, False, 5, 5))
        await until(pilot, lambda: pane.scroll_y > 0)
        assert main_of(pilot).state.cursor == cursor
        await pilot.press("j")
        await pilot.pause()
        assert 0 <= pane.screen_row(main_of(pilot).state.cursor) < pane.size.height


async def test_the_frame_counts_the_sentences_that_are_compared(opened: Opened) -> None:
    page = made("a", [*((K.FURNITURE, f"Menu {n}.") for n in range(9)), (K.BODY, "It sank.|Nobody was hurt.")], "Paper")
    both = uncompared(CoverageSet((page, made("b", [(K.BODY, "Other.")])), ("a", "b")))
    async with opened((120, 32), both) as pilot:
        assert " · 2 sentences " in str(panes_of(pilot)["a"].border_title)


async def test_the_chart_brings_into_sight_what_it_is_clicked_at(opened: Opened) -> None:
    long = bare(*(f"Sentence number {n} says something." for n in range(100)))
    async with opened((80, 24), long) as pilot:
        pane = panes_of(pilot)["a"]
        cursor, (first, *_, last) = main_of(pilot).state.cursor, [s.id for s in pane.article.sentences]
        chart = pane.content_region.right - 1
        for row, sentence in ((pane.content_region.bottom - 1, last), (pane.content_region.y, first)):
            await pilot.click(offset=(chart, row))
            await until(pilot, lambda sentence=sentence: sentence in pane.in_sight())  # type: ignore[misc]
        assert main_of(pilot).state.cursor == cursor


async def test_a_selection_is_the_articles_own_text(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        pane = panes_of(pilot)[HERALD]
        row = pane.rows.row_of("h.3")
        pane.screen.selections = {pane: Selection(Offset(7 + 4, row), Offset(7 + 5, row + 1))}
        await pilot.pause()
        assert pane.get_selection(pane.screen.selections[pane]) == (
            "old bridge at Oster fell into the river",
            "\n",
        )
        await pilot.press("ctrl+c")
        assert app_of(pilot).clipboard == "old bridge at Oster fell into the river"
        assert pane.get_selection(Selection(None, None)) == (pane.article.text, "\n")
        await pilot.press("escape")
        assert pane.screen.selections == {}


async def test_a_selection_below_all_words_holds_none(opened: Opened) -> None:
    async with opened((120, 40)) as pilot:
        main = main_of(pilot)
        await pilot.press("O")
        await pilot.pause()
        for widget in (main.view, main.query_one(Card)):
            for row in range(60):
                main.selections = {widget: Selection(Offset(1, row), Offset(5, row))}
                assert len(main.get_selected_text() or "") <= 4
        await pilot.press("ctrl+c")
        assert text_of(pilot, StatusLine) == "q quits"


async def test_dragging_selects_and_does_not_move_the_cursor(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        pane = panes_of(pilot)[HERALD]
        row = pane.screen_row("h.3") + 1
        await pilot.mouse_down(pane, offset=(8, row))
        await pilot.hover(pane, offset=(16, row))
        await pilot.mouse_up(pane, offset=(16, row))
        await pilot.pause()
        assert pane.screen.get_selected_text() == "The old b"
        assert main_of(pilot).state.cursor == "h.5"


async def test_two_clicks_select_the_sentence(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        pane = panes_of(pilot)[HERALD]
        await pilot.click(pane, offset=(12, pane.screen_row("h.6") + 1), times=2)
        await pilot.pause()
        assert pane.screen.get_selected_text() == 'A baker heard it fall "like a drawer of knives".'


HOSTILE = ["[/b] [red]x[/red] [@click=app.quit]y[/]", "\x1b]0;owned\x07 \x1b[2J \u202eevil", "[", "\\[", "橋" * 80]


async def test_text_from_outside_is_data(opened: Opened) -> None:
    articles = tuple(made(f"a{n}", [(K.BODY, text)], f"{text}?") for n, text in enumerate(HOSTILE))
    hostile = uncompared(CoverageSet(articles, tuple(one.id for one in articles)))
    async with opened((80, 24), hostile) as pilot:
        for n, text in enumerate(HOSTILE, 1):
            await pilot.press(str(n), "j", "k", "y", "b")
            assert main_of(pilot).state.focus == f"a{n - 1}"
            _nothing_acts(pilot)
            if text.startswith("["):
                assert any(text[:4] in row for row in drawn(panes_of(pilot)[f"a{n - 1}"]))
                assert text[:4] in text_of(pilot, Card)
        for key in ("slash", "x", "escape", "w", "escape", "ctrl+p", "escape", "question_mark", "escape", "f", "t"):
            await pilot.press(key)
            await pilot.pause()
            _nothing_acts(pilot)


def _nothing_acts(pilot: Pilot[None]) -> None:
    """No control character is drawn."""
    assert not any(ord(letter) < 32 or letter == "\u202e" for row in rows_of(pilot) for letter in row)


async def test_every_size_shows_something(opened: Opened) -> None:
    async with opened((8, 3)) as pilot:
        for size in ((8, 3), (20, 5), (300, 90)):  # what lies between has tests of its own
            await afresh(pilot, size, comparison())
            for key in ("n", "j", "l", "m", "d", "slash", "o", "enter", "f", "G", "pageup"):
                await pilot.press(key)
            await pilot.press("question_mark", "escape", "e", "escape")
            await pilot.pause()
            assert any(row.strip() for row in rows_of(pilot)), size


async def test_a_resize_keeps_the_cursor_in_sight_and_its_counterpart_level(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        await pilot.press("G")
        for size in ((80, 24), (120, 32), (60, 20), (160, 45)):
            await pilot.resize_terminal(*size)
            await still(pilot)
            pane = panes_of(pilot)[HERALD]
            assert 0 <= pane.screen_row("h.9") < pane.scrollable_content_region.height, size
            if LEDGER in panes_of(pilot):
                assert panes_of(pilot)[LEDGER].screen_row("l.5") == pane.screen_row("h.9"), size


async def test_panes_that_come_are_seen_once_they_stand_level(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[set[int]] = []
    async with opened((120, 32)) as pilot:

        def look() -> None:
            main = main_of(pilot)
            claim = main.comparison.index.claims[main.state.claim]
            firsts = [(pane, s) for pane in panes_of(pilot).values() for s in claim.sentences if s in pane.rows.where]
            frames.append({pane.rows.row_of(s) - round(pane.scroll_y) for pane, s in firsts if pane.region.width})

        monkeypatch.setattr(pilot.app, "post_display_hook", look)
        for key in "514":
            await still(pilot)  # a frame of what was before may be under way
            frames.clear()
            await pilot.press(key)
            await pilot.pause()
            assert 1 <= len(frames) <= 2, (key, frames)  # the first is whole; a second, the same, is rare
            assert all(rows == frames[-1] and len(rows) == 1 for rows in frames), (key, frames)


async def test_a_pane_knows_its_size_though_nobody_tells_it(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        main = main_of(pilot)
        main.clear()
        main.adopt(comparison(), analysed=True)
        panes = panes_of(pilot)
        while not all(pane.is_mounted for pane in panes.values()):
            await asyncio.sleep(0)
        # where a new widget stands is asked before it is laid out, as when the mouse moves: Textual then takes it for
        # one that has been there, and tells it no size
        main._compositor._full_map_invalidated = True
        assert panes["p"] in main._compositor.full_map
        assert not panes["p"].outer_size
        await pilot.pause()
        assert all(pane.virtual_size.width for pane in panes.values())
        assert "╱" in str(panes["p"].border_subtitle)


async def test_long_articles_stay_quick(opened: Opened) -> None:
    blocks = [f"Sentence {n} of a very long report about many things.|And one more of them." for n in range(1500)]
    articles = tuple(made(key, [(K.BODY, block) for block in blocks], f"Paper {key}") for key in "abcd")
    async with opened((200, 50), uncompared(CoverageSet(articles, tuple("abcd")))) as pilot:
        start = time.process_time()
        for _ in range(10):
            await pilot.press("j")
        await pilot.press("G", "t")
        await pilot.pause()
        assert time.process_time() - start < 2.5
        assert text_of(pilot, StatusLine)


def test_the_story_is_whole() -> None:
    story = comparison()
    for claim in story.claims:
        assert all(sentence in story.index.sentences for sentence in claim.sentences)
