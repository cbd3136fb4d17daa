"""The rows of the matrix of claims, drawn line by line on Textual's Line API: only what is in sight."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from compare.model import Claim, ClaimKind, Comparison
from compare.tui.layout import shortened
from compare.tui.matrix import NOTHING, Matrix, cell, fold_line
from compare.tui.matrix_layout import Sheet, claim_lines, numbered
from compare.tui.relations import clearest
from compare.tui.signs import NO_SIGNS, Signs
from compare.tui.state import EMPTY
from compare.tui.widgets.ink import CURSOR, UPPER
from compare.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual import events

_STYLES = {
    "=": "claims--stated",
    "~": "claims--weaker",
    "!": "claims--conflict",
    "–": "claims--absent",
    "?": "claims--unknown",
    "≈": "claims--perhaps",
    "◆": "claims--unique",
}


@dataclass(frozen=True, slots=True)
class GridView:
    """What the grid is told to draw.

    Attributes:
        comparison: what the cells tell of.
        signs: what the reader said of the claims.
        matrix: the claims in sight.
        sheet: where they stand.
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
    sheet: Sheet
    articles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    transposed: bool = False
    opened: bool = False
    row: int | None = None
    column: int = 0
    found: Mapping[str, frozenset[str]] = field(default_factory=dict)


NO_GRID = GridView(EMPTY, NO_SIGNS, NOTHING, Sheet(1, 1, 0, 0, 0, (0,)))
"""What is shown before anything is read."""


