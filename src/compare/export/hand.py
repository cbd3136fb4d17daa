"""The reader's hand in a report: what was said of each claim, what was corrected, and what is still to be decided.

Everything here is made of a :class:`~compare.review.Review`, which only those reports are given that were asked for the
reader's marks. Of a mark nothing is told but what the reader said, by which initials, on which day, and of which words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.export.inlines import Basis, Datum, Name, Quotation, Remark
from compare.model import Excluded, Judged, Passage, one_line
from compare.model.phrases import percent
from compare.model.review import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.export.evidence import Citer, Evidence
    from compare.model import ArticleSelector, ReaderMark
    from compare.review import Placed, Review

_UNSURE = "Of these the text has changed so much that the place is not sure. They count for nothing until looked at:"
_UNPLACED = "Of these the words stand in none of the texts any more:"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the reader said, each part on one line.

    Attributes:
        kind: the mark's: ``verdict``, ``note``, ``star``, ``code``, ``link`` and so on.
        words: the verdict, note, code, outlet, date, ``whole`` or ``cut``; empty where the kind says it all.
        basis: what a verdict is based on, empty if nothing is named.
        by: the initials of who said it, or empty.
        made: the day on which it was said, in UTC, as ISO 8601.
    """

    kind: str
    words: Remark
    basis: Basis
    by: Datum
    made: str


@dataclass(frozen=True, slots=True)
class Listed:
    """All marks on the same words, or on the same articles as a whole.

    Attributes:
        said: what each says, the earliest first.
        places: where the words stand now.
        lost: of words that stand nowhere, the article they are from and they themselves.
        absent: the same of words whose article is not among those that are compared.
        articles: what the articles are called.
        certainty: how sure the places are.
    """

    said: tuple[Said, ...]
    places: tuple[Evidence, ...]
    lost: tuple[tuple[Name, Quotation], ...]
    absent: tuple[tuple[Name, Quotation], ...]
    articles: tuple[Name, ...]
    certainty: float

    @property
    def doubt(self) -> str:
        """How sure the places are, where they are not certain, as it stands behind what was said."""
        return f", {percent(self.certainty)}% sure of the place" if self.places and self.certainty < 1 else ""

    @property
    def not_found(self) -> str:
        """What stands behind lost words, unless nothing was found at all, which is said of the whole list."""
        return " (not found)" if self.places else ""


@dataclass(frozen=True, slots=True)
class Hand:
    """The reader's marks of a set: ``decided`` of ``total`` findings; marks that count, marks whose place is unsure and
    that count for nothing yet, and marks that found no place. Each list begins with the earliest."""

    decided: int
    total: int
    sure: tuple[Listed, ...]
    unsure: tuple[Listed, ...]
    unplaced: tuple[Listed, ...]

    @property
    def progress(self) -> str:
        """How much is decided, as a sentence."""
        return f"{self.decided} of {self.total} findings decided."

    @property
    def lists(self) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
        """The lists that hold something, each with the sentence that stands above it, which may be empty."""
        lists = (("", self.sure), (_UNSURE, self.unsure), (_UNPLACED, self.unplaced))
        return tuple((title, listed) for title, listed in lists if listed)


def hand(review: Review, citer: Citer) -> Hand:
    """Return all marks of a review, with their places."""
    laid = review.laid
    return Hand(
        review.decided,
        review.total,
        _together(_listed(placed, citer) for placed in laid.placed if placed.sure),
        _together(_listed(placed, citer) for placed in laid.unsure),
        _together(
            Listed((said(mark),), (), tuple(_quoted(mark)), (), tuple(_articles(mark, citer, "")), 0.0)
            for mark in laid.unplaced
        ),
    )


def _together(marks: Iterable[Listed]) -> tuple[Listed, ...]:
    """Join marks that are on the same words, each where the first of them was."""
    joined: dict[Listed, list[Said]] = {}
    for mark in marks:
        joined.setdefault(replace(mark, said=()), []).extend(mark.said)
    return tuple(replace(mark, said=tuple(said)) for mark, said in joined.items())


def said_of(review: Review | None, claim: str | None) -> tuple[Said, ...]:
    """Return what the reader said of a claim, by its id: the verdict that holds, stars, codes, notes. What is not sure
    to be about it is left to the list of all marks."""
    remarks = review.on.get(claim or "") if review else None
    if remarks is None:
        return ()
    judged = (remarks.judged,) if remarks.judged else ()
    others = (placed for placed in (*remarks.stars, *remarks.codes, *remarks.notes) if placed.sure)
    return tuple(dict.fromkeys(said(placed.mark) for placed in (*judged, *others)))


def excluded_by_hand(review: Review | None) -> Iterator[str]:
    """Yield the ids of the sentences that the reader excluded."""
    for correction in review.laid.corrections if review else ():
        if isinstance(correction, Excluded):
            yield correction.sentence


def claims_of(review: Review) -> dict[str, str]:
    """Return which claim a mark is on, by the mark's id."""
    return {
        placed.mark.id: claim
        for claim, remarks in review.on.items()
        for placed in (*remarks.verdicts, *remarks.notes, *remarks.stars, *remarks.codes)
    }


def said(mark: ReaderMark) -> Said:
    """Return what a mark says."""
    body = mark.body
    basis = one_line(body.evidence) if isinstance(body, Judged) else ""
    return Said(body.kind, Remark(one_line(words_of(body))), Basis(basis), Datum(one_line(mark.by)), mark.made[:10])


def _listed(placed: Placed, citer: Citer) -> Listed:
    found = dict.fromkeys(Passage(p.article, p.start, p.end) for p in placed.places if p)  # two may be at one place now
    places = tuple(map(citer.passage, found))
    quoted = [*enumerate(_quoted(placed.mark))]
    lost = tuple(words for n, words in quoted if placed.places[n] is None and n not in placed.absent)
    absent = tuple(words for n, words in quoted if n in placed.absent)
    articles = tuple(_articles(placed.mark, citer, placed.article))
    return Listed((said(placed.mark),), places, lost, absent, articles, placed.certainty)


def _quoted(mark: ReaderMark) -> Iterator[tuple[Name, Quotation]]:
    for quote in mark.quotes:
        yield _called(quote.article), Quotation(one_line(quote.exact))


def _articles(mark: ReaderMark, citer: Citer, found: str) -> Iterable[Name]:
    if mark.quotes:
        return ()
    return (citer.name(found),) if found else tuple(map(_called, mark.articles))


def _called(article: ArticleSelector) -> Name:
    """Return what an article is called that may not be in the set."""
    return Name(one_line(article.outlet or article.title or article.source))
