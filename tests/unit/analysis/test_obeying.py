"""A reader's hand laid over the claims that were found: what it joins, what it parts, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, product

import numpy as np
import pytest

from compare.analysis.hand import Hand, Sides
from compare.analysis.obeying import Obeyed, moved, near_by_hand, obey, pairs_by_hand
from compare.analysis.pairs import Pairs

VOICE = [0, 1, 2, 0, 1, 2, 0, 1, 2]
"""Nine sentences of three voices, an article each."""


def hand(
    *together: tuple[int, ...], apart: Sequence[tuple[set[int], set[int]]] = (), gone: Collection[int] = ()
) -> Hand:
    sides: tuple[Sides, ...] = tuple((frozenset(one), frozenset(other)) for one, other in apart)
    return Hand(
        together,
        sides,
        frozenset((a, b) for part in together for a, b in combinations(part, 2) if VOICE[a] != VOICE[b]),
        frozenset((min(a, b), max(a, b)) for one, other in sides for a, b in product(one, other)),
        (),
        frozenset(gone),
        frozenset(),
    )


def near_of(scores: Mapping[tuple[int, int], float]) -> list[dict[int, float]]:
    near: list[dict[int, float]] = [{} for _ in VOICE]
    for (a, b), score in scores.items():
        near[a][b] = near[b][a] = score
    return near


def obeyed(
    groups: Sequence[tuple[int, ...]],
    by: Hand,
    scores: Mapping[tuple[int, int], float] | None = None,
    recaps: Collection[tuple[int, int]] = (),
) -> Obeyed:
    return obey(groups, by, near_of(scores or {}), recaps, VOICE)


@pytest.mark.parametrize(
    ("scores", "recaps", "parts"),
    [
        ({(1, 5): 0.6, (0, 1): 0.5}, (), {(0,), (1, 5)}),
        ({(1, 5): 0.5, (0, 1): 0.6}, (), {(0, 1), (5,)}),
        ({}, (), {(0, 1), (5,)}),  # as near to the one as to the other
        ({(0, 1): 0.9}, ((1, 5),), {(0,), (1, 5)}),  # what tells the same in its own article is nearest
    ],
)
def test_what_is_not_named_goes_with_the_side_that_it_is_nearer_to(
    scores: Mapping[tuple[int, int], float], recaps: Collection[tuple[int, int]], parts: set[tuple[int, ...]]
) -> None:
    found = obeyed([(0, 1, 5), (2, 3)], hand(apart=[({0}, {5})]), scores, recaps)
    assert set(found.groups) == parts | {(2, 3)}
    assert found.by_hand == parts


def test_a_claim_that_has_one_side_alone_is_not_parted() -> None:
    found = obeyed([(0, 1), (4, 5)], hand(apart=[({0}, {5})]))
    assert set(found.groups) == {(0, 1), (4, 5)}
    assert not found.by_hand
    # that one voice alone says it is the reader's word then
    assert obeyed([(0,), (4, 5)], hand(apart=[({0}, {5})])).by_hand == {(0,)}


def test_what_is_put_together_joins_the_claim_that_holds_most_of_it() -> None:
    found = obeyed([(0, 1), (2, 3, 4), (5,), (6, 7)], hand((0, 1, 2, 5)))
    assert set(found.groups) == {(0, 1, 2, 5), (2, 3, 4), (6, 7)}
    assert found.by_hand == {(0, 1, 2, 5)}
    assert not found.unmet


def test_it_makes_a_claim_of_its_own_where_what_is_apart_stands_in_the_others() -> None:
    found = obeyed([(0, 1), (2, 3)], hand((1, 2), apart=[({0}, {2}), ({1}, {3})]))
    assert set(found.groups) == {(0, 1), (2, 3), (1, 2)}
    assert found.by_hand == {(1, 2)}
    assert not found.unmet
    # and in none that has nothing of it
    found = obeyed([(0, 1), (2, 3), (4,)], hand((1, 2), apart=[({0}, {2}), ({1}, {3}), ({4}, {0})]))
    assert set(found.groups) == {(0, 1), (2, 3), (1, 2), (4,)}


def test_what_one_voice_said_along_with_it_comes_too() -> None:
    assert set(obeyed([(0, 3), (1, 2, 4)], hand((0, 1))).groups) == {(0, 1, 2, 3, 4)}
    found = obeyed([(0, 3), (1, 2, 4)], hand((0, 1), apart=[({2}, {3})]))
    assert set(found.groups) == {(0, 1, 2, 4), (3,)}
    assert found.by_hand == {(0, 1, 2, 4), (3,)}


def test_what_a_joined_claim_holds_entirely_is_gone_and_what_it_does_not_stays() -> None:
    assert set(obeyed([(0, 1, 2), (1, 5)], hand((0, 5))).groups) == {(0, 1, 2, 5)}
    assert set(obeyed([(0, 1, 2), (1, 5, 7)], hand((0, 5))).groups) == {(0, 1, 2, 5), (1, 5, 7)}
    # of claims that nobody touched one may hold another
    assert set(obeyed([(0, 1), (0, 1, 2), (4,), (5,)], hand((4, 5))).groups) == {(0, 1), (0, 1, 2), (4, 5)}


def test_a_sentence_that_is_shared_now_leaves_what_its_voice_says_alone() -> None:
    found = obeyed([(0, 3, 6), (1,), (4,)], hand((0, 1), apart=[({1}, {3, 6})]))
    assert set(found.groups) == {(0, 1), (3, 6), (4,)}


def test_what_was_taken_away_is_in_no_claim_which_is_none_of_the_readers_for_that() -> None:
    found = obeyed([(0, 1, 2), (2,), (4, 5)], hand(gone={2}))
    assert set(found.groups) == {(0, 1), (4, 5)}
    assert not found.by_hand


def test_what_no_claim_may_hold_is_unmet() -> None:
    found = obeyed([(1, 3), (0,)], hand((0, 3), apart=[({0}, {1})]))
    assert found.unmet == ((0, 3),)
    assert set(found.groups) == {(1, 3), (0,)}


def test_scores_are_certain_of_what_is_together_and_none_of_what_is_apart_or_gone() -> None:
    near = near_of({(0, 1): 0.5, (0, 2): 0.6, (1, 2): 0.7, (4, 5): 0.8})
    by = near_by_hand(near, hand((3, 4), apart=[({0}, {1})], gone={2}))
    assert list(by) == near_of({(3, 4): 1.0, (4, 5): 0.8})
    assert by[5] is near[5], "what nobody touched is the same row"
    assert near == near_of({(0, 1): 0.5, (0, 2): 0.6, (1, 2): 0.7, (4, 5): 0.8})


def pairs_of(nearest: Mapping[tuple[int, int], tuple[int, float]]) -> Pairs:
    """Pairs of which only is told what is nearest: by sentence and article which one, and how near."""
    none, match, score = np.zeros(0, dtype=np.int32), np.full((9, 3), -1, dtype=np.int32), np.zeros((9, 3))
    for at, (other, near) in nearest.items():
        match[at], score[at] = other, near
    return Pairs(none, none, np.zeros(0), np.zeros((4, 0)), np.zeros(0), match, score, {}, 0)


def nearest(pairs: Pairs, n: int, article: int) -> tuple[int, float]:
    return int(pairs.match[n, article]), float(pairs.nearest[n, article])


def test_what_is_nearest_is_as_the_reader_has_it() -> None:
    pairs = pairs_of({(0, 1): (1, 0.5), (1, 0): (0, 0.5), (0, 2): (2, 0.6), (2, 0): (0, 0.6), (5, 0): (3, 0.1)})
    near = near_of({(0, 1): 0.5, (0, 4): 0.4, (0, 2): 0.6})
    apart = hand(apart=[({0}, {1})])
    found = pairs_by_hand(pairs, near_by_hand(near, apart), apart, VOICE)
    assert nearest(found, 0, 1) == (4, 0.4), "the likeliest other of that article"
    assert nearest(found, 1, 0) == (-1, 0.0), "none is likely"
    assert nearest(found, 0, 2) == (2, 0.6)
    gone = hand(gone={2})
    found = pairs_by_hand(pairs, near_by_hand(near, gone), gone, VOICE)
    assert nearest(found, 0, 2) == nearest(found, 2, 0) == (-1, 0.0)
    joined = hand((1, 5), (1, 8), (3, 5))
    found = pairs_by_hand(pairs, near_by_hand(near, joined), joined, VOICE)
    assert nearest(found, 1, 2) == (5, 1.0), "of several the first"
    assert nearest(found, 8, 1) == (1, 1.0)
    assert nearest(found, 5, 0) == (3, 1.0)
    assert nearest(pairs, 0, 1) == (1, 0.5), "what was scored stays"


def test_where_what_is_nearest_has_changed() -> None:
    before = pairs_of({(0, 1): (1, 0.5), (3, 2): (2, 0.5)})
    after = pairs_of({(0, 1): (1, 0.6), (3, 2): (5, 0.5)})
    assert moved(before, before) == {}
    assert moved(before, after) == {0: frozenset({1}), 3: frozenset({2})}
    assert moved(before, pairs_of({(0, 1): (1, 0.5), (3, 2): (2, 0.5)}), {1}) == {
        0: frozenset({1}),
        1: frozenset({0, 1, 2}),
    }
