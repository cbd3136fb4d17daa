"""The dialog that writes a report: where to, what is asked first, what is refused, and how it will begin."""

from __future__ import annotations

import ntpath
import os
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest
from textual.widgets import Input, Select

from compare import export
from compare.errors import UsageError
from compare.export import Options, write
from compare.export.tables import BOM, COLUMNS
from compare.model import Comparison, ReaderMark, Renamed
from compare.review import NO_MARKS, Store, selector_of
from compare.tui.app import CompareApp
from compare.tui.memory import Memory
from compare.tui.reporting import Choices, Subject, beginning
from compare.tui.widgets.bars import StatusLine
from compare.tui.widgets.paths import completed_path
from systems import posix
from tui.conftest import Opened, at_main, main_of, text_of, until
from tui.marking import STORY, at, marking
from waiting import PATIENCE


async def test_e_writes_a_report(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as pilot:
        await pilot.press("e", "enter")
        await until(pilot, lambda: at_main(pilot) and text_of(pilot, StatusLine) == "written: report.md")
        assert "Oster" in (tmp_path / "report.md").read_text()


async def test_a_report_is_not_replaced_without_asking(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old = "<!-- compare/1 report -->\nolder"
    (tmp_path / "report.md").write_text(old)
    async with opened() as pilot:
        await pilot.press("e", "enter")
        await until(pilot, lambda: "holds a report already" in text_of(pilot, ".said"))
        assert (tmp_path / "report.md").read_text() == old
        await pilot.press("enter")
        await until(pilot, lambda: at_main(pilot))
        assert (tmp_path / "report.md").read_text() != old
        # nor is a table beside the one that is named
        tables = {name: f"{BOM}{','.join(columns.split())}\r\n" for name, columns in COLUMNS.items()}
        for name in ("claims", "facts"):
            (tmp_path / f"report-{name}.csv").write_text(tables[name], newline="")
        await pilot.press("e")
        pilot.app.screen.query_one(Input).value = "report.csv"
        await pilot.press("enter")
        await until(pilot, lambda: "report-claims.csv and 1 more are of a report already" in text_of(pilot, ".said"))
        assert not (tmp_path / "report.csv").exists()
        await pilot.press("enter")
        await until(pilot, lambda: at_main(pilot))
        assert (tmp_path / "report.csv").exists()


async def test_a_report_is_written_once_however_often_enter_is_pressed(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written: list[str] = []
    done = Event()

    def slow(_: Comparison, target: str, *, options: Options) -> None:
        written.append(target)
        assert done.wait(PATIENCE)

    monkeypatch.setattr(export, "write", slow)
    async with opened() as pilot:
        await pilot.press("e", "enter")
        await until(pilot, lambda: text_of(pilot, ".said") == "writing …")
        await pilot.press("enter", "enter")
        done.set()
        await until(pilot, lambda: at_main(pilot))
    assert written == ["report.md"]


async def test_who_is_asked_and_then_chooses_otherwise_is_asked_again(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(STORY, "report.md", options=Options("pr"))
    beside = {path: path.read_bytes() for path in tmp_path.iterdir() if path.name != "report.md"}
    assert beside
    async with opened() as pilot:
        await pilot.press("e", "enter")
        await until(pilot, lambda: "report.md holds a report already" in text_of(pilot, ".said"))
        pilot.app.screen.query_one("#profile", Select).value = "pr"
        await pilot.pause()
        await pilot.press("enter")  # which is no answer: other files would be replaced as well
        await until(pilot, lambda: f"report.md and {len(beside)} more are" in text_of(pilot, ".said"))
        await pilot.press("escape")
        await until(pilot, lambda: at_main(pilot))
    assert all(path.read_bytes() == before for path, before in beside.items())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("notes.md", "exists and is not a report of compare; name another file"),
        ("x" * 300 + ".md", "could not be written (file name too long)"),
        ("a\0b.md", "holds a zero byte, as no name of a file does; name another file"),
        ("~nobody-here/r.md", "~nobody-here/r.md: there is no such home folder; name another file"),
    ],
    ids=["not ours", "too long", "no name", "no home"],
)
async def test_what_is_no_report_or_no_name_is_refused_in_the_dialog(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").write_text("mine")
    async with opened() as pilot:
        await pilot.press("e")
        pilot.app.screen.query_one(Input).value = name
        for _ in range(2):  # a second time does not mean that it may
            await pilot.press("enter")
            await until(pilot, lambda: said in text_of(pilot, ".said"))
            assert "--" not in text_of(pilot, ".said")  # options are for a shell
        assert not at_main(pilot)
    assert (tmp_path / "notes.md").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 1


async def test_what_cannot_be_written_is_said_in_the_dialog(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as pilot:
        for path in ("nowhere/report.md", "report.doc"):
            await pilot.press("e")
            pilot.app.screen.query_one(Input).value = path
            await pilot.press("enter")
            await until(pilot, lambda path=path: text_of(pilot, ".said").startswith(f"{path}: "))  # type: ignore[misc]
            await pilot.press("escape")
        await pilot.press("e", "minus", "enter")
        assert text_of(pilot, ".said") == "Name a file."
        assert list(tmp_path.iterdir()) == []


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
        await until(pilot, lambda: at_main(pilot) and text_of(pilot, StatusLine).startswith("written: "))
        assert kept == [
            {
                "target": str(tmp_path / "paper.md"),
                "profile": "paper",
                "marks": "github",
                "quote_words": "",
                "review": "in",
            }
        ]


async def test_a_preview_that_comes_late_does_not_take_the_place_of_a_later_one(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, late = Event(), list[Thread]()

    def begins(_: Subject, choices: Choices) -> str:
        if choices.target == "slow.md":
            late.append(current_thread())
            assert go.wait(PATIENCE)
        return f"the beginning of {choices.target}"

    monkeypatch.setattr("compare.tui.screens.export.beginning", begins)
    async with opened() as pilot:
        await pilot.press("e")
        for name in ("slow.md", "fast.md"):
            pilot.app.screen.query_one("#target", Input).value = name
            await until(pilot, lambda name=name: pilot.app.screen._shown.target == name)  # type: ignore[attr-defined, misc]
        await until(pilot, lambda: text_of(pilot, ".preview Static") == "the beginning of fast.md")
        go.set()
        await until(pilot, lambda: not late[0].is_alive())
        assert text_of(pilot, ".preview Static") == "the beginning of fast.md"


async def test_a_file_beside_a_report_is_asked_for_under_the_name_it_will_have(
    storm: Comparison, tmp_path: Path
) -> None:
    target = tmp_path / "report.md"
    write(storm, str(target), options=Options("pr"))
    beside = sorted(set(tmp_path.iterdir()) - {target})
    target.unlink()
    store, article = Store(None), storm.coverage.displayed()[0]
    store.put(ReaderMark("renamed", "2031-03-01T09:30:00.000000Z", Renamed(selector_of(article), "The Other Post")))
    chosen = {"target": str(target), "profile": "pr"}
    app = CompareApp(coverage=storm.coverage, memory=Memory(review=store, chosen=lambda: chosen))
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


@pytest.mark.parametrize(("typed", "bound"), [("", None), ("50", 50), ("+50", 50), ("1_000", 1000)])
def test_whatever_number_is_typed_bounds_the_words_that_are_quoted(typed: str, bound: int | None) -> None:
    subject = Subject(STORY, NO_MARKS, STORY.coverage, lambda: STORY)
    assert subject.options(Choices(quote_words=typed)).quote_words == bound


@pytest.mark.parametrize("typed", ["-", "1_", "--5", "ten"])
async def test_what_is_no_number_of_words_is_refused_and_not_passed_over(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as pilot:
        await pilot.press("e")
        pilot.app.screen.query_one("#quote", Input).value = typed
        await pilot.press("enter")
        assert text_of(pilot, ".said") == f"“{typed}” is no number of words"
        assert list(tmp_path.iterdir()) == []


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


@posix
def test_a_path_of_windows_is_completed_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "set\\"  # here its name, there what stands behind it
    (folder / "reports").mkdir(parents=True)
    monkeypatch.setattr(os.path, "basename", ntpath.basename)
    assert completed_path(f"{tmp_path}/set\\rep") == f"{tmp_path}/set\\reports/"
