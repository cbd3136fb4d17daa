"""How a row of an article looks and is drawn, in whatever view it stands: its mark in the gutter, what is set off, and
what lies over the words. Styles are component classes of the widget that draws, or of one that has several to draw for
it: how a row looks is told by their names, so that two looks can be compared before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from compare.model import Mark, ParagraphKind
from compare.tui.phrases import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from compare.model import Span
    from compare.tui.layout import Row
    from compare.tui.widgets.pane_view import PaneView

CURSOR, COUNTERPART = "▌", "▎"
"""What stands at the left edge of the cursor's sentence and of its counterparts, so that no colour is needed."""

SILENT = {ABSENT: "╱", UNKNOWN: "·"}
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
class RowLook:
    """How a row of an article looks: all that its drawing depends on, but for what the styles are.

    Attributes:
        words: of the row, as they are shown.
        bar: what stands at its left edge.
        label: what stands beside that, for ``gutter`` cells together.
        styles: component classes that lie over all of it, the last one on top.
        mark: the component class of the gutter, empty for none.
        signs: cells at the end of the gutter that are for the reader's signs.
        jump: cells of the label that are letters to jump by.
        covers: what lies over a part of it: the first code point, the one after the last, and a component class.
        gutter: the first cells, which are for marks.
        width: all cells.
    """

    words: str
    bar: str
    label: str
    styles: tuple[str, ...]
    mark: str
    signs: int
    jump: int
    covers: tuple[tuple[int, int, str], ...]
    gutter: int
    width: int


@dataclass(frozen=True, slots=True)
class Looks:
    """Tells how the rows of an article look in a view, in ``width`` cells, the first ``gutter`` of them for marks."""

    view: PaneView
    width: int
    gutter: int

    def row(self, row: Row, words: str) -> RowLook:
        """Return how a row of the article looks, given the words that stand in it."""
        view, piece = self.view, row.runs[0].piece
        mark = view.marks(piece).mark
        styles, bar = self._style(row, piece, mark), " "
        if piece == view.cursor:
            styles, bar = (*styles, "pane--cursor"), CURSOR
        elif piece in view.counterparts:
            styles, bar = (*styles, "pane--counterpart"), COUNTERPART
        jump = view.jumps.get(row.opens, "")
        return RowLook(
            words=words,
            bar=bar,
            label=jump or (view.label(piece) if row.opens else ""),
            styles=styles,
            mark=f"{_STYLED_MARKS[mark]}-gutter" if mark in _STYLED_MARKS else "",
            signs=0 if jump else view.sign_width,
            jump=len(jump),
            covers=tuple(self._covers(row, piece)),
            gutter=self.gutter,
            width=self.width,
        )

    def _style(self, row: Row, piece: str, mark: Mark) -> tuple[str, ...]:
        if row.kind in _STYLED_KINDS and (mark is Mark.NONE or row.kind is ParagraphKind.TITLE):
            return (_STYLED_KINDS[row.kind],)
        if not self.view.set_off(piece) and piece != self.view.cursor:
            return ("pane--plain" if self.view.all_plain else "pane--dimmed",)
        return (_STYLED_MARKS[mark],) if mark in _STYLED_MARKS else ()

    def _covers(self, row: Row, piece: str) -> Iterator[tuple[int, int, str]]:
        """Yield what covers a part of a row: equal words, hits."""
        if piece in self.view.counterparts:
            for span in self.view.equal:
                yield from self._cover(row, span, "pane--equal")
        for n, hit in enumerate(self.view.hits):
            yield from self._cover(row, hit, "pane--hit-current" if n == self.view.hit else "pane--hit")

    def _cover(self, row: Row, span: Span, name: str) -> Iterator[tuple[int, int, str]]:
        if span.end <= row.start or row.end <= span.start:
            return
        column = self.gutter
        for run in row.runs:
            start, end = max(run.start, span.start), min(run.end, span.end)
            if start < end:
                yield column + start - run.start, column + end - run.start, name
            column += run.end - run.start


Cover: TypeAlias = tuple[int, int, Style]
"""What lies over a part of a line: the first code point, the one after the last, and the style."""


def covered(text: str, ground: Style, covers: Sequence[Cover]) -> list[Segment]:
    """Return words in a style, cut where something lies over them, the last on top.

    It is what Rich makes of a ``Text``, in a third of the time: nothing is drawn as often as a row.
    """
    cut = [(start, min(end, len(text)), style) for start, end, style in covers]
    seen = [cover for cover in cut if cover[2] and cover[0] < cover[1]]
    segments = []
    for start, end in pairwise(sorted({0, len(text)}.union(*(cover[:2] for cover in seen)))):
        style = ground
        for begin, stop, above in seen:
            if begin <= start < stop:
                style += above
        segments.append(Segment(text[start:end], style))
    return segments


@dataclass(frozen=True, slots=True)
class Ink:
    """The styles to draw with: component classes of a widget, over the ground of the one that draws."""

    widget: Widget
    ground: Style

    def row(self, look: RowLook, *over: Cover) -> list[Segment]:
        """Draw a row of an article, with what lies over all of that."""
        text = f"{look.bar}{look.label:<{look.gutter - 1}}{look.words}"
        text += " " * (look.width - cell_len(text))
        style = self.ground
        for name in look.styles:
            style += self.style(name)
        covers: list[Cover] = []
        if look.mark:
            covers.append((0, look.gutter, self.style(look.mark)))
        if look.signs:
            covers.append((look.gutter - look.signs, look.gutter, self.style("pane--sign")))
        if look.jump:
            covers.append((1, 1 + look.jump, self.style("pane--jump")))
        covers += [(start, end, self.style(name)) for start, end, name in look.covers]
        return covered(text, style, (*covers, *over))

    def words(self, said: str, gutter: int, width: int) -> Text:
        """Draw a row that says something about the text, and is none of it."""
        text = Text(f"{' ' * gutter}{said}", end="")
        text.truncate(width, pad=True)
        text.stylize(self.ground + self.style("pane--end"))
        return text

    def style(self, name: str) -> Style:
        """Return the style of a component class."""
        return self.widget.get_component_rich_style(name, partial=True)
