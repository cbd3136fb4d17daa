"""One set after another: where the reader was, texts that change under the screen, sets opened before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.message import Message
from textual.widgets import OptionList

from compare import session
from compare.errors import SourceMissing
from compare.model import Article, Comparison, CoverageSet
from compare.places import Place
from compare.tui.app import CompareApp
from compare.tui.carrying import carried
from compare.tui.memory import Memory, place_of, returned
from compare.tui.palette import SetProvider
from compare.tui.screens.recent import RecentScreen
from compare.tui.state import Filter, Look, Move, State, View, uncompared
from compare.tui.steps import adopt, step
from compare.tui.watch import FilesChanged, Watch
from compare.tui.widgets.bars import StatusLine
from compare.tui.work import Failed
from sets import written
from tui.conftest import Opened, main_of, text_of, until
from tui.story import comparison

STORY = comparison()
NEWS = {
    "herald.txt": "Bridge falls\n\nThe old bridge fell on Tuesday.\n\nNobody was hurt, the fire service said.\n",
    "ledger.txt": "Oster loses bridge\n\nThe bridge came down at night.\n\nThe mayor promised a new one by spring.\n",
}


def test_the_reader_comes_back_to_the_place() -> None:
    begun = adopt(State(room=2), STORY, analysed=True)
    left = begun
    ways = (Move.BASE, Move.NEXT_FILTER, Move.COMMENTARY, Move.FOLD, Move.MOVE_LEFT, Move.HIDE, Look(View.ALIGNED))
    for move in (Move.NEXT_FINDING, *ways):
        left = step(left, STORY, move)
    before, after = asdict(place_of(begun)), asdict(place_of(left))
    assert [name for name in before if before[name] == after[name]] == []  # nothing is there by chance
    back = returned(begun, STORY, place_of(left))
    assert place_of(back) == place_of(left)
    assert back.focus == left.focus


def test_a_place_that_names_what_is_gone_changes_nothing_or_what_it_can() -> None:
    begun = adopt(State(room=2), STORY, analysed=True)
    place = place_of(begun)
    assert returned(begun, STORY, replace(place, cursor="gone")) == begun
    assert returned(begun, STORY, replace(place, articles=("h",))) == begun
    back = returned(begun, STORY, replace(place, view="?", filter="?", base="?", claim="?"))
    assert (back.view, back.filter, back.base) == (View.PANES, Filter.ALL, begun.base)
    assert back.claim in {claim.id for claim in STORY.index.claims_of[back.cursor]}


async def test_what_the_reader_chose_meanwhile_counts_more_than_the_place(opened: Opened) -> None:
    place = replace(place_of(adopt(State(), STORY, analysed=True)), view="overview", cursor="l.2")
    async with opened((120, 32), uncompared(STORY.coverage)) as pilot:
        main = main_of(pilot)
        main.adopt(STORY, analysed=True, place=place)
        assert (main.state.view, main.state.cursor) == (View.OVERVIEW, "l.2")
        main.clear()
        main.adopt(uncompared(STORY.coverage), analysed=False)
        await pilot.press("C")
        main.adopt(STORY, analysed=True, place=place)
        assert (main.state.view, main.state.finding) == (View.CLAIMS, 0)


def read(folder: Path) -> Comparison:
    return session.analyse(session.load([str(folder)]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, NEWS)


def test_the_cursor_goes_along_with_a_text_that_changes(folder: Path) -> None:
    before = read(folder)
    herald = next(a for a in before.coverage.articles if a.source.endswith("herald.txt"))
    hurt = next(s.id for s in herald.sentences if "hurt" in herald.cut(s))
    state = replace(adopt(State(), before, analysed=True), cursor=hurt, focus=herald.id, base=herald.id, moved=True)
    changed = NEWS["herald.txt"].replace("Nobody", "New: nobody at all").replace("fell", "fell into the river")
    (folder / "herald.txt").write_text(f"{changed}\nIt was built in 1931.\n", encoding="utf-8")
    after = read(folder)
    there = carried(state, before, after)
    assert "nobody at all was hurt" in after.index.words(there.cursor)
    assert after.index.articles[there.base].source.endswith("herald.txt")
    assert len(there.articles) == 2
    (folder / "herald.txt").write_text("Other news\n\nCats are fond of fish.\n\nDogs like bones.\n", encoding="utf-8")
    other = read(folder)
    assert carried(state, before, other).cursor in other.index.sentences


def test_the_cursor_stays_in_a_text_that_has_only_another_name(folder: Path) -> None:
    text = NEWS["herald.txt"]
    (folder / "herald.txt").write_text(f"{text}\n{text}", encoding="utf-8")  # each sentence twice
    before = read(folder)
    old = next(a for a in before.coverage.articles if a.source.endswith("herald.txt"))
    (folder / "coverage.toml").write_text(
        "article = [{source = 'herald.txt', outlet = 'Gazette'}, {source = 'ledger.txt'}]\n", encoding="utf-8"
    )
    after = read(folder)
    new = next(a for a in after.coverage.articles if a.source == old.source)
    assert new.id != old.id
    state = adopt(State(), before, analysed=True)
    for piece in (*(s.id for s in old.sentences), *(p.id for p in old.paragraphs)):
        there = carried(replace(state, cursor=piece), before, after).cursor
        assert there == piece.replace(old.id, new.id)


async def test_watched_files_are_read_again_when_they_change(folder: Path) -> None:
    kept: list[tuple[CoverageSet, Place]] = []
    memory = Memory(keep_place=lambda *what: kept.append(what))
    app = CompareApp([str(folder)], watch=True, memory=memory)

    def articles() -> Sequence[Article]:
        return main_of(pilot).comparison.coverage.articles

    async with app.run_test(size=(120, 32)) as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        await pilot.press("G", "f5")
        await until(pilot, lambda: text_of(pilot, StatusLine) == "read again: nothing has changed")
        text = NEWS["ledger.txt"] + "\nA ferry runs from Monday on.\n"
        (folder / "ledger.txt").write_text(text, encoding="utf-8")
        await until(pilot, lambda: text_of(pilot, StatusLine) == "read again: the texts have changed")
        assert any(article.text == text for article in articles())
        # a file that has come since is watched from when it is read
        late = folder / "voice.txt"
        late.write_text("Oster wakes\n\nThe river has no bridge any more.\n", encoding="utf-8")
        await pilot.press("f5")
        await until(pilot, lambda: len(articles()) == 3)
        late.write_text("Oster wakes\n\nThe river has no bridge any more. It has a ferry.\n", encoding="utf-8")
        await until(pilot, lambda: any("ferry" in a.text and "wakes" in a.text for a in articles()))
        late.unlink()
        for name in NEWS:
            (folder / name).unlink()
        await pilot.press("f5")
        await until(pilot, lambda: text_of(pilot, StatusLine).startswith("not read again: "))
        assert len(articles()) == 3
    assert [place.view for _, place in kept] == ["panes"]


def test_only_the_files_of_a_set_are_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, other, posted = tmp_path / "ours.txt", tmp_path / "other.txt", list[Message]()

    def watch(*folders: Path, watch_filter: Callable[[int, str], bool], **_: object) -> Iterator[str]:
        assert folders == (tmp_path,)
        yield from (str(path) for path in (other, ours, other) if watch_filter(1, str(path)))

    monkeypatch.setattr("watchfiles.watch", watch)

    def post(message: Message) -> bool:
        posted.append(message)
        return True

    Watch(post, frozenset({ours})).run()
    assert posted == [FilesChanged()]


async def test_read_again_before_there_was_anything_is_the_first_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Event()
    analyse = session.analyse

    def when_told(*what: Any, **how: Any) -> Comparison:
        gate.wait(60)
        return analyse(*what, **how)

    monkeypatch.setattr(session, "analyse", when_told)
    opened: list[Sequence[str]] = []
    app = CompareApp([str(folder)], memory=Memory(opened=opened.append))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(opened) == 1)
        await pilot.press("f5")
        await until(pilot, lambda: len(opened) == 2)
        gate.set()
        await until(pilot, lambda: main_of(pilot).state.analysed)
        await pilot.pause()
        assert "read again" not in text_of(pilot, StatusLine)


async def test_started_bare_it_lists_the_sets_opened_before(folder: Path) -> None:
    memory = Memory(recent=lambda: [[str(folder / "gone"), "x" * 5_000], [str(folder)]])
    app = CompareApp(memory=memory)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, RecentScreen)
        assert "2 missing" in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main_of(pilot).state.analysed)
        await pilot.press("r", "escape")
        assert main_of(pilot).state.analysed
        await pilot.press("r", "j", "enter")
        await until(pilot, lambda: main_of(pilot).state.analysed)
        (hit,) = [hit async for hit in SetProvider(app.screen).search("set: gone")]  # the palette has them too
        assert "gone" in str(hit.prompt)
        assert callable(hit.command)
        hit.command()
        await until(pilot, lambda: not main_of(pilot).state.analysed)
    app = CompareApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
    assert app.return_code == 0


async def test_news_that_come_when_the_screen_is_gone_are_no_failure(folder: Path) -> None:
    app = CompareApp([str(folder)])
    async with app.run_test(size=(120, 32)) as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        await pilot.press("f5")
        await until(pilot, lambda: text_of(pilot, StatusLine) == "read again: nothing has changed")
        work = app._set.work
        assert work is not None
    app._failed(Failed(work, SourceMissing("ledger.txt")))
    assert app.failure is None
