"""Texts that are read again while a dialog or a search is open, or between two keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from compare.model import Article, Comparison, CoverageSet, Renamed
from compare.review import Store
from compare.tui.carrying import carried
from compare.tui.state import Focus, GoTo, Move, Search, State, uncompared
from compare.tui.steps import adopt, step
from compare.tui.widgets.bars import StatusLine
from tui.conftest import at_main, main_of, text_of, until
from tui.marking import STORY, marking

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


def edited(article: Article) -> Article:
    """The article as it is after an edit of its text: it and all in it have other ids."""
    return replace(
        article,
        id=f"new-{article.id}",
        sha256="0" * 64,
        sentences=tuple(replace(s, id=f"new-{s.id}", paragraph=f"new-{s.paragraph}") for s in article.sentences),
        paragraphs=tuple(replace(p, id=f"new-{p.id}") for p in article.paragraphs),
    )


def read_again() -> Comparison:
    """The story after an edit of all its texts, in which nothing is found any more."""
    articles = tuple(edited(article) for article in STORY.coverage.articles)
    return uncompared(CoverageSet(articles, tuple(f"new-{key}" for key in STORY.coverage.order)))


async def change(pilot: Pilot[None]) -> None:
    """Put the edited texts on the screen, as the program does when it has read them again."""
    main = main_of(pilot)
    main.keeping.reviewing.open(read_again().coverage)
    main.adopt(read_again(), analysed=True)
    await pilot.pause()


def test_a_search_goes_on_where_it_began_in_the_new_texts() -> None:
    after = read_again()
    state = step(step(adopt(State(), STORY, analysed=True), STORY, GoTo("h.8")), STORY, Search("bridge"))
    state = adopt(carried(state, STORY, after), after, analysed=True)
    assert state.hits is not None
    assert state.hits.origin == "new-h.8"
    state = step(state, after, Search("no such words"))
    assert state.cursor == "new-h.8"
    # a set without the article it began in: it is as if it had begun at the cursor
    others = replace(after, coverage=replace(after.coverage, articles=after.coverage.articles[:1], order=("new-d",)))
    state = adopt(state, others, analysed=True)
    assert step(state, others, Search("no such words")).cursor == "new-d.1"


def test_how_the_articles_were_arranged_they_stay_in_the_new_texts() -> None:
    state = adopt(State(), STORY, analysed=True)
    for action in (Focus("v"), Move.HIDE, Focus("d"), Move.BASE, Move.MOVE_LEFT):
        state = step(state, STORY, action)
    assert (state.articles, state.base, state.hidden) == (tuple("hlvdp"), "d", frozenset("v"))
    after = read_again()
    there = adopt(carried(state, STORY, after), after, analysed=True)
    assert (there.articles, there.base) == (tuple(f"new-{key}" for key in "hlvdp"), "new-d")
    assert there.hidden == {"new-v"}


def test_a_search_begun_anew_begins_at_the_cursor() -> None:
    state = step(adopt(State(), STORY, analysed=True), STORY, Search("road"))
    state = step(step(state, STORY, Focus("d")), STORY, Move.BOTTOM)
    here = state.cursor
    assert step(state, STORY, Search("")).cursor != here
    assert step(state, STORY, Search("", anew=True)).cursor == here


def test_no_finding_is_spoken_of_that_was_gone_to_before() -> None:
    state = step(adopt(State(), STORY, analysed=True), STORY, Move.NEXT_FINDING)
    assert adopt(state, STORY, analysed=True).topic != state.topic


async def test_what_is_asked_of_a_text_that_is_read_again_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr("compare.loading.renaming.keep", lambda article, name: kept.append(f"{article.id} {name}"))
    store = Store(None)
    async with marking(store, size=(80, 24)) as pilot:
        main = main_of(pilot)
        for keys, answer in (
            (("space",), "p"),
            (("space",), "c"),
            (("R",), "enter"),
            (("slash", "r"), "escape"),
            (("space", "r"), "enter"),  # the last, since it has the set compared anew some time later
        ):
            main.keeping.reviewing.open(STORY.coverage)
            main.adopt(STORY, analysed=True)
            main.take(GoTo("h.5"))
            await pilot.press(*keys)
            for line in pilot.app.screen.query(Input):
                line.value = "Gazette"
            await change(pilot)
            await pilot.press(answer)
            assert at_main(pilot), keys
            if keys == ("space",):
                assert "nothing is marked" in text_of(pilot, StatusLine)
        # what was said of an article is kept for it: it is found again by more than its text
        await until(pilot, lambda: any(a.outlet == "Gazette" for a in main.comparison.coverage.articles))
        (mark,) = store.marks
        assert isinstance(mark.body, Renamed)
        assert (mark.body.outlet, mark.body.article.source) == ("Gazette", "h.txt")
        assert kept == ["h Gazette"]


async def test_a_mark_that_another_window_took_away_meanwhile(tmp_path: Path) -> None:
    store, other = Store(tmp_path), Store(tmp_path)
    async with marking(store, size=(80, 24)) as pilot:
        await pilot.press("asterisk", "L")
        other.refresh()
        other.drop(*(mark.id for mark in other.marks))
        main_of(pilot).keeping.look()
        await pilot.press("x")
        assert "taken away in another window" in text_of(pilot, StatusLine)
    store.close()
    other.close()
