"""Marks and corrections from the keyboard: said, shown, kept, taken back."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Select

from compare import session
from compare.errors import UsageError
from compare.export import Options, render, write
from compare.model import (
    Coded,
    Comparison,
    Completed,
    Joined,
    Judged,
    Noted,
    Parted,
    ReaderMark,
    Renamed,
    Sifted,
    Starred,
    Verdict,
)
from compare.review import NO_MARKS, Store, quote_of, selector_of
from compare.tui.app import CompareApp
from compare.tui.memory import Memory
from compare.tui.screens.export import Choices, Subject, beginning, completed_path
from compare.tui.screens.mark import MarkScreen
from compare.tui.screens.marks import MarksScreen
from compare.tui.screens.splitting import SplitScreen, in_reading_order
from compare.tui.signs import quoted_by, said_by
from compare.tui.state import GoTo, Look, View
from compare.tui.widgets.bars import Header, StatusLine
from compare.tui.widgets.card import Card
from compare.tui.widgets.claims_grid import ClaimsGrid
from compare.tui.widgets.overview import Overview
from compare.tui.widgets.pane import ArticlePane
from compare.tui.widgets.ticks import Ticks
from compare.tui.widgets.wording import Wording
from tui.conftest import at_main, main_of, still, text_of, until
from tui.story import comparison

STORY = comparison()


@asynccontextmanager
async def marking(
    store: Store, of: Comparison = STORY, size: tuple[int, int] = (120, 32)
) -> AsyncIterator[Pilot[None]]:
    """Open a comparison with the marks of a store."""
    app = CompareApp(comparison=of, memory=Memory(review=store))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def at(pilot: Pilot[None], sentence: str, claim: str = "") -> None:
    """Put the cursor on a sentence."""
    main_of(pilot).take(GoTo(sentence, claim))
    await pilot.pause()


def bodies(store: Store) -> list[object]:
    return [mark.body for mark in store.marks]


def drawn(pilot: Pilot[None], widget: type[ArticlePane | ClaimsGrid]) -> str:
    """All lines that a widget shows."""
    found = next(w for w in main_of(pilot).query(widget) if w.display)
    return "\n".join(found.render_line(y).text for y in range(found.size.height))


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
        assert text_of(pilot, StatusLine) == "taken back: sum · ab"
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
        assert text_of(pilot, StatusLine) == "taken back: sum · ab"


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


NEWS = {
    "herald.txt": (
        "Ferry stops after storm\n\nThe ferry to Oster stopped on Monday because of a storm.\n\n"
        "Forty passengers slept in the harbour hall.\n\nThe captain praised the cooks of the harbour.\n"
    ),
    "ledger.txt": (
        "Storm halts Oster ferry\n\nA storm halted the ferry to Oster on Monday.\n\n"
        "Some travellers had no bed that night.\n\nThe harbour wants a new pier.\n"
    ),
    "voice.txt": "Waves at Oster\n\nThe harbour at Oster was closed by high waves.\n\nA new pier is wanted there.\n",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return session.analyse(session.load([str(folder)]))


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
    assert "outlet The Morning Post" in card and "date 2031-02-03" in card


async def test_corrections_take_effect_where_the_cursor_is(ferry: Comparison) -> None:
    store = Store(None)
    index = ferry.index
    words = {index.words(sentence): sentence for sentence in index.sentences}
    slept = words["Forty passengers slept in the harbour hall."]
    beds = words["Some travellers had no bed that night."]

    def together() -> bool:
        claims = main_of(pilot).comparison.index.claims_of.get(slept, ())
        return any(beds in claim.sentences for claim in claims)

    async with marking(store, ferry) as pilot:
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


async def test_a_correction_of_the_first_finding_leaves_the_cursor_where_it_opened(ferry: Comparison) -> None:
    async with marking(Store(None), ferry) as pilot:
        main = main_of(pilot)
        first = main.state.cursor
        assert not main.state.moved
        for compared in (False, True):  # and so the same keys take it back
            await pilot.press("space", "f")
            await until(pilot, lambda is_so=compared: main.comparison.index.sentences[first].comparable is is_so)  # type: ignore[misc]
            assert main.state.cursor == first


async def test_after_a_correction_the_next_finding_is_the_one_after_that_which_was_corrected(ferry: Comparison) -> None:
    async with marking(Store(None), ferry) as pilot:
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


async def test_several_claims_are_merged_in_one_change(ferry: Comparison) -> None:
    store, index = Store(None), ferry.index
    words = {index.words(sentence): sentence for sentence in index.sentences}
    said = (
        "The captain praised the cooks of the harbour.",
        "Some travellers had no bed that night.",
        "Forty passengers slept in the harbour hall.",
    )
    first, second, third = (words[each] for each in said)

    def merged() -> bool:
        claims = main_of(pilot).comparison.index.claims_of.get(first, ())
        return any({second, third} <= set(claim.sentences) for claim in claims)

    async with marking(store, ferry) as pilot:
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


async def test_claims_are_merged_and_split(ferry: Comparison, tmp_path: Path) -> None:
    store = Store(None)
    index = ferry.index
    words = {index.words(sentence): sentence for sentence in index.sentences}
    cooks, beds = (
        words["The captain praised the cooks of the harbour."],
        words["Some travellers had no bed that night."],
    )

    def together() -> bool:
        claims = main_of(pilot).comparison.index.claims_of.get(cooks, ())
        return any(beds in claim.sentences for claim in claims)

    async with marking(store, ferry) as pilot:
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
    app = CompareApp(coverage=ferry.coverage, memory=Memory(review=store))
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
        assert (tmp_path / "out.json").read_text(encoding="utf-8") == render(ferry, "json")
        reviewed = json.loads((tmp_path / "in.json").read_text(encoding="utf-8"))
        assert reviewed["review"] and not all(article["complete"] for article in reviewed["articles"])
        await pilot.press("u", "u")
        await until(pilot, together)


async def test_several_sentences_are_split_off_in_one_change_and_taken_back_in_one(ferry: Comparison) -> None:
    store = Store(None)
    claim = next(c for c in ferry.claims if len(c.sentences) > 3)
    first, second, third, *_ = in_reading_order(ferry, claim)

    def standing() -> list[set[str]]:
        return [set(c.sentences) for c in main_of(pilot).comparison.claims if {first, second, third} & set(c.sentences)]

    async with marking(store, ferry, size=(80, 24)) as pilot:
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
        assert [quote.exact for quote in parted.one] == [ferry.index.words(s) for s in (first, second)]
        assert len(parted.other) == len(claim.sentences) - 2
        await until(pilot, lambda: standing() != before)
        assert not any({first, second} & each and third in each for each in standing())
        assert "2 sentences split off by hand" in text_of(pilot, StatusLine)
        assert f"”, and {len(claim.sentences) - 1} more" in quoted_by(store.marks[0], ferry.coverage.articles)
        await pilot.press("u")
        await until(pilot, lambda: standing() == before)
        assert bodies(store) == []
        await pilot.press("space", "p", "escape")
        assert bodies(store) == []


def line_at(ticks: Ticks, y: int) -> str:
    """A line of a list as it is drawn."""
    return ticks.render_line(y).text.lstrip("▎ ")


async def test_the_dialog_of_reports_shows_how_they_begin(tmp_path: Path) -> None:
    kept: list[Mapping[str, str]] = []
    remembered = {"target": str(tmp_path / "memo.md"), "profile": "memo", "no such choice": "x"}
    app = CompareApp(comparison=STORY, memory=Memory(chosen=lambda: remembered, keep_chosen=kept.append))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: "Oster" in text_of(pilot, ".preview Static"))
        memo = text_of(pilot, ".preview Static")
        pilot.app.screen.query_one("#profile", Select).value = "paper"
        pilot.app.screen.query_one("#review", Select).value = "in"
        await until(pilot, lambda: text_of(pilot, ".preview Static") != memo)
        pilot.app.screen.query_one("#target", Input).value = "report.xls"
        await until(pilot, lambda: "which format is meant" in text_of(pilot, ".preview Static"))
        pilot.app.screen.query_one("#target", Input).value = str(tmp_path / "paper.md")
        await pilot.press("enter")
        await until(pilot, lambda: at_main(pilot))
        assert kept == [
            {
                "target": str(tmp_path / "paper.md"),
                "profile": "paper",
                "marks": "github",
                "quote_words": "",
                "review": "in",
            }
        ]
        assert text_of(pilot, StatusLine).startswith("written: ")


async def test_a_file_beside_a_report_is_asked_for_under_the_name_it_will_have(
    ferry: Comparison, tmp_path: Path
) -> None:
    target = tmp_path / "report.md"
    write(ferry, str(target), options=Options("pr"))
    beside = sorted(set(tmp_path.iterdir()) - {target})
    target.unlink()
    store, article = Store(None), ferry.coverage.displayed()[0]
    store.put(ReaderMark("renamed", "2031-03-01T09:30:00.000000Z", Renamed(selector_of(article), "The Other Post")))
    chosen = {"target": str(target), "profile": "pr"}
    app = CompareApp(coverage=ferry.coverage, memory=Memory(review=store, chosen=lambda: chosen))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        for marks, asked in (("out", len(beside)), ("in", len(beside) - 1)):
            await pilot.press("e")
            pilot.app.screen.query_one("#review", Select).value = marks
            await pilot.press("enter")
            await until(pilot, lambda: " more are of" in text_of(pilot, ".said"))
            assert f"and {asked - 1} more are of" in text_of(pilot, ".said")
            await pilot.press("escape")
            await until(pilot, lambda: at_main(pilot))


def test_a_report_from_the_screen_names_the_sources_and_shows_how_marks_alone_begin() -> None:
    subject = Subject(STORY, NO_MARKS, STORY.coverage, lambda: STORY, ["seeds/", "my text.txt"])
    chosen = Choices(target="marks.jsonld", review="in")
    assert subject.options(chosen).command == "compare seeds/ 'my text.txt' --review"
    assert subject.options(Choices(profile="memo")).command == "compare seeds/ 'my text.txt' --profile memo"
    assert "annotations" in beginning(subject, chosen)
    with pytest.raises(UsageError, match="ask for them with --review"):
        beginning(subject, Choices(target="marks.jsonld"))


async def test_the_dialog_of_reports_tells_of_marks_that_are_left_out() -> None:
    store = Store(None)
    async with marking(store, size=(80, 24)) as pilot:
        await at(pilot, "h.6")
        await pilot.press("asterisk", "e")
        assert text_of(pilot, ".said") == "You have 1 mark here: “my marks: in” puts what you marked into the report."


def test_a_path_is_completed_by_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "ready.md").write_text("")
    assert completed_path(f"{tmp_path}/rep") == f"{tmp_path}/reports/"
    assert completed_path(f"{tmp_path}/re") == f"{tmp_path}/ready.md"
    assert completed_path(f"{tmp_path}/x") is None
    assert completed_path(f"{tmp_path}/none/x") is None
    assert completed_path("") is None


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
