"""Of which groups something is known anew, so that their claims are made again; of all others they are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from types import SimpleNamespace
from typing import cast

import pytest

from compare.analysis.known import Known
from compare.analysis.learnt import Learnt
from compare.analysis.voices import mixed

ARTICLE = [0, 0, 1, 1, 2]
"""Five sentences of three articles."""


def known(voice: Sequence[int] = (0, 1, 2)) -> Known:
    """What is asked of what is known, and nothing else: the third sentence has a figure, the fourth a fraction."""
    numbered = SimpleNamespace(article=ARTICLE, voice=tuple(voice))
    told = {3: "Half of it sank."}
    asked = {"voices": set(voice), "figures": {2: {"a figure"}}, "fractions": lambda n: told.get(n, "")}
    return cast(Known, SimpleNamespace(numbered=numbered, **asked))


def learnt(
    *,
    told: Set[int] = frozenset(),
    given: Set[int] = frozenset(),
    figures: Set[str] = frozenset(),
    scored: Mapping[int, Set[int]] | None = None,
    nearest: Mapping[int, Set[int]] | None = None,
    voices: Set[int] = frozenset(),
    was: Sequence[int] = (0, 1, 2),
    now: Sequence[int] = (0, 1, 2),
) -> Learnt:
    return Learnt(known(was), known(now), told, given, figures, scored or {}, nearest or {}, voices)


@pytest.mark.parametrize(
    ("found", "anew"),
    [
        (learnt(), False),
        (learnt(told={2}), True),
        (learnt(told={4}), False),
        (learnt(scored={0: {2}, 2: {0}}), True),
        # of one pair within a group both are other, whatever else is
        (learnt(scored={0: {2}, 2: {0}, 3: {4}}), True),
        (learnt(scored={0: {4}, 4: {0}}), False),
    ],
)
def test_of_sentences(found: Learnt, anew: bool) -> None:
    assert found.of_sentences((0, 2, 3)) is anew


@pytest.mark.parametrize(
    ("found", "anew"),
    [
        (learnt(), False),
        # what is nearest in an article that states a claim says nothing of it
        (learnt(nearest={0: {2}}), True),
        (learnt(nearest={0: {1}}), False),
        (learnt(nearest={0: {1, 2}, 2: {0}}), True),
        (learnt(nearest={4: {0}}), False),
        # an article that states it gives another figure, or another article one of its figures
        (learnt(given={1}), True),
        (learnt(given={2}), False),
        (learnt(given={2}, figures={"a figure"}), True),
        (learnt(given={2}, figures={"another"}), False),
    ],
)
def test_of_how_articles_stand_to_it(found: Learnt, anew: bool) -> None:
    assert found.of_stances((0, 2)) is anew


@pytest.mark.parametrize(("sentence", "anew"), [(2, False), (3, True)])
def test_a_share_that_another_article_gives_may_be_a_fraction(sentence: int, anew: bool) -> None:
    assert learnt(given={2}).of_stances((sentence,)) is anew
    assert not learnt().of_stances((sentence,))


@pytest.mark.parametrize(
    ("group", "was", "now", "anew"),
    [
        ((0, 2), (0, 1, 2), (0, 1, 2), False),
        # two articles of one voice now, or no more
        ((0, 2), (0, 1, 2), (0, 0, 2), True),
        ((0, 2), (0, 0, 2), (0, 1, 2), True),
        ((0, 2, 4), (0, 1, 2), (0, 1, 1), True),
        # other numbers are no other voices
        ((0, 2), (0, 1, 2), (1, 0, 2), False),
        # of two voices two are all, which they were not of three
        ((0, 2), (0, 1, 2), (0, 1, 1), True),
    ],
)
def test_of_whose_voices_it_is(group: Sequence[int], was: Sequence[int], now: Sequence[int], anew: bool) -> None:
    assert learnt(voices=mixed(was, now), was=was, now=now).of_voices(group) is anew
