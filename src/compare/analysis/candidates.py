"""Stage one, in two halves: an inverted index that sums what two sentences share, and the evidence made of it.

No matrix of all pairs is ever held: a few sentences at a time meet those of their own and of all later articles.
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

ROWS = 64
"""Sentences that meet all others at once. It bounds memory: a block has so many rows, however long an article is."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some sentences of one article against those of their own and of all later articles.

    ``article`` is the article's number; ``rows`` and ``columns`` are the first sentence numbers and one past the last;
    ``evidence`` has the shape (kinds, rows, columns).
    """

    article: int
    rows: tuple[int, int]
    columns: tuple[int, int]
    evidence: Floats


def blocks(terms: Terms, starts: Ints) -> Iterator[Block]:
    """Yield the blocks of all articles, in order.

    ``starts`` holds the number of each article's first sentence and, last, the number of sentences.
    """
    postings = _Postings.of(terms)
    first = np.zeros(terms.count + 1, dtype=bool)
    first[starts] = True
    for article, (begin, end) in enumerate(zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)):
        for r0 in range(begin, end, ROWS):
            r1 = min(r0 + ROWS, end)
            yield Block(article, (r0, r1), (begin, terms.count), _evidence(postings, first, (begin, end), (r0, r1)))


def _evidence(postings: _Postings, first: NDArray[np.bool_], article: tuple[int, int], rows: tuple[int, int]) -> Floats:
    """Return the evidence of some rows of an article, whose neighbours just outside are looked at and left out."""
    terms, (begin, end), (r0, r1) = postings.terms, article, rows
    h0, h1 = max(begin, r0 - 1), min(end, r1 + 1)
    cosine, shared, rare = postings.sums(h0, h1, begin)
    before, after = ~first[:-1], ~first[1:]
    context = _context(cosine, before[begin:], after[begin:], before[h0:h1], after[h0:h1])
    overlap = shared / np.sqrt(np.maximum(np.outer(terms.mass[h0:h1], terms.mass[begin:]), 1e-9))
    evidence: Floats = np.stack((rare / terms.unit**2, overlap, *context))[:, r0 - h0 : r1 - h0]
    return evidence


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

    def sums(self, r0: int, r1: int, c0: int) -> tuple[Floats, Floats, Floats]:
        """Return cosine, summed idf and summed squared idf of shared terms, of rows ``r0`` to ``r1`` with all from
        ``c0`` on."""
        own = slice(self.terms.starts[r0], self.terms.starts[r1])
        term = self.terms.columns[own]
        row = np.repeat(np.arange(r1 - r0), np.diff(self.terms.starts[r0 : r1 + 1]))
        sizes = self.starts[term + 1] - self.starts[term]
        # the places in the postings of every own term, one after the other, without a loop
        offsets = np.repeat(np.cumsum(sizes) - sizes, sizes)
        place = np.arange(int(sizes.sum())) - offsets + np.repeat(self.starts[term], sizes)
        other = self.sentences[place]
        later = other >= c0
        place, other = place[later], other[later] - c0
        width = self.terms.count - c0
        cell = np.repeat(row, sizes)[later] * width + other
        product = np.repeat(self.terms.weights[own], sizes)[later] * self.weights[place]
        rarity = np.repeat(self.terms.idf[term], sizes)[later]

        def summed(values: Floats) -> Floats:
            cells = np.bincount(cell, weights=values, minlength=(r1 - r0) * width)
            return cells.astype(np.float64, copy=False).reshape(r1 - r0, width)

        return summed(product), summed(rarity), summed(rarity**2)


def _context(
    cosine: Floats,
    before: NDArray[np.bool_],
    after: NDArray[np.bool_],
    row_before: NDArray[np.bool_],
    row_after: NDArray[np.bool_],
) -> tuple[Floats, Floats]:
    """Return flanks and beside. ``before`` and ``after`` tell of each column whether its article has a neighbour there,
    ``row_before`` and ``row_after`` the same of each row."""
    above = np.roll(cosine, 1, axis=0) * row_before[:, None]
    below = np.roll(cosine, -1, axis=0) * row_after[:, None]
    left = np.roll(cosine, 1, axis=1) * before
    right = np.roll(cosine, -1, axis=1) * after
    flanks = (np.roll(above, 1, axis=1) * before + np.roll(below, -1, axis=1) * after) / 2
    return flanks, np.maximum(np.maximum(above, below), np.maximum(left, right))
