"""What a sentence is marked with, on screen and in reports alike: one glyph each, so that colour is never needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.comparison import Claim, Comparison, Stance, Status

SURE = 0.7
"""A unique claim is called "only here" from this probability on, and marked unsure below it: a wrong "only here" costs
more trust than ten missed ones. Of sentences at or above it 82 % are alone by human judgement (cross-validated;
``benchmarks/quality/train.py`` prints the table), from 0.6 on 77 %; of 389 statements that several texts of 23 sets
written for this make, 18 are wrongly called so, from 0.6 on 34, and of 335 that one makes 206 are told, not 223."""

LIKELY = 0.4
"""A shared claim is shown as shared from this probability on, and as doubtful below it: of links between 0.4 and 0.5
just over half hold by human judgement, of those between 0.3 and 0.4 a third (cross-validated;
``benchmarks/quality/train.py`` prints the table)."""


class Mark(StrEnum):
    """The marks a sentence can carry, the most telling first."""

    CONFLICT = "conflict"
    UNIQUE = "only here"
    WEAKER = "weaker"
    SHARED = "shared"
    DOUBTFUL = "perhaps shared"
    UNSURE = "perhaps only here"
    NONE = "not compared"


_ORDER = {mark: n for n, mark in enumerate(Mark)}

GLYPHS = {
    Mark.CONFLICT: "!",
    Mark.UNIQUE: "◆",
    Mark.WEAKER: "~",
    Mark.SHARED: "=",
    Mark.DOUBTFUL: "≈",
    Mark.UNSURE: "?",
    Mark.NONE: " ",
}
"""Single-width glyphs, one a mark."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence's mark, and of the claim it came from: ``voices`` of the ``of`` independent voices state it.

    A wire paragraph that two outlets print is one voice: ``= 1/5`` says that another has it, from one source.
    """

    mark: Mark
    claim: Claim | None
    voices: int
    of: int

    @property
    def glyph(self) -> str:
        """The mark's glyph."""
        return GLYPHS[self.mark]

    @property
    def label(self) -> str:
        """The glyph, and how many voices state the claim where it is shared: ``= 3/5``."""
        if self.mark in (Mark.NONE, Mark.UNIQUE, Mark.UNSURE):
            return self.glyph
        return f"{self.glyph} {self.voices}/{self.of}"


def only_here(claim: Claim) -> bool:
    """Return whether a claim is called "only here": one voice alone states it, without a "perhaps"."""
    return claim.status is Status.UNIQUE and claim.confidence >= SURE


def marked(comparison: Comparison, sentence: str) -> Marked:
    """Return the mark of a sentence, by its id, from the most telling of its claims."""
    of = comparison.index.voices
    claims = comparison.index.claims_of.get(sentence, ())
    if not claims:
        return Marked(Mark.NONE, None, 0, of)
    verdicts = [(mark_in(comparison, claim, sentence), claim) for claim in claims]
    filed = {conflict.claim for conflict in comparison.index.conflicts_with.get(sentence, ())}
    mark, claim = min(verdicts, key=lambda v: (_ORDER[v[0]], v[1].id not in filed, -len(v[1].articles), v[1].id))
    return Marked(mark, claim, claim.voices, of)


def mark_in(comparison: Comparison, claim: Claim, sentence: str) -> Mark:
    """Return the mark that one claim gives to one of its sentences; one on a side of a conflict is marked so by all."""
    article = comparison.index.article_of[sentence].id
    if sentence in comparison.index.conflicts_with:
        return Mark.CONFLICT
    if claim.status is Status.UNIQUE:
        return Mark.UNIQUE if only_here(claim) else Mark.UNSURE
    if claim.confidence < LIKELY:
        return Mark.DOUBTFUL
    return Mark.WEAKER if claim.stance.get(article) is Stance.WEAKER else Mark.SHARED
