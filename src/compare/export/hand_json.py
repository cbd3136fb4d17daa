"""The reader's marks in the JSON report: as they were made, so that they can be read again, and where they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.hand import claims_of
from compare.model.schema import PlacedPart, ReviewPart
from compare.review import SCHEMA
from compare.review.coding import decoded, encoded

if TYPE_CHECKING:
    from compare.model import ReaderMark
    from compare.review import Placed, Review


def review_part(review: Review) -> ReviewPart:
    """Return the part ``review`` of the report."""
    laid, claims = review.laid, claims_of(review)
    return ReviewPart(
        schema=SCHEMA,
        decided=review.decided,
        findings=review.total,
        marks=[_writable(mark) for mark in laid.marks],
        placed=[_placed(placed, claims.get(placed.mark.id)) for placed in laid.placed],
        unplaced=[mark.id for mark in laid.unplaced],
    )


def _placed(placed: Placed, claim: str | None) -> PlacedPart:
    return PlacedPart(
        mark=placed.mark.id,
        claim=claim,
        sentences=list(placed.sentences),
        article=placed.article or None,
        certainty=placed.certainty,
        sure=placed.sure,
    )


def _writable(mark: ReaderMark) -> ReaderMark:
    """Return a mark without what no file can hold, exactly as it is handed on by itself."""
    return decoded(encoded(mark))
