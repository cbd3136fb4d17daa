"""How the analysis grows with the number of articles, what it finds of what was planted, and how its peers fare.

usage: python -m benchmarks.scale [--sizes 2 5 20 50 200 500] [--write | --conflicts]

Each size runs in a process of its own, on one thread: articles of :mod:`~benchmarks.generate` are loaded and compared.
Told are processor time, peak memory, the exponent of growth from the size before (2 is what a table of all pairs would
have), and the recovery of what was planted. The peers are given the words of the same articles in the same run, two
articles for those that know no more. ``--write`` puts the table into docs/scale.md. ``--conflicts`` counts instead what
is listed as a conflict in several sets of each of a few small sizes, since one such set has only a handful.
"""

from __future__ import annotations

import argparse
import difflib
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from itertools import chain, combinations
from math import log

from screenshots.written import DOCS, between, rewrite

import compare
from benchmarks.generate import Planted, Report, Told
from benchmarks.generate import coverage as generate
from benchmarks.processes import environment
from benchmarks.speed import BOUND, collatex, from_files, loaded, sentences, tfidf
from compare.model import Comparison, Status

PAGE = DOCS / "scale.md"
SIZES = (2, 5, 20, 50, 200, 500)
FEW, SEEDS = (5, 10, 20), range(3, 9)
"""Articles of the sets, and the sets of each size, of which conflicts are counted; the first is that of the table."""

BEGIN, END = "<!-- written by python -m benchmarks.scale --write -->", "<!-- end -->"


@dataclass(frozen=True, slots=True)
class Run:
    """One size. Times in seconds of a processor, memory in MiB, the rest are shares.

    ``together`` is how many pairs of tellings of one detail stand in one claim, ``right`` how many pairs in a claim
    tell one detail; ``own`` and ``own_right`` say the same of "only here", ``conflicts`` and ``conflicts_right`` of
    tellings with a wrong figure that another article tells as well.
    """

    articles: int
    seconds: float
    memory: float
    together: float
    right: float
    own: float
    own_right: float
    conflicts: float
    conflicts_right: float


@dataclass(frozen=True, slots=True)
class Disputes:
    """What is said of conflicts: of those ``listed``, how many are about one thing (``right``); and of the ``wrong``
    figures that another article tells as well, how many are in one (``found``)."""

    listed: int
    right: int
    wrong: int
    found: int

    def __add__(self, other: Disputes) -> Disputes:
        return Disputes(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def run(size: int) -> Run:
    """Compare that many articles in this process."""
    coverage = loaded(size)
    begun = time.process_time()
    comparison = compare.compare(coverage)
    seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(size, seconds, memory, *recovery(comparison, generate(size)))


def recovery(comparison: Comparison, reports: Sequence[Report]) -> tuple[float, float, float, float, float, float]:
    """Return the six shares of a :class:`Run`."""
    told = dict(_told(comparison, reports))
    tellings: dict[int, list[str]] = defaultdict(list)
    for sentence, planted in told.items():
        if planted.planted is not Planted.OWN:
            tellings[planted.detail].append(sentence)
    of = {s: {c.id for c in found} for s, found in comparison.index.claims_of.items()}
    article = comparison.index.article_of

    def apart(one: str, other: str) -> bool:
        return article[one] is not article[other]

    wanted = [pair for same in tellings.values() for pair in combinations(same, 2) if apart(*pair)]
    held = [
        (told[a], told[b])
        for claim in comparison.claims
        for a, b in combinations([s for s in claim.sentences if s in told], 2)
        if apart(a, b)
    ]
    sole = {s for claim in comparison.claims if claim.status is Status.UNIQUE for s in claim.sentences if s in told}
    own = {s for s, planted in told.items() if planted.planted is Planted.OWN}
    found = disputes(comparison, told)
    return (
        _share(sum(not of[a].isdisjoint(of[b]) for a, b in wanted), len(wanted)),
        _share(sum(_same(a, b) for a, b in held), len(held)),
        _share(len(own & sole), len(own)),
        _share(len(own & sole), len(sole)),
        _share(found.found, found.wrong),
        _share(found.right, found.listed),
    )


def disputes(comparison: Comparison, told: Mapping[str, Told]) -> Disputes:
    """Count the conflicts of a comparison. ``told`` are the sentences that were made, by their ids."""
    tellers: dict[int, set[str]] = defaultdict(set)
    article = comparison.index.article_of
    for sentence, planted in told.items():
        if planted.planted is not Planted.OWN:
            tellers[planted.detail].add(article[sentence].id)
    wrong = {s for s, t in told.items() if t.planted is Planted.CONFLICT and len(tellers[t.detail]) > 1}
    listed = [[s for side in conflict.sides for s in side if s in told] for conflict in comparison.conflicts]
    right = sum(len({told[s].detail for s in sides}) == 1 for sides in listed)
    return Disputes(len(listed), right, len(wrong), len(wrong.intersection(chain.from_iterable(listed))))


def of_several_seeds() -> Disputes:
    """Count the conflicts of :data:`SEEDS` sets of each of :data:`FEW` sizes."""
    counted = Disputes(0, 0, 0, 0)
    for size in FEW:
        for seed in SEEDS:
            reports = generate(size, seed=seed)
            comparison = compare.compare(from_files(reports))
            counted += disputes(comparison, dict(_told(comparison, reports)))
    return counted


def _told(comparison: Comparison, reports: Sequence[Report]) -> Iterator[tuple[str, Told]]:
    """The sentences that were made, by their ids."""
    by_text = {(report.text, told.text): told for report in reports for p in report.paragraphs for told in p}
    for article in comparison.coverage.articles:
        for sentence in article.sentences:
            if told := by_text.get((article.text, article.cut(sentence))):
                yield sentence.id, told


def _same(one: Told, other: Told) -> bool:
    return Planted.OWN not in (one.planted, other.planted) and one.detail == other.detail


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def peers() -> list[tuple[str, float, float]]:
    """Return name, seconds of ours and of the peer, on the same articles."""
    two, twenty = loaded(2), loaded(20)
    one, other = (article.text for article in two.articles)

    def by_words() -> object:
        return difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).get_opcodes()

    def by_letters() -> object:
        from diff_match_patch import diff_match_patch

        engine = diff_match_patch()
        engine.Diff_Timeout = 0
        return engine.diff_main(one, other)

    def fast_by_letters() -> object:
        import fast_diff_match_patch

        return fast_diff_match_patch.diff(one, other, timelimit=0)

    compare.compare(two)  # what is read only once is read
    ours, larger = _seconds(lambda: compare.compare(two)), _seconds(lambda: compare.compare(twenty))
    texts = sentences(twenty)
    return [
        ("difflib, by words, 2 articles", ours, _seconds(by_words)),
        ("diff-match-patch, by letters, 2 articles", ours, _seconds(by_letters)),
        ("fast-diff-match-patch, by letters, 2 articles", ours, _seconds(fast_by_letters)),
        ("CollateX, 2 articles", ours, _seconds(lambda: collatex(two))),
        ("scikit-learn, cosines of 20 articles", larger, _seconds(lambda: tfidf(texts))),
    ]


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
        if taken[-1] > 5:
            break
    return min(taken)


