"""A list of which several are chosen: Space or a click ticks one; Enter is for what then becomes of them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

_CHOSEN, _OTHER = "✓", "·"


class Ticks(OptionList, inherit_bindings=False):
    """The list. What is chosen is for the dialog to know, whose bindings tick; a click comes as ``OptionSelected``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("g,home", "first", "First", show=False),
        Binding("G,end", "last", "Last", show=False),
    ]

    def on_mount(self) -> None:
        """Begin at the first, unless the dialog began elsewhere."""
        if self.highlighted is None:
            self.highlighted = 0


def ticked(is_chosen: bool, *said: str | Content | tuple[str, str]) -> Content:
    """Return a line of the list.

    It has no colours of its own: on the row of the cursor they could hardly be read.
    """
    sign = (f"{_CHOSEN} ", "bold") if is_chosen else (f"{_OTHER} ", "")
    return Content.assemble(sign, *said)
