"""Aligned rows, drawn line by line on Textual's Line API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from compare.tui.layout import Layout, Layouts
from compare.tui.phrases import ABSENT, UNKNOWN
from compare.tui.row_layout import CellLine, Column, LineKind, Sheet, columns_of, lay_rows
from compare.tui.rows import Rows
from compare.tui.widgets.drawing import Drawing
from compare.tui.widgets.ink import INKS, SILENT, Ink, Looks, RowLook
from compare.tui.widgets.pane_view import PaneView
from compare.tui.widgets.scrolling import UPPER, nearest, top_that_shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events

    from compare.model import Article

KEPT = 64
"""How many texts are kept as they were wrapped: each change of columns asks for the same ones again."""

BAR, RULE, CROSS = "│", "─", "┼"
"""What stands between two columns, between two rows, and where both meet."""

NO_ROWS = Rows((), (), {})
"""What is shown before anything is read."""

_SIGNS = {LineKind.MISSING: ABSENT, LineKind.UNKNOWN: UNKNOWN}
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


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a line of a column looks.

    Attributes:
        kind: what it is.
        row: how the row of the text looks that stands there, or what it says if it is none.
        gutter: the first cells, which are for marks.
        words: cells for words.
        width: all cells.
    """

    kind: LineKind
    row: RowLook | str
    gutter: int
    words: int
    width: int


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How a line of the sheet looks: its number, its columns, and how many cells it fills. Without columns it is
    blank."""

    number: int
    cells: tuple[CellLook, ...]
    width: int


def _cell_look(line: CellLine, column: Column, looks: Looks, layout: Layout) -> CellLook:
    row: RowLook | str = line.words
    if line.kind is LineKind.TEXT:
        row = looks.row(line.row, layout.words(line.row))
    return CellLook(line.kind, row, looks.gutter, column.words, column.width)


class AlignedSheet(Drawing[SheetLook], can_focus=True, inherit_bindings=False):
    """Shows rows of articles beside each other. It keeps no state but where it is scrolled to.

    Bindings are not inherited, since keys that scroll would keep the cursor from moving.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*INKS, "pane--missing", "pane--place", "pane--hatch", "pane--bar"}

    ALLOW_SELECT = False  # a selection over several columns would be text that nobody wrote

    @dataclass
    class Picked(Message):
        """The reader pointed at a line of a column."""

        column: int
        line: CellLine
        at: int
        """How many cells into the words of the line."""

    def __init__(self) -> None:
        super().__init__()
        self._view = SheetView()
        self._layouts = Layouts(KEPT)
        self._sheet: Sheet | None = None
        self._laid_from: tuple[object, ...] = ()
        self._jumped = False
        self._held: int | None = None
        """The line of the screen at which the cursor stays although the rows are others now."""

    @property
    def sheet(self) -> Sheet:
        """The rows laid out for the width there is now."""
        view = self._view
        columns = columns_of(view.rows.columns, self.scrollable_content_region.width, view.gutter)
        layouts = [self._layouts.of(a, c.words) for a, c in zip(view.articles, columns, strict=True)]
        laid_from = view.rows, columns, layouts, view.hidden
        if self._sheet is None or laid_from != self._laid_from:
            self._sheet, self._laid_from = lay_rows(*laid_from), laid_from
        return self._sheet

    def show(self, view: SheetView, *, jumped: bool) -> None:
        """Draw rows, and bring the cursor into sight."""
        before, self._view = self._view, view
        if self._held is None and (before.rows, before.hidden, before.gutter) != (view.rows, view.hidden, view.gutter):
            self._held = self._screen_line(view.cursor)
        self._jumped = self._jumped or jumped
        self._measure()
        self.redraw()
        if self.laid_out:
            self._settle()  # at once, so that one frame shows all of it
        else:
            self.call_after_refresh(self._settle)

    def piece_at_distance(self, column: int, by: int) -> str:
        """Return the first comparable sentence of a column that starts so many lines below the cursor, or the last one
        that starts so many above it."""
        sheet = self.sheet
        lines = sheet.lines_of(self._view.cursor)
        here = lines.start if lines else round(self.scroll_target_y)
        claiming = (s.id for s in self._view.articles[column].comparable)
        starts = sorted((sheet.where[piece].start, piece) for piece in claiming if piece in sheet.where)
        return nearest(starts, here + by, upwards=by < 0)

    def in_sight(self) -> tuple[str, ...]:
        """Return the comparable sentences that begin on the screen, column by column, from top to bottom."""
        top = round(self.scroll_target_y)
        lines, where = range(top, top + self.scrollable_content_region.height), self.sheet.where
        found = []
        for article in self._view.articles:
            own = (s.id for s in article.comparable if s.id in where and where[s.id].start in lines)
            found += sorted(own, key=lambda piece: where[piece].start)
        return tuple(found)

    # --- scrolling

    def _screen_line(self, piece: str) -> int | None:
        """Return the line of the screen that a sentence started at when all was laid out last, if it was in sight."""
        if self._sheet is None or piece not in self._sheet.where:
            return None
        line = self._sheet.where[piece].start - round(self.scroll_target_y)
        return line if 0 <= line < self.scrollable_content_region.height else None

    def _settle(self) -> None:
        """Bring the cursor into sight: where it was, where one sees what is before it, or just so."""
        if not self.laid_out:
            return
        jumped, self._jumped = self._jumped, False
        held, self._held = self._held, None
        height = self.scrollable_content_region.height
        lines = self.sheet.lines_of(self._view.cursor) if self._view.articles else range(0)
        if not lines:
            return
        was = round(self.scroll_target_y) if held is None else lines.start - held
        top = top_that_shows(lines, height, was)
        if jumped and held is None and top != was:
            top = top_that_shows(lines, height, lines.start - round(height * UPPER))
        self.scroll_to(y=top, animate=False, force=True)

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

    def on_click(self, event: events.Click) -> None:
        """Tell what the mouse points at."""
        at = event.get_content_offset(self)
        if at is None or not self._view.articles:
            return
        column = self.sheet.column_at(at.x)
        lines = self.sheet.at(round(self.scroll_y) + at.y)
        line = lines[column] if lines else CellLine(LineKind.BLANK)
        self.post_message(self.Picked(column, line, at.x - self.sheet.columns[column].start - self._view.gutter))

    def _measure(self) -> None:
        if self.laid_out and self._view.articles:
            self.extend(Size(self.scrollable_content_region.width, self.sheet.height))

    # --- drawing

    def looking(self) -> Callable[[int], SheetLook]:
        """Return what tells how a line of the sheet looks by now."""
        view, width, top = self._view, self.scrollable_content_region.width, self.scroll_offset.y
        sheet = self.sheet if view.articles else None
        columns = sheet.columns if sheet else ()
        looks = [Looks(shown, column.width, view.gutter) for shown, column in zip(view.views, columns, strict=True)]
        layouts = [self._layouts.of(a, c.words) for a, c in zip(view.articles, columns, strict=True)]

        def look(y: int) -> SheetLook:
            placed = zip(sheet.at(top + y) if sheet else (), columns, looks, layouts, strict=False)
            return SheetLook(top + y, tuple(_cell_look(*cell) for cell in placed), width)

        return look

    def draw(self, look: SheetLook) -> Strip:
        """Draw a line through all columns."""
        return self.kept(look.number, look, lambda: self._drawn(look))

    def _drawn(self, look: SheetLook) -> Strip:
        ground = self.rich_style
        faint = self.get_component_rich_style("pane--bar")
        segments: list[Segment] = []
        for n, cell in enumerate(look.cells):
            if n:
                segments.append(Segment(CROSS if cell.kind is LineKind.RULE else BAR, faint))
            if cell.kind is LineKind.BLANK:
                segments.append(Segment(" " * cell.width, ground))
            else:
                segments.extend(self._cell(cell))
        return Strip(segments).adjust_cell_length(look.width, ground)

    def _cell(self, look: CellLook) -> Iterable[Segment]:
        ink = Ink(self, self.rich_style)
        too_narrow = look.gutter + look.words > look.width  # so that not even a few letters fit
        if isinstance(look.row, RowLook):
            row = ink.row(look.row)
            return Segment.adjust_line_length(row, look.width) if too_narrow else row
        if look.kind in _SIGNS:
            text = self._gap(look, look.row)
        elif look.kind is LineKind.RULE:
            text = self._rule(look, look.row)
        else:
            text = ink.words(look.row, look.gutter, look.width)
        if too_narrow:
            text.truncate(look.width, pad=True)
        return text.render(self.app.console)

    def _rule(self, look: CellLook, said: str) -> Text:
        words = f"{RULE * (look.gutter - 1)} {said} " if said else ""
        text = Text(words.ljust(look.width, RULE), end="")
        text.truncate(look.width, pad=True)
        text.stylize(self.get_component_rich_style("pane--bar"))
        text.stylize(self.get_component_rich_style("pane--place"), look.gutter, len(words))
        return text

    def _gap(self, look: CellLook, said: str) -> Text:
        sign = _SIGNS[look.kind]
        hatch = SILENT[sign]
        words = f" {sign}{' ' * (look.gutter - 2)}{said} " if said else " "
        text = Text(words + hatch * (look.width - len(words) - 1) + " ", end="")
        text.truncate(look.width, pad=True)
        text.stylize(self.get_component_rich_style("pane--hatch"))
        if said:
            name = "pane--missing" if look.kind is LineKind.MISSING else "pane--place"
            text.stylize(self.get_component_rich_style(name), 0, len(words))
        return text
