"""What corrections of claims come to in the numbers of sentences: what stands together, what apart, what is said."""

from __future__ import annotations

from itertools import permutations

import pytest

from compare.analysis.hand import Hand
from compare.analysis.links import Linking
from compare.analysis.numbered import Numbered
from compare.model import Apart, Correction, Excluded, Link, Together
from compare.model.corrections import READER
from compare.model.difference import Changed

from .stories import FILL, story

NUMBERED = Numbered.of(story(**FILL).coverage.articles)
"""Nine sentences, three of each article."""

ID = [sentence.id for _, sentence in NUMBERED.pieces]
COPY = "copy.s1"
TWINS = {s: (s, COPY) if s == ID[0] else (s,) for s in ID}
"""The first sentence has a copy."""


def ids(*numbers: int) -> tuple[str, ...]:
    return tuple(ID[n] for n in numbers)


def hand(*corrections: Correction, gone: frozenset[int] = frozenset()) -> Hand:
    found = Hand.of(NUMBERED, TWINS, corrections, gone)
    assert Hand.of(NUMBERED, TWINS, corrections[::-1], gone) == found, "the order says nothing"
    return found


def test_what_is_put_together_is_joined_across_articles() -> None:
    found = hand(Together(ids(4, 0, 1)))
    assert found.together == ((0, 1, 4),)
    assert found.joined == {(0, 4), (1, 4)}
    assert found.touched == found.named == {0, 1, 4}
    assert (found.apart, found.cut, found.warnings) == ((), frozenset(), ())


def test_what_is_set_apart_is_cut_whichever_side_is_named_first() -> None:
    found = hand(Apart(ids(4, 7), ids(0)))
    assert found.apart == ((frozenset({0}), frozenset({4, 7})),)
    assert found.cut == {(0, 4), (0, 7)}
    assert found == hand(Apart(ids(0), ids(7, 4)))


def test_apart_wins_over_together_and_that_is_said() -> None:
    found = hand(Together(ids(0, 3, 6)), Apart(ids(0), ids(3)))
    assert found.together == ((0, 6),), "of the rest a part of one says nothing"
    assert found.warnings == (
        f"corrections contradict each other: sentences put together with {ID[0]} were set apart; that is obeyed",
    )
    several = hand(Together(ids(0, 1, 3, 4)), Apart(ids(0, 1), ids(3, 4)))
    assert several.together == ((0, 1), (3, 4))


def test_what_is_not_compared_is_passed_over_and_that_is_said_once() -> None:
    found = hand(Together((*ids(0), "no\nsuch")), Together((*ids(0, 3), "no\nsuch")))
    assert found.together == ((0, 3),)
    assert found.warnings == ("correction passed over: no such is not compared in this set",)
    gone = hand(Together(ids(0, 3, 6)), gone=frozenset({6}))
    assert gone.together == ((0, 3),)
    assert gone.warnings == (f"correction passed over: {ID[6]} is not compared in this set",)
    assert gone.touched == {0, 3, 6}


def test_nothing_is_set_apart_from_itself_or_from_nothing() -> None:
    found = hand(Apart(ids(0), ids(0, 3)))
    assert (found.apart, found.warnings) == ((), (f"correction ignored: {ID[0]} is set apart from itself",))
    assert hand(Apart(ids(0), ("elsewhere",))).apart == ()


def test_a_correction_of_a_copy_is_one_of_its_original() -> None:
    assert hand(Together((COPY, *ids(3)))).together == ((0, 3),)
    assert hand(Apart((COPY,), ids(0))).warnings == (f"correction ignored: {COPY} is set apart from itself",)


def test_what_is_said_of_articles_is_none_of_it() -> None:
    assert not hand(Excluded(ID[0])).touched


@pytest.mark.parametrize(
    ("members", "joins", "forbids"),
    [
        ((0, 1, 4), True, False),
        ((1, 4), True, False),
        ((1, 2), False, False),
        ((1, 6, 7), False, True),
        ((1, 6), False, False),
        ((1, 7), False, False),
    ],
)
def test_what_it_joins_and_what_it_forbids(members: tuple[int, ...], joins: bool, forbids: bool) -> None:
    found = hand(Together(ids(0, 1, 4)), Apart(ids(6), ids(7)))
    assert (found.joins(members), found.forbids(members)) == (joins, forbids)


def test_links_are_as_the_reader_has_them() -> None:
    def link(a: int, b: int, score: float = 0.7) -> Link:
        return Link(min(ID[a], ID[b]), max(ID[a], ID[b]), score, ("rare words in common",))

    def kept(found: Hand) -> dict[frozenset[str], tuple[float, tuple[str, ...]]]:
        links = Linking(before).under(NUMBERED, found).links
        assert [(x.a, x.b) for x in links] == sorted((x.a, x.b) for x in links)
        return {frozenset((x.a, x.b)): (x.score, x.basis) for x in links}

    before = tuple(sorted((link(0, 3), link(0, 6), link(1, 4)), key=lambda x: (x.a, x.b)))
    of = {pair: frozenset(ids(*pair)) for pair in ((0, 3), (0, 6), (1, 4), (2, 5))}
    plain = {of[pair]: (0.7, ("rare words in common",)) for pair in ((0, 3), (0, 6), (1, 4))}
    assert kept(hand(Apart(ids(0), ids(3)))) == {k: v for k, v in plain.items() if k != of[0, 3]}
    assert kept(hand(gone=frozenset({0}))) == {of[1, 4]: plain[of[1, 4]]}
    certain = {of[2, 5]: (1.0, (READER,)), of[1, 4]: (1.0, (READER,))}
    assert kept(hand(Together(ids(2, 5)), Together(ids(1, 4)))) == plain | certain


def test_what_is_other_than_under_the_hand_before_is_known_without_comparing_links() -> None:
    found = Linking(Link(min(ID[a], ID[b]), max(ID[a], ID[b]), 0.7, ()) for a, b in ((0, 3), (0, 6), (1, 4)))
    hands = (
        None,
        hand(Together(ids(2, 5)), Together(ids(0, 3))),
        hand(Together(ids(2, 5)), Apart(ids(0), ids(6))),
        hand(gone=frozenset({0})),
    )
    for before, now in permutations((found.under(NUMBERED, each) for each in hands), 2):
        since, compared = now.since(before), Changed.of(before.links, now.links)
        assert since is not None
        assert (set(since.gone), set(since.new), since.count) == (set(compared.gone), set(compared.new), compared.count)
    put_in = Linking(found.found).under(NUMBERED, None)
    assert put_in.since(found.under(NUMBERED, None)) is None, "of other links it is not known"
