"""Where every line of aligned rows stands: cells broken for the width of their columns, rows as high as the highest.

Pure and without Textual. The texts are wrapped by :func:`~compare.tui.layout.lay_out`, once for an article and a width;
here the lines of its paragraphs are only dealt out to the cells. A line of the sheet cuts through all columns, so that
no column can ever be out of step with the others.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from compare.model import plural
from compare.tui.layout import BLANK, NARROWEST, NOWHERE, Layout, Row, broken, shortened, stretches
from compare.tui.phrases import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.tui.rows import Block, Cell, Reference, Rows

COLUMN_WIDTH = 38
"""Cells below which a column is not worth reading: two stand beside each other at 80, three at 120, five at 200."""

SEPARATOR = 1
"""Cells between two columns."""

UP, DOWN = "↑", "↓"
"""Where in its own text, or on the sheet, a paragraph is to be found."""

ELSEWHERE, PERHAPS = "→", "≈"
"""What stands before the places that a cell refers to, and before those where it is not sure, as in the marks."""


class LineKind(StrEnum):
    """What a line of a cell is: of the text, or words of ours."""

    RULE = "rule"
    TEXT = "text"
    BLANK = "blank"
    PLACE = "place"
    REFERENCE = "reference"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOTE = "note"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a cell: a row of the article's text, or words of ours.

    ``targets`` tells which paragraph (or for a fold, sentence) a stretch of the words leads to.
    """

    kind: LineKind
    row: Row = BLANK
    words: str = ""
    targets: tuple[tuple[int, int, str], ...] = ()

    def target(self, column: int) -> str:
        """Return what the words at a column lead to, else what the line leads to first; empty if to nothing."""
        at = (piece for start, end, piece in self.targets if start <= column < end)
        return next(at, self.targets[0][2] if self.targets else "")


