"""Scored pairs in the model's words."""

from __future__ import annotations

import numpy as np
import pytest

from compare.analysis.links import make_links
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import weights

from .stories import FILL, story

NUMBERED = Numbered.of(story(**FILL).coverage.articles)


def pairs(evidence: list[float], wording: float, score: float = 0.7) -> Pairs:
    """One pair of the first sentences of two articles."""
    none = np.zeros((len(NUMBERED.pieces), 3))
    a, b = np.array([0], dtype=np.int32), np.array([3], dtype=np.int32)
    return Pairs(
        a, b, np.array([score]), np.array([evidence]).T, np.array([wording]), none.astype(np.int32) - 1, none, {}, 0
    )


@pytest.mark.parametrize(
    ("evidence", "wording", "basis"),
    [
        ([5, 0, 0, 0], 0, ("rare words in common",)),
        ([0, 0.5, 0, 0], 1, ("much of both is the same words",)),
        ([0, 0, 0.5, 0], 2, ("the sentences around both agree", "2 words in a row")),
        # the strongest first, as the weights have it; what carries less than a tenth is not named
        ([5, 0.9, 0, 0.01], 0, ("much of both is the same words", "rare words in common")),
        ([0.3, 0, 0, 0.5], 7, ("a neighbour of one agrees with the other", "rare words in common", "7 words in a row")),
        ([0, 0, 0, 0], 3, ("3 words in a row",)),
    ],
)
def test_it_is_said_what_a_link_rests_on(evidence: list[float], wording: float, basis: tuple[str, ...]) -> None:
    (link,) = make_links(NUMBERED, pairs(evidence, wording), np.array([0]), weights())
    assert link.basis == basis


def test_a_link_joins_two_ids_in_their_order_with_a_rounded_score() -> None:
    (link,) = make_links(NUMBERED, pairs([5, 0, 0, 0], 0, score=2 / 3), np.array([0]), weights())
    assert (link.a, link.b) == tuple(sorted(NUMBERED.pieces[n][1].id for n in (0, 3)))
    assert link.score == 0.666667
