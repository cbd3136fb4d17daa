"""Numbers in digits: what their separators mean."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.analysis.numerals import LONGEST, read_digits


@pytest.mark.parametrize(
    ("digits", "language", "number"),
    [
        ("1234567", "en", "1234567"),
        # of two kinds the last is the point
        ("1,234.5", "es", "1234.5"),
        ("1.234,5", "en", "1234.5"),
        ("1.234.567,89", "en", "1234567.89"),
        # one kind, more than once, groups thousands
        ("1,234,567", "es", "1234567"),
        ("1.234.567", "en", "1234567"),
        # a single one before three digits is what the language has it for
        ("1,234", "en", "1234"),
        ("1.234", "en", "1.234"),
        ("1.234", "es", "1234"),
        ("1,234", "es", "1.234"),
        # or else the point
        ("12,5", "en", "12.5"),
        ("12.3456", "es", "12.3456"),
        ("0,125", "en", "0.125"),
        ("1234,567", "en", "1234.567"),
        # spaces group
        ("75 000", "fr", "75000"),
        # no number
        ("1.2.3", "en", None),
        ("1,23,456", "en", None),
        ("1234,567,890", "en", None),
        ("1" * LONGEST, "en", "1" * LONGEST),
        ("1" * (LONGEST + 1), "en", None),
    ],
)
def test_digits_are_read_as_their_language_has_them(digits: str, language: str, number: str | None) -> None:
    assert read_digits(digits, language) == (None if number is None else Decimal(number))
