"""What a figure's value and place are made of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.analysis.figure import Taken, ends, plain


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("12.345678", "12.3457"),
        ("2.50", "2.5"),
        ("0.00012", "0.00012"),  # what would be nothing if it were cut
        ("1E+3", "1000"),
        ("1E+25", "1" + 25 * "0"),  # more digits than are cut to places
        ("-0", "0"),
        ("0.000", "0"),
        ("-3.10", "-3.1"),
    ],
)
def test_a_number_is_written_plainly(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


def test_a_number_has_two_ends_which_are_one_unless_it_is_a_range() -> None:
    assert ends("40..50") == (Decimal(40), Decimal(50))
    assert ends("-5..5.5") == (Decimal(-5), Decimal("5.5"))
    assert ends("40") == (Decimal(40), Decimal(40))


def test_a_stretch_is_free_where_nothing_stands_on_any_of_it() -> None:
    taken = Taken(8)
    taken.take(3, 5)
    assert [taken.is_free(start, end) for start, end in ((0, 3), (5, 8))] == [True, True]
    assert [taken.is_free(start, end) for start, end in ((0, 8), (2, 4), (4, 6), (3, 5))] == [False] * 4
