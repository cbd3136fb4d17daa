"""Articles show as they load, then the analysis comes; errors end the app; quitting never waits."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from compare import session, tui
from compare.errors import SourceError, SourceMissing, TooFewArticles
from compare.model import Comparison, Correction, CoverageSet, plural
from compare.tui.app import CompareApp
from compare.tui.memory import Memory
from compare.tui.state import Look, Move, View, shown, uncompared
from compare.tui.widgets.bars import Header, StatusLine
from compare.tui.widgets.card import Card
from compare.tui.widgets.pane import ArticlePane
from compare.tui.work import Advanced, Arrived, Compared, Job, Loaded, Work
from tui.conftest import Opened, at_main, main_of, panes_of, rows_of, text_of, until
from tui.story import K, article, comparison, coverage, made
from waiting import wait

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.model import Article


class Stage:
    """A session under the test's control: it goes on when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.arrive, self.settle, self.finish = Event(), Event(), Event()
        self.error: Exception | None = None
        self.stopped = False
        monkeypatch.setattr(session, "load", self.load)
        monkeypatch.setattr(session, "analyse", self.analyse)

    def load(
        self,
        sources: Sequence[str],
        *,
        arrived: Callable[[Article], None],
        progress: Callable[[session.Progress], None],
        cancelled: Callable[[], bool],
        **_: object,
    ) -> CoverageSet:
        progress(session.Progress("loading", 0, 2, "[first]"))
        self._wait(self.arrive, cancelled)
        if self.error is not None:
            raise self.error
        arrived(article("h"))
        arrived(article("h"))
        arrived(article("l"))
        self._wait(self.settle, cancelled)
        return coverage()

    def analyse(
        self,
        covered: CoverageSet,
        corrections: Sequence[Correction],
        *,
        kept: object,
        progress: Callable[[session.Progress], None],
        cancelled: Callable[[], bool],
    ) -> Comparison:
        progress(session.Progress("analysis", 3, 10, "pairs"))
        self._wait(self.finish, cancelled)
        return comparison()

    def _wait(self, event: Event, cancelled: Callable[[], bool]) -> None:
        while not event.wait(0.005):
            if cancelled():
                self.stopped = True
                raise session.Cancelled


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(monkeypatch)


async def test_articles_show_as_they_load_and_the_analysis_replaces_them(stage: Stage) -> None:
    app = CompareApp(["somewhere"])
    async with app.run_test(size=(120, 32)) as pilot:
        await until(pilot, lambda: text_of(pilot, StatusLine).startswith("reading 0/2"))
        assert "[first]" in text_of(pilot, StatusLine)
        for key in ("j", "n", "l", "enter", "slash", "y", "b", "f", "escape", "pagedown", "1"):
            await pilot.press(key)  # nothing is there yet, and nothing breaks
        await pilot.press("e")
        assert "still comparing" in text_of(pilot, StatusLine)
        for key in ("u", "U"):
            await pilot.press(key)
            assert "marks can be changed when that is done" in text_of(pilot, StatusLine)

        stage.arrive.set()
        await until(pilot, lambda: "2 articles" in text_of(pilot, Header))
        assert len(panes_of(pilot)) == 2
        assert "not compared yet" in text_of(pilot, Card)

        stage.settle.set()
        await until(pilot, lambda: text_of(pilot, StatusLine).startswith("comparing 3/10"))
        assert "━━━━━━╌" in text_of(pilot, StatusLine)
        assert main_of(pilot).state.articles == tuple("hlvpd")

        stage.finish.set()
        await until(pilot, lambda: main_of(pilot).state.analysed)
        assert main_of(pilot).state.cursor == "h.5"
        assert text_of(pilot, StatusLine).startswith("finding 1/4")


async def test_a_reader_who_moved_while_it_loaded_stays(stage: Stage) -> None:
    stage.arrive.set()
    app = CompareApp(["somewhere"])
    async with app.run_test(size=(120, 32)) as pilot:
        await until(pilot, lambda: len(panes_of(pilot)) == 2)
        await pilot.press("l", "j")
        here = main_of(pilot).state.cursor
        stage.settle.set()
        stage.finish.set()
        await until(pilot, lambda: main_of(pilot).state.analysed)
        assert main_of(pilot).state.cursor == here


