"""A set that was opened before: it opens without an analysis, and reads and is corrected as if there had been one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from threading import enumerate as threads

import pytest
from textual.message import Message

import compare
from compare import session
from compare.analysis import Analysis
from compare.cached import Analyses
from compare.model import Comparison, CoverageSet, Named
from compare.model.schema import json_text
from compare.tui import corrector as module
from compare.tui.app import CompareApp
from compare.tui.corrector import Corrected, Corrector
from compare.tui.memory import Memory
from compare.tui.screens.mark import MarkScreen
from sets import written
from tui.conftest import main_of, until
from waiting import wait

TEXTS = (
    "The ferry Corran struck a pier on Monday.\nNine passengers were hurt, the harbour office said.\n",
    "On Monday the Corran hit the pier.\nThe harbour office said that nine passengers had been hurt.\n",
    "Repairs will cost €4 million.\nNine passengers were hurt.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "set", {f"{n}.txt": text for n, text in enumerate(TEXTS)})


@pytest.fixture
def analyses(tmp_path: Path) -> Analyses:
    return Analyses(tmp_path / "cache")


@pytest.fixture
def coverage(folder: Path, analyses: Analyses) -> CoverageSet:
    """A set that was opened before."""
    coverage = session.load([str(folder)])
    session.analyse(coverage, analyses=analyses)
    return coverage


def at_work(name: str) -> bool:
    return any(thread.name == name for thread in threads())


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "analyse", lambda *_, **__: pytest.fail("it was analysed"))


async def test_the_second_time_nothing_is_analysed(
    folder: Path, analyses: Analyses, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Comparison] = []
    for time_ in ("first", "second"):
        app = CompareApp([str(folder)], memory=Memory(analyses=analyses))
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: main_of(pilot).state.analysed)
            shown.append(main_of(pilot).comparison)
            if time_ == "first":
                await until(pilot, lambda: not at_work("compare-work"))
                forbid(monkeypatch)
    assert shown[0] == shown[1]
    assert json_text(shown[0]) == json_text(shown[1])


async def test_who_looks_at_corrections_has_them_prepared(coverage: CoverageSet, analyses: Analyses) -> None:
    app = CompareApp(coverage=coverage, memory=Memory(analyses=analyses))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        corrector = app._corrector
        assert corrector is not None
        assert corrector._kept is None
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, MarkScreen))
        await until(pilot, lambda: not at_work("compare-prepare"))
        assert corrector._kept is not None
        assert corrector._kept._found is not None


def test_a_correction_gives_what_it_gives_of_a_set_that_was_analysed(coverage: CoverageSet, analyses: Analyses) -> None:
    made = (Named(coverage.articles[0].id, "Echo"),)
    for prepared in (False, True):
        corrector = Corrector(lambda _: True, coverage, analyses)
        assert corrector.compare(()) == compare.compare(coverage)
        if prepared:
            corrector.expect(())
            corrector.expect(())
        assert corrector.compare(made) == compare.compare(coverage, made)
        assert corrector.compare(()) == compare.compare(coverage)


@pytest.mark.parametrize("left", [False, True])
def test_a_correction_that_lasts_is_kept_for_the_next_run(
    left: bool, coverage: CoverageSet, analyses: Analyses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REST", 10.0 if left else 0.0)
    posted: list[Message] = []

    def post(message: Message) -> bool:
        posted.append(message)
        return True

    made = (Named(coverage.articles[0].id, "Echo"),)
    corrector = Corrector(post, coverage, analyses)
    corrector.ask(made)
    wait(lambda: bool(posted))
    if left:
        corrector.stop()
    wait(lambda: not at_work("compare-correct"))
    (answer,) = posted
    assert isinstance(answer, Corrected)
    assert analyses.find(coverage, made) == (None if left else answer.comparison)


def test_what_is_prepared_ends_when_the_set_is_left(
    coverage: CoverageSet, analyses: Analyses, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops: list[bool] = []

    def analyse(*_: object, cancelled: Callable[[], bool], **__: object) -> Comparison:
        corrector.stop()
        stops.append(cancelled())
        raise session.Cancelled

    corrector = Corrector(lambda _: True, coverage, analyses)
    monkeypatch.setattr(session, "analyse", analyse)
    corrector.expect(())
    wait(lambda: not at_work("compare-prepare"))
    assert stops == [True]


def test_what_is_expected_while_the_set_is_analysed_begins_no_second_analysis(
    coverage: CoverageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Analysis] = []
    go_on = Event()

    def keep(coverage: CoverageSet) -> Analysis:
        begun.append(Analysis(coverage))
        if len(begun) == 1:
            go_on.wait(10)
        return begun[-1]

    monkeypatch.setattr(session, "keep", keep)
    monkeypatch.setattr(module, "REST", 0.0)
    corrector = Corrector(lambda _: True, coverage)
    corrector.ask(())
    wait(lambda: len(begun) == 1)
    corrector.expect(())
    go_on.set()
    wait(lambda: not at_work("compare-correct") and not at_work("compare-prepare"))
    assert corrector.compare(()) == compare.compare(coverage)
    assert len(begun) == 1
