"""The matrix of claims on the screen: its keys, the mouse, and what it looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.strip import Strip

from compare.model import Comparison, CoverageSet
from compare.tui.state import GoTo, View, looked_at
from compare.tui.widgets.bars import StatusLine, Tabs
from compare.tui.widgets.card import Card
from compare.tui.widgets.claims_grid import ClaimsGrid, GridLook
from compare.tui.widgets.panes import Panes
from tui.conftest import Opened, lines_of, main_of, panes_of, still, text_of
from tui.story import HERALD, LEDGER, POST, VOICE, K, a_claim, comparison, kinds, made

if TYPE_CHECKING:
    from compare.tui.state import State


def state_of(pilot: Pilot[None]) -> State:
    return main_of(pilot).state


def drawn(pilot: Pilot[None]) -> list[str]:
    """What the matrix shows, line by line."""
    return lines_of(main_of(pilot).query_one(ClaimsGrid))


def line_of(pilot: Pilot[None], words: str) -> int:
    """The line on which some words stand."""
    return next(n for n, line in enumerate(drawn(pilot)) if words in line)


async def click(pilot: Pilot[None], line: int, x: int, times: int = 1) -> None:
    await pilot.click(ClaimsGrid, offset=(x, line), times=times)
    await pilot.pause()


async def keeps_the_claim(pilot: Pilot[None]) -> None:
    """The claim of the panes is looked at, in the article the cursor is in."""
    await pilot.press("C")
    await pilot.pause()
    assert state_of(pilot).view is View.CLAIMS
    assert not main_of(pilot).query_one(Panes).display
    looked = drawn(pilot)[line_of(pilot, "▌Repairs will cost €4 million, the mayor said.")]
    assert looked.split()[-6:] == ["%", "[!]", "!", "?", "–", "?"]
    assert text_of(pilot, "Claims > .summary") == " 12 claims · 2 commentary folded (o opens)"
    assert text_of(pilot, "Claims > .heads").startswith(" ↓ checkable first (s)")
    assert "◆ only here" in text_of(pilot, "Claims > .legend")
    assert text_of(pilot, Card).startswith("! in 2 of 5")


async def moves_by_key(pilot: Pilot[None]) -> None:
    await pilot.press("j", "l", "right", "tab")
    assert (state_of(pilot).claim, looked_at(state_of(pilot))) == ("road", POST)
    assert text_of(pilot, StatusLine).startswith("post-2? · line 5 ")
    await pilot.press("h")
    assert text_of(pilot, StatusLine).startswith("River Voice: unknown: cut · ")
    assert " 3 River Voice ? " in text_of(pilot, Tabs)
    await pilot.press("2")
    assert looked_at(state_of(pilot)) == LEDGER
    await pilot.press("G")
    assert state_of(pilot).claim == "ferry"
    await pilot.press("g")
    assert state_of(pilot).claim == "fall"


async def goes_where_the_mouse_points(pilot: Pilot[None]) -> None:
    """A cell, a claim's words, a head, the line of the commentary."""
    await click(pilot, line_of(pilot, "Repairs"), 71)
    assert (state_of(pilot).cursor, looked_at(state_of(pilot))) == ("l.4", LEDGER)
    await click(pilot, line_of(pilot, "A baker"), 5)
    assert (state_of(pilot).claim, looked_at(state_of(pilot))) == ("baker", LEDGER)
    await pilot.click("Claims > .heads", offset=(84, 0))
    assert (state_of(pilot).claim, looked_at(state_of(pilot))) == ("baker", VOICE)
    folded = line_of(pilot, "▸ commentary: 2 folded")
    await click(pilot, folded, 5)
    assert "▾ commentary: 2 claims" in drawn(pilot)[folded]
    await pilot.press("z")
    assert "▸ commentary: 2 folded" in drawn(pilot)[folded]
    await pilot.press("u", "U", "o")
    assert state_of(pilot).opened


async def searches_and_filters(pilot: Pilot[None]) -> None:
    """A search narrows, and goes to the claim of its first hit."""
    await pilot.press("slash", *"friday", "enter")
    assert text_of(pilot, "Claims > .summary") == " 2 of 12 claims (with “friday”)"
    assert state_of(pilot).claim == "ferry"
    await pilot.press("escape", "f", "f")
    assert text_of(pilot, "Claims > .summary").startswith(" 3 of 12 claims (only here)")
    await pilot.press("F", "F", "s")
    assert text_of(pilot, "Claims > .heads").startswith(" ↓ most stated first (s)")


async def turns(pilot: Pilot[None]) -> None:
    """Turned, articles are the rows."""
    await pilot.press("S", "T", "g")
    assert drawn(pilot)[0].startswith("▌1 Oster Herald ")
    await pilot.press("l", "j")
    assert looked_at(state_of(pilot)) == LEDGER
    assert drawn(pilot)[1].startswith("▌2 The Ledger [b]")
    number = text_of(pilot, "Claims > .claim").split()[0]
    listed = line_of(pilot, "   1  The old bridge")
    assert drawn(pilot)[listed + int(number) - 1].startswith(f"▌{number:>3}  ")
    await click(pilot, listed, 10)
    assert (state_of(pilot).claim, state_of(pilot).cursor) == ("fall", "l.3")
    await click(pilot, 3, 21)
    assert (state_of(pilot).claim, state_of(pilot).cursor) == ("fall", "p.2")


