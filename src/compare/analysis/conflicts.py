"""Where counterparts disagree, each disagreement typed, with one sentence of why and how sure it is.

:mod:`~compare.analysis.disagreement` compares figures (with :mod:`~compare.analysis.readings`),
:mod:`~compare.analysis.stages` what a later report adds, :mod:`~compare.analysis.polarity` what is asserted and denied
(with :mod:`~compare.analysis.clauses`), :mod:`~compare.analysis.quoting` who said what in which words, and
:mod:`~compare.analysis.framing` opposed views.

Said without a figure or a day ("an investment", "today") is less specific, and never a conflict: only what both texts
give is compared. Confidence is by rule: the share of what the rule finds on public sets that a reader of both sentences
calls a disagreement, as told beside each rule's constant; ``benchmarks/quality/conflicts.py`` lists what there is to
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain

from compare.analysis.clash import Clash, counterparts
from compare.analysis.disagreement import Book, disagreements
from compare.analysis.framing import framings
from compare.analysis.polarity import Clauses, contradictions
from compare.analysis.quoting import misquotations
from compare.analysis.stages import stages
from compare.model import Claim, Comparison, Conflict, ConflictKind, Stance, Status


@dataclass(slots=True)
class Readers:
    """What was read to find conflicts and holds in every comparison of the same articles and facts: made at the first.

    ``unlinked`` are the clashes that no link has a part in.
    """

    book: Book | None = None
    clauses: Clauses | None = None
    unlinked: tuple[Clash, ...] = ()

    def turned(self, comparison: Comparison) -> tuple[Book, Clauses]:
        """Return the readers of links, turned to a comparison."""
        if self.book is None or self.clauses is None:
            self.book, self.clauses = Book(comparison), Clauses(comparison)
            self.unlinked = (*misquotations(comparison), *framings(comparison))
        self.book.turn(comparison)
        self.clauses.turn(comparison)
        return self.book, self.clauses


def find_conflicts(comparison: Comparison, readers: Readers) -> tuple[Conflict, ...]:
    """Return the conflicts of a comparison that has none yet, in the order of their ids.

    The sides of a conflict are sentences that say the same: of figures a side for each value, the lowest first; of a
    contradiction the first asserts and the second denies; of an update the first is the earlier.

    Args:
        comparison: articles, facts, links and claims.
        readers: new ones, or those of a comparison of the same articles and facts.
    """
    pairs = list(counterparts(comparison))
    book, clauses = readers.turned(comparison)
    clashes = chain(
        disagreements(book, pairs), stages(comparison, pairs), contradictions(clauses, pairs), readers.unlinked
    )
    found = {conflict.id: conflict for clash in clashes for conflict in _placed(comparison, clash)}
    return tuple(found[key] for key in sorted(found))


def with_denials(claims: Sequence[Claim], conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """Return the claims with ``denied`` as the stance of each article that denies what a claim asserts.

    That is one whose sentences in the claim all deny it, and one that does so outside the claim and is silent in it.

    Args:
        claims: all claims.
        conflicts: the conflicts found between their sentences.
    """
    sides = [c.sides for c in conflicts if c.kind is ConflictKind.CONTRADICTION]
    return tuple(_with_denials(claim, sides) for claim in claims)


def _with_denials(claim: Claim, sides: Iterable[tuple[tuple[str, ...], ...]]) -> Claim:
    own = set(claim.sentences)
    denied: dict[str, Stance] = {}
    for asserting, denying in sides:
        if own.intersection(asserting):
            # a sentence's id starts with that of its article
            for article in {s.partition(".")[0] for s in denying}:
                said = {s for s in own if s.startswith(f"{article}.")}
                if said <= set(denying):
                    denied[article] = Stance.DENIED
    shared = denied and claim.status is not Status.UNIQUE
    return replace(claim, stance=dict(sorted({**claim.stance, **denied}.items()))) if shared else claim


def _placed(comparison: Comparison, clash: Clash) -> Iterable[Conflict]:
    """A clash as a conflict of the claim that holds most of its sides; none if its sentences stand in no claim."""
    members = {s for side in clash.sides for s in side}
    claims = {c.id: set(c.sentences) for s in members for c in comparison.index.claims_of.get(s, ())}
    if not claims:
        return

    def fit(claim: str) -> tuple[int, int, str]:
        held = claims[claim]
        return -sum(not held.isdisjoint(side) for side in clash.sides), -len(held & members), claim

    yield Conflict(_id(clash), min(claims, key=fit), clash.kind, clash.sides, clash.why, clash.confidence)


def _id(clash: Clash) -> str:
    parts = "\1".join("\0".join(side) for side in clash.sides)
    return "x" + sha256(f"{clash.kind}\1{clash.about}\1{parts}".encode()).hexdigest()[:10]
