"""The real program when the world is not as it should be: the terminal is restored, the exit status is right."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from benchmarks.generate import coverage

from e2e.test_tui import SEEDS, Terminal


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two hundred short reports, which take some seconds to compare."""
    folder = tmp_path_factory.mktemp("crowd")
    for n, report in enumerate(coverage(200, words=40)):
        (folder / f"{n:03}.txt").write_text(report.text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("phase", "number"),
    [("loading", signal.SIGINT), ("loading", signal.SIGTERM), ("loading", signal.SIGHUP), ("analysis", signal.SIGTERM)],
)
def test_a_signal_while_it_works(phase: str, number: signal.Signals, crowd: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    terminal = Terminal(tmp_path, *([str(pipe), str(SEEDS)] if phase == "loading" else [str(crowd)]))
    terminal.wait(lambda text: "pipe.txt" in text if phase == "loading" else "comparing" in text)
    assert terminal.child.pid is not None
    os.kill(terminal.child.pid, number)
    assert terminal.left() == 128 + number
    assert terminal.put_back()
    assert b"Traceback" not in terminal.raw


def test_two_hundred_outlets_on_twenty_columns(crowd: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, str(crowd), size=(20, 5))
    terminal.wait(lambda text: text.strip() != "")
    terminal.resize(120, 32)
    terminal.wait(lambda text: "200 articles" in text and "findings" in text)
    for columns, rows in ((20, 5), (200, 50)):
        terminal.resize(columns, rows)
        for key in "nlACWOP":
            terminal.child.send(key)
        terminal.wait(lambda _: terminal.drawn_since > 0)
    terminal.wait(lambda text: "200 articles" in text)
    terminal.child.send("q")
    assert terminal.left() == 0
    assert terminal.put_back()
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {f"XDG_{name}_HOME": "/dev/null/none" for name in ("STATE", "DATA", "CONFIG", "CACHE")},
    ],
    ids=["locale C", "home not writable"],
)
def test_it_opens_all_the_same(environment: dict[str, str], tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, str(SEEDS), size=(120, 32), **environment)
    terminal.wait(lambda text: "finding 1/" in text and "▌" in text)
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 2/" in text)
    terminal.child.send("q")
    assert terminal.left() == 0
    assert terminal.put_back()
    assert b"Traceback" not in terminal.raw
