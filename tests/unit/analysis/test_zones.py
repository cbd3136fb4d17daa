"""Times with their zone: in four digits, and two that are one moment."""

from __future__ import annotations

import pytest

from compare.analysis.figures import figures
from compare.analysis.hours import CLOCK
from compare.analysis.zones import is_other_zone, other_zone


def times(text: str) -> list[tuple[str, str]]:
    """The times of a text, with the words that tell them."""
    return [(f.value, text[f.start : f.end]) for f in figures(text, "en") if f.unit == CLOCK]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("at 1300 GMT", "13:00", "1300"),
        ("It began at 0930 GMT on the pier.", "09:30", "0930"),
        ("By 1845 local time it was over.", "18:45", "1845"),
        ("It began at 2000 (1800 GMT).", "20:00", "2000"),
        ("It began at 1300 hours.", "13:00", "1300"),
        ("It began at 2130 hrs UTC.", "21:30", "2130"),
    ],
)
def test_four_digits_are_a_time_before_a_zone(text: str, value: str, words: str) -> None:
    assert times(text)[0] == (value, words)


@pytest.mark.parametrize(
    "text",
    [
        "They made 2000 CT scans.",
        "In 2000 (1800 homes then) it grew.",
        "It took 2000 hours of work.",
        "It ended after 2000 hours.",
        "They lost 2460 GMT shares.",
        "They lost 1975 GMT shares.",
        "It cost $1300 GMT or not.",
    ],
)
def test_other_four_digits_are_none(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("It fell at 05:00 local time (08:00 GMT) on Monday.", "05:00", "08:00"),
        ("It fell at 4:30 a.m. local time (11.30 p.m. ET).", "04:30", "23:30"),
        ("It fell at 17:06 hours local time (13:36 GMT).", "17:06", "13:36"),
        ("It fell at 18:41 this evening (02:41 GMT Friday).", "18:41", "02:41"),
        ("It fell at 8:00 am local time (0300 GMT).", "08:00", "03:00"),
        ("It fell at 10 p.m. (5 p.m. in London).", "22:00", "17:00"),
        ("It fell at 10 p.m. (3 p.m. Eastern time).", "22:00", "15:00"),
    ],
)
def test_a_time_in_brackets_with_its_zone_is_the_same_moment(text: str, one: str, other: str) -> None:
    first, second = [f for f in figures(text, "en") if f.unit == CLOCK]
    assert (first.value, second.value) == (one, other)
    assert other_zone(text, first.end) == other
    assert is_other_zone(text, first.end, second.start, second.end)


@pytest.mark.parametrize(
    "text",
    [
        "It opens at 9 a.m. (5 p.m. on Sundays).",
        "It opens at 9 a.m. and shuts (5 p.m. GMT).",
        "It opens at 9 a.m. (10:30 for members).",
        "It opens at 9 a.m., 10:30 GMT on Sundays.",
    ],
)
def test_another_time_in_brackets_is_another(text: str) -> None:
    first, second, *_ = [f for f in figures(text, "en") if f.unit == CLOCK]
    assert other_zone(text, first.end) is None
    assert not is_other_zone(text, first.end, second.start, second.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It failed 20 minutes before noon.", [("11:40", "20 minutes before noon")]),
        ("It failed five minutes to midnight.", [("23:55", "five minutes to midnight")]),
        ("It failed an hour after midnight.", [("01:00", "an hour after midnight")]),
        ("It failed 10 minutes past 2 p.m. there.", [("14:10", "10 minutes past 2 p.m.")]),
        ("It failed minutes before noon.", [("12:00", "noon")]),
        ("It failed a few minutes before noon.", [("12:00", "noon")]),
        ("It failed for around 20 minutes before noon.", []),
        ("It failed two hours and 20 minutes after midnight.", []),
        ("It failed before noon.", [("12:00", "noon")]),
    ],
)
def test_minutes_are_counted_from_a_time(text: str, expected: list[tuple[str, str]]) -> None:
    assert times(text) == expected
