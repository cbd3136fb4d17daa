"""The chart at the edge of a pane: what a cell shows, and where a click on it leads."""

from __future__ import annotations

import pytest

from compare.model import GLYPHS, Mark
from compare.tui.chart import HIT, cell_of, chart, row_of
from compare.tui.layout import lay_out
from tui.story import K, made

ROWS = lay_out(made("a", [(K.BODY, f"Sentence {n}.") for n in range(50)]), 40).rows
"""A hundred rows but one, of which every second one opens a sentence: a.1 in row 0, a.2 in row 2, and so on."""

NONE: frozenset[int] = frozenset()


def marks(**told: Mark) -> dict[str, Mark]:
    return {f"a.{name[1:]}": mark for name, mark in told.items()}


def shown(height: int, told: dict[str, Mark], hits: frozenset[int] = NONE) -> str:
    return "".join(chart(ROWS, height, lambda piece: told.get(piece, Mark.NONE), hits))


def led_to(cell: int, height: int, told: dict[str, Mark], hits: frozenset[int] = NONE) -> int:
    return row_of(cell, ROWS, height, lambda piece: told.get(piece, Mark.NONE), hits)


def test_a_cell_shows_the_most_telling_of_its_rows_and_a_hit_before_all() -> None:
    told = marks(s1=Mark.UNIQUE, s3=Mark.CONFLICT, s20=Mark.UNIQUE, s40=Mark.SHARED)
    assert shown(5, told) == f"{GLYPHS[Mark.CONFLICT]}{GLYPHS[Mark.UNIQUE]}   "
    assert shown(5, told, frozenset({3, 90})) == f"{HIT}{GLYPHS[Mark.UNIQUE]}  {HIT}"
    assert shown(0, told, frozenset({3})) == ""


def test_a_click_leads_to_what_the_cell_shows() -> None:
    told = marks(s1=Mark.UNIQUE, s3=Mark.CONFLICT, s4=Mark.CONFLICT, s20=Mark.UNIQUE)
    assert led_to(0, 5, told) == 4  # the first of the conflicts
    assert led_to(1, 5, told) == 38
    assert led_to(0, 5, told, frozenset({9})) == 9


@pytest.mark.parametrize("height", [1, 2, 5, 11, 40, 99, 150])
def test_where_nothing_is_told_a_click_leads_to_the_same_part_of_the_text(height: int) -> None:
    rows = [led_to(cell, height, {}) for cell in range(height)]
    assert rows == sorted(rows)
    assert [cell_of(row, len(ROWS), height) for row in rows][: len(ROWS)] == list(range(min(height, len(ROWS))))
    assert (rows[0], rows[-1]) == (0, 0 if height == 1 else len(ROWS) - 1)
    assert (led_to(-7, height, {}), led_to(height + 7, height, {})) == (rows[0], rows[-1])
