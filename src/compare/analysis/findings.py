"""What a reader came for, ranked: conflicts, sole sources, facts only here, omissions; the checkable first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.analysis.alone import Alone
from compare.analysis.changes import Changes
from compare.analysis.draft import CHECKED, CLAIM_ORDER, UNRANKED, UNSURE, Draft, Reached, in_quotes, labels, short
from compare.analysis.sole import claim_of, sole_claim, sole_fact, sole_facts, sole_quotations
from compare.model import Claim, Comparison, Conflict, ConflictKind, Fact, Finding, FindingKind, Stance, only_here
from compare.model.stances import having

OMITTED = 0.5
"""A claim counts as left out by an article only if it is this probable that the others share it at all."""

_VIEWS = 4.0
"""Where the weights of conflicts begin that are opposed views."""

_CONFLICT_ORDER = (
    ConflictKind.FIGURE,
    ConflictKind.CONTRADICTION,
    ConflictKind.ATTRIBUTION,
    ConflictKind.QUOTATION,
    ConflictKind.UPDATE,
    ConflictKind.FRAMING,
    ConflictKind.UNRESOLVED,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told of a claim as a whole: that one voice alone makes it, or who lacks it."""

    claim: Claim
    alone: Draft | None
    omitted: Draft | None


@dataclass(frozen=True, slots=True)
class _Given:
    """What was told of the facts of one sentence, as details of a claim."""

    facts: Sequence[Fact]
    claim: Claim
    draft: Draft


class Drafts:
    """What was told of a comparison, kept for the next one of the same texts: of that only those findings are told anew
    whose claims are others, or the links or facts of their sentences, or that name an article which is called
    otherwise."""

    def __init__(self) -> None:
        self._alone = Alone()
        self._reached = Reached()
        self._told: dict[int, _Told] = {}
        self._given: dict[tuple[int, ...], _Given] = {}

    def of(self, comparison: Comparison, changed: Changes | None) -> Iterator[Draft]:
        """Yield the findings of a comparison, in no order; ``changed`` is what is other than in the one before, if any
        was."""
        self._forget(comparison, changed)
        sole, quotations = self._alone.of(comparison, changed)
        self._told = {id(claim): self._of_claim(comparison, claim) for claim in comparison.claims}
        together = (self._of_facts(comparison, facts) for facts in sole_facts(comparison, sole))
        self._given = {_key(given.facts): given for given in together}
        claims = [told.alone for told in self._told.values() if told.alone]
        facts = [*(given.draft for given in self._given.values()), *sole_quotations(comparison, quotations)]
        yield from (_conflict(comparison, conflict) for conflict in comparison.conflicts)
        yield from _without_repeats(claims, facts)
        yield from (told.omitted for told in self._told.values() if told.omitted)

    def _forget(self, comparison: Comparison, changed: Changes | None) -> None:
        """Forget what may be told otherwise of a comparison."""
        if changed is None:
            return
        linked = {end for link in (*changed.links.gone, *changed.links.new) for end in (link.a, link.b)}
        self._reached.turn(linked)
        if changed.whole:  # any may say that of one nothing is known
            self._told, self._given = {}, {}
            return

        def names(*drafts: Draft | None) -> bool:
            return any(label in draft.finding.why for draft in drafts if draft for label in changed.labels)

        read, told = linked | changed.mentioning, self._told
        self._told = {
            key: was
            for key, was in told.items()
            if read.isdisjoint(was.claim.sentences) and not names(was.alone, was.omitted)
        }
        now, before = comparison.index.claims, {was.claim.id: was.claim for was in told.values()}
        ids = {key for key in now.keys() | before.keys() if not _has_the_same(now.get(key), before.get(key))}
        others = (claims[key] for claims in (before, now) for key in ids & claims.keys())
        placed = read.union(*(claim.sentences for claim in others))
        self._given = {
            key: was
            for key, was in self._given.items()
            if was.claim.id not in ids
            and placed.isdisjoint(mention.sentence for mention in was.facts[0].mentions)
            and changed.mentioning.isdisjoint(was.claim.sentences)
            and not names(was.draft)
        }

    def _of_claim(self, comparison: Comparison, claim: Claim) -> _Told:
        told = self._told.get(id(claim))
        return told or _Told(claim, sole_claim(comparison, claim), _omission(comparison, claim, self._reached))

    def _of_facts(self, comparison: Comparison, facts: Sequence[Fact]) -> _Given:
        given = self._given.get(_key(facts))
        if given is None:
            claim = claim_of(comparison, facts[0])
            given = _Given(facts, claim, sole_fact(comparison, claim, facts, self._reached))
        return given


