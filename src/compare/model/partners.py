"""Which paragraphs of other articles say something of a paragraph: the same for the rows of the screen and of reports.

Told by the same claims as the marks of the sentences, so that no row contradicts a mark.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from compare.model.comparison import Comparison, Status
from compare.model.marks import LIKELY


@dataclass(frozen=True, slots=True)
class Partner:
    """A paragraph of another article that says something of a paragraph: surely enough to be shown as shared, or
    perhaps. ``score`` is that of the counterparts, 0 where only a claim joins the two."""

    paragraph: str
    article: str
    score: float
    sure: bool


def partners_of(comparison: Comparison, paragraph: str, among: Container[str] | None = None) -> tuple[Partner, ...]:
    """Return the partners of a paragraph, by its id, in all other articles, the surest and best first.

    ``among`` names the articles wanted, by id, where those are not all.
    """
    index = comparison.index
    own = index.article_of[paragraph].id
    scores = dict(index.counterparts_of.get(paragraph, ()))
    sure = {other for other, score in scores.items() if score >= LIKELY}
    stated: set[str] = set()
    for claim in (c for s in index.sentences_of.get(paragraph, ()) for c in index.claims_of.get(s.id, ())):
        there = {index.sentences[s].paragraph for s in claim.sentences}
        stated |= there
        # of one that a single voice states, the confidence says that nobody else does, not that its articles agree
        if claim.status is not Status.UNIQUE and claim.confidence >= LIKELY:
            sure |= there
    found = [
        Partner(other, article, scores.get(other, 0.0), other in sure)
        for other in sure | stated
        if (article := index.article_of[other].id) != own and (among is None or article in among)
    ]
    return tuple(sorted(found, key=lambda p: (not p.sure, -p.score, index.paragraphs[p.paragraph].start, p.paragraph)))
