"""What a filter lets through: of the sentences in the texts, and of the claims in the matrix. Without Textual."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from compare.model import ClaimKind, FindingKind, Status, only_here
from compare.tui.state import Filter

if TYPE_CHECKING:
    from compare.model import Claim, Comparison, Index

Test: TypeAlias = "Callable[[Index, Iterable[Claim], Iterable[str]], bool]"
"""Asks something of claims and sentences: of a sentence and the claims it states, or of a claim and the sentences that
state it."""


def is_set_off(wanted: Filter, comparison: Comparison, sentence: str, *, commentary: bool = True) -> bool:
    """Say whether a sentence is one of those that the reader wants set off.

    Without ``commentary``, none that states nothing but commentary is.
    """
    index = comparison.index
    claims = index.claims_of.get(sentence, ())
    if not commentary and claims and all(claim.kind is ClaimKind.COMMENTARY for claim in claims):
        return False
    if wanted is Filter.CONFLICTS:
        return sentence in index.conflicts_with
    return wanted is not Filter.NOTHING and _TESTS[wanted](index, claims, (sentence,))


def is_listed(wanted: Filter, comparison: Comparison, claim: Claim, *, commentary: bool) -> bool:
    """Say whether a claim is one of those that the reader wants listed.

    Without ``commentary``, none of that kind is.
    """
    index = comparison.index
    if not commentary and claim.kind is ClaimKind.COMMENTARY:
        return False
    if wanted is Filter.CONFLICTS:
        # a sentence on a side may state more than is disputed: only the claim that a conflict is filed under is listed
        return claim.id in index.conflicts_of
    # nothing set off is the plain list, as it is the plain text in the panes
    return wanted is Filter.NOTHING or _TESTS[wanted](index, (claim,), claim.sentences)


def _has_finding(index: Index, claims: Iterable[Claim], sentences: Iterable[str]) -> bool:
    if any(claim.id in index.findings_of for claim in claims):
        return True
    return any(fact.id in index.findings_of for sentence in sentences for fact, _ in index.facts_in.get(sentence, ()))


def _is_left_out(index: Index, claims: Iterable[Claim], _: Iterable[str]) -> bool:
    findings = (finding for claim in claims for finding in index.findings_of.get(claim.id, ()))
    return any(finding.kind is FindingKind.OMISSION for finding in findings)


def _one_claim(holds: Callable[[Claim], bool]) -> Test:
    return lambda _, claims, __: any(map(holds, claims))


_TESTS: dict[Filter, Test] = {
    Filter.ALL: lambda *_: True,
    Filter.FINDINGS: _has_finding,
    Filter.UNIQUE: _one_claim(only_here),
    Filter.OMISSIONS: _is_left_out,
    Filter.SHARED: _one_claim(lambda claim: len(claim.articles) > 1),
    Filter.COMMON: _one_claim(lambda claim: claim.status is Status.COMMON),
}
"""What is asked alike of both; of conflicts and of nothing it is not."""
