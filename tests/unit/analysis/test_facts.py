"""Which mentions are one fact, and which are precise."""

from __future__ import annotations

import pytest

from articles import article
from compare.analysis.facts import find_facts, is_precise
from compare.model import Fact


def facts(*texts: str, published: str | None = None) -> tuple[Fact, ...]:
    articles = (article(text, outlet=f"outlet {n}", published=published) for n, text in enumerate(texts))
    return find_facts(sorted(articles, key=lambda a: a.id))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("It cost $75m.", "It cost 75 million dollars.", "75000000"),
        ("Then 21 people came.", "Then twenty-one people came.", "21"),
        ("It lasted 48 hours.", "It lasted two days.", "172800"),
        ("It was 10 per cent.", "It was ten percent.", "10"),
        ("They met President Ada Moss.", "They met Ada Moss.", "Ada Moss"),
        ("They met Ada Moss.", "They met Ms Moss.", "Ada Moss"),
        ("They met the Lund Harbour Authority (LHA).", "They met the LHA.", "Lund Harbour Authority"),
    ],
)
def test_two_forms_are_one_fact(one: str, other: str, value: str) -> None:
    (fact,) = (f for f in facts(one, other) if f.value == value)
    assert len(fact.articles) == 2


def test_a_weekday_and_its_date_are_one_fact_when_published_tells() -> None:
    (fact,) = facts("It sank on Monday.", "It sank on October 13.", published="2025-10-15T08:00:00Z")
    assert (fact.value, fact.unit, len(fact.articles)) == ("2025-10-13", "day", 2)


@pytest.mark.parametrize(
    ("text", "precise"),
    [
        ("Then two people came.", False),
        ("Then 2 people came.", True),
        ("Then twelve people came.", True),
        ("Then ten to twelve people came.", True),
        ("It takes three months.", False),
        ("It takes three and a half months.", True),
        ("It lay a foot and a half down.", True),
        ("It takes ninety days.", True),
        ("It takes 90 days.", True),
        ("It cost two million dollars.", True),
        ("It had a magnitude of six.", True),
    ],
)
def test_precise_is_what_one_would_check(text: str, precise: bool) -> None:
    (fact,) = facts(text)
    assert [is_precise(fact, mention) for mention in fact.mentions] == [precise]


def test_mentions_stand_where_they_say() -> None:
    text = "Ada Moss paid €4 million.\n\nOn Monday about 20 dockers left."
    one = article(text, outlet="Gazette")
    mentions = sorted((m for fact in find_facts([one]) for m in fact.mentions), key=lambda m: m.start)
    assert [m.text for m in mentions] == ["Ada Moss", "€4 million", "Monday", "20"]
    assert [one.text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
