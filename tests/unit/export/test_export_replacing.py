"""What is left half-written beside a report: taken away by the next one, and nothing else is."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.export import write

if TYPE_CHECKING:
    from typing import IO

    from compare.model import Comparison


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "report.md"


def test_what_a_killed_program_left_is_cleared_and_what_another_one_writes_is_not(
    comparison: Comparison, target: Path
) -> None:
    left, written, own = (target.with_name(name) for name in (".compare-0a.tmp", ".compare-0b.tmp", ".other.tmp"))
    for file in (left, written, own):
        file.write_text("half a rep")
    with written.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write(comparison, str(target))
    assert {path.name for path in target.parent.iterdir()} == {target.name, written.name, own.name}


def test_a_file_that_is_cleared_before_it_is_locked_is_made_again(
    comparison: Comparison, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock
    cleared: list[Path] = []

    def late(file: IO[bytes], how: int) -> None:
        if not cleared:
            cleared.append(Path(file.name))
            cleared[0].unlink()
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    write(comparison, str(target))
    assert cleared
    assert target.read_text().startswith("<!-- compare/1 report")
    assert list(target.parent.iterdir()) == [target]


def test_what_another_put_there_under_such_a_name_is_not_followed(comparison: Comparison, target: Path) -> None:
    notes, link, pipe = (target.with_name(name) for name in ("notes", ".compare-0a.tmp", ".compare-0b.tmp"))
    notes.write_text("mine")
    link.symlink_to(notes)
    os.mkfifo(pipe)
    writer = threading.Thread(target=write, args=(comparison, str(target)), daemon=True)
    writer.start()
    writer.join(20)
    assert not writer.is_alive(), "it waits for a pipe"
    assert target.read_text().startswith("<!-- compare/1 report")
    assert (notes.read_text(), link.is_symlink()) == ("mine", True)
