"""Stage one, in two halves: an inverted index that sums what two sentences share, and the evidence made of it.

No matrix of all pairs is ever held: one article at a time meets its own and all later articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.analysis.terms import Floats, Ints, Terms

EVIDENCE = ("weight", "overlap", "flanks", "beside")
"""What stage one knows of a pair, in the order of :attr:`Block.evidence`.

- ``weight``: how much rare vocabulary they share: the sum of squared inverse sentence frequencies, in units of a term
  that stands in one sentence only;
- ``overlap``: what they share as a share of the geometric mean of both sentences, by inverse sentence frequency;
- ``flanks``: mean cosine, over weighted terms, of the sentences before both and of those after both;
- ``beside``: best cosine of either with a neighbour of the other.
"""


@dataclass(frozen=True, slots=True)
class Block:
    """The sentences of one article against those of its own and of all later articles.

    ``rows`` and ``columns`` are the first sentence numbers and one past the last; ``evidence`` has the shape
    (kinds, rows, columns).
    """

    rows: tuple[int, int]
    columns: tuple[int, int]
    evidence: Floats


def blocks(terms: Terms, starts: Ints) -> Iterator[Block]:
    """Yield a block for each article.

    ``starts`` holds the number of each article's first sentence and, last, the number of sentences.
    """
    postings = _Postings.of(terms)
    first = np.zeros(terms.count + 1, dtype=bool)
    first[starts] = True
    for r0, r1 in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        cosine, shared, rare = postings.sums(r0, r1)
        before, after = ~first[r0 : terms.count], ~first[r0 + 1 : terms.count + 1]
        overlap = shared / np.sqrt(np.maximum(np.outer(terms.mass[r0:r1], terms.mass[r0:]), 1e-9))
        evidence = np.stack((rare / terms.unit**2, overlap, *_context(cosine, r1 - r0, before, after)))
        yield Block((r0, r1), (r0, terms.count), evidence)


@dataclass(frozen=True, slots=True)
class _Postings:
    """For each term the sentences that hold it, in order: the term matrix by column."""

    terms: Terms
    starts: Ints
    sentences: Ints
    weights: Floats

    @classmethod
    def of(cls, terms: Terms) -> _Postings:
        row = np.repeat(np.arange(terms.count), np.diff(terms.starts))
        order = np.lexsort((row, terms.columns))
        sizes = np.bincount(terms.columns, minlength=len(terms.idf))
        starts = np.concatenate(([0], np.cumsum(sizes)))
        return cls(terms, starts, row[order], terms.weights[order])

    def sums(self, r0: int, r1: int) -> tuple[Floats, Floats, Floats]:
        """Return cosine, summed idf and summed squared idf of shared terms, of rows ``r0`` to ``r1`` with all from
        ``r0`` on."""
        own = slice(self.terms.starts[r0], self.terms.starts[r1])
        term = self.terms.columns[own]
        row = np.repeat(np.arange(r1 - r0), np.diff(self.terms.starts[r0 : r1 + 1]))
        sizes = self.starts[term + 1] - self.starts[term]
        # the places in the postings of every own term, one after the other, without a loop
        offsets = np.repeat(np.cumsum(sizes) - sizes, sizes)
        place = np.arange(int(sizes.sum())) - offsets + np.repeat(self.starts[term], sizes)
        other = self.sentences[place]
        later = other >= r0
        place, other = place[later], other[later] - r0
        width = self.terms.count - r0
        cell = np.repeat(row, sizes)[later] * width + other
        product = np.repeat(self.terms.weights[own], sizes)[later] * self.weights[place]
        rarity = np.repeat(self.terms.idf[term], sizes)[later]

        def summed(values: Floats) -> Floats:
            cells = np.bincount(cell, weights=values, minlength=(r1 - r0) * width)
            return cells.astype(np.float64, copy=False).reshape(r1 - r0, width)

        return summed(product), summed(rarity), summed(rarity**2)


def _context(cosine: Floats, rows: int, before: NDArray[np.bool_], after: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return flanks and beside. ``before`` and ``after`` tell of each column whether its article has a neighbour there;
    the first ``rows`` columns are the rows' own article."""
    up, down = before[:rows, None], after[:rows, None]
    above = np.roll(cosine, 1, axis=0) * up
    below = np.roll(cosine, -1, axis=0) * down
    left = np.roll(cosine, 1, axis=1) * before
    right = np.roll(cosine, -1, axis=1) * after
    flanks = (np.roll(above, 1, axis=1) * before + np.roll(below, -1, axis=1) * after) / 2
    return flanks, np.maximum(np.maximum(above, below), np.maximum(left, right))
