"""The rules for figures: one row a rule, as written and as normalised."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.analysis.figure import ends
from compare.analysis.figures import figures
from compare.model import FactKind


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("It cost $75 million in all.", "en", [("money", "75000000", "USD", "$75 million")]),
        ("It cost $75m in all.", "en", [("money", "75000000", "USD", "$75m")]),
        ("It cost 75 million dollars.", "en", [("money", "75000000", "USD", "75 million dollars")]),
        ("A €2.1bn plan", "en", [("money", "2100000000", "EUR", "€2.1bn")]),
        ("US$1,250.50 was paid", "en", [("money", "1250.5", "USD", "US$1,250.50")]),
        ("unos 4 millones de euros", "es", [("money", "4000000", "EUR", "4 millones de euros")]),
        ("4,5 millones de personas", "es", [("number", "4500000", "", "4,5 millones")]),
        ("1.234 personas", "es", [("number", "1234", "", "1.234")]),
        ("1,234 people", "en", [("number", "1234", "", "1,234")]),
        (
            "rose 3.5% to 12 percent",
            "en",
            [("percentage", "3.5", "%", "3.5%"), ("percentage", "12", "%", "12 percent")],
        ),
        ("el 40 por ciento", "es", [("percentage", "40", "%", "40 por ciento")]),
        ("at 6:40 p.m. sharp", "en", [("date", "18:40", "time", "6:40 p.m.")]),
        ("at 12 a.m.", "en", [("date", "00:00", "time", "12 a.m.")]),
        ("a las 19:15 horas", "es", [("date", "19:15", "time", "19:15 horas")]),
        ("on October 15, 2025", "en", [("date", "2025-10-15", "day", "October 15, 2025")]),
        ("on 15 Oct.", "en", [("date", "--10-15", "day", "15 Oct")]),
        ("on Oct. 15", "en", [("date", "--10-15", "day", "Oct. 15")]),
        ("a las 18.40, cuando", "es", [("date", "18:40", "time", "18.40")]),
        ("el 15 de octubre de 2025", "es", [("date", "2025-10-15", "day", "15 de octubre de 2025")]),
        ("on 2025-10-15", "en", [("date", "2025-10-15", "day", "2025-10-15")]),
        ("on Monday", "en", [("date", "monday", "weekday", "Monday")]),
        ("el miércoles", "es", [("date", "wednesday", "weekday", "miércoles")]),
        ("since 2018", "en", [("date", "2018", "year", "2018")]),
        (
            "nine were hurt, thirty-four missing",
            "en",
            [("number", "9", "", "nine"), ("number", "34", "", "thirty-four")],
        ),
        ("two hundred people", "en", [("number", "200", "", "two hundred")]),
        ("once only", "en", []),
        ("once personas", "es", [("number", "11", "", "once")]),
        ("the A24 deal, B2B, 4K, covid-19, the 1st", "en", []),
        ("may march on", "en", []),
        ("At least 12 may have died", "en", [("number", "12", "", "12")]),
        ("on 12 May", "en", [("date", "--05-12", "day", "12 May")]),
        ("1.234.567,89 euros", "en", [("money", "1234567.89", "EUR", "1.234.567,89 euros")]),
        ("$1,234,567.89", "es", [("money", "1234567.89", "USD", "$1,234,567.89")]),
        ("0.125 percent", "en", [("percentage", "0.125", "%", "0.125 percent")]),
        ("6.875 percent", "en", [("percentage", "6.875", "%", "6.875 percent")]),
        ("US$1.234 billion", "en", [("money", "1234000000", "USD", "US$1.234 billion")]),
        ("A$5 million", "en", [("money", "5000000", "AUD", "A$5 million")]),
        ("1.5m people", "en", [("number", "1500000", "", "1.5m")]),
        ("10bn people", "en", [("number", "10000000000", "", "10bn")]),
        ("waves of 5 m", "en", [("number", "5", "", "5")]),
        ("1,200kg and 12.5km", "en", [("number", "1200", "kg", "1,200kg"), ("number", "12500", "m", "12.5km")]),
        ("the 400-page report", "en", [("number", "400", "", "400")]),
    ],
)
def test_rules(text: str, language: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [(f.kind, f.value, f.unit, text[f.start : f.end]) for f in figures(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("approximately $75 million", "approximately"),
        ("a reported $75 million", "a reported"),
        ("more than 200 people", "more than"),
        ("unos 30 heridos", "unos"),
        ("exactly 30 people", None),
    ],
)
def test_hedges(text: str, hedge: str | None) -> None:
    assert [f.hedge for f in figures(text, "en")] == [hedge]


def test_figures_do_not_overlap() -> None:
    found = figures("On Monday, 3 March 2025, at 5 p.m., $3.5 million (12%) of 1,000,000 went to 12 people.", "en")
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [f.kind for f in found] == ["date", "date", "money", "percentage", "number", "number"]


@given(st.text("0123456789.,$€% mkbn-", max_size=20), st.sampled_from(["en", "es", "de", "zh"]))
def test_any_digits_have_a_value_or_none(text: str, language: str) -> None:
    for figure in figures(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.kind is FactKind.DATE or ends(figure.value)[0] <= ends(figure.value)[1]