def tables(runs: Sequence[Run], others: Sequence[tuple[str, float, float]]) -> str:
    """Return both tables and the curve, as Markdown."""
    lines = [
        "| articles | seconds | grows by | memory | tellings found together | pairs that belong | only here found |"
        " only here right | conflicts found | conflicts right |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    before: Run | None = None
    for run in runs:
        grows = f"n^{log(run.seconds / before.seconds) / log(run.articles / before.articles):.2f}" if before else ""
        shares = (run.together, run.right, run.own, run.own_right, run.conflicts, run.conflicts_right)
        cells = (run.articles, f"{run.seconds:.2f}", grows, f"{run.memory:,.0f} MB", *(f"{s:.0%}" for s in shares))
        lines.append(f"| {' | '.join(map(str, cells))} |")
        before = run
    lines += ["", *_curve(runs), "", "| peer | compare | peer | ratio |", "|---|---:|---:|---:|"]
    for name, ours, theirs in others:
        lines.append(f"| {name} | {ours:.3f} s | {theirs:.3f} s | {ours / theirs:.2f} |")
    return "\n".join(lines)


def _curve(runs: Sequence[Run]) -> list[str]:
    """Seconds by articles, both as logarithms, as text."""
    import plotext

    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plot_size(70, 16)
    plotext.xscale("log")
    plotext.yscale("log")
    plotext.scatter([run.articles for run in runs], [run.seconds for run in runs], marker="o")
    plotext.xlabel("articles")
    plotext.title("seconds of a processor")
    drawn = (line.rstrip() for line in plotext.uncolorize(plotext.build()).splitlines())
    return ["```text", *drawn, "```"]


def main() -> None:
    """Run from the command line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--conflicts", action="store_true")
    ask.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        resource.setrlimit(resource.RLIMIT_AS, (BOUND, BOUND))
        print(json.dumps(asdict(run(asked.one))))
        return
    if asked.conflicts:
        of = of_several_seeds()
        print(f"{of.listed} conflicts listed at {', '.join(map(str, FEW))} articles, from {len(SEEDS)} seeds each")
        print(f"{of.right} of them are about one thing")
        print(f"{of.found} of {of.wrong} wrong figures found that another article tells as well")
        return
    runs = []
    for size in asked.sizes:
        command = [sys.executable, "-m", "benchmarks.scale", "--one", str(size)]
        done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
        runs.append(Run(**json.loads(done.stdout)))
        print(runs[-1], file=sys.stderr, flush=True)
    said = tables(runs, peers())
    print(said)
    if asked.write:
        rewrite(PAGE, lambda text: between(text, BEGIN, END, said))


if __name__ == "__main__":
    main()
