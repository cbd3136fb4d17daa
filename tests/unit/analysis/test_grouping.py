"""Grouping: cohesive, overlapping, everyone placed."""

from __future__ import annotations

import numpy as np

from compare.analysis.grouping import group
from compare.analysis.pairs import Pairs


def pairs(scores: dict[tuple[int, int], float], recaps: dict[tuple[int, int], float] | None = None) -> Pairs:
    return Pairs(scores, {}, {}, np.zeros((0, 0), dtype=np.int64), np.zeros((0, 0)), recaps or {}, 0)


def test_what_is_linked_shares_a_claim_and_the_rest_stands_alone() -> None:
    assert sorted(group(pairs({(0, 2): 0.9}), [0, 0, 1], 0.3)) == [(0, 2), (1,)]


def test_a_triangle_is_one_claim() -> None:
    assert group(pairs({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}), [0, 1, 2], 0.3) == [(0, 1, 2)]


def test_a_chain_does_not_become_one_claim() -> None:
    scores = {(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5, (3, 4): 0.5}
    found = group(pairs(scores), [0, 1, 2, 3, 4], 0.5)
    assert all(len(claim) < 4 for claim in found)
    assert all(any({a, b} <= set(claim) for claim in found) for a, b in scores)


def test_a_sentence_of_two_statements_stands_in_two_claims() -> None:
    found = group(pairs({(0, 1): 0.9, (0, 2): 0.9}), [0, 1, 1], 0.5)
    assert sorted(found) == [(0, 1), (0, 2)]


def test_a_recap_joins_the_claim_it_retells() -> None:
    assert group(pairs({(0, 2): 0.9}, {(0, 1): 0.5}), [0, 0, 1], 0.5) == [(0, 1, 2)]
    assert group(pairs({}, {(0, 1): 0.5}), [0, 0, 1], 0.5) == [(0, 1), (2,)]


def test_two_articles_of_one_voice_share_nothing_but_retell() -> None:
    assert group(pairs({(0, 1): 0.9}), [0, 0], 0.5) == [(0, 1)]


def test_no_sentence_of_a_single_voice_claim_stands_in_a_shared_one() -> None:
    voice = [0, 0, 1, 1, 2]
    found = group(pairs({(0, 2): 0.9, (1, 3): 0.2, (3, 4): 0.6}, {(0, 1): 0.4, (2, 3): 0.5}), voice, 0.5)
    shared = {n for claim in found if len({voice[m] for m in claim}) > 1 for n in claim}
    alone = {n for claim in found if len({voice[m] for m in claim}) == 1 for n in claim}
    assert not shared & alone
    assert shared | alone == set(range(5))
