"""What a terminal shows after many changes is what would be drawn anew: no line stays that looks otherwise by now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pyte
import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Offset
from textual.messages import Update
from textual.pilot import Pilot
from textual.selection import Selection
from textual.strip import Strip

from compare import session
from compare.model import (
    Body,
    Comparison,
    Completed,
    Judged,
    Redated,
    Renamed,
    Sifted,
    Starred,
    Verdict,
    marked,
)
from compare.review import Store, selector_of
from compare.tui import marking
from compare.tui import reading as reading_module
from compare.tui.corrector import Corrector
from compare.tui.marking import Pending, joined, quotes
from compare.tui.screens import main as main_module
from compare.tui.screens.main import MainScreen
from compare.tui.state import GoTo, Look, View
from compare.tui.widgets import card
from compare.tui.widgets.bars import Header, StatusLine
from compare.tui.widgets.card import Card
from compare.tui.widgets.drawing import Drawing
from compare.tui.widgets.pane import ArticlePane
from tui.conftest import main_of, panes_of, until
from tui.marking import marking as opened_with

SEEDS = Path(__file__).parents[2] / "seeds"

SIZE = (120, 32)


@pytest.fixture(scope="module")
def story() -> Comparison:
    """The sample set."""
    return session.analyse(session.load([str(SEEDS)]))


class Terminal:
    """A terminal of a size, that shows what is written to it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
        self._screen = pyte.Screen(*size)
        stream = pyte.Stream(self._screen)
        monkeypatch.setattr(HeadlessDriver, "is_headless", False)
        monkeypatch.setattr(HeadlessDriver, "write", lambda _, data: stream.feed(data))

    def shows(self) -> list[tuple[str, list[pyte.screens.Char]]]:
        """Each line, and its cells with their styles."""
        cells = [
            [line[x] for x in range(self._screen.columns)]
            for line in map(self._screen.buffer.__getitem__, range(self._screen.lines))
        ]
        return [("".join(cell.data for cell in line), line) for line in cells]


