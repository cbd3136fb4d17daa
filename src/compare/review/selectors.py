"""Quotations and the places where they stand: made of a text, found again in it after it was edited or fetched anew.

The hash of a text that is as it was makes the place certain. In any other version of it the words decide: found
verbatim, they stand where their surroundings and their old place say; else each sentence is held against them
(:mod:`~compare.review.fuzzy`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import PureWindowsPath

from compare.model import Article, ArticleSelector, QuoteSelector, ReaderMark, is_address, one_address, one_line

CONTEXT = 32
"""Code points of the text kept on either side of a quotation, as web annotation clients do."""

SURE_PLACE = 0.75
"""A place below this certainty is flagged unsure: a verdict found there decides nothing and a correction is not obeyed
until the reader has looked. ``benchmarks/places.py`` prints what is right and wrong on either side of it."""

_HINTED = 0.5
"""The most certain that words can be where only the name of the file says that it is their article, unless they are
:data:`_TELLING`: every folder may have its ``01.txt``."""

_TELLING = (5, 0.8)
"""How many words at least, and how alike, say by themselves that a text is a version of the one they are from."""

_TITLES = 0.8
"""Two headlines at least this alike (rapidfuzz's ratio) are versions of one: an edit changes a word or two of ten."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand now: half-open code points of an article's text.

    Attributes:
        article: its id.
        start: where they begin.
        end: where they end.
        certainty: between 0 and 1, how sure it is that these are the words that were marked.
        likeness: between 0 and 1, how like they are to what was marked; 1 if they are the same.
    """

    article: str
    start: int
    end: int
    certainty: float
    likeness: float

    @property
    def sure(self) -> bool:
        """Whether it can be relied on without the reader's looking."""
        return self.certainty >= SURE_PLACE


class Kinship(IntEnum):
    """How an article is known to be the one that was marked, the strongest last."""

    STRANGER = 0
    NAME = 1
    VERSION = 2
    PAGE = 3
    SAME = 4


def selector_of(article: Article) -> ArticleSelector:
    """Return how to know an article again."""
    return ArticleSelector(
        sha256=article.sha256,
        source=_name_of(article.source),
        url=article.url or "",
        outlet=article.outlet or "",
        title=one_line(article.title),
    )


def quote_of(article: Article, start: int, end: int) -> QuoteSelector:
    """Return how to find a stretch of an article again.

    Args:
        article: its text.
        start: first code point.
        end: the one after the last; more than ``start``.
    """
    text = article.text
    return QuoteSelector(
        article=selector_of(article),
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
    )


def kinship(selector: ArticleSelector, article: Article) -> Kinship:
    """Tell whether an article is the one that was marked, or a version of it.

    Another version has the same address, or a headline much the same with either the same outlet or the same file name.
    A file name alone says little: every folder may have its ``01.txt``.
    """
    if selector.sha256 == article.sha256:
        return Kinship.SAME
    if selector.url and article.url and one_address(selector.url) == one_address(article.url):
        return Kinship.PAGE
    named = selector.source == _name_of(article.source) != "-"
    outlets = {selector.outlet.casefold(), (article.outlet or "").casefold()} - {""}
    if len(outlets) > 1:
        return Kinship.STRANGER
    told = bool(selector.outlet and article.outlet) or named
    if told and _are_much_the_same(selector.title, one_line(article.title)):
        return Kinship.VERSION
    return Kinship.NAME if named else Kinship.STRANGER


def _are_much_the_same(title: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(title and other) and fuzz.ratio(title, other, score_cutoff=100 * _TITLES) > 0


def strongest_kinship(articles: Sequence[Article]) -> Callable[[ArticleSelector], Kinship]:
    """Return what tells how surely a marked article, or another version of it, is among these."""
    known: dict[ArticleSelector, Kinship] = {}
    texts = {article.sha256 for article in articles}

    def strongest(selector: ArticleSelector) -> Kinship:
        if selector.sha256 in texts:
            return Kinship.SAME
        if selector not in known:
            known[selector] = max((kinship(selector, article) for article in articles), default=Kinship.STRANGER)
        return known[selector]

    return strongest


def concerns(articles: Sequence[Article]) -> Callable[[ReaderMark], bool]:
    """Return what tells whether a mark is about any of these articles, or about earlier versions of them.

    Where only the name of a file agrees, it is if its words are found.
    """
    strongest = strongest_kinship(articles)

    def about(mark: ReaderMark) -> bool:
        kin = max(map(strongest, mark.articles))
        return kin > Kinship.NAME or (kin is Kinship.NAME and any(find(quote, articles) for quote in mark.quotes))

    return about


def find_article(selector: ArticleSelector, articles: Sequence[Article]) -> tuple[str, float] | None:
    """Return the id of the article that was marked and how certain that is; ``None`` if it is not there.

    Two that are as likely make it unsure; of these it is the first in content order.
    """
    likely = _likeliest(selector, articles)
    if not likely:
        return None
    certainty = {Kinship.SAME: 1.0, Kinship.PAGE: 1.0, Kinship.VERSION: 0.9}.get(kinship(selector, likely[0]), 0.3)
    return likely[0].id, certainty if len(likely) == 1 else certainty / len(likely)


def find(quote: QuoteSelector, articles: Sequence[Article]) -> Place | None:
    """Return where a quotation stands now; ``None`` where nothing fits.

    It is looked for in the articles that are likeliest to be its own, never in another's, unless that is the same text
    to the letter: who published a text is often learnt after it was marked.
    Places in two articles that are as likely make it unsure; of these it is the first in content order.
    """
    return finder(articles)(quote)


def finder(articles: Sequence[Article]) -> Callable[[QuoteSelector], Place | None]:
    """Return what finds quotations as :func:`find` does: whose they are is asked once, though there may be hundreds."""
    likeliest: dict[ArticleSelector, list[Article]] = {}

    def found(quote: QuoteSelector) -> Place | None:
        if quote.article not in likeliest:
            likeliest[quote.article] = _likeliest(quote.article, articles)
        return _best((p, article) for article in likeliest[quote.article] for p in _places(quote, article))

    return found


def _best(found: Iterable[tuple[Place, Article]]) -> Place | None:
    """Return the likeliest of several places; others that are as likely make it less certain."""
    places = list(found)
    if not places:
        return None
    best, article = min(places, key=lambda x: (-x[0].certainty, -x[0].likeness, x[1].id, x[0].start))
    rivals = sum(place.certainty == best.certainty for place, other in places if other is not article)
    certainty = best.certainty / (1 + rivals)
    return Place(best.article, best.start, best.end, round(certainty, 6), best.likeness)


def _places(quote: QuoteSelector, article: Article) -> Iterator[Place]:
    kin = kinship(quote.article, article)
    end = quote.start + len(quote.exact)
    if kin is Kinship.SAME and article.text[quote.start : end] == quote.exact:
        yield Place(article.id, quote.start, end, 1.0, 1.0)
        return
    from compare.review.fuzzy import passages  # needed only where a text has changed

    words, alike = _TELLING
    for passage in passages(quote, article):
        telling = kin > Kinship.NAME or (len(quote.exact.split()) >= words and passage.likeness >= alike)
        certainty = passage.certainty if telling else min(passage.certainty, _HINTED)
        yield Place(article.id, passage.start, passage.end, round(certainty, 6), round(passage.likeness, 6))


def _likeliest(selector: ArticleSelector, articles: Sequence[Article]) -> list[Article]:
    """Return the articles of the strongest kinship, in content order. Of several with the very text (a reprint), those
    that were called the same."""
    may_be = [article for article in articles if article.sha256 == selector.sha256] or articles
    kin = {article.id: kinship(selector, article) for article in may_be}
    strongest = max(kin.values(), default=Kinship.STRANGER)
    if strongest is Kinship.STRANGER:
        return []
    likely = sorted((a for a in may_be if kin[a.id] is strongest), key=lambda a: a.id)
    mine = selector.outlet, one_address(selector.url), selector.source
    for n in range(len(mine)):
        called = [a for a in likely if (a.outlet or "", one_address(a.url or ""), _name_of(a.source))[n] == mine[n]]
        likely = called or likely
    return likely


@lru_cache(maxsize=1024)  # of each article once for every quotation of a mark
def _name_of(source: str) -> str:
    """Return a source as it may be told to others: an address whole, a path without its folders."""
    return source if is_address(source) else PureWindowsPath(source).name or source
