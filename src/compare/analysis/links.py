"""Scored pairs in the model's words: the links of a set, and of each sentence the nearest elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter

import numpy as np

from compare.analysis.candidates import EVIDENCE
from compare.analysis.hand import Hand
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.analysis.terms import Floats, Ints
from compare.model import Link, Nearest
from compare.model.corrections import READER
from compare.model.difference import Changed

NEAREST_ALL = 50
"""Up to so many articles the nearest sentence in every other article is given, beyond it the :data:`BEST`."""

BEST = 10
"""Nearest sentences that a set of more than :data:`NEAREST_ALL` articles lists of each."""

_PLAIN = {
    "weight": "rare words in common",
    "overlap": "much of both is the same words",
    "flanks": "the sentences around both agree",
    "beside": "a neighbour of one agrees with the other",
}


def make_links(numbered: Numbered, pairs: Pairs, linked: Ints, weights: Weights) -> tuple[Link, ...]:
    """Return the pairs at some places as links, in order of their ids."""
    ids = np.array([sentence.id for _, sentence in numbered.pieces], dtype=np.object_)
    place = np.argsort(np.argsort(ids))
    a, b = pairs.a[linked], pairs.b[linked]
    a, b = np.where(place[a] < place[b], (a, b), (b, a))
    order = np.lexsort((place[b], place[a]))
    linked, a, b = linked[order], a[order], b[order]
    shares = np.array(weights.pair.weights)[:, None] * pairs.evidence[:, linked]
    scores = np.round(pairs.score[linked], 6).tolist()
    return tuple(map(Link, ids[a].tolist(), ids[b].tolist(), scores, _bases(shares, pairs.wording[linked])))


class Linking:
    """The links that were found, for one hand after another to be laid over them."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.found = tuple(links)

    @cached_property
    def _place(self) -> Mapping[tuple[str, str], int]:
        return {(link.a, link.b): n for n, link in enumerate(self.found)}

    def under(self, numbered: Numbered, hand: Hand | None) -> Linked:
        """Return the links without those that a reader cut, or took an end of away, and with what was put together,
        which is certain."""
        if hand is None:
            return Linked(self.found, self, Changed((), (), len(self.found)))
        joined = {ends: _certain(*ends) for ends in _ids(numbered, hand.joined)}
        left_out = self._places({*_ids(numbered, hand.cut), *joined})
        if hand.gone:
            gone = {numbered.pieces[n][1].id for n in hand.gone}
            left_out |= {n for n, link in enumerate(self.found) if link.a in gone or link.b in gone}
        kept: list[Link | None] = [*self.found]
        for n in left_out:
            kept[n] = None
        for n in self._places(joined):
            kept[n] = joined[self.found[n].a, self.found[n].b]
        more = [link for ends, link in joined.items() if ends not in self._place]
        links = [*filter(None, kept), *more]
        if more:
            links.sort(key=attrgetter("a", "b"))
        other = Changed(tuple(self.found[n] for n in left_out), tuple(joined.values()), len(links))
        return Linked(tuple(links), self, other)

    def _places(self, ends: Iterable[tuple[str, str]]) -> set[int]:
        return {self._place[pair] for pair in ends if pair in self._place}


@dataclass(frozen=True, slots=True)
class Linked:
    """Links under a hand; ``other`` is what is other in them than in those that were found."""

    links: tuple[Link, ...]
    base: Linking
    other: Changed[Link]

    def since(self, before: Linked) -> Changed[Link] | None:
        """Return what is other than under the hand before, if the same links were found."""
        return self.other.since(before.other) if self.base is before.base else None


def _ids(numbered: Numbered, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    pieces = numbered.pieces
    for a, b in pairs:
        one, other = pieces[a][1].id, pieces[b][1].id
        yield (one, other) if one < other else (other, one)


@lru_cache(maxsize=1 << 15)  # the very same link again, for whoever asks what has changed
def _certain(a: str, b: str) -> Link:
    return Link(a, b, 1.0, (READER,))


def make_nearest(numbered: Numbered, pairs: Pairs) -> tuple[Nearest, ...]:
    """Return for each sentence its nearest in every other article, or the ten best of a large set."""
    return tuple(near for n in numbered.order for near in nearest_of(numbered, pairs, n))


def nearest_of(numbered: Numbered, pairs: Pairs, n: int) -> tuple[Nearest, ...]:
    """Return what is nearest to one sentence, by its number."""
    scores = np.round(pairs.nearest[n], 6)
    others = np.flatnonzero(pairs.match[n] >= 0)
    if len(numbered.articles) > NEAREST_ALL:
        others = np.sort(others[np.argsort(-pairs.nearest[n, others], kind="stable")[:BEST]])
    matches = pairs.match[n, others].tolist()
    sentence, pieces = numbered.pieces[n][1].id, numbered.pieces
    rows = zip(others.tolist(), matches, scores[others].tolist(), strict=True)
    return tuple(Nearest(sentence, numbered.articles[k].id, pieces[m][1].id, score) for k, m, score in rows)


def _bases(shares: Floats, wording: Floats) -> list[tuple[str, ...]]:
    """Name what spoke for each pair, strongest first: evidence that carries a tenth of the whole, and common wording.

    ``shares`` are by kind of evidence and pair. There are few bases, of which each is made once.
    """
    strongest = np.argsort(-shares, axis=0, kind="stable")
    ordered = np.take_along_axis(shares, strongest, axis=0)
    tells = (ordered > 0) & (ordered >= np.maximum(shares, 0).sum(axis=0) / 10)
    kinds = np.where(tells, strongest, -1)
    found, which = np.unique(np.vstack((kinds, np.round(wording))), axis=1, return_inverse=True)
    bases = [_basis(*column) for column in found.astype(int).T.tolist()]
    return [bases[n] for n in which.ravel().tolist()]


def _basis(*numbers: int) -> tuple[str, ...]:
    """The words for some kinds of evidence, -1 for none, and last for so many words in a row."""
    *kinds, words = numbers
    named = [_PLAIN[EVIDENCE[kind]] for kind in kinds if kind >= 0]
    return (*named, *([f"{words} words in a row"] if words >= 2 else []))
