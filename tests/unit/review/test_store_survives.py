"""What was confirmed is kept: over a second program, a full disk, a folder that cannot be written, damage."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from compare.errors import ReviewNotKept, ReviewRefused
from compare.review import Store, database

from . import writing
from .marking import FERRY, note
from .trouble import closed_folder


def program(folder: Path, name: str, count: int, **options: object) -> subprocess.Popen[str]:
    arguments = [sys.executable, writing.__file__, str(folder), name, str(count)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]


def test_two_programs_write_at_once_and_each_sees_the_others_marks(tmp_path: Path) -> None:
    here = Store(tmp_path)
    with program(tmp_path, "one", 30) as one, program(tmp_path, "two", 30) as two:
        for n in range(10):
            here.put(note(f"here-{n}", FERRY, "Nine people"))
        said = [writer.communicate()[0] for writer in (one, two)]
    assert not any("refused" in each for each in said)
    here.refresh()
    assert not here.refresh()
    wanted = {f"{name}-{n}" for name in ("one", "two") for n in range(30)} | {f"here-{n}" for n in range(10)}
    assert {mark.id for mark in here.marks} == wanted
    there = Store(tmp_path)
    here.drop("one-0")
    assert there.refresh()
    assert {mark.id for mark in there.marks} == wanted - {"one-0"}
    here.close()
    there.close()


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))


def test_a_full_disk_is_said_in_one_line_and_what_was_kept_stays(tmp_path: Path) -> None:
    with program(tmp_path, "full", 40, preexec_fn=limit_files) as writer:
        said = writer.communicate()[0].splitlines()[1:]
    kept = [line for line in said if not line.startswith("refused")]
    refused = [line for line in said if line.startswith("refused")]
    assert len(kept) + len(refused) == 40
    assert kept
    assert refused
    assert all(database.NAME in line and "cannot be kept" in line for line in refused)
    store = Store(tmp_path)
    assert [mark.id for mark in store.marks] == kept
    store.put(note("later", FERRY, "Nine people"))
    store.close()


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a mark in it that the reader may not write to, root or not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(folder)
        store.put(note("1", FERRY, "Nine people"))
        store.close()
        with closed_folder(folder):
            yield folder


def test_a_folder_that_cannot_be_written_is_read(locked_folder: Path) -> None:
    store = Store(locked_folder)
    assert [mark.id for mark in store.marks] == ["1"]
    assert database.NAME in store.trouble
    assert "cannot be kept" in store.trouble
    assert not store.refresh()
    with pytest.raises(ReviewNotKept):
        store.put(note("2", FERRY, "Nine people"))
    assert len(store.marks) == 1
    store.close()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "file" / "state")
    assert "not a directory" in store.trouble
    assert store.marks == ()
    with pytest.raises(ReviewNotKept):
        store.put(note("1", FERRY, "Nine people"))
    (tmp_path / "file").unlink()  # once nothing is in the way, marks are kept
    store.put(note("1", FERRY, "Nine people"))
    assert store.trouble == ""
    assert [mark.id for mark in Store(tmp_path / "file" / "state").marks] == ["1"]


def test_what_is_confirmed_is_on_the_disk(tmp_path: Path) -> None:
    connection, trouble = database.open_database(tmp_path)
    with closing(connection):
        asked = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode"))
        assert (*asked, trouble) == (2, "wal", ""), "a commit returns when it is there"


@pytest.mark.parametrize(
    "damaged_of",
    [
        lambda _: b"no database at all, just words" * 200,
        lambda whole: whole[:4096] + b"\xff" * (len(whole) - 4096),
        lambda whole: whole[:-4096] + b"\xff" * 4096,
    ],
    ids=["other words", "all but the first page", "the last page"],
)
def test_a_damaged_file_is_kept_aside(tmp_path: Path, damaged_of: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    store.put(*(note(str(n), FERRY, "Nine people") for n in range(40)))
    store.close()
    file = tmp_path / database.NAME
    damaged = damaged_of(file.read_bytes())
    file.write_bytes(damaged)
    for n in (1, 2):
        store = Store(tmp_path)
        assert store.marks == ()
        assert store.trouble == f"{file}: was damaged and is kept as review.damaged-{n}.db; your marks begin anew"
        store.put(note("new", FERRY, "Nine people"))
        store.close()
        assert (tmp_path / f"review.damaged-{n}.db").read_bytes() == damaged
        assert [mark.id for mark in Store(tmp_path).marks] == ["new"]
        file.write_bytes(damaged)


@pytest.mark.parametrize("puts", ["5", "null", "[{]", "[{}]", "[" * 100_000, b"\xff"])
def test_an_act_that_cannot_be_read_is_said_and_nothing_is_lost(tmp_path: Path, puts: str | bytes) -> None:
    store = Store(tmp_path)
    store.put(note("1", FERRY, "Nine people"))
    store.close()
    with closing(sqlite3.connect(tmp_path / database.NAME)) as other:
        other.execute("UPDATE act SET puts = ?", (puts,))
        other.commit()
    store = Store(tmp_path)
    assert store.marks == ()
    assert "act 1 cannot be read" in store.trouble
    with pytest.raises(ReviewNotKept):
        store.put(note("2", FERRY, "Nine people"))
    store.close()
    assert [file.name for file in tmp_path.glob("*damaged*")] == []


def test_a_file_that_is_taken_away_meanwhile_is_made_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(note("1", FERRY, "Nine people"))
    for file in tmp_path.glob("review.db*"):
        file.unlink()
    store.put(note("2", FERRY, "Nine people"))
    assert [mark.id for mark in Store(tmp_path).marks] == ["2"]
    assert store.refresh() is False
    store.close()


def test_an_earlier_version_is_copied_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.put(note("1", FERRY, "Nine people"))
    store.close()
    steps = (*database.STEPS, "ALTER TABLE act ADD COLUMN more TEXT")
    monkeypatch.setattr(database, "STEPS", steps)
    with monkeypatch.context() as patch:
        patch.setattr(database, "STEPS", (*steps, "CREATE TABLE act (a)"))
        failed = Store(tmp_path)
        assert failed.trouble
        assert [mark.id for mark in failed.marks] == ["1"]  # not half way between two versions
        failed.close()
    store = Store(tmp_path)
    store.put(note("2", FERRY, "Nine people"))
    assert [mark.id for mark in store.marks] == ["1", "2"]
    store.close()
    for copy in ("review.version-1-1.db", "review.version-1-2.db"):
        with closing(sqlite3.connect(tmp_path / copy)) as before:
            assert before.execute("PRAGMA user_version").fetchone() == (1,)
            assert before.execute("SELECT count(*) FROM act").fetchone() == (1,)


@pytest.mark.parametrize(
    ("script", "words"),
    [("PRAGMA user_version = 99", "newer version"), ("PRAGMA application_id = 7", "another program's")],
)
def test_a_file_of_a_newer_version_or_a_stranger_is_not_touched(tmp_path: Path, script: str, words: str) -> None:
    Store(tmp_path).close()
    file = tmp_path / database.NAME
    with closing(sqlite3.connect(file)) as other:
        other.execute(script)
    before = file.read_bytes()
    store = Store(tmp_path)
    assert words in store.trouble
    assert store.marks == ()
    with pytest.raises(ReviewRefused):
        store.put(note("1", FERRY, "Nine people"))
    store.close()
    assert file.read_bytes() == before
