"""Which paragraphs belong beside each other, and what is said where one has none beside it. Pure, without Textual.

Both are told by the same claims as the marks of the sentences, so that no gap contradicts a mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model.partners import partners_of
from compare.tui.phrases import NOT_COMPARED, lack_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from compare.model import Claim, Comparison
    from compare.model.partners import Partner
    from compare.tui.phrases import Lack


def partners(comparison: Comparison, articles: Iterable[str]) -> Mapping[str, tuple[Partner, ...]]:
    """Return the partners of each paragraph of some articles among them, the surest and best first, by paragraph."""
    wanted = tuple(articles)
    paragraphs = (paragraph.id for article in wanted for paragraph in comparison.index.articles[article].paragraphs)
    return partners_of(comparison, paragraphs, wanted)


def gap(comparison: Comparison, paragraph: str, article: str) -> Lack | None:
    """Return how an article lacks a paragraph of another: what holds of all its claims; ``None`` if it claims nothing
    that the article does not state."""
    if not comparison.claims:
        return NOT_COMPARED
    text = comparison.index.articles[article]
    lacks = (lack_of(comparison, c, text) for c in _claims(comparison, paragraph) if article not in c.articles)
    return min(lacks, default=None)  # the more careful word holds for the others too


def _claims(comparison: Comparison, paragraph: str) -> Iterable[Claim]:
    index = comparison.index
    return (c for s in index.sentences_of.get(paragraph, ()) for c in index.claims_of.get(s.id, ()))
