"""Which sentences state the same claim: every pair scored by stage one, the likely ones again beside their rivals.

Numbers stand for sentences here; :mod:`~compare.analysis.numbered` tells which is which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.analysis.candidates import EVIDENCE, Block, Vocabulary, blocks
from compare.analysis.scoring import Weights, log_odds
from compare.analysis.terms import Floats, Ints

WORTH_READING = 0.05
"""Probability of stage one from which on a pair is scored again. The second model was fitted to such pairs; with a
floor of 0.02 or 0.1 it does no better."""

KEPT = 0.5
"""A pair is kept from this share of the link threshold on: what is less likely says nothing about a claim."""

RECAP = 0.3
"""Overlap from which on two sentences of one article may tell the same twice (a takeaway, an FAQ, a summary). Of two
that overlap less than by half that is true once in five, in a sample of 36 from SPARK; so a claim takes in what retells
it from here on, for nobody should be told that such a sentence is stated nowhere else (from 0.5 on, ``only_p`` would be
.726 instead of .736), and what stands alone is put together by more (:data:`~compare.analysis.grouping.AGAIN`)."""

CROWD = 32
"""Sentences of one article that one sentence is paired with at most, the likeliest. No report says a thing so often; a
page of equal lines does, and would fill the memory."""

OPEN = 128
"""Pairs with later articles that stage one proposes of one sentence, the likeliest: twice as many as are kept."""

CLOSE = 64
"""Pairs that are kept of one sentence, the likeliest; one more stays if it is among so many of the other's. Fewer than
fifty articles hardly ever have as many, and of hundreds nobody reads them all."""

Numbers: TypeAlias = NDArray[np.int32]
"""Numbers of sentences, of which a set has millions."""

Near: TypeAlias = Sequence[Mapping[int, float]]
"""The scores of the likely pairs, by sentence and counterpart."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """All scored pairs that matter, ``a < b`` in order.

    Attributes:
        a: the smaller sentence number.
        b: the larger.
        score: probability that both state one claim.
        evidence: stage-one evidence, by kind and pair.
        wording: pairs of neighbouring words that are neighbours in both.
        match: by (sentence, article) the nearest sentence of that article, -1 where it has none.
        nearest: by (sentence, article) the probability for that one.
        recaps: by pair of sentences within an article that may tell the same, their overlap.
        dropped: how many likely pairs were not kept because both sentences have so many likelier ones.
    """

    a: Numbers
    b: Numbers
    score: Floats
    evidence: Floats
    wording: Floats
    match: Numbers
    nearest: Floats
    recaps: Mapping[tuple[int, int], float]
    dropped: int

    def linked(self, weights: Weights) -> NDArray[np.bool_]:
        """Say of each pair whether it is a link: likely enough, or else the best of a sentence that no likely one
        has and of which, with that one so near, nobody would say that it stands alone."""
        likely: NDArray[np.bool_] = self.score >= weights.link
        ends, pair = np.concatenate((self.a, self.b)), np.tile(np.arange(len(self.a)), 2)
        met = np.zeros(len(self.match), dtype=bool)
        met[ends[likely[pair]]] = True
        order = np.lexsort((pair, -self.score[pair], ends))
        best = order[np.concatenate(([True], np.diff(ends[order]) != 0))] if len(order) else order
        faint = pair[best][~met[ends[best]] & (self.score[pair[best]] >= weights.faint)]
        likely[faint] = True
        return likely

    def near(self) -> Near:
        """Return for each sentence the scores of the kept pairs it is in, by the other sentence."""
        found: list[dict[int, float]] = [{} for _ in range(len(self.match))]
        numbers = list(range(len(found)))  # of each number one object, of which there would be one for each pair
        for a, b, score in zip(self.a.tolist(), self.b.tolist(), self.score.tolist(), strict=True):
            found[a][numbers[b]] = found[b][numbers[a]] = score
        return found

    def near_too(self, near: Near, known: int) -> Near:
        """Return the scores as :meth:`near`, given those of the pairs before the place ``known``: the rows of sentences
        without any further pair stay the same objects."""
        more: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for a, b, score in self._from(known):
            more[a][b] = more[b][a] = score
        rows = [*near, *({} for _ in range(len(self.match) - len(near)))]
        return [{**row, **more[n]} if n in more else row for n, row in enumerate(rows)]

    def linked_too(self, near: Near, known: int, weights: Weights) -> NDArray[np.bool_]:
        """Say as :meth:`linked` of each pair from the place ``known`` on whether it is a link, where no other pair
        ceases to be one for it; ``near`` are the scores of all pairs."""

        def is_best(n: int, score: float) -> bool:
            return score >= weights.faint and score == max(near[n].values())

        found = [s >= weights.link or is_best(a, s) or is_best(b, s) for a, b, s in self._from(known)]
        return np.array(found, dtype=bool)

    def _from(self, place: int) -> Iterator[tuple[int, int, float]]:
        return zip(self.a[place:].tolist(), self.b[place:].tolist(), self.score[place:].tolist(), strict=True)


def score_pairs(vocabulary: Vocabulary, weights: Weights) -> Pairs:
    """Score all pairs of sentences of different articles."""
    proposed = propose(vocabulary, weights)
    score = second_stage(proposed, weights)
    likely = np.flatnonzero(score >= KEPT * weights.link)
    kept = likely[_among_closest(proposed.a[likely], proposed.b[likely], score[likely])]
    chosen = proposed.a[kept], proposed.b[kept], score[kept], proposed.evidence[:, kept], proposed.wording[kept]
    a, b, article, match, best = proposed.a, proposed.b, proposed.article, proposed.match, proposed.best
    recaps, dropped = proposed.recaps, len(likely) - len(kept)
    del proposed  # its tables of sentences by articles are as large as all that is kept together
    decide_nearest(match, best, article, a, b, score)
    return Pairs(*chosen, match, best, recaps, dropped)


def second_stage(found: Proposed, weights: Weights) -> Floats:
    """Return the final score of each pair that stage one proposes."""
    return weights.rival.probability(rival_evidence(found.score, found.wording, lead(found)))


def rival_evidence(first: Floats, wording: Floats, lead: Floats) -> Floats:
    """Return the second model's evidence, kinds along the first axis: log odds of stage one, how much wording both
    share (``ln(1 + n)`` for ``n`` pairs of neighbouring words), and the lead over the rivals."""
    return np.stack((log_odds(first), np.log1p(wording), lead))


@dataclass(frozen=True, slots=True)
class Proposed:
    """What stage one finds: the pairs worth another look, and by (sentence, article) the best and second-best score."""

    a: Numbers
    b: Numbers
    score: Floats
    evidence: Floats
    wording: Floats
    article: Ints
    match: Numbers
    best: Floats
    second: Floats
    recaps: Mapping[tuple[int, int], float]


def propose(vocabulary: Vocabulary, weights: Weights) -> Proposed:
    """Stage one, for every pair."""
    ranking = _Ranking.of(vocabulary.starts)
    none = np.zeros(0, dtype=np.int32)
    found = [(none, none, np.zeros(0), np.zeros((len(EVIDENCE), 0)), np.zeros(0))]
    recaps: dict[tuple[int, int], float] = {}
    for block in blocks(vocabulary):
        probability = weights.pair.probability(block.evidence)
        later = int(vocabulary.starts[block.article + 1])
        ranking.take(block, probability[:, later - block.columns[0] :], later)
        found.append(worth_reading(block, probability, later, ranking.article))
        recaps |= _recaps(block, later)
    columns = [list(parts) for parts in zip(*found, strict=True)]
    del found
    a, b, score, evidence, wording = (_joined(parts) for parts in columns)
    return Proposed(
        a,
        b,
        score,
        evidence,
        wording,
        ranking.article,
        ranking.match,
        np.maximum(ranking.best, 0.0, out=ranking.best),  # in place: each is as large as all pairs together
        np.maximum(ranking.second, 0.0, out=ranking.second),
        recaps,
    )


def _joined(parts: list[NDArray[Any]]) -> NDArray[Any]:
    """Join the parts of a column, and empty the list: of the largest there is no room for two."""
    joined: NDArray[Any] = np.concatenate(parts, axis=-1)
    parts.clear()
    return joined


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Of each sentence and each other article the best score so far, whose it is, and the second-best."""

    starts: Ints
    filled: Ints
    article: Ints
    match: Numbers
    best: Floats
    second: Floats

    @classmethod
    def of(cls, starts: Ints) -> _Ranking:
        sizes = np.diff(starts)
        shape = int(starts[-1]), len(sizes)
        article = np.repeat(np.arange(len(sizes)), sizes)
        match = np.full(shape, -1, dtype=np.int32)
        return cls(starts, np.flatnonzero(sizes), article, match, np.full(shape, -1.0), np.full(shape, -1.0))

    def take(self, block: Block, scores: Floats, later: int) -> None:
        """Take in the scores of a block's rows with the sentences from ``later`` on, the first of the next article."""
        if not scores.size:
            return
        r0, r1 = block.rows
        others = self.filled[self.filled > block.article]
        offsets = self.starts[others] - later
        best, first, second = best_two(scores, offsets)
        self.match[r0:r1, others], self.best[r0:r1, others] = first + later, best
        self.second[r0:r1, others] = second
        self._take_back(block, scores, later)

    def _take_back(self, block: Block, scores: Floats, later: int) -> None:
        """The same for those sentences: their article is the rows', of which earlier blocks may have come before."""
        own, r0 = block.article, block.rows[0]
        back = scores.argmax(axis=0)
        top = scores[back, np.arange(scores.shape[1])]
        rest = scores.copy()
        rest[back, np.arange(scores.shape[1])] = -1.0
        best = self.best[later:, own]
        self.second[later:, own] = np.maximum(
            np.maximum(self.second[later:, own], rest.max(axis=0)), np.minimum(best, top)
        )
        better = top > best  # of equals, the earlier row has come first
        self.match[later:, own] = np.where(better, back + r0, self.match[later:, own])
        self.best[later:, own] = np.maximum(best, top)


