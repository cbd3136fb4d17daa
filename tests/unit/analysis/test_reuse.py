"""Verbatim runs: which are found, which are not, and how long the worst texts take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import article
from compare.analysis.flow import RUN, Flow
from compare.analysis.reuse import MOST, Shared, find_reuse
from compare.loading import gather
from compare.model import Article, Paragraph, ParagraphKind, Reuse, Sentence
from timing import assert_linear, within

WIRE = "The lighthouse keeper of Ommen lit the lamp at nine and counted seven ships before the fog came down."


def bare(name: str, *paragraphs: str, kinds: Sequence[ParagraphKind] = ()) -> Article:
    """An article whose paragraphs are what they are given as, a sentence each."""
    text = "\n".join(paragraphs)
    made = article("Nothing to see here today.", outlet=name)
    at, blocks, sentences = 0, [], []
    for n, paragraph in enumerate(paragraphs, 1):
        kind = kinds[n - 1] if kinds else ParagraphKind.BODY
        blocks.append(Paragraph(f"{name}.p{n}", kind, at, at + len(paragraph)))
        sentences.append(Sentence(f"{name}.s{n}", f"{name}.p{n}", at, at + len(paragraph), True))
        at += len(paragraph) + 1
    return replace(made, id=name, text=text, paragraphs=tuple(blocks), sentences=tuple(sentences))


def reused(*articles: Article) -> list[tuple[int, list[tuple[str, str]]]]:
    """The runs in words: how many, and in which article what."""
    by_id = {a.id: a for a in articles}
    found, left = find_reuse(Shared.of(Flow.of(gather(articles).articles)))
    assert not left
    return [
        (r.words, [(by_id[p.article].outlet or "", by_id[p.article].text[p.start : p.end]) for p in r.runs])
        for r in found
    ]


def test_a_run_is_found_with_its_places() -> None:
    one = article(f"A quiet week on the coast ended badly.\n\n{WIRE}", outlet="A")
    two = article(f"{WIRE}\n\nNobody had expected that much traffic.", outlet="B")
    ((words, runs),) = reused(one, two)
    assert words == len(WIRE.split()) == 19
    assert sorted(runs) == [("A", WIRE[:-1]), ("B", WIRE[:-1])]


@pytest.mark.parametrize(("words", "found"), [(RUN - 1, 0), (RUN, 1)])
def test_twelve_words_are_enough(words: int, found: int) -> None:
    run = " ".join(WIRE.split()[:words])
    assert len(reused(bare("A", f"{run} and so on"), bare("B", f"Again {run}, they say"))) == found


def test_case_punctuation_and_line_breaks_make_no_difference() -> None:
    other = WIRE.upper().replace(" AND ", ",\n– and ").replace(" BEFORE ", " “before” ")
    ((words, _),) = reused(bare("A", WIRE), bare("B", other))
    assert words == 19
    assert reused(bare("A", WIRE.replace("Ommen", "Ommen’s")), bare("B", WIRE.replace("Ommen", "Ommen's")))[0][0] == 19


def test_a_run_goes_over_sentences_and_paragraphs_but_not_over_furniture() -> None:
    one, two = " ".join(WIRE.split()[:10]) + ".", " ".join(WIRE.split()[10:])
    ((words, _),) = reused(bare("A", one, two), bare("B", f"{one} {two}"))
    assert words == 19
    body, furniture = ParagraphKind.BODY, ParagraphKind.FURNITURE
    assert reused(bare("A", one, "Read more", two, kinds=[body, furniture, body]), bare("B", f"{one} {two}")) == []


def test_shared_furniture_is_no_reuse() -> None:
    kinds = [ParagraphKind.FURNITURE, ParagraphKind.BODY]
    assert reused(bare("A", WIRE, "Rain fell.", kinds=kinds), bare("B", WIRE, "Snow fell.", kinds=kinds)) == []


def test_what_one_article_says_twice_is_no_reuse() -> None:
    assert reused(bare("A", WIRE, WIRE), bare("B", "Rain fell on the dunes.")) == []


def test_each_run_lists_all_that_have_it_and_every_place() -> None:
    longer = f"{WIRE} He then slept."
    found = reused(bare("A", longer), bare("B", longer), bare("C", WIRE, "Rain.", WIRE))
    assert [words for words, _ in found] == [22, 19]
    assert sorted(name for name, _ in found[0][1]) == ["A", "B"]
    assert sorted(name for name, _ in found[1][1]) == ["A", "B", "C", "C"]


words = st.sampled_from("ab")
runs = st.lists(words, min_size=11, max_size=16)
texts = st.lists(runs, min_size=1, max_size=3).map(lambda parts: " ".join(w for part in parts for w in part))


@settings(max_examples=150)
@given(st.lists(texts, min_size=2, max_size=4))
def test_exactly_the_runs_that_the_definition_asks_for(contents: list[str]) -> None:
    articles = tuple(bare(f"A{n}", text) for n, text in enumerate(contents))
    found, left = find_reuse(Shared.of(Flow.of(articles)))
    assert not left
    by_id = {a.id: a for a in articles}
    said = {(spoken(by_id, r), frozenset(p.article for p in r.runs)) for r in found}
    assert len(said) == len(found)
    assert said == by_definition(contents)


def spoken(articles: dict[str, Article], reuse: Reuse) -> str:
    texts = {articles[p.article].text[p.start : p.end] for p in reuse.runs}
    assert len(texts) == 1
    return texts.pop()


def by_definition(contents: list[str]) -> set[tuple[str, frozenset[str]]]:
    """Every run of twelve words or more, with who has it, but for parts of a longer one of the same articles."""
    holders: dict[str, set[str]] = {}
    for n, text in enumerate(contents):
        split = text.split()
        for i in range(len(split)):
            for j in range(i + RUN, len(split) + 1):
                holders.setdefault(" ".join(split[i:j]), set()).add(f"A{n}")
    shared = {run: frozenset(who) for run, who in holders.items() if len(who) > 1}
    return {
        (run, who)
        for run, who in shared.items()
        if not any(who == other and run != longer and run in longer for longer, other in shared.items())
    }


@pytest.mark.parametrize(
    "texts",
    [
        ["no " * 40_000 + "end", "begin " + "no " * 39_990],
        ["The same old line of eight words again. " * 5_000] * 2,
        ["to and " * 20_000, "and to " * 20_000, "and " * 36_000],
    ],
    ids=["one word", "equal lines", "two words"],
)
def test_the_worst_texts_take_seconds_and_say_little(texts: list[str]) -> None:
    articles = tuple(bare(f"A{n}", text) for n, text in enumerate(texts))
    with within(4):  # a fifth of it on the machine that it was written on
        found, left = find_reuse(Shared.of(Flow.of(articles)))
    assert not left
    assert 1 <= len(found) <= 3


def test_time_grows_with_the_text_alone() -> None:
    def work(lines: int) -> object:
        told = "The same old line of eight words again. " * lines
        return find_reuse(Shared.of(Flow.of([bare(name, told) for name in "AB"])))

    assert_linear(work, 2_000)


def test_so_many_runs_that_not_all_are_listed_are_counted() -> None:
    split = [f"w{n}" for n in range(600)]
    articles = []
    for n in range(60):
        edited = list(split)
        for k in (n * 10 + 3, (n * 37 + 11) % 600, (n * 71 + 5) % 600):
            edited[k] = f"e{n}"
        articles.append(bare(f"A{n:02}", " ".join(edited)))
    found, left = find_reuse(Shared.of(Flow.of(articles)))
    assert left > 0
    assert sum(len(reuse.runs) for reuse in found) <= MOST
    assert [r.words for r in found] == sorted((r.words for r in found), reverse=True)


@pytest.mark.parametrize("left_out", range(3))
def test_of_other_furniture_only_what_it_touches_is_read_again(left_out: int) -> None:
    told = ["A cold morning in the harbour.", WIRE, "Nobody came to see the lamp that night."]
    body, less = (ParagraphKind.BODY,) * 3, [ParagraphKind.BODY] * 3
    less[left_out] = ParagraphKind.FURNITURE
    one, other = bare("A", *told, kinds=body), bare("B", *reversed(told), kinds=body)
    whole, shorter = [one, other], [bare("A", *told, kinds=less), other]
    flow = Flow.of(whole)
    before, now = Shared.of(flow), Shared.of(flow.with_articles(shorter))
    assert find_reuse(now) == find_reuse(Shared.of(Flow.of(shorter)))
    assert now.is_as_in(before) is (left_out != 1)
    assert now.is_as_in(before) is (find_reuse(now) == find_reuse(before))
    back = Shared.of(now.flow.with_articles(whole))
    assert back.is_as_in(before)
    assert find_reuse(back) == find_reuse(before)


def test_the_very_same_articles_are_not_read_again() -> None:
    flow = Flow.of([bare("A", WIRE), bare("B", WIRE)])
    assert flow.with_articles([*flow.articles]) is flow
