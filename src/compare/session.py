"""What both faces of the program share: load the sources, analyse them, tell how far it is, stop when asked.

Screen and exports come to the same result because both come through here. Nothing in it knows Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from compare.errors import SourceError, TooFewArticles
from compare.model import Article, Comparison, CoverageSet


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: ``done`` of ``total`` steps, and what the next step works on."""

    stage: Literal["loading", "analysis"]
    done: int
    total: int
    note: str


class Cancelled(Exception):
    """The user stopped the work; nothing was changed."""


def load(
    sources: Sequence[str],
    *,
    strict: bool = False,
    stdin: BinaryIO | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    arrived: Callable[[Article], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> CoverageSet:
    """Read all sources into a coverage set.

    Args:
        sources: paths of files, folders, globs, manifests, or ``-`` for standard input.
        strict: raise the first source that cannot be read instead of warning of it.
        stdin: where ``-`` is read from.
        progress: called before each source is read.
        arrived: called with each article as soon as it is read.
        cancelled: asked before each source; a true answer ends the work.

    Raises:
        SourceError: a source cannot be read, and ``strict`` is set.
        TooFewArticles: fewer than two readable articles are left.
        Cancelled: ``cancelled`` said so.
    """
    from compare.loading import expand, gather, read

    plan = expand(sources, stdin=stdin)
    refused: list[SourceError] = list(plan.refused)
    if strict and refused:
        raise refused[0]
    articles: list[Article] = []
    warnings: list[str] = list(plan.warnings)
    for done, source in enumerate(plan.sources):
        if cancelled():
            raise Cancelled
        progress(Progress("loading", done, len(plan.sources), source.name))
        try:
            reading = read(source)
        except SourceError as error:
            if strict:
                raise
            refused.append(error)
            continue
        if strict and reading.refused:
            raise reading.refused[0]
        refused.extend(reading.refused)
        warnings.extend(reading.warnings)
        for article in reading.articles:
            articles.append(article)
            arrived(article)
    progress(Progress("loading", len(plan.sources), len(plan.sources), ""))
    warnings.extend(f"not compared: {error}" for error in refused)
    coverage = gather(articles, title=plan.title, warnings=warnings)
    if len(coverage.articles) < 2:
        if refused and not articles and len(refused) == 1:
            raise refused[0]
        raise TooFewArticles(len(coverage.articles), [str(error) for error in refused] or list(coverage.warnings))
    return replace(coverage, inputs=plan.inputs)


def inputs(sources: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of all files that sources stand for, manifests among them: what must never be written over."""
    from compare.loading import expand
    from compare.loading.sources import STDIN

    return expand([source for source in sources if source != STDIN]).inputs


def notes(sources: Sequence[str]) -> dict[str, str]:
    """Return what manifests note of their articles, by the source that an article names."""
    from compare.loading import expand
    from compare.loading.sources import STDIN

    plan = expand([source for source in sources if source != STDIN])
    return {source.name: source.metadata.notes for source in plan.sources if source.metadata.notes}


def analyse(
    coverage: CoverageSet,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Comparison:
    """Compare the articles of a set. The result depends on their content alone, not on their order.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    from compare.analysis import compare

    def step(done: int, total: int, note: str) -> None:
        if cancelled():
            raise Cancelled
        progress(Progress("analysis", done, total, note))

    return compare(coverage, step=step)
