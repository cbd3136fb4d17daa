"""Marks from the keyboard: said, shown, kept, taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from compare.config import Config
from compare.model import Coded, Finding, FindingKind, Judged, Noted, ReaderMark, Starred, Verdict
from compare.model.phrases import title_of
from compare.review import NO_MARKS, Store, quote_of
from compare.tui.app import CompareApp
from compare.tui.clipping import clipping
from compare.tui.memory import Memory
from compare.tui.screens.mark import MarkScreen
from compare.tui.screens.marks import MarksScreen
from compare.tui.signs import said_by
from compare.tui.state import GoToFinding, Look, State, View
from compare.tui.steps import adopt, step
from compare.tui.widgets.bars import Header, StatusLine
from compare.tui.widgets.card import Card
from compare.tui.widgets.claims_grid import ClaimsGrid
from compare.tui.widgets.overview import Overview
from compare.tui.widgets.pane import ArticlePane
from compare.tui.widgets.wording import Wording
from tui.conftest import at_main, main_of, still, text_of
from tui.marking import STORY, at, bodies, drawn, marking


def seen_in(pilot: Pilot[None], view: View) -> str:
    """What a view shows."""
    if view is View.CLAIMS:
        return drawn(pilot, ClaimsGrid)
    lines = main_of(pilot).query_one(Wording if view is View.WORDING else Overview)._lines
    return "\n".join(line.content.plain for line in lines)


SAID = ["confirmed · evidence: page 3 · ab", "ask the mayor · ab", "starred · ab", "sum · ab"]


async def say_the_rest(pilot: Pilot[None], book: Path) -> None:
    """Give evidence for a verdict, write a note, set a star, and choose a code from a book that is asked for."""
    await pilot.press("space", "e")
    await pilot.press(*"page 3", "tab", *"ab", "enter")
    await pilot.press("i", *"ask the mayor", "enter")
    await pilot.press("asterisk")
    await pilot.press("space", "k")
    pilot.app.screen.query_one(Input).value = str(book.with_name("none.csv"))
    await pilot.press("enter")
    assert "cannot be read" in text_of(pilot, ".said")
    pilot.app.screen.query_one(Input).value = str(book)
    await pilot.press("enter")
    await pilot.press(*"mon", "enter")


async def test_a_claim_is_judged_noted_starred_and_coded_and_all_is_shown_and_taken_back(tmp_path: Path) -> None:
    book = tmp_path / "codes.csv"
    book.write_text("code,label\nsum,A sum of money\nrust,Rust\n", encoding="utf-8")
    store = Store(tmp_path)
    async with marking(store) as pilot:
        main = main_of(pilot)
        await at(pilot, "h.5")
        await pilot.press("space", "c")
        assert at_main(pilot)
        assert text_of(pilot, StatusLine) == "confirmed · 2 of 4 decided, D next"  # the sum is a finding as well
        assert "2 decided" in text_of(pilot, Header)
        assert "= 2/5 ✓" in drawn(pilot, ArticlePane) or "! 2/5 ✓" in drawn(pilot, ArticlePane)
        assert "✓ verdict" in text_of(pilot, Card)

        await say_the_rest(pilot, book)
        assert [said_by(mark) for mark in store.marks] == SAID
        card = text_of(pilot, Card)
        assert all(f"{head}" in card for head in ("✓ verdict", "✎ note", "★ star", "# code"))

        for view, said in ((View.WORDING, "✎ note"), (View.OVERVIEW, "4 marks of yours"), (View.CLAIMS, "✓+ fact")):
            main.take(Look(view))
            await pilot.pause()
            assert said in " ".join(seen_in(pilot, view).split()), view

        # the newest change first, whichever it is: three views, then the marks; and forward again
        await pilot.press("u", "u", "u")
        assert (main.state.view, len(store.marks)) == (View.PANES, 4)
        await pilot.press("u")
        assert text_of(pilot, StatusLine) == "taken back: code: sum · ab"
        await pilot.press("u", "u", "u")
        assert bodies(store) == [Judged(store.marks[0].quotes, Verdict.CONFIRMED)]
        await pilot.press("u")
        assert bodies(store) == []
        assert "decided" not in text_of(pilot, Header)
        assert "✓" not in drawn(pilot, ArticlePane)
        await pilot.press(*"UUUUU")
        assert len(store.marks) == 4
        await pilot.press("U")
        assert main_of(pilot).state.view == View.WORDING

    # after a restart the store's own changes are taken back
    async with marking(Store(tmp_path)) as pilot:
        assert "2 decided" in text_of(pilot, Header)
        await pilot.press("u")
        assert text_of(pilot, StatusLine) == "taken back: code: sum · ab"


async def test_arrows_go_through_the_codes_while_letters_narrow_them(tmp_path: Path) -> None:
    book = tmp_path / "codes.csv"
    book.write_text("code,label\njury,By a jury\njudge,By a judge\nrust,Rust\n", encoding="utf-8")
    store = Store(None)
    app = CompareApp(comparison=STORY, memory=Memory(review=store), config=Config(codebook=str(book)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "k", "j", "down", "enter")
        assert [body.code for body in bodies(store) if isinstance(body, Coded)] == ["judge"]
        await pilot.press("space", "k")
        assert "# judge" in str(pilot.app.screen.query_one(OptionList).get_option_at_index(1).prompt)
        await pilot.press("down", "enter")
        assert bodies(store) == []


async def test_a_finding_is_copied_as_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(CompareApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with marking(Store(None)) as pilot:
        await pilot.press("space", "c", "Y")
        assert text_of(pilot, StatusLine) == "copied as Markdown"
        first, *quoted = copied[0].strip().split("\n\n")
        assert first == "**Oster Herald and The Ledger \\[b\\] differ on the sum.** (finding 1, conflict, ✓ confirmed)"
        assert [line.splitlines()[0] for line in quoted] == [
            "> Repairs will cost €4 million, the mayor said.",
            "> The repair is put at €6 million by the town's engineers.",
        ]
        assert quoted[1].endswith("— The Ledger \\[b\\], “Bridge falls, questions rise”, 2031-03-05, l.txt, line 5")
        await at(pilot, "h.8")
        await pilot.press("Y")
        assert copied[1].startswith("**Buses will take the northern road.** (in 2 of 5")


def test_of_several_findings_about_a_claim_the_one_gone_to_is_copied() -> None:
    more = Finding(5, FindingKind.OMISSION, "cost", None, ("p",), "Not in one of them")
    story = replace(STORY, findings=(*STORY.findings, more))
    for place, why in ((0, STORY.findings[0].why.partition(" [")[0]), (4, "Not in one of them")):
        state = step(adopt(State(), story, analysed=True), story, GoToFinding(place))
        assert state.claim == "cost"
        assert clipping(state, story, NO_MARKS).startswith(f"**{why}")


async def test_stars_notes_and_verdicts_are_changed_and_taken_away() -> None:
    store = Store(None)
    async with marking(store) as pilot:
        await at(pilot, "h.6")
        await pilot.press("asterisk", "asterisk")
        assert bodies(store) == []
        await pilot.press("i", *"who", "enter", "i", *"?", "enter")
        assert [said_by(mark) for mark in store.marks] == ["who?"]
        await pilot.press("i")
        pilot.app.screen.query_one(Input).value = ""
        await pilot.press("enter")
        assert bodies(store) == []
        await pilot.press("space", "u")
        assert text_of(pilot, StatusLine) == "it is open already"
        await pilot.press("space", "w", "space", "u")
        assert main_of(pilot).signs.review.verdict_of("baker") is Verdict.OPEN
        # the mouse does what the letters do
        await pilot.press("space")
        assert isinstance(pilot.app.screen, MarkScreen)
        await pilot.click(OptionList, offset=(4, 2))
        assert main_of(pilot).signs.review.verdict_of("baker") is Verdict.OUR_CALL


async def test_the_title_keeps_its_room_beside_what_is_decided() -> None:
    async with marking(Store(None), size=(80, 24)) as pilot:
        await at(pilot, "h.5")
        await pilot.press("space", "c")
        header = text_of(pilot, Header)
        assert "4 findings, 2 decided · 2 warnings (w)" in header
        assert header.startswith(f"compare  {title_of(STORY.coverage)[:11]}")


async def test_the_queue_leads_through_what_is_not_decided() -> None:
    store = Store(None)
    async with marking(store) as pilot:
        main = main_of(pilot)
        seen = []
        for _ in range(3):
            await pilot.press("D")
            seen.append(main.state.finding)
            await pilot.press("space", "c")
        assert seen[0] == 1  # the first one is where the reader begins
        await pilot.press("slash", "a", "space", "b")
        assert pilot.app.screen.query_one(Input).value == "a b"  # who types means no mark
        await pilot.press("escape")
        await pilot.press("D", "space", "o", "D")
        assert text_of(pilot, StatusLine) == "all 4 findings are decided"
        assert "4 decided" in text_of(pilot, Header)
        await pilot.press("n")
        assert "finding" in text_of(pilot, StatusLine)


async def test_another_windows_marks_come_and_trouble_is_one_warning(tmp_path: Path) -> None:
    store = Store(tmp_path)
    async with marking(store) as pilot:
        await at(pilot, "h.6")
        other = Store(tmp_path)
        article = STORY.index.articles["h"]
        sentence = STORY.index.sentences["h.6"]
        quoted = (quote_of(article, sentence.start, sentence.end),)
        other.put(ReaderMark("1", "2026-01-01T00:00:00.000000Z", Noted(quoted, "from afar")))
        main_of(pilot).keeping.look()
        await pilot.pause()
        assert "from afar" in text_of(pilot, Card)
        other.close()
        store.close()
        warned = text_of(pilot, Header)
        await pilot.press("asterisk")
        assert "cannot be kept" in text_of(pilot, StatusLine)
        assert text_of(pilot, Header) != warned
        assert "2 warnings" in warned and "3 warnings" in text_of(pilot, Header)
        await pilot.press("w")
        assert "cannot be kept" in str(pilot.app.screen.query(".warning").first().render())


async def test_marks_without_a_place_are_listed_placed_and_dropped() -> None:
    store = Store(None)
    article, sentence = STORY.index.articles["h"], STORY.index.sentences["h.6"]
    whole = quote_of(article, sentence.start, sentence.end)
    lost = type(whole)(whole.article, "Eleven herons were counted by nobody in particular", "", "", 5)
    made = "2026-01-01T00:00:00.000000Z"
    store.put(ReaderMark("lost", made, Noted((lost,), "where?")), ReaderMark("kept", made, Starred((whole,))))
    async with marking(store, size=(80, 24)) as pilot:
        await at(pilot, "h.4")
        await pilot.press("L")
        assert isinstance(pilot.app.screen, MarksScreen)
        first = pilot.app.screen.query_one(OptionList).get_option_at_index(0)
        assert "no place" in str(first.prompt) and "herons" in str(first.prompt)
        await pilot.press("p")
        assert "where?" in text_of(pilot, Card)
        await pilot.press("L", "j", "enter")
        assert main_of(pilot).state.cursor in ("h.4", "h.6")
        await pilot.press("L", "x")
        assert isinstance(pilot.app.screen, MarksScreen)
        assert len(store.marks) == 1
        await pilot.press("x")
        assert "Nothing of this set" in text_of(pilot, ".dialog Static")


async def test_a_note_says_all_of_itself_though_it_tells_of_something_by_hand() -> None:
    store = Store(None)
    async with marking(store) as pilot:
        await at(pilot, "h.6")
        await pilot.press("i", *"copied, by hand, at noon", "enter")
        assert "copied, by hand, at noon" in text_of(pilot, Card)


async def test_an_unsure_mark_counts_once_the_reader_has_looked() -> None:
    store = Store(None)
    article, sentence = STORY.index.articles["h"], STORY.index.sentences["h.5"]
    now = quote_of(article, sentence.start, sentence.end)
    before = replace(now, exact=now.exact.replace("4", "3"), article=replace(now.article, sha256="0" * 64))
    store.put(ReaderMark("1", "2026-01-01T00:00:00.000000Z", Judged((before,), Verdict.CONFIRMED)))
    async with marking(store) as pilot:
        await at(pilot, "h.5")
        assert "✓?" in drawn(pilot, ArticlePane)
        assert "unsure" in text_of(pilot, Card)
        assert "decided" not in text_of(pilot, Header)
        await pilot.press("L")
        assert "unsure" in str(pilot.app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        await pilot.press("r")
        assert "✓?" not in drawn(pilot, ArticlePane)
        assert "2 decided" in text_of(pilot, Header)


async def test_what_is_quoted_of_an_article_that_is_not_in_the_set_stays_when_a_mark_is_said_to_be_right() -> None:
    store = Store(None)
    article, sentence = STORY.index.articles["h"], STORY.index.sentences["h.5"]
    now = quote_of(article, sentence.start, sentence.end)
    before = replace(now, exact=now.exact.replace("4", "3"), article=replace(now.article, sha256="0" * 64))
    stranger = replace(now.article, sha256="1" * 64, source="x.txt", url="", outlet="Elsewhere", title="Snow in May")
    elsewhere = replace(now, exact="Snow fell in May.", article=stranger)
    store.put(ReaderMark("1", "2026-01-01T00:00:00.000000Z", Judged((elsewhere, before), Verdict.CONFIRMED)))
    async with marking(store) as pilot:
        await at(pilot, "h.5")
        assert "✓?" in drawn(pilot, ArticlePane)
        await pilot.press("L")
        row = str(pilot.app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        assert "Oster Herald: “" in row, "the first of those that are open"
        await pilot.press("r")
        assert "✓?" not in drawn(pilot, ArticlePane)
    assert bodies(store) == [Judged((now, elsewhere), Verdict.CONFIRMED)]


async def test_marks_in_a_picture(picture: SnapshotAssertion) -> None:
    store = Store(None)
    async with marking(store) as pilot:
        await at(pilot, "h.6")
        await pilot.press("space", "w")
        await at(pilot, "h.5")
        await pilot.press("space", "c", "asterisk")
        assert await still(pilot) == picture(name="panes")
        await pilot.press("space")
        assert await still(pilot) == picture(name="choices")


def test_what_a_mark_says_is_safe_to_show() -> None:
    assert "\x1b" not in said_by(ReaderMark("1", "", Coded((), "sum\x1b[1m"), "a\x1b"))
