"""Grouping sentences into claims: cohesive, overlapping, and never larger than what holds together.

Even perfect links chain everything into one giant cluster, since a sentence states several claims and all sentences
share names. So a claim grows from its strongest link and takes in a sentence only if that sentence fits most of what
the claim holds already. It joins every claim it fits; a pair that fits into none starts a new one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from math import fsum
from typing import TypeAlias

import numpy as np

from compare.analysis.pairs import CLOSE, Pairs
from compare.analysis.scoring import Weights

REPEATS = 0.75
"""Share of a claim's sentences from which on a larger one that holds them tells the same. From 0.66 on it leaves F1 of
links as it is and spares the reader claims that differ in a sentence; at 0.5 F1 falls from .45 to .39."""

AGAIN = 0.5
"""Overlap from which on two sentences that no other voice states are one claim: two that are not would be told as one,
of which a reader sees one sentence. ``only_ap`` is .725 with it, .723 with that of all recaps."""

MOST = 4
"""A claim grows no further in an article of which it holds a quarter: that would be what the article is about."""

Near: TypeAlias = Sequence[Mapping[int, float]]
"""The scores of the likely pairs, by sentence and counterpart."""

COHESION = 0.6
"""A sentence joins a claim if its mean score with the claim's members of other articles is this share of the link
threshold at least; pairs that are not likely count as 0, and of a large claim so many members as a sentence can be
close to. F1 of links on SPARK is .446 at 0.5, .449 here, .455 at 0.65 and .454 at 0.8; a value that half of the stories
choose gains .004 on the others."""


def group(
    pairs: Pairs, near: Near, article: Sequence[int], voice: Sequence[int], weights: Weights
) -> list[tuple[int, ...]]:
    """Return the claims as tuples of sentence numbers, every sentence in one at least.

    A sentence that no other voice states stands in claims of its own voice only.

    Args:
        pairs: the scored pairs.
        near: their scores by sentence.
        article: the number of each sentence's article.
        voice: the independent voice that speaks each sentence.
        weights: when two sentences are linked.
    """
    best_first = np.lexsort((pairs.b, pairs.a, -pairs.score))
    linked = best_first[pairs.linked(weights)[best_first]]
    ends = list(zip(pairs.a[linked].tolist(), pairs.b[linked].tolist(), strict=True))
    across = [(a, b) for a, b in ends if voice[a] != voice[b]]
    within = frozenset((a, b) for a, b in ends if voice[a] == voice[b])
    retold = within | pairs.recaps.keys()
    again = within | {pair for pair, overlap in pairs.recaps.items() if overlap >= AGAIN}
    room = {k: max(2, n // MOST) for k, n in Counter(article).items()}
    shared = _shared(across, near, retold, article, room, voice, COHESION * weights.link)
    placed = {n for members in shared for n in members}
    shared = _without_repeats(_with_recaps(shared, placed, retold), article, room)
    placed = {n for members in shared for n in members}
    alone = _alone([n for n in range(len(voice)) if n not in placed], again)
    return [tuple(sorted(members)) for members in (*shared, *alone)]


def _shared(
    links: Sequence[tuple[int, int]],
    near: Near,
    retold: Set[tuple[int, int]],
    article: Sequence[int],
    room: Mapping[int, int],
    voice: Sequence[int],
    cohesion: float,
) -> list[set[int]]:
    """Grow claims from links across voices, strongest first."""
    claims: list[set[int]] = []
    of_voice: list[defaultdict[int, list[int]]] = []
    holding: defaultdict[int, set[int]] = defaultdict(set)
    partners = _partners(retold)

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

    for a, b in links:
        if holding[a] & holding[b]:
            continue
        homes = [(k, b) for k in holding[a] if fits(b, k)] + [(k, a) for k in holding[b] if fits(a, k)]
        for k, n in homes:
            join(n, k)
        if not homes:
            claims.append(set())
            of_voice.append(defaultdict(list))
            join(a, len(claims) - 1)
            join(b, len(claims) - 1)
    return claims


def _with_recaps(claims: Sequence[set[int]], placed: set[int], retold: Set[tuple[int, int]]) -> list[set[int]]:
    """Add to each claim the sentences, linked to no other voice, that retell one of its members."""
    partners = _partners(retold)
    return [members | {r for n in members for r in partners[n] if r not in placed} for members in claims]


def _alone(rest: Sequence[int], again: Set[tuple[int, int]]) -> list[set[int]]:
    """Group what no other voice states: a sentence with those that say it again."""
    partners = _partners(again)
    free = set(rest)
    claims = []
    for n in rest:
        if n in free:
            members = {n} | (partners[n] & free)
            free -= members
            claims.append(members)
    return claims


def _without_repeats(claims: Sequence[set[int]], article: Sequence[int], room: Mapping[int, int]) -> list[set[int]]:
    """Put each claim that a larger one holds, all but a little, into that one, if its articles have room there."""
    holding: defaultdict[int, set[int]] = defaultdict(set)
    kept: list[set[int]] = []

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
