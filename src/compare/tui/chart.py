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

_GLYPHS = (HIT, *(GLYPHS[mark] for mark in TELLING), " ")
"""What a cell shows, by the rank of its most telling row."""

NOTHING = len(_GLYPHS) - 1
"""The rank of a row that tells nothing."""


def chart(rows: Sequence[Row], height: int, mark: Callable[[str], Mark], hits: frozenset[int]) -> tuple[str, ...]:
    """Return a glyph for each of ``height`` cells, blank where there is nothing to tell.

    Args:
        rows: of the whole text.
        height: cells of the column.
        mark: the mark of a sentence, by its id; one that is not set off has none.
        hits: numbers of the rows in which something was found.
    """
    cells = [NOTHING] * height
    for number, row in enumerate(rows) if height else ():
        if row.opens or number in hits:  # of a text three rows in four go on with a sentence, and tell nothing
            cell = cell_of(number, len(rows), height)
            cells[cell] = min(cells[cell], _rank(row, mark, found=number in hits))
    return tuple(_GLYPHS[rank] for rank in cells)


def row_of(cell: int, rows: Sequence[Row], height: int, mark: Callable[[str], Mark], hits: frozenset[int]) -> int:
    """Return the row that a cell stands for: of those that fall into it the one whose glyph it shows, the first of
    several. Without any it is the one in the middle, and at the ends of the column the first or the last of the text.

    Args:
        cell: counted from above; beyond the ends of the column it is the one at the end.
        rows: as in :func:`chart`, like all the rest.
    """
    cell = max(0, min(cell, height - 1))
    inside = [number for number in range(len(rows)) if cell_of(number, len(rows), height) == cell]
    if not inside:
        return max(0, len(rows) - 1)
    ranks = [_rank(rows[number], mark, found=number in hits) for number in inside]
    if min(ranks) < NOTHING:
        return inside[ranks.index(min(ranks))]
    return inside[0 if cell == 0 else -1 if cell == height - 1 else len(inside) // 2]


def cell_of(row: int, rows: int, height: int) -> int:
    """Return the cell that a row of the text falls into; a text with room to spare has a cell for each row."""
    return max(0, min(height - 1, row * height // max(rows, height)))


def _rank(row: Row, mark: Callable[[str], Mark], *, found: bool) -> int:
    """Return how telling a row is: 0 most of all."""
    if found:
        return 0
    told = mark(row.opens) if row.opens and not row.fold else Mark.NONE
    return TELLING.index(told) + 1 if told in TELLING else NOTHING
