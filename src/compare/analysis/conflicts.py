"""Where counterparts disagree, each disagreement typed, with one sentence of why and how sure it is.

:mod:`~compare.analysis.disagreement` compares figures (with :mod:`~compare.analysis.gaps` between their
:mod:`~compare.analysis.readings`, and those that no link ties in :mod:`~compare.analysis.untied`),
:mod:`~compare.analysis.deadlines` by when a thing is to be done, :mod:`~compare.analysis.stages` what a later report
adds, :mod:`~compare.analysis.polarity` what is asserted and denied (with :mod:`~compare.analysis.clauses`),
:mod:`~compare.analysis.decisions` and :mod:`~compare.analysis.opposed` what is said of one matter wherever it stands
(:mod:`~compare.analysis.heard` keeps that), :mod:`~compare.analysis.quoting` who said what in which words, and
:mod:`~compare.analysis.framing` opposed views.

Said without a figure or a day ("an investment", "today") is less specific, and never a conflict: only what both texts
give is compared. Confidence is by rule: the share of what the rule finds on public sets that a reader of both sentences
calls a disagreement, as told beside each rule's constant; ``benchmarks/quality/conflicts.py`` lists what there is to
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import TypeAlias

from compare.analysis.changes import Changes
from compare.analysis.clash import Clash, counterparts
from compare.analysis.deadlines import Deadlines, due_otherwise
from compare.analysis.decisions import Decisions
from compare.analysis.disagreement import disagreements
from compare.analysis.framing import framings
from compare.analysis.gaps import Book
from compare.analysis.opposed import States
from compare.analysis.polarity import Clauses, contradictions
from compare.analysis.quoting import Misquotation, misquotations, quoted_otherwise
from compare.analysis.stages import Stages, stages
from compare.model import Claim, Comparison, Conflict, ConflictKind, Fact, FactKind, Link, Stance, Status

_Telling: TypeAlias = dict[tuple[str, str], Link]
"""The links of which a rule has something to tell, by their ends."""


class Readers:
    """What was read to find the conflicts of a comparison, kept for the next one of the same texts: of that only the
    links are read which are new, or whose articles have other facts or days, or other sentences compared."""

    def __init__(self) -> None:
        self._gaps: _Telling = {}
        self._stages: _Telling = {}
        self._disputes: _Telling = {}
        self._due: _Telling = {}
        self._decisions, self._states = Decisions(), States()
        self._figures: tuple[Clash, ...] = ()
        self._quotations: list[Fact] = []
        self._misquoted: tuple[Misquotation, ...] = ()
        self._framed: tuple[Clash, ...] = ()

    def clashes(self, comparison: Comparison, changed: Changes | None) -> Iterator[Clash]:
        """Return all clashes of a comparison; ``changed`` is what is other in it than in the one before, if any was."""
        self._turn(comparison, changed)
        told = (
            *self._decisions.clashes(comparison),
            *self._states.clashes(comparison),
        )
        turned = [clash for clash in told if clash.kind is ConflictKind.UPDATE]
        disputed = contradictions(self._clauses, self._apart(self._disputes))
        # "no one has been arrested" was true before two were
        denied = [clash for clash in disputed if not any(_is_within(clash, later) for later in turned)]
        return chain(
            self._figures,
            stages(comparison, self._staged, self._apart(self._stages)),
            denied,
            quoted_otherwise(comparison, self._misquoted),
            (clash for clash in told if not any(_is_within(clash, other) for other in denied)),
            due_otherwise(comparison, self._apart(self._due)),
            self._framed,
        )

    def _turn(self, comparison: Comparison, changed: Changes | None) -> None:
        quotations = [fact for fact in comparison.facts if fact.kind is FactKind.QUOTATION]
        if quotations != self._quotations:
            self._quotations, self._misquoted = quotations, tuple(misquotations(quotations))
        if changed is None:
            self._book, self._staged, self._clauses = Book(comparison), Stages(comparison), Clauses(comparison)
            self._deadlines = Deadlines(comparison)
            self._read(comparison.links)
            self._hear(comparison)
            self._figures = tuple(disagreements(self._book, self._apart(self._gaps)))
            self._framed = tuple(framings(comparison))
            return
        texts = self._book.turn(comparison, changed.facts_in, changed.dated) | changed.compared
        self._staged.turn(comparison)
        self._deadlines.turn(comparison)
        self._clauses.turn(comparison, compared=bool(changed.compared), facts_in=changed.facts_in)
        for link in changed.links.gone:
            for telling in (self._gaps, self._stages, self._disputes, self._due):
                telling.pop((link.a, link.b), None)
        index = comparison.index
        read = {*changed.facts_in, *(s.id for a in texts for s in index.articles[a].sentences)}
        linked = (link for sentence in read for link in index.links_of.get(sentence, ()))
        told = {index.article_of[sentence].id for sentence in changed.facts_in}
        self._hear(comparison, told | changed.compared | changed.dated)
        self._read([*{(link.a, link.b): link for link in (*changed.links.new, *linked)}.values()])
        named = changed.voices or changed.labels
        if named or texts or changed.facts_in or any(map(self._book.of, _met_otherwise(changed))):
            self._figures = tuple(disagreements(self._book, self._apart(self._gaps)))
        if named or changed.compared:
            self._framed = tuple(framings(comparison))

    def _hear(self, comparison: Comparison, others: Set[str] = frozenset()) -> None:
        """Turn to what the articles of a comparison say wherever that stands; some are read anew."""
        self._decisions.turn(comparison, others)
        self._states.turn(comparison, others)

    def _read(self, links: Sequence[Link]) -> None:
        """Keep of some links those of which a rule has something to tell, for each rule."""
        for telling, found in (
            (self._gaps, self._book.telling(links)),
            (self._stages, self._staged.telling(links)),
            (self._disputes, self._clauses.telling(links)),
            (self._due, self._deadlines.telling(links)),
        ):
            if telling:
                for link in links:
                    telling.pop((link.a, link.b), None)
            telling.update(((link.a, link.b), link) for link in found)

    def _apart(self, telling: _Telling) -> list[Link]:
        """Of links that tell something those of different voices, in order: nobody contradicts himself."""
        return [*counterparts(self._book.comparison, map(telling.__getitem__, sorted(telling)))]


def _is_within(clash: Clash, other: Clash) -> bool:
    """Whether all that a clash is between stands in another one as well: one dispute, which two rules have found."""
    return {s for side in clash.sides for s in side} <= {s for side in other.sides for s in side}


def _met_otherwise(changed: Changes) -> Iterator[str]:
    """The sentences with another link, or to which another is nearest."""
    yield from (end for link in (*changed.links.gone, *changed.links.new) for end in (link.a, link.b))
    yield from (near.sentence for near in (*changed.nearest.gone, *changed.nearest.new))


def find_conflicts(comparison: Comparison, readers: Readers, changed: Changes | None = None) -> tuple[Conflict, ...]:
    """Return the conflicts of a comparison that has none yet, in the order of their ids.

    The sides of a conflict are sentences that say the same: of figures a side for each value, the lowest first; of a
    contradiction the first asserts and the second denies; of an update the first is the earlier.

    Args:
        comparison: articles, facts, links and claims.
        readers: new ones, or those of the comparison before.
        changed: what is other than in that.
    """
    clashes = readers.clashes(comparison, changed)
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
    asserted = {sentence for asserting, _ in sides for sentence in asserting}
    return tuple(c if asserted.isdisjoint(c.sentences) else _with_denials(c, sides) for c in claims)


def _with_denials(claim: Claim, sides: Iterable[tuple[tuple[str, ...], ...]]) -> Claim:
    own = set(claim.sentences)
    denied: dict[str, Stance] = {}
    for denying in (denying for asserting, denying in sides if not own.isdisjoint(asserting)):
        # a sentence's id starts with that of its article
        for article in {s.partition(".")[0] for s in denying}:
            if {s for s in own if s.startswith(f"{article}.")} <= set(denying):
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

    told = clash.kind, clash.sides, clash.why, clash.confidence, clash.quoted, clash.opening, clash.facts
    yield Conflict(_id(clash), min(claims, key=fit), *told)


def _id(clash: Clash) -> str:
    parts = "\1".join("\0".join(side) for side in clash.sides)
    return "x" + sha256(f"{clash.kind}\1{clash.about}\1{parts}".encode()).hexdigest()[:10]
