"""Corrections from the keyboard: they take effect where the cursor is, and are taken back like any change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select

from compare import session
from compare.export import render
from compare.export.hand import said
from compare.export.inlines import plain
from compare.export.telling import deed
from compare.model import (
    Body,
    Comparison,
    Completed,
    Excluded,
    Joined,
    Parted,
    Quotes,
    ReaderMark,
    Redated,
    Renamed,
    Sifted,
)
from compare.review import Store, quote_of
from compare.tui.app import CompareApp
from compare.tui.memory import Memory
from compare.tui.screens.splitting import SplitScreen, in_reading_order
from compare.tui.signs import quoted_by, said_by
from compare.tui.widgets.bars import StatusLine
from compare.tui.widgets.card import Card
from compare.tui.widgets.pane import ArticlePane
from compare.tui.widgets.ticks import Ticks
from sets import written
from tui.conftest import at_main, main_of, rows_of, text_of, until
from tui.marking import STORY, at, bodies, by_words, drawn, marking


async def correct_the_article(pilot: Pilot[None], store: Store) -> None:
    """Say that the article looked at is cut, who published it, and when."""
    main = main_of(pilot)
    article = main.state.focus
    await pilot.press("space", "a")
    await until(pilot, lambda: not main.comparison.index.articles[article].complete)
    assert any(isinstance(body, Completed) for body in bodies(store))
    await pilot.press("space", "r")
    pilot.app.screen.query_one(Input).value = "The Morning Post"
    await pilot.press("enter")
    await until(pilot, lambda: main.comparison.index.articles[article].outlet == "The Morning Post")
    await pilot.press("space", "d")
    pilot.app.screen.query_one(Input).value = "some day"
    await pilot.press("enter")
    assert "is no date" in text_of(pilot, ".said")
    pilot.app.screen.query_one(Input).value = "2031-02-03"
    await pilot.press("enter")
    await until(pilot, lambda: main.comparison.index.articles[article].published == "2031-02-03")
    card = text_of(pilot, Card)
    assert "outlet: The Morning Post" in card and "date: 2031-02-03" in card


async def test_corrections_take_effect_where_the_cursor_is(storm: Comparison) -> None:
    store, words = Store(None), by_words(storm)
    slept = words["Forty passengers slept in the harbour hall."]
    beds = words["Some travellers had no bed that night."]

    def together() -> bool:
        claims = main_of(pilot).comparison.index.claims_of.get(slept, ())
        return any(beds in claim.sentences for claim in claims)

    async with marking(store, storm) as pilot:
        main = main_of(pilot)
        assert not together()
        await at(pilot, slept)
        await pilot.press("space", "l")
        assert "link “Forty passengers" in text_of(pilot, StatusLine)
        assert len(text_of(pilot, StatusLine)) <= 76  # of "unlink" it is two cells more
        await pilot.press("j")
        assert "Esc drops it" in text_of(pilot, StatusLine)
        await pilot.press("escape")
        assert "dropped" in text_of(pilot, StatusLine)
        await at(pilot, slept)
        await pilot.press("space", "l")
        await at(pilot, beds)
        await pilot.press("space", "l")
        await until(pilot, together)
        assert isinstance(bodies(store)[0], Joined)
        assert main.state.cursor == beds
        assert "linked by hand" in text_of(pilot, StatusLine)
        assert "† by hand" in text_of(pilot, Card)
        assert "†" in drawn(pilot, ArticlePane)

        await pilot.press("u")
        await until(pilot, lambda: not together())
        assert main.state.cursor == beds
        await pilot.press("U")
        await until(pilot, together)
        assert slept in main.comparison.index.claims[main.state.claim].sentences  # what was corrected is looked at
        await pilot.press("space", "x")
        await at(pilot, slept, main.state.claim)
        await pilot.press("space", "x")
        await until(pilot, lambda: not together())
        await at(pilot, beds)
        await pilot.press("space", "f")
        await until(pilot, lambda: not main.comparison.index.sentences[beds].comparable)
        assert "not compared" in text_of(pilot, Card) and "by hand" in text_of(pilot, Card)
        await pilot.press("space", "f")
        await until(pilot, lambda: main.comparison.index.sentences[beds].comparable)
        assert not any(isinstance(body, Sifted) for body in bodies(store))

        await correct_the_article(pilot, store)
        assert main.state.cursor == beds


async def test_a_correction_of_the_first_finding_leaves_the_cursor_where_it_opened(storm: Comparison) -> None:
    async with marking(Store(None), storm) as pilot:
        main = main_of(pilot)
        first = main.state.cursor
        assert not main.state.moved
        for compared in (False, True):  # and so the same keys take it back
            await pilot.press("space", "f")
            await until(pilot, lambda is_so=compared: main.comparison.index.sentences[first].comparable is is_so)  # type: ignore[misc]
            assert main.state.cursor == first


async def test_after_a_correction_the_next_finding_is_the_one_after_that_which_was_corrected(storm: Comparison) -> None:
    async with marking(Store(None), storm) as pilot:
        main = main_of(pilot)
        await pilot.press("n")
        before = main.comparison.findings
        assert main.state.finding == 1
        await pilot.press("space", "a")
        await until(pilot, lambda: not all(a.complete for a in main.comparison.coverage.articles))
        at = main.state.finding
        assert at is not None
        same = {(f.kind, f.claim, f.fact) for f in before[:2]}
        now = main.comparison.findings
        assert (now[at].kind, now[at].claim, now[at].fact) in same
        await pilot.press("n")
        assert main.state.finding == (at + 1) % len(now)


@pytest.mark.parametrize("key", ["p", "f", "x"])
async def test_what_was_offered_of_a_claim_that_has_gone_meanwhile_is_not_done(
    storm: Comparison, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    store, claim = Store(None), next(c for c in storm.claims if len(c.sentences) > 2)
    async with marking(store, storm) as pilot:
        main = main_of(pilot)
        monkeypatch.setattr(main, "_obey", lambda _: False)
        await at(pilot, claim.sentences[0], claim.id)
        await pilot.press("space")
        main.adopt(session.analyse(storm.coverage, (Excluded(claim.sentences[0]),)), analysed=True, jumped=False)
        assert main.state.claim == ""
        await pilot.press(key)  # "f" offered to exclude the sentence, and would include it by now
        assert at_main(pilot)
        assert "nothing is marked" in text_of(pilot, StatusLine)
        assert (bodies(store), main.keeping.reviewing.laid.corrections) == ([], ())


async def test_several_claims_are_merged_in_one_change(storm: Comparison) -> None:
    store, words = Store(None), by_words(storm)
    said = (
        "The captain praised the cooks of the harbour.",
        "Some travellers had no bed that night.",
        "Forty passengers slept in the harbour hall.",
    )
    first, second, third = (words[each] for each in said)

    def merged() -> bool:
        claims = main_of(pilot).comparison.index.claims_of.get(first, ())
        return any({second, third} <= set(claim.sentences) for claim in claims)

    async with marking(store, storm) as pilot:
        await at(pilot, first)
        await pilot.press("space", "m", "space", "t")
        assert "chosen already" in text_of(pilot, StatusLine)
        await at(pilot, second)
        await pilot.press("space", "t")
        assert "” and more with …" in text_of(pilot, StatusLine)
        assert len(text_of(pilot, StatusLine)) <= 78
        await pilot.press("space", "t")
        assert "chosen already" in text_of(pilot, StatusLine)
        assert store.marks == ()
        await at(pilot, third)
        await pilot.press("space", "m")
        (joined,) = bodies(store)
        assert isinstance(joined, Joined)
        assert {quote.exact for quote in joined.on} >= set(said)
        await until(pilot, merged)
        await pilot.press("u")
        await until(pilot, lambda: not merged())


async def test_claims_are_merged_and_split(storm: Comparison, tmp_path: Path) -> None:
    store, words = Store(None), by_words(storm)
    cooks, beds = (
        words["The captain praised the cooks of the harbour."],
        words["Some travellers had no bed that night."],
    )

    def together() -> bool:
        claims = main_of(pilot).comparison.index.claims_of.get(cooks, ())
        return any(beds in claim.sentences for claim in claims)

    async with marking(store, storm) as pilot:
        await at(pilot, cooks)
        await pilot.press("space", "m", "space", "m")
        assert "chosen first" in text_of(pilot, StatusLine)
        await at(pilot, beds)
        await pilot.press("space", "m")
        await until(pilot, together)
        await pilot.press("space", "p", "enter")
        await until(pilot, lambda: not together())
        assert "1 sentence split off by hand" in text_of(pilot, StatusLine)
        await pilot.press("space", "a")

    # opened anew, the set is compared under them from the beginning
    app = CompareApp(coverage=storm.coverage, memory=Memory(review=store))
    async with app.run_test(size=(120, 32)) as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        assert [a.complete for a in main_of(pilot).comparison.coverage.articles].count(False) == 1
        assert not together()
        for marks in ("out", "in"):
            await pilot.press("e")
            pilot.app.screen.query_one("#target", Input).value = str(tmp_path / f"{marks}.json")
            pilot.app.screen.query_one("#review", Select).value = marks
            await pilot.press("enter")
            await until(pilot, lambda: at_main(pilot))
        # without the marks a report is the program's own, to the byte
        assert (tmp_path / "out.json").read_text(encoding="utf-8") == render(storm, "json")
        reviewed = json.loads((tmp_path / "in.json").read_text(encoding="utf-8"))
        assert reviewed["review"] and not all(article["complete"] for article in reviewed["articles"])
        await pilot.press("u", "u")
        await until(pilot, together)


async def test_several_sentences_are_split_off_in_one_change_and_taken_back_in_one(storm: Comparison) -> None:
    store = Store(None)
    claim = next(c for c in storm.claims if len(c.sentences) > 3)
    first, second, third, *_ = in_reading_order(storm, claim)

    def standing() -> list[set[str]]:
        return [set(c.sentences) for c in main_of(pilot).comparison.claims if {first, second, third} & set(c.sentences)]

    async with marking(store, storm, size=(80, 24)) as pilot:
        before = standing()
        await at(pilot, first, claim.id)
        await pilot.press("space", "p")
        screen = pilot.app.screen
        assert isinstance(screen, SplitScreen)
        ticks = screen.query_one(Ticks)
        assert [str(option.prompt)[0] for option in ticks.options] == ["✓", *"·" * (len(claim.sentences) - 1)]
        await pilot.press("space", "enter")  # none is left chosen
        assert "Choose one with Space" in text_of(pilot, ".said")
        for _ in claim.sentences:
            await pilot.press("space", "j")
        await pilot.press("enter")
        assert "has to stay" in text_of(pilot, ".said")
        for _ in claim.sentences:
            await pilot.press("k", "space")
        await pilot.press("home", "space")
        await pilot.click(Ticks, offset=(2, next(y for y in range(20) if line_at(ticks, y).startswith("· "))))
        assert f"2 of {len(claim.sentences)} sentences chosen" in text_of(pilot, ".said")
        await pilot.press("enter")
        (parted,) = bodies(store)
        assert isinstance(parted, Parted)
        assert [quote.exact for quote in parted.one] == [storm.index.words(s) for s in (first, second)]
        assert len(parted.other) == len(claim.sentences) - 2
        await until(pilot, lambda: standing() != before)
        assert not any({first, second} & each and third in each for each in standing())
        assert "2 sentences split off by hand" in text_of(pilot, StatusLine)
        assert f"”, and {len(claim.sentences) - 1} more" in quoted_by(store.marks[0], storm.coverage.articles)
        await pilot.press("u")
        await until(pilot, lambda: standing() == before)
        assert bodies(store) == []
        await pilot.press("space", "p", "escape")
        assert bodies(store) == []


async def test_of_a_sentence_that_was_excluded_the_reason_is_the_reader(tmp_path: Path) -> None:
    paragraph = "The ferry stopped on Monday because of a storm. Nobody on board was hurt.\n"
    texts = {"one.txt": paragraph, "two.txt": "A storm halted the ferry on Monday.\n"}
    compared = session.analyse(session.load([str(written(tmp_path, texts))]))
    excluded = by_words(compared)["Nobody on board was hurt."]
    async with marking(Store(None), compared) as pilot:
        await at(pilot, excluded)
        await pilot.press("space", "f")
        await until(pilot, lambda: not main_of(pilot).comparison.index.sentences[excluded].comparable)
        assert "not compared († by hand)" in text_of(pilot, Card)
        await pilot.press("W")
        await until(pilot, lambda: any("not compared († by hand)" in row for row in rows_of(pilot)))


def line_at(ticks: Ticks, y: int) -> str:
    """A line of a list as it is drawn."""
    return ticks.render_line(y).text.lstrip("▎ ")


ONE: Quotes = (quote_of(STORY.coverage.articles[0], 0, 9),)
"""Words to correct, whichever."""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (Joined(ONE, "link"), "linked by hand"),
        (Joined(ONE, "merge"), "merged by hand"),
        (Parted(ONE, ONE, "unlink"), "link cut by hand"),
        (Parted(ONE, ONE, "split"), "split off by hand"),
        (Sifted(ONE, "exclude"), "excluded by hand"),
        (Sifted(ONE, "include"), "included by hand"),
        (Renamed(ONE[0].article, "The Gazette"), "outlet by hand: The Gazette"),
        (Redated(ONE[0].article, "2026-03-01"), "date by hand: 2026-03-01"),
        (Completed(ONE[0].article, complete=True), "whole by hand"),
        (Completed(ONE[0].article, complete=False), "cut by hand"),
    ],
)
def test_a_correction_is_called_the_same_on_the_screen_and_in_reports(body: Body, words: str) -> None:
    mark = ReaderMark("1", "2026-03-01T09:30:00.000000Z", body)
    assert (said_by(mark), plain(deed(said(mark)))) == (words, words)
