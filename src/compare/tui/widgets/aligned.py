"""The aligned view: a row for each paragraph of the base, and beside it what the others have of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content

from compare.tui.reading import Reading
from compare.tui.row_layout import LineKind, columns_of, columns_that_fit
from compare.tui.rows import Rows, aligned
from compare.tui.state import EMPTY, Focus, GoTo, State, Step, Unfold, View, columns, held
from compare.tui.widgets.frame import frame_of
from compare.tui.widgets.pane_view import pane_view
from compare.tui.widgets.reading_view import ReadingView
from compare.tui.widgets.sheet import BAR, CROSS, RULE, AlignedSheet, SheetView
from compare.tui.widgets.told import Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from compare.tui.row_layout import Column

NARROW = 8
"""Cells that a column needs beside the label of a mark."""


class ColumnHeads(Told):
    """The outlet of each column, and how its text stands to the claim looked at. It stays while the rows scroll."""

    def show(self, state: State, reading: Reading, placed: Sequence[Column]) -> None:
        """Show the heads of columns."""
        frames = [frame_of(state, reading, column.article) for column in placed]
        names = [title.truncate(c.width, ellipsis=True, pad=True) for (title, _), c in zip(frames, placed, strict=True)]
        rules = []
        for (_, banner), column in zip(frames, placed, strict=True):
            line, style = ("━", "$primary") if column.article == state.focus else (RULE, "$foreground 20%")
            said = banner.truncate(max(0, column.width - 2), ellipsis=True).stylize("bold $text-warning")
            rest = column.width - said.cell_length - 1
            rules.append(Content.assemble((line, style), said, (line * rest, style)))
        bar = Content.styled(BAR, "$foreground 20%")
        cross = Content.styled(CROSS, "$foreground 20%")
        self.tell(Content("\n").join([bar.join(names), cross.join(rules)]))


class Aligned(ReadingView):
    """The base at the left, which stays, and the others beside it."""

    VIEW: ClassVar[View] = View.ALIGNED

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._reading = Reading(EMPTY)
        self._rows: Rows | None = None

    def compose(self) -> ComposeResult:
        """Put the heads above the rows."""
        yield ColumnHeads()
        yield AlignedSheet()

    @property
    def sheet(self) -> AlignedSheet:
        """The rows as they are drawn."""
        return self.query_one(AlignedSheet)

    def adopt(self, state: State, reading: Reading) -> None:  # noqa: ARG002 - the state comes with show
        """Forget the rows of another comparison."""
        self._reading = reading
        self._rows = None

    def room(self, width: int) -> int:
        """Return how many columns fit."""
        return columns_that_fit(width - 1)

    def show(self, state: State, reading: Reading, *, jumped: bool) -> None:
        """Draw the rows of the articles that the state shows."""
        self._state, self._reading = state, reading
        if not state.base:
            self._rows = None
            self.sheet.show(SheetView(), jumped=jumped)
            self.query_one(ColumnHeads).show(state, reading, ())
            return
        wanted = columns(state) if self._is_wide(reading) else (state.focus,)
        if self._rows is None or self._rows.columns != wanted:
            self._rows = aligned(reading.comparison, wanted)
        articles = tuple(reading.comparison.index.articles[article] for article in wanted)
        views = tuple(pane_view(state, reading, article) for article in wanted)
        self.sheet.show(SheetView(self._rows, articles, views, state.cursor), jumped=jumped)
        self._draw_heads()

    def on_resize(self) -> None:
        """Draw as many columns as there is room for now."""
        self.show(self._state, self._reading, jumped=True)
        self.call_after_refresh(self._draw_heads)

    def page(self, by: int) -> Step | None:
        """Go to the sentence a page below or above, in the column the cursor is in."""
        if self._rows is None:
            return None
        lines = max(1, self.sheet.scrollable_content_region.height - 2)
        there = self.sheet.piece_at_distance(self._rows.columns.index(self._state.focus), by * lines)
        return GoTo(there) if there else None

    def beside(self, article: str) -> str:
        """Return the sentence of an article in the cursor's row, or the next one below it."""
        state, comparison = self._state, self._reading.comparison
        if self._rows is None or not state.cursor:
            return ""
        rows = self._rows
        if article not in rows.columns:
            rows = aligned(comparison, tuple(dict.fromkeys((state.base, state.focus, article))))
        return rows.level_with(comparison, state.cursor, article)

    def in_sight(self) -> tuple[str, ...]:
        """Return the sentences that begin in sight."""
        return self.sheet.in_sight()

    def target(self) -> Widget | None:
        """The rows take the keys."""
        return self.sheet

    def order(self, state: State) -> Sequence[str]:
        """Return the base, then the others; those that do not fit come into sight when they are gone to."""
        return held(state) if state.base else ()

    def _is_wide(self, reading: Reading) -> bool:
        """Say whether two columns fit at all; where they do not, the article the cursor is in has all the room."""
        return not self.size.width or self.size.width > 2 * (reading.label_width() + NARROW)

    def _draw_heads(self) -> None:
        if self._rows is not None and self.sheet.laid_out:
            width = self.sheet.scrollable_content_region.width
            self.query_one(ColumnHeads).show(self._state, self._reading, columns_of(self._rows.columns, width, 0))

    @on(AlignedSheet.Picked)
    def _picked(self, event: AlignedSheet.Picked) -> None:
        """Go to what was pointed at: a sentence, or where a place leads; beside words only to the column."""
        event.stop()
        if self._rows is None:
            return
        index = self._reading.comparison.index
        article = self._rows.columns[event.column]
        target = event.line.target(event.at)
        if event.line.kind is LineKind.TEXT:
            self.post_message(self.Asked(GoTo(event.line.row.runs[0].piece), jumped=False))
        elif event.line.kind is LineKind.FOLD:
            self.post_message(self.Asked(Unfold(target), jumped=False))
        elif target:
            claiming = (s.id for s in index.sentences_of.get(target, ()) if s.comparable)
            self.post_message(self.Asked(GoTo(next(claiming, target))))
        elif article != self._state.focus:
            self.post_message(self.Asked(Focus(article, self.beside(article)), jumped=False))
