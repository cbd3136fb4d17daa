"""Which articles are far from a claim: no sentence of them comes near enough for the article to state it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import fsum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.analysis.known import Known
from compare.analysis.learnt import Learnt
from compare.analysis.terms import Floats, Ints

UNSURE = 0.74
"""An article is far from a claim only if its nearest sentences stay below this share of the link threshold: on
average over the claim's sentences, and singly where they hold what the claim is about. Otherwise it is unknown: saying
"not in this text" wrongly costs more."""

NEARLY = 0.9
"""Nor if any sentence comes to this share of the link threshold, whatever it holds: of what articles were said to lack
of labelled claims (49 SPARK stories, ``benchmarks/quality/absences.py``), they stated 11 of 141, with this 6 of 129."""

ROUNDING = 1e-9
"""Sums of weights in another order are equal but for this share."""

_Core: TypeAlias = tuple[Ints, Floats]
"""Terms, with their weight."""


class Far:
    """Which articles are far from groups of sentences, kept: of a group only those are asked again of which another
    sentence is nearest to one of its own."""

    def __init__(self) -> None:
        self._far: dict[Sequence[int], NDArray[np.bool_]] = {}
        self._stale: dict[Sequence[int], Set[int]] = {}
        # those that were asked for; None where they are to be found again
        self._cores: dict[Sequence[int], _Core | None] = {}

    def forget(self, learnt: Learnt) -> None:
        """Forget what does not hold any more."""
        if learnt.now.terms is not learnt.before.terms:
            self._cores = dict.fromkeys(self._cores)
        for group in [g for g in self._far if not learnt.told.isdisjoint(g)]:
            self._drop(group)
        for group in [g for g in self._cores if learnt.of_voices(g)]:
            self._far.pop(group, None)
            self._cores[group] = None
        for group in self._far:
            moved = learnt.moved_to(group)
            if moved:
                self._stale[group] = moved | self._stale.get(group, set())

    def keep(self, groups: Set[Sequence[int]]) -> None:
        """Forget all groups but these."""
        for group in (self._far.keys() | self._cores.keys()) - groups:
            self._drop(group)

    def _drop(self, group: Sequence[int]) -> None:
        self._far.pop(group, None)
        self._stale.pop(group, None)
        self._cores.pop(group, None)

    def hang_on_voices(self, group: Sequence[int]) -> bool:
        """Return whether it may hang on what its voices have in common which articles are far from a group: some have a
        sentence that comes near to some of its own, and not to most."""
        return group in self._cores

    def of(self, known: Known, group: Sequence[int], silent: NDArray[np.bool_]) -> Ints:
        """Return which articles are far from a group, of those that are silent on it."""
        far = self._far.get(group)
        if far is None:
            far, asked = np.zeros(len(silent), dtype=bool), np.flatnonzero(silent)
        else:
            asked = np.array([k for k in self._stale.pop(group, ()) if silent[k]], dtype=np.int64)
        if len(asked):
            far[asked] = self._are_far(known, group, asked)
        self._far[group] = far
        return far.nonzero()[0]

    def _are_far(self, known: Known, group: Sequence[int], articles: Ints) -> NDArray[np.bool_]:
        """Say of some articles whether no sentence of them comes too near to a claim, neither on average, nor one of
        them that also holds half of what the claim is about, rare terms counting more."""
        sentences = np.asarray(group)[:, None]
        nearest = known.pairs.nearest[sentences, articles]
        far = _score_low(known, nearest)
        near = (nearest >= UNSURE * known.weights.link) & far
        if near.any():
            matches, at = np.unique(known.pairs.match[sentences, articles][near], return_inverse=True)
            core = self._cores.get(group)
            if core is None:
                core = self._cores[group] = _core(known, group)
            far[np.nonzero(near)[1][_holds_half(known, core, matches)[at]]] = False
        return far


def _score_low(known: Known, nearest: Floats) -> NDArray[np.bool_]:
    """Say of articles, a column each with how near they come to a claim's sentences, whether that is far enough."""
    on_average, singly = (share * known.weights.link for share in (UNSURE, NEARLY))
    mean, highest = np.add.reduce(nearest) / len(nearest), np.maximum.reduce(nearest)
    return np.asarray((mean < on_average) & (highest < singly))


def _core(known: Known, group: Sequence[int]) -> _Core:
    """The terms that at least two of a claim's voices have in common, which it is about, with their weight: the mean
    square of their rarity."""
    cells, sizes = known.terms.cells(group)
    rarity, voice = known.terms.rarity[cells], np.repeat([known.voice[n] for n in group], sizes)
    terms, at, count = np.unique(known.terms.columns[cells], return_inverse=True, return_counts=True)
    first = np.zeros(len(terms), dtype=np.int64)
    first[at] = voice  # that of any sentence which has the term
    several = np.bincount(at, weights=voice != first[at]) > 0
    return terms[several], (np.bincount(at, weights=rarity**2) / count)[several]


def _holds_half(known: Known, core: _Core, sentences: Ints) -> NDArray[np.bool_]:
    """Say of each sentence whether it holds half of what a claim is about, by weight."""
    terms, weights = core
    half = fsum(weights) / 2
    cells, sizes = known.terms.cells(sentences)
    column, sentence = known.terms.columns[cells], np.repeat(np.arange(len(sentences)), sizes)
    at = np.minimum(np.searchsorted(terms, column), max(0, len(terms) - 1))
    found = terms[at] == column if len(terms) else np.zeros(len(column), dtype=bool)
    held = np.bincount(sentence[found], weights=weights[at[found]], minlength=len(sentences))
    return np.asarray(held >= half * (1 - ROUNDING))
