"""How the room of a terminal is shared."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from compare.tui.room import card_rows, panes_that_fit, tab_labels


@pytest.mark.parametrize(("width", "panes"), [(20, 1), (60, 1), (80, 1), (120, 2), (160, 3), (200, 4), (250, 5)])
def test_panes_that_fit(width: int, panes: int) -> None:
    assert panes_that_fit(width) == panes


def test_the_card_leaves_room_for_the_text() -> None:
    for height in range(1, 80):
        assert card_rows(height, tall=False) <= max(0, height - 9)
        assert card_rows(height, tall=True) <= max(0, height - 8)
    assert card_rows(24, tall=False) == 7
    assert card_rows(10, tall=False) == 0


def test_tabs_shorten_the_long_labels_first() -> None:
    first, labels = tab_labels(["Herald", "A very long name of a newspaper", "Post"], 50, 0, 6)
    assert first == 0
    assert labels[0] == "Herald"
    assert labels[2] == "Post"
    assert labels[1].endswith("…")
    assert sum(cell_len(label) + 6 for label in labels) <= 50


def test_tabs_that_do_not_fit_keep_the_one_in_focus() -> None:
    names = [f"Newspaper {n}" for n in range(20)]
    for focus in range(20):
        first, labels = tab_labels(names, 60, focus, 6)
        assert first <= focus < first + len(labels)
        assert len(labels) == 4
