"""How a row of an article is drawn, in whatever view it stands: its mark in the gutter, what is set off, and what lies
over the words. The styles are component classes of the widget that draws, or of one that has several to draw for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from compare.model import Mark, ParagraphKind

if TYPE_CHECKING:
    from textual.widget import Widget

    from compare.model import Marked, Span
    from compare.tui.layout import Row
    from compare.tui.widgets.pane_view import PaneView

CURSOR, COUNTERPART = "▌", "▎"
"""What stands at the left edge of the cursor's sentence and of its counterparts, so that no colour is needed."""

UPPER = 1 / 3
"""How far down its view a place stands that was jumped to: enough before it to know where one is."""

SILENT = {"–": "╱", "?": "·"}
"""What fills the room of a text that is silent, by the sign of it: one of the text, one of what is known about it."""

_STYLED_KINDS = {
    ParagraphKind.TITLE: "pane--title",
    ParagraphKind.HEADING: "pane--heading",
    ParagraphKind.CAPTION: "pane--caption",
    ParagraphKind.FURNITURE: "pane--furniture",
}

_STYLED_MARKS = {
    Mark.CONFLICT: "pane--conflict",
    Mark.UNIQUE: "pane--unique",
    Mark.WEAKER: "pane--weaker",
    Mark.SHARED: "pane--shared",
    Mark.DOUBTFUL: "pane--unsure",
    Mark.UNSURE: "pane--unsure",
}

INKS = frozenset(
    {
        *_STYLED_KINDS.values(),
        *_STYLED_MARKS.values(),
        *(f"{name}-gutter" for name in _STYLED_MARKS.values()),
        "pane--plain",
        "pane--dimmed",
        "pane--cursor",
        "pane--counterpart",
        "pane--equal",
        "pane--hit",
        "pane--hit-current",
        "pane--jump",
        "pane--sign",
        "pane--end",
    }
)
"""The component classes that a widget needs to draw with."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The styles of a widget, to draw a text with them into ``width`` cells, the first ``gutter`` of them for marks.

    The ground is that of the widget that draws.
    """

    widget: Widget
    ground: Style
    view: PaneView
    width: int
    gutter: int

    def row(self, row: Row, words: str) -> Text:
        """Draw a row of the article, given the words that stand in it."""
        piece = row.runs[0].piece
        mark = self.view.marks(piece)
        style = self.ground + self._style(row, piece, mark)
        bar = " "
        if piece == self.view.cursor:
            style, bar = style + self.style("pane--cursor"), CURSOR
        elif piece in self.view.counterparts:
            style, bar = style + self.style("pane--counterpart"), COUNTERPART
        jump = self.view.jumps.get(row.opens, "")
        label = jump or (self.view.label(piece) if row.opens else "")
        text = Text(f"{bar}{label:<{self.gutter - 1}}{words}", end="")
        text.append(" " * (self.width - cell_len(text.plain)))
        text.stylize(style)  # not as the style of the whole: rendering forgets that one where nothing lies over it
        name = _STYLED_MARKS.get(mark.mark)
        text.stylize(self.style(f"{name}-gutter") if name else Style(), 0, self.gutter)
        if not jump and self.view.sign_width:
            text.stylize(self.style("pane--sign"), self.gutter - self.view.sign_width, self.gutter)
        text.stylize(self.style("pane--jump"), 1, 1 + len(jump))
        self._overlay(text, row, piece)
        return text

    def words(self, said: str) -> Text:
        """Draw a row that says something about the text, and is none of it."""
        text = Text(f"{' ' * self.gutter}{said}", end="")
        text.truncate(self.width, pad=True)
        text.stylize(self.ground + self.style("pane--end"))
        return text

    def style(self, name: str) -> Style:
        """Return the style of a component class."""
        return self.widget.get_component_rich_style(name, partial=True)

    def _style(self, row: Row, piece: str, mark: Marked) -> Style:
        if row.kind in _STYLED_KINDS and (mark.mark is Mark.NONE or row.kind is ParagraphKind.TITLE):
            return self.style(_STYLED_KINDS[row.kind])
        if not self.view.set_off(piece) and piece != self.view.cursor:
            return self.style("pane--plain" if self.view.all_plain else "pane--dimmed")
        return self.style(_STYLED_MARKS[mark.mark]) if mark.mark in _STYLED_MARKS else Style()

    def _overlay(self, text: Text, row: Row, piece: str) -> None:
        """Lay over a row what covers a part of it: equal words, hits."""
        if piece in self.view.counterparts:
            for span in self.view.equal:
                self._stylize(text, row, span, "pane--equal")
        for n, hit in enumerate(self.view.hits):
            self._stylize(text, row, hit, "pane--hit-current" if n == self.view.hit else "pane--hit")

    def _stylize(self, text: Text, row: Row, span: Span, name: str) -> None:
        if span.end <= row.start or row.end <= span.start:
            return
        column = self.gutter
        for run in row.runs:
            start, end = max(run.start, span.start), min(run.end, span.end)
            if start < end:
                text.stylize(self.style(name), column + start - run.start, column + end - run.start)
            column += run.end - run.start
