"""Times of day as English speaks them: "around nine in the evening", "half past nine", "nine o'clock".

Those that say which half of the day they mean are figures. The others leave it open, and are no figures that a text has
alone; but nobody is alone with "9 p.m." where another text has "nine o'clock", nor with "8:50 p.m." where one has
"shortly before nine".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from compare.analysis.figure import Figure
from compare.analysis.number_words import spoken
from compare.analysis.words import small_words
from compare.model import FactKind
from compare.model.calendar import WEEKDAYS
from compare.model.words import either

_HOURS = {word: n for word, n in spoken("en").items() if 1 <= n <= 12}
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_COUNTS = {word: n for word, n in spoken("en").items() if 1 <= n < 60} | {"a": 1, "an": 1}
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")

CLOCK = "time"
"""The unit of a time of day."""

HALF_DAY = 12 * 60
"""Minutes of the clock of twelve hours: "6:00" may be in the evening."""

PART_OF_DAY = re.compile(
    rf"\s(?:(?:in|on)\sthe|at|(?:on\s)?(?:{'|'.join(WEEKDAYS['en'])}|yesterday|that|this))"
    rf"\s(?P<part>{'|'.join(_PARTS_OF_DAY)})\b",
    re.IGNORECASE,
)
"""Behind a time: which half of the day it is in."""

_CLOCK = r"\so['’]clock\b"
_TIME = re.compile(
    r"\b(?<!from\s)(?:(?P<past>half|(?:a\s)?quarter|five|ten|twenty(?:[\s-]five)?"
    rf"|(?:{either(_COUNTS)}|[1-5]?\d)(?=\sminutes\s(?:past|to)))(?:\sminutes)?\s(?:past|(?P<to>to)|after)\s)?"
    rf"(?<![\d.,:])(?P<h>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?![\w-]|[.:,]\d)(?P<clock>{_CLOCK})?",
    re.IGNORECASE,
)

_CUES = frozenset({"clock", "minutes", "half", "quarter", "five", "ten", "twenty"}) | WEEKDAYS["en"].keys()
"""Words without any of which no text tells a time in words, or an hour with its day."""

_ON_A_DAY = re.compile(rf"\s(?:on\s)?(?:{'|'.join(WEEKDAYS['en'])})\b", re.IGNORECASE)
"""Behind an hour."""

_WRITTEN = re.compile(
    r"(?<![\d.,:])(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?(?:\s?[ap]\.?\s?m\b|(?<=[:.]\d\d)(?!\d|[.,]\d))"
)
"""A time in digits; one without "a.m." or "p.m." is one if what stands before it loosens it."""

_AT = re.compile(
    r"\b(?:at|by|until|till|since|before|after)(?:\s(?:about|around|almost|nearly|just))?\s$", re.IGNORECASE
)
_AT_ONE = re.compile(r"\bat(?:\s(?:about|around|almost|nearly|just))?\s$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|towards?)\s$", re.IGNORECASE)
"""Before a time, or a number: "about ten on Tuesday night" may have been hurt."""

_ENDS = re.compile(
    r"\W*$|[.,;:!?)”\"]|\s(?:and|as|at|in|local|on|that|the|this|today|tomorrow|tonight|when|yesterday)\b"
)
"""Behind an hour, which counts nothing then: "at two hospitals"."""

_NEAR = 20
"""Code points before a time in which what says something of it stands."""

FIVES = 2
"""Minutes by which a time may be off that is told in minutes past or to the hour, which count by fives: 3:41 is "twenty
to four"."""

_LOOSE = (
    (re.compile(r"\b(?:just|a\s(?:bit|little)|minutes|moments|shortly|soon)\s(?:after|past)\s$", re.IGNORECASE), 0, 20),
    (re.compile(r"\b(?:(?:just|a\s(?:bit|little)|minutes|moments|shortly)\sbefore|almost|nearly)\s$", re.I), -20, 0),
    (re.compile(r"\b(?:about|approximately|around|roughly|towards?)\s$", re.IGNORECASE), -15, 15),
)
"""What says before a time that it is another, and the minutes by which it may be one."""


