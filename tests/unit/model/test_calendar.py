"""The names of the months and of the days of the week."""

from __future__ import annotations

from datetime import date

from compare.model import KNOWN
from compare.model.calendar import MONTH_OF, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS


def test_every_known_language_has_all_months_and_days() -> None:
    assert MONTHS.keys() == WEEKDAYS.keys() == KNOWN
    assert {tuple(sorted(set(months.values()))) for months in MONTHS.values()} == {tuple(range(1, 13))}
    assert {tuple(sorted(set(days.values()))) for days in WEEKDAYS.values()} == {tuple(range(7))}


def test_no_name_is_of_two_months() -> None:
    assert all(MONTH_OF[name] == n for months in (*MONTHS.values(), SHORT_MONTHS) for name, n in months.items())


def test_english_names_are_those_that_python_writes() -> None:
    months = [date(2025, n, 1) for n in range(1, 13)]
    assert [f"{day:%B}".lower() for day in months] == list(MONTHS["en"])
    assert {f"{day:%b}".lower() for day in months} - {"may"} == SHORT_MONTHS.keys() - {"sept"}
    days = [date(2025, 9, n) for n in range(1, 8)]
    assert [f"{day:%A}".lower() for day in days] == list(WEEKDAYS["en"])
    assert {f"{day:%a}".lower() for day in days} <= SHORT_WEEKDAYS
