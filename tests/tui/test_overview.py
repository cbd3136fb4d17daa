"""The overview: what can be counted of each article."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from compare.model import Passage, Reuse
from compare.tui.overview import GAP, account_of, bar, details, measures, table, totals, voices
from compare.tui.state import Move, State, View
from compare.tui.steps import adopt, step
from compare.tui.widgets.overview import Overview, overview_lines
from tui.conftest import ALL_SIZES, Opened, in_sizes, main_of
from tui.story import DIARIO, HERALD, LEDGER, POST, VOICE, comparison

STORY = replace(
    comparison(),
    reuse=(Reuse(12, (Passage(HERALD, 30, 130), Passage(LEDGER, 30, 130))),),
    voices={HERALD: HERALD, LEDGER: HERALD, VOICE: VOICE, POST: POST, DIARIO: DIARIO},
)
ACCOUNT = account_of(STORY)
START = replace(adopt(State(), STORY, analysed=True), view=View.OVERVIEW)


def test_the_figures_of_each_article() -> None:
    columns = {column.title: column for column in measures(ACCOUNT, START.articles)}
    assert columns["words"].figures == ("65", "82", "23", "28", "25")
    assert columns["words"].shares[1] == 1.0
    assert columns["only here"].figures == ("12 %", "14 %", "0 %", "25 %", "0 %")
    assert columns["facts"].figures == ("1", "1", "0", "0", "0")


def test_what_a_cut_or_foreign_text_lacks_is_unknown() -> None:
    columns = {column.title: column for column in measures(ACCOUNT, (VOICE, DIARIO, POST, HERALD))}
    assert columns["not here"].figures == ("?", "?", "3", "0")
    assert columns["not here"].shares == (0.0, 0.0, 1.0, 0.0)


@given(st.floats(0, 1), st.integers(0, 40))
@settings(max_examples=60)
def test_a_bar_fills_its_room_and_shows_what_is_not_nothing(share: float, cells: int) -> None:
    drawn = bar(share, cells)
    assert cell_len(drawn) == len(drawn) == cells
    assert bool(drawn.strip()) == (share > 0 and cells > 0)
    assert drawn.count("█") in (int(share * cells), round(share * cells))


def test_the_table_fits_and_has_bars_where_there_is_room() -> None:
    columns = measures(ACCOUNT, START.articles)
    for width in range(20, 200):
        titles, rows = table(columns, width)
        assert sum(map(len, titles)) + GAP * (len(titles) - 1) <= width
        for row in rows:
            assert [len(cell.bar) + len(cell.figure) for cell in row] == [len(title) for title in titles]
        if width >= 58:  # a terminal of 60 columns has all of them
            assert len(titles) == len(columns)


def test_no_line_is_wider_than_there_is_room() -> None:
    for width in (*range(20, 120, 7), 199):
        lines = overview_lines(START, ACCOUNT, width)
        assert max(line.content.cell_length for line in lines) <= width
        assert list(dict.fromkeys(line.piece for line in lines if line.piece)) == list(START.articles)


def test_shares_and_totals_are_told_in_words() -> None:
    assert details(ACCOUNT.of[LEDGER], analysed=True) == (
        "1 of 7 claims only here, 2 perhaps",
        "findings: conflicts 1, sole sources 1, facts only here 1",
        "facts: sums of money 1",
    )
    assert details(ACCOUNT.of[LEDGER], analysed=False) == ("not compared yet",)
    assert totals(ACCOUNT)[:4] == (
        "5 articles",
        "4 voices",
        "223 words",
        "17 claims: 3 only in one, 9 perhaps, 4 in some, 1 in all",
    )
    assert voices(ACCOUNT) == ((HERALD, LEDGER),)
    text = " ".join(" ".join(line.content.plain.split()) for line in overview_lines(START, ACCOUNT, 100))
    assert "words Oster Herald and The Ledger [b] · one voice" in text
    nothing = account_of(comparison())
    text = " ".join(line.content.plain for line in overview_lines(START, nothing, 100))
    assert "No two articles have twelve words in a row in common." in text


def test_before_the_analysis_only_words_are_counted() -> None:
    lines = overview_lines(replace(START, analysed=False), ACCOUNT, 100)
    assert lines[0].content.plain.split() == ["words"]
    assert "not compared yet" in lines[3].content.plain


def test_j_and_k_go_through_the_articles() -> None:
    state = step(START, STORY, Move.TOP)
    assert state.focus == HERALD
    visited = []
    for _ in range(5):
        state = step(state, STORY, Move.NEXT_SENTENCE)
        visited.append(state.focus)
    assert visited == [LEDGER, VOICE, POST, DIARIO, DIARIO]
    assert step(state, STORY, Move.PREVIOUS_SENTENCE).focus == POST
    assert step(step(START, STORY, Move.BOTTOM), STORY, Move.READ).view is View.PANES


async def test_the_view(opened: Opened, picture: SnapshotAssertion) -> None:
    async with opened((80, 24), STORY) as pilot:
        main = main_of(pilot)
        await pilot.press("O", "j", "j")
        view = pilot.app.screen.query_one(Overview)
        assert main.view is view
        assert main.state.focus == VOICE
        row = next(n for n, line in enumerate(view._lines) if line.piece == LEDGER)
        await pilot.click(Overview, offset=(10, row))
        await pilot.pause()
        assert main.state.focus == LEDGER
        await pilot.resize_terminal(60, 20)
        await pilot.press("G")
        await pilot.pause()
        rows = [n for n, line in enumerate(view._lines) if line.piece == DIARIO]
        top = view.scroll_offset.y
        assert top + Overview.PINNED <= rows[0] and rows[-1] < top + view.size.height
        assert view.render_line(0).text.split()[:2] == ["words", "only"]
        await pilot.press("pageup")
        assert main.state.focus != DIARIO
        await pilot.press("g", "pagedown")
        assert main.state.focus not in (HERALD, DIARIO)
        await pilot.press("g", "j")
        async for name, shown in in_sizes(pilot, *ALL_SIZES):
            assert shown == picture(name=name)
        await pilot.press("enter")
        assert (main.state.view, main.state.focus) == (View.PANES, LEDGER)
