"""The reader's marks of the set that is open: kept in the store, laid over its texts and its comparison. No Textual.

All that is kept is on the disk when a method returns; where it cannot be, :class:`~compare.errors.ReviewNotKept` says
why, and nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from compare.model import Article, Comparison, CoverageSet, ReaderMark
from compare.review import NO_MARKS, Codebook, Laid, Review, Store, lay, review_of

if TYPE_CHECKING:
    from compare.model import Body

WRITTEN = "%Y-%m-%dT%H:%M:%S.%fZ"
"""How a mark says when it was made: in UTC, so that texts in order are times in order."""

NOTHING_LAID = NO_MARKS.laid
"""What is laid over a set of which nothing was marked."""


class Reviewing:
    """The marks of one set after another.

    Args:
        store: where marks are kept; by default nowhere, and they last as long as this.
        by: the initials of the reader, or empty.
        codebook_path: where the reader's codebook is, or empty.
        now: tells the time, in UTC.
    """

    def __init__(
        self,
        store: Store | None = None,
        by: str = "",
        codebook_path: str = "",
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.store = store or Store(None)
        self.by = by
        self.codebook_path = codebook_path
        self.codebook: Codebook = ()
        self.coverage = CoverageSet((), ())
        """The set as it was loaded, before any correction."""
        self.laid = NOTHING_LAID
        self._now = now

    @property
    def articles(self) -> Sequence[Article]:
        """The articles of the set, as they were loaded."""
        return self.coverage.articles

    def article(self, key: str) -> Article:
        """Return an article by its id, as it was loaded."""
        return next(article for article in self.articles if article.id == key)

    def open(self, coverage: CoverageSet, laid: Laid = NOTHING_LAID) -> None:
        """Begin with a set; ``laid`` is what was laid over it already."""
        self.coverage, self.laid = coverage, laid

    def over(self, comparison: Comparison) -> Review:
        """Lay all marks that there are by now over a comparison; a set that was not opened is opened by that."""
        if [a.id for a in self.articles] != [a.id for a in comparison.coverage.articles]:
            self.open(comparison.coverage)
        self.laid = laid_over(self.store, self.coverage, self.laid)
        return review_of(self.laid, comparison)

    def put(self, body: Body, instead_of: ReaderMark | None = None) -> None:
        """Keep a mark that says this; with ``instead_of`` that one says it, in the place of what it said."""
        mark = ReaderMark(uuid4().hex, self._moment(), body, self.by)
        self.store.put(mark if instead_of is None else replace(mark, id=instead_of.id, by=self.by or instead_of.by))

    def drop(self, marks: Sequence[ReaderMark]) -> None:
        """Take marks away, all in one act."""
        self.store.drop(*(mark.id for mark in marks))

    def _moment(self) -> str:
        """The time, or just after the latest mark about these texts: of two the later counts, and clocks go back."""
        now = self._now().astimezone(UTC)
        latest = max((mark.made for mark in self.store.marks_on(self.articles)), default="")
        if latest >= now.strftime(WRITTEN):
            with suppress(OverflowError):  # the end of the calendar, which only a file from elsewhere can name
                now = datetime.strptime(latest, WRITTEN) + timedelta(microseconds=1)
        return now.strftime(WRITTEN)


def laid_over(store: Store, coverage: CoverageSet, before: Laid = NOTHING_LAID) -> Laid:
    """Return all marks about a set, laid over its texts; those of ``before`` are not looked for again."""
    return lay(store.marks_on(coverage.articles), coverage, before)
