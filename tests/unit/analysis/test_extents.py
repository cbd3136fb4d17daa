"""All that somebody has, what is needed, what is done each day, the share of some: no figure of another part."""

from __future__ import annotations

import pytest

from compare.model import ConflictKind

from .stories import kinds, tell

SHOPS = "The grocer Lindgren {} shops in the towns of the north, it said in Lund on Thursday."


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("will close 25", "has 30", []),
        ("will close 25", "will close 30", [ConflictKind.FIGURE]),
        ("has 25", "has about 30", [ConflictKind.FIGURE]),
        ("opened 25", "opens 30", [ConflictKind.FIGURE]),
        ("opened 25", "needs 30", []),
        ("will close 25", "two weeks ago closed 30", []),
        ("will close 25", "in the previous year closed 30", []),
    ],
)
def test_a_part_is_none_of_what_somebody_has_or_needs_or_had(
    one: str, other: str, conflicts: list[ConflictKind]
) -> None:
    assert kinds(tell(SHOPS.format(one), SHOPS.format(other))) == conflicts


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("70 flights", "90 flights a day", []),
        ("70 flights a day", "90 flights daily", [ConflictKind.FIGURE]),
        ("70 flights on a day", "90 flights on Monday", [ConflictKind.FIGURE]),
        ("70 flights", "90 short flights nightly", []),
    ],
)
def test_what_is_done_each_day_is_no_count_of_one(one: str, other: str, conflicts: list[ConflictKind]) -> None:
    flown = "The airline Nordair cancelled {} from the old airport of Oslo after a strike of its cabin crew."
    assert kinds(tell(flown.format(one), flown.format(other))) == conflicts


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("Unemployment", "Unemployment", [ConflictKind.FIGURE]),
        ("Unemployment", "Unemployment among the young", []),
        ("Unemployment among women", "Unemployment among the young", [ConflictKind.FIGURE]),
        ("Unemployment", "Among other things unemployment", [ConflictKind.FIGURE]),
    ],
)
def test_a_share_of_some_is_none_of_all(one: str, other: str, conflicts: list[ConflictKind]) -> None:
    rose = "{} in the county of Lund rose to {} percent in the quarter, the statistics office said."
    assert kinds(tell(rose.format(one, 5), rose.format(other, 9))) == conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council of Lund will build 3,000 flats by the old harbour.", "It rejected plans for 4,000 flats there."),
        ("The ministry in Lund has hired 2,300 teachers.", "The ministry in Lund plans to hire 3,000 teachers."),
        ("The ferry of Lund had 300 tons of oil on board.", "The ferry of Lund can carry 450 tons of oil on board."),
        ("A crane fell in Lund and 26 people were hurt.", "A crane fell in Lund. Of the injured 22 were sent home."),
    ],
)
def test_what_is_planned_or_possible_or_was_turned_down_and_some_of_those_counted_are_no_other_figure(
    one: str, other: str
) -> None:
    assert not tell(one, other).conflicts
