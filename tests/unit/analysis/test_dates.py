"""The rules for dates and times: as written, as normalised, and as resolved against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from compare.analysis.dates import date_of
from compare.analysis.figures import figures

from .figure_rows import rows


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "words"),
    [
        ("at 6:40 p.m. sharp", "en", "18:40", "time", "6:40 p.m."),
        ("felt at 10.40 in the morning", "en", "10:40", "time", "10.40"),
        ("felt at 8:05 in the evening", "en", "20:05", "time", "8:05"),
        ("at 12 a.m.", "en", "00:00", "time", "12 a.m."),
        ("it began at about 6am.", "en", "06:00", "time", "6am"),
        ("felt at 10.40 that night", "en", "22:40", "time", "10.40"),
        ("around nine in the evening", "en", "21:00", "time", "nine in the evening"),
        ("shortly before 7 in the morning", "en", "07:00", "time", "7 in the morning"),
        ("at half past nine that night", "en", "21:30", "time", "half past nine"),
        ("a quarter to one in the afternoon", "en", "12:45", "time", "a quarter to one in the afternoon"),
        ("ten o’clock in the morning", "en", "10:00", "time", "ten o’clock in the morning"),
        ("at twelve at night", "en", "00:00", "time", "twelve at night"),
        ("at one at night", "en", "01:00", "time", "one at night"),
        ("at nine on the evening of the storm", "en", "21:00", "time", "nine"),
        ("closed at 12 noon", "en", "12:00", "time", "12 noon"),
        ("Closed at twelve midnight.", "en", "00:00", "time", "twelve midnight"),
        ("a las 19:15 horas", "es", "19:15", "time", "19:15 horas"),
        ("a las 18.40, cuando", "es", "18:40", "time", "18.40"),
        ("on October 15, 2025", "en", "2025-10-15", "day", "October 15, 2025"),
        ("on Monday, 3 March 2025", "en", "2025-03-03", "day", "Monday, 3 March 2025"),
        ("on October 15,2025", "en", "2025-10-15", "day", "October 15,2025"),
        ("on 15 Oct.", "en", "--10-15", "day", "15 Oct"),
        ("on Oct. 15", "en", "--10-15", "day", "Oct. 15"),
        ("on 12 May", "en", "--05-12", "day", "12 May"),
        ("from 5 to 7 May", "en", "--05-07", "day", "7 May"),
        ("on the 5th and 6th of May", "en", "--05-06", "day", "6th of May"),
        ("between May 5 and 7, he said", "en", "--05-05", "day", "May 5"),
        ("el martes 14 de octubre", "es", "--10-14", "day", "martes 14 de octubre"),
        ("el 15 de octubre de 2025", "es", "2025-10-15", "day", "15 de octubre de 2025"),
        ("le 15 octobre 2025", "fr", "2025-10-15", "day", "15 octobre 2025"),
        ("am 15. Oktober 2025", "de", "2025-10-15", "day", "15. Oktober 2025"),
        ("on 2025-10-15", "en", "2025-10-15", "day", "2025-10-15"),
        ("on Monday", "en", "monday", "weekday", "Monday"),
        ("el miércoles", "es", "wednesday", "weekday", "miércoles"),
        ("since 2018", "en", "2018", "year", "2018"),
        ("since 1789", "en", "1789", "year", "1789"),
        ("In 1850 the town burned.", "en", "1850", "year", "1850"),
        ("closed at noon", "en", "12:00", "time", "noon"),
        ("closed at midnight", "en", "00:00", "time", "midnight"),
        ("le 3 mars", "fr", "--03-03", "day", "3 mars"),
        ("le 1er mai 2025", "fr", "2025-05-01", "day", "1er mai 2025"),
        ("à 18h30", "fr", "18:30", "time", "18h30"),
        ("vers 18 heures", "fr", "18:00", "time", "18 heures"),
        ("um 18 Uhr", "de", "18:00", "time", "18 Uhr"),
        ("alle 18.30", "it", "18:30", "time", "18.30"),
        ("om 18.30 uur", "nl", "18:30", "time", "18.30 uur"),
        ("a las 6 de la tarde", "es", "18:00", "time", "6 de la tarde"),
        ("a las 6 de la mañana", "es", "06:00", "time", "6 de la mañana"),
    ],
)
def test_dates(text: str, language: str, value: str, unit: str, words: str) -> None:
    assert rows(text, language) == [("date", value, unit, words)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hurt about ten on the night", "10"),
        ("hurt two in the morning", "2"),
        ("at two hospitals at night", "2"),
        ("from ten to twelve in the evening", "10"),
    ],
)
def test_a_number_before_a_part_of_the_day_is_a_time_only_where_one_is_told(text: str, value: str) -> None:
    assert ("number", value) in [row[:2] for row in rows(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at twenty to nine.",
        "The ferry left at about ten minutes past eleven, he said.",
    ],
)
def test_a_time_that_leaves_open_which_half_of_the_day_it_means_counts_nothing(text: str) -> None:
    assert rows(text) == []


def test_a_number_that_counts_is_no_day_beside_another() -> None:
    assert [row[1] for row in rows("It hurt on May 5 and 7 people left.", "en")] == ["--05-05", "7"]


@pytest.mark.parametrize("time", ["at 9 on", "at nine", "until 10 on"])
def test_nor_does_an_hour_with_its_day(time: str) -> None:
    assert [row[:2] for row in rows(f"The news is {time} Sunday.")] == [("date", "sunday")]


@pytest.mark.parametrize("text", ["They voted ten to twelve.", "At about ten to twelve ports ferries are late."])
def test_numbers_around_to_are_a_time_only_behind_a_word_for_when(text: str) -> None:
    assert [row[0] for row in rows(text)][:1] == ["number"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It sank on Monday.", "2025-10-13", "day"),
        ("The company said Wednesday that it sank.", "2025-10-15", "day"),
        ("She died on Thursday.", "2025-10-09", "day"),
        ("They will meet next Monday.", "2025-10-20", "day"),
        ("They will meet on Monday.", "monday", "weekday"),
        ("On Monday it sank.", "2025-10-13", "day"),
        ("It sank; Monday they will mourn.", "monday", "weekday"),
        ("They will mourn; Monday it sank.", "2025-10-13", "day"),
        ("On Monday they will meet.", "monday", "weekday"),
        ("Schools stay closed until Friday.", "friday", "weekday"),
        ("The trial begins Monday.", "monday", "weekday"),
        ("A ruling is expected on Monday.", "monday", "weekday"),
        ("The trial was scheduled for Monday.", "monday", "weekday"),
        ("Both are due to be sentenced on Monday.", "monday", "weekday"),
        ("She was sentenced on Monday.", "2025-10-13", "day"),
        ("It happened last Monday.", "monday", "weekday"),
        ("It sank yesterday.", "2025-10-14", "day"),
        ("They announced it today.", "2025-10-15", "day"),
        ("It opens tomorrow.", "2025-10-16", "day"),
        ("It sank on October 14.", "2025-10-14", "day"),
        ("It sank on December 30.", "2025-12-30", "day"),
        ("It sank on January 5.", "2026-01-05", "day"),
    ],
)
def test_days_are_resolved_against_the_publication(text: str, value: str, unit: str) -> None:
    wednesday = date(2025, 10, 15)
    assert [(v, u) for _, v, u, _ in rows(text, "en", wednesday)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "on 45 May",
        "on May 45",
        "at 6:75 p.m.",
        "at 13 p.m.",
        "at 25:10",
        "it cost $2.50 in the afternoon",
        "shares fell 2.50 in the afternoon",
        "on 2025-13-40",
        "it cost $2019",
        "code 5/2019",
        "some 12.2019",
        "2100 people",
    ],
)
def test_what_no_calendar_or_clock_has_is_no_date(text: str) -> None:
    assert not [row for row in rows(text) if row[0] == "date"]


def test_today_may_mean_nowadays() -> None:
    assert rows("Today the town is a port.", "en", date(2025, 10, 15)) == []


def test_a_day_beside_another_year_stays_open() -> None:
    found = rows("In 2018 the town burned; on November 8 it rained.", "en", date(2025, 10, 15))
    assert [value for _, value, _, _ in found] == ["2018", "--11-08"]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-03-01T09:30:00+01:00", date(2026, 3, 1)),
        *((said, None) for said in ("0001-01-01", "0001-01-01T00:00:00", "9999-12-31", "garbage", "", None)),
    ],
)
def test_the_publication_is_a_day_that_a_report_can_have(published: str | None, day: date | None) -> None:
    assert date_of(published) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("20:15 TRY! Lund lead by five.", []),
        ("8.15pm Moss takes the ball.", []),
        ("8:15 p.m. Moss takes the ball.", []),
        ("20:15 GMT is when it starts.", ["20:15"]),
        ("8.15pm Monday is when it starts.", ["20:15"]),
        ("At 20:15 Moss took the ball.", ["20:15"]),
        ("20:15 was late for a start.", ["20:15"]),
    ],
)
def test_the_hour_of_an_entry_is_none_that_is_told(text: str, times: list[str]) -> None:
    assert [f.value for f in figures(text, "en") if f.unit == "time"] == times
