"""Articles to a coverage set: in content order, each report once, no two called the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from compare.loading.completeness import why_cut
from compare.loading.labels import distinct
from compare.loading.language import said_of
from compare.model import Article, CoverageSet, Notice, one_address, one_line


def gather(articles: Sequence[Article], *, title: str = "", warnings: Iterable[str] = ()) -> CoverageSet:
    """Put articles together to a coverage set. But for ``order``, it does not depend on their order.

    What two sources tell in the same sentences is opened once, unless two outlets are known to have published it. Two
    versions of one page are both opened: what differs between them may be what the reader is after.

    Args:
        articles: in the order of display.
        title: of the set, empty if it has none.
        warnings: what was said so far; what is to be said of the set is added.
    """
    said = set(map(Notice, warnings))
    taken = _taken(articles)
    kept = {article.id: article for article in taken.values()}
    said.update(map(Notice, _dropped(articles, taken)))
    named = distinct(tuple(kept[key] for key in sorted(kept)))
    said.update(notices(named))
    order = tuple(dict.fromkeys(taken[article.id].id for article in articles))
    return CoverageSet(articles=named, order=order, title=title, notices=tuple(sorted(said)))


def notices(articles: Sequence[Article]) -> Iterator[Notice]:
    """Yield what the reader should know of the articles of a set, by their labels."""
    yield from _reprints(articles)
    yield from _versions(articles)
    for article in articles:
        if reason := why_cut(article.text, article.paragraphs, article.language):
            yield Notice.of_cut(article, f"cut (‘{reason}’)")
        elif not article.complete:
            yield Notice.of_cut(article, "cut, as its source says")
        if note := said_of(article):
            yield Notice(note, article.id)


def _taken(articles: Iterable[Article]) -> dict[str, Article]:
    """Return the article that is opened for each article, by its id."""
    unique: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (_rank(a), a.source)):
        unique.setdefault(article.id, article)
    taken: dict[str, Article] = {}
    for same in _by_report(unique.values()):
        best: dict[str, Article] = {}
        for article in sorted(same, key=_rank):
            # one whose outlet is not known stands last, and may well be of one of those before it
            outlet = article.outlet.casefold() if article.outlet else next(iter(best), "")
            taken[article.id] = best.setdefault(outlet, article)
    return taken


def _by_report(articles: Iterable[Article]) -> list[list[Article]]:
    """Gather articles that tell the same in the same sentences, whatever format and furniture they came with."""
    groups: defaultdict[object, list[Article]] = defaultdict(list)
    for article in articles:
        told = tuple(one_line(article.cut(sentence)) for sentence in article.comparable)
        groups[told or article.sha256].append(article)
    return list(groups.values())


def _rank(article: Article) -> tuple[bool, bool, bool, bool, int, str]:
    """Put first of equal reports the one that is known best, then the fullest."""
    unknown = (not article.outlet, not article.complete, not article.url, not article.published)
    return *unknown, -len(article.text), article.id


def _dropped(articles: Sequence[Article], taken: dict[str, Article]) -> Iterator[str]:
    for article in articles:
        kept = taken[article.id]
        if article.source != kept.source:
            same = "text" if article.sha256 == kept.sha256 else "report"
            yield f"{article.source}: same {same} as {kept.source}; opened once"


def _reprints(articles: Sequence[Article]) -> Iterator[Notice]:
    for same in _by_report(articles):
        for a, b in pairwise(sorted(same, key=lambda a: a.label)):
            yield Notice(f"{b.label}: same report as {a.label}; reprints count as one voice", b.id)


def _versions(articles: Sequence[Article]) -> Iterator[Notice]:
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            groups[one_address(article.url)].append(article)
    for versions in groups.values():
        for a, b in pairwise(sorted(versions, key=lambda a: a.label)):
            voice = "; both count as one voice" if a.voice == b.voice else ""
            yield Notice(f"{b.label}: has the same address as {a.label}: two versions of one page{voice}", b.id)