def spoken_times(text: str) -> Iterator[Figure]:
    """Yield the times of an English text that are told in words, or as hours without minutes, with the half of the day
    that they mean."""
    if small_words(text).isdisjoint(_PARTS_OF_DAY):
        return
    for match in _TIME.finditer(text):
        part = PART_OF_DAY.match(text, match.end())
        if part and (match["past"] or match["clock"] or _is_cued(text, match, about=_is_plain(part))):
            time = time_of(in_day(_minutes(match), part))
            end = part.end() if _is_plain(part) else match.end()
            yield Figure(FactKind.DATE, time, CLOCK, match.start(), end)


def clock_spans(text: str) -> list[tuple[int, int]]:
    """Return where an English text tells a time in words, whichever half of the day is meant: the numbers of "twenty to
    four", "ten o'clock" and "at 9 on Sunday" count nothing. "Ten to twelve people" are counted."""
    if _CUES.isdisjoint(small_words(text)):
        return []
    found = _TIME.finditer(text)
    return [m.span() for m in found if m["clock"] or _is_past(text, m) or _is_on_a_day(text, m)]


def _is_on_a_day(text: str, match: re.Match[str]) -> bool:
    """Whether an hour is told with its day."""
    is_before = not match["past"] and _ON_A_DAY.match(text, match.end()) is not None
    return is_before and _is_cued(text, match, about=False)


def _is_past(text: str, match: re.Match[str]) -> bool:
    """Whether minutes are told past or to an hour. A range goes up: "five to ten" is one more often than a time."""
    if not match["past"] or " after " in match[0].lower():
        return False
    if not match["to"] or _past(match) > _hour(match):
        return True
    is_at = _AT_ONE.search(text, max(0, match.start() - _NEAR), match.start())
    return is_at is not None and _ENDS.match(text, match.end()) is not None


def spoken_minutes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the earliest and the latest minute of each time that an English text tells in minutes past or to the hour,
    full and half hours left out."""
    if not _CUES.isdisjoint(small_words(text)):
        for match in _TIME.finditer(text):
            if _is_past(text, match) and _past(match) != _MINUTES["half"]:
                yield _meant(text, match.start(), _minutes(match))


def shifted(text: str, figure: Figure) -> Figure | None:
    """Return a time of an English text with what is counted from it, "20 minutes before noon"; ``None`` where that says
    for how long something lasted before or after it."""
    match = _SHIFT.search(text, max(0, figure.start - _FAR), figure.start)
    many = _many(match["many"].lower()) if match else 0
    if match is None or not many:
        return figure
    if _LASTING.search(text, max(0, match.start() - _NEAR), match.start()):
        return None
    off = many * (60 if match["unit"].lower().startswith("hour") else 1)
    back = match["way"].lower() in ("before", "to")
    time = time_of((minutes_of(figure.value) + (-off if back else off)) % (2 * HALF_DAY))
    return replace(figure, value=time, start=match.start())


def _many(word: str) -> int:
    """How many minutes or hours a word or digits tell, 0 if that is not told."""
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


_FAR = 40
_SHIFT = re.compile(
    r"\b(?P<many>\d{1,2}|[a-z]+(?:-[a-z]+)?)\s(?P<unit>minutes?|hours?)\s(?P<way>before|to|past|after)\s$",
    re.IGNORECASE,
)
"""Before a time: how much earlier or later it was."""

_LASTING = re.compile(
    r"\b(?:for|lasted|took|last|in|hours?\sand)\s(?:about\s|around\s|some\s|nearly\s|almost\s|over\s)?$",
    re.IGNORECASE,
)


def time_of(minutes: int) -> str:
    """Return a time as a figure has it, given in minutes of the day."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def minutes_of(value: str) -> int:
    """Return the minutes of the day of a time as a figure has it."""
    hour, minute = map(int, value.split(":"))
    return 60 * hour + minute


