"""The real program when the world is not as it should be: the terminal is restored, the exit status is right."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.generate import coverage

from compare.cli import main
from compare.export import FORMATS
from e2e.terminals import SILENT, Fork, Terminal
from project import SEEDS
from systems import linux

HANG_UP = "the terminal goes"
"""What happens beside signals."""


def reports(folder: Path, number: int, words: int) -> Path:
    """Fill a folder with reports of one event."""
    for n, report in enumerate(coverage(number, words=words)):
        (folder / f"{n:03}.txt").write_text(report.text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set that takes some seconds to compare."""
    return reports(tmp_path_factory.mktemp("long"), 24, 800)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set that takes no time."""
    return reports(tmp_path_factory.mktemp("pair"), 2, 60)


# --- signals, and a terminal that goes, in every phase ---


def _opening(start: Callable[..., Fork], pair: Path, _: Path, __: Path) -> tuple[Fork, str]:
    program = start(SILENT, pair)
    program.wait(lambda _: program.raw != b"")
    return program, ""


def _loading(start: Callable[..., Fork], pair: Path, _: Path, __: Path) -> tuple[Fork, str]:
    return start(SILENT, pair), "reading 0/3"


def _comparing(start: Callable[..., Fork], _: Path, long: Path, __: Path) -> tuple[Fork, str]:
    return start(long), "comparing"


def _reading(start: Callable[..., Fork], pair: Path, _: Path, __: Path) -> tuple[Fork, str]:
    return start(pair), "finding 1/"


def _in_a_dialog(start: Callable[..., Fork], pair: Path, long: Path, pipe: Path) -> tuple[Fork, str]:
    program, shown = _reading(start, pair, long, pipe)
    program.wait(lambda text: shown in text)
    program.send("e")
    return program, "Write a report"


def _exporting(start: Callable[..., Fork], pair: Path, long: Path, pipe: Path) -> tuple[Fork, str]:
    program, shown = _in_a_dialog(start, pair, long, pipe)
    program.wait(lambda text: shown in text)
    program.send(f"{pipe}\r")  # which nobody reads
    return program, "writing …"


PHASES = (_opening, _loading, _comparing, _reading, _in_a_dialog, _exporting)


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, HANG_UP])
@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.__name__.strip("_"))
def test_it_is_ended_from_outside(
    phase: Callable[..., tuple[Fork, str]],
    way: signal.Signals | str,
    start: Callable[..., Fork],
    pair: Path,
    long: Path,
    tmp_path: Path,
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    program, shown = phase(start, pair, long, tmp_path / "pipe.md")
    program.wait(lambda text: shown in text)
    if way == signal.SIGINT:  # once in each phase
        program.tell(signal.SIGTSTP)
        assert program.came_to() == -signal.SIGSTOP
        assert program.restored()
        program.begin()
        program.tell(signal.SIGCONT)
        program.wait(lambda text: shown in text)
    if isinstance(way, signal.Signals):
        program.tell(way)
        assert program.came_to() == 128 + way
        assert program.restored()
    else:
        program.hang_up()
        assert program.came_to() == 128 + signal.SIGHUP
    assert b"Traceback" not in program.raw
    kept = phase not in (_opening, _loading, _comparing)
    assert [path.name for path in tmp_path.rglob("places.json")] == ["places.json"] * kept


# --- the same while a report is made ---


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("phase", ["loading", "writing"])
def test_a_report_is_ended_from_outside(
    phase: str, number: signal.Signals, start: Callable[..., Fork], pair: Path, tmp_path: Path
) -> None:
    pipe, target = tmp_path / "pipe.md", tmp_path / "report.md"
    os.mkfifo(pipe)
    program = start(SILENT, pair, "-o", target) if phase == "loading" else start(pair, "-o", pipe)
    # what shows the work is wiped away before the report is written, into a pipe that nobody reads
    program.wait(lambda text: "0/3" in text if phase == "loading" else program.raw != b"" and not text.strip())
    program.tell(number)
    assert program.came_to() == 128 + number
    assert b"?25l" not in program.raw  # a cursor that is hidden stays so after a kill
    assert b"Traceback" not in program.raw
    assert [path.name for path in tmp_path.iterdir() if not path.is_dir()] == ["pipe.md"]  # nothing half written


def test_a_dumb_terminal_gets_plain_text(start: Callable[..., Fork], pair: Path) -> None:
    program = start(pair, TERM="dumb")
    assert program.came_to() == 0
    program.text()
    assert program.raw.startswith(b"compare/1 report")
    assert b"\x1b" not in program.raw


# --- a full disk, said on the screen ---


@linux
def test_a_full_disk(start: Callable[..., Fork], pair: Path, tmp_path: Path) -> None:
    program = start(pair)
    program.wait(lambda text: "finding 1/" in text)
    program.send("e")
    program.wait(lambda text: "Write a report" in text)
    program.send("/dev/full\r")
    program.wait(lambda text: "no space left on device" in text)
    program.send("\x1b")
    program.wait(lambda text: "Write a report" not in text)

    before = resource.prlimit(program.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))  # no file may grow
    program.send(" c")
    program.wait(lambda text: "marks cannot be kept (disk I/O error)" in text)
    program.send("e")
    program.wait(lambda text: "Write a report" in text)
    program.send(f"{tmp_path}/report.md\r")
    program.wait(lambda text: "file too large" in text)
    program.send("\x1b")
    program.wait(lambda text: "Write a report" not in text)
    assert not [path for path in tmp_path.iterdir() if path.is_file()]

    resource.prlimit(program.pid, resource.RLIMIT_FSIZE, before)
    program.send(" c")
    program.wait(lambda text: "confirmed" in text.splitlines()[-2])
    program.send("q")
    assert program.came_to() == 0
    assert program.restored()


# --- other worlds ---


def test_two_hundred_outlets_on_twenty_columns(start: Callable[..., Fork], tmp_path: Path) -> None:
    crowd = reports(tmp_path, 200, 16)
    program = start(crowd, size=(20, 5))
    program.wait(lambda text: text.strip() != "")
    program.resize(120, 32)
    program.wait(lambda text: "200 articles" in text and "findings" in text)
    for columns, rows in ((20, 5), (200, 50)):
        program.resize(columns, rows)
        program.send("nlACWOP")
        program.wait(lambda _: program.drawn_since > 0)
    program.wait(lambda text: "200 articles" in text)
    program.send("q")
    assert program.came_to() == 0
    assert program.restored()
    assert b"Traceback" not in program.raw


def test_locale_c_and_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    none = "/dev/null/none"
    nowhere = {"XDG_STATE_HOME": none, "XDG_DATA_HOME": none, "XDG_CONFIG_HOME": none, "XDG_CACHE_HOME": none}
    terminal = Terminal(tmp_path, str(SEEDS), more={"LANG": "C", "LC_ALL": "C", **nowhere})
    terminal.wait(lambda text: "finding 1/" in text and "▌" in text)
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 2/" in text)
    terminal.child.send(" c")
    terminal.wait(lambda text: "marks cannot be kept (not a directory)" in text)
    terminal.child.send("q")
    assert terminal.left() == 0
    assert terminal.put_back()
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("format", FORMATS)
def test_whoever_reads_a_report_leaves_early(
    format: str, pair: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main([str(pair), "-o", "-", "--format", format]) == 0
    assert "pipe" not in capsys.readouterr().err
