"""Which mark a sentence carries, and what it looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from articles import article
from compare.loading import gather
from compare.model import (
    GLYPHS,
    LIKELY,
    SURE,
    Claim,
    ClaimKind,
    Comparison,
    Conflict,
    ConflictKind,
    Mark,
    Stance,
    Status,
    marked,
)

TEXTS = ("The ferry struck a pier at Lund.", "A ferry has hit the pier of Lund.", "The pier of Lund was hit today.")


@pytest.fixture
def empty() -> Comparison:
    coverage = gather([article(text) for text in TEXTS])
    return Comparison(coverage, {}, (), (), (), ())


def claim(comparison: Comparison, status: Status, confidence: float, **stance: Stance) -> Claim:
    articles = comparison.coverage.articles[: 1 if status is Status.UNIQUE else 2]
    sentences = tuple(a.sentences[0].id for a in articles)
    stances = {articles[int(n[1:])].id: s for n, s in stance.items()}
    ids = tuple(a.id for a in articles)
    return Claim("c1", "x", ClaimKind.FACT, sentences, ids, status, confidence, stances, len(ids))


@pytest.mark.parametrize(
    ("status", "confidence", "mark", "label"),
    [
        (Status.UNIQUE, SURE, Mark.UNIQUE, "◆"),
        (Status.UNIQUE, SURE - 0.01, Mark.UNSURE, "?"),
        (Status.PARTIAL, LIKELY, Mark.SHARED, "= 2/3"),
        (Status.PARTIAL, LIKELY - 0.01, Mark.DOUBTFUL, "≈ 2/3"),
    ],
)
def test_a_mark_says_how_sure_it_is(
    empty: Comparison, status: Status, confidence: float, mark: Mark, label: str
) -> None:
    comparison = replace(empty, claims=(claim(empty, status, confidence),))
    found = marked(comparison, comparison.coverage.articles[0].sentences[0].id)
    assert (found.mark, found.label) == (mark, label)


def test_the_less_specific_is_weaker(empty: Comparison) -> None:
    comparison = replace(empty, claims=(claim(empty, Status.PARTIAL, 0.9, a1=Stance.WEAKER),))
    first, second, third = (a.sentences[0].id for a in comparison.coverage.articles)
    assert marked(comparison, first).mark is Mark.SHARED
    assert marked(comparison, second).label == "~ 2/3"
    assert marked(comparison, third).mark is Mark.NONE


def test_a_conflict_comes_before_all(empty: Comparison) -> None:
    one = claim(empty, Status.PARTIAL, 0.9)
    sides = tuple((s,) for s in one.sentences)
    comparison = replace(
        empty, claims=(one,), conflicts=(Conflict("x1", one.id, ConflictKind.FIGURE, sides, "why", 0.8),)
    )
    assert marked(comparison, one.sentences[0]).label == "! 2/3"


def test_a_side_of_a_conflict_is_marked_whatever_claim_it_is_filed_under(empty: Comparison) -> None:
    filed = claim(empty, Status.UNIQUE, 0.9)
    third = empty.coverage.articles[2]
    other = replace(filed, id="c2", sentences=(third.sentences[0].id,), articles=(third.id,))
    sides = (filed.sentences, other.sentences)
    dispute = Conflict("x1", filed.id, ConflictKind.FIGURE, sides, "why", 0.8)
    comparison = replace(empty, claims=(filed, other), conflicts=(dispute,))
    assert {marked(comparison, side[0]).mark for side in sides} == {Mark.CONFLICT}
    assert comparison.index.conflicts_with == {side[0]: (dispute,) for side in sides}
    assert comparison.index.conflicts_of == {filed.id: (dispute,)}


def test_of_the_claims_of_a_conflicting_sentence_that_of_the_conflict_is_shown(empty: Comparison) -> None:
    large = claim(empty, Status.PARTIAL, 0.9)
    small = replace(large, id="c2", sentences=large.sentences[:1], articles=large.articles[:1])
    dispute = Conflict("x1", small.id, ConflictKind.FIGURE, tuple((s,) for s in large.sentences), "why", 0.8)
    comparison = replace(empty, claims=(large, small), conflicts=(dispute,))
    assert marked(comparison, large.sentences[0]).claim == small
    assert marked(comparison, large.sentences[1]).claim == large


def test_glyphs_are_different_and_one_cell_wide() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS) == len(Mark)
    assert {cell_len(glyph) for glyph in GLYPHS.values()} == {1}
