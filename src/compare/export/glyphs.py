"""What reports mark sentences, findings and stances with, and what the marks mean, so that no two disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import GLYPHS, FindingKind, Mark, Stance
from compare.model.phrases import LESS_SPECIFIC, NOT_HERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from compare.export.outline import Cell, Found, Row

MARKS = {
    Mark.CONFLICT: "in conflict with another report",
    Mark.UNIQUE: "only here",
    Mark.SHARED: "also elsewhere, with the number of independent voices that state it",
    Mark.WEAKER: "less specific than elsewhere",
    Mark.DOUBTFUL: "perhaps also elsewhere",
    Mark.UNSURE: "perhaps only here",
}
"""What the marks before sentences mean; a sentence without one was not compared."""

UNMARKED = "no mark: not compared"
"""That, as a legend says it."""

FINDINGS = {FindingKind.CONFLICT: "!", FindingKind.SOLE: "◆", FindingKind.FACT: "◆", FindingKind.OMISSION: "—"}

STANCES = {Stance.WEAKER: "~", Stance.DENIED: "!", Stance.ABSENT: "—", Stance.UNKNOWN: "?"}
"""What stands for how an article stands to a claim, unless it plainly states it."""

_STATED = "stated"

_MEANINGS = {
    Stance.WEAKER: LESS_SPECIFIC,
    Stance.DENIED: "denied",
    Stance.ABSENT: NOT_HERE,
    Stance.UNKNOWN: "unknown",
}


def finding_glyph(found: Found) -> str:
    """Return what marks a finding."""
    return FINDINGS[found.kind] if found.sure else GLYPHS[Mark.UNSURE]


def stance_glyph(cell: Cell, row: Row, stances: Mapping[Stance, str] = STANCES) -> tuple[str, str]:
    """Return what marks how an article stands to a claim, and what it means."""
    if cell.stance:
        return stances[cell.stance], _MEANINGS[cell.stance]
    return (GLYPHS[Mark.SHARED], _STATED) if row.point.likely else (GLYPHS[Mark.DOUBTFUL], f"perhaps {_STATED}")


def stance_legend(stances: Mapping[Stance, str] = STANCES) -> Iterator[tuple[str, str]]:
    """Yield all that :func:`stance_glyph` returns."""
    yield GLYPHS[Mark.SHARED], _STATED
    yield GLYPHS[Mark.DOUBTFUL], f"perhaps {_STATED}"
    for each, glyph in stances.items():
        yield glyph, _MEANINGS[each]
