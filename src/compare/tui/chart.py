"""The chart at the edge of a pane: one column of cells for the whole text, each with the most telling mark in it.

Pure and without Textual. What is in sight is told by the widget that draws it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import GLYPHS, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.tui.layout import Row

HIT = "•"
"""A place that was searched for; it comes before every mark."""

TELLING = (Mark.CONFLICT, Mark.UNIQUE)
"""The marks that are shown, the most telling first: others are so many that they would tell nothing."""


def chart(rows: Sequence[Row], height: int, mark: Callable[[str], Mark], hits: frozenset[int]) -> tuple[str, ...]:
    """Return a glyph for each of ``height`` cells, blank where there is nothing to tell.

    Args:
        rows: of the whole text.
        height: cells of the column.
        mark: the mark of a sentence, by its id; one that is not set off has none.
        hits: numbers of the rows in which something was found.
    """
    cells = [" "] * height
    telling: dict[int, int] = {}
    for number, row in enumerate(rows):
        cell = cell_of(number, len(rows), height)
        if number in hits:
            cells[cell] = HIT
        elif row.opens and not row.fold and (found := mark(row.opens)) in TELLING:
            telling[cell] = min(telling.get(cell, len(TELLING)), TELLING.index(found))
    for cell, place in telling.items():
        if cells[cell] != HIT:
            cells[cell] = GLYPHS[TELLING[place]]
    return tuple(cells)


def cell_of(row: int, rows: int, height: int) -> int:
    """Return the cell that a row of the text falls into; a text with room to spare has a cell for each row."""
    return max(0, min(height - 1, row * height // max(rows, height)))


def row_of(cell: int, rows: int, height: int) -> int:
    """Return the first row of the text that falls into a cell; without a cell, the first of all."""
    return max(0, min(rows - 1, -(-cell * max(rows, height) // max(1, height))))
