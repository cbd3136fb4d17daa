"""What is found by some words, and where it stands."""

from __future__ import annotations

import pytest

from compare.analysis.facts import find_facts
from compare.model import Comparison, CoverageSet
from compare.tui.search import find, piece_at
from compare.tui.state import Hits, in_order, uncompared
from tui.story import K, made


def test_search_takes_the_shapes_of_type_as_one() -> None:
    article = made("a", [(K.BODY, "The mayor’s “plan” —\na ferry.")])
    read = uncompared(CoverageSet((article,), ("a",)))
    for query in ("mayor's", '"plan" - a', "PLAN”", "a  ferry"):
        assert len(find(read, query)) == 1, query
    assert find(read, "  ") == ()
    assert find(read, "a.ferry") == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("75 million", ["$75m", "75 million"]),
        ("$75m", ["$75m", "75 million dollars"]),
        ("€75m", []),
        ("9", ["nine"]),
        ("twelve", ["12"]),
        ("nine of 12", []),
    ],
)
def test_a_figure_is_found_however_it_is_written(query: str, found: list[str]) -> None:
    texts = (
        "It cost $75m and nine people worked on it.",
        "The price was 75 million dollars, said 12 of the council.",
    )
    articles = tuple(made(key, [(K.BODY, text)]) for key, text in zip("ab", texts, strict=True))
    read = Comparison(CoverageSet(articles, ("a", "b")), {}, (), (), (), find_facts(articles))
    places = in_order(Hits(query, find(read, query), -1, ""), ("a", "b")).passages
    assert [read.index.articles[p.article].text[p.start : p.end] for p in places] == found


def test_a_place_between_two_paragraphs_belongs_to_the_next() -> None:
    two = made("a", [(K.BODY, "One."), (K.BODY, "Two.")])
    assert piece_at(two, 0) == "a.1"
    assert piece_at(two, 5) == "a.p2"
    assert piece_at(two, 99) == "a.p2"
    assert piece_at(made("b", []), 0) == ""
