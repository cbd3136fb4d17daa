"""How a line of a pane looks: all that its drawing depends on, but for the styles."""

from __future__ import annotations

from dataclasses import dataclass

from compare.tui.widgets.ink import RowLook


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a line of a pane looks, left of the chart.

    Attributes:
        row: how the row looks that stands there, or what it says if it is none of the text.
        chosen: which of its cells are selected, as ``Selection.get_span`` has it.
        gutter: the first cells, which are for marks.
        width: all cells.
    """

    row: RowLook | str
    chosen: tuple[int, int] | None
    gutter: int
    width: int


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line of a pane looks: the number and the look of the row that stands there, the glyph beside it in the
    chart, and whether what that stands for is in sight (``lit``)."""

    number: int
    text: TextLook
    glyph: str
    lit: bool
