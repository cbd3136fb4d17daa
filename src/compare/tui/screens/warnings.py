"""The warnings: what could not be read, was cut, or is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from compare.model import one_line
from compare.tui.screens.dialog import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class WarningsScreen(Page):
    """Lists all warnings in full."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "close", "Close", show=False)]

    def __init__(self, warnings: Sequence[str]) -> None:
        super().__init__()
        self._warnings = warnings

    def compose(self) -> ComposeResult:
        """One paragraph a warning, in a box that scrolls."""
        with VerticalScroll(classes="dialog") as box:
            box.border_title = "Warnings"
            box.border_subtitle = "Esc closes"
            box.can_focus = False
            for warning in self._warnings or ("There are no warnings.",):
                yield Static(Content(one_line(warning)), markup=False, classes="warning")