def best_two(scores: Floats, starts: Ints) -> tuple[Floats, Ints, Floats]:
    """Return by row and article the best score, whose it is, of equals the first, and the second-best, -1 for none.

    ``starts`` are the first columns of the articles, none of which is empty.
    """
    sizes = np.diff(np.append(starts, scores.shape[1]))
    columns = np.arange(scores.shape[1])
    best = np.maximum.reduceat(scores, starts, axis=1)
    is_best = scores == np.repeat(best, sizes, axis=1)
    first = np.minimum.reduceat(np.where(is_best, columns, len(columns)), starts, axis=1)
    rest = np.where(columns == np.repeat(first, sizes, axis=1), -1.0, scores)
    return best, first, np.maximum.reduceat(rest, starts, axis=1)


def worth_reading(
    block: Block, probability: Floats, later: int, article: Ints
) -> tuple[Numbers, Numbers, Floats, Floats, Floats]:
    """Return the pairs of a block that are worth another look, as columns: sentences, score, evidence, wording.

    ``probability`` is by row and column, of which those from ``later`` on are looked at; ``article`` is by sentence.
    """
    (r0, _), (c0, _) = block.rows, block.columns
    i, j = np.nonzero(probability[:, later - c0 :] >= WORTH_READING)
    j += later - c0
    score = probability[i, j]
    chosen = likeliest(i * (len(article) + 1) + article[j + c0], score, CROWD)
    chosen = chosen[likeliest(i[chosen], score[chosen], OPEN)]
    i, j, score = i[chosen], j[chosen], score[chosen]
    a, b = (i + r0).astype(np.int32), (j + c0).astype(np.int32)
    return a, b, score, block.evidence[:, i, j], block.wording[i, j]


