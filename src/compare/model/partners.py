"""Which paragraphs of other articles say something of a paragraph: the same for the rows of the screen and of reports.

Told by the same claims as the marks of the sentences, so that no row contradicts a mark.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
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


def partners_of(
    comparison: Comparison, paragraphs: Iterable[str], among: Iterable[str]
) -> Mapping[str, tuple[Partner, ...]]:
    """Return the partners that paragraphs, by their ids, have in other articles, the surest and best first.

    Args:
        comparison: what says so.
        paragraphs: of which the partners are wanted; one without any is missing in what is returned.
        among: ids of the articles in which they are.
    """
    index = comparison.index
    own = dict.fromkeys(paragraphs)
    there = {paragraph.id for article in dict.fromkeys(among) for paragraph in index.articles[article].paragraphs}
    paragraph_of = {s.id: p for p in there.union(own) for s in index.sentences_of.get(p, ())}
    scores = counterparts_of(comparison, own, there)
    sure = {paragraph: {p for p, score in found.items() if score >= LIKELY} for paragraph, found in scores.items()}
    stated: dict[str, set[str]] = {paragraph: set() for paragraph in own}
    claims = {c.id: c for p in own for s in index.sentences_of.get(p, ()) for c in index.claims_of.get(s.id, ())}
    for claim in claims.values():
        stating = {paragraph_of[s] for s in claim.sentences if s in paragraph_of}
        # of one that a single voice states, the confidence says that nobody else does, not that its articles agree
        surely = claim.status is not Status.UNIQUE and claim.confidence >= LIKELY
        for paragraph in stating.intersection(own):
            (sure if surely else stated)[paragraph] |= stating

    def found(paragraph: str) -> Iterator[Partner]:
        here = index.article_of[paragraph].id
        for other in sure[paragraph] | stated[paragraph]:
            article = index.article_of[other].id
            if article != here and other in there:
                yield Partner(other, article, scores[paragraph].get(other, 0.0), other in sure[paragraph])

    def order(partner: Partner) -> tuple[object, ...]:
        return not partner.sure, -partner.score, index.paragraphs[partner.paragraph].start, partner.paragraph

    ordered = {paragraph: tuple(sorted(found(paragraph), key=order)) for paragraph in own}
    return {paragraph: each for paragraph, each in ordered.items() if each}


def counterparts_of(
    comparison: Comparison, paragraphs: Iterable[str], among: Container[str]
) -> Mapping[str, Mapping[str, float]]:
    """Return the counterparts that paragraphs have among others, each with its score, all by their ids."""
    found: dict[str, dict[str, float]] = {paragraph: {} for paragraph in paragraphs}
    for pair in comparison.counterparts:
        if pair.a in found and pair.b in among:
            found[pair.a][pair.b] = pair.score
        if pair.b in found and pair.a in among:
            found[pair.b][pair.a] = pair.score
    return found
