"""What is asked of servers for a set: what the reader wanted of this one, and nothing when a file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.loading.web import Web
from compare.tui import open_set
from compare.tui.app import CompareApp
from compare.tui.open_set import OpenSet
from compare.tui.watch import FilesChanged
from compare.tui.work import Job
from sets import written
from tui.conftest import main_of, until

NAMED = Web(refresh=True, since="2025-10-15", about="ferry")
"""What the reader asked for with the first set."""


class Work:
    """Begun and never done; ``all`` of it is remembered."""

    all: list[Work]

    def __init__(self, _: object, job: Job) -> None:
        self.job = job
        self.stopped = False
        self.all.append(self)

    def start(self) -> None:
        return

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[Work]:
    monkeypatch.setattr(Work, "all", [], raising=False)
    monkeypatch.setattr(open_set, "Work", Work)
    return Work.all


def test_another_set_is_asked_nothing_that_the_first_was_asked(work: list[Work]) -> None:
    opened = OpenSet(lambda _: True, Job(["feed"], web=NAMED))
    opened.leave()
    opened.open(["other"])
    first, other = work
    assert (first.job.sources, first.job.web, first.stopped) == (["feed"], NAMED, True)
    assert (other.job.sources, other.job.web) == (["other"], Web(refresh=True))


def test_what_is_read_again_is_fetched_and_asked_anew_only_if_that_is_wanted(work: list[Work]) -> None:
    opened = OpenSet(lambda _: True, Job(["feed"], web=NAMED))
    opened.chosen["feed"] = ["one", "two"]
    opened.read_again(fetch=True, again=True)
    opened.read_again(fetch=False, again=True)
    first, fetched, saved = work
    assert (first.stopped, fetched.stopped, saved.stopped) == (True, True, False)
    assert (fetched.job.web, fetched.job.chosen) == (NAMED, None)
    assert saved.job.web == Web(offline=True, since="2025-10-15", about="ferry")
    assert saved.job.chosen == {"feed": ["one", "two"]}


async def test_a_file_that_changes_has_nothing_fetched_and_the_key_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[bool] = []
    monkeypatch.setattr(OpenSet, "read_again", lambda _, *, fetch, again: fetched.append(fetch))
    texts = {"one.txt": "The pier at Oster was closed.\n", "two.txt": "A storm closed the pier at Oster.\n"}
    app = CompareApp([str(written(tmp_path, texts))])
    async with app.run_test() as pilot:
        await until(pilot, lambda: main_of(pilot).state.analysed)
        app.post_message(FilesChanged())
        await until(pilot, lambda: bool(fetched))
        await pilot.press("f5")
        assert fetched == [False, True]
