"""What a correction costs at 20 articles of 1,000 words, of every kind, and until it is undone again.

usage: python -m benchmarks.corrections [--check] [--json] [--runs N] [SET.json]

The input is made by :mod:`~benchmarks.generate`, each article with an outlet and a day. It is dense: a sentence has
twenty links. The claims that are split and merged are of middle size; the largest hold sixty sentences, some of which
stand in every third claim. With SET.json, stories as described in ``benchmarks/README.md``, it is real coverage: the
reports of several events, dealt out to as many articles.

Measured is processor time, of all threads: of an analysis that is kept (:class:`compare.analysis.Analysis`), and of the
screen, from the mark that is made to the last frame that shows what has come of it. Each is the median of corrections
of several places, made and then undone. The first row is a full analysis in the same run, which tells how fast the
machine is at the moment.

``--check`` ends with exit code 1 if a target is missed.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from textual.events import Callback

from benchmarks.drawing import LOOK, QUIET, last_frame, main_screen, running
from benchmarks.processes import compute_in_one_thread
from benchmarks.quality.stories import Story, read
from benchmarks.rows import Row, asking, tell
from benchmarks.speed import from_files
from benchmarks.speed import loaded as loaded_from_files
from benchmarks.ui import READING, WORDS
from compare.analysis import Analysis, compare
from compare.analysis.corrected import corrected
from compare.model import (
    Apart,
    Body,
    Claim,
    Comparison,
    Completed,
    Correction,
    CoverageSet,
    Dated,
    Excluded,
    Included,
    Joined,
    Named,
    Parted,
    Redated,
    Renamed,
    Sifted,
    Status,
    Together,
    Whole,
)
from compare.review import selector_of
from compare.tui.garbage import collect_rarely, spare_what_is_there
from compare.tui.marking import quotes

if TYPE_CHECKING:
    from compare.tui.app import CompareApp

MOST = 100
"""Milliseconds that a correction may cost."""


def loaded() -> CoverageSet:
    """Make a set of twenty articles of a thousand words."""
    return dressed(loaded_from_files(READING, WORDS))


def joined(stories: Iterable[Story]) -> CoverageSet:
    """Make a set as large of real coverage: each report of a story, beginning with those that most report, goes to the
    article that has the fewest words, until all have enough."""
    dealt: list[list[str]] = [[] for _ in range(READING)]

    def size(texts: Sequence[str]) -> int:
        return sum(len(text.split()) for text in texts)

    for story in sorted(stories, key=lambda story: -len(story.texts)):
        short = sorted((texts for texts in dealt if size(texts) < WORDS), key=size)
        for texts, text in zip(short, sorted(story.texts, key=len, reverse=True), strict=False):
            texts.append(text)
    return dressed(from_files(["\n\n".join(texts) for texts in dealt]))


def dressed(coverage: CoverageSet) -> CoverageSet:
    """Give each article of a set its outlet and a day, and leave a sentence, the tenth, out of the comparison."""
    given: list[Correction] = []
    for n, article in enumerate(coverage.articles):
        day = Dated(article.id, f"2024-05-{1 + n % 5:02}")
        given += [day, Named(article.id, f"Outlet {n}"), Excluded(article.sentences[9].id)]
    return corrected(coverage, given)


def corrections(comparison: Comparison, count: int) -> Mapping[str, Sequence[Correction]]:
    """Return corrections of each kind, of so many places of a set."""
    articles = comparison.coverage.articles
    shared = sorted((c for c in comparison.claims if c.status is not Status.UNIQUE), key=lambda c: -len(c.sentences))
    likely = [link for link in comparison.links if link.score >= 0.5]
    found: dict[str, list[Correction]] = {}
    for n in range(count):
        article, other = articles[(7 * n) % len(articles)], articles[(7 * n + 3) % len(articles)]
        link, middle = likely[(997 * n) % len(likely)], len(shared) // 2 + 2 * n
        made: dict[str, Correction] = {
            "link": Together((article.sentences[5].id, other.sentences[-7].id)),
            "unlink": Apart((link.a,), (link.b,)),
            "split": _split(shared[middle]),
            "merge": _merged(shared[middle], shared[middle + 1]),
            "split of the largest": _split(shared[2 * n]),
            "merge of the largest": _merged(shared[2 * n], shared[2 * n + 1]),
            "outlet": Named(article.id, f"Gazette {n}"),
            "outlet of another": Named(article.id, other.outlet or ""),
            "date": Dated(article.id, "2024-05-19"),
            "cut": Whole(article.id, not article.complete),
            "exclude": Excluded(article.sentences[12].id),
            "include": Included(article.sentences[9].id),
        }
        for kind, correction in made.items():
            found.setdefault(kind, []).append(correction)
    return found


def _split(claim: Claim) -> Correction:
    half = len(claim.sentences) // 2
    return Apart(claim.sentences[:half], claim.sentences[half:])


def _merged(one: Claim, other: Claim) -> Correction:
    return Together(tuple(dict.fromkeys((*one.sentences, *other.sentences))))


def spent(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that some work takes."""
    gc.collect()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


