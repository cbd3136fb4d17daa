"""Comparisons as columns of bytes: what was packed comes back, and whatever else is there is refused."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from compare.cached import columns
from compare.cached.columns import MAGIC, Damaged, packed, unpacked
from compare.model import (
    Claim,
    Comparison,
    Conflict,
    ConflictKind,
    CoverageSet,
)


def planted(data: bytes) -> bytes:
    """Columns with a checksum that is right."""
    body = zlib.compress(data)
    return MAGIC + columns._checksum("name", body) + body


def test_references_that_lead_out_of_the_set_are_refused(coverage: CoverageSet, comparison: Comparison) -> None:
    less = replace(coverage, articles=coverage.articles[:-1])
    with pytest.raises(Damaged):
        unpacked(packed(comparison, "name"), less, "name")


def test_whatever_is_planted_it_is_a_comparison_or_refused(coverage: CoverageSet, comparison: Comparison) -> None:
    data = zlib.decompress(packed(comparison, "name")[len(MAGIC) + 32 :])
    assert unpacked(planted(data), coverage, "name") == comparison
    refused = 0
    for n in range(0, len(data), len(data) // 80):
        for odd in (b"\xff" * 8, b"\0" * 8, b"\x7f"):
            try:
                unpacked(planted(data[:n] + odd + data[n + len(odd) :]), coverage, "name")
            except Damaged:
                refused += 1
    assert refused > 40


Spoilt = Callable[[Comparison], Comparison]


def conflict_of(claim: Claim) -> Conflict:
    sides = tuple((sentence,) for sentence in claim.sentences[:2])
    return Conflict("k", claim.id, ConflictKind.FIGURE, sides, "why", 0.5)


def of_a_conflict(comparison: Comparison) -> Comparison:
    return replace(comparison, conflicts=(replace(conflict_of(comparison.claims[0]), claim="nowhere"),))


def of_a_conflicts_fact(comparison: Comparison) -> Comparison:
    return replace(comparison, conflicts=(replace(conflict_of(comparison.claims[0]), facts=("nowhere",)),))


def of_a_finding(comparison: Comparison) -> Comparison:
    finding, *others = comparison.findings
    return replace(comparison, findings=(replace(finding, claim="nowhere"), *others))


def of_a_fact(comparison: Comparison) -> Comparison:
    finding, *others = comparison.findings
    return replace(comparison, findings=(replace(finding, fact="nowhere"), *others))


def of_a_findings_conflict(comparison: Comparison) -> Comparison:
    finding, *others = comparison.findings
    return replace(comparison, findings=(replace(finding, conflict="nowhere"), *others))


def of_a_place(comparison: Comparison) -> Comparison:
    fact, *others = comparison.facts
    mention = replace(fact.mentions[0], end=10**6)
    return replace(comparison, facts=(replace(fact, mentions=(mention,)), *others))


@pytest.mark.parametrize(
    "spoilt",
    [of_a_conflict, of_a_conflicts_fact, of_a_finding, of_a_fact, of_a_findings_conflict, of_a_place],
)
def test_what_does_not_hold_together_is_refused(spoilt: Spoilt, coverage: CoverageSet, comparison: Comparison) -> None:
    with pytest.raises(Damaged, match="hold together"):
        unpacked(packed(spoilt(comparison), "name"), coverage, "name")


def test_columns_that_claim_to_be_endless_are_not_read(
    coverage: CoverageSet, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = packed(comparison, "name")
    monkeypatch.setattr(columns, "UNPACKED", 1_000)
    with pytest.raises(Damaged, match="too large"):
        unpacked(data, coverage, "name")
    for body in (b"", b"\0" * 7, b"\xff" * 8, b"{}" + (2).to_bytes(8, "big"), b"[[1]]" + (5).to_bytes(8, "big")):
        with pytest.raises(Damaged):
            unpacked(planted(body), coverage, "name")


def test_texts_that_no_file_can_hold_come_back(coverage: CoverageSet, comparison: Comparison) -> None:
    odd = replace(comparison, warnings=(*comparison.warnings, "half of a pair \ud800 and \x1b\u202e"))
    assert unpacked(packed(odd, "name"), coverage, "name") == odd