async def test_one_set_takes_the_place_of_another_in_one_step(opened: Opened) -> None:
    async with opened((200, 50)) as pilot:
        main = main_of(pilot)
        texts = (article("l"), made("a", [(K.BODY, "The bridge fell.|Nobody was hurt.")], "Another"))
        for covered in (CoverageSet(texts, ("a", "l")), CoverageSet(texts[:1], ("l",)), coverage()):
            main.adopt(uncompared(covered), analysed=False)
            # before anything is mounted or taken down: what is shown, and what keys and a new size do
            assert list(panes_of(pilot)) == list(shown(main.state))
            assert plural(len(covered.articles), "article") in text_of(pilot, Header)
            for move in (Move.NEXT_SENTENCE, Move.BOTTOM, Move.MOVE_RIGHT, Move.BASE):
                main.take(move)
            main.action_pane(len(covered.articles))
            main.action_act("page_down")
            main.on_resize(Resize(Size(120, 32), Size(120, 32)))
        await pilot.pause()
        # a pane comes when it is first looked at: those there stand in the order of the articles, and none is left over
        there = [pane.article.id for pane in main.query(ArticlePane)]
        assert there == [key for key in main.state.articles if key in there]
        assert list(panes_of(pilot)) == list(shown(main.state))


async def test_until_another_set_is_there_no_key_is_about_the_one_before(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        main = main_of(pilot)
        for view in (View.PANES, View.ALIGNED, View.CLAIMS):
            main.adopt(comparison(), analysed=True)
            main.take(Look(view))
            await pilot.pause()
            main.clear()
            await pilot.pause()
            assert not any("bridge" in row.lower() for row in rows_of(pilot)), view
            for other in View:
                main.take(Look(other))
            for action in ("next_sentence", "pane_right", "mark", "clip", "jump", "undo", "search", "page_down"):
                main.action_act(action)
            main.action_pane(1)
            await pilot.pause()
            assert at_main(pilot)


@pytest.mark.parametrize("reached", ["start", "arrive", "settle"])
async def test_quitting_stops_the_work(stage: Stage, reached: str) -> None:
    app = CompareApp(["somewhere"])
    async with app.run_test() as pilot:
        if reached != "start":
            stage.arrive.set()
        if reached == "settle":
            stage.settle.set()
        said = {"start": "reading 0/2", "arrive": "reading 0/2", "settle": "comparing 3/10"}[reached]
        await until(pilot, lambda: said in text_of(pilot, StatusLine) and (reached == "start" or bool(panes_of(pilot))))
        await pilot.press("q")
    wait(lambda: stage.stopped)
    assert app.failure is None


@pytest.mark.parametrize("error", [SourceMissing("x.txt"), TooFewArticles(1), RuntimeError("a bug")])
async def test_an_error_ends_the_app_and_is_kept(stage: Stage, error: Exception) -> None:
    stage.error = error
    stage.arrive.set()
    app = CompareApp(["somewhere"])
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.failure is not None)
    assert app.failure is error
    assert app.return_code == 1


async def test_a_set_that_is_read_already_is_only_analysed(stage: Stage) -> None:
    stage.finish.set()
    told: list[bool] = []
    app = CompareApp(["-"], coverage=coverage(), memory=Memory(opened=lambda _: told.append(True)))
    async with app.run_test() as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        assert main_of(pilot).comparison.coverage == coverage()
        await pilot.press("f5")
        assert text_of(pilot, StatusLine) == "what came from standard input cannot be read again"
    assert told == [True]


def test_work_posts_everything_in_order(stage: Stage) -> None:
    for event in (stage.arrive, stage.settle, stage.finish):
        event.set()
    posted: list[Message] = []

    def post(message: Message) -> bool:
        posted.append(message)
        return True

    work = Work(post, Job(["somewhere"]))
    work.start()
    work.join(60)
    assert [type(message) for message in posted] == [
        Advanced, Arrived, Arrived, Loaded, Advanced, Compared,
    ]  # fmt: skip
    arrived = [message for message in posted if isinstance(message, Arrived)]
    assert [len(message.articles) for message in arrived] == [1, 2]  # the one that came twice counts once
    assert arrived[1].can_replace(arrived[0])


def test_work_outlives_the_screen_without_a_word(stage: Stage, recwarn: pytest.WarningsRecorder) -> None:
    stage.arrive.set()

    def gone(message: Message) -> bool:
        raise RuntimeError("Event loop is closed")

    work = Work(gone, Job(["somewhere"]))
    work.start()
    work.join(60)
    assert not work.is_alive()
    assert list(recwarn) == []


def test_a_source_that_blocks_does_not_keep_the_reader() -> None:
    assert Work(lambda _: True, Job()).daemon, "the interpreter would wait for it at the end"


def test_run_raises_what_kept_it_from_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: CompareApp) -> None:
        self.failure = SourceMissing("x.txt")

    monkeypatch.setattr(CompareApp, "run", fail)
    with pytest.raises(SourceError, match="no such file"):
        tui.run(["x.txt"])
    monkeypatch.setattr(CompareApp, "run", lambda self: None)
    assert tui.run(["x.txt"]) == 0
