"""What holds of every comparison under corrections, whatever the texts say and whatever is corrected."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.analysis import Analysis, compare
from compare.loading import gather
from compare.model import (
    Apart,
    Comparison,
    Correction,
    CoverageSet,
    Dated,
    Excluded,
    Included,
    Named,
    Status,
    Together,
    Whole,
)
from compare.model.schema import json_text

from .test_analysis import article, sets

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def loaded(articles: list[tuple[str | None, str]]) -> CoverageSet:
    return gather([article(f"{n}.txt", text, outlet) for n, (outlet, text) in enumerate(articles)])


def any_correction(coverage: CoverageSet, random: Random) -> Correction:
    """Any correction of a set, of claims more often than of articles."""
    sentences = [s.id for a in coverage.articles for s in a.sentences]
    one, two = random.choice(sentences), random.choice(coverage.articles).id
    several = sorted(random.sample(sentences, min(len(sentences), random.randint(2, 5))))
    cut = random.randint(1, len(several) - 1) if len(several) > 1 else 0
    of_claims: list[Correction] = []
    if cut:
        of_claims = [Together(tuple(several)), Apart(tuple(several[:cut]), tuple(several[cut:]))] * 4
    of_articles: list[Correction] = [
        Excluded(one),
        Included(one),
        Named(two, random.choice(["Gazette", "Post"])),
        Dated(two, "2024-05-06"),
        Whole(two, random.choice([True, False])),
    ]
    return random.choice([*of_claims, *of_articles])


def under(coverage: CoverageSet, corrections: Iterable[Correction]) -> Comparison:
    return compare(coverage, tuple(corrections))


@few
@given(sets, st.randoms(use_true_random=False))
def test_what_is_kept_gives_what_a_full_analysis_gives(articles: list[tuple[str | None, str]], random: Random) -> None:
    coverage = loaded(articles)
    analysis = Analysis(coverage)
    made: list[Correction] = []
    for _ in range(5):
        if made and random.random() < 0.3:
            made.remove(random.choice(made))  # undone, whichever it was
        else:
            made.append(any_correction(coverage, random))
        assert analysis.under(made) == under(coverage, made)
    assert analysis.under() == compare(coverage)


@few
@given(sets, st.randoms(use_true_random=False))
def test_corrections_are_obeyed_and_leave_every_sentence_its_place(
    articles: list[tuple[str | None, str]], random: Random
) -> None:
    coverage = loaded(articles)
    made = [any_correction(coverage, random) for _ in range(random.randint(1, 6))]
    result = under(coverage, made)
    claims = [frozenset(claim.sentences) for claim in result.claims]
    linked = {(link.a, link.b): link for link in result.links}
    comparable = {s.id for a in result.coverage.articles for s in a.sentences if s.comparable}
    apart = [(frozenset(c.one), frozenset(c.other)) for c in made if isinstance(c, Apart)]
    for one, other in apart:
        assert not any(one & claim and other & claim for claim in claims)
        assert not any((min(a, b), max(a, b)) in linked for a in one for b in other)
    # of copies of one text a correction is one of all: what is put together there may be one sentence
    copied = len({a.text for a in coverage.articles}) < len(coverage.articles)
    unmet = copied or any("contradict" in warning for warning in result.warnings)
    for together in (frozenset(c.sentences) & comparable for c in made if isinstance(c, Together)):
        if len(together) > 1 and not unmet:
            assert any(together <= claim for claim in claims)
            assert any(together <= set(claim.sentences) and claim.corrected for claim in result.claims)
            for a in together:
                for b in (b for b in together if result.index.article_of[a] != result.index.article_of[b] and a < b):
                    assert (linked[a, b].score, linked[a, b].basis) == (1.0, ("reader",))
    placed: dict[str, set[bool]] = {}
    for claim in result.claims:
        for sentence in claim.sentences:
            placed.setdefault(sentence, set()).add(claim.status is Status.UNIQUE)
    assert placed.keys() == comparable
    assert all(len(sorts) == 1 for sorts in placed.values())
    assert len({claim.id for claim in result.claims}) == len(result.claims)


@few
@given(sets, st.randoms(use_true_random=False))
def test_no_order_changes_a_byte(articles: list[tuple[str | None, str]], random: Random) -> None:
    coverage = loaded(articles)
    made = [any_correction(coverage, random) for _ in range(4)]
    shuffled = list(reversed(articles))
    again = gather([article(f"{len(articles) - 1 - n}.txt", text, outlet) for n, (outlet, text) in enumerate(shuffled)])
    assert json_text(under(coverage, made)) == json_text(under(again, reversed([*made, made[0]])))