async def reads_and_comes_back(pilot: Pilot[None]) -> None:
    """A second click reads, and undo comes back."""
    await pilot.press("T")
    await pilot.pause()
    await click(pilot, line_of(pilot, "Repairs"), 62, times=2)
    assert (state_of(pilot).view, state_of(pilot).cursor) == (View.PANES, "h.5")
    await pilot.press("u", "enter")
    assert state_of(pilot).view is View.PANES
    assert panes_of(pilot)[HERALD].has_focus


async def starts_without_a_claim(pilot: Pilot[None]) -> None:
    """From a heading, the first key leads to the first claim."""
    main_of(pilot).take(GoTo("h.7"))
    await pilot.press("C", "T", "T")
    assert (state_of(pilot).claim, looked_at(state_of(pilot))) == ("", HERALD)
    await pilot.press("pagedown")


async def test_the_matrix_by_key_and_mouse(opened: Opened) -> None:
    async with opened((120, 40), of=kinds()) as pilot:
        await keeps_the_claim(pilot)
        await moves_by_key(pilot)
        await goes_where_the_mouse_points(pilot)
        await searches_and_filters(pilot)
        await turns(pilot)
        await reads_and_comes_back(pilot)
        await starts_without_a_claim(pilot)
        assert state_of(pilot).claim == "fall"


def wide(articles: int, claims: int) -> Comparison:
    """Many claims by many articles, each stated by three of them."""
    texts = [
        made(
            f"a{n:02}", [(K.BODY, "|".join(f"Sentence {k} of paper {n} is here." for k in range(claims)))], f"Paper {n}"
        )
        for n in range(articles)
    ]
    told = []
    for k in range(claims):
        own = sorted({(k + n * 7) % articles for n in range(3)})
        plain = a_claim(
            f"Sentence {k} of paper {own[0]} is here, and it goes on for as long as a sentence usually does."
        )
        sentences = tuple(f"a{n:02}.{k + 1}" for n in own)
        told.append(replace(plain, id=f"c{k:03}", sentences=sentences, articles=tuple(f"a{n:02}" for n in own)))
    covered = CoverageSet(tuple(texts), tuple(text.id for text in texts))
    return Comparison(covered, {}, (), (), tuple(told), ())


async def test_more_articles_than_fit_and_more_claims(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened((80, 24), of=wide(50, 40)) as pilot:
        await pilot.press("C", "g", "h")
        await pilot.pause()
        assert "‹ 1–10 of 50 ›" in text_of(pilot, "Claims > .heads")
        await pilot.press(*"l" * 12)
        assert "‹ 4–13 of 50 ›" in text_of(pilot, "Claims > .heads")  # no further than needed
        assert "[" in drawn(pilot)[0]
        assert drawn(pilot)[0].startswith("▌Sentence")  # the first column stays
        first = state_of(pilot).claim
        await pilot.press("pagedown")
        grid = main_of(pilot).query_one(ClaimsGrid)
        assert grid.scroll_target_y > 0
        assert any(line.startswith("▌") for line in drawn(pilot))
        await pilot.press("pageup", "G")
        assert drawn(pilot)[-1].startswith("▌")
        await pilot.press("g")
        assert (state_of(pilot).claim, grid.scroll_target_y) == (first, 0)
        anew: list[int] = []
        draw = grid.draw

        def noting(look: GridLook) -> Strip:
            anew.append(look.number)
            return draw(look)

        monkeypatch.setattr(grid, "draw", noting)
        await pilot.press("j")
        assert sorted(anew) == [0, 1, 2, 3]  # only the two rows, of two lines each, are drawn anew
        looked = looked_at(state_of(pilot))
        await pilot.press("T", "pagedown", "pagedown")  # turned, the articles are the rows
        assert looked_at(state_of(pilot)) > looked
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert any(line.startswith("▌") for line in drawn(pilot))
        assert all(strip.cell_length == 59 for strip in map(grid.render_line, range(grid.size.height)))


async def test_what_it_looks_like(opened: Opened, picture: SnapshotAssertion) -> None:
    async with opened((60, 20), of=kinds()) as pilot:
        await pilot.press("C", "o", "j", "l")
        for size in ((60, 20), (80, 24), (120, 32), (200, 50)):
            await pilot.resize_terminal(*size)
            assert await still(pilot) == picture(name="x".join(map(str, size)))
        await pilot.resize_terminal(80, 24)
        await pilot.press("T")
        assert await still(pilot) == picture(name="turned-80x24")
        await pilot.press("T", "t")
        assert await still(pilot) == picture(name="light-80x24")


async def test_the_source_that_is_opened_is_that_of_the_column_looked_at(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr("compare.tui.screens.errands.editor_for", lambda a, line: asked.append((a.id, line)))
    async with opened((120, 32)) as pilot:
        assert state_of(pilot).cursor == "h.5"
        await pilot.press("E", "C", "l", "E", "l", "E")
    index = comparison().index
    herald, ledger = index.articles[HERALD], index.articles["l"]
    lines = [herald.line_of(index.sentences["h.5"].start), ledger.line_of(index.sentences["l.4"].start), 1]
    assert asked == list(zip(("h", "l", "v"), lines, strict=True))
