"""How the room of a terminal is shared: panes beside each other, rows of the card, names in the line of tabs. Pure and
without Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from compare.tui.layout import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

PANE_WIDTH = 48
"""Cells below which a pane is not worth reading: with frame, gutter and scroll bar some 40 are left for words."""


def panes_that_fit(width: int) -> int:
    """Return how many panes stand beside each other: one at 80 columns, two at 120, three at 160, four at 200."""
    return max(1, width // PANE_WIDTH)


def card_rows(height: int, *, tall: bool) -> int:
    """Return how many rows the card takes of a terminal that is ``height`` rows high; none where there is no room."""
    if tall:
        return max(0, min(height - 8, height * 3 // 5))
    return 0 if height < 14 else min(14, max(4, height * 3 // 10))


def tab_labels(labels: Sequence[str], width: int, focus: int, own: int) -> tuple[int, tuple[str, ...]]:
    """Shorten labels so that they fit beside each other into ``width`` cells, ``own`` of which each tab needs itself.

    Returns the number of the first one shown and those shown: all of them if each keeps eight cells, and otherwise as
    many as do, among them the one in focus.
    """
    least = 8
    room = max(1, min(len(labels), width // (own + least)))
    first = max(0, min(focus - room // 2, len(labels) - room))
    chosen = labels[first : first + room]
    share = max(1, width // room - own)
    # what short labels leave over goes to the long ones
    spare = sum(max(0, share - cell_len(label)) for label in chosen)
    long = sum(cell_len(label) > share for label in chosen)
    share += spare // long if long else 0
    return first, tuple(shortened(label, share) for label in chosen)
