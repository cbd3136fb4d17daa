"""Articles to a coverage set: in content order, each text once, no two called the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.loading.completeness import why_cut
from compare.loading.language import said_of
from compare.loading.outlet import distinct
from compare.model import Article, CoverageSet


def gather(articles: Sequence[Article], *, title: str = "", warnings: Iterable[str] = ()) -> CoverageSet:
    """Put articles together to a coverage set. But for ``order``, it does not depend on their order.

    Args:
        articles: in the order of display.
        title: of the set, empty if it has none.
        warnings: what was said so far; what is to be said of the set is added.
    """
    said = set(warnings)
    kept: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: a.source):
        first = kept.setdefault(article.id, article)
        if first is not article and first.source != article.source:
            said.add(f"{article.source}: same text as {first.source}; opened once")
    named = distinct(tuple(kept[key] for key in sorted(kept)))
    for article in named:
        if reason := why_cut(article.text, article.paragraphs, article.language):
            said.add(f"{article.label}: cut (‘{reason}’): what it lacks is unknown, not omitted")
        if note := said_of(article):
            said.add(note)
    order = tuple(dict.fromkeys(article.id for article in articles))
    return CoverageSet(articles=named, order=order, title=title, warnings=tuple(sorted(said)))
