"""All marks of the set: where they are, which of them are unsure, and which found no place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from compare.tui.screens.dialog import ListDialog
from compare.tui.signs import doubt_about, glyph_of, quoted_by, said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from compare.model import Article, ReaderMark
    from compare.review import Laid


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall become of a mark, by its id: it is gone to, dropped, put where the cursor is, or said to be right."""

    what: Literal["go", "drop", "place", "right"]
    mark: str


class MarksScreen(ListDialog[Wish]):
    """Lists marks, those first that need the reader: without a place, then unsure, then all others.

    Args:
        laid: the marks over the texts.
        articles: the articles they are about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "wish('drop')", "Drop"),
        Binding("p", "wish('place')", "Place at the cursor"),
        Binding("r", "wish('right')", "It is right there"),
        Binding("q,L", "close", "Close", show=False),
    ]

    def __init__(self, laid: Laid, articles: Sequence[Article]) -> None:
        super().__init__()
        self._articles = articles
        self._absent = {placed.mark: placed.absent for placed in laid.placed}
        self._rows = [
            *((mark, "no place: its words are in none of these texts") for mark in laid.unplaced),
            *((placed.mark, doubt_about(placed)) for placed in laid.unsure),
            *((placed.mark, "") for placed in reversed(laid.placed) if placed.sure),
        ]

    def compose(self) -> ComposeResult:
        """The marks: what each says, and below it whose words it is about."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Your marks"
            box.border_subtitle = "Enter goes there · x drops · p puts it here · r it is right · Esc"
            if not self._rows:
                yield Static("Nothing of this set is marked. Space marks what the cursor is on.")
            yield OptionList(*(Option(self._line(mark, doubt), id=mark.id) for mark, doubt in self._rows), compact=True)

    def on_mount(self) -> None:
        """Begin with the first."""
        marks = self.query_one(OptionList)
        marks.display = bool(self._rows)
        if self._rows:
            marks.highlighted = 0
            marks.focus()

    def _line(self, mark: ReaderMark, doubt: str) -> Content:
        head = Content.assemble(f"{glyph_of(mark)} ", (said_by(mark), "bold"))
        if doubt:
            head = Content.assemble(head, (f" · ? {doubt}", "$text-warning"))
        quoted = quoted_by(mark, self._articles, self._absent.get(mark, ()))
        return Content("\n").join([head, Content.styled(f"  {quoted}", "dim")])

    def action_wish(self, what: Literal["drop", "place", "right"]) -> None:
        """Leave with what shall become of the mark the cursor is on."""
        marks = self.query_one(OptionList)
        if marks.highlighted is not None and self._rows:
            self.dismiss(Wish(what, self._rows[marks.highlighted][0].id))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Wish("go", event.option_id or ""))
