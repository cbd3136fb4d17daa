"""Sentences that a reader puts in: paired, grouped and read beside those that were read, which stay as they are."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.generate import coverage as generate

from compare.analysis import compare, entered
from compare.analysis.comparing import Grouped
from compare.analysis.corrected import corrected
from compare.analysis.facts import Readings
from compare.analysis.flow import Flow
from compare.analysis.names import Capitals
from compare.analysis.pairs import KEPT
from compare.analysis.scoring import weights
from compare.analysis.texts import Texts
from compare.analysis.voices import Printed
from compare.loading import gather, read
from compare.loading.sources import Source
from compare.model import CoverageSet, Excluded, FactKind, Included, Status

from .stories import FILL, story


@pytest.fixture(scope="module")
def told() -> CoverageSet:
    """Reports with sentences that are not compared: the tenth of each."""
    texts = [report.text for report in generate(4, words=300, seed=5)]
    whole = gather([read(Source(f"{n}.txt", None, text.encode())).articles[0] for n, text in enumerate(texts)])
    return corrected(whole, [Excluded(article.sentences[9].id) for article in whole.articles])


def grouped(coverage: CoverageSet, put_in: list[Included]) -> tuple[Texts, Grouped]:
    texts = Texts.of(coverage, put_in)
    return texts, Grouped.of(texts, lambda *_: None).with_put_in(texts)


BRINK = KEPT * weights().link + 0.02
"""Below this a pair may be kept in one reading and not in another, whose scores are hardly others."""


@pytest.mark.parametrize("own", range(4))
def test_what_is_put_in_scores_nearly_as_if_it_had_always_been_there(told: CoverageSet, own: int) -> None:
    put_in = [Included(told.articles[own].sentences[9].id)]
    texts, laid = grouped(told, put_in)
    always, full = grouped(corrected(told, put_in), [])
    place = {sentence.id: n for n, (_, sentence) in enumerate(always.numbered.pieces)}
    numbers = [place[sentence.id] for _, sentence in texts.numbered.pieces]
    new, same = texts.numbered.read, numbers[-1]
    assert len(numbers) == new + 1
    scores = {numbers[n]: score for n, score in laid.near[new].items()}
    in_one = scores.keys() ^ full.near[same].keys()
    assert all(max(scores.get(n, 0.0), full.near[same].get(n, 0.0)) < BRINK for n in in_one)
    both = scores.keys() & full.near[same].keys()
    assert len(both) > 3
    assert {n: scores[n] for n in both} == pytest.approx({n: full.near[same][n] for n in both}, abs=0.02)
    assert laid.pairs.nearest[new] == pytest.approx(full.pairs.nearest[same], abs=0.02)
    # what was read has it for the nearest of its article where it is that, but for one that is as near to another
    elsewhere = [n for n in range(new) if texts.numbered.article[n] != own]
    has = {n for n in elsewhere if laid.pairs.match[n, own] == new}
    had = {n for n in elsewhere if full.pairs.match[numbers[n], own] == same}
    assert len(has ^ had) <= 1
    of_both = sorted(has & had)
    there = [numbers[n] for n in of_both]
    assert laid.pairs.nearest[of_both, own] == pytest.approx(full.pairs.nearest[there, own], abs=0.02)


def test_no_pair_of_those_that_were_read_is_scored_again(told: CoverageSet) -> None:
    texts, laid = grouped(told, [Included(told.articles[1].sentences[9].id)])
    _, before = grouped(told, [])
    known = len(before.pairs.a)
    assert len(laid.pairs.a) > known
    for name in ("a", "b", "score", "wording"):
        assert (getattr(laid.pairs, name)[:known] == getattr(before.pairs, name)).all()
    others = [k for k in range(len(told.articles)) if k != 1]
    assert (laid.pairs.nearest[: texts.numbered.read, others] == before.pairs.nearest[:, others]).all()
    assert (laid.pairs.nearest[: texts.numbered.read, 1] >= before.pairs.nearest[:, 1]).all()
    assert laid.terms.count == before.terms.count + 1
    cells, _ = before.terms.cells(np.arange(before.terms.count))
    assert set(before.terms.rarity[cells]) <= set(laid.terms.rarity)


def test_it_is_told_whose_words_they_are(told: CoverageSet) -> None:
    own, other = told.articles[0], told.articles[2]
    wire = " ".join(other.cut(sentence) for sentence in other.sentences[3:6])
    copied = own.text.replace(own.cut(own.sentences[9]), wire)
    articles = [read(Source("copy.txt", None, copied.encode())).articles[0], *told.articles[1:]]
    whole = gather(articles)
    ids = [s.id for a in whole.articles for s in a.sentences if a.text == copied and a.cut(s) in wire]
    coverage = corrected(whole, map(Excluded, ids))
    texts = Texts.of(coverage, list(map(Included, ids)))
    taken = texts.numbered.voices.taken
    assert len(ids) > 1
    assert any(sentence in taken for sentence in ids)
    assert taken == Printed.of(Flow.of(texts.filled)).taken


def test_what_is_put_in_makes_a_claim_with_what_stood_alone() -> None:
    struck = "The ferry Corran struck the pier of Lund at dusk and nine passengers were hurt."
    coverage = story(
        Gazette=["Ferry", *FILL["Gazette"], struck],
        Courier=[
            "Ferry",
            *FILL["Courier"],
            "At dusk the ferry Corran struck a pier of Lund; nine passengers were hurt.",
        ],
        Post=["School", *FILL["Post"]],
    ).coverage
    at = next(s.id for a in coverage.articles for s in a.sentences if a.cut(s) == struck)
    left_out = corrected(coverage, [Excluded(at)])
    before, after = compare(left_out), compare(left_out, [Included(at)])
    shared = [claim for claim in after.claims if claim.status is not Status.UNIQUE]
    assert all(claim.status is Status.UNIQUE for claim in before.claims)
    assert [at in claim.sentences for claim in shared] == [True]
    assert {claim.sentences for claim in after.claims} == {claim.sentences for claim in compare(coverage).claims}


def test_between_languages_names_and_numbers_of_the_whole_article_count() -> None:
    hurt = "Nueve pasajeros y 12 marineros de Lund resultaron heridos en el barco Corran."
    coverage = story(
        Gazette=["Ferry", *FILL["Gazette"], "Nine passengers and 12 sailors of Lund were hurt on the Corran."],
        Diario=["Puerto", "La gente de Lund vive del puerto y de la pesca.", "Nadie vio el barco Corran.", hurt],
    ).coverage
    at = next(s.id for a in coverage.articles for s in a.sentences if a.cut(s) == hurt)
    left_out = corrected(coverage, [Excluded(at)])
    assert {article.language for article in coverage.articles} == {"en", "es"}
    nearest = {near.sentence: near for near in compare(left_out, [Included(at)]).nearest}
    always = {near.sentence: near for near in compare(coverage).nearest}
    assert nearest[at].match == always[at].match
    assert nearest[at].score == pytest.approx(always[at].score, abs=0.05)
    assert nearest[nearest[at].match].match == at


def test_no_more_pairs_are_kept_of_it_than_of_others(told: CoverageSet, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in = [Included(told.articles[1].sentences[9].id)]
    (_, all_pairs), (_, before) = grouped(told, put_in), grouped(told, [])
    monkeypatch.setattr(entered, "CLOSE", 2)
    _, few = grouped(told, put_in)
    known = len(before.pairs.a)
    assert len(few.pairs.a) - known == 2 < len(all_pairs.pairs.a) - known
    assert few.pairs.score[known:].min() >= np.sort(all_pairs.pairs.score[known:])[-2]
    assert few.pairs.dropped == before.pairs.dropped + len(all_pairs.pairs.a) - known - 2
    assert (few.pairs.nearest == all_pairs.pairs.nearest).all()


def test_an_article_all_of_which_was_left_out_can_be_put_in(told: CoverageSet) -> None:
    ids = [sentence.id for sentence in told.articles[3].sentences]
    nothing = corrected(told, map(Excluded, ids))
    after = compare(nothing, list(map(Included, ids)))
    placed = {sentence for claim in after.claims for sentence in claim.sentences}
    assert placed.issuperset(ids)
    assert any(ids[0][:11] in link.a or ids[0][:11] in link.b for link in after.links)


def test_names_are_read_in_the_light_of_all_and_change_none() -> None:
    known = Capitals(["They went to Lund.", "Harbours closed."], ["en", "en"])
    more = Capitals(["Lund closed.", "They saw Harbours."], ["en", "en"], known)
    assert [[name.text for name in row] for row in more.found] == [["Lund"], ["Harbours"]]
    assert [[name.text for name in row] for row in known.found] == [["Lund"], []]


def test_a_paragraph_put_in_adds_what_it_says_and_nothing_else_says_anything_new(told: CoverageSet) -> None:
    article = told.articles[0]
    paragraph = article.sentences[12].paragraph
    ids = [sentence.id for sentence in article.sentences if sentence.paragraph == paragraph]
    texts = Texts.of(corrected(told, map(Excluded, ids)), [Included(ids[0])])
    readings = Readings(texts.read)
    days = {article.id: article.published for article in told.articles}
    before, after = readings.facts(days), readings.facts(days, texts.filled)
    was = {(fact.id, mention) for fact in before for mention in fact.mentions}
    now = {(fact.id, mention) for fact in after for mention in fact.mentions}
    assert was < now
    assert {mention.sentence for _, mention in now - was} <= set(ids)
    assert any(fact.kind is FactKind.NAME for fact in after)
