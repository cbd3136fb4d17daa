"""A set that could not be opened: why, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from compare.model import one_line
from compare.tui.screens.dialog import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from compare.errors import CompareError


class FailedScreen(Page):
    """Tells what went wrong; what comes next is the list of sets that could be opened instead."""

    def __init__(self, error: CompareError) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        """The reason and the next step, a line each."""
        with VerticalScroll(classes="dialog") as box:
            box.border_title = "This set could not be opened"
            box.border_subtitle = "Enter chooses another"
            box.can_focus = False
            for part in one_line(str(self._error)).split("; "):
                yield Static(Content(part), markup=False, classes="warning")
