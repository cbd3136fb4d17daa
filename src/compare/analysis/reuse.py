"""Verbatim reuse: the longest runs of twelve words or more that articles have in common.

Only words that stand in a shared run of twelve are looked at again; of ordinary coverage that is next to nothing. They
are sorted as suffixes by doubling (see :func:`~compare.analysis.flow.pairs`), and the tree that their common
beginnings form is walked once, so that a text that says one word a hundred thousand times costs no more than another
of its length: time grows with words times the logarithm of the longest run, and in the worst case with words times
articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.analysis.flow import RUN, Flow
from compare.analysis.terms import Ints
from compare.model import Passage, Reuse

MOST = 20_000
"""Passages that are listed at most, those of the longest runs. Fifty reprints that each change other words have more
runs in common than anybody reads, and their number grows with the square of the reprints."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """A run of words: it stands at the suffixes from ``first`` to before ``last``, in the articles whose bits
    ``articles`` has."""

    words: int
    first: int
    last: int
    articles: int


@dataclass(slots=True)
class _Open:
    """A branch of which not all suffixes were met. ``fullest`` is the most articles that one longer run stands in;
    ``before`` is the word before all of its occurrences, -1 if there are several."""

    words: int
    first: int
    articles: int
    fullest: int
    before: int


@dataclass(frozen=True, slots=True)
class Shared:
    """The words of a flow that stand in a run of twelve which articles share, by number, and their codes.

    Where words in between were left out stands a -1, with a code of its own that equals no other.
    """

    flow: Flow
    at: Ints
    codes: Ints

    @classmethod
    def of(cls, flow: Flow) -> Shared:
        """Find them."""
        ends = np.zeros(len(flow.codes) + 1, dtype=np.int64)
        begins = np.flatnonzero(flow.runs >= 0)
        np.add.at(ends, begins, 1)
        np.add.at(ends, begins + RUN, -1)
        kept = np.flatnonzero(np.cumsum(ends)[:-1] > 0)
        gaps = np.flatnonzero(np.diff(kept) > 1) + 1
        at = np.insert(kept, gaps, -1)
        codes = np.where(at >= 0, flow.codes[at], 0)
        codes[at < 0] = codes.max(initial=0) + 1 + np.arange(len(gaps))
        return cls(flow, at, codes)

    def is_as_in(self, other: Shared) -> bool:
        """Return whether the very same words are shared in two flows of the same texts: so are the runs then."""
        same = [a.id for a in self.flow.articles] == [a.id for a in other.flow.articles]
        return same and all(map(np.array_equal, self._places, other._places))

    @property
    def _places(self) -> tuple[NDArray[np.bool_], Ints, Ints]:
        here = self.at >= 0
        return here, self.flow.article[self.at[here]], self.flow.start[self.at[here]]


def find_reuse(shared: Shared) -> tuple[tuple[Reuse, ...], int]:
    """Return the runs, longest first, and how many there are that :data:`MOST` left no room for.

    A run cannot be made longer without losing an article, and stands whole in every article it lists, at each of its
    places there that do not overlap. One that is part of a longer run of the same articles is left out.
    """
    flow, at, codes = shared.flow, shared.at, shared.codes
    if not len(at):
        return (), 0
    order, common = _suffixes(codes)
    article = np.where(at >= 0, flow.article[at], 0)
    found = _without_parts(list(_branches(codes, article, order, common)), article, order)
    found.sort(key=lambda b: (-b.words, order[b.first : b.last].min()))
    reuse: list[Reuse] = []
    room = MOST
    for branch in found:
        places = _places(branch, article, order)
        room -= len(places)
        if room < 0:
            break
        reuse.append(Reuse(branch.words, tuple(_passage(flow, int(at[p]), branch.words) for p in places)))
    return tuple(reuse), len(found) - len(reuse)


def _passage(flow: Flow, first: int, words: int) -> Passage:
    article = flow.articles[int(flow.article[first])]
    return Passage(article.id, int(flow.start[first]), int(flow.end[first + words - 1]))


def _suffixes(codes: Ints) -> tuple[Ints, Ints]:
    """Return the suffixes in an order that puts equal beginnings together, and how many words each has in common with
    the one before it."""
    count = len(codes)
    levels = [np.unique(codes, return_inverse=True)[1].astype(np.int64)]
    while levels[-1].max() + 1 < count:
        size = 1 << (len(levels) - 1)
        later = np.zeros(count, dtype=np.int64)
        later[: max(count - size, 0)] = levels[-1][size:] + 1
        levels.append(np.unique(levels[-1] * (count + 1) + later, return_inverse=True)[1].astype(np.int64))
    order = np.argsort(levels.pop())
    common = np.zeros(count, dtype=np.int64)
    one, two = order[:-1].copy(), order[1:].copy()
    for k in reversed(range(len(levels))):
        level = np.append(levels[k], [-1, -2])  # beyond the end nothing is equal
        same = level[np.minimum(one, count)] == level[np.where(two < count, two, count + 1)]
        common[1:][same] += 1 << k
        one[same] += 1 << k
        two[same] += 1 << k
    return order, common


def _branches(codes: Ints, article: Ints, order: Ints, common: Ints) -> Iterator[_Branch]:
    """Yield the runs that no word more, at either end, leaves in all their articles at all their places."""
    before = np.append(codes[:-1], -1)[order - 1].tolist()  # the first of all has the end's -1 before it
    bits = [1 << a for a in article[order].tolist()]
    lengths = [n if n >= RUN else 0 for n in [*common[1:].tolist(), 0]]
    stack: list[_Open] = []
    for i, words in enumerate(lengths):
        first, articles, word = i, bits[i], before[i]
        while stack and stack[-1].words > words:
            top = stack.pop()
            _take(top, articles, word)
            if top.articles.bit_count() > max(top.fullest, 1) and top.before < 0:
                yield _Branch(top.words, top.first, i + 1, top.articles)
            first, articles, word = top.first, top.articles, top.before
        if words and stack and stack[-1].words == words:
            _take(stack[-1], articles, word)
        elif words:
            stack.append(_Open(words, first, articles, articles.bit_count(), word))


def _take(branch: _Open, articles: int, before: int) -> None:
    """Add a longer run, or a single suffix, to the branch it begins with."""
    branch.articles |= articles
    branch.fullest = max(branch.fullest, articles.bit_count())
    if branch.before != before:
        branch.before = -1


def _without_parts(branches: Sequence[_Branch], article: Ints, order: Ints) -> list[_Branch]:
    """Leave out what is part of a longer run of the same articles: seen in the first of them, where it must stand."""
    groups: defaultdict[int, list[_Branch]] = defaultdict(list)
    for branch in branches:
        groups[branch.articles].append(branch)
    kept: list[_Branch] = []
    for articles, group in groups.items():
        first = (articles & -articles).bit_length() - 1
        stretches = sorted(
            (p, -(p + branch.words), k)
            for k, branch in enumerate(group)
            for p in order[branch.first : branch.last][article[order[branch.first : branch.last]] == first].tolist()
        )
        parts: set[int] = set()
        reach = 0
        for _, end, k in stretches:
            if -end <= reach:
                parts.add(k)
            reach = max(reach, -end)
        kept += [branch for k, branch in enumerate(group) if k not in parts]
    return kept


def _places(branch: _Branch, article: Ints, order: Ints) -> list[int]:
    """Return where a run begins, in order of the text; of places that overlap the first."""
    places: list[int] = []
    for p in sorted(order[branch.first : branch.last].tolist()):
        if not places or article[places[-1]] != article[p] or p >= places[-1] + branch.words:
            places.append(p)
    return places
