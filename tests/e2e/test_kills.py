"""Kill -9 at random moments of 200 rounds of marking and exporting: nothing confirmed is lost, no report half there."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import IO

from compare import session
from compare.export import strip, write
from compare.model import CoverageSet
from compare.review import Store, database
from sets import written
from systems import posix

from . import rounds

READERS, ROUNDS = 4, 50
"""Each reader begins with no marks: 200 rounds in all, without 200 marks in every report."""

LONGEST = 9
"""Lines of one kind after which a process is killed at the latest."""

ONE_ROUND = 0.02
"""Seconds, within which the kill falls after the last of these lines: about what a round takes."""

TEXTS = {
    "gazette.txt": "Ferry strikes the north pier\n\nThe ferry struck the pier after six. Nine people were hurt.\n",
    "courier.txt": "Pier damaged by a ferry\n\nA ferry ran into the pier at six. Hospitals treated nine passengers.\n",
}


@posix
def test_nothing_confirmed_is_lost_and_no_report_is_half_written(tmp_path: Path) -> None:
    sources = [written(tmp_path, TEXTS) / name for name in TEXTS]
    coverage = session.load([str(source) for source in sources])
    chance = random.Random(9)
    died_after: list[str] = []
    program = [sys.executable, rounds.__file__, *map(str, sources)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as lives:
        for reader in range(READERS):
            folder = tmp_path / f"reader {reader}"
            folder.mkdir()
            died_after += all_rounds(lives, folder, coverage, chance)
            write(session.analyse(coverage), str(folder / "report.md"))
            assert not list(folder.glob(".*"))
        assert lives.stdin
        lives.stdin.close()
    assert {"kept", "wrote"} <= set(died_after)  # while a report was written, and while a mark was


def all_rounds(lives: subprocess.Popen[str], folder: Path, coverage: CoverageSet, chance: random.Random) -> list[str]:
    """Mark and write reports in processes that are killed, look after each kill, and return what each told last."""
    assert lives.stdin
    assert lives.stdout
    confirmed: set[str] = set()
    in_report: dict[str, str] = {}
    died_after: list[str] = []
    while len(confirmed) < ROUNDS:
        print(folder, file=lives.stdin, flush=True)
        lines = one_life(lives.stdout, chance)
        died_after.append(lines[-1][0])
        assert lines[1] == ["open"]  # and no trouble with it
        confirmed |= {line[1] for line in lines if line[0] == "kept"}
        in_report |= {line[1]: line[2] for line in lines if line[0] == "wrote"}
        marks = opened(folder)
        assert confirmed <= marks
        assert len(marks) <= len(confirmed) + len(died_after)  # a kill comes once between the disk and the word
        for suffix in rounds.SUFFIXES:
            whole(folder / f"report.{suffix}", coverage, in_report.get(suffix))
        assert len(list(folder.glob(".*"))) <= 1  # what one kill left beside a report, the next report takes away
    return died_after


def one_life(said: IO[str], chance: random.Random) -> list[list[str]]:
    """Kill a process at a moment drawn by lot, and return all that it has told."""
    pid = int(heard(said)[1])
    last, left = chance.choice(
        (("open", 1), ("kept", chance.randint(1, LONGEST)), ("wrote", chance.randint(1, LONGEST)))
    )
    lines = [["pid"]]
    while left:
        lines.append(heard(said))
        left -= lines[-1][0] == last
    time.sleep(chance.uniform(0, ONE_ROUND))
    os.kill(pid, signal.SIGKILL)
    while (line := heard(said)) != ["ended"]:
        lines.append(line)
    return lines


def heard(said: IO[str]) -> list[str]:
    """Return the words of the next line."""
    line = said.readline()
    assert line, "the program that makes lives has ended"
    return line.split()


def opened(folder: Path) -> set[str]:
    """Open the store as the next program does, and return the ids of its marks."""
    store = Store(folder)
    assert store.trouble == ""
    marks = {mark.id for mark in store.marks}
    store.close()
    with closing(sqlite3.connect(folder / database.NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert not list(folder.glob("review.damaged*"))
    return marks


def whole(report: Path, coverage: CoverageSet, told: str | None) -> None:
    """Hold a report to be absent or whole, and to tell at least the mark that it was said to tell."""
    if not report.exists():
        assert told is None
        return
    text = report.read_text(encoding="utf-8")
    if report.suffix == ".json":
        marks = [mark["id"] for mark in json.loads(text)["review"]["marks"]]
        assert told is None or told in marks
    elif report.suffix == ".html":
        assert text.endswith("</html>\n")
    else:
        assert [strip(text, article.id) for article in coverage.articles] == [a.text for a in coverage.articles]
