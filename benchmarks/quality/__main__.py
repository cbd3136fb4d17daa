"""Score the product on stories that people aligned, next to its peers on the same sentences.

usage: python -m benchmarks.quality [SET.json] [--json] [--draws N]

Without an argument the set is what the environment variable ``COMPARE_SET`` names.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path

from benchmarks.quality import measures, product
from benchmarks.quality.references import REFERENCES, answers
from benchmarks.quality.stories import SetError, Story, read
from benchmarks.rows import columns

DRAWS = 500
"""Bootstrap draws, of which a dozen lie beyond each end of an interval."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How a system did: its figures, their 95 % intervals over stories, the seconds it took, and its threshold."""

    name: str
    figures: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    seconds: float
    threshold: float | None = None


def score(stories: Sequence[Story], draws: int) -> list[Scored]:
    """Score the product and every reference on the same stories."""
    begun = time.perf_counter()
    said = [product.answer(story) for story in stories]
    scored = [_scored("compare", stories, said, draws, time.perf_counter() - begun)]
    for name, (similarity, threshold) in REFERENCES.items():
        begun = time.perf_counter()
        said, at = answers(stories, similarity, threshold)
        scored.append(_scored(name, stories, said, draws, time.perf_counter() - begun, at))
    return scored


def _scored(
    name: str,
    stories: Sequence[Story],
    said: Sequence[measures.Answer],
    draws: int,
    seconds: float,
    threshold: float | None = None,
) -> Scored:
    rows = [measures.verdicts(story, answer) for story, answer in zip(stories, said, strict=True)]
    return Scored(name, measures.figures(rows), measures.intervals(rows, draws=draws), seconds, threshold)


def table(scored: Sequence[Scored]) -> str:
    """Lay the figures out, a measure a line and a system a column."""
    lines = [
        ["", *(each.name for each in scored)],
        *([name, *(_cell(each.figures[name], each.intervals[name]) for each in scored)] for name in measures.MEASURES),
        ["seconds", *(f"{each.seconds:.1f}" for each in scored)],
        ["linked from", *("" if each.threshold is None else f"{each.threshold:.2f}" for each in scored)],
    ]
    return columns(lines)


def _cell(value: float, interval: tuple[float, float]) -> str:
    return "-" if isnan(value) else f"{value:.3f} {interval[0]:.2f}-{interval[1]:.2f}"


def as_json(stories: Sequence[Story], scored: Iterable[Scored]) -> str:
    """Return the figures for other programs; what could not be measured is null."""
    systems = {
        each.name: {
            "figures": {name: _rounded(value) for name, value in each.figures.items()},
            "intervals": {name: [_rounded(end) for end in ends] for name, ends in each.intervals.items()},
            "seconds": round(each.seconds, 2),
            "threshold": each.threshold,
        }
        for each in scored
    }
    return json.dumps({"stories": len(stories), "systems": systems}, indent=2)


def _rounded(value: float) -> float | None:
    return None if isnan(value) else round(value, 4)


def main() -> None:
    """Score a set and print the table."""
    ask = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description="Score the product and its peers on aligned stories."
    )
    ask.add_argument("set", nargs="?", default=os.environ.get("COMPARE_SET", ""), help="the set (or COMPARE_SET)")
    ask.add_argument("--json", action="store_true", help="print JSON instead of a table")
    ask.add_argument("--draws", type=int, default=DRAWS, help="bootstrap draws for the intervals (%(default)s)")
    got = ask.parse_args()
    if not got.set:
        ask.error("no set: name a file, as in `make bench-quality SET=set.json`, or set COMPARE_SET")
    try:
        stories = read(Path(got.set))
    except SetError as error:
        sys.exit(str(error))
    scored = score(stories, got.draws)
    if got.json:
        print(as_json(stories, scored))
        return
    sentences = sum(len(story.labelled) for story in stories)
    print(f"{len(stories)} stories, {sentences:,} labelled sentences; 95 % intervals over stories\n")
    print(table(scored))


if __name__ == "__main__":
    main()
