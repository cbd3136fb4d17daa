"""The pane of one article, drawn row by row on Textual's Line API."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from compare.model import Article, Mark, plural, visible
from compare.tui.chart import cell_of, chart, row_of
from compare.tui.layout import BLANK, NARROWEST, Layout, Layouts
from compare.tui.phrases import end_of
from compare.tui.widgets.drawing import Drawing
from compare.tui.widgets.ink import INKS, SILENT, Ink, Looks, RowLook
from compare.tui.widgets.pane_view import PaneView
from compare.tui.widgets.scrolling import nearest, top_that_shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual import events
    from textual.widget import Widget

    from compare.tui.widgets.ink import Cover

WINDOW = "▕"
"""What shows in the chart that a stretch of text without a mark is in sight, so that no colour is needed."""

FRAME = 6
"""Cells of the lower frame that its words cannot have: two corners, a line and a blank at each end."""

PANE_INKS = INKS | {"pane--chart", "pane--window"}
"""The component classes that panes are drawn with."""

KEPT = 4
"""Layouts of its article that a pane keeps: with and without signs in the gutter, with and without folds."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a line of a pane looks, left of the chart.

    Attributes:
        row: how the row looks that stands there, or what it says if it is none of the text.
        chosen: which of its cells are selected, as ``Selection.get_span`` has it.
        gutter: the first cells, which are for marks.
        width: all cells.
    """

    row: RowLook | str
    chosen: tuple[int, int] | None
    gutter: int
    width: int


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line of a pane looks: the number and the look of the row that stands there, the glyph beside it in the
    chart, and whether what that stands for is in sight (``lit``)."""

    number: int
    text: TextLook
    glyph: str
    lit: bool


