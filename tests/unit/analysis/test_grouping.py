"""Grouping: cohesive, overlapping, everyone placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from compare.analysis.grouping import Grounds, group
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import weights


def grouped(
    scores: dict[tuple[int, int], float],
    article: Sequence[int],
    link: float,
    recaps: Sequence[tuple[int, int]] = (),
    voice: Sequence[int] | None = None,
    faint: float | None = None,
) -> list[tuple[int, ...]]:
    """Group sentences by the scores of their pairs; each article is a voice unless told otherwise."""
    pairs = pairs_of(scores, len(article), recaps)
    models = replace(weights(), link=link, faint=link if faint is None else faint)
    speaks = article if voice is None else voice
    return group(Grounds.of(pairs, pairs.linked(models), pairs.near(), article, speaks, models))


def pairs_of(scores: dict[tuple[int, int], float], count: int, recaps: Sequence[tuple[int, int]] = ()) -> Pairs:
    ends = np.array(sorted(scores), dtype=np.int32).reshape(-1, 2)
    return Pairs(
        a=ends[:, 0],
        b=ends[:, 1],
        score=np.array([scores[pair] for pair in sorted(scores)]),
        evidence=np.zeros((4, len(scores))),
        wording=np.zeros(len(scores)),
        match=np.zeros((count, 0), dtype=np.int32),
        nearest=np.zeros((count, 0)),
        recaps=frozenset(recaps),
        dropped=0,
    )


def test_what_is_linked_shares_a_claim_and_the_rest_stands_alone() -> None:
    assert sorted(grouped({(0, 2): 0.9}, [0, 0, 1], 0.3)) == [(0, 2), (1,)]


def test_a_triangle_is_one_claim() -> None:
    assert grouped({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}, [0, 1, 2], 0.3) == [(0, 1, 2)]


def test_a_chain_does_not_become_one_claim() -> None:
    scores = {(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5, (3, 4): 0.5}
    found = grouped(scores, [0, 1, 2, 3, 4], 0.5)
    assert all(len(claim) < 4 for claim in found)
    assert all(any({a, b} <= set(claim) for claim in found) for a, b in scores)


def test_a_sentence_of_two_statements_stands_in_two_claims() -> None:
    found = grouped({(0, 1): 0.9, (0, 2): 0.9}, [0, 1, 1], 0.5)
    assert sorted(found) == [(0, 1), (0, 2)]


def test_a_recap_joins_the_claim_it_retells() -> None:
    assert grouped({(0, 2): 0.9}, [0, 0, 1], 0.5, [(0, 1)]) == [(0, 1, 2)]
    assert grouped({}, [0, 0, 1], 0.5, [(0, 1)]) == [(0, 1), (2,)]


def test_two_articles_of_one_voice_share_nothing_but_retell() -> None:
    assert grouped({(0, 1): 0.9}, [0, 1], 0.5, voice=[0, 0]) == [(0, 1)]


def test_no_sentence_of_a_single_voice_claim_stands_in_a_shared_one() -> None:
    voice = [0, 0, 1, 1, 2]
    found = grouped({(0, 2): 0.9, (1, 3): 0.2, (3, 4): 0.6}, voice, 0.5, [(0, 1), (2, 3)])
    shared = {n for claim in found if len({voice[m] for m in claim}) > 1 for n in claim}
    alone = {n for claim in found if len({voice[m] for m in claim}) == 1 for n in claim}
    assert not shared & alone
    assert shared | alone == set(range(5))


def test_a_sentence_without_a_link_is_put_with_the_one_that_comes_too_near() -> None:
    # sentence 1 comes near 2 and 3, of which one is enough to doubt that it stands alone
    scores = {(0, 2): 0.9, (1, 2): 0.25, (1, 3): 0.3, (0, 3): 0.35}
    assert grouped(scores, [0, 0, 1, 1], 0.5, faint=0.5) == [(0, 2), (1,), (3,)]
    assert grouped(scores, [0, 0, 1, 1], 0.5, faint=0.28) == [(0, 2), (0, 3), (1, 3)]


def test_a_claim_holds_no_more_than_a_quarter_of_an_article() -> None:
    # every sentence of a long article retells the one of a short one
    scores = {(n, 12): 0.9 for n in range(12)}
    retold = [(a, b) for a in range(12) for b in range(a + 1, 12)]
    found = grouped(scores, [0] * 12 + [1], 0.5, retold)
    assert max(len(claim) for claim in found) == 1 + 12 // 4
    assert {n for claim in found for n in claim} == set(range(13))


def test_a_claim_that_another_holds_all_but_a_little_is_not_told_twice() -> None:
    # six say the same; the last is linked with some of them, too few for the claim as a whole
    alike = {(a, b): 0.9 for a in range(6) for b in range(a + 1, 6)}
    article = [0, 1, 2, 3, 4, 5, 6]
    assert sorted(grouped(alike | {(n, 6): 0.5 for n in range(2)}, article, 0.5)) == [(0, 1, 2, 3, 4, 5), (0, 1, 6)]
    assert grouped(alike | {(n, 6): 0.5 for n in range(3)}, article, 0.5) == [(0, 1, 2, 3, 4, 5, 6)]
