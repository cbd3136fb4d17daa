"""The rows of the matrix of claims, drawn line by line on Textual's Line API: only what is in sight."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from compare.model import GLYPHS, Claim, ClaimKind, Comparison, Mark
from compare.tui.layout import shortened
from compare.tui.matrix import NO_MATRIX, Matrix, cell_glyph, fold_line
from compare.tui.matrix_layout import Grid, claim_lines, numbered
from compare.tui.phrases import ABSENT, UNKNOWN
from compare.tui.relations import clearest
from compare.tui.signs import NO_SIGNS, Signs
from compare.tui.state import EMPTY
from compare.tui.widgets.drawing import Drawing
from compare.tui.widgets.ink import CURSOR
from compare.tui.widgets.scrolling import UPPER, top_that_shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual import events

_STYLES = {
    GLYPHS[Mark.SHARED]: "claims--stated",
    GLYPHS[Mark.WEAKER]: "claims--weaker",
    GLYPHS[Mark.CONFLICT]: "claims--conflict",
    ABSENT: "claims--absent",
    UNKNOWN: "claims--unknown",
    GLYPHS[Mark.DOUBTFUL]: "claims--perhaps",
    GLYPHS[Mark.UNIQUE]: "claims--unique",
}
"""The component class of what stands in a cell."""


MARGIN = 1
"""Lines that are kept in sight above and below the row looked at."""


@dataclass(frozen=True, slots=True)
class GridView:
    """What the grid is told to draw.

    Attributes:
        comparison: what the cells tell of.
        signs: what the reader said of the claims.
        matrix: the claims in sight.
        grid: where they stand.
        articles: ids of the articles, in the order of display.
        names: what these are called.
        transposed: the articles are the rows.
        opened: the commentary is not folded away.
        row: number of the row looked at, ``None`` where it is not among them.
        column: number of the column looked at.
        found: the sentences in which something searched for stands, each with what of it does.
    """

    comparison: Comparison = field(compare=False)
    signs: Signs = field(compare=False)
    matrix: Matrix
    grid: Grid
    articles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    transposed: bool = False
    opened: bool = False
    row: int | None = None
    column: int = 0
    found: Mapping[str, frozenset[str]] = field(default_factory=dict)


NO_GRID = GridView(EMPTY, NO_SIGNS, NO_MATRIX, Grid(1, 1, 0, 0, 0, (0,)))
"""What is shown before anything is read."""


Piece: TypeAlias = tuple[str, tuple[str, ...]]
"""Words of a line, and the component classes that they are drawn with, the last one on top."""


@dataclass(frozen=True, slots=True)
class GridLook:
    """How a line of the grid looks: its number, what stands on it, and how many cells it fills."""

    number: int
    pieces: tuple[Piece, ...]
    width: int


class ClaimsGrid(Drawing[GridLook], can_focus=True, inherit_bindings=False):
    """Draws the matrix. Bindings are not inherited: keys that scroll would keep the cursor from moving."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *_STYLES.values(),
        "claims--about",
        "claims--commentary",
        "claims--row",
        "claims--column",
        "claims--cell",
        "claims--hit",
    }

    @dataclass
    class Pointed(Message):
        """The reader pointed at a row, and at a column or, where that is ``None``, at its first cell."""

        row: int
        column: int | None
        twice: bool

    @dataclass
    class Laid(Message):
        """The grid has a new size."""

    def __init__(self) -> None:
        super().__init__()
        self._view = NO_GRID
        self._styles: dict[tuple[str, ...], Style] = {}

    def show(self, view: GridView, *, jumped: bool) -> None:
        """Draw a view; where its row is out of sight and was ``jumped`` to, with rows above it."""
        self._view = view
        listed = 1 + view.grid.count if view.transposed else 0
        self.extend(Size(self.scrollable_content_region.width, view.grid.starts[-1] + listed))
        self.redraw()
        self._reveal(jumped=jumped)

    def page(self, by: int) -> int | None:
        """Return the row a page below the one looked at, or above it; ``None`` where there are no rows."""
        grid, here = self._view.grid, self._view.row
        if not grid.rows:
            return None
        if here is None:
            return 0
        row = grid.row_near(grid.starts[here] + by * max(1, self.scrollable_content_region.height - 2))
        if self._view.transposed or self._view.matrix.entries[row] is not None:
            return row
        beyond = row + by  # there is nothing to look at in the line of the commentary
        return beyond if 0 <= beyond < grid.rows else here

    def _reveal(self, *, jumped: bool) -> None:
        grid, height = self._view.grid, self.scrollable_content_region.height
        if self._view.row is None or not self.laid_out:
            return
        lines = grid.lines_of(self._view.row)
        top = round(self.scroll_target_y)
        away = lines.stop <= top or lines.start >= top + height
        if away and jumped:
            top = lines.start - round(height * UPPER)
        self.scroll_to(y=top_that_shows(lines, height, top, MARGIN), animate=False, force=True)

    # --- Textual's side ---

    def on_resize(self) -> None:
        """Ask for a view of the new size."""
        self.post_message(self.Laid())

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        super().notify_style_update()
        self._styles.clear()

    def on_click(self, event: events.Click) -> None:
        """Tell which cell is under the mouse."""
        if (at := event.get_content_offset(self)) is None:
            return
        line, grid = round(self.scroll_y) + at.y, self._view.grid
        if (listed := self._listed_at(line)) is not None:
            self.post_message(self.Pointed(len(self._view.articles), listed, event.chain == 2))
        elif (row := grid.row_at(line)) is not None:
            self.post_message(self.Pointed(row, grid.column_at(at.x), event.chain == 2))

    # --- drawing ---

    def looking(self) -> Callable[[int], GridLook]:
        """Return what tells how a line of the grid looks by now."""
        width, top, grid = self.scrollable_content_region.width, self.scroll_offset.y, self._view.grid

        def look(y: int) -> GridLook:
            line = top + y
            row = grid.row_at(line)
            return GridLook(
                line, tuple(self._listed(line, width) if row is None else self._row(row, line, width)), width
            )

        return look

    def draw(self, look: GridLook) -> Strip:
        """Draw a line."""
        return self.kept(look.number, look, lambda: self._drawn(look))

    def _drawn(self, look: GridLook) -> Strip:
        segments = [Segment(words, self._style(names)) for words, names in look.pieces]
        rest = look.width - sum(cell_len(words) for words, _ in look.pieces)
        return Strip([*segments, Segment(" " * rest, self.rich_style)], look.width).simplify()

    def _style(self, names: tuple[str, ...]) -> Style:
        """Return the style of component classes over the ground."""
        if names not in self._styles:
            style = self.rich_style
            for name in names:
                style += self.get_component_rich_style(name, partial=True)
            self._styles[names] = style
        return self._styles[names]

    # --- how lines look ---

    def _row(self, row: int, line: int, width: int) -> Iterator[Piece]:
        view, grid = self._view, self._view.grid
        current = row == view.row
        style = ("claims--row",) if current else ()
        if view.transposed:
            yield CURSOR if current else " ", style
            name = shortened(view.names[row], grid.first - 2)
            yield name + " " * (grid.first - 1 - cell_len(name)), style
            pairs = [(view.matrix.claims[column], view.articles[row]) for column in grid.in_sight]
            yield from self._cells(pairs, style, current)
            return
        claim = view.matrix.entries[row]
        if claim is None:
            yield f" {shortened(fold_line(view.matrix, opened=view.opened), width - 2)}", ("claims--commentary",)
            return
        n = line - grid.starts[row]
        yield CURSOR if current else " ", style
        yield from self._words(claim, n, style)
        pairs = [(claim, view.articles[column]) for column in grid.in_sight]
        yield from self._cells(pairs, style, current) if n == 0 else self._blanks(style)

    def _listed_at(self, line: int) -> int | None:
        """Return the column whose number and words a line below the articles tells."""
        view = self._view
        at = line - view.grid.starts[-1] - 1  # a blank line stands between
        return view.grid.left + at if view.transposed and 0 <= at < view.grid.count else None

    def _listed(self, line: int, width: int) -> Iterator[Piece]:
        """Tell what the numbers above the columns stand for."""
        if (column := self._listed_at(line)) is None:
            return
        current = column == self._view.column
        style = ("claims--row",) if current else ()
        claim = self._view.matrix.claims[column]
        words, said = numbered(claim, column + 1, width - 2, self._view.signs.claim(claim.id))
        yield f"{CURSOR if current else ' '}{words}", style
        yield f"{said} ", (*style, "claims--about")

    def _words(self, claim: Claim, line: int, style: tuple[str, ...]) -> Iterator[Piece]:
        words, said = claim_lines(claim, self._view.grid.first - 2, self._view.signs.claim(claim.id))[line]
        plain = (*style, "claims--commentary") if claim.kind is ClaimKind.COMMENTARY else style
        at = 0
        hits = self._view.found.get(clearest(self._view.comparison, claim), ()) if self._view.found else ()
        for hit in re.finditer("|".join(map(re.escape, sorted(hits, key=len, reverse=True))), words) if hits else ():
            yield words[at : hit.start()], plain
            yield hit[0], (*plain, "claims--hit")
            at = hit.end()
        yield words[at:], plain
        yield f"{said} ", (*style, "claims--about")

    def _cells(self, pairs: list[tuple[Claim, str]], style: tuple[str, ...], current: bool) -> Iterator[Piece]:
        index, grid, found = self._view.comparison.index, self._view.grid, self._view.found
        for column, (claim, article) in zip(grid.in_sight, pairs, strict=True):
            glyph = cell_glyph(self._view.comparison, claim, index.articles[article])
            here = column == self._view.column
            around = (*style, "claims--column") if here else style
            own = (*around, _STYLES[glyph])
            if found and any(s in found and index.article_of[s].id == article for s in claim.sentences):
                own = (*own, "claims--hit")
            if current and here:
                own = (*own, "claims--cell")
            left, right = "[]" if current and here else "  "
            yield left, around
            yield glyph, own
            yield right + " " * (grid.cell - 3), around

    def _blanks(self, style: tuple[str, ...]) -> Iterator[Piece]:
        for column in self._view.grid.in_sight:
            yield " " * self._view.grid.cell, (*style, "claims--column") if column == self._view.column else style
