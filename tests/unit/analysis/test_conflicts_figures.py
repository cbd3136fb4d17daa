"""Figures that cannot both be right are told from equal ones in other clothes."""

from __future__ import annotations

import pytest

from compare.analysis.figures import figures
from compare.analysis.readings import disagree, read, same_thing

from .values import DIFFERENT, SAME

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
    assert all(len(text.split()) < 9 for row in (*DIFFERENT, *SAME) for text in row)


def test_nine_in_ten_different_figures_are_flagged() -> None:
    missed = [row for row in DIFFERENT if not flagged(*row)]
    assert len(missed) <= len(DIFFERENT) / 10, missed


def test_one_in_twenty_equal_figures_is_flagged_at_most() -> None:
    wrong = [row for row in SAME if flagged(*row)]
    assert len(wrong) <= len(SAME) / 20, wrong


@pytest.mark.parametrize(("one", "other"), [*DIFFERENT[:12], *SAME[:12]])
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    assert flagged(one, other) == flagged(other, one)
