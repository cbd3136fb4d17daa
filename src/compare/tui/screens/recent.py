"""The sets opened before, to open one of them again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from compare.model import is_address, one_line
from compare.tui.screens.dialog import ListDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class RecentScreen(ListDialog[int]):
    """Lists sets, the newest first; returns the number of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "close", "Close", show=False),
    ]

    def __init__(self, sets: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._sets = sets

    def compose(self) -> ComposeResult:
        """A line for each set."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Sets opened before"
            box.border_subtitle = "Enter opens · Esc leaves"
            if self._sets:
                yield OptionList(*(Option(described(sources)) for sources in self._sets), compact=True)
            else:
                yield Static(Content("None yet. Start with a folder or files: compare FOLDER"))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


def described(sources: Sequence[str]) -> Content:
    """Return the sources of a set in one line; home as ``~``, and what is not there any more said."""
    names = [one_line(_short(source)) for source in sources]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    gone = sum(not is_address(source) and not _is_there(source) for source in sources)
    missing = f"  {gone} missing" if gone else ""
    return Content.assemble(" · ".join(names[:3]) + more, (missing, "$text-warning"))


def _is_there(source: str) -> bool:
    try:
        return Path(source).exists()
    except OSError:  # no name of a file, as one that is too long
        return False


def _short(source: str) -> str:
    home = str(Path.home())
    return f"~{source.removeprefix(home)}" if source.startswith(home + os.sep) else source
