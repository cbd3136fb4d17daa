"""British and American spellings of one word."""

from __future__ import annotations

import pytest

from compare.analysis.spelling import american
from compare.analysis.terms import stem

from .stories import FILL, claim, outlets, story


@pytest.mark.parametrize(
    ("british", "spelt"),
    [
        ("colour", "color"),
        ("neighbours", "neighbors"),
        ("labourers", "laborers"),
        ("honourable", "honorable"),
        ("dishonoured", "dishonored"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("centred", "centered"),
        ("organised", "organized"),
        ("organisations", "organizations"),
        ("organisational", "organizational"),
        ("baptised", "baptized"),
        ("misdemeanours", "misdemeanors"),
        ("criticising", "criticizing"),
        ("analysed", "analyzed"),
        ("defence", "defense"),
        ("offences", "offenses"),
        ("licence", "license"),
        ("programmes", "programs"),
        ("paediatricians", "pediatricians"),
        ("haemorrhage", "hemorrhage"),
        ("sceptical", "skeptical"),
        ("tyres", "tires"),
    ],
)
def test_a_british_spelling(british: str, spelt: str) -> None:
    assert american(british) == spelt
    assert stem(british, "en") == stem(spelt, "en")


@pytest.mark.parametrize(
    "words",
    [
        "four hours tour source journal acre genre more entire hired surprise surprised revised advertisers promise",
        "rising raised crises poison prison this size analysis fence science dozens scene shoes phoenix",
        "canoe michael gas uprising uprisings sunrise tortoise",
    ],
)
def test_all_others_stay(words: str) -> None:
    assert [american(word) for word in words.split()] == words.split()


def test_papers_of_two_countries_meet_in_their_words() -> None:
    one = "The harbour theatre organised a parade of coloured tyres."
    other = "Colored tires were paraded in what the harbor theater had organized."
    result = story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]], Post=FILL["Post"])
    assert outlets(result, claim(result, "parade of").articles) == {"Gazette", "Courier"}
