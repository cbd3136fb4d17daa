"""What a word is: each answer by what it takes for one."""

from __future__ import annotations

import re

import pytest

from compare.model.words import COUNTED, HYPHENED, LETTERS, MEASURED, RUN, SPOKEN, UPPER, WORD, either, listed

TEXT = "O'Neill-Moss paid 1,200 on the 3rd"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (RUN, ["O", "Neill", "Moss", "paid", "1", "200", "on", "the", "3rd"]),
        (LETTERS, ["O", "Neill", "Moss", "paid", "on", "the", "rd"]),
        (SPOKEN, ["O'Neill", "Moss", "paid", "1", "200", "on", "the", "3rd"]),
        (WORD, ["O'Neill", "Moss", "paid", "1,200", "on", "the", "3", "rd"]),
        (HYPHENED, ["O'Neill-Moss", "paid", "1", "200", "on", "the", "3rd"]),
        (COUNTED, ["O'Neill-Moss", "paid", "1,200", "on", "the", "3rd"]),
        (MEASURED, ["O'Neill", "Moss", "paid", "1", "200", "on", "the", "3rd"]),
    ],
)
def test_what_is_one_word(pattern: re.Pattern[str], words: list[str]) -> None:
    assert pattern.findall(TEXT) == words


@pytest.mark.parametrize("pattern", [RUN, LETTERS, SPOKEN, WORD, HYPHENED, COUNTED, MEASURED])
def test_marks_of_emphasis_are_no_part_of_a_word(pattern: re.Pattern[str]) -> None:
    assert pattern.findall("the _Selwick Star_, __sunk__, *raised*") == ["the", "Selwick", "Star", "sunk", "raised"]


@pytest.mark.parametrize("pattern", [COUNTED, MEASURED])
def test_without_spaces_between_words_each_letter_is_one(pattern: re.Pattern[str]) -> None:
    assert pattern.findall("港は閉鎖 today") == ["港", "は", "閉", "鎖", "today"]


def test_capitals_of_all_of_europe() -> None:
    assert all(re.match(f"[{UPPER}]", name) for name in ("Ada", "Éva", "Łódź", "Şahin", "Øst", "Žižka"))
    assert not any(re.match(f"[{UPPER}]", word) for word in ("ada", "éva", "łódź", "ß", "÷", "×"))


def test_lists_and_what_matches_them() -> None:
    assert listed("one two", "three") == {"one", "two", "three"}
    assert either(["a", "a.b", "ab"]) == r"a\.b|ab|a"
