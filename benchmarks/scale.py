"""How the analysis grows with the number of articles, and how its peers fare.

usage: python -m benchmarks.scale [--sizes 2 5 20 50 200 500] [--write]

Each size runs in a process of its own, on one thread: articles of :mod:`~benchmarks.generate` are loaded and compared.
Told are processor time, peak memory, the exponent of growth from the size before (2 is what a table of all pairs would
have), and the :mod:`~benchmarks.recovery` of what was planted. The peers are given the words of the same articles in
the same run, two articles for those that know no more. ``--write`` puts the table into docs/scale.md.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, astuple, dataclass
from math import log

from screenshots.written import DOCS, between, rewrite

import compare
from benchmarks.generate import coverage as generate
from benchmarks.processes import apart, bound_memory, peak_memory
from benchmarks.recovery import Recovery, recovery
from benchmarks.speed import collatex, loaded, sentences, tfidf

PAGE = DOCS / "scale.md"
SIZES = (2, 5, 20, 50, 200, 500)
BEGIN, END = "<!-- written by python -m benchmarks.scale --write -->", "<!-- end -->"


@dataclass(frozen=True, slots=True)
class Run:
    """One size: seconds of a processor, memory in MiB, and what was found of what was planted."""

    articles: int
    seconds: float
    memory: float
    found: Recovery


def run(size: int) -> Run:
    """Compare that many articles in this process."""
    coverage = loaded(size)
    begun = time.process_time()
    comparison = compare.compare(coverage)
    seconds = time.process_time() - begun
    return Run(size, seconds, peak_memory(), recovery(comparison, generate(size)))


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
        shares = (f"{share:.0%}" for share in astuple(run.found))
        cells = (run.articles, f"{run.seconds:.2f}", grows, f"{run.memory:,.0f} MB", *shares)
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
    ask.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.one:
        bound_memory()
        print(json.dumps(asdict(run(asked.one))))
        return
    runs = []
    for size in asked.sizes:
        told = apart("benchmarks.scale", "--one", str(size))
        runs.append(Run(**told | {"found": Recovery(**told["found"])}))
        print(runs[-1], file=sys.stderr, flush=True)
    said = tables(runs, peers())
    print(said)
    if asked.write:
        rewrite(PAGE, lambda text: between(text, BEGIN, END, said))


if __name__ == "__main__":
    main()
