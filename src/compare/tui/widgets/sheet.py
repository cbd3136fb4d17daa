"""Aligned rows, drawn line by line on Textual's Line API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from compare.tui.layout import Layout, lay_out
from compare.tui.row_layout import Column, Line, Said, Sheet, columns_of, lay_rows
from compare.tui.rows import Rows
from compare.tui.widgets.ink import INKS, SILENT, UPPER, Ink
from compare.tui.widgets.pane import MARGIN
from compare.tui.widgets.pane_view import PaneView
from compare.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from textual import events

    from compare.model import Article

KEPT = 64
"""How many texts are kept as they were wrapped: each change of columns asks for the same ones again."""

BAR, RULE, CROSS = "│", "─", "┼"
"""What stands between two columns, between two rows, and where both meet."""

NO_ROWS = Rows((), (), {})
"""What is shown before anything is read."""

_SIGNS = {Said.MISSING: "–", Said.UNKNOWN: "?"}
"""The sign of a gap in the gutter; what fills it goes by the sign."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """What a sheet shows: rows, and for each of their columns the article and what is set off in it."""

    rows: Rows = NO_ROWS
    articles: tuple[Article, ...] = ()
    views: tuple[PaneView, ...] = ()
    cursor: str = ""

    @property
    def gutter(self) -> int:
        """The cells of each column that are kept for marks."""
        return max((view.label_width for view in self.views), default=0) + 2

    @property
    def hidden(self) -> frozenset[str]:
        """The sentences of all columns that are folded away."""
        return frozenset[str]().union(*(view.hidden for view in self.views))


class AlignedSheet(Scrolling, can_focus=True, inherit_bindings=False):
    """Shows rows of articles beside each other. It keeps no state but where it is scrolled to.

    Bindings are not inherited, since keys that scroll would keep the cursor from moving.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*INKS, "pane--missing", "pane--place", "pane--hatch", "pane--bar"}

    ALLOW_SELECT = False  # a selection over several columns would be text that nobody wrote

    @dataclass
    class Picked(Message):
        """The reader pointed at a line of a column."""

        column: int
        line: Line
        at: int
        """How many cells into the words of the line."""

    def __init__(self) -> None:
        super().__init__()
        self._view = SheetView()
        self._gutter = 0
        self._wrapped: dict[tuple[str, int], Layout] = {}
        self._sheet: Sheet | None = None
        self._laid_for = 0
        self._strips: dict[int, Strip] = {}
        self._jumped = False
        self._held: int | None = None
        """The line of the screen at which the cursor stays although the rows are others now."""

    @property
    def sheet(self) -> Sheet:
        """The rows laid out for the width there is now."""
        view, width = self._view, self.scrollable_content_region.width
        if self._sheet is None or width != self._laid_for:
            columns = columns_of(view.rows.columns, width, self._gutter)
            layouts = [self._layout(a, c.words) for a, c in zip(view.articles, columns, strict=True)]
            self._sheet, self._laid_for = lay_rows(view.rows, columns, layouts, view.hidden), width
            self._strips.clear()
        return self._sheet

    def show(self, view: SheetView, *, jumped: bool) -> None:
        """Draw rows, and bring the cursor into sight."""
        before, self._view = self._view, view
        gutter, self._gutter = self._gutter, view.gutter
        if before.rows is not view.rows or before.hidden != view.hidden or gutter != self._gutter:
            if self._held is None:
                self._held = self._screen_line(view.cursor)
            self._sheet = None
        self._jumped = self._jumped or jumped
        self._forget(before)
        self._measure()
        if self._held is None and self._laid_for == self.scrollable_content_region.width:
            self._settle()  # at once, so that one frame shows all of it
        else:
            self.call_after_refresh(self._settle)

    def _forget(self, before: SheetView) -> None:
        """Draw anew what looks otherwise than before: where only the cursor has moved, no more than a few lines."""
        views, others = self._view.views, before.views
        if self._sheet is None or len(views) != len(others) or not all(map(PaneView.only_moved, views, others)):
            self._strips.clear()
            self.refresh()
            return
        for piece in frozenset[str]().union(*(view.looked_at for view in (*views, *others))):
            lines = self._sheet.lines_of(piece)
            for line in lines:
                self._strips.pop(line, None)
            if lines:
                self.refresh_lines(lines.start, len(lines))

    def piece_at_distance(self, column: int, by: int) -> str:
        """Return the first comparable sentence of a column that starts so many lines below the cursor, or the last one
        that starts so many above it."""
        sheet = self.sheet
        here = sheet.first.get(self._view.cursor, round(self.scroll_target_y))
        claiming = (s.id for s in self._view.articles[column].sentences if s.comparable)
        starts = sorted((sheet.first[piece], piece) for piece in claiming if piece in sheet.first)
        if not starts:
            return ""
        if by < 0:
            return next((piece for line, piece in reversed(starts) if line <= here + by), starts[0][1])
        return next((piece for line, piece in starts if line >= here + by), starts[-1][1])

    def in_sight(self) -> tuple[str, ...]:
        """Return the comparable sentences that begin on the screen, column by column, from top to bottom."""
        top = round(self.scroll_target_y)
        lines = range(top, top + self.scrollable_content_region.height)
        found = []
        for article in self._view.articles:
            own = (s.id for s in article.sentences if s.comparable and self.sheet.first.get(s.id, -1) in lines)
            found += sorted(own, key=self.sheet.first.__getitem__)
        return tuple(found)

    # --- scrolling

    def _screen_line(self, piece: str) -> int | None:
        """Return the line of the screen that a sentence started at when all was laid out last, if it was in sight."""
        if self._sheet is None or piece not in self._sheet.first:
            return None
        line = self._sheet.first[piece] - round(self.scroll_target_y)
        return line if 0 <= line < self.scrollable_content_region.height else None

    def _settle(self) -> None:
        """Bring the cursor into sight: where it was, where one sees what is before it, or just so."""
        jumped, self._jumped = self._jumped, False
        held, self._held = self._held, None
        height = self.scrollable_content_region.height
        lines = self.sheet.lines_of(self._view.cursor) if self._view.articles and height else range(0)
        if not lines:
            return
        margin = min(MARGIN, max(0, (height - len(lines)) // 2))
        top = round(self.scroll_target_y) if held is None else lines.start - held
        lowest, highest = lines.stop + margin - height, max(0, lines.start - margin)
        if jumped and held is None and not lowest <= top <= highest:
            top = lines.start - round(height * UPPER)
        self.scroll_to(y=max(0, min(max(top, lowest), highest)), animate=False, force=True)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Tell a scrollbar that comes after the text has moved where the text stands: nobody else does."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    # --- Textual's side

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self._measure()
        self._jumped = True
        self.call_after_refresh(self._settle)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        super().notify_style_update()
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Tell what the mouse points at."""
        at = event.get_content_offset(self)
        if at is None or not self._view.articles:
            return
        column = self.sheet.column_at(at.x)
        lines = self.sheet.at(round(self.scroll_y) + at.y)
        line = lines[column] if lines else Line(Said.BLANK)
        self.post_message(self.Picked(column, line, at.x - self.sheet.columns[column].start - self._gutter))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        line = self.scroll_offset.y + y
        if line not in self._strips:
            self._strips[line] = self._drawn(line)
        return self._strips[line]

    def _layout(self, article: Article, width: int) -> Layout:
        layout = self._wrapped.get((article.id, width))
        if layout is None or layout.article is not article:
            layout = self._wrapped[article.id, width] = lay_out(article, width)
            while len(self._wrapped) > KEPT:
                del self._wrapped[next(iter(self._wrapped))]
        return layout

    def _measure(self) -> None:
        region = self.scrollable_content_region
        if region.width and region.height and self._view.articles:
            self.extend(Size(region.width, self.sheet.height))

    # --- drawing

    def _drawn(self, number: int) -> Strip:
        width, ground = self.scrollable_content_region.width, self.rich_style
        sheet = self.sheet if self._view.articles else None
        if sheet is None or number >= sheet.height:
            return Strip([Segment(" " * width, ground)], width)
        faint = self.get_component_rich_style("pane--bar")
        lines = sheet.at(number)
        segments: list[Segment] = []
        for n, (line, column) in enumerate(zip(lines, sheet.columns, strict=True)):
            if n:
                segments.append(Segment(CROSS if line.kind is Said.RULE else BAR, faint))
            if line.kind is Said.BLANK:
                segments.append(Segment(" " * column.width, ground))
            else:
                segments.extend(self._cell(line, column, n).render(self.app.console))
        return Strip(segments).adjust_cell_length(width, ground)

    def _cell(self, line: Line, column: Column, number: int) -> Text:
        ink = Ink(self, self.rich_style, self._view.views[number], column.width, self._gutter)
        if line.kind is Said.TEXT:
            words = self._layout(self._view.articles[number], column.words).text
            text = ink.row(line.row, "".join(words[run.start : run.end] for run in line.row.runs))
        elif line.kind in _SIGNS:
            text = self._gap(line, ink)
        elif line.kind is Said.RULE:
            text = self._rule(line, ink)
        else:
            text = ink.words(line.words)
        if self._gutter + column.words > column.width:  # so narrow that not even a few letters fit
            text.truncate(column.width, pad=True)
        return text

    def _rule(self, line: Line, ink: Ink) -> Text:
        words = f"{RULE * (ink.gutter - 1)} {line.words} " if line.words else ""
        text = Text(words.ljust(ink.width, RULE), end="")
        text.truncate(ink.width, pad=True)
        text.stylize(self.get_component_rich_style("pane--bar"))
        text.stylize(self.get_component_rich_style("pane--place"), ink.gutter, len(words))
        return text

    def _gap(self, line: Line, ink: Ink) -> Text:
        sign = _SIGNS[line.kind]
        hatch = SILENT[sign]
        words = f" {sign}{' ' * (ink.gutter - 2)}{line.words} " if line.words else " "
        text = Text(words + hatch * (ink.width - len(words) - 1) + " ", end="")
        text.truncate(ink.width, pad=True)
        text.stylize(self.get_component_rich_style("pane--hatch"))
        if line.words:
            name = "pane--missing" if line.kind is Said.MISSING else "pane--place"
            text.stylize(self.get_component_rich_style(name), 0, len(words))
        return text
