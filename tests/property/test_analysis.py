"""What holds of every comparison, whatever the texts say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import article, plain
from compare.analysis import compare
from compare.analysis.far import NEARLY
from compare.analysis.scoring import weights
from compare.analysis.wording import same_words
from compare.errors import SourceError
from compare.loading import gather
from compare.model import Article, Comparison, CoverageSet, Stance, Status
from compare.model.schema import json_text

SENTENCES = [
    "The ferry Corran struck a pier in Port Lund at 6:40 p.m. on Monday.",
    "At dusk on Monday the Corran hit the pier of Port Lund.",
    "Nine passengers were hurt, the harbour office said.",
    "The harbour office said that nine passengers had been hurt.",
    "Twelve passengers were hurt, the harbour office said.",
    "Repairs will cost €4 million.",
    "Repairs will cost €6 million.",
    "The town will have to pay for repairs.",
    "Captain Ada Moss denied that she had been asleep.",
    "“I was awake,” said Moss.",
    "Unions have called for an inquiry into the night shifts.",
    "Tourism is the town's main trade.",
    "Nueve pasajeros resultaron heridos, según la oficina del puerto.",
    "Read more: The best islands of the north",
    "Continue reading at the Port Courier.",
]
"""Reports of one event: some say the same, some disagree in a figure, one is in another language; the last two are
furniture, and the very last says that the report is cut."""

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map("\n".join)
sets = st.lists(st.tuples(st.sampled_from([None, "Gazette", "Courier"]), texts), min_size=2, max_size=5)
slow = settings(max_examples=40)


Told = list[tuple[str | None, str]]
"""Texts, each with its outlet if that is known."""


def opened(articles: Iterable[tuple[str | None, str]]) -> list[Article]:
    return [article(text, f"{n}.txt", outlet=outlet) for n, (outlet, text) in enumerate(articles)]


def compared(articles: list[Article]) -> Comparison:
    return compare(gather(articles))


def every_sentence_has_its_place(result: Comparison) -> None:
    """Each that is compared stands in a claim, and none both in a claim of one voice and in a shared one."""
    placed: dict[str, set[bool]] = {}
    for claim in result.claims:
        for sentence in claim.sentences:
            placed.setdefault(sentence, set()).add(claim.status is Status.UNIQUE)
    assert placed.keys() == {s.id for a in result.coverage.articles for s in a.sentences if s.comparable}
    assert all(len(sorts) == 1 for sorts in placed.values())
    assert len({claim.id for claim in result.claims}) == len(result.claims)


def assert_whole(result: Comparison) -> None:
    """All that was read is in it, and can be written."""
    every_sentence_has_its_place(result)
    written = json.loads(json_text(result))
    assert [a["text"] for a in written["articles"]] == [a.text for a in result.coverage.articles]
    assert [c["id"] for c in written["claims"]] == [c.id for c in result.claims]


@slow
@given(sets, st.randoms(use_true_random=False))
def test_the_order_of_the_inputs_changes_no_byte(articles: Told, random: Random) -> None:
    made = opened(articles)
    shuffled = list(made)
    random.shuffle(shuffled)
    assert json_text(compared(made)) == json_text(compared(shuffled))


@slow
@given(sets, texts)
def test_one_more_article_renumbers_nothing(articles: Told, more: str) -> None:
    made = opened(articles)
    before, after = compared(made), compared([*made, article(more, "more.txt")])
    for a in before.coverage.articles:
        if same := after.index.articles.get(a.id):
            assert (same.paragraphs, same.sentences) == (a.paragraphs, a.sentences)
        else:  # the further one is the same report, told with more around it: that is opened, and said
            assert f"{a.source}: same report as more.txt; opened once" in after.coverage.warnings
    facts = {f.id: (f.kind, f.value, f.unit) for f in after.facts}
    for fact in before.facts:
        # a surname may turn out to belong to somebody the new article names in full
        assert facts.get(fact.id, (fact.kind, fact.value, fact.unit)) == (fact.kind, fact.value, fact.unit)


def claims_are_what_they_say(result: Comparison) -> None:
    index, nearly = result.index, NEARLY * weights().link
    for claim in result.claims:
        assert claim.id[1:] in claim.sentences or claim.id[1:] not in index.sentences
        assert set(claim.articles) == {index.article_of[s].id for s in claim.sentences}
        voices = {index.voice_of[a] for a in claim.articles}
        common = Status.COMMON if len(voices) == index.voices else Status.PARTIAL
        assert claim.status is (Status.UNIQUE if len(voices) == 1 else common)
        assert 1 <= claim.voices <= len(voices) <= len({index.articles[a].voice for a in claim.articles})
        assert 0 <= claim.confidence <= 1
        if claim.status is Status.UNIQUE:
            assert not claim.stance
            continue
        outside = {a.id for a in result.coverage.articles} - set(claim.articles)
        assert {claim.stance[a] for a in claim.articles if a in claim.stance} <= {Stance.WEAKER, Stance.DENIED}
        assert outside <= set(claim.stance)
        assert all(claim.stance[a] in (Stance.ABSENT, Stance.UNKNOWN) for a in outside)
        for a in outside:
            if not index.articles[a].complete:
                assert claim.stance[a] is Stance.UNKNOWN
            if any(near.score > nearly for s in claim.sentences if (near := index.nearest.get((s, a)))):
                assert claim.stance[a] is Stance.UNKNOWN  # it has a sentence that is nearly linked


def links_and_nearest_agree(result: Comparison) -> None:
    index = result.index
    scores = [link.score for link in result.links] + [near.score for near in result.nearest]
    scores += [claim.confidence for claim in result.claims]
    assert scores == [round(score, 6) for score in scores]
    for link in result.links:
        assert link.a < link.b
        assert index.article_of[link.a].id != index.article_of[link.b].id
        for one, other in ((link.a, link.b), (link.b, link.a)):
            assert index.nearest[one, index.article_of[other].id].score >= link.score
        for x, y in same_words(result, link):
            left = index.article_of[link.a].text[x.start : x.end]
            right = index.article_of[link.b].text[y.start : y.end]
            assert "".join(left.casefold().split()) == "".join(right.casefold().split())


def facts_stand_where_they_say(result: Comparison) -> None:
    for fact in result.facts:
        for mention in fact.mentions:
            assert result.index.articles[mention.article].text[mention.start : mention.end] == mention.text


def what_is_said_of_claims_is_of_claims_that_there_are(result: Comparison) -> None:
    claims, facts, conflicts = ({each.id for each in of} for of in (result.claims, result.facts, result.conflicts))
    assert len(conflicts) == len(result.conflicts)
    for conflict in result.conflicts:
        assert conflict.claim in claims
        assert facts.issuperset(conflict.facts)
        sides = [{result.index.article_of[sentence].voice for sentence in side} for side in conflict.sides]
        assert len(sides) > 1
        assert all(sides)
        assert len(set().union(*sides)) > 1, "nobody is in conflict with himself"
    assert [finding.rank for finding in result.findings] == list(range(1, len(result.findings) + 1))
    for finding in result.findings:
        assert claims.union([None]).issuperset([finding.claim])
        assert facts.union([None]).issuperset([finding.fact])
        assert conflicts.union([None]).issuperset([finding.conflict])
        assert set(finding.articles) <= result.index.articles.keys()


def runs_are_the_same_words_in_all_their_places(result: Comparison) -> None:
    for reuse in result.reuse:
        texts = {result.index.articles[p.article].text[p.start : p.end].casefold() for p in reuse.runs}
        assert len({tuple(re.findall(r"\w+", text)) for text in texts}) == 1
        assert len({p.article for p in reuse.runs}) > 1
        assert reuse.words >= 12


@settings(max_examples=60)
@given(sets)
def test_every_comparison_holds_together(articles: Told) -> None:
    result = compared(opened(articles))
    every_sentence_has_its_place(result)
    claims_are_what_they_say(result)
    links_and_nearest_agree(result)
    facts_stand_where_they_say(result)
    what_is_said_of_claims_is_of_claims_that_there_are(result)
    runs_are_the_same_words_in_all_their_places(result)
    # paragraphs are counterparts where sentences are linked
    of = {s.id: s.paragraph for a in result.coverage.articles for s in a.sentences}
    assert {(c.a, c.b) for c in result.counterparts} == {
        (min(of[x.a], of[x.b]), max(of[x.a], of[x.b])) for x in result.links
    }
    assert all(0 < c.score <= 1 for c in result.counterparts)


@settings(max_examples=30)
@given(st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=2, max_size=4))
def test_any_text_can_be_compared(contents: list[str]) -> None:
    articles = []
    for n, text in enumerate(contents):
        try:
            articles.append(article(text, f"{n}.txt"))
        except SourceError:
            continue
    if articles:
        assert_whole(compared(articles))


def said(result: Comparison, of: Iterable[Article]) -> dict[str, set[tuple[frozenset[str], Status, int]]]:
    """By sentence of some articles its claims: the sentences of those articles, the status, the voices."""
    ids = {a.id for a in of}
    claims: dict[str, set[tuple[frozenset[str], Status, int]]] = {}
    for claim in result.claims:
        own = frozenset(s for s in claim.sentences if result.index.article_of[s].id in ids)
        for sentence in own:
            claims.setdefault(sentence, set()).add((own, claim.status, claim.voices))
    return claims


@slow
@given(sets, st.integers(0, 4))
def test_a_later_copy_adds_no_voice_and_changes_no_claim(articles: Told, which: int) -> None:
    # a text of no known outlet is opened once with its copy, which is another promise
    made = opened((outlet or f"Paper {n}", text) for n, (outlet, text) in enumerate(articles))
    made = [replace(a, published=f"2030-01-0{n + 1}") for n, a in enumerate(made)]
    copy = article(made[which % len(made)].text, "copy.txt", outlet="Another")
    before, after = compared(made), compared([*made, copy])
    assert copy.id in after.index.articles
    assert after.index.voices == before.index.voices
    assert said(after, before.coverage.articles) == said(before, before.coverage.articles)
    stances = {claim.id: claim.stance for claim in before.claims}
    for claim in after.claims:
        assert stances[claim.id].items() <= claim.stance.items()


UNRELATED = """Zinnias want sun. Sow them indoors six weeks before planting, press compost lightly, mist daily.

