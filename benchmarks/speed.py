"""How fast the analysis is, next to peers on the same input in the same run, and how it grows.

usage: python -m benchmarks.speed [--check] [--json]

The input is made by :mod:`~benchmarks.generate`. Each timing is the median of several runs in this process, whose
libraries are held to one thread; what imports and what is read only once is loaded before. Compared are

- ``compare.compare`` on a loaded set, which is the whole analysis: links, claims, facts, conflicts, findings;
- scikit-learn: ``TfidfVectorizer`` and the dense cosine of all pairs of the same sentences, which is similarity alone;
- CollateX, which aligns the words of three witnesses.

500 articles are made, loaded and compared in a process of its own, whose peak memory is reported. Ratios are of
processor time, which other work on the machine disturbs less. ``--check`` ends with exit code 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from math import inf
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory

import compare
from benchmarks.generate import WORDS
from benchmarks.generate import coverage as generate
from benchmarks.processes import apart, bound_memory, compute_in_one_thread, peak_memory
from benchmarks.rows import Row, asking, tell
from compare.model import CoverageSet

SIZES = (5, 20, 50)
LARGE = 500


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians in seconds: by the clock, and of this process's own work."""

    wall: float
    cpu: float


def loaded(count: int, words: int = WORDS) -> CoverageSet:
    """Make a set of that many articles of about so many words and load it, as from a folder of text files."""
    return from_files([report.text for report in generate(count, words=words)])


def from_files(texts: Sequence[str]) -> CoverageSet:
    """Load articles as from a folder of text files."""
    with TemporaryDirectory() as folder:
        for n, text in enumerate(texts):
            Path(folder, f"{n:04}.txt").write_text(text, encoding="utf-8")
        return compare.load([folder])


def sentences(coverage: CoverageSet) -> list[str]:
    """Return the sentences that the analysis compares."""
    return [article.cut(s) for article in coverage.articles for s in article.sentences if s.comparable]


def timed(work: Callable[[], object], runs: int) -> Timing:
    """Run the work several times and return the medians."""
    wall, cpu = [], []
    for _ in range(runs):
        gc.collect()
        begun, worked = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - begun)
        cpu.append(time.process_time() - worked)
    return Timing(statistics.median(wall), statistics.median(cpu))


def tfidf(texts: list[str]) -> object:
    """Return the dense cosine of all pairs, by scikit-learn."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer().fit_transform(texts)
    return (weights @ weights.T).toarray()


def collatex(coverage: CoverageSet) -> object:
    """Align the words of all articles with CollateX."""
    import collatex as peer

    collation = peer.Collation()
    for article in coverage.articles:
        collation.add_plain_witness(article.id, article.text)
    return peer.collate(collation, segmentation=False)


def against_tfidf(timings: dict[int, Timing], sets: dict[int, CoverageSet], runs: int) -> list[Row]:
    """Hold the analysis of each size against scikit-learn."""
    rows = []
    for size in SIZES:
        texts = sentences(sets[size])
        peer = timed(partial(tfidf, texts), runs)
        ratio = timings[size].cpu / peer.cpu
        rows.append(Row(f"{size} articles / scikit-learn", _said(timings[size]), _said(peer), ratio, 8))
    return rows


def against_collatex() -> Row:
    """Hold the analysis of three articles against CollateX, which gets one run: it takes seconds."""
    coverage = loaded(3)
    peer, ours = timed(partial(collatex, coverage), 1), timed(partial(compare.compare, coverage), 5)
    return Row("CollateX / 3 articles", _said(ours), _said(peer), peer.cpu / ours.cpu, 20, most=False)


@dataclass(frozen=True, slots=True)
class Large:
    """How the large set went: its time, and the peak memory in MiB. Both infinite if it came to no end."""

    timing: Timing
    memory: float


def large_set() -> Large:
    """Compare the large set in a process of its own."""
    try:
        told = apart("benchmarks.speed", "--large")
    except CalledProcessError as error:
        print(f"{LARGE} articles: {error.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return Large(Timing(inf, inf), inf)
    return Large(Timing(told["wall"], told["cpu"]), told["memory"])


def in_this_process() -> dict[str, float]:
    """Compare the large set here, with bounded memory."""
    bound_memory()
    coverage = loaded(LARGE)
    timing = timed(partial(compare.compare, coverage), 1)
    return asdict(timing) | {"memory": peak_memory()}


def measured(runs: int) -> list[Row]:
    """Take all measurements."""
    sets = {size: loaded(size) for size in SIZES}
    compare.compare(sets[SIZES[0]])  # what is imported and read only once
    tfidf(sentences(sets[SIZES[0]]))
    timings = {size: timed(partial(compare.compare, sets[size]), runs) for size in SIZES}
    small, large = timings[SIZES[-1]], large_set()
    growth, used = large.timing.cpu / small.cpu, large.memory
    return [
        *against_tfidf(timings, sets, runs),
        against_collatex(),
        Row(f"{LARGE} / {SIZES[-1]} articles", _said(large.timing), _said(small), growth, 40),
        Row(f"peak memory, {LARGE} articles", f"{used:,.0f} MiB", "", used, 1024, unit=" MiB"),
    ]


def _said(timing: Timing) -> str:
    return f"{timing.wall * 1000:,.0f} ms ({timing.cpu * 1000:,.0f} cpu)"


def main() -> None:
    """Measure and print the table."""
    ask = asking("speed", "Time the analysis next to its peers.")
    ask.add_argument("--runs", type=int, default=5, help="runs of which the median is taken (%(default)s)")
    ask.add_argument("--large", action="store_true", help=argparse.SUPPRESS)
    got = ask.parse_args()
    compute_in_one_thread()
    if got.large:
        print(json.dumps(in_this_process()))
        return
    tell(measured(got.runs), got)


if __name__ == "__main__":
    main()