Spent: TypeAlias = tuple[float, float]
"""The milliseconds of a correction, and of undoing it."""


def kept(coverage: CoverageSet, made: Mapping[str, Sequence[Correction]]) -> dict[str, list[Spent]]:
    """Make corrections of an analysis that is kept."""
    analysis = Analysis(coverage)
    analysis.under()
    collect_rarely()  # both as the program does
    spare_what_is_there()
    return {
        kind: [(spent(partial(analysis.under, (one,))), spent(analysis.under)) for one in several]
        for kind, several in made.items()
    }


async def shown(coverage: CoverageSet, made: Mapping[str, Sequence[Correction]]) -> dict[str, list[Spent]]:
    """Make corrections on the screen, as marks of the reader."""
    from compare.tui.app import CompareApp

    app = CompareApp(coverage=coverage)
    async with running(app):
        screen = main_screen(app)
        while not screen.state.analysed:
            await asyncio.sleep(LOOK)
        found: dict[str, list[Spent]] = {kind: [] for kind in made}
        for kind, several in made.items():
            for one in several:
                mark = partial(screen.keeping.put, body_of(one, screen.comparison, coverage), kind)
                found[kind].append((await drawn(app, mark), await drawn(app, screen.keeping.do_undo)))
        return found


async def drawn(app: CompareApp, act: Callable[[], None]) -> float:
    """Return the milliseconds from an act of the reader to the last frame after the comparison that obeys it."""
    screen, before = main_screen(app), main_screen(app).comparison
    await asyncio.sleep(LOOK * QUIET)  # what was drawn before is drawn
    told = Callback(callback=act)
    spent = await last_frame(app, told, time.process_time, lambda _: screen.comparison is not before)
    assert spent is not None, "patience has no end"
    return spent


def body_of(correction: Correction, comparison: Comparison, coverage: CoverageSet) -> Body:  # noqa: PLR0911 - a kind each
    """Return what a reader says who makes a correction."""
    loaded = {article.id: article for article in coverage.articles}
    said = partial(quotes, coverage.articles, comparison)
    match correction:
        case Together(sentences):
            return Joined(said(sentences), "merge")
        case Apart(one, other):
            return Parted(said(one), said(other), "split")
        case Excluded(sentence):
            return Sifted(said((sentence,)), "exclude")
        case Included(sentence):
            return Sifted(said((sentence,)), "include")
        case Named(article, outlet):
            return Renamed(selector_of(loaded[article]), outlet)
        case Dated(article, published):
            return Redated(selector_of(loaded[article]), published)
        case Whole(article, complete):
            return Completed(selector_of(loaded[article]), complete)


def measured(coverage: CoverageSet, runs: int) -> list[Row]:
    """Take all measurements of a set."""
    comparison = compare(coverage)
    made = corrections(comparison, runs)
    whole = statistics.median(spent(lambda: compare(coverage)) for _ in range(3))
    rows = [Row("full analysis", _ms(whole), "", whole, None, unit=" ms")]
    for where, found in (("", kept(coverage, made)), (", on screen", asyncio.run(shown(coverage, made)))):
        for kind, taken in found.items():
            there, back = (statistics.median(each) for each in zip(*taken, strict=True))
            rows.append(Row(f"{kind}{where}", _ms(there), f"{_ms(back)} undone", max(there, back), MOST, unit=" ms"))
    return rows


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:,.0f} ms"


def main() -> None:
    """Measure and print the table."""
    ask = asking("corrections", "Time corrections.")
    ask.add_argument("--runs", type=int, default=5, help="places of which the median is taken (%(default)s)")
    ask.add_argument("set", nargs="?", type=Path, metavar="SET.json", help="stories, in place of what is made")
    got = ask.parse_args()
    compute_in_one_thread()
    coverage = joined(read(got.set)) if got.set else loaded()
    tell(measured(coverage, got.runs), got)


if __name__ == "__main__":
    main()
