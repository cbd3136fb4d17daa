"""The reader's marks as a tidy table: a row is a mark and one place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.hand import claims_of, said
from compare.export.tables import place_of
from compare.model import Parted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.export.tables import Record
    from compare.model import Article, Comparison, ReaderMark
    from compare.review import Place, Placed, Review

_NOWHERE = ("", "", "", None, None, None)


def mark_rows(of: Comparison, review: Review) -> Iterator[Record]:
    """Yield the rows, marks in the order in which they were made."""
    claims = claims_of(review)
    placed = {each.mark: each for each in review.laid.placed}
    for mark in review.laid.marks:
        found = placed.get(mark)
        yield from _placed(of, found, claims.get(mark.id, "")) if found else _unplaced(mark)


def _placed(of: Comparison, placed: Placed, claim: str) -> list[Record]:
    state = "sure" if placed.sure else "unsure"
    about = (*_about(placed.mark), state, placed.certainty, claim)
    if placed.article:
        article = of.index.articles[placed.article]
        return [(*about, None, article.id, article.label, "", None, None, None, "")]
    quotes = zip(placed.mark.quotes, placed.places, placed.found, strict=True)
    return [
        (
            *(*about, _part(placed.mark, n)),
            *(_at(of.index.articles[place.article], place, found) if place else (*_NOWHERE, quote.exact)),
        )
        for n, (quote, place, found) in enumerate(quotes)
    ]


def _unplaced(mark: ReaderMark) -> list[Record]:
    about = (*_about(mark), "unplaced", None, "")
    quoted = [quote.exact for quote in mark.quotes] or [""]
    return [(*about, _part(mark, n), *_NOWHERE, words) for n, words in enumerate(quoted)]


def _about(mark: ReaderMark) -> Record:
    told = said(mark)
    return mark.id, told.kind, told.words.text, told.basis.text, told.by.text, mark.made


def _part(mark: ReaderMark, n: int) -> int | None:
    """Return on which side of what was set apart a quotation stands."""
    return (1 if n < len(mark.body.one) else 2) if isinstance(mark.body, Parted) else None


def _at(article: Article, place: Place, sentences: tuple[str, ...]) -> Record:
    """Return article, outlet, sentence, line, start, end and words."""
    return article.id, article.label, " · ".join(sentences), *place_of(article, place)
