"""What the reader calls an outlet: kept for later sets, and put into the set that is open.

There the ids of articles and sentences stay as they are. In a later set the new name is a part of the article's id, as
it would be if the source itself gave it.
"""

from __future__ import annotations

from dataclasses import replace

from compare.loading.gathering import notices
from compare.loading.labels import distinct, label_of
from compare.loading.outlets import known, own_host, remember, same, short_of
from compare.model import Article, CoverageSet, one_line
from compare.model.corrections import READER


def keep(article: Article, name: str) -> None:
    """Keep for later sets what the reader calls the outlet of an article.

    It is found again by the name the outlet had; by its host, where it had none; by the text itself, where there is no
    address either, or only that of a portal.

    Raises:
        OutletsError: the reader's table cannot be read or written.
    """
    chosen = _canonical(article, name)
    outlets = known()
    before = outlets.called(article.outlet) if article.outlet else None
    there = outlets.called(chosen) if not same(chosen, article.outlet) else None
    host = "" if article.outlet else own_host(article.url)
    hosts = before.hosts if before else tuple(filter(None, [host]))
    former = [article.outlet, *((before.name, *before.aliases) if before else ())]
    remember(
        chosen,
        short=there.short if there else "",
        hosts=hosts,
        aliases=list(dict.fromkeys(alias for alias in former if alias and alias != chosen)),
        texts=() if article.outlet or host else (article.sha256,),
    )


def renamed(coverage: CoverageSet, article: str, name: str) -> CoverageSet:
    """Return a set in which the outlet of an article, by its id, has another name, as have the others of that outlet.

    Where the outlet was not known, the others are those of the same host, unless it is a portal.
    """
    (first,) = (each for each in coverage.articles if each.id == article)
    chosen = _canonical(first, name)
    called = {each.id: _called(each, chosen) if _is_of(each, first) else each for each in coverage.articles}
    articles = distinct(tuple(called[each.id] for each in coverage.articles))
    # what is said by labels is said anew: a label may stand anywhere in it, and one outlet more is one voice less
    others = set(coverage.notices).difference(notices(coverage.articles))
    return replace(coverage, articles=articles, notices=tuple(sorted(others.union(notices(articles)))))


def _canonical(article: Article, name: str) -> str:
    """Return a name as the tables have it, unless they have it for this outlet, which is to be called otherwise."""
    found = known().called(name)
    return one_line(name) if found is None or same(found.name, article.outlet) else found.name


def _is_of(article: Article, first: Article) -> bool:
    if first.outlet or article.outlet:
        return bool(first.outlet and article.outlet) and same(first.outlet or "", article.outlet)
    host = own_host(first.url)
    return article.id == first.id or bool(host and host == own_host(article.url))


def _called(article: Article, name: str) -> Article:
    # what stands behind the name of a known outlet tells its articles apart: a number, or the time of a revision
    tail = article.label.removeprefix(short_of(article.outlet)) if article.outlet else ""
    tail = tail if tail != article.label else ""
    origins = {**dict(article.origins), "outlet": READER}
    label = label_of(name, None, article.source) + tail
    return replace(article, outlet=name, label=label, origins=tuple(sorted(origins.items())))
