"""What all dialogs share."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A box over the comparison screen, left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close")]

    def action_close(self) -> None:
        """Leave the dialog without a result."""
        self.dismiss(None)


class Page(Dialog[None]):
    """A dialog that is only read: it also closes with the keys that mean "enough" elsewhere, and scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "close", "Close"),
        Binding("j,down", "move(1)", "Down", show=False),
        Binding("k,up", "move(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "end(False)", "Top", show=False),
        Binding("G,end", "end(True)", "End", show=False),
    ]

    def action_move(self, by: int) -> None:
        """Scroll by rows."""
        self.query_one(".dialog").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        box = self.query_one(".dialog")
        box.scroll_relative(y=by * max(1, box.scrollable_content_region.height - 2), animate=False)

    def action_end(self, last: bool) -> None:
        """Scroll to an end."""
        box = self.query_one(".dialog")
        (box.scroll_end if last else box.scroll_home)(animate=False)
