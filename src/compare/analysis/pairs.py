"""Which sentences state the same claim: every pair scored by stage one, the likely ones again with their word diff.

Numbers stand for sentences here; :mod:`~compare.analysis.numbered` tells which is which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from compare.analysis.candidates import EVIDENCE, blocks
from compare.analysis.scoring import Weights, log_odds
from compare.analysis.terms import Floats, Ints, Terms
from compare.analysis.wording import equal_spans, tokens
from compare.model import Span

SURVIVES = 0.25
"""A pair survives stage one from this share of the link threshold on."""

RECAP = 0.3
"""Overlap from which on two sentences of one article tell the same twice (a takeaway, an FAQ, a summary)."""

CROWD = 32
"""Sentences of one article that one sentence is paired with at most, the likeliest. No report says a thing so often; a
page of equal lines does, and would fill the memory."""

WORTH_READING = 0.1
"""Probability of stage one from which on the word diff reads a pair. The second model was fitted to such pairs."""

BUDGET = 100_000
"""Tokens that the word diff may read in one analysis: half a second's work. The likeliest pairs come first."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """All scored pairs that matter.

    Attributes:
        scores: probability that both state one claim, by (smaller, larger) sentence number, of survivors.
        equal: the same words in both, by pair, of those pairs that the word diff read.
        evidence: stage-one evidence by pair, of survivors.
        match: by (sentence, article) the nearest sentence of that article, -1 where it has none.
        nearest: by (sentence, article) the probability for that one.
        recaps: pairs of sentences within an article that tell the same, with their overlap.
        unread: how many likely pairs the budget of the word diff did not reach.
    """

    scores: Mapping[tuple[int, int], float]
    equal: Mapping[tuple[int, int], tuple[tuple[Span, Span], ...]]
    evidence: Mapping[tuple[int, int], tuple[float, ...]]
    match: Ints
    nearest: Floats
    recaps: Mapping[tuple[int, int], float]
    unread: int


def score_pairs(terms: Terms, starts: Ints, sentences: Sequence[str], weights: Weights) -> Pairs:
    """Score all pairs of sentences.

    Args:
        terms: the weighted terms of the sentences.
        starts: the number of each article's first sentence and, last, the number of sentences.
        sentences: their text.
        weights: the models.
    """
    proposed = _propose(terms, starts, weights)
    scores, equal, unread = _read(proposed.scores, sentences, weights)
    match, nearest = _nearest_again(proposed, scores, starts)
    return Pairs(scores, equal, proposed.evidence, match, nearest, proposed.recaps, unread)


def _propose(terms: Terms, starts: Ints, weights: Weights) -> Pairs:
    """Stage one, for every pair."""
    articles = len(starts) - 1
    match = np.full((terms.count, articles), -1, dtype=np.int64)
    nearest = np.full((terms.count, articles), -1.0)
    scores: dict[tuple[int, int], float] = {}
    evidence: dict[tuple[int, int], tuple[float, ...]] = {}
    recaps: dict[tuple[int, int], float] = {}
    for block in blocks(terms, starts):
        (r0, r1), (c0, _), own = block.rows, block.columns, block.article
        rows = np.arange(r0, r1)
        probability = weights.pair.probability(block.evidence)
        for other in range(own + 1, articles):
            o0, o1 = int(starts[other]), int(starts[other + 1])
            if o0 == o1:
                continue
            part = probability[:, o0 - c0 : o1 - c0]
            best, back = part.argmax(axis=1), part.argmax(axis=0)
            match[rows, other], nearest[rows, other] = best + o0, part[rows - r0, best]
            columns, found = np.arange(o0, o1), part[back, np.arange(o1 - o0)]
            better = found > nearest[columns, own]  # of equals, the earlier row has come first
            match[columns[better], own], nearest[columns[better], own] = back[better] + r0, found[better]
            for i, j in _best(part, SURVIVES * weights.link):
                scores[r0 + i, o0 + j] = float(part[i, j])
                evidence[r0 + i, o0 + j] = tuple(block.evidence[:, i, o0 - c0 + j].tolist())
        end = int(starts[own + 1])
        within = np.triu(block.evidence[EVIDENCE.index("overlap"), :, : end - c0], k=r0 - c0 + 1)
        recaps.update({(r0 + i, c0 + j): float(within[i, j]) for i, j in _best(within, RECAP)})
    return Pairs(scores, {}, evidence, match, np.maximum(nearest, 0.0), recaps, 0)


def _best(values: Floats, least: float) -> Iterator[tuple[int, int]]:
    """Yield row and column of the values that are high enough, of each row the :data:`CROWD` highest at most."""
    for i in np.flatnonzero((values >= least).any(axis=1)).tolist():
        columns = np.flatnonzero(values[i] >= least)
        chosen = columns[np.argsort(-values[i, columns], kind="stable")[:CROWD]]
        yield from ((i, j) for j in chosen.tolist())


def _read(
    scores: Mapping[tuple[int, int], float], sentences: Sequence[str], weights: Weights
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], tuple[tuple[Span, Span], ...]], int]:
    """Stage two: diff the words of the likely pairs and score them again, as far as the budget goes."""
    sizes: dict[int, int] = {}
    again, equal, left = dict(scores), {}, BUDGET
    likely = {pair: score for pair, score in scores.items() if score >= WORTH_READING}
    for (a, b), score in sorted(likely.items(), key=lambda x: (-x[1], x[0])):
        for n in (a, b):
            sizes.setdefault(n, tokens(sentences[n]))
        left -= sizes[a] + sizes[b]
        if left < 0:
            break
        equal[a, b] = equal_spans(sentences[a], sentences[b])
        again[a, b] = float(weights.worded.probability(worded_evidence(score, equal[a, b], sentences[a])))
    return again, equal, len(likely) - len(equal)


def worded_evidence(score: float, equal: Sequence[tuple[Span, Span]], a: str) -> Floats:
    """Return the second model's evidence: log odds of stage one, and how much wording of ``a`` stands in both.

    Wording is what a bag of words cannot see: ``ln(1 + n)`` for ``n`` neighbouring words that are neighbours in both.
    """
    neighbours = sum(tokens(a[one.start : one.end]) - 1 for one, _ in equal)
    return np.array([float(log_odds(np.array(score))), float(np.log1p(neighbours))])


def _nearest_again(proposed: Pairs, scores: Mapping[tuple[int, int], float], starts: Ints) -> tuple[Ints, Floats]:
    """Let the second stage decide who is nearest, where it read more than one sentence of an article."""
    match, nearest = proposed.match.copy(), proposed.nearest.copy()
    article = np.searchsorted(starts, np.arange(len(match)), side="right") - 1
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for (a, b), score in scores.items():
        for n, other in ((a, b), (b, a)):
            key = (n, int(article[other]))
            best[key] = max(best.get(key, (-1.0, 0)), (score, -other))
    for (n, at), (score, other) in best.items():
        match[n, at], nearest[n, at] = -other, score
    return match, nearest
