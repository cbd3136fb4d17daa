"""Choosing a code from the reader's codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from compare.tui.screens.dialog import ListDialog
from compare.tui.signs import CODE

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult

    from compare.review import Code, Codebook


class CodesScreen(ListDialog[str]):
    """Lists the codes, those with the words that are typed; returns the code that was chosen.

    Args:
        codebook: the codes, in the reader's order.
        given: the codes that were given already: to choose one of them takes it away.
    """

    def __init__(self, codebook: Codebook, given: Collection[str]) -> None:
        super().__init__()
        self._codebook = codebook
        self._given = given

    def compose(self) -> ComposeResult:
        """A line to type in, and the codes below it."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Code"
            box.border_subtitle = "type to find · Enter gives or takes away · Esc leaves"
            yield Input(placeholder="a few letters of a code", compact=True)
            yield OptionList(compact=True)

    def on_mount(self) -> None:
        """Show all of them."""
        self.query_one(OptionList).can_focus = False
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, words: str) -> None:
        wanted = words.casefold().split()
        found = [c for c in self._codebook if all(word in f"{c.code} {c.label}".casefold() for word in wanted)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._line(code), id=f"code-{self._codebook.index(code)}") for code in found)
        options.highlighted = 0 if found else None

    def _line(self, code: Code) -> Content:
        mark = CODE if code.code in self._given else " "
        said = " · ".join(part for part in (code.label, code.description) if part)
        return Content.assemble(f" {mark} ", (code.code, "bold"), f"  {said}")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        number = int((event.option_id or "").removeprefix("code-"))
        self.dismiss(self._codebook[number].code)