def _recaps(block: Block, later: int) -> dict[tuple[int, int], float]:
    """The pairs of a block's rows and later sentences of their own article that may tell the same: their overlap."""
    (r0, _), (c0, _) = block.rows, block.columns
    within = np.triu(block.evidence[EVIDENCE.index("overlap"), :, : later - c0], k=r0 - c0 + 1)
    i, j = np.nonzero(within >= RECAP)
    chosen = likeliest(i, within[i, j], CROWD)
    i, j = i[chosen], j[chosen]
    return dict(zip(zip((i + r0).tolist(), (j + c0).tolist(), strict=True), within[i, j].tolist(), strict=True))


def likeliest(crowd: Ints | Numbers, score: Floats, most: int) -> Ints:
    """Return the places of the ``most`` highest scores of each crowd, in order; of equals the first.

    Nothing is sorted but crowds that stand in no order: of hundreds of articles there are millions of pairs.
    """
    if np.any(crowd[1:] < crowd[:-1]):
        order = np.argsort(crowd, kind="stable")
        return np.sort(order[likeliest(crowd[order], score[order], most)])
    opens = np.flatnonzero(np.diff(crowd, prepend=-1))
    sizes = np.diff(opens, append=len(crowd))
    kept = np.ones(len(crowd), dtype=bool)
    for begin, size in zip(opens[sizes > most].tolist(), sizes[sizes > most].tolist(), strict=True):
        own = score[begin : begin + size]
        least = np.partition(own, -most)[-most]
        above = own > least
        above[np.flatnonzero(own == least)[: most - np.count_nonzero(above)]] = True
        kept[begin : begin + size] = above
    return np.flatnonzero(kept)


def _among_closest(a: Numbers, b: Numbers, score: Floats) -> Ints:
    """Return the places of the pairs that are among the :data:`CLOSE` likeliest of either sentence."""
    of_one, of_other = likeliest(np.concatenate((a, b)), np.concatenate((score, score)), CLOSE), len(a)
    return np.unique(of_one % max(1, of_other))


def lead(found: Proposed) -> Floats:
    """How far a pair is ahead of its rivals: its log odds less those of the best other sentence, in both articles."""
    own = log_odds(found.score)

    def ahead(of: Numbers, over: Numbers) -> Floats:
        at = of, found.article[over]
        rival = np.where(found.score >= found.best[at], found.second[at], found.best[at])
        # an article of one sentence has no rival: nothing can be said
        alone = np.bincount(found.article)[found.article[over]] == 1
        return np.where(alone, 0.0, own - log_odds(rival))

    return ahead(found.a, found.b) + ahead(found.b, found.a)


def decide_nearest(match: Numbers, best: Floats, article: Ints, a: Numbers, b: Numbers, score: Floats) -> None:
    """Let the second stage decide who is nearest, in place, where any pair with an article was kept."""
    # the later sentences of all pairs are in later articles than the earlier ones: no cell is filled from both sides
    for one, other in ((a, b), (b, a)):
        cell = one * np.int64(match.shape[1]) + article[other]
        order = np.lexsort((other, -score, cell))
        top = order[np.concatenate(([True], np.diff(cell[order]) != 0))] if len(order) else order
        match.ravel()[cell[top]] = other[top]
        best.ravel()[cell[top]] = score[top]
