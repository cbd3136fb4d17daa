"""Grouping sentences into claims: cohesive, overlapping, and never larger than what holds together.

Even perfect links chain everything into one giant cluster, since a sentence states several claims and all sentences
share names. So a claim grows from its strongest link and takes in a sentence only if that sentence fits most of what
the claim holds already. It joins every claim it fits; a pair that fits into none starts a new one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
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


def group(
    pairs: Pairs,
    linked: NDArray[np.bool_],
    near: Near,
    article: Sequence[int],
    voice: Sequence[int],
    weights: Weights,
) -> list[tuple[int, ...]]:
    """Return the claims as tuples of sentence numbers, every sentence in one at least.

    A sentence that no other voice states stands in claims of its own voice only.

    Args:
        pairs: the scored pairs.
        linked: which of them are links.
        near: their scores by sentence.
        article: the number of each sentence's article.
        voice: the independent voice that speaks each sentence.
        weights: when two sentences are linked.
    """
    partners, room = _partners(_retold(pairs, linked, voice)), _room(article)
    across = _across(pairs, np.flatnonzero(linked), voice)
    shared = _shared([], across, near, partners, article, room, voice, COHESION * weights.link)
    placed = {n for members in shared for n in members}
    shared = [members | {r for n in members for r in partners[n] if r not in placed} for members in shared]
    shared = _without_repeats([], shared, article, room)
    placed = {n for members in shared for n in members}
    alone = _alone([n for n in range(len(voice)) if n not in placed], partners)
    return [tuple(sorted(members)) for members in (*shared, *alone)]


def group_entered(
    groups: Sequence[tuple[int, ...]],
    pairs: Pairs,
    linked: NDArray[np.bool_],
    near: Near,
    article: Sequence[int],
    voice: Sequence[int],
    weights: Weights,
    read: int,
) -> list[tuple[int, ...]]:
    """Return the claims with the sentences that were put in, laid over those that were found without them.

    They join the claims that they fit; a link of theirs that fits into none starts a new one, into which may come what
    stands elsewhere. A claim that none of them comes into stays, but for one of a single voice that loses what is
    shared now.

    Args:
        groups: the claims that were found.
        pairs: the scored pairs, those of the sentences that were put in among them.
        linked: as for :func:`group`, and so are the others.
        near: see there.
        article: see there.
        voice: see there.
        weights: see there.
        read: how many sentences were read; the others were put in.
    """
    partners, room, entered = _partners(_retold(pairs, linked, voice)), _room(article), range(read, len(article))
    across = _across(pairs, np.flatnonzero(linked & (pairs.b >= read)), voice)
    near_it = {*entered, *(n for ends in across for n in ends)}
    near_it |= {m for n in near_it for m in partners[n]}
    touched = [set(members) for members in groups if not near_it.isdisjoint(members)]
    alone = [members for members in touched if len({voice[n] for n in members}) == 1]
    found = [members for members in touched if len({voice[n] for n in members}) > 1]
    shared = _shared(found, across, near, partners, article, room, voice, COHESION * weights.link)
    placed = {n for members in shared for n in members}
    # what retells a new member comes along, and what is new comes where it retells any
    before = [*found, *(set[int]() for _ in shared[len(found) :])]
    shared = [
        members | {r for n in members for r in partners[n] if r not in placed and (r >= read or n not in was)}
        for members, was in zip(shared, before, strict=True)
    ]
    shared = _without_repeats(shared[: len(found)], shared[len(found) :], article, room)
    placed = {n for members in shared for n in members}
    left = _left_alone([rest for members in alone if (rest := members - placed)], set(entered) - placed, partners)
    others = [members for members in groups if near_it.isdisjoint(members)]
    return [*others, *(tuple(sorted(members)) for members in (*shared, *left))]


def _left_alone(claims: list[set[int]], rest: Iterable[int], partners: Mapping[int, Set[int]]) -> list[set[int]]:
    """Put the rest each into the first claim of one voice that it retells, or into one of its own."""
    for n in sorted(rest):
        home = next((members for members in claims if not partners[n].isdisjoint(members)), None)
        if home is None:
            claims.append({n})
        else:
            home.add(n)
    return claims


def _across(pairs: Pairs, links: Ints, voice: Sequence[int]) -> list[tuple[int, int]]:
    """The links between two voices, of those at these places, the strongest first."""
    best_first = links[np.lexsort((pairs.b[links], pairs.a[links], -pairs.score[links]))]
    ends = zip(pairs.a[best_first].tolist(), pairs.b[best_first].tolist(), strict=True)
    return [(a, b) for a, b in ends if voice[a] != voice[b]]


def _retold(pairs: Pairs, linked: NDArray[np.bool_], voice: Sequence[int]) -> Set[tuple[int, int]]:
    """The pairs of sentences of one voice that tell the same."""
    speaks = np.asarray(voice)
    own = linked & (speaks[pairs.a] == speaks[pairs.b])
    return pairs.recaps | set(zip(pairs.a[own].tolist(), pairs.b[own].tolist(), strict=True))


def _room(article: Sequence[int]) -> dict[int, int]:
    """How many sentences of an article a claim may hold."""
    return {k: max(2, n // MOST) for k, n in Counter(article).items()}


def _shared(
    begun: Sequence[Set[int]],
    links: Sequence[tuple[int, int]],
    near: Near,
    partners: Mapping[int, Set[int]],
    article: Sequence[int],
    room: Mapping[int, int],
    voice: Sequence[int],
    cohesion: float,
) -> list[set[int]]:
    """Grow claims from links across voices, strongest first; those that are begun already come first."""
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


def _without_repeats(
    kept: list[set[int]], claims: Sequence[set[int]], article: Sequence[int], room: Mapping[int, int]
) -> list[set[int]]:
    """Put each claim that a larger one holds, or one of those that are kept anyway, all but a little, into that one, if
    its articles have room there."""
    holding: defaultdict[int, set[int]] = defaultdict(set)
    for k, members in enumerate(kept):
        for n in members:
            holding[n].add(k)

    def has_room(members: set[int]) -> bool:
        return all(count <= room[k] for k, count in Counter(article[n] for n in members).items())

    for claim in sorted(claims, key=lambda c: (-len(c), sorted(c))):
        common = Counter(k for n in claim for k in holding[n])
        homes = sorted((-shared, k) for k, shared in common.items() if shared >= REPEATS * len(claim))
        home = next((k for _, k in homes if claim <= kept[k] or has_room(kept[k] | claim)), len(kept))
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
