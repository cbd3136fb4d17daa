"""Claims as a reader has them: the groups that were found, with what stands together joined and what is apart parted.

The analysis groups as if nobody had said anything, and the reader's hand is laid over that. So a correction changes the
claims that hold its sentences, and no other: nothing far away regroups because a link was cut here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from math import fsum

import numpy as np

from compare.analysis.hand import Hand, Sides
from compare.analysis.pairs import Near, Pairs


@dataclass(slots=True)
class _Piece:
    """A claim in the making: whether the reader's constraints changed it, and whether anything did."""

    members: set[int]
    by_hand: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Obeyed:
    """The claims that obey a hand: which of them came of it, and what could not be put together."""

    groups: Sequence[tuple[int, ...]]
    by_hand: frozenset[tuple[int, ...]]
    unmet: tuple[tuple[int, ...], ...]


def obey(
    groups: Sequence[tuple[int, ...]], hand: Hand, near: Near, recaps: frozenset[tuple[int, int]], voice: Sequence[int]
) -> Obeyed:
    """Lay a hand over the claims that were found.

    What was taken away is in none. What is set apart is parted: a sentence that was not named goes with the side it is
    nearer to. Then what belongs together joins the claim that holds most of it, and what only one voice has said along
    with it comes too. A sentence stays in the other shared claims it stands in; what a joined claim holds entirely is
    gone.

    Args:
        groups: the claims that were found.
        hand: the constraints.
        near: scores of the likely pairs by sentence.
        recaps: pairs of sentences of one article that tell the same.
        voice: by sentence.
    """
    touched, named = hand.touched, hand.named
    others = [group for group in groups if touched.isdisjoint(group)]
    pieces = [
        _Piece(set(group) - hand.gone, changed=not hand.gone.isdisjoint(group))
        for group in groups
        if not touched.isdisjoint(group)
    ]
    for sides in hand.apart:
        pieces = [part for piece in pieces for part in _parted(piece, sides, near, recaps)]
    elsewhere = {n for group in others if not _speaks_alone(group, voice) for n in group}
    for together in hand.together:
        _join(pieces, frozenset(together), hand, elsewhere | _shared(pieces, voice), voice)
    shared = elsewhere | _shared(pieces, voice)
    for piece in pieces:
        if _speaks_alone(piece.members, voice) and not shared.isdisjoint(piece.members):
            piece.by_hand |= not named.isdisjoint(piece.members)
            piece.members -= shared
            piece.changed = True
    kept = _without_parts([p for p in pieces if p.members], others)
    found = [tuple(sorted(piece.members)) for piece in kept]
    named_apart = {n for sides in hand.apart for side in sides for n in side}
    by_hand = {
        group
        for piece, group in zip(kept, found, strict=True)
        if piece.by_hand or (_speaks_alone(group, voice) and not named_apart.isdisjoint(group))
    }
    # what one voice said along with a sentence may have been parted from it by what another correction joined
    unmet = tuple(t for t in hand.together if not any(piece.members.issuperset(t) for piece in kept))
    return Obeyed([*others, *found], frozenset(by_hand), unmet)


def _parted(piece: _Piece, sides: Sides, near: Near, recaps: frozenset[tuple[int, int]]) -> list[_Piece]:
    one, other = piece.members & sides[0], piece.members & sides[1]
    if not one or not other:
        return [piece]

    def close(n: int, side: set[int]) -> float:
        return fsum(near[n].get(m, 1.0 if (min(n, m), max(n, m)) in recaps else 0.0) for m in side) / len(side)

    rest = piece.members - one - other
    with_one = {n for n in rest if close(n, one) >= close(n, other)}
    return [_Piece(side, by_hand=True, changed=True) for side in (one | with_one, other | (rest - with_one))]


def _join(pieces: list[_Piece], together: frozenset[int], hand: Hand, shared: set[int], voice: Sequence[int]) -> None:
    """Put sentences that belong together into the claim that holds most of them, or into one of their own, if any
    may hold them."""

    def may_hold(members: set[int]) -> bool:
        # what one voice says stands in shared claims only, or in none
        return not hand.forbids(members) and not (_speaks_alone(members, voice) and not shared.isdisjoint(members))

    def fit(piece: _Piece) -> tuple[int, int, list[int]]:
        return -len(piece.members & together), -len(piece.members), sorted(piece.members)

    homes = [p for p in pieces if not together.isdisjoint(p.members) and may_hold(p.members | together)]
    if not homes and not may_hold(set(together)):
        return
    if not homes:
        pieces.append(_Piece(set()))
    home = min(homes, key=fit, default=pieces[-1])
    home.members |= together
    home.by_hand = home.changed = True
    for piece in [p for p in pieces if p is not home and _speaks_alone(p.members, voice)]:
        if together.isdisjoint(piece.members):
            continue
        if may_hold(home.members | piece.members):
            home.members |= piece.members
            pieces.remove(piece)
        elif not _speaks_alone(home.members, voice):
            piece.members -= home.members
            piece.by_hand = piece.changed = True


