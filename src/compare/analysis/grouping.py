"""Grouping sentences into claims: cohesive, overlapping, and never larger than what holds together.

Even perfect links chain everything into one giant cluster, since a sentence states several claims and all sentences
share names. So a claim grows from its strongest link and takes in a sentence only if that sentence fits most of what
the claim holds already. It joins every claim it fits; a pair that fits into none starts a new one. What a reader put in
grows into the claims that were found without it, by the same rule.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import fsum

import numpy as np
from numpy.typing import NDArray

from compare.analysis.pairs import CLOSE, Near, Pairs
from compare.analysis.scoring import Weights
from compare.analysis.terms import Ints

REPEATS = 0.75
"""Share of a claim's sentences from which on a larger one that holds them tells the same. From 0.66 on it leaves F1 of
links as it is and spares the reader claims that differ in a sentence; at 0.5 F1 falls from .45 to .39."""

MOST = 4
"""A claim grows no further in an article of which it holds a quarter: that would be what the article is about."""

COHESION = 0.6
"""A sentence joins a claim if its mean score with the claim's members of other articles is this share of the link
threshold at least; pairs that are not likely count as 0, and of a large claim so many members as a sentence can be
close to."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What claims grow from.

    Attributes:
        pairs: the scored pairs.
        linked: which of them are links.
        near: their scores by sentence.
        article: the number of each sentence's article.
        voice: the independent voice that speaks each sentence.
        weights: when two sentences are linked.
        partners: by sentence those of its own voice that tell the same.
        room: how many sentences of an article a claim may hold, by article.
    """

    pairs: Pairs
    linked: NDArray[np.bool_]
    near: Near
    article: Sequence[int]
    voice: Sequence[int]
    weights: Weights
    partners: Mapping[int, Set[int]]
    room: Mapping[int, int]

    @classmethod
    def of(
        cls,
        pairs: Pairs,
        linked: NDArray[np.bool_],
        near: Near,
        article: Sequence[int],
        voice: Sequence[int],
        weights: Weights,
    ) -> Grounds:
        """Gather them."""
        speaks = np.asarray(voice)
        own = linked & (speaks[pairs.a] == speaks[pairs.b])
        retold = pairs.recaps | set(zip(pairs.a[own].tolist(), pairs.b[own].tolist(), strict=True))
        room = {k: max(2, n // MOST) for k, n in Counter(article).items()}
        return cls(pairs, linked, near, article, voice, weights, _partners(retold), room)

    def across(self, links: Ints) -> list[tuple[int, int]]:
        """Return the links between two voices, of those at these places, the strongest first."""
        a, b = self.pairs.a[links], self.pairs.b[links]
        best_first = np.lexsort((b, a, -self.pairs.score[links]))
        ends = zip(a[best_first].tolist(), b[best_first].tolist(), strict=True)
        return [(a, b) for a, b in ends if self.voice[a] != self.voice[b]]

    def has_room(self, members: Iterable[int]) -> bool:
        """Return whether a claim may hold so many sentences of each of its articles."""
        return all(count <= self.room[k] for k, count in Counter(self.article[n] for n in members).items())

    def are_shared(self, members: Iterable[int]) -> bool:
        """Return whether several voices speak some sentences."""
        return len({self.voice[n] for n in members}) > 1


def group(grounds: Grounds) -> list[tuple[int, ...]]:
    """Return the claims as tuples of sentence numbers, every sentence in one at least.

    A sentence that no other voice states stands in claims of its own voice only.
    """
    partners = grounds.partners
    shared = _shared([], grounds.across(np.flatnonzero(grounds.linked)), grounds)
    placed = _members(shared)
    shared = [members | {r for n in members for r in partners[n] if r not in placed} for members in shared]
    shared = _without_repeats([], shared, grounds)
    placed = _members(shared)
    alone = _alone([n for n in range(len(grounds.voice)) if n not in placed], partners)
    return [tuple(sorted(members)) for members in (*shared, *alone)]


def group_entered(grounds: Grounds, groups: Sequence[tuple[int, ...]], read: int) -> list[tuple[int, ...]]:
    """Return the claims with the sentences that were put in, laid over those that were found without them.

    They join the claims that they fit; a link of theirs that fits into none starts a new one, into which may come what
    stands elsewhere. A claim that none of them comes into stays, but for one of a single voice that loses what is
    shared now.

    Args:
        grounds: those of all sentences.
        groups: the claims that were found of those that were read.
        read: how many these are; the others were put in.
    """
    partners, entered = grounds.partners, range(read, len(grounds.voice))
    across = grounds.across(np.flatnonzero(grounds.linked & (grounds.pairs.b >= read)))
    near_it = {*entered, *(n for ends in across for n in ends)}
    near_it |= {m for n in near_it for m in partners[n]}
    touched = [set(members) for members in groups if not near_it.isdisjoint(members)]
    found = [members for members in touched if grounds.are_shared(members)]
    shared = _shared(found, across, grounds)
    placed = _members(shared)
    # what retells a new member comes along, and what is new comes where it retells any
    before = [*found, *(set[int]() for _ in shared[len(found) :])]
    shared = [
        members | {r for n in members for r in partners[n] if r not in placed and (r >= read or n not in was)}
        for members, was in zip(shared, before, strict=True)
    ]
    shared = _without_repeats(shared[: len(found)], shared[len(found) :], grounds)
    placed = _members(shared)
    alone = [rest for members in touched if not grounds.are_shared(members) and (rest := members - placed)]
    alone = _with_retellings(alone, set(entered) - placed, partners)
    others = [members for members in groups if near_it.isdisjoint(members)]
    return [*others, *(tuple(sorted(members)) for members in (*shared, *alone))]


def _members(claims: Iterable[Set[int]]) -> set[int]:
    return {n for members in claims for n in members}


def _with_retellings(claims: list[set[int]], rest: Iterable[int], partners: Mapping[int, Set[int]]) -> list[set[int]]:
    """Put the rest each into the first claim of one voice that it retells, or into one of its own."""
    for n in sorted(rest):
        home = next((members for members in claims if not partners[n].isdisjoint(members)), None)
        if home is None:
            claims.append({n})
        else:
            home.add(n)
    return claims


def _shared(begun: Sequence[Set[int]], links: Sequence[tuple[int, int]], grounds: Grounds) -> list[set[int]]:
    """Grow claims from links across voices, strongest first; those that are begun already come first."""
    article, voice, near, partners = grounds.article, grounds.voice, grounds.near, grounds.partners
    room, cohesion = grounds.room, COHESION * grounds.weights.link
    claims: list[set[int]] = []
    of_voice: list[defaultdict[int, list[int]]] = []
    holding: defaultdict[int, set[int]] = defaultdict(set)

    def fits(n: int, k: int) -> bool:
        claim, own = claims[k], of_voice[k].get(voice[n], ())
        # a second sentence of one voice must retell the first, or a long sentence elsewhere would gather half a text
        if own and partners[n].isdisjoint(own):
            return False
        if own and sum(article[m] == article[n] for m in own) >= room[article[n]]:
            return False
        others, scores = claim.difference(own) if own else claim, near[n]
        fewer = len(others) < len(scores)
        common = filter(scores.__contains__, others) if fewer else filter(others.__contains__, scores)
        found = fsum(map(scores.__getitem__, common))
        return len(others) > 0 and found / min(len(others), CLOSE) >= cohesion

    def join(n: int, k: int) -> None:
        claims[k].add(n)
        of_voice[k][voice[n]].append(n)
        holding[n].add(k)

    def start(*members: int) -> None:
        claims.append(set())
        of_voice.append(defaultdict(list))
        for n in members:
            join(n, len(claims) - 1)

    for members in begun:
        start(*sorted(members))
    for a, b in links:
        if holding[a] & holding[b]:
            continue
        homes = [(k, b) for k in holding[a] if fits(b, k)] + [(k, a) for k in holding[b] if fits(a, k)]
        for k, n in homes:
            join(n, k)
        if not homes:
            start(a, b)
    return claims


def _alone(rest: Sequence[int], partners: Mapping[int, Set[int]]) -> list[set[int]]:
    """Group what no other voice states: a sentence with those that retell it."""
    free = set(rest)
    claims = []
    for n in rest:
        if n in free:
            members = {n} | (partners[n] & free)
            free -= members
            claims.append(members)
    return claims


def _without_repeats(kept: list[set[int]], claims: Sequence[set[int]], grounds: Grounds) -> list[set[int]]:
    """Put each claim that a larger one holds, or one of those that are kept anyway, all but a little, into that one, if
    its articles have room there."""
    holding: defaultdict[int, set[int]] = defaultdict(set)
    for k, members in enumerate(kept):
        for n in members:
            holding[n].add(k)

    for claim in sorted(claims, key=lambda c: (-len(c), sorted(c))):
        common = Counter(k for n in claim for k in holding[n])
        homes = sorted((-shared, k) for k, shared in common.items() if shared >= REPEATS * len(claim))
        home = next((k for _, k in homes if claim <= kept[k] or grounds.has_room(kept[k] | claim)), len(kept))
        if home == len(kept):
            kept.append(set())
        kept[home] |= claim
        for n in claim:
            holding[n].add(home)
    return kept


def _partners(pairs: Set[tuple[int, int]]) -> defaultdict[int, set[int]]:
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        partners[a].add(b)
        partners[b].add(a)
    return partners
