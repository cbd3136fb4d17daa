"""A comparison with what stands beside its sentences. Without Textual."""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.model import Comparison, Marked, marked
from compare.tui.signs import NO_SIGNS, Signs


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A comparison with the mark of each sentence, looked up once, and the signs of what the reader marked.

    It is equal to itself alone, so that what is derived can be kept by it.
    """

    comparison: Comparison
    signs: Signs = NO_SIGNS
    _marks: dict[str, Marked] = field(default_factory=dict, compare=False, repr=False)

    def mark(self, piece: str) -> Marked:
        """Return the mark of a sentence; a paragraph has none."""
        if piece not in self._marks:
            self._marks[piece] = marked(self.comparison, piece)
        return self._marks[piece]

    def of(self, comparison: Comparison, signs: Signs) -> Reading:
        """Return the reading of another comparison; what has stayed in it is not looked up again."""
        before, now = self.comparison.index, comparison.index
        stays = {
            piece: mark
            for piece, mark in (self._marks if before.voices == now.voices else {}).items()
            if before.claims_of.get(piece, ()) == now.claims_of.get(piece, ())
            and before.conflicts_with.get(piece, ()) == now.conflicts_with.get(piece, ())
        }
        return Reading(comparison, signs, stays)

    def label_width(self) -> int:
        """Return the cells that the longest label of a mark takes."""
        return len("= /") + 2 * len(str(len(self.comparison.coverage.articles))) + self.sign_width

    @property
    def sign_width(self) -> int:
        """The cells of a label that the reader's signs take, with a blank before them; none while nothing is marked."""
        return Signs.WIDTH if self.signs else 0

    def label(self, piece: str) -> str:
        """Return the mark of a sentence and, behind it, the reader's sign."""
        label = self.mark(piece).label
        sign = self.signs.piece(piece)
        return f"{label:<{self.label_width() - self.sign_width}} {sign}".rstrip() if sign else label
