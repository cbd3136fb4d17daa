"""What can be done without: whole or not there, bounded, and for its user alone."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from compare.shelf import ABANDONED, Shelf
from faults import refusing
from systems import posix


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf("things", suffix=".thing", most=1_000, folder=tmp_path / "caches" / "things")


def aged(shelf: Shelf, name: str, seconds: float) -> None:
    """Let a file be that old."""
    when = time.time() - seconds
    os.utime(shelf.folder / name, (when, when))


def test_what_is_put_is_there_and_what_is_dropped_is_not(shelf: Shelf) -> None:
    assert shelf.get("a") is None
    shelf.put("a", b"one")
    shelf.put("a", b"two")
    assert (shelf.get("a"), "a" in shelf, [*shelf.names()]) == (b"two", True, ["a"])
    shelf.drop("a")
    shelf.drop("a")
    assert (shelf.get("a"), "a" in shelf, [*shelf.names()]) == (None, False, [])


@posix
def test_a_file_is_for_its_user_alone(shelf: Shelf) -> None:
    before = os.umask(0)
    try:
        shelf.put("a", b"one")
    finally:
        os.umask(before)
    assert (shelf.folder / "a.thing").stat().st_mode & 0o777 == 0o600


def test_what_was_not_asked_for_the_longest_goes_first(shelf: Shelf) -> None:
    for n, name in enumerate("abc"):
        shelf.put(name, b"x" * 300)
        aged(shelf, f"{name}.thing", 100 - n)
    shelf.get("a")
    shelf.put("d", b"x" * 300)
    assert sorted(shelf.names()) == ["a", "c", "d"]
    shelf.put("a", b"x" * 400)  # its own old content is not counted
    assert sorted(shelf.names()) == ["a", "c", "d"]


def test_what_is_larger_than_the_shelf_takes_no_other_thing_away(shelf: Shelf) -> None:
    shelf.put("a", b"one")
    shelf.put("b", b"two")
    shelf.put("b", b"x" * 1_001)
    assert [*shelf.names()] == ["a"]
    (shelf.folder / "c.thing").write_bytes(b"x" * 1_001)
    assert shelf.get("c") is None


def test_what_a_killed_program_left_is_no_thing_and_goes(shelf: Shelf) -> None:
    shelf.put("a", b"one")
    for name in ("b.thing.1234", "c.thing.x7_"):
        (shelf.folder / name).write_bytes(b"half")
    aged(shelf, "b.thing.1234", ABANDONED + 1)
    assert [*shelf.names()] == ["a"]
    shelf.put("a", b"two")
    assert sorted(file.name for file in shelf.folder.iterdir()) == ["a.thing", "c.thing.x7_"]


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_failure_leaves_what_was_there(shelf: Shelf, monkeypatch: pytest.MonkeyPatch, reason: int) -> None:
    shelf.put("a", b"one")

    monkeypatch.setattr(Path, "replace", refusing(reason))
    with pytest.raises(OSError, match=os.strerror(reason)):
        shelf.put("a", b"two")
    assert [file.name for file in shelf.folder.iterdir()] == ["a.thing"]
    assert shelf.get("a") == b"one"


def test_a_folder_that_cannot_be_has_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shelf = Shelf("things", suffix=".thing", most=1_000, folder=tmp_path / "file" / "things")
    assert (shelf.get("a"), "a" in shelf, [*shelf.names()]) == (None, False, [])
    with pytest.raises(OSError, match="file"):
        shelf.put("a", b"one")


def test_many_write_at_once_and_whoever_reads_sees_something_whole(shelf: Shelf) -> None:
    wholes = [bytes([n]) * 100 for n in range(4)]
    shelf.put("a", wholes[0])

    def write(data: bytes) -> None:
        for _ in range(25):
            shelf.put("a", data)

    writers = [Thread(target=write, args=(data,)) for data in wholes]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert shelf.get("a") in wholes
    assert [file.name for file in shelf.folder.iterdir()] == ["a.thing"]


def test_a_kill_leaves_something_whole(shelf: Shelf) -> None:
    code = f"""
from pathlib import Path
from compare.shelf import Shelf
shelf = Shelf("things", suffix=".thing", most=10**9, folder=Path({str(shelf.folder)!r}))
for n in range(10**6):
    shelf.put("a", bytes([n % 256]) * 1_000_000)
    if n == 3:
        print("under way", flush=True)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"under way\n"
        writer.kill()
    data = Shelf("things", suffix=".thing", most=10**9, folder=shelf.folder).get("a")
    assert data is not None
    assert len(data) == 1_000_000
    assert len(set(data)) == 1