def _without_parts(pieces: Sequence[_Piece], others: Iterable[tuple[int, ...]]) -> list[_Piece]:
    """Leave out each claim that another one holds entirely where either has changed."""
    ordered = sorted(pieces, key=lambda p: (-len(p.members), sorted(p.members), not p.by_hand, not p.changed))
    # what holds a claim holds its first sentence
    holding: dict[int, list[tuple[Set[int], bool]]] = {min(piece.members): [] for piece in ordered}
    for group in others:
        for n in holding.keys() & group:
            holding[n].append((frozenset(group), False))
    kept: list[_Piece] = []
    for piece in ordered:
        larger = holding[min(piece.members)]
        if any(piece.members <= members and (changed or piece.changed) for members, changed in larger):
            continue
        kept.append(piece)
        for n in holding.keys() & piece.members:
            holding[n].append((piece.members, piece.changed))
    return kept


def _shared(pieces: Iterable[_Piece], voice: Sequence[int]) -> set[int]:
    """All sentences that stand in a claim of several voices."""
    return {n for piece in pieces if not _speaks_alone(piece.members, voice) for n in piece.members}


def _speaks_alone(members: Iterable[int], voice: Sequence[int]) -> bool:
    return len({voice[n] for n in members}) <= 1


def near_by_hand(near: Near, hand: Hand) -> Near:
    """Return the scores with 1 for what was put together, and none for what was set apart or taken away."""
    rows = {n: dict(near[n]) for n in hand.named.union(*(near[n].keys() for n in hand.gone))}
    for n in hand.gone:
        for m in near[n]:
            rows[m].pop(n, None)
        rows[n] = {}
    for a, b in hand.cut:
        rows[a].pop(b, None)
        rows[b].pop(a, None)
    for a, b in hand.joined:
        rows[a][b] = rows[b][a] = 1.0
    return [rows.get(n, row) for n, row in enumerate(near)]


def pairs_by_hand(pairs: Pairs, near: Near, hand: Hand, article: Sequence[int]) -> Pairs:
    """Return the pairs with the nearest as a reader has them: what was put together is nearest, the first of several.
    In place of what was set apart or taken away comes the likeliest other sentence of that article, or none where none
    is likely; nothing is near to what was taken away.

    Args:
        pairs: as they were scored, whose scores stay.
        near: the scores by hand.
        hand: the constraints.
        article: the number of each sentence's article.
    """
    match, nearest = pairs.match.copy(), pairs.nearest.copy()
    gone = sorted(hand.gone)
    lost = np.argwhere(np.isin(match, gone)).tolist() if gone else []
    match[gone], nearest[gone] = -1, 0.0
    for n, k in [*lost, *((n, article[m]) for n, m in _ends(hand.cut) if match[n, article[m]] == m)]:
        if n not in hand.gone:
            rest = [(-score, other) for other, score in near[n].items() if article[other] == k]
            score, match[n, k] = min(rest, default=(0.0, -1))
            nearest[n, k] = abs(score)
    for n, m in reversed(_ends(hand.joined)):
        match[n, article[m]], nearest[n, article[m]] = m, 1.0
    return replace(pairs, match=match, nearest=nearest)


def moved(before: Pairs, after: Pairs, renumbered: Set[int] = frozenset()) -> dict[int, frozenset[int]]:
    """Return in which articles what is nearest to a sentence is another, by the sentence, of those that have any.

    ``renumbered`` are the numbers that are another sentence's than before, or were none's, or are none's now.
    """
    if before is after:
        return {}
    both = min(len(before.match), len(after.match))
    other = (before.nearest[:both] != after.nearest[:both]) | (before.match[:both] != after.match[:both])
    if renumbered:
        other |= np.isin(after.match[:both], sorted(renumbered))
        other[[n for n in renumbered if n < both]] = True
    moved: dict[int, set[int]] = {n: set(range(after.match.shape[1])) for n in range(both, len(after.match))}
    for n, k in np.argwhere(other).tolist():
        moved.setdefault(n, set()).add(k)
    return {n: frozenset(articles) for n, articles in moved.items()}


def _ends(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs in both directions, in order."""
    return sorted(end for a, b in pairs for end in ((a, b), (b, a)))