def find(comparison: Comparison, kept: Drafts, changed: Changes | None = None) -> tuple[Finding, ...]:
    """Return the findings of a comparison that has none yet, best first.

    Args:
        comparison: all but its findings.
        kept: what was told: new, or that of the comparison before.
        changed: what is other than in that.
    """
    drafts = sorted(kept.of(comparison, changed), key=lambda draft: draft.order)
    return tuple(replace(draft.finding, rank=n) for n, draft in enumerate(drafts, 1))


def _has_the_same(one: Claim | None, other: Claim | None) -> bool:
    """Whether two claims have all in common that is told of the facts in them."""
    if one is other:
        return True
    if one is None or other is None:
        return False
    same = one.sentences == other.sentences and one.text == other.text and one.kind is other.kind
    return same and one.stance == other.stance and only_here(one) == only_here(other)


def _key(facts: Iterable[Fact]) -> tuple[int, ...]:
    return tuple(map(id, facts))


def _without_repeats(claims: Sequence[Draft], facts: Sequence[Draft]) -> Iterator[Draft]:
    """Tell a thing once: the whole claim where that is sure, else the fact in it, which is. A sum or share comes first,
    and has the claim with it."""
    sure = {draft.finding.claim for draft in claims if draft.weight < UNSURE}
    exact = {draft.finding.claim for draft in facts}
    summed = {draft.finding.claim for draft in facts if draft.weight < CHECKED}
    yield from (draft for draft in facts if draft.finding.claim not in sure or draft.weight < CHECKED)
    told = (draft for draft in claims if draft.finding.claim in sure or draft.finding.claim not in exact)
    yield from (draft for draft in told if draft.finding.claim not in summed)


def _conflict(comparison: Comparison, conflict: Conflict) -> Draft:
    """A conflict, the checkable kinds first; opposed views, which are a reading, below all that can be checked."""
    place = _CONFLICT_ORDER.index(conflict.kind)
    start = _VIEWS if conflict.kind is ConflictKind.FRAMING else 0.0
    parties = {comparison.index.article_of[s].id for side in conflict.sides for s in side}
    weight = (start, float(place), -conflict.confidence)
    told = FindingKind.CONFLICT, conflict.claim, None, tuple(sorted(parties)), conflict.why
    return Draft(weight, Finding(UNRANKED, *told, conflict=conflict.id))


def _omission(comparison: Comparison, claim: Claim, reached: Reached) -> Draft | None:
    """Tell who lacks a claim of several voices."""
    if claim.voices < 2 or claim.confidence < OMITTED:
        return None
    absent = having(claim.stance, Stance.ABSENT)
    if not absent:
        return None
    # where a sentence has a counterpart, be it in another claim, its claim is not left out
    linked = reached.of(comparison, claim.sentences, 0)
    lacking = tuple(sorted(a for a in absent if a not in linked))
    if not lacking:
        return None
    place = CLAIM_ORDER.index(claim.kind)
    weight = (3.0 if place < 2 else 5.0, float(len(lacking)), float(place), -claim.confidence)
    why = (
        f"Not in the text of {labels(comparison, lacking)}, but of {labels(comparison, claim.articles)}: "
        f"{in_quotes(short(claim.text))}"
    )
    return Draft(weight, Finding(UNRANKED, FindingKind.OMISSION, claim.id, None, lacking, why))