class ClaimsGrid(Scrolling, can_focus=True, inherit_bindings=False):
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
        self._strips: dict[tuple[int, bool], Strip] = {}

    def show(self, view: GridView, *, jumped: bool) -> None:
        """Draw a view; where its row is out of sight and was ``jumped`` to, with rows above it."""
        before, self._view = self._view, view
        if (
            before.signs is not view.signs
            or before.comparison is not view.comparison
            or replace(before, row=view.row) != view
        ):
            self._strips.clear()
            self.refresh()
        else:  # from row to row, as most keys go, no more than two of them are drawn
            self._refresh_row(before.row)
            self._refresh_row(view.row)
        listed = 1 + view.sheet.count if view.transposed else 0
        self.extend(Size(self.scrollable_content_region.width, view.sheet.starts[-1] + listed))
        self._reveal(jumped=jumped)

    def page(self, by: int) -> int | None:
        """Return the row a page below the one looked at, or above it."""
        sheet = self._view.sheet
        if self._view.row is None or not sheet.starts[-1]:
            return 0 if sheet.starts[-1] else None
        line = sheet.starts[self._view.row] + by * max(1, self.scrollable_content_region.height - 2)
        row = sheet.row_at(max(0, min(line, sheet.starts[-1] - 1)))
        folded = row is not None and not self._view.transposed and self._view.matrix.entries[row] is None
        if row is None or not folded:
            return row
        beyond = row + (1 if by > 0 else -1)
        return beyond if 0 <= beyond < len(sheet.starts) - 1 else self._view.row

    def _refresh_row(self, row: int | None) -> None:
        if row is not None:
            lines = self._view.sheet.lines_of(row)
            self.refresh_lines(lines.start, len(lines))

    def _reveal(self, *, jumped: bool) -> None:
        sheet, height = self._view.sheet, self.scrollable_content_region.height
        if self._view.row is None or not height:
            return
        lines = sheet.lines_of(self._view.row)
        top = round(self.scroll_target_y)
        away = lines.stop <= top or lines.start >= top + height
        if away and jumped:
            top = lines.start - round(height * UPPER)
        margin = 1 if height > len(lines) + 1 else 0
        self.scroll_to(
            y=max(0, min(max(top, lines.stop + margin - height), lines.start - margin)), animate=False, force=True
        )

    # --- Textual's side ---

    def on_resize(self) -> None:
        """Ask for a view of the new size."""
        self._strips.clear()
        self.post_message(self.Laid())

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        super().notify_style_update()
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Tell which cell is under the mouse."""
        if (at := event.get_content_offset(self)) is None:
            return
        line, sheet = round(self.scroll_y) + at.y, self._view.sheet
        if (listed := self._listed_at(line)) is not None:
            self.post_message(self.Pointed(len(self._view.articles), listed, event.chain == 2))
        elif (row := sheet.row_at(line)) is not None:
            self.post_message(self.Pointed(row, sheet.column_at(at.x), event.chain == 2))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        line = self.scroll_offset.y + y
        row = self._view.sheet.row_at(line)
        key = (line, row is not None and row == self._view.row)
        if key not in self._strips:
            width = self.scrollable_content_region.width
            ground = self.rich_style
            segments = list(self._listed(line) if row is None else self._drawn(row, line))
            used = sum(cell_len(segment.text) for segment in segments)
            self._strips[key] = Strip([*segments, Segment(" " * (width - used), ground)], width).simplify()
        return self._strips[key]

    # --- drawing ---

    def _drawn(self, row: int, line: int) -> Iterator[Segment]:
        view, sheet = self._view, self._view.sheet
        current = row == view.row
        style = self.rich_style + (self._component("claims--row") if current else Style())
        if view.transposed:
            yield Segment(f"{CURSOR if current else ' '}", style)
            name = shortened(view.names[row], sheet.first - 2)
            yield Segment(name + " " * (sheet.first - 1 - cell_len(name)), style)
            pairs = [(view.matrix.claims[column], view.articles[row]) for column in sheet.in_sight]
            yield from self._cells(pairs, style, current)
            return
        claim = view.matrix.entries[row]
        if claim is None:
            said = shortened(fold_line(view.matrix, opened=view.opened), self.scrollable_content_region.width - 2)
            yield Segment(f" {said}", self.rich_style + self._component("claims--commentary"))
            return
        n = line - sheet.starts[row]
        yield Segment(f"{CURSOR if current else ' '}", style)
        yield from self._words(claim, n, style)
        pairs = [(claim, view.articles[column]) for column in sheet.in_sight]
        yield from self._cells(pairs, style, current) if n == 0 else self._blanks(style)

    def _listed_at(self, line: int) -> int | None:
        """Return the column whose number and words a line below the articles tells."""
        view = self._view
        at = line - view.sheet.starts[-1] - 1  # a blank line stands between
        return view.sheet.left + at if view.transposed and 0 <= at < view.sheet.count else None

    def _listed(self, line: int) -> Iterator[Segment]:
        """Tell what the numbers above the columns stand for."""
        if (column := self._listed_at(line)) is None:
            return
        current = column == self._view.column
        style = self.rich_style + (self._component("claims--row") if current else Style())
        width = self.scrollable_content_region.width
        claim = self._view.matrix.claims[column]
        words, said = numbered(claim, column + 1, width - 2, self._view.signs.claim(claim.id))
        yield Segment(f"{CURSOR if current else ' '}{words}", style)
        yield Segment(f"{said} ", style + self._component("claims--about"))

    def _words(self, claim: Claim, line: int, style: Style) -> Iterator[Segment]:
        words, said = claim_lines(claim, self._view.sheet.first - 2, self._view.signs.claim(claim.id))[line]
        plain = style + (self._component("claims--commentary") if claim.kind is ClaimKind.COMMENTARY else Style())
        at = 0
        hits = self._view.found.get(clearest(self._view.comparison, claim), ())
        for hit in re.finditer("|".join(map(re.escape, sorted(hits, key=len, reverse=True))), words) if hits else ():
            yield Segment(words[at : hit.start()], plain)
            yield Segment(hit[0], plain + self._component("claims--hit"))
            at = hit.end()
        yield Segment(words[at:], plain)
        yield Segment(f"{said} ", style + self._component("claims--about"))

    def _cells(self, pairs: list[tuple[Claim, str]], style: Style, current: bool) -> Iterator[Segment]:
        index, sheet = self._view.comparison.index, self._view.sheet
        for column, (claim, article) in zip(sheet.in_sight, pairs, strict=True):
            glyph = cell(self._view.comparison, claim, index.articles[article])
            around = style + (self._component("claims--column") if column == self._view.column else Style())
            looked = current and column == self._view.column
            own = around + self._component(_STYLES[glyph])
            if any(s in self._view.found and index.article_of[s].id == article for s in claim.sentences):
                own += self._component("claims--hit")
            if looked:
                own += self._component("claims--cell")
            left, right = "[]" if looked else "  "
            yield Segment(left, around)
            yield Segment(glyph, own)
            yield Segment(right + " " * (sheet.cell - 3), around)

    def _blanks(self, style: Style) -> Iterator[Segment]:
        for column in self._view.sheet.in_sight:
            around = style + (self._component("claims--column") if column == self._view.column else Style())
            yield Segment(" " * self._view.sheet.cell, around)

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)
