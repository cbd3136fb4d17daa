"""What reports with room for everything mark findings and stances with, so that they cannot disagree."""

from __future__ import annotations

from compare.model import FindingKind, Stance

FINDINGS = {FindingKind.CONFLICT: "!", FindingKind.SOLE: "◆", FindingKind.FACT: "◆", FindingKind.OMISSION: "—"}

LEADING = 20
"""So many findings are listed openly; the rest is folded."""

STANCES = {Stance.WEAKER: "~", Stance.DENIED: "!", Stance.ABSENT: "—", Stance.UNKNOWN: "?"}
