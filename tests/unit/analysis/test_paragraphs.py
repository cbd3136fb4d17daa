"""Paragraphs that say the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from compare.analysis.paragraphs import Paragraphs
from compare.model import Link

from .stories import FILL, story


def test_paragraphs_are_joined_many_to_many_and_crosswise() -> None:
    dam = "The dam at Rask broke at noon and flooded the lower valley."
    bells = "Two church bells were stolen from the island of Hemm by masked men."
    result = story(
        Gazette=[f"{dam} {bells}", *FILL["Gazette"]],
        Courier=[
            "Masked men have stolen two church bells from Hemm island.",
            *FILL["Courier"],
            "At noon Rask's dam broke and the lower valley was flooded.",
        ],
    )
    index = result.index
    joined = {frozenset((index.words(c.a)[:8], index.words(c.b)[:8])) for c in result.counterparts}
    assert joined == {frozenset(("The dam ", "Masked m")), frozenset(("The dam ", "At noon "))}
    for c in result.counterparts:
        assert c.a < c.b
        assert index.article_of[c.a] is not index.article_of[c.b]
        assert 0 < c.score <= 1


@pytest.mark.parametrize(
    ("scores", "whole"), [([0.5], 0.5), ([0.5, 0.5], 0.75), ([1.0, 0.3], 1.0), ([0.111111, 0.111111], 0.209876)]
)
def test_the_score_is_the_chance_that_any_link_holds(scores: list[float], whole: float) -> None:
    result = story(Gazette=[" ".join(FILL["Gazette"])], Courier=[" ".join(FILL["Courier"])])
    one, two = result.coverage.articles
    met = zip(one.sentences, two.sentences, scores, strict=False)
    links = [Link(min(a.id, b.id), max(a.id, b.id), score, ()) for a, b, score in met]
    (found,) = Paragraphs().counterparts(replace(result, links=tuple(links)))
    assert found.score == whole
    assert Paragraphs().counterparts(replace(result, links=tuple(links[::-1]))) == (found,)


def test_the_score_hangs_on_no_order_of_the_links() -> None:
    result = story(Gazette=[" ".join(FILL["Gazette"])], Courier=[" ".join(FILL["Courier"])])
    one, two = result.coverage.articles
    ends = (min(one.sentences[0].id, two.sentences[0].id), max(one.sentences[0].id, two.sentences[0].id))
    found = {
        Paragraphs().counterparts(replace(result, links=tuple(Link(*ends, score, ()) for score in scores)))
        for scores in permutations((0.01, 0.01, 0.05, 0.1))  # .1620145: a half, which floats round either way
    }
    assert len(found) == 1


def test_without_links_there_is_nothing() -> None:
    result = story(Gazette=FILL["Gazette"], Courier=FILL["Courier"])
    assert Paragraphs().counterparts(replace(result, links=())) == ()
