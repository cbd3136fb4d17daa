"""What a number counts."""

from __future__ import annotations

import pytest

from compare.analysis.counted import counted
from compare.analysis.figures import figures


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("80 people were injured and 12 killed.", "en", ["injured", "killed"]),
        ("The blast killed at least 12 people and injured another 80.", "en", ["killed", "injured"]),
        ("The storm left 12 dead, 80 hurt and 30 missing.", "en", ["killed", "injured", "missing"]),
        ("Death toll rises to 12.", "en", ["killed"]),
        ("The number of dead in the disaster rose to 12.", "en", ["killed"]),
        ("Officials put the toll at nine.", "en", ["killed"]),
        ("Nine people are by now believed to have perished.", "en", ["killed"]),
        ("Police arrested about 20 people.", "en", ["arrested"]),
        ("It destroyed 5,000 homes and 40 buildings.", "en", ["home", "building"]),
        ("The line has two remaining ships.", "en", ["ship"]),
        ("There were 346 people on board.", "en", ["on board"]),
        ("Some 3,000 people were vaccinated.", "en", ["vaccin"]),
        ("Some 3,000 men were vaccinated.", "en", ["vaccin"]),
        ("Some 3,000 people vaccinated so far.", "en", ["vaccin"]),
        ("It has 12 doors, and 40 women met.", "en", ["door", ""]),
        ("A crowd of 300 came with 20 people.", "en", ["", ""]),
        ("He plays despite missing four games.", "en", ["game"]),
        ("A 400-page report.", "en", ["page"]),
        ("It cost $12 million.", "en", [""]),
        ("The number of martyrs reached 121.", "en", ["killed"]),
        ("Nineteen people were taken to hospital.", "en", ["hospitalised"]),
        ("Orders stand at 25,000.", "en", ["order"]),
        ("The price stands at 25,000.", "en", [""]),
        ("The train left at 25,000.", "en", [""]),
        ("Sie fanden 40 Lampen.", "de", ["lamp"]),
        ("Nueve personas murieron y 31 resultaron heridas.", "es", ["killed", "injured"]),
    ],
)
def test_what_is_counted(sentence: str, language: str, expected: list[str]) -> None:
    assert [counted(sentence, figure, language) for figure in figures(sentence, language)] == expected
