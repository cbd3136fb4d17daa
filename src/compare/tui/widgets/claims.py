"""The matrix of claims: who states what, a row for each claim and a column for each article, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.style import Style

from compare.tui import phrases
from compare.tui.layout import shortened
from compare.tui.matrix import NO_MATRIX, compared, hits_in, matrix_of, summary
from compare.tui.matrix_layout import Grid, by_articles, by_claims, numbered
from compare.tui.signs import NO_SIGNS
from compare.tui.state import EMPTY, Across, GoToCell, Move, State, Step, View, looked_at
from compare.tui.widgets.claims_grid import NO_GRID, ClaimsGrid, GridView
from compare.tui.widgets.reading_view import ReadingView
from compare.tui.widgets.told import Told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from compare.tui.reading import Reading

LEGENDS = (
    "= stated   ~ weaker   ! conflict or denied   – not in this text   ? unknown   ≈ perhaps   ◆ only here",
    "=stated ~weaker !conflict –not in text ?unknown ≈perhaps ◆only here",
    "=stated ~weaker !conflict –absent ?unknown ≈maybe ◆only here",
)
"""What the glyphs say, the longest that fits. The last one has room in 60 cells."""


class Claims(ReadingView):
    """Shows the matrix, above it how many claims are in sight and in what order, below it what the glyphs say."""

    VIEW: ClassVar[View] = View.CLAIMS

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._comparison = EMPTY
        self._signs = NO_SIGNS
        self._matrix = NO_MATRIX
        self._left = 0
        self._drawn_for: tuple[object, ...] = ()
        self._summary, self._claim, self._heads = Told(classes="summary"), Told(classes="claim"), Told(classes="heads")
        self._grid, self._legend = ClaimsGrid(), Told(classes="legend")

    def compose(self) -> ComposeResult:
        """Lay out the lines and the matrix between them."""
        yield self._summary
        yield self._claim
        yield self._heads
        yield self._grid
        yield self._legend

    def show(self, state: State, reading: Reading, *, jumped: bool) -> None:
        """Draw the matrix, and bring the cell looked at into sight."""
        if state.transposed != self._state.transposed:
            self._left = 0
        self._state, self._comparison, self._signs = state, reading.comparison, reading.signs
        self._matrix = matrix_of(state, reading.comparison)
        self._claim.display = state.transposed
        self._draw(jumped=jumped)

    def page(self, by: int) -> Step | None:
        """Go to the row a page below or above."""
        if (row := self._grid.page(by)) is None:
            return None
        return self._cell(row, None)

    def target(self) -> Widget | None:
        """The matrix takes the keys."""
        return self._grid

    def do_pane_right(self) -> None:
        """Go to the next column."""
        self.post_message(self.Asked(Across(1)))

    def do_pane_left(self) -> None:
        """Go to the column before."""
        self.post_message(self.Asked(Across(-1)))

    @on(ClaimsGrid.Laid)
    def _laid(self, event: ClaimsGrid.Laid) -> None:
        event.stop()
        if self._drawn_for != (self._state, self._comparison.index, self._grid.size):
            self._draw(jumped=True)

    @on(ClaimsGrid.Pointed)
    def _pointed(self, event: ClaimsGrid.Pointed) -> None:
        event.stop()
        if (there := self._cell(event.row, event.column)) is not None:
            self.post_message(self.Asked(there))
            if event.twice and isinstance(there, GoToCell):
                self.post_message(self.Asked(Move.READ))

    def _cell(self, row: int, column: int | None) -> Step | None:
        """Return the step to a cell by its numbers, as far as a key has left it there."""
        state, articles = self._state, compared(self._state)
        claims, entries = self._matrix.claims, self._matrix.entries
        if state.transposed:
            claim = claims[column].id if column is not None and column < len(claims) else state.claim
            return GoToCell(claim, articles[row] if row < len(articles) else looked_at(state))
        if row >= len(entries):
            return None
        entry = entries[row]
        article = articles[column] if column is not None and column < len(articles) else looked_at(state)
        return GoToCell(entry.id, article) if entry is not None else Move.FOLD

    # --- drawing ---

    def _draw(self, *, jumped: bool) -> None:
        if not self._grid.laid_out:
            return
        width = self._grid.scrollable_content_region.width
        if not self._state.articles:
            self._show_nothing()
            return
        self._drawn_for = self._state, self._comparison.index, self._grid.size
        view = self._grid_view(width)
        self._left = view.grid.left
        self._grid.show(view, jumped=jumped)
        self._summary.tell(self._summed_up(width))
        self._claim.tell(self._number_and_text(view.column, width))
        self._heads.tell(self._headed(view))
        room = self.scrollable_content_region.width  # no scroll bar stands here
        fitting = (f" {legend}"[-room:] for legend in LEGENDS if len(legend) <= room)
        self._legend.tell(Content(next(fitting, shortened(LEGENDS[-1], room))))

    def _show_nothing(self) -> None:
        self._drawn_for = ()
        self._grid.show(NO_GRID, jumped=False)
        for line in (self._summary, self._claim, self._heads, self._legend):
            line.tell(Content(""))

    def _grid_view(self, width: int) -> GridView:
        state, matrix, articles = self._state, self._matrix, compared(self._state)
        names = tuple(self._called(article) for article in articles)
        at_article = articles.index(looked_at(state))
        if state.transposed:
            at = next((n for n, claim in enumerate(matrix.claims) if claim.id == state.claim), 0)
            grid = by_articles(width, names, len(matrix.claims), at, self._left)
            row: int | None = at_article
        else:
            at = at_article
            grid = by_claims(width, names, matrix.entries, at, self._left, self._signs.claim)
            here = (n for n, claim in enumerate(matrix.entries) if claim is not None and claim.id == state.claim)
            row = next(here, None)
        return GridView(
            comparison=self._comparison,
            signs=self._signs,
            matrix=matrix,
            grid=grid,
            articles=articles,
            names=names,
            transposed=state.transposed,
            opened=state.opened,
            row=row,
            column=at,
            found=hits_in(state, self._comparison),
        )

    def _called(self, article: str) -> str:
        return f"{self._state.articles.index(article) + 1} {phrases.label(self._comparison.index.articles[article])}"

    def _summed_up(self, width: int) -> Content:
        said = summary(self._state, self._matrix)
        if self._state.transposed:
            said += f" · {self._state.sort} (s)"
        return Content.styled(f" {shortened(said, width - 1)}", "bold")

    def _number_and_text(self, column: int, width: int) -> Content:
        claims = self._matrix.claims
        if column >= len(claims) or claims[column].id != self._state.claim:
            return Content("")
        words, said = numbered(claims[column], column + 1, width - 2, self._signs.claim(claims[column].id))
        return Content.assemble(f" {words}", (said, "$foreground 70%"))

    def _headed(self, view: GridView) -> Content:
        """Return the line above the columns: over the first one the order of the rows."""
        grid = view.grid
        order = "" if view.transposed else f" ↓ {self._state.sort} (s)"
        aside = f" {shortened(_out_of_sight(grid), grid.first - 3)}"
        first = shortened(order, max(1, grid.first - 1 - len(aside)))
        parts = [Content.styled(f"{first}{aside.rjust(grid.first - 1 - len(first))} ", "$foreground 70%")]
        for number in grid.in_sight:
            content = Content(f" {self._head(view, number)} ")
            if number == view.column:
                content = content.stylize("bold reverse")
            if not view.transposed:
                content = content.stylize(Style.from_meta({"@click": f"screen.pane({self._place(view, number)})"}))
            parts.append(content.pad_right(grid.cell - content.cell_length))
        return Content("").join(parts)

    def _head(self, view: GridView, number: int) -> str:
        if view.transposed:
            return str(number + 1)
        return shortened(view.names[number], view.grid.cell - 2) if view.grid.named else self._place(view, number)

    def _place(self, view: GridView, number: int) -> str:
        return str(self._state.articles.index(view.articles[number]) + 1)


def _out_of_sight(grid: Grid) -> str:
    last = grid.left + grid.count
    return f"‹ {grid.left + 1}–{last} of {grid.of} ›" if grid.count < grid.of else ""
