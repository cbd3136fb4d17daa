"""The line to search with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class SearchInput(Input):
    """Tells what is typed as it is typed. Hidden until it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "keep the hits", key_display="Enter"),
        Binding("escape", "cancel", "go back", key_display="Esc"),
        Binding("tab,shift+tab", "submit", show=False),
    ]

    @dataclass
    class Typed(Message):
        """The words are others now."""

        query: str

    @dataclass
    class Done(Message):
        """The reader has found what was sought, or gives up."""

        confirmed: bool

    def __init__(self) -> None:
        super().__init__(placeholder="search in all articles", compact=True)
        self.display = False

    def open(self) -> None:
        """Show the line, empty, and take the keys from the next one on."""
        self.display = True
        self.clear()
        self.screen.set_focus(self)

    def action_cancel(self) -> None:
        """Give up."""
        self.post_message(self.Done(confirmed=False))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done(confirmed=True))
