"""Pairs: who comes nearest, who is ahead of its rivals, and what is kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.analysis import candidates, pairs
from compare.analysis.candidates import Vocabulary
from compare.analysis.pairs import lead, likeliest, propose, score_pairs
from compare.analysis.scoring import log_odds, weights

SENTENCES = [
    "The ferry struck a pier at dusk and sank.",
    "Nine passengers were hurt, two of them badly.",
    "Tickets will cost more from May.",
    "At dusk a ferry hit the pier; it sank within minutes.",
    "Nine hurt passengers were taken to hospital at dusk.",
    "The union wants an inquiry.",
    "A ferry sank at a pier.",
]
ARTICLE = [0, 0, 0, 1, 1, 1, 2]


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary.of(SENTENCES, ARTICLE, ["en"] * 3)


def test_the_nearest_is_the_best_of_an_article(vocabulary: Vocabulary) -> None:
    found = score_pairs(vocabulary, weights())
    assert found.match[0].tolist() == [-1, 3, 6]
    assert found.match[1, 1] == 4
    assert found.match[6].tolist() == [0, 3, -1]
    assert (found.nearest[found.match < 0] == 0).all()


def test_best_and_second_best_are_those_of_all_pairs(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = np.zeros((7, 7))
    for block in candidates.blocks(vocabulary):
        (r0, r1), (c0, c1) = block.rows, block.columns
        whole[r0:r1, c0:c1] = weights().pair.probability(block.evidence)
    whole = np.maximum(np.triu(whole, 1), np.triu(whole, 1).T)
    for rows in (1, 2, 64):
        monkeypatch.setattr(candidates, "ROWS", rows)
        found = propose(vocabulary, weights())
        for n, own in enumerate(ARTICLE):
            for other, columns in ((0, range(3)), (1, range(3, 6))):
                if own != other:
                    ranked = sorted(whole[n, list(columns)], reverse=True)
                    assert (found.best[n, other], found.second[n, other]) == pytest.approx(tuple(ranked[:2]))


def test_the_lead_is_over_the_rivals_in_both_articles(vocabulary: Vocabulary) -> None:
    found = propose(vocabulary, weights())
    (at,) = np.flatnonzero((found.a == 0) & (found.b == 3))
    own = log_odds(found.score[at])
    ahead = 2 * own - log_odds(found.second[0, 1]) - log_odds(found.second[3, 0])
    assert lead(found)[at] == pytest.approx(ahead)
    assert ahead > 0
    # an article of one sentence has no rival to be ahead of
    (at,) = np.flatnonzero((found.a == 0) & (found.b == 6))
    assert lead(found)[at] == pytest.approx(log_odds(found.score[at]) - log_odds(found.second[6, 0]))


def test_only_the_closest_of_a_crowd_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = Vocabulary.of(["The ferry sank."] * 12, list(range(12)), ["en"] * 12)
    everything = score_pairs(crowd, weights())
    assert (len(everything.a), everything.dropped) == (66, 0)
    monkeypatch.setattr(pairs, "CLOSE", 3)
    few = score_pairs(crowd, weights())
    assert len(few.a) + few.dropped == 66
    assert all(np.bincount(np.concatenate((few.a, few.b)), minlength=12) >= 3)


def test_a_page_of_equal_lines_is_bounded() -> None:
    lines = 200
    page = Vocabulary.of(["The ferry sank."] * 2 * lines, [0] * lines + [1] * lines, ["en", "en"])
    assert len(propose(page, weights()).a) <= lines * pairs.CROWD


def test_a_faint_pair_is_a_link_only_for_want_of_a_better() -> None:
    found = replace(
        score_pairs(Vocabulary.of(SENTENCES, ARTICLE, ["en"] * 3), weights()),
        a=np.array([0, 0, 1, 2]),
        b=np.array([3, 4, 4, 5]),
        score=np.array([0.9, 0.3, 0.35, 0.1]),
    )
    models = replace(weights(), link=0.5, faint=0.25)
    assert found.linked(models).tolist() == [True, False, True, False]


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0.1, 0.2, 0.3, 0.4]))), st.integers(1, 4))
def test_of_each_crowd_the_likeliest_are_kept_and_of_equals_the_first(
    pairs: list[tuple[int, float]], most: int
) -> None:
    kept = set()
    for crowd in {crowd for crowd, _ in pairs}:
        places = sorted((-score, place) for place, (own, score) in enumerate(pairs) if own == crowd)
        kept |= {place for _, place in places[:most]}
    crowds = np.array([crowd for crowd, _ in pairs], dtype=np.int64)
    scores = np.array([score for _, score in pairs], dtype=np.float64)
    assert likeliest(crowds, scores, most).tolist() == sorted(kept)
