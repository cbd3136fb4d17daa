"""Words around the views: what they say changes, the room they take does not."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Told(Static):
    """Says something in a fixed number of lines. New words ask for no new layout, and the same ones for nothing."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(markup=False, classes=classes)
        self._told = Content("")

    def tell(self, words: Content) -> None:
        """Say this."""
        if not words.is_same(self._told):
            self._told = words
            self.update(words, layout=False)
