"""What all dialogs share."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from compare.model import one_line

T = TypeVar("T")


class Overlay(ModalScreen[T]):
    """A screen over the comparison screen that is left once.

    Of two keys pressed fast the second may come when the first has closed it already: Textual would close what lies
    below as well, or end the program where nothing does.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave with a result, unless that has been done."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Dialog(Overlay[T]):
    """A box over the comparison screen, left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close")]

    def say(self, message: str) -> None:
        """Say something on the line that the dialog has for that."""
        self.query_one(".said", Static).update(Content(one_line(message)))

    def action_close(self) -> None:
        """Leave the dialog without a result."""
        self.dismiss(None)


class ListDialog(Dialog[T]):
    """A dialog with a list, gone through with the keys that go through sentences."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False),
        Binding("k,up", "move(-1)", "Up", show=False),
    ]

    def action_move(self, by: int) -> None:
        """Go to the next option, or to the previous one."""
        for options in self.query(OptionList):  # there may be none, with nothing to list or when it is being left
            (options.action_cursor_down if by > 0 else options.action_cursor_up)()


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


class Palette(CommandPalette):
    """Textual's palette, left once as an :class:`Overlay` is."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, unless that has been done."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
