"""What holds of every comparison under corrections, whatever the texts say and whatever is corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import combinations, pairwise
from random import Random

import pytest
from benchmarks.generate import coverage as generate
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.analysis import Analysis, compare
from compare.analysis.corrected import corrected
from compare.loading import gather
from compare.model import (
    SPEECH,
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

from .test_analysis import SENTENCES, Told, every_sentence_has_its_place, opened, sets

few = settings(max_examples=15)

alike = st.lists(st.sampled_from(SENTENCES[:7]), min_size=3, max_size=6).map("\n".join)
different = st.lists(alike, min_size=2, max_size=4, unique=True)
"""Texts that share much, and no two are the same: a sentence left out of a copy makes it a text."""


def loaded(articles: Told) -> CoverageSet:
    return gather(opened(articles))


def any_of_a_result(result: Comparison, random: Random) -> list[Correction]:
    """What a reader who looks at a result says most often: of a link, of a whole claim or two, of a paragraph."""
    article = random.choice(result.coverage.articles)
    paragraph = random.choice(article.paragraphs).id
    made: list[list[Correction]] = [[Excluded(s.id) for s in article.sentences if s.paragraph == paragraph]]
    made += [[Apart((link.a,), (link.b,))] for link in random.sample(result.links, min(2, len(result.links)))]
    shared = [claim.sentences for claim in result.claims if claim.status is not Status.UNIQUE]
    if len(shared) > 1:
        one, two = random.sample(shared, 2)
        made += [[Together(tuple(dict.fromkeys((*one, *two))))], [Apart(one[:1], one[1:])]]
    return random.choice(made)


def any_correction(coverage: CoverageSet, random: Random) -> Correction:
    """Any correction of a set, of claims more often than of articles."""
    sentences = [s.id for a in coverage.articles for s in a.sentences]
    one, two = random.choice(sentences), random.choice(coverage.articles).id
    several = sorted(random.sample(sentences, min(len(sentences), random.randint(2, 5))))
    cut = random.randint(1, len(several) - 1) if len(several) > 1 else 0
    of_claims: list[Correction] = []
    if cut:
        of_claims = [Together(tuple(several)), Apart(tuple(several[:cut]), tuple(several[cut:]))] * 4
    left_out = [s.id for a in coverage.articles for s in a.sentences if not s.comparable]
    of_articles: list[Correction] = [
        Excluded(one),
        Included(random.choice([one, *left_out])),
        Included(random.choice([one, *left_out])),
        Named(two, random.choice(["Gazette", "Post"])),
        Dated(two, "2024-05-06"),
        Whole(two, random.choice([True, False])),
    ]
    return random.choice([*of_claims, *of_articles])


def under(coverage: CoverageSet, corrections: Iterable[Correction]) -> Comparison:
    return compare(coverage, tuple(corrections))


@few
@given(sets, st.randoms(use_true_random=False))
def test_what_is_kept_gives_what_a_full_analysis_gives(articles: Told, random: Random) -> None:
    coverage = loaded(articles)
    analysis = Analysis(coverage)
    made: list[Correction] = []
    for _ in range(5):
        if made and random.random() < 0.3:
            made.remove(random.choice(made))  # undone, whichever it was
        else:
            made.append(any_correction(coverage, random))
        assert not differences(analysis.under(made), under(coverage, made))
    assert analysis.under() == compare(coverage)


@pytest.mark.parametrize("seed", range(3))
def test_in_reports_with_many_claims_as_well(seed: int) -> None:
    random = Random(seed)
    outlets = ["Gazette", "Post", "Herald", random.choice(["Post", "Tribune"])]
    texts = [report.text for report in generate(4, words=130, seed=seed)]
    copy = ("Copyist", texts[0])
    told = loaded([*zip(outlets, texts, strict=True), *([copy] if seed else [])])
    sentences = [s.id for a in told.articles for s in a.sentences]
    days = [Dated(a.id, f"2024-05-0{n % 3 + 1}") for n, a in enumerate(told.articles)]
    furniture = random.sample([p.id for a in told.articles for p in a.paragraphs], 3)
    gone = {s.id for a in told.articles for s in a.sentences if s.paragraph in furniture}
    gone.update(random.sample(sentences, 3))
    coverage = corrected(told, [*days, *map(Excluded, gone), Whole(told.articles[0].id, False)])
    analysis = Analysis(coverage)
    result = analysis.under()
    made: list[Correction] = []
    for _ in range(7):
        if made and random.random() < 0.3:
            made.remove(random.choice(made))
        elif random.random() < 0.5:
            made += any_of_a_result(result, random)
        else:
            made.append(any_correction(coverage, random))
        result = analysis.under(made)
        assert not differences(result, under(coverage, made))


def reports_with_less(random: Random, seed: int, each: int) -> tuple[CoverageSet, list[str]]:
    """Four reports with many claims, of each of which so many sentences are left out, and these."""
    told = loaded([(f"Paper {n}", report.text) for n, report in enumerate(generate(4, words=200, seed=seed))])
    left_out = [s.id for a in told.articles for s in random.sample(a.sentences, each)]
    return corrected(told, map(Excluded, left_out)), left_out


@pytest.mark.parametrize("seed", range(3))
def test_what_is_put_in_can_be_taken_back_in_any_order(seed: int) -> None:
    random = Random(seed)
    coverage, left_out = reports_with_less(random, seed, 3)
    analysis, bare = Analysis(coverage), under(coverage, ())
    made: list[Correction] = []
    for sentence in (*left_out, *random.sample(left_out, len(left_out))):
        one = Included(sentence)
        made = [each for each in made if each != one] if one in made else [*made, one]
        assert not differences(analysis.under(made), under(coverage, made))
        named = [Named(coverage.articles[0].id, "Post"), any_correction(coverage, random)]
        assert not differences(analysis.under([*made, *named]), under(coverage, [*made, *named]))
        assert not differences(analysis.under(), bare)


def differences(kept: Comparison, full: Comparison) -> list[str]:
    """What of a comparison that was kept is not as a full analysis finds it, lookups that were taken over among it."""
    parts = [field.name for field in fields(full) if field.compare]
    lookups = ["claims_of", "links_of", "nearest", "facts_in", "article_of", "conflicts_with"]
    found = [name for name in parts if getattr(kept, name) != getattr(full, name)]
    return found + [name for name in lookups if getattr(kept.index, name) != getattr(full.index, name)]


@few
@given(different, st.randoms(use_true_random=False))
def test_what_is_taken_away_or_said_of_an_article_moves_no_other_claim(texts: list[str], random: Random) -> None:
    coverage = loaded([(f"Paper {n}", text) for n, text in enumerate(texts)])
    before = compare(coverage)
    article = random.choice(coverage.articles)
    gone = random.choice(article.sentences).id
    for correction in (
        Excluded(gone),
        Named(article.id, "New"),
        Dated(article.id, "2024-05-06"),
        Whole(article.id, False),
    ):
        after = under(coverage, [correction])
        left_out = {gone} if isinstance(correction, Excluded) else set()
        stay = {claim.sentences for claim in before.claims if left_out.isdisjoint(claim.sentences)}
        assert stay <= {claim.sentences for claim in after.claims}
        assert after.links == tuple(link for link in before.links if left_out.isdisjoint((link.a, link.b)))


@few
@given(different, st.randoms(use_true_random=False))
def test_what_is_put_in_moves_no_other_claim(texts: list[str], random: Random) -> None:
    told = loaded([(random.choice([None, "Gazette"]), text) for text in texts])
    sentences = [s.id for a in told.articles for s in a.sentences]
    coverage = corrected(told, map(Excluded, random.sample(sentences, random.randint(1, len(sentences) // 2))))
    left_out = [s.id for a in coverage.articles for s in a.sentences if not s.comparable]
    put_in = set(random.sample(left_out, random.randint(1, min(3, len(left_out)))))
    before, after = compare(coverage), under(coverage, map(Included, put_in))
    assert_laid_over(before, after, put_in)


@pytest.mark.parametrize("seed", range(3))
def test_in_reports_with_many_claims_it_moves_none_either(seed: int) -> None:
    random = Random(seed)
    coverage, left_out = reports_with_less(random, seed, 4)
    before, put_in = compare(coverage), set(random.sample(left_out, 6))
    after = under(coverage, map(Included, put_in))
    assert_laid_over(before, after, put_in)
    joined = [claim for claim in after.claims if claim.status is not Status.UNIQUE and put_in & set(claim.sentences)]
    assert len({sentence for claim in joined for sentence in claim.sentences} & put_in) > 1


def assert_laid_over(before: Comparison, after: Comparison, put_in: set[str]) -> None:
    """Claims are what they were, but those that what was put in comes into, and so are links and facts; the sentences
    of a claim are in order."""
    assert tuple(link for link in after.links if put_in.isdisjoint((link.a, link.b))) == before.links
    alone = {claim.sentences: claim.status is Status.UNIQUE for claim in before.claims}
    claims = {claim.sentences for claim in after.claims}
    joined = [set(sentences) for sentences in claims if not put_in.isdisjoint(sentences)]
    touched = set().union(*joined)
    for sentences in alone.keys() - claims:
        # it has grown, or was one voice's of which a sentence is shared now
        assert any(set(sentences) < members for members in joined) or (alone[sentences] and touched & set(sentences))
    for sentences in claims - alone.keys():
        # the rest of such a one
        assert put_in & set(sentences) or any(alone[old] and set(sentences) < set(old) for old in alone)
    place = {s.id: n for n, s in enumerate(s for a in after.coverage.articles for s in a.sentences)}
    assert all(list(sentences) == sorted(sentences, key=place.__getitem__) for sentences in claims)
    assert list(after.nearest) == sorted(after.nearest, key=lambda near: (place[near.sentence], near.article))
    # who is credited may be told in full now
    assert {f.id for f in before.facts if f.kind not in SPEECH} <= {f.id for f in after.facts}


@few
@given(sets, st.randoms(use_true_random=False))
def test_corrections_are_obeyed_and_leave_every_sentence_its_place(articles: Told, random: Random) -> None:
    coverage = loaded(articles)
    made = [any_correction(coverage, random) for _ in range(random.randint(1, 4))]
    made += any_of_a_result(under(coverage, ()), random)
    result = under(coverage, made)
    claims = [frozenset(claim.sentences) for claim in result.claims]
    linked = {(link.a, link.b): link for link in result.links}
    comparable = {s.id for a in result.coverage.articles for s in a.sentences if s.comparable}
    apart = [(frozenset(c.one), frozenset(c.other)) for c in made if isinstance(c, Apart)]
    # of copies of one text a correction is one of all: what is put together there may be one sentence, and what is set
    # apart is not obeyed if it is
    copied = len({a.text for a in coverage.articles}) < len(coverage.articles)
    words = result.index.words

    def article_of(sentence: str) -> str:
        return result.index.article_of[sentence].id

    for one, other in apart:
        if copied and {*map(words, one)} & {*map(words, other)}:
            continue
        assert not any(one & claim and other & claim for claim in claims)
        assert not any((min(a, b), max(a, b)) in linked for a in one for b in other)
    unmet = copied or (apart and any("contradict" in warning for warning in result.warnings))
    for together in (frozenset(c.sentences) & comparable for c in made if isinstance(c, Together)):
        if len(together) > 1 and not unmet:
            assert any(together <= claim for claim in claims)
            assert any(together <= set(claim.sentences) and claim.corrected for claim in result.claims)
            pairs = [pair for pair in combinations(sorted(together), 2) if len({*map(article_of, pair)}) == 2]
            assert {(linked[pair].score, linked[pair].basis) for pair in pairs} <= {(1.0, ("reader",))}
    every_sentence_has_its_place(result)


@few
@given(sets, st.randoms(use_true_random=False))
def test_no_order_changes_a_byte(articles: Told, random: Random) -> None:
    coverage = loaded(articles)
    made = [any_correction(coverage, random) for _ in range(4)]
    again = gather(opened(articles)[::-1])
    assert json_text(under(coverage, made)) == json_text(under(again, reversed([*made, made[0]])))


@pytest.mark.parametrize("seed", [0, 1])
def test_whoever_an_article_is_said_to_be_of_no_claim_is_left_as_it_was(seed: int) -> None:
    coverage = loaded([(f"Paper {n}", r.text) for n, r in enumerate(generate(5, words=250, seed=seed))])
    analysis = Analysis(coverage)
    analysis.under()
    for one, other in pairwise(coverage.articles):
        made = [Named(one.id, other.outlet or "")]
        assert not differences(analysis.under(made), under(coverage, made))
