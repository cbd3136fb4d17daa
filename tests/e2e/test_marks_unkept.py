"""Marks in reports when the place they are kept in is closed, full or damaged: said in one line, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from compare.cli import main
from compare.model import Noted, ReaderMark
from compare.review import Store, database, export_marks, quote_of
from compare.session import load
from sets import PIER, written
from unit.review.trouble import closed_folder, damage, full_disk


@pytest.fixture
def state() -> Iterator[Path]:
    """A folder of marks, in which others may be let look; the two articles that one mark is about lie beside it."""
    with TemporaryDirectory() as name:
        folder = written(Path(name), PIER) / "state"
        Path(name).chmod(0o755)
        store = Store(folder)
        store.put(mark(folder, "kept before"))
        store.close()
        yield folder


def mark(state: Path, says: str) -> ReaderMark:
    article = load(sources(state)).articles[0]
    sentence = article.sentences[0]
    on = (quote_of(article, sentence.start, sentence.end),)
    return ReaderMark(says.replace(" ", "-"), "2026-03-01T09:30:00.000000Z", Noted(on, says), "jd")


def sources(state: Path) -> list[str]:
    return [str(state.parent / name) for name in PIER]


def report(state: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, list[str]]:
    """Write a report to standard output; return the exit status, the report, and what was said of the marks."""
    status = main([*sources(state), "-o", "-", "--review", "--state", str(state), *more])
    done = capsys.readouterr()
    return status, done.out, [line for line in done.err.splitlines() if "review" in line]


Trouble = Callable[[Path], AbstractContextManager[None]]


@pytest.mark.parametrize("trouble", [full_disk, closed_folder])
def test_what_is_kept_is_reported_although_no_more_can_be(
    state: Path, trouble: Trouble, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = report(state, capsys)[1]
    with trouble(state):
        status, made, said = report(state, capsys)
    assert status == 0
    assert "kept before" in made
    assert made == expected
    (line,) = said
    assert line.startswith(f"compare: {state / database.NAME}: marks cannot be kept (")


@pytest.mark.parametrize("trouble", [full_disk, closed_folder])
def test_marks_that_cannot_be_taken_in_are_one_line_and_nothing_is_changed(
    state: Path, trouble: Trouble, capsys: pytest.CaptureFixture[str]
) -> None:
    given = state.parent / "given.json"
    given.write_text(export_marks([mark(state, "from elsewhere")]))
    with trouble(state):
        status, made, said = report(state, capsys, "--review-from", str(given))
    assert status == 1
    assert made == ""
    assert {line.partition(": marks")[0] for line in said} == {f"compare: {state / database.NAME}"}
    assert "cannot be kept" in said[-1]
    store = Store(state)
    assert [each.id for each in store.marks] == ["kept-before"]
    store.close()
    assert report(state, capsys, "--review-from", str(given))[0] == 0


def test_a_damaged_file_is_kept_aside_and_the_report_is_made(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = damage(state)
    status, made, said = report(state, capsys, "--format", "json")
    assert status == 0
    assert json.loads(made)["review"]["marks"] == []
    assert said == [
        f"compare: {state / database.NAME}: was damaged and is kept as review.damaged-1.db; your marks begin anew"
    ]
    assert (state / "review.damaged-1.db").read_bytes() == other
    assert report(state, capsys)[2] == []