@pytest.fixture(autouse=True)
def obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the screen know under which corrections the comparison was made that is on it."""
    adopt = MainScreen.adopt

    def noting(self: MainScreen, comparison: Comparison, **others: Any) -> None:
        self.made_under = set(others.get("obeyed", ()))  # type: ignore[attr-defined]
        adopt(self, comparison, **others)

    monkeypatch.setattr(MainScreen, "adopt", noting)


async def settled(pilot: Pilot[None]) -> None:
    """Wait for the comparison that obeys all corrections, and for the frame that shows it."""
    main: Any = main_of(pilot)
    await until(pilot, lambda: main.made_under == set(main.keeping.reviewing.laid.corrections))
    await pilot.pause(0.05)


async def all_anew(pilot: Pilot[None]) -> None:
    """Have everything drawn that there is, from nothing."""
    for widget in (main_of(pilot), *main_of(pilot).query("*")):
        widget.notify_style_update()
        if isinstance(widget, Drawing):
            widget._seen.clear()
        widget.refresh()
    await pilot.pause()


def bodies(chance: Random, pilot: Pilot[None]) -> Iterator[Body]:
    """Yield what a reader may say, mostly of what is in sight."""
    main = main_of(pilot)
    articles, now = main.keeping.articles, main.comparison
    every = [sentence.id for sentence in now.index.sentences.values() if sentence.comparable]
    while True:
        article, other = chance.choice(articles), chance.choice(every)
        one = chance.choice([sentence for sentence in main.view.in_sight() or every if sentence != other])
        claims = now.index.claims_of.get(one, ())
        claim = claims[0].id if claims else ""
        yield chance.choice(
            (
                joined(articles, now, Pending("link", one, claim), other, ""),
                joined(articles, now, Pending("unlink", one, claim), other, ""),
                joined(articles, now, Pending("merge", one, claim), other, now.index.claims_of[other][0].id),
                Sifted(quotes(articles, now, (one,)), "exclude"),
                Renamed(selector_of(article), chance.choice(["Gazette", articles[0].outlet or "Post"])),
                Redated(selector_of(article), "2031-02-03"),
                Completed(selector_of(article), chance.choice([True, False])),
                Judged(quotes(articles, now, (one,)), Verdict.CONFIRMED),
                Starred(quotes(articles, now, (other,))),
            )
        )


def strips_of(pilot: Pilot[None]) -> list[Strip]:
    """The screen as it is composed, without the line that tells of the last key."""
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.simplify() for n, strip in enumerate(strips) if n != len(strips) - 2]


@pytest.mark.parametrize("seed", range(3))
async def test_the_terminal_shows_what_would_be_drawn_anew(
    story: Comparison, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, terminal, store = Random(seed), Terminal(monkeypatch, SIZE), Store(None)
    async with opened_with(store, story, SIZE) as pilot:
        main, said = main_of(pilot), []
        for _ in range(16):
            act = chance.choice(("look", "go", "press", "", ""))
            if act == "look":
                main.take(Look(chance.choice(list(View))))
            elif act == "go":
                main.take(GoTo(chance.choice(list(main.comparison.index.sentences))))
            elif act == "press":
                await pilot.press(*chance.choices("jknpfzcblhTsGg", k=3))
            said.append(act)
            if chance.random() < 0.2:
                main.keeping.do_undo()
                said.append("take back")
            else:
                body = next(bodies(chance, pilot))
                main.keeping.put(body, body.kind)
                said.append(body.kind)
            await settled(pilot)
            shown = terminal.shows()
            await all_anew(pilot)
            differ = [pair for pair in zip(shown, terminal.shows(), strict=True) if pair[0] != pair[1]]
            assert differ == [], said


@pytest.mark.parametrize("seed", range(2))
async def test_after_corrections_it_is_the_screen_of_who_opens_the_set_with_them(story: Comparison, seed: int) -> None:
    chance, store = Random(seed), Store(None)
    async with opened_with(store, story, SIZE) as pilot:
        main = main_of(pilot)
        for view in chance.sample(list(View), len(View)):
            main.take(Look(view))
            await pilot.pause()
            for _ in range(2):
                main.keeping.put(next(bodies(chance, pilot)), "")
                await settled(pilot)
            if chance.random() < 0.3:
                main.keeping.do_undo()
                await settled(pilot)
        shown = {}
        for view in View:
            main.take(Look(view))
            await at_the_top(pilot)
            shown[view] = main.state, strips_of(pilot)
        comparison = main.comparison
    async with opened_with(store, story, SIZE) as pilot:
        main = main_of(pilot)
        await settled(pilot)
        assert main.comparison == comparison
        for view, (state, lines) in shown.items():
            main.take(Look(view))
            main.state = state
            main._draw()
            await at_the_top(pilot)
            assert strips_of(pilot) == lines, view


async def at_the_top(pilot: Pilot[None]) -> None:
    """Scroll all that can be scrolled to its beginning."""
    await pilot.pause()
    for widget in main_of(pilot).query(Drawing):
        widget.scroll_to(y=0, animate=False, force=True)
    await pilot.pause()


def calls_of(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[tuple[Any, ...]]:
    """Return the arguments of all calls of a function from now on, which does what it did."""
    calls: list[tuple[Any, ...]] = []
    called = getattr(owner, name)

    def noting(*arguments: Any) -> Any:
        calls.append(arguments)
        return called(*arguments)

    monkeypatch.setattr(owner, name, noting)
    return calls


async def test_of_lines_that_look_as_they_did_none_is_drawn(story: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = calls_of(monkeypatch, ArticlePane, "render_line")
    async with opened_with(Store(None), story, SIZE) as pilot:
        main = main_of(pilot)
        assert len(drawn) > 20
        drawn.clear()
        main.sign(main.signs, ())
        await pilot.pause()
        assert drawn == []
        await pilot.press("j")
        rows = sum(len(pane.rows.rows_of(main.state.cursor)) for pane in panes_of(pilot).values())
        assert 0 < len(drawn) < 20 + rows
        # words that are selected look otherwise
        pane = panes_of(pilot)[main.state.focus]
        drawn.clear()
        row = pane.screen_row(main.state.cursor) + round(pane.scroll_target_y)
        pane.screen.selections = {pane: Selection(Offset(12, row), Offset(15, row))}
        await pilot.pause()
        assert [y for _, y in drawn] == [row - round(pane.scroll_y)]


async def test_widgets_that_change_together_are_one_frame(story: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda *_: None)
    frames: list[str] = []
    async with opened_with(Store(None), story, SIZE) as pilot:
        main = main_of(pilot)
        monkeypatch.setattr(pilot.app, "post_display_hook", lambda: frames.append("frame"))
        header, status = main.query_one(Header), main.query_one(StatusLine)
        main._dirty_widgets.add(header)
        main.post_message(Update(status))  # it was changed too, which the screen has not heard yet
        main._on_timer_update()
        assert frames == []
        await pilot.pause(0.1)
        assert frames == ["frame"]
        # nobody is waited for twice
        for _ in range(2):
            main._dirty_widgets.add(header)
            main.post_message(Update(status))
            main._on_timer_update()
        assert frames == ["frame", "frame"]


async def test_what_is_told_of_a_claim_is_not_told_anew_for_a_mark(
    story: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = calls_of(monkeypatch, card, "told_lines")
    async with opened_with(Store(None), story, SIZE) as pilot:
        main = main_of(pilot)
        before = main.query_one(Card).content.plain
        told.clear()
        main.keeping.put(Starred(main.keeping.here()), "starred")
        await pilot.pause()
        assert told == []
        assert "★" in (shown := main.query_one(Card).content.plain)
        assert shown.split("\n")[2:] == before.split("\n")[1:]
        await pilot.press("n")
        assert len(told) == 1


async def test_a_mark_that_corrects_is_drawn_with_what_comes_of_it(
    story: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_module, "SOON", 60.0)
    async with opened_with(Store(None), story, SIZE) as pilot:
        main = main_of(pilot)
        drawn = calls_of(monkeypatch, Card, "show")
        main.keeping.put(_set_aside(main), "set aside")
        await settled(pilot)
        assert main.comparison != story
        assert [(reading.comparison, reading.signs) for _, _, reading in drawn] == [(main.comparison, main.signs)]


async def test_a_mark_is_drawn_soon_though_what_comes_of_it_is_late(
    story: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_module, "SOON", 0.01)
    monkeypatch.setattr(Corrector, "ask", lambda *_: None)
    async with opened_with(Store(None), story, SIZE) as pilot:
        main = main_of(pilot)
        drawn = calls_of(monkeypatch, Card, "show")
        main.keeping.put(_set_aside(main), "set aside")
        assert drawn == []
        await until(pilot, lambda: bool(drawn))
        assert drawn[0][2].signs is main.signs
        assert main.comparison == story


def _set_aside(main: MainScreen) -> Body:
    """What a reader says who does not want the sentence compared that the cursor is on."""
    return Sifted(quotes(main.keeping.articles, main.comparison, (main.state.cursor,)), "exclude")


async def test_after_a_correction_the_marks_are_looked_up_of_what_it_touched(
    story: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = calls_of(monkeypatch, reading_module, "marked")
    async with opened_with(Store(None), story, SIZE) as pilot:
        main = main_of(pilot)
        was = main.comparison.index
        assert len(asked) > 20
        asked.clear()
        claim = next(c for c in story.claims if len(c.sentences) > 2)
        main.keeping.put(marking.split(main.keeping.articles, story, claim.sentences[:1], claim), "split")
        await settled(pilot)
        now = main.comparison.index
        assert main.comparison != story
        assert all(
            was.claims_of.get(s) != now.claims_of.get(s) or was.conflicts_with.get(s) != now.conflicts_with.get(s)
            for _, s in asked
        )
        for sentence in now.sentences:
            assert main._reading.mark(sentence) == marked(main.comparison, sentence)
