"""Counts that may be one, rounded here and exact there, and those that are two."""

from __future__ import annotations

import pytest

from compare.analysis.figures import figures
from compare.analysis.rough import Count, Place, count_at, is_count, may_be_one
from timing import assert_linear


def count(text: str) -> Count:
    """The only count of a text."""
    (figure,) = (f for f in figures(text, "en") if is_count(f))
    return count_at(text, Place(figure.value, figure.start, figure.end, figure.hedge), "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The chain shut more than 200 shops.", "It shut 212 shops."),
        ("The chain shut more than 200 shops.", "It shut 240 shops."),
        ("Nearly 50 cranes stood still.", "In all 47 cranes stood still."),
        ("About forty patients were sent home.", "They sent 41 patients home."),
        ("More than a dozen ferries were late.", "Fourteen ferries were late."),
        ("About a dozen ferries were late.", "Ten ferries were late."),
        ("Up to 300 cows drowned.", "It drowned 287 cows."),
        ("At least 30 people were hurt in the harbour.", "The blast wounded 33 dockers."),
        ("It took 998 tonnage certificates back.", "It took back about 1,000 tonnage certificates."),
        ("Some 200 nations signed it in Lund.", "It was signed in Lund by almost 200 countries."),
        ("They own more than 60 homes on the north coast.", "They let 63 properties across the north."),
        ("The ferry had 30-odd lifeboats.", "It had 32 lifeboats."),
        ("A short book, a little over two hundred pages.", "It has 216 pages."),
        ("More than 70 fire-fighters came.", "It took 74 firefighters."),
        ("Perhaps 80 boats were lost.", "The storm took 84 boats."),
        ("The union counts upwards of 150 complaints.", "There were 154 complaints."),
    ],
)
def test_a_rounded_count_may_be_an_exact_one(one: str, other: str) -> None:
    assert may_be_one(count(one), count(other))
    assert may_be_one(count(other), count(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The chain shut 200 shops.", "It shut 212 shops."),  # neither is rounded
        ("The chain shut more than 200 shops.", "It shut 280 shops."),
        ("The chain shut more than 200 shops.", "It shut 194 shops."),
        ("The chain shut nearly 200 shops.", "It shut 212 shops."),
        ("The chain shut more than 200 shops.", "By closing time the jar held 214."),
        ("At least 14 people were hurt in the harbour.", "The blast wounded 16 dockers."),  # a tally of an earlier hour
        ("About 40 people were killed in the harbour.", "The blast wounded 41 dockers."),
        ("About 40 observers came to the vote.", "In the capital stand 41 candidates."),
        ("They own more than 60 homes on the north coast.", "They let 72 properties across the north."),
        ("More than a dozen ferries were late.", "Eleven ferries were late."),
        ("More than a dozen ferries were late.", "Twenty ferries were late."),
        ("Just over 30 cows drowned.", "It drowned 29 cows."),
        ("Two people said that about 40 ferries were late.", "Two people saw 42 cranes."),
    ],
)
def test_other_counts_are_two(one: str, other: str) -> None:
    assert not may_be_one(count(one), count(other))
    assert not may_be_one(count(other), count(one))


@pytest.mark.parametrize("text", ["8 boats", "1,300 boats", "40 to 50 boats", "a 40-year-old boat", "40% of the boats"])
def test_what_is_no_count_of_that_size(text: str) -> None:
    assert not any(map(is_count, figures(text, "en")))


def test_the_words_are_those_of_the_sentence() -> None:
    read = count("The pier burns. Nearly 50 cranes stood still in Lund! The harbour is shut.")
    assert read.words == {"crane", "stood", "still", "lund"}


@pytest.mark.parametrize("piece", ["a", "a ", ". ", "\n", "! ", "9 "])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def look(times: int) -> None:
        text = f"{piece * times}about 40 boats {piece * times}"
        start = text.index("40")
        count_at(text, Place("40", start, start + 2, "about"), "en")

    assert_linear(look, 1_000)