Pinch young shoots above three leaf pairs, and stake taller kinds against gales."""


TWICE = "The ferry Corran struck a pier in Port Lund at 6:40 p.m. on Monday.\n" * 2
LATER = """The ferry Corran struck a pier in Port Lund at 6:40 p.m. on Monday.
Nine passengers were hurt, the harbour office said.
At dusk on Monday the Corran hit the pier of Port Lund.
Repairs will cost €4 million."""


@slow
@given(sets)
@example([(None, TWICE), (None, LATER)])  # two sentences are equally near, but for the last digit of a sum
def test_an_unrelated_article_changes_nothing_between_the_others(articles: Told) -> None:
    made = opened(articles)
    before, after = compared(made), compared([*made, article(UNRELATED, "garden.txt", outlet="Garden")])
    old = {a.id for a in before.coverage.articles}
    assert after.links == before.links
    assert [n for n in after.nearest if n.article in old and n.sentence in before.index.sentences] == [*before.nearest]
    # what all stated, all but one state now; who states it is the same
    assert who(after, old) == who(before, old)


def who(result: Comparison, articles: set[str]) -> dict[str, tuple[bool, int]]:
    """By their sentences the claims of some articles: whether one alone states it, and the voices.

    Which sentence stands for a claim may change, with the language of most.
    """
    return {
        " ".join(claim.sentences): (claim.status is Status.UNIQUE, claim.voices)
        for claim in result.claims
        if set(claim.articles) <= articles
    }


@slow
@given(sets)
def test_reprints_of_all_texts_leave_as_many_voices(articles: Told) -> None:
    made = opened(articles)
    again = opened((f"Outlet {n}", a.text) for n, a in enumerate(made))
    before, after = compared(made), compared([*made, *again])
    assert after.index.voices == before.index.voices
    assert max((c.voices for c in after.claims), default=0) <= before.index.voices


@pytest.mark.parametrize("text", ["", "\n\n \n", "Yes.", "The ferry sank.", "# Heading", "12", "…", "\u2028x\ufeff"])
def test_next_to_nothing_can_be_compared(text: str) -> None:
    nothing = plain(text)
    full = article("\n".join(SENTENCES[:5]), outlet="Gazette")
    for others in ([nothing], [full], [full, article("\n".join(SENTENCES[5:9]), "b.txt")]):
        coverage = CoverageSet(tuple(sorted([nothing, *others], key=lambda a: a.id)), (nothing.id,))
        assert_whole(compare(coverage))
