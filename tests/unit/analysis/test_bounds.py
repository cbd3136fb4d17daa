"""What two figures leave open, and whether both can be right."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.analysis.bounds import Bounds, bounds, compatible
from compare.analysis.figure import Figure
from compare.analysis.figures import figures


def bounds_of(text: str) -> Bounds:
    (figure,) = figures(text, "en")
    return bounds(figure.value, figure.hedge, unit=figure.unit, text=words(text, figure))


def words(text: str, figure: Figure) -> str:
    return text[figure.start : figure.end]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("80 people", "80", "80"),
        ("200 people", "190", "210"),
        ("1,200 people", "1150", "1250"),
        ("180,000 people", "179500", "180500"),
        ("$184M", "183500000", "184500000"),
        ("$184.3 million", "184250000", "184350000"),
        ("about 80 people", "72", "88"),
        ("nearly 80 people", "72", "80"),
        ("just over 80 people", "80", "88"),
        ("more than 50 people", "50", None),
        ("50 people or more", "50", None),
        ("up to 50 people", None, "50"),
        ("40 to 50 people", "40", "50"),
        ("about 40 to 50 people", "36", "55"),
        ("a dozen people", "10", "14"),
        ("magnitude 5.9", "5.85", "5.95"),
        ("a reported 80 people", "80", "80"),
        ("a low of 0°C", "-0.5", "0.5"),
    ],
)
def test_what_a_figure_leaves_open(text: str, low: str | None, high: str | None) -> None:
    assert bounds_of(text) == (low and Decimal(low), high and Decimal(high))


def test_without_its_words_a_figure_is_taken_as_it_is() -> None:
    assert bounds("80", None) == (Decimal(80), Decimal(80))
    assert bounds("1200000", None, unit="EUR") == (Decimal(1_200_000), Decimal(1_200_000))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("80 people", "50 people", False),
        ("80 people", "80 people", True),
        ("80 people", "81 people", False),
        ("about 80 people", "83 people", True),
        ("about 80 people", "50 people", False),
        ("more than 50 people", "80 people", True),
        ("more than 80 people", "50 people", False),
        ("as many as 80 people", "50 people", True),
        ("40 to 50 people", "45 people", True),
        ("40 to 50 people", "80 people", False),
        ("200 people", "193 people", True),
        ("1,200 people", "1,187 people", True),
        ("$184M", "$184.3 million", True),
        ("$184M", "$180M", False),
        ("€4 million", "€4.4 million", True),
        ("€4 million", "€4.5 million", False),
        ("$75 million", "75 million dollars", True),
        ("magnitude 5.9", "magnitude 6.1", False),
        ("magnitude 6", "magnitude 6.1", True),
        ("90 days", "three months", True),
        ("48 hours", "two days", True),
        ("90 days", "six months", False),
        ("three miles", "5 km", True),
        ("three miles", "10 km", False),
        ("12%", "12.4%", True),
        ("12%", "15%", False),
        ("half a million people", "520,000 people", True),
        ("up to 40 people", "about 40 people", True),
        ("more than 40 people", "about 40 people", True),
        ("up to 40 people", "more than 40 people", True),
        ("up to 40 people", "about 50 people", False),
        ("more than 40 people", "about 35 people", False),
        ("40 to 50 people", "51 to 60 people", False),
    ],
)
def test_whether_both_can_be_right(one: str, other: str, both: bool) -> None:
    assert compatible(bounds_of(one), bounds_of(other)) is both
    assert compatible(bounds_of(other), bounds_of(one)) is both


@given(st.integers(2, 10**12), st.sampled_from(["", "about ", "nearly ", "at least ", "up to ", "just over "]))
def test_a_figure_may_always_be_itself(number: int, hedge: str) -> None:
    low, high = bounds_of(f"They counted {hedge}{number:,} homes.")
    assert low is None or low <= number
    assert high is None or number <= high
