"""What can be said of the place the cursor is on: one letter each, or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from compare.model import one_line
from compare.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from compare.tui.marking import Choice


class MarkScreen(Dialog["Choice"]):
    """Offers choices; returns the one that was made.

    Args:
        about: what is marked, in words from outside.
        choices: what can be said of it; no two have one letter.
    """

    def __init__(self, about: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._about = about
        self._choices = choices

    def compose(self) -> ComposeResult:
        """A line with the words, and the choices below it."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Mark or correct"
            box.border_subtitle = "a letter, or Enter · Esc leaves"
            yield Static(Content(one_line(self._about)), classes="about")
            yield OptionList(*(Option(_line(choice)) for choice in self._choices), compact=True)

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """Make the choice of a letter."""
        for choice in self._choices:
            if event.character == choice.key:
                event.stop()
                event.prevent_default()
                self.dismiss(choice)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index])


def _line(choice: Choice) -> Content:
    return Content.assemble(" ", (choice.key, "bold underline"), f"  {choice.glyph} ", one_line(choice.title))
