"""Words of daily speech, and British ones, as those of an agency."""

from __future__ import annotations

import pytest

from compare.analysis.terms import stem

from .stories import FILL, claim, outlets, story


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("bikes", "bicycles"),
        ("lorry", "trucks"),
        ("motorways", "highway"),
        ("mum", "mother"),
        ("kids", "child"),
        ("children", "child"),
        ("aeroplane", "planes"),
        ("firemen", "firefighters"),
        ("permit", "licence"),
        ("sorry", "apologised"),
        ("perished", "died"),
    ],
)
def test_one_word_has_one_stem(said: str, plain: str) -> None:
    assert stem(said, "en") == stem(plain, "en")


@pytest.mark.parametrize("word", ["flat", "pitch", "boot", "sort"])
def test_other_words_stay_as_they_are(word: str) -> None:
    assert stem(word, "en") == word


def test_a_tabloid_and_an_agency_tell_one_thing() -> None:
    comparison = story(
        Gazette=["Firemen in choppers saved three kids and their mum.", *FILL["Gazette"]],
        Courier=["Firefighters in helicopters saved three children and their mother.", *FILL["Courier"]],
        Post=FILL["Post"],
    )
    assert outlets(comparison, claim(comparison, "Firemen").articles) == {"Gazette", "Courier"}