def in_day(minutes: int, part: re.Match[str] | None) -> int:
    """Return the minutes of the day of a time told on a clock of twelve hours, by the ``part`` of the day behind it."""
    if part is None or minutes >= HALF_DAY + 60:
        return minutes
    late = part["part"].lower() in ("afternoon", "evening")
    if part["part"].lower() == "night":
        late = 5 * 60 <= minutes < HALF_DAY
    return minutes % HALF_DAY + HALF_DAY * late


def tells_time(text: str, value: str) -> bool:
    """Return whether an English text tells a time, given as ``21:30``, in words or on a clock of twelve hours."""
    return any(_is_within(value, span) for span in _told(text))


def may_be(value: str, time: str, text: str, start: int) -> bool:
    """Return whether a time may be ``time``, which stands at a place of a text, loosely or not: "shortly before
    midnight"."""
    low, high = _meant(text, start, _in_half_day(time))
    return _is_within(value, (low, high)) if low < high else _at_one_time(value, time)


def loosely_from(text: str, start: int) -> int:
    """Return where what loosens a time begins that stands at a place of a text; that place, if nothing does."""
    return _loosened(text, start)[0]


def _at_one_time(one: str, other: str) -> bool:
    """Whether two times of day are the same on a clock of twelve hours: "9:30" may be in the evening. Noon and
    midnight are two."""
    return one == other or _in_half_day(one) == _in_half_day(other) != 0


def _is_within(value: str, span: tuple[int, int]) -> bool:
    low, high = span
    return (_in_half_day(value) - low) % HALF_DAY <= high - low


def _in_half_day(value: str) -> int:
    return minutes_of(value) % HALF_DAY


@lru_cache(maxsize=1024)  # a text is asked for each time that others give
def _told(text: str) -> frozenset[tuple[int, int]]:
    """The earliest and the latest minute that each time of a text may mean, on a clock of twelve hours. What is written
    in digits, and not loosely, is a figure."""
    spoken_there = (
        match
        for match in _TIME.finditer(text)
        if match["past"] or match["clock"] or (_is_cued(text, match, about=True) and _ENDS.match(text, match.end()))
    )
    told = {_meant(text, match.start(), _minutes(match)) for match in spoken_there}
    for match in _WRITTEN.finditer(text):
        low, high = _meant(text, match.start(), 60 * int(match["h"]) + int(match["m"] or 0))
        if low < high:
            told.add((low, high))
    return frozenset(told)


def _meant(text: str, start: int, minutes: int) -> tuple[int, int]:
    """The earliest and the latest minute that a time may mean which stands at a place."""
    _, early, late = _loosened(text, start)
    words = _TIME.match(text, start)
    slack = FIVES if words and words["past"] else 0
    return minutes + early - slack, minutes + late + slack


def _loosened(text: str, start: int) -> tuple[int, int, int]:
    """Where what loosens a time begins that stands at a place, and by how many minutes it may be earlier and later."""
    for loose, early, late in _LOOSE:
        if found := loose.search(text, max(0, start - _NEAR), start):
            return found.start(), early, late
    return start, 0, 0


def _is_cued(text: str, match: re.Match[str], *, about: bool) -> bool:
    """Whether what stands before an hour says that it is one; ``about`` lets "about" say so."""
    place = max(0, match.start() - _NEAR), match.start()
    return _AT.search(text, *place) is not None or (about and _ABOUT.search(text, *place) is not None)


def _is_plain(part: re.Match[str]) -> bool:
    """Whether the half of a day is told without its day: "in the evening", "at night"."""
    return part[0].split()[0].lower() in ("in", "at")


def _minutes(match: re.Match[str]) -> int:
    """The minutes since midnight or noon that a time tells."""
    past = _past(match) if match["past"] else 0
    return 60 * _hour(match) + (-past if match["to"] else past)


def _hour(match: re.Match[str]) -> int:
    return _HOURS.get(match["h"].lower()) or int(match["h"])


def _past(match: re.Match[str]) -> int:
    """The minutes that stand before "past" or "to"."""
    word = re.sub(r"^a\s", "", match["past"].lower()).replace(" ", "-")
    return _MINUTES.get(word) or _many(word)
