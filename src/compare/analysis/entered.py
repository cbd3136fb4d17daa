"""Sentences that a reader put in, paired with all others; the pairs that were scored stay as they are.

A new sentence is weighed in its article as it is with it, has its neighbours and its rivals there, and meets the
sentences of all other articles, those that were put in among them. Nothing that was read is scored again: only where
the new sentence is likelier than what was nearest to another one, it is the nearest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from compare.analysis.candidates import EVIDENCE, Block, Vocabulary, whole_blocks
from compare.analysis.pairs import (
    CLOSE,
    CROWD,
    KEPT,
    RECAP,
    Pairs,
    Proposed,
    best_two,
    decide_nearest,
    likeliest,
    second_stage,
    worth_reading,
)
from compare.analysis.scoring import Weights
from compare.analysis.terms import Floats, Ints


def pair_entered(read: Pairs, vocabulary: Vocabulary, order: Ints, weights: Weights) -> Pairs:
    """Return the pairs with those of the sentences that were put in, which follow.

    Args:
        read: the pairs of those that were read.
        vocabulary: all sentences, in the order of their articles.
        order: the number of each of them; the numbers that were put in are behind all that were read.
        weights: as for :func:`~compare.analysis.pairs.score_pairs`.
    """
    table = _Table.of(read, vocabulary, order)
    found = []
    for own, blocks in groupby(whole_blocks(vocabulary, table.articles), lambda block: block.article):
        proposed, best = _propose(blocks, own, table, weights)
        score = second_stage(proposed, weights)
        likely = np.flatnonzero(score >= KEPT * weights.link)
        kept = np.zeros(len(score), dtype=bool)
        kept[likely[likeliest(proposed.a[likely], score[likely], CLOSE)]] = True
        proposed.best[:, own] = best
        table.take(proposed, score, own)
        one, other = order[proposed.a[likely]], order[proposed.b[likely]]
        a, b = np.minimum(one, other).astype(np.int32), np.maximum(one, other).astype(np.int32)
        found.append((a, b, score[likely], proposed.evidence[:, likely], proposed.wording[likely], kept[likely]))
    a, b, score, evidence, wording, kept = (np.concatenate(parts, axis=-1) for parts in zip(*found, strict=True))
    # two that were put in have met twice; of equal pairs the first that is kept stays
    by_pair = np.lexsort((~kept, b, a))
    first = by_pair[np.concatenate(([True], (np.diff(a[by_pair]) != 0) | (np.diff(b[by_pair]) != 0)))[: len(a)]]
    chosen = first[kept[first]]
    return replace(
        read,
        a=np.concatenate((read.a, a[chosen])),
        b=np.concatenate((read.b, b[chosen])),
        score=np.concatenate((read.score, score[chosen])),
        evidence=np.concatenate((read.evidence, evidence[:, chosen]), axis=1),
        wording=np.concatenate((read.wording, wording[chosen])),
        match=table.match,
        nearest=table.nearest,
        recaps=read.recaps | table.recaps,
        dropped=read.dropped + len(first) - len(chosen),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """All sentences in the order of their articles, and what is nearest to each.

    ``article``, ``entered`` and ``order`` are by place in that order: the article's number, whether a sentence was put
    in, and its own number. ``match`` and ``nearest`` are by number, as in :class:`~compare.analysis.pairs.Pairs`.
    """

    starts: Ints
    article: Ints
    entered: NDArray[np.bool_]
    order: Ints
    match: NDArray[np.int32]
    nearest: Floats
    recaps: set[tuple[int, int]]

    @classmethod
    def of(cls, read: Pairs, vocabulary: Vocabulary, order: Ints) -> _Table:
        count, articles = read.match.shape
        match = np.full((len(order), articles), -1, dtype=np.int32)
        nearest = np.zeros(match.shape)
        match[:count], nearest[:count] = read.match, read.nearest
        article = np.repeat(np.arange(articles), np.diff(vocabulary.starts))
        return cls(vocabulary.starts, article, order >= count, order, match, nearest, set())

    @property
    def articles(self) -> list[int]:
        """The numbers of the articles in which any sentence was put in."""
        found: list[int] = np.unique(self.article[self.entered]).tolist()
        return found

    def take(self, found: Proposed, score: Floats, own: int) -> None:
        """Take in what was found of the sentences that were put in one article, in which of other sentences the best is
        that of those alone."""
        rows = np.flatnonzero(self.entered & (self.article == own))
        decide_nearest(found.match, found.best, self.article, found.a, found.b, score)
        numbers = np.append(self.order, -1).astype(np.int32)
        self.match[self.order[rows]] = numbers[found.match[rows]]
        self.nearest[self.order[rows]] = found.best[rows]
        read = np.flatnonzero(~self.entered & (self.article != own))
        at = self.order[read]
        nearer = (found.best[read, own] > self.nearest[at, own]) | (self.match[at, own] < 0)
        self.match[at[nearer], own] = numbers[found.match[read[nearer], own]]
        self.nearest[at[nearer], own] = found.best[read[nearer], own]
        self.recaps.update(found.recaps)


def _propose(blocks: Iterable[Block], own: int, table: _Table, weights: Weights) -> tuple[Proposed, Floats]:
    """Stage one, for the sentences that were put in one article; and of every sentence the best score among these."""
    begin, end = table.starts[own : own + 2].tolist()
    shape = len(table.order), len(table.starts) - 1
    match, best, second = np.full(shape, -1, dtype=np.int32), np.zeros(shape), np.zeros(shape)
    filled = np.flatnonzero(np.diff(table.starts))
    elsewhere = table.article != own
    rivals, own_best = np.zeros((2, shape[0])), np.zeros(shape[0])
    found, recaps = [], set()
    for block in blocks:
        probability = np.where(elsewhere, weights.pair.probability(block.evidence), 0.0)
        # the two best of each column: a new sentence has all of its article for rivals
        rivals = np.sort(np.vstack((rivals, probability)), axis=0)[-2:]
        rows = np.flatnonzero(table.entered[slice(*block.rows)])
        if not len(rows):
            continue
        places, entered = rows + block.rows[0], probability[rows]
        of_each = best_two(entered, table.starts[filled])
        best[np.ix_(places, filled)], match[np.ix_(places, filled)], second[np.ix_(places, filled)] = of_each
        top = entered.argmax(axis=0)
        better = elsewhere & (entered[top, np.arange(shape[0])] > own_best)
        match[better, own], own_best[better] = places[top[better]], entered[top, np.arange(shape[0])][better]
        only = np.zeros_like(probability)
        only[rows] = entered
        found.append(worth_reading(block, only, 0, table.article))
        recaps |= _recaps(block, rows, (begin, end), table.order)
    match[begin:end, own] = -1
    best[:, own], second[:, own] = rivals[1], rivals[0]
    a, b, score, evidence, wording = (np.concatenate(parts, axis=-1) for parts in zip(*found, strict=True))
    proposed = Proposed(a, b, score, evidence, wording, table.article, match, best, second, frozenset(recaps))
    return proposed, own_best


def _recaps(block: Block, rows: Ints, own: tuple[int, int], order: Ints) -> set[tuple[int, int]]:
    """The pairs of some rows of a block with sentences of their own article that tell the same, by number."""
    begin, end = own
    within = block.evidence[EVIDENCE.index("overlap"), rows, begin:end]
    within[np.arange(len(rows)), rows + block.rows[0] - begin] = 0.0
    i, j = np.nonzero(within >= RECAP)
    chosen = likeliest(i, within[i, j], CROWD)
    one, other = order[rows[i[chosen]] + block.rows[0]], order[j[chosen] + begin]
    return set(zip(np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True))