class ArticlePane(Drawing[LineLook], can_focus=True, inherit_bindings=False):
    """Shows one article with the marks of its sentences in a gutter.

    It knows no state of its own but where it is scrolled to: the screen tells it by :meth:`show` what to draw.
    Bindings are not inherited, since keys that scroll would keep the cursor from moving.

    Args:
        article: what is shown.
        palette: the widget whose component classes are :data:`PANE_INKS`, one for all panes. Textual looks up those of
            a widget anew whenever it is mounted, or gains or loses the focus, which took a fifth of a jump.
    """

    @dataclass
    class Picked(Message):
        """The reader pointed at a sentence, or at the pane where ``piece`` is empty."""

        article: str
        piece: str

    @dataclass
    class Unfolded(Message):
        """The reader pointed at what is folded away; ``sentence`` is the first of it."""

        sentence: str

    @dataclass
    class Dragged(Message):
        """The reader drags the divider at the left of the pane, by so many cells to the right."""

        article: str
        cells: int

    @dataclass
    class Laid(Message):
        """The pane has a new size, so that what is level with what has to be found anew."""

        article: str

    def __init__(self, article: Article, palette: Widget) -> None:
        super().__init__()
        self.article = article
        self._palette = palette
        self._view = PaneView()
        self._layouts = Layouts(KEPT)
        self._chart: tuple[str, ...] = ()
        self._charted: tuple[object, ...] = ()
        self._said = Content(""), Content("")
        self._framed: tuple[Content, Content, int] | None = None
        self._looking: tuple[tuple[object, ...], Callable[[int], LineLook]] | None = None
        self._dragged = False
        self._sought = False

    @property
    def rows(self) -> Layout:
        """The article laid out for the width the pane has now."""
        return self._rows(self._width)

    def _rows(self, width: int) -> Layout:
        words = max(NARROWEST, width - self._gutter - 1)  # a blank column between the text and the chart
        return self._layouts.of(self.article, words, self._view.hidden)

    @property
    def _width(self) -> int:
        """The cells of the pane but for the chart at its right edge."""
        return max(0, self.scrollable_content_region.width - 1)

    @property
    def chart(self) -> tuple[str, ...]:
        """The chart: a glyph for each line of the pane."""
        return self._chart_of(self.rows, self.scrollable_content_region.height)

    def _chart_of(self, layout: Layout, height: int) -> tuple[str, ...]:
        view = self._view
        index = view.reading.comparison.index if view.reading else None
        drawn_from = (layout, height, index, view.filter, view.commentary, view.hits)
        if drawn_from != self._charted:
            self._charted = drawn_from
            self._chart = chart(layout.rows, height, self._told, self._found(layout))
        return self._chart

    def _told(self, piece: str) -> Mark:
        return self._view.marks(piece).mark if self._view.set_off(piece) else Mark.NONE

    def _found(self, layout: Layout) -> frozenset[int]:
        """The rows in which something was searched for and found."""
        hits = self._view.hits
        return frozenset(
            number
            for number, row in enumerate(layout.rows if hits else ())
            if row.runs and any(hit.start < row.end and row.start < hit.end for hit in hits)
        )

    @property
    def _gutter(self) -> int:
        return self._view.label_width + 2  # the bar before the label, a blank after it

    def show(self, view: PaneView, article: Article) -> None:
        """Draw the article as ``view`` has it."""
        self._view, self.article = view, article
        self._measure()
        self.redraw()

    def frame(self, above: Content, below: Content, *, focused: bool) -> None:
        """Set what stands in the frame, and whether the pane is the one the cursor is in."""
        self._said = above, below
        self._set_frame()
        self.set_class(focused, "-current")

    def _set_frame(self) -> None:
        (above, below), room = self._said, max(0, self.outer_size.width - FRAME)
        framed = self._framed
        if framed and framed[0].is_same(above) and framed[1].is_same(below) and framed[2] == room:
            return
        self._framed = above, below, room
        if below.plain[1:2] in SILENT:
            below += Content(SILENT[below.plain[1]] * (room - below.cell_length))
        # to set them by their public names has the whole pane drawn anew
        self._border_title, self._border_subtitle = above, below
        width, height = self.size
        self.refresh(Region(-1, -1, width + 2, 1), Region(-1, height, width + 2, 1))

    # --- where things are ---

    def screen_row(self, piece: str) -> int:
        """Return how far below the top of the pane a sentence starts; negative above it."""
        return self.rows.row_of(piece) - round(self.scroll_target_y)

    def piece_near(self, screen_row: int, *, upwards: bool = False) -> str:
        """Return the first comparable sentence that starts at a row of the pane or below, or the last one above it.

        With ``upwards`` it is the last one that starts at the row or above, or the first one below it.
        """
        rows = self.rows
        top = round(self.scroll_target_y) + screen_row
        starts = [(rows.row_of(s.id), s.id) for s in self.article.comparable if s.id in rows.where]
        return nearest(starts, top, upwards=upwards)

    def in_sight(self) -> tuple[str, ...]:
        """Return the sentences that can be compared and begin in sight, from top to bottom."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        rows = self.rows.rows[top : top + height]
        claiming = {sentence.id for sentence in self.article.comparable}
        return tuple(row.opens for row in rows if row.opens in claiming and not row.fold)

    def reveal(self, piece: str) -> int:
        """Scroll no further than needed for a sentence to be in sight; return the row of the pane it starts at."""
        rows = self.rows.rows_of(piece)
        height = self.scrollable_content_region.height
        if rows and height:
            self._scroll_to_row(top_that_shows(rows, height, round(self.scroll_target_y)))
        return self.screen_row(piece)

    def level(self, piece: str, screen_row: int) -> None:
        """Scroll so that a sentence starts at a row of the pane, as nearly as the text has room above it."""
        self._scroll_to_row(self.rows.row_of(piece) - screen_row)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(0, row), animate=False, force=True)

    # --- Textual's side ---

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self.fit()
        self.post_message(self.Laid(self.article.id))

    def fit(self) -> None:
        """Make text and frame those of the size there is now."""
        self._measure()
        self._set_frame()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the article's own words under a selection, without gutter or line breaks of ours."""
        start, end = selection
        rows = self.rows
        if not rows.rows:
            return None
        first = self._offset(start) if start is not None else 0
        last = self._offset(end) if end is not None else len(self.article.text)
        return visible(self.article.text[first:last]), "\n"

    def text_select_all(self) -> None:
        """Select the sentence that was clicked twice, not the whole article."""
        rows = self.rows.rows_of(self._view.cursor)
        if rows:
            last = self.rows.rows[rows[-1]]
            end = self._gutter + sum(run.end - run.start for run in last.runs)
            self.screen.selections = {self: Selection(Offset(self._gutter, rows[0]), Offset(end, rows[-1]))}

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the divider, or of the chart."""
        self._dragged = event.x == 0
        self._sought = self._in_chart(event)
        if self._dragged or self._sought:
            self.capture_mouse()
            self._seek(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the divider or what is in sight; the mouse may be over any pane by now."""
        self._seek(event)
        if self._dragged and (cells := event.screen_x - self.region.x):
            self.post_message(self.Dragged(self.article.id, cells))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._let_go()

    def on_hide(self) -> None:
        """Let go: a key has brought other panes, and nobody tells a hidden one that the button is up."""
        self._let_go()

    def _let_go(self) -> None:
        if self._dragged or self._sought:
            self._dragged = self._sought = False
            self.release_mouse()
            self.screen.clear_selection()

    def _in_chart(self, event: events.MouseEvent) -> bool:
        at = event.get_content_offset(self)
        return at is not None and at.x >= self._width

    def _seek(self, event: events.MouseEvent) -> None:
        """Bring into sight what stands at the mouse in the chart."""
        if self._sought:
            height = self.scrollable_content_region.height
            cell = event.screen_y - self.content_region.y
            layout = self.rows
            row = row_of(cell, layout.rows, height, self._told, self._found(layout))
            self._scroll_to_row(row - height // 2)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence under the mouse, unless the mouse was selecting."""
        if self.text_selection is not None or event.chain > 1 or self._in_chart(event):
            return
        at = event.get_content_offset(self)
        row = round(self.scroll_y) + at.y if at is not None else -1
        if 0 <= row < len(self.rows.rows) and self.rows.rows[row].fold:
            self.post_message(self.Unfolded(self.rows.rows[row].opens))
            return
        self.post_message(self.Picked(self.article.id, self.rows.piece_at(row) or ""))

    def _measure(self) -> None:
        if self.laid_out:
            region = self.scrollable_content_region
            # room below the text, so that its end can stand level with a sentence high up in another pane
            below = max(2, region.height * 2 // 3)
            self.extend(Size(region.width, len(self.rows.rows) + below))

    def _offset(self, at: Offset) -> int:
        rows = self.rows
        if at.y >= len(rows.rows):
            return len(self.article.text)
        filled = next((n for n in range(at.y, len(rows.rows)) if rows.rows[n].runs), None)
        if filled is None:
            return len(self.article.text)
        return rows.offset_at(filled, at.x - self._gutter if filled == at.y else 0)

    # --- drawing ---

    def looking(self) -> Callable[[int], LineLook]:
        """Return what tells how a line of the pane looks by now."""
        width, gutter, selection = self._width, self._gutter, self.text_selection
        layout, looks = self._rows(width), Looks(self._view, width, gutter)
        top, height, rows = self.scroll_offset.y, self.scrollable_content_region.height, len(layout.rows)
        chart = self._chart_of(layout, height)
        told_from = (self._view, self.article, layout, width, gutter, selection, top, height, chart)
        if self._looking is not None and self._looking[0] == told_from:
            return self._looking[1]  # the frame asks for what was asked when it was found out what to draw
        first, last = cell_of(top, rows, height), cell_of(top + height - 1, rows, height)

        @cache
        def look(y: int) -> LineLook:
            row = self._row(layout, looks, top + y)
            chosen = selection.get_span(top + y) if selection is not None and isinstance(row, RowLook) else None
            glyph = chart[y] if y < len(chart) else " "
            lit = rows > height and first <= y <= last
            return LineLook(top + y, TextLook(row, chosen, gutter, width), glyph, lit)

        self._looking = told_from, look
        return look

    def _row(self, layout: Layout, looks: Looks, number: int) -> RowLook | str:
        """Return how a row looks, or what it says if it is none of the text."""
        if number == len(layout.rows) + 1:
            return end_of(self.article)
        row = layout.rows[number] if number < len(layout.rows) else BLANK
        if row.fold:
            return f"{plural(row.fold, 'sentence')} folded"
        if not row.runs:
            return ""
        return looks.row(row, layout.words(row))

    def draw(self, look: LineLook) -> Strip:
        """Draw a line: the row, and beside it a cell of the chart."""
        text = self.kept(look.number, look.text, lambda: self._drawn(look.text).apply_offsets(0, look.number))
        return Strip.join([text, self.kept((look.glyph, look.lit), None, lambda: self._cell(look.glyph, look.lit))])

    def _drawn(self, look: TextLook) -> Strip:
        ink = Ink(self._palette, self.rich_style)
        if isinstance(look.row, RowLook):
            return Strip(ink.row(look.row, *self._selected(look.row, look.chosen)), look.width)
        if look.row:
            text = ink.words(f"── {look.row} ──", look.gutter, look.width)
            return Strip(text.render(self.app.console), look.width)
        return Strip([Segment(" " * look.width, self.rich_style)], look.width)

    def _selected(self, row: RowLook, chosen: tuple[int, int] | None) -> Iterator[Cover]:
        """Yield how the selection lies over a row."""
        if chosen is not None:
            start, end = chosen
            last = row.gutter + len(row.words)
            style = self.screen.get_component_rich_style("screen--selection")
            yield max(start, row.gutter), last if end == -1 else min(end, last), style

    def _cell(self, glyph: str, lit: bool) -> Strip:
        """Draw one cell of the chart."""
        ink = Ink(self._palette, self.rich_style)
        style = self.rich_style + ink.style("pane--chart")
        if not lit:
            return Strip([Segment(glyph, style)], 1)
        return Strip([Segment(WINDOW if glyph == " " else glyph, style + ink.style("pane--window"))], 1)
