"""What several parts of the program say in the same words."""

from __future__ import annotations

import pytest

from compare.model.marks import SURE
from compare.model.phrases import begun, percent


@pytest.mark.parametrize(
    ("probability", "said"), [(0.0, 0), (0.29, 29), (0.57, 57), (0.699999, 69), (0.999999, 99), (1.0, 100)]
)
def test_what_falls_short_of_a_bound_is_not_told_as_if_it_met_it(probability: float, said: int) -> None:
    assert percent(probability) == said


def test_a_bound_is_told_as_it_is() -> None:
    assert f"{percent(SURE)}" == f"{SURE * 100:.0f}"


def test_a_line_is_cut_between_words_and_where_there_are_none_between_letters() -> None:
    assert begun("The bridge, they say, is shut.", 24) == "The bridge, they say …"
    assert begun("渡船撞上碼頭" * 10, 12) == "渡船撞上碼頭渡船撞上碼頭 …"
    assert begun("In 渡船撞上碼頭" + "渡船撞上碼頭" * 10, 15) == "In 渡船撞上碼頭渡船撞上碼頭 …"
