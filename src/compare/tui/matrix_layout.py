"""Where the rows and columns of the matrix of claims stand on the screen. Pure and without Textual.

The first column is frozen: it says which claim (or article) a row is about. Of the others as many are in sight as have
room, and which ones is moved no further than needed for the one looked at to be among them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len

from compare.model import Claim, ClaimKind, one_line
from compare.model.phrases import percent
from compare.tui.layout import broken, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

CLAIM_WIDTH = 40
"""Cells that the first column has for claims at least, where that is no more than half of the width."""

WIDEST = 18
"""Cells of a column at most: enough for the names of most outlets, and near enough for the eye to keep the row."""

NAMED = 10
"""Cells below which a column is headed by its number alone, and gets no more than that needs: five letters of a name
tell little, and the tabs have all of them."""

LEAST = 4
"""Cells of a column at least: a glyph, the brackets around it where the cursor is, and a blank."""

NARROWEST = 20
"""Cells of the first column for articles at least: above it stands which of the columns are in sight."""

ABBREVIATED = 44
"""Cells below which the kind of a claim is shortened, so that room is left for its words."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix cut to a width.

    Attributes:
        first: cells of the frozen first column.
        cell: cells of each other column.
        left: the number of the first of these in sight.
        count: how many of them are in sight.
        of: how many there are.
        starts: the line each row starts at, and at the end the number of all lines.
    """

    first: int
    cell: int
    left: int
    count: int
    of: int
    starts: tuple[int, ...]

    @property
    def in_sight(self) -> range:
        """The numbers of the columns in sight."""
        return range(self.left, self.left + self.count)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.starts) - 1

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, ``None`` below the last and above the first."""
        return self.row_near(line) if 0 <= line < self.starts[-1] else None

    def row_near(self, line: int) -> int:
        """Return the row that a line belongs to; beyond the ends the first or the last one."""
        return max(0, min(bisect_right(self.starts, line), self.rows) - 1)

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        return range(self.starts[row], self.starts[row + 1])

    @property
    def named(self) -> bool:
        """Whether there is room for names above the columns."""
        return self.cell >= NAMED

    def column_at(self, x: int) -> int | None:
        """Return the column at a cell, ``None`` for the frozen one and beside the last."""
        at = (x - self.first) // self.cell
        return self.left + at if 0 <= at < self.count else None


def by_claims(
    width: int,
    heads: Sequence[str],
    claims: Sequence[Claim | None],
    at: int,
    left: int,
    sign: Callable[[str], str] = lambda _: "",
) -> Grid:
    """Lay out claims as rows, under the heads of articles; ``None`` is a line that says something.

    Args:
        width: cells there are.
        heads: what stands above the columns.
        claims: the rows.
        at: number of the column that must be in sight.
        left: number of the column that was the first in sight until now.
        sign: the reader's sign of a claim, by its id.
    """
    most = max(NAMED, min(WIDEST, max(map(cell_len, heads), default=0) + 2))
    cell = min(most, (width - max(CLAIM_WIDTH, width // 2)) // max(1, len(heads)))
    if cell < NAMED:
        cell = max(LEAST, len(str(len(heads))) + 2)
    count = min(len(heads), max(1, (width - min(CLAIM_WIDTH, width // 2)) // cell))
    first = width - count * cell
    heights = (1 if claim is None or fits(claim, first - 2, sign(claim.id)) else 2 for claim in claims)
    return Grid(first, cell, _moved(left, at, count, len(heads)), count, len(heads), _starts(heights))


def by_articles(width: int, names: Sequence[str], claims: int, at: int, left: int) -> Grid:
    """Lay out articles as rows, under the numbers of claims; the arguments as for :func:`by_claims`."""
    first = max(NARROWEST, min(max(map(cell_len, names), default=0) + 3, width // 3))
    cell = max(LEAST, len(str(claims)) + 2)
    count = min(claims, max(1, (width - first) // cell))
    return Grid(first, cell, _moved(left, at, count, claims), count, claims, _starts(1 for _ in names))


def fits(claim: Claim, width: int, sign: str = "") -> bool:
    """Say whether a claim stands on one line with its kind and confidence."""
    return _cells(claim.text) + 2 + len(about(claim, width, sign)) <= width


@lru_cache(maxsize=8192)  # of all claims, and for each change of width
def _cells(text: str) -> int:
    return cell_len(one_line(text))


def claim_lines(claim: Claim, width: int, sign: str = "") -> tuple[tuple[str, str], ...]:
    """Return the one or two lines of a claim: of each its words and, set at the right, its kind and confidence.

    Words and blanks and the rest of a line fill ``width`` cells together. What does not fit into two lines is cut.
    """
    text, said = one_line(claim.text), about(claim, width, sign)
    if fits(claim, width, sign):
        return ((_padded(text, width - len(said)), said),)
    first = next(broken(text, width), "")
    rest = text[len(first) :].lstrip()
    second = _padded(shortened(rest, max(1, width - len(said) - 2)) if rest else "", width - len(said))
    return (_padded(first, width), ""), (second, said)


def numbered(claim: Claim, number: int, width: int, sign: str = "") -> tuple[str, str]:
    """Return a claim with its number on one line of ``width`` cells: its words, and its kind and confidence."""
    said = about(claim, width, sign)
    return _padded(shortened(f"{number:>3}  {one_line(claim.text)}", width - len(said) - 2), width - len(said)), said


def about(claim: Claim, width: int, sign: str = "") -> str:
    """Return the kind of a claim and how sure its status is, and the reader's sign before it: ``✓ attributed 95 %``."""
    return _about(claim.kind, claim.confidence, width >= ABBREVIATED, sign)


@lru_cache(maxsize=8192)  # as above
def _about(kind: ClaimKind, confidence: float, in_full: bool, sign: str) -> str:
    return f"{sign.rstrip()} {kind if in_full else kind[:4]} {percent(confidence):3} %".lstrip()


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _moved(left: int, at: int, count: int, of: int) -> int:
    return max(0, min(max(left, at - count + 1), at, of - count))


def _starts(heights: Iterable[int]) -> tuple[int, ...]:
    return (0, *accumulate(heights))
