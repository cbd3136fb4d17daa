"""Figures that cannot both be right are told from equal ones in other clothes."""

from __future__ import annotations

import pytest

from compare.analysis.figures import figures
from compare.analysis.readings import TABLE, disagree, read, same_thing

from .values import DIFFERENT, MISSED, SAME

SPANISH = ("resultaron", "murieron", "personas", "fondo de", "millones", "a las")


def flagged(one: str, other: str) -> bool:
    """Whether the figures of two phrases are said to disagree, as they would be in linked sentences."""
    sides = []
    for text in (one, other):
        language = "es" if any(word in text for word in SPANISH) else "en"
        sides.append(read(text, text, figures(text, language), language))
    matched = [(a, b) for a in sides[0] for b in sides[1] if same_thing(a, b)]
    return bool(matched) and all(disagree(a, b) for a, b in matched)


def test_the_table_is_large_enough_and_holds_values_not_sentences() -> None:
    assert len(DIFFERENT) >= 60
    assert len(SAME) >= 100
    assert all(len(text.split()) < 9 for row in (*DIFFERENT, *MISSED, *SAME) for text in row)


def test_different_figures_are_flagged_whichever_is_given_first() -> None:
    assert not [row for row in DIFFERENT if not (flagged(*row) and flagged(*row[::-1]))]


def test_equal_figures_are_not_whichever_is_given_first() -> None:
    assert not [row for row in SAME if flagged(*row) or flagged(*row[::-1])]


def test_of_different_figures_no_more_than_one_in_ten_is_missed() -> None:
    assert not [row for row in MISSED if flagged(*row)], "these belong among the different ones now"
    assert len(MISSED) <= len(DIFFERENT) / 10


@pytest.mark.parametrize(("count", "read_as"), [(TABLE, TABLE), (TABLE + 1, 0)])
def test_of_a_table_nothing_is_read(count: int, read_as: int) -> None:
    text = "; ".join(f"{n} boats" for n in range(10, 10 + count))
    assert len(read(text, text, figures(text, "en"), "en")) == read_as
