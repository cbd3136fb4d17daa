"""The pane of one article, drawn row by row on Textual's Line API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from compare.model import Article, Mark, plural, visible
from compare.tui.chart import cell_of, chart, row_of
from compare.tui.layout import NARROWEST, Layout, Row, lay_out
from compare.tui.widgets.ink import INKS, SILENT, Ink
from compare.tui.widgets.pane_view import PaneView
from compare.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual import events
    from textual.widget import Widget

WINDOW = "▕"
"""What shows in the chart that a stretch of text without a mark is in sight, so that no colour is needed."""

FRAME = 6
"""Cells of the lower frame that its words cannot have: two corners, a line and a blank at each end."""

PANE_INKS = INKS | {"pane--chart", "pane--window"}
"""The component classes that panes are drawn with."""

MARGIN = 2
"""Rows that are kept in sight above and below the cursor's sentence."""


class ArticlePane(Scrolling, can_focus=True, inherit_bindings=False):
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
        self._layout: Layout | None = None
        self._strips: dict[int, Strip] = {}
        self._chart: tuple[str, ...] | None = None
        self._column: tuple[int, tuple[str, ...], list[Strip]] | None = None
        self._said = Content(""), Content("")
        self._framed: tuple[Content, Content, int] | None = None
        self._dragged = False
        self._sought = False

    @property
    def allow_select(self) -> bool:
        """The text can be selected with the mouse."""
        return True

    @property
    def rows(self) -> Layout:
        """The article laid out for the width the pane has now."""
        width = max(NARROWEST, self._width - self._gutter - 1)  # a blank column between the text and the chart
        wanted = (self.article, width, self._view.hidden)
        if self._layout is None or (self._layout.article, self._layout.width, self._layout.hidden) != wanted:
            self._layout = lay_out(*wanted)
            self._strips.clear()
        return self._layout

    @property
    def _width(self) -> int:
        """The cells of the pane but for the chart at its right edge."""
        return max(0, self.scrollable_content_region.width - 1)

    @property
    def chart(self) -> tuple[str, ...]:
        """The chart: a glyph for each line of the pane."""
        height = self.scrollable_content_region.height
        if self._chart is None or len(self._chart) != height:
            self._chart = chart(self.rows.rows, height, self._told, self._found())
        return self._chart

    def _told(self, piece: str) -> Mark:
        return self._view.marks(piece).mark if self._view.set_off(piece) else Mark.NONE

    def _found(self) -> frozenset[int]:
        """The rows in which something was searched for and found."""
        hits = self._view.hits
        return frozenset(
            number
            for number, row in enumerate(self.rows.rows if hits else ())
            if row.runs and any(hit.start < row.end and row.start < hit.end for hit in hits)
        )

    @property
    def _gutter(self) -> int:
        return self._view.label_width + 2  # the bar before the label, a blank after it

    def show(self, view: PaneView, article: Article) -> None:
        """Draw the article as ``view`` has it."""
        if view == self._view and article is self.article:
            self._measure()  # it may have another size by now
            return
        before, self._view = self._view, view
        if article is self.article and view.only_moved(before) and self._width:  # one that comes back has none yet
            self._measure()
            for piece in before.looked_at | view.looked_at:
                self._forget(self.rows.rows_of(piece))
            return
        self.article = article
        self._strips.clear()
        self._chart = None
        self._measure()
        self.refresh()

    def _forget(self, rows: range) -> None:
        """Draw rows anew, and no others."""
        for row in rows:
            self._strips.pop(row, None)
        if rows:
            self.refresh_lines(rows.start, len(rows))

    def frame(self, above: Content, below: Content, *, focused: bool) -> None:
        """Set what stands in the frame, and whether the pane is the one the cursor is in."""
        self._said = above, below
        self._set_frame()
        self.set_class(focused, "-current")

    def _set_frame(self) -> None:
        (above, below), room = self._said, max(0, self.outer_size.width - FRAME)
        if (above, below, room) == self._framed:  # to set what is there already draws the whole pane anew
            return
        self._framed = above, below, room
        if below.plain[1:2] in SILENT:
            below += Content(SILENT[below.plain[1]] * (room - below.cell_length))
        self.border_title, self.border_subtitle = above, below

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
        starts = [(rows.first[s.id], s.id) for s in self.article.sentences if s.comparable and s.id in rows.first]
        if not starts:
            return ""
        if upwards:
            return next((piece for row, piece in reversed(starts) if row <= top), starts[0][1])
        return next((piece for row, piece in starts if row >= top), starts[-1][1])

    def in_sight(self) -> tuple[str, ...]:
        """Return the sentences that can be compared and begin in sight, from top to bottom."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        rows = self.rows.rows[top : top + height]
        claiming = {sentence.id for sentence in self.article.sentences if sentence.comparable}
        return tuple(row.opens for row in rows if row.opens in claiming and not row.fold)

    def reveal(self, piece: str) -> int:
        """Scroll no further than needed for a sentence to be in sight; return the row of the pane it starts at."""
        rows = self.rows.rows_of(piece)
        height = self.scrollable_content_region.height
        if rows and height:
            margin = min(MARGIN, max(0, (height - len(rows)) // 2))
            top = round(self.scroll_target_y)
            lowest, highest = rows.stop + margin - height, max(0, rows.start - margin)
            self._scroll_to_row(min(max(top, lowest), highest))
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

    def fit(self) -> bool:
        """Make text and frame those of the size there is now; return whether there is room for any."""
        self._measure()
        self._set_frame()
        return self._width > 0

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        super().notify_style_update()
        self._strips.clear()
        self._column = None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - drawing asks for it
        """Draw the selection."""
        self._strips.clear()
        self.refresh()

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
            row = row_of(cell, self.rows.rows, height, self._told, self._found())
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

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        row = self.scroll_offset.y + y
        if row not in self._strips:
            self._strips[row] = self._drawn(row)
        return Strip.join([self._strips[row], self._chart_cell(y)])

    def _measure(self) -> None:
        region = self.scrollable_content_region
        if region.width and region.height:
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

    def _drawn(self, number: int) -> Strip:
        layout, width = self.rows, self._width
        ground = self.rich_style
        if number == len(layout.rows) + 1:
            return self._end(width).apply_offsets(0, number)
        if number < len(layout.rows) and layout.rows[number].fold:
            return self._fold(layout.rows[number].fold, width).apply_offsets(0, number)
        if number >= len(layout.rows) or not layout.rows[number].runs:
            return Strip([Segment(" " * width, ground)], width).apply_offsets(0, number)
        row = layout.rows[number]
        text = self._ink(width).row(row, "".join(layout.text[run.start : run.end] for run in row.runs))
        self._select(text, row, number)
        return Strip(text.render(self.app.console), width).apply_offsets(0, number)

    def _chart_cell(self, y: int) -> Strip:
        """Return one cell of the chart."""
        top, chart = self.scroll_offset.y, self.chart
        if self._column is None or self._column[:2] != (top, chart):
            self._column = top, chart, self._charted(top, chart)
        cells = self._column[2]
        return cells[y] if y < len(cells) else Strip([Segment(" ", self.rich_style)], 1)

    def _charted(self, top: int, chart: Sequence[str]) -> list[Strip]:
        """Draw the chart: a glyph for each line of the pane, and whether what it stands for is in sight."""
        rows, height = len(self.rows.rows), len(chart)
        ink = self._ink(1)
        style = self.rich_style + ink.style("pane--chart")
        lit = style + ink.style("pane--window")
        first, last = cell_of(top, rows, height), cell_of(top + height - 1, rows, height)
        cells = []
        for y, glyph in enumerate(chart):
            if rows > height and first <= y <= last:
                cells.append(Strip([Segment(WINDOW if glyph == " " else glyph, lit)], 1))
            else:
                cells.append(Strip([Segment(glyph, style)], 1))
        return cells

    def _ink(self, width: int) -> Ink:
        return Ink(self._palette, self.rich_style, self._view, width, self._gutter)

    def _select(self, text: Text, row: Row, number: int) -> None:
        """Lay the selection over a row."""
        selection = self.text_selection
        covered = selection.get_span(number) if selection is not None else None
        if covered is not None:
            start, end = covered
            chosen = self.screen.get_component_rich_style("screen--selection")
            last = self._gutter + sum(run.end - run.start for run in row.runs)
            text.stylize(chosen, max(start, self._gutter), last if end == -1 else min(end, last))

    def _end(self, width: int) -> Strip:
        return self._between("end of the text" if self.article.complete else "cut here: what follows is unknown", width)

    def _fold(self, sentences: int, width: int) -> Strip:
        return self._between(f"{plural(sentences, 'sentence')} folded", width)

    def _between(self, said: str, width: int) -> Strip:
        return Strip(self._ink(width).words(f"── {said} ──").render(self.app.console), width)
