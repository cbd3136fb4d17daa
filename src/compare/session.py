"""What both faces of the program share: load the sources, analyse them, tell how far it is, stop when asked.

Screen and exports come to the same result because both come through here. Nothing in it knows Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from compare import folders
from compare.errors import TooFewArticles, UsageError
from compare.model import Article, Comparison, Correction, CoverageSet, ReaderMark

if TYPE_CHECKING:
    from compare.analysis import Analysis
    from compare.cached import Analyses
    from compare.loading.collecting import SourceProgress
    from compare.loading.offers import Choose
    from compare.loading.web import Web
    from compare.review import Review, Store


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: ``done`` of ``total`` steps, and what the next step works on.

    While sources are loaded, ``sources`` tells of each, in the order of display, how far it is.
    """

    stage: Literal["loading", "analysis"]
    done: int
    total: int
    note: str
    sources: tuple[SourceProgress, ...] = ()


class Cancelled(Exception):
    """The user stopped the work; nothing was changed."""


def load(
    sources: Sequence[str],
    *,
    strict: bool = False,
    stdin: BinaryIO | None = None,
    web: Web | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    arrived: Callable[[Article], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    enough: Callable[[], bool] = lambda: False,
    choose: Choose | None = None,
) -> CoverageSet:
    """Read all sources into a coverage set.

    Args:
        sources: paths of files, folders, globs, manifests, addresses, or ``-`` for standard input.
        strict: raise the first source that cannot be read instead of warning of it.
        stdin: where ``-`` is read from.
        web: what may be fetched, and which of it is wanted; by default all that the sources name.
        progress: called whenever a source gets on.
        arrived: called with each article as soon as it is read.
        cancelled: asked before each source and ten times a second while one is awaited; a true answer ends the work.
        enough: asked as often; a true answer ends the loading, and what has arrived is the set.
        choose: asked which entries of a feed to open, unless ``web`` says what they are about; without it, all are.

    Raises:
        SourceError: a source cannot be read, and ``strict`` is set.
        TooFewArticles: fewer than two readable articles are left.
        UsageError: ``web`` asks for revisions, and no source is an address; or for entries, and none is a feed.
        Cancelled: ``cancelled`` said so.
    """
    from compare.loading import expand, gather
    from compare.loading.collecting import Collector
    from compare.loading.web import Web

    def told(states: tuple[SourceProgress, ...], note: str) -> None:
        progress(Progress("loading", sum(state.settled for state in states), len(states), note, states))

    def going_on() -> bool:
        if cancelled():
            raise Cancelled
        return not enough()

    plan = expand(sources, stdin=stdin)
    if strict and plan.refused:
        raise plan.refused[0]
    web = web or Web()
    collector = Collector(plan, web, strict=strict, told=told, arrived=arrived, choose=choose)
    collected = collector.run(going_on=going_on)
    refused = (*plan.refused, *collected.refused)
    if web.about.strip() and not (collected.feed or refused):  # what cannot be read may be one
        raise UsageError("--about chooses entries of a feed, and no SOURCE is one")
    warnings = (*plan.warnings, *collected.warnings, *(f"not compared: {error}" for error in refused))
    title = "; ".join(sorted(collected.titles.union(filter(None, [plan.title]))))
    coverage = gather(collected.articles, title=title, warnings=warnings)
    if len(coverage.articles) < 2:
        if len(refused) == 1 and not collected.articles:
            raise refused[0]
        raise TooFewArticles(len(coverage.articles), refused, coverage.warnings)
    return replace(coverage, inputs=plan.inputs, notes=collected.notes)


def inputs(sources: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of all files that sources stand for, manifests among them: what must never be written over."""
    from compare.loading import expand
    from compare.loading.sources import STDIN

    return expand([source for source in sources if source != STDIN]).inputs


def analyse(
    coverage: CoverageSet,
    corrections: Iterable[Correction] = (),
    *,
    kept: Analysis | None = None,
    analyses: Analyses | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Comparison:
    """Compare the articles of a set. The result depends on their content alone, not on their order.

    Args:
        coverage: the set, as it was loaded.
        corrections: what the reader knows better, in any order.
        kept: the same set's analysis, for who will ask again: other corrections then cost what they touch.
        analyses: the comparisons of runs before, where this one is looked for, and kept if it is new.
        progress: called before each step; a comparison that is found takes none.
        cancelled: asked before each step; a true answer ends the work.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    made = tuple(corrections)
    if analyses is not None and (found := analyses.find(coverage, made)) is not None:
        return found
    from compare.analysis import compare

    def step(done: int, total: int, note: str) -> None:
        if cancelled():
            raise Cancelled
        progress(Progress("analysis", done, total, note))

    comparison = kept.under(made, step=step) if kept else compare(coverage, made, step=step)
    if analyses is not None:
        analyses.keep(coverage, made, comparison)
    return comparison


def keep(coverage: CoverageSet) -> Analysis:
    """Return the analysis of a set that keeps what it finds; nothing is found before it is asked."""
    from compare.analysis import Analysis

    return Analysis(coverage)


def reviewed(
    coverage: CoverageSet,
    marks: Iterable[ReaderMark],
    *,
    analyses: Analyses | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Comparison, Review]:
    """Compare the articles of a set as its reader corrected it.

    Args:
        coverage: the set, as it was loaded.
        marks: the reader's, in any order; those about other articles say nothing here.
        analyses: as for :func:`analyse`.
        progress: called before each step.
        cancelled: asked before each step; a true answer ends the work.

    Returns:
        the comparison, which obeys the corrections, and the marks laid over it.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    from compare.review import lay, review_of

    laid = lay(marks, coverage)
    comparison = analyse(coverage, laid.corrections, analyses=analyses, progress=progress, cancelled=cancelled)
    return comparison, review_of(laid, comparison)


def open_review(state: Path | None = None, *, keep: bool = True) -> Store:
    """Open the reader's marks. It never fails: what is wrong with them is said by ``trouble`` of what is returned.

    Args:
        state: the folder they are kept in; by default the user's data folder.
        keep: false if they shall be kept nowhere and last as long as the program.
    """
    from compare.review import Store

    if not keep:
        return Store(None)
    return Store(folders.data() if state is None else state)