BLANK_LINE = CellLine(LineKind.BLANK)
"""The line where a cell has nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands: its first cell on the line, how many it has, and how many of them are for words."""

    article: str
    start: int
    width: int
    words: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows laid out.

    Attributes:
        columns: from left to right.
        cells: the lines of each cell of each row, equally many in all cells of a row. A rule is the first of them, but
            where a row is only a line that tells of what is folded away.
        starts: the line each row starts at.
        height: how many lines there are.
        where: the lines of each sentence, or paragraph without sentences.
    """

    columns: tuple[Column, ...]
    cells: tuple[tuple[tuple[CellLine, ...], ...], ...]
    starts: tuple[int, ...]
    height: int
    where: Mapping[str, range]

    def at(self, line: int) -> tuple[CellLine, ...]:
        """Return what stands on a line, in each column; empty outside of the rows."""
        if not 0 <= line < self.height:
            return ()
        row = bisect_right(self.starts, line) - 1
        return tuple(cell[line - self.starts[row]] for cell in self.cells[row])

    def column_at(self, x: int) -> int:
        """Return the number of the column at a cell of the line; what separates two belongs to the left one."""
        return max(0, bisect_right([column.start for column in self.columns], x) - 1)

    def lines_of(self, piece: str) -> range:
        """Return the lines a sentence stands on, none if it is folded away."""
        return self.where.get(piece, NOWHERE)


def columns_that_fit(width: int) -> int:
    """Return how many columns are worth reading beside each other; two even where it is narrow, to compare at all."""
    return max(2, (width + SEPARATOR) // (COLUMN_WIDTH + SEPARATOR))


def columns_of(articles: Sequence[str], width: int, gutter: int) -> tuple[Column, ...]:
    """Share a line among articles, in whole cells, the first ones a cell wider where it does not come out even.

    Each column keeps ``gutter`` cells for its marks, and a blank one at its end where there is room for it.
    """
    share, over = divmod(width - SEPARATOR * (len(articles) - 1), len(articles))
    columns: list[Column] = []
    at = 0
    for n, article in enumerate(articles):
        own = share + (n < over)
        columns.append(Column(article, at, own, max(NARROWEST, own - gutter - 1)))
        at += own + SEPARATOR
    return tuple(columns)


def lay_rows(rows: Rows, columns: Sequence[Column], layouts: Sequence[Layout], hidden: frozenset[str]) -> Sheet:
    """Lay rows out in columns, for which the articles are laid out; one line tells of each run of ``hidden`` sentences.

    Rows of which nothing is left but such lines are joined into one line.
    """
    dealt = [_dealt(layout) for layout in layouts]
    cells_of = [
        [_lines(cell, own, column.words, hidden) for cell, column, own in zip(cells, columns, dealt, strict=True)]
        for cells in rows.cells
    ]
    joined: list[tuple[tuple[CellLine, ...], ...]] = []
    for folded, run in groupby(cells_of, key=_is_folded):
        rows_alike = list(run)
        joined += [_joined(rows_alike, columns)] if folded else map(_level, rows_alike)
    *starts, height = accumulate((len(row[0]) for row in joined), initial=0)
    cells = ((cell, start) for row, start in zip(joined, starts, strict=True) for cell in row)
    where = stretches((n, line.row) for cell, start in cells for n, line in enumerate(cell, start))
    return Sheet(tuple(columns), tuple(joined), tuple(starts), height, where)


# --- the lines of one cell


def _lines(cell: Cell, own: Mapping[str, list[Row]], width: int, hidden: frozenset[str]) -> list[CellLine]:
    """Return the lines of a cell, the first of which is the rule above it."""
    lines = [CellLine(LineKind.RULE, words=_place(cell.blocks[0], width) if cell.blocks else "")]
    lines += [CellLine(LineKind.NOTE, words=words) for note in cell.notes for words in _broken(note, width)]
    for block in cell.blocks:
        _add_block(lines, block, own, width, hidden)
    lines += _referring(cell.references, width)
    if cell.gap:
        kind = LineKind.MISSING if cell.gap.known is Known.SURELY else LineKind.UNKNOWN
        lines += [CellLine(kind, words=words) for words in _broken(cell.gap.words, width)]
    return [_counted(line, width) if line.kind is LineKind.FOLD else line for line in lines]


@lru_cache(maxsize=256)  # the same few words are said of many cells
def _broken(said: str, width: int) -> tuple[str, ...]:
    return tuple(broken(said, width))


def _add_block(
    lines: list[CellLine], block: Block, own: Mapping[str, list[Row]], width: int, hidden: frozenset[str]
) -> None:
    """Add the text of a block; what sets it apart from one above it tells where it stands in its own text."""
    between = CellLine(LineKind.PLACE, words=_place(block, width)) if block.place else None
    for row in (row for paragraph in block.paragraphs for row in own.get(paragraph, ())):
        piece, above = row.runs[0].piece, lines[-1]
        if piece in hidden:
            if row.opens and above.kind is LineKind.FOLD:
                lines[-1] = replace(above, row=replace(above.row, fold=above.row.fold + 1))
            elif row.opens:
                lines.append(CellLine(LineKind.FOLD, Row("", None, (), piece, fold=1)))
            continue
        if between is not None and above.kind is not LineKind.RULE:
            lines.append(between)
        elif above.kind is LineKind.TEXT and above.row.paragraph != row.paragraph and block.place:
            lines.append(BLANK_LINE)
        between = None
        lines.append(CellLine(LineKind.TEXT, row))


def _place(block: Block, width: int) -> str:
    arrow = {-1: f" {UP}", 0: "", 1: f" {DOWN}"}[block.moved]
    return shortened(f"{block.place}{arrow}", width)


def _referring(references: Sequence[Reference], width: int) -> list[CellLine]:
    """Say where else something of this row is told; each place leads there."""
    lines: list[CellLine] = []
    for n, reference in enumerate(references):
        place = shortened(f"{reference.place} {DOWN if reference.below else UP}", width)
        lead = "" if n else f"{ELSEWHERE} " if reference.sure else f"{PERHAPS} {ELSEWHERE} "
        if lead and len(lead) + len(place) > width:  # then on a line of its own: what is not sure must not look sure
            lines.append(CellLine(LineKind.REFERENCE, words=shortened(lead.rstrip(), width)))
            lead = ""
        last, before = lead, CellLine(LineKind.REFERENCE)
        if n and len(lines[-1].words) + 1 + len(place) <= width:
            before = lines.pop()
            last = f"{before.words} "
        targets = (*before.targets, (len(last), len(last) + len(place), reference.paragraph))
        lines.append(CellLine(LineKind.REFERENCE, words=last + place, targets=targets))
    return lines


def _counted(line: CellLine, width: int) -> CellLine:
    count = line.row.fold
    said = f"── {plural(count, 'sentence')} folded ──"
    words = said if len(said) <= width else shortened(f"{count} folded", width)
    return replace(line, words=words, targets=((0, len(words), line.row.opens),))


# --- the cells of one row


def _dealt(layout: Layout) -> dict[str, list[Row]]:
    """Return the rows of each paragraph of an article."""
    dealt: dict[str, list[Row]] = {}
    for row in layout.rows:
        if row.runs:
            dealt.setdefault(row.paragraph, []).append(row)
    return dealt


def _is_folded(cells: Sequence[list[CellLine]]) -> bool:
    kinds = {line.kind for cell in cells for line in cell}
    return LineKind.FOLD in kinds and not kinds & {LineKind.TEXT, LineKind.NOTE}


def _level(cells: Sequence[list[CellLine]]) -> tuple[tuple[CellLine, ...], ...]:
    """Fill all cells up to the highest: a gap stays one to the end of the row."""
    height = max(map(len, cells))
    return tuple((*cell, *[_filling(cell)] * (height - len(cell))) for cell in cells)


def _filling(cell: Sequence[CellLine]) -> CellLine:
    kind = cell[-1].kind if cell else LineKind.BLANK
    return CellLine(kind) if kind in (LineKind.MISSING, LineKind.UNKNOWN) else BLANK_LINE


def _joined(run: Iterable[Sequence[list[CellLine]]], columns: Sequence[Column]) -> tuple[tuple[CellLine, ...], ...]:
    """Return one line for rows of which all is folded away."""
    joined = []
    for column, cells in zip(columns, zip(*run, strict=True), strict=True):
        folds = [line.row for cell in cells for line in cell if line.kind is LineKind.FOLD]
        whole = [replace(folds[0], fold=sum(row.fold for row in folds))] if folds else []
        joined.append(tuple(_counted(CellLine(LineKind.FOLD, row), column.words) for row in whole) or (BLANK_LINE,))
    return tuple(joined)
