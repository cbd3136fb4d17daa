"""Which capitals make a name."""

from __future__ import annotations

import pytest

from compare.analysis.aliases import canonical
from compare.analysis.names import find_names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Harbour Gazette praised Ada Moss's plan.", ["Harbour Gazette", "Ada Moss"]),
        ("Reports from the Harbour Gazette say so.", ["Harbour Gazette"]),
        ("A prize-winning Tin Roof and an Emmy-winning Glass Hill.", ["Tin Roof", "Glass Hill"]),
        ("Yesterday she left on Monday in May.", []),
        ("• Significant Backing: it is paid for.", []),
        ("He met the Bishop of Lund.", ["Bishop of Lund"]),
        ("He leads the Sailors' Union of Lund.", ["Sailors' Union of Lund"]),
        ("We know Rolls-Royce.", ["Rolls-Royce"]),
        ("It belongs to Élodie Noël’s firm.", ["Élodie Noël"]),
    ],
)
def test_names_of_a_sentence(sentence: str, expected: list[str]) -> None:
    assert [name.text for name in find_names([sentence])[0]] == expected


def test_a_capital_at_the_start_needs_a_witness() -> None:
    assert find_names(["Harbours closed."]) == [[]]
    first, second = find_names(["Lund closed.", "They went to Lund."])
    assert [n.text for n in first] == [n.text for n in second] == ["Lund"]


def test_a_name_at_the_start_sheds_the_word_before_it() -> None:
    first, _ = find_names(["Gives Lund a port.", "They went to Lund."])
    assert [n.text for n in first] == ["Lund"]


def test_spans_are_exact() -> None:
    sentence = "They met Ada Moss’s aide."
    (name,) = find_names([sentence])[0]
    assert sentence[name.start : name.end] == name.text == "Ada Moss"


def test_a_surname_stands_for_the_full_name_if_only_one_has_it() -> None:
    assert canonical(["Moss", "Ada Moss"])["Moss"] == "Ada Moss"
    assert canonical(["Moss", "Ada Moss", "Tom Moss"])["Moss"] == "Moss"
