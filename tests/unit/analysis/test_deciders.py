"""Who decides, by the words before the verb, and whether two may be one."""

from __future__ import annotations

import pytest

from compare.analysis.deciders import aim, decider


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("The player himself ", "The club ", False),
        ("The club ", "The club, which lost, ", True),
        ("The club ", "Lund United ", True),
        ("The club ", "She ", True),
        ("The union said it ", "Nordair's crew ", True),
        ("The minister said the council ", "The council ", True),
        ("The minister said the council ", "The minister ", False),
        ("Rebel forces ", "Government troops ", False),
        ("The carmaker ", "The company ", True),
        ("The company ", "The union ", False),
        ("Moss ", "Her colleague in the other chamber ", False),
        ("Her office ", "The office ", True),
        ("His lawyer said he ", "Ivo Lund ", True),
        ("The widow of an engineer ", "The builder, Crane & Cole, ", False),
        ("Meridian Bank ", "At the bank's insurance arm, which is small, it ", False),
        ("", "The union ", True),
    ],
)
def test_whether_two_may_be_one(one: str, other: str, may_be: bool) -> None:
    assert decider(one).may_be(decider(other)) is may_be
    assert decider(other).may_be(decider(one)) is may_be


def test_what_a_decision_is_aimed_at() -> None:
    assert aim(" its factory in Tarn by March, it said").names == {"tarn"}
    assert aim(" the makers of the concrete, it said").nouns == {"maker", "concret"}
    assert aim("") == aim(" and so on in Lund")
