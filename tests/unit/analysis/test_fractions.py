"""Shares told as fractions, and whether one may be a percentage."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.analysis.fractions import shares, tells_share


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("half of it", "49", "51"),
        ("Four fifths of them", "79", "81"),
        ("a tenth of it", "9.5", "10.5"),
        ("six out of ten voters", "59", "61"),
        ("1 in every 4 voters", "24", "26"),
        ("twenty-five out of 100 voters", "24", "26"),
        ("seven dollars out of ten", "69", "71"),
        ("almost half of it", "44.1", "51"),
        ("more than half of it", "49", "56.1"),
        ("about half of it", "44.1", "56.1"),
        # of one hundredth it is exact
        ("half a per cent", "0.5", "0.5"),
        ("three quarters of a percentage point", "0.75", "0.75"),
    ],
)
def test_what_a_fraction_may_be(text: str, least: str, most: str) -> None:
    assert [*shares(text)] == [(Decimal(least), Decimal(most))]


@pytest.mark.parametrize(
    "text",
    ["five out of three votes", "ten out of ten", "the second of May", "halfway", "the third man", "in the first half"],
)
def test_what_is_no_fraction(text: str) -> None:
    assert not [*shares(text)]


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        ("33", "33", True),
        ("34", "36", True),
        ("30", "40", True),
        ("35", "36", False),
        ("33.4", "33.4", False),
        ("33.4", "34", False),
        ("33", "33.4", False),
    ],
)
def test_whether_a_third_tells_a_share(low: str, high: str, told: bool) -> None:
    assert tells_share("A third of them left.", Decimal(low), Decimal(high)) is told
    assert tells_share("Half a per cent.", Decimal("0.5"), Decimal("0.5"))
