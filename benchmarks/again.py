"""How long a set takes to open that was opened before, next to its analysis.

usage: python -m benchmarks.again [--sizes 5 20 50 200] [--write]

Articles of :mod:`~benchmarks.generate` are loaded in a process of its own, on one thread, and compared with an empty
cache; in another process they are loaded and compared again. Told is the processor time from the loaded set to its
comparison, imports among it, what of it went into keeping, and the size of the file. ``--write`` puts the table into
docs/scale.md.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from screenshots.written import DOCS, between, rewrite

from benchmarks.processes import apart
from benchmarks.speed import loaded

PAGE = DOCS / "scale.md"
SIZES = (5, 20, 50, 200)
BEGIN, END = "<!-- written by python -m benchmarks.again --write -->", "<!-- end of it -->"


@dataclass(frozen=True, slots=True)
class Run:
    """One size: seconds of a processor to compare it and keep that, to keep it, and to find it; bytes of the file."""

    articles: int
    first: float
    kept: float
    again: float
    size: int


def run(size: int) -> Run:
    """Open a set of that many articles twice."""
    with TemporaryDirectory() as folder:
        first, kept = _opened(size, folder)
        again, _ = _opened(size, folder)
        (file,) = Path(folder).iterdir()
        return Run(size, first, kept, again, file.stat().st_size)


def _opened(size: int, folder: str) -> tuple[float, float]:
    seconds, kept = apart("benchmarks.again", "--one", str(size), folder)
    return seconds, kept


def opened_here(size: int, folder: str) -> tuple[float, float]:
    """Return the seconds that a set takes in this process, and those of them that it takes to keep it."""
    coverage = loaded(size)
    begun = time.process_time()
    from compare.cached import Analyses
    from compare.session import analyse

    analyses = Analyses(Path(folder))
    comparison = analyses.find(coverage)
    if comparison is not None:
        return time.process_time() - begun, 0.0
    comparison = analyse(coverage)
    keeping = time.process_time()
    analyses.keep(coverage, (), comparison)
    ended = time.process_time()
    return ended - begun, ended - keeping


def table(runs: Sequence[Run]) -> str:
    """Return the runs as Markdown."""
    lines = [
        "| articles | opened first | of that, to keep it | opened again | ratio | file |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for run in runs:
        cells = (
            str(run.articles),
            f"{run.first:.2f} s",
            f"{run.kept:.3f} s",
            f"{run.again:.3f} s",
            f"{run.first / run.again:.0f}",
            f"{run.size / 1e6:.2f} MB",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Run from the command line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        size, folder = asked.one
        print(json.dumps(opened_here(int(size), folder)))
        return
    said = table([run(size) for size in asked.sizes])
    print(said)
    if asked.write:
        rewrite(PAGE, lambda text: between(text, BEGIN, END, said))


if __name__ == "__main__":
    main()
