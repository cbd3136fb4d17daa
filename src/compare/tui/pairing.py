"""Which paragraphs belong beside each other, and what is said where one has none beside it. Pure, without Textual.

Both are told by the same claims as the marks of the sentences, so that no gap contradicts a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model import LIKELY
from compare.tui import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from compare.model import Claim, Comparison

NOT_COMPARED = "not compared yet"
"""Said where no analysis has looked for counterparts."""

_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Partner:
    """A paragraph of another article that says something of a paragraph: surely enough to be shown as shared, or
    perhaps. ``score`` is that of the counterparts, 0 where only a claim joins the two."""

    paragraph: str
    article: str
    score: float
    sure: bool


def partners(comparison: Comparison, articles: Iterable[str]) -> Mapping[str, tuple[Partner, ...]]:
    """Return the partners of each paragraph of some articles among them, the surest and best first, by paragraph."""
    index = comparison.index
    wanted = tuple(articles)
    paragraphs = (paragraph.id for article in wanted for paragraph in index.articles[article].paragraphs)
    return {paragraph: found for paragraph in paragraphs if (found := _partners(comparison, paragraph, wanted))}


def gap_said(comparison: Comparison, paragraph: str, article: str) -> str:
    """Return how an article lacks a paragraph of another: what holds of all its claims; empty if it claims nothing."""
    if not comparison.claims:
        return NOT_COMPARED
    text = comparison.index.articles[article]
    said = {phrases.stance_of(comparison, c, text) for c in _claims(comparison, paragraph) if article not in c.articles}
    # the more careful word holds for the others too
    return min(said, key=lambda words: (not words.startswith(_UNKNOWN), words != phrases.NOT_FOUND, words), default="")


def is_sure(gap: str) -> bool:
    """Say whether a gap is one of the text, and not of what is known about it."""
    return bool(gap) and not gap.startswith(_UNKNOWN) and gap not in (phrases.NOT_FOUND, NOT_COMPARED)


def _partners(comparison: Comparison, paragraph: str, articles: tuple[str, ...]) -> tuple[Partner, ...]:
    index = comparison.index
    own = index.article_of[paragraph].id
    scores = dict(index.counterparts_of.get(paragraph, ()))
    sure = {other for other, score in scores.items() if score >= LIKELY}
    stated: set[str] = set()
    for claim in _claims(comparison, paragraph):
        there = {index.sentences[s].paragraph for s in claim.sentences}
        stated |= there
        if claim.confidence >= LIKELY:
            sure |= there
    found = [
        Partner(other, article, scores.get(other, 0.0), other in sure)
        for other in sure | stated
        if (article := index.article_of[other].id) != own and article in articles
    ]
    return tuple(sorted(found, key=lambda p: (not p.sure, -p.score, index.paragraphs[p.paragraph].start, p.paragraph)))


def _claims(comparison: Comparison, paragraph: str) -> Iterable[Claim]:
    index = comparison.index
    return (c for s in index.sentences_of.get(paragraph, ()) for c in index.claims_of.get(s.id, ()))
