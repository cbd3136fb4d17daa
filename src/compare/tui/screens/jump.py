"""Jump mode: every sentence in sight gets a letter or two, and typing them goes there.

The screen itself is empty and lets the one below show through, which draws the letters.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from compare.tui.screens.dialog import Overlay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters, those under the fingers first."""


def labelled(pieces: Sequence[str]) -> dict[str, str]:
    """Return letters for each sentence: one each while they suffice, then two; none begins another.

    >>> labelled(["a.s1", "a.s2"])
    {'a.s1': 'a', 'a.s2': 's'}
    """
    pairs = 0
    while len(LETTERS) - pairs + pairs * len(LETTERS) < len(pieces) and pairs < len(LETTERS):
        pairs += 1
    single = LETTERS[: len(LETTERS) - pairs]
    double = (one + two for one, two in product(LETTERS[len(LETTERS) - pairs :], LETTERS))
    return dict(zip(pieces, [*single, *double], strict=False))


class JumpScreen(Overlay[str]):
    """Takes the letters; returns the sentence they stand for, or an empty text where they stand for none."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        super().__init__()
        self._pieces = {label: piece for piece, label in labels.items()}
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        """Add a letter; leave as soon as there is nothing more to come."""
        event.stop()
        event.prevent_default()
        self._typed += event.character or "-"
        if self._typed in self._pieces or not any(label.startswith(self._typed) for label in self._pieces):
            self.dismiss(self._pieces.get(self._typed, ""))

    def on_click(self) -> None:
        """Leave."""
        self.dismiss("")
