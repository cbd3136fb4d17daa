"""Figures as they stand in a sentence, with what they count and what stands around them, and when two cannot both hold.

Two figures disagree only if they measure the same thing: bare numbers by what they count, sums, shares and measures by
the words around them. Without either they are left alone, for a text has many sums.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from compare.analysis.bounds import Bounds, bounds, compatible
from compare.analysis.counted import EVENTS, counted
from compare.analysis.extents import extent
from compare.analysis.figure import RANGE, Figure, ends
from compare.analysis.hours import CLOCK, HALF_DAY, minutes_of
from compare.analysis.terms import stem
from compare.analysis.words import stop_words
from compare.model import FactKind
from compare.model.calendar import MONTHS, WEEKDAYS, ZONES
from compare.model.words import UPPER, WORD, listed

Key: TypeAlias = tuple[FactKind, str, str]
"""Kind, unit and what is counted: what two figures must have in common to be compared."""

WINDOW = 6
"""So many words on either side tell what a sum is about: the length of a phrase with its verb."""

PUNISHMENT, BAN = "punishment", "ban"
"""What is measured by a length of time that a court gave somebody, and by one in which somebody may not take part."""

_EXACT = frozenset({"magnitude", "age"})
"""Units that a sentence gives once of one thing, in steps that are never rounded away."""

RATIO = 4
"""Sums, measures and counts of things that lie farther apart than this are hardly ever of one thing."""

TOLERANCE = Decimal("1.1")
"""Measures that lie nearer to each other than this are one, read or converted by two people."""

MANY = listed("point goal yard run time game touchdown rebound page minut year round homer pass carri assist hit win")
"""What a story counts again and again, of other people or other times."""

COMPARED = frozenset({FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER})

YEAR = "year"
"""The unit of a year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure in a sentence, and what it measures.

    ``near`` are the stems of the words around it, without names where it is a year; ``whom`` narrows down what it
    counts: "women" of the killed, the name of the one who is so old, the weekdays beside a time of day, "in" of a year
    in which something was, "year" of a sum that is paid each year, and what :func:`~compare.analysis.extents.extent`
    tells. ``noun`` is the word behind it, empty where that says nothing. ``thought`` is true of what is
    feared, expected or a condition: that a toll "could reach 30" is no other toll. ``earlier`` is true where the
    sentence tells of an earlier year, month or week: another storm.
    """

    sentence: str
    text: str
    figure: Figure
    key: Key
    bounds: Bounds
    near: frozenset[str]
    whom: frozenset[str]
    noun: str
    thought: bool
    earlier: bool


TABLE = 40
"""Figures from which on a sentence is a table, in which nobody can tell what belongs to what."""


def read(sentence: str, words: str, found: Sequence[Figure], language: str) -> list[Reading]:
    """Return the readings of a sentence's figures, those only whose values can be compared.

    Args:
        sentence: its id.
        words: its text, in which the offsets of the figures count.
        found: its figures, in order.
        language: that of its article.
    """
    readings: list[Reading] = []
    if len(found) > TABLE:
        return readings
    taken = [(f.start, f.end) for f in found]
    spans = [m for m in WORD.finditer(words) if not any(start < m.end() and m.start() < end for start, end in taken)]
    earlier = _EARLIER.search(words) is not None
    for figure in map(_without_minus, found):
        if _is_part(words, figure) or not _is_compared(words, figure):
            continue
        text = words[figure.start : figure.end]
        key = figure.kind, figure.unit, _sentence_of(words, figure) or counted(words, figure, language)
        near = _around([s for s in spans if s[0].islower()] if figure.unit == YEAR else spans, figure, language)
        whom, thought = (
            _whom(words, figure, key, language),
            not (
                near.isdisjoint(_THOUGHT)
                and _IF.search(words) is None
                and not _TURNED_DOWN.search(words[: figure.start])
            ),
        )
        noun = _noun(spans, figure, language)
        limits = _bounds(figure, text, language)
        once = earlier and figure.unit != "age"  # how old who is named is: "Moss, 60, was hired in 2003"
        readings.append(Reading(sentence, text, figure, key, limits, near, whom, noun, thought, once))
    return readings


def _without_minus(figure: Figure) -> Figure:
    """A figure as far from zero on the other side: "growth of -3.5%" is what another tells as "fell 3.5%"."""
    if "-" not in figure.value or figure.kind is FactKind.DATE:
        return figure
    low, high = sorted(end.copy_abs() for end in ends(figure.value))
    return replace(figure, value=f"{low}{RANGE}{high}" if low != high else f"{low}")


def disagree(one: Reading, other: Reading) -> bool:
    """Whether two figures measure the same thing and cannot both be right."""
    if not same_thing(one, other) or agree(one, other) or one.thought != other.thought:
        return False
    if one.earlier != other.earlier or same_numeral(one, other):
        return False
    return _is_event(one.key) or one.figure.unit in (CLOCK, YEAR, *_EXACT) or _differ_enough(one, other)


def agree(one: Reading, other: Reading) -> bool:
    """Whether the values of two figures may be the same; of times of day, on a clock of twelve hours."""
    if compatible(one.bounds, other.bounds):
        return True
    if one.figure.unit != CLOCK:
        # as written they may meet where their limits hardly do: "40 to 50" and "45 to 60", "nearly 40" and "over 40"
        (start, end), (start2, end2) = ends(one.figure.value), ends(other.figure.value)
        return start <= end2 and start2 <= end
    (low, high), (low2, high2) = one.bounds, other.bounds
    if low is None or high is None or low2 is None or high2 is None:
        return False
    return any(low + shift <= high2 and low2 <= high + shift for shift in (-HALF_DAY, HALF_DAY))


def same_thing(one: Reading, other: Reading) -> bool:
    """Whether two figures measure the same thing."""
    if one.key != other.key:
        return False
    kind, unit, thing = one.key
    if unit in ("age", CLOCK, YEAR):
        return _of_one(one, other)
    if one.whom != other.whom or thing in MANY:
        return False
    if unit in _EXACT or _is_event(one.key):
        return True
    counts = kind is FactKind.NUMBER and not unit
    if counts and (one.noun != other.noun or not one.noun):
        return False  # "three machine guns", "12 hunting guns"
    return len((one.near & other.near) - {thing}) >= _needed(kind, unit, thing)


def _of_one(one: Reading, other: Reading) -> bool:
    """Whether two ages are of one person, two times of one day, two years of what is told in the same words but for
    names: "Moss" may be "Ada Moss" and is not "Ivo Moss"."""
    if one.figure.unit == YEAR:
        return bool(one.whom and other.whom and one.near & other.near)
    if one.figure.unit == CLOCK:
        return not (one.whom and other.whom and one.whom.isdisjoint(other.whom))
    return bool(one.whom and other.whom) and (one.whom <= other.whom or other.whom <= one.whom)


def _needed(kind: FactKind, unit: str, thing: str) -> int:
    """So many words that two figures must have around them in common."""
    if kind is FactKind.MONEY or thing:
        return 1
    return 3 if unit == "s" else 2  # much lasts a few days


def same_numeral(one: Reading, other: Reading) -> bool:
    """Return whether two measures are the same number: "13 miles", "13 nautical miles" differ by a slip of the unit."""
    digits = [re.sub(r"[^\d.,]", "", r.text) for r in (one, other)]
    return bool(one.figure.unit) and bool(digits[0]) and digits[0] == digits[1] and one.figure.unit != CLOCK


def _is_event(key: Key) -> bool:
    return key[2] in EVENTS


def _differ_enough(one: Reading, other: Reading) -> bool:
    """Whether values lie apart by more than a measure is read with, yet near enough to be of the same thing."""
    (_, a), (_, b) = ends(one.figure.value), ends(other.figure.value)
    low, high = sorted((abs(a), abs(b)))
    if not low or high / low > RATIO:
        return False
    return one.key[0] is not FactKind.NUMBER or not one.key[1] or high / low > TOLERANCE


def _is_compared(words: str, figure: Figure) -> bool:
    before = words[max(0, figure.start - 12) : figure.start]
    if figure.unit == CLOCK:
        return not (_ZONE.search(words) or _GAME_CLOCK.match(words, figure.end) or _LIMIT.search(before))
    if figure.unit == YEAR:
        return True
    if figure.unit == "s" and _SO_FAR.match(words, figure.end):
        return False
    if figure.kind is FactKind.MONEY and before.endswith("("):
        return False  # "€4 million ($4.6 million)": converted, at whatever rate
    return figure.kind in COMPARED and "yard" not in words[figure.start : figure.end]  # a player's, as often as not


def _is_part(words: str, figure: Figure) -> bool:
    """Whether a number is of some of those counted, or of occasions: "three more bodies", "five of them", "a mother of
    12", "three times"."""
    if figure.kind is not FactKind.NUMBER or figure.unit:
        return False
    before = words[max(0, figure.start - 30) : figure.start]
    others = before.endswith(("the ", "The ")) and words.startswith(" other ", figure.end)
    others |= _OF_THEM.search(words[: figure.start]) is not None
    return others or bool(_SOME.match(words, figure.end) or _MORE.search(before))


def _whom(words: str, figure: Figure, key: Key, language: str) -> frozenset[str]:
    if figure.unit == "age":
        after = _NAME_BEHIND.match(words, figure.end)
        name = _NAME_BEFORE.search(words[max(0, figure.start - NEAR) : figure.start]) if after is None else after
        named = name[1].split() if name else ()
        empty = stop_words(language)
        return frozenset(_POSSESSIVE.sub("", w) for w in named if not (w.lower() in empty or _DAYS.fullmatch(w)))
    if figure.unit == CLOCK:
        return frozenset(day.lower() for day in _DAYS.findall(words))
    if figure.unit == YEAR:
        return frozenset({"in"}) if _IN.search(words[: figure.start]) else frozenset()
    if figure.kind is FactKind.MONEY:
        rate = _RATE.match(words, figure.end)
        return frozenset({rate[1].lower() if rate[1] else "year"}) if rate else frozenset()
    if _is_event(key):
        parts = _GROUP.match(words, figure.end), _HOW_BADLY.match(words, figure.end)
        return frozenset(part[1].lower() for part in parts if part)
    return extent(words, figure)


def _sentence_of(words: str, figure: Figure) -> str:
    """What a length of time is if it is the punishment that somebody was given: "jailed for nine years", "a three-year
    ban"; else nothing."""
    if figure.unit != "s":
        return ""
    before = words[max(0, figure.start - 60) : figure.start]
    if _NOT_GIVEN.search(before):
        return ""
    if _PUNISHED.search(before) or _IMPRISONED.match(words, figure.end):
        return "" if _SUSPENDED.search(before) else PUNISHMENT
    return BAN if _BANNED.search(before) or _KEPT_OUT.match(words, figure.end) else ""


def _bounds(figure: Figure, text: str, language: str) -> Bounds:
    if figure.unit == CLOCK:
        return _clock(figure)
    if figure.unit == YEAR:
        return Decimal(figure.value), Decimal(figure.value)
    return bounds(figure.value, figure.hedge, unit=figure.unit, text=text, language=language)


def _clock(figure: Figure) -> Bounds:
    """The minutes of the day that a time leaves open: the rounder it is, the more."""
    minutes = minutes_of(figure.value)
    slack = next(open_for for step, open_for in _ROUND_TIMES if minutes % step == 0)
    slack *= 2 if figure.hedge else 1
    return Decimal(minutes - slack), Decimal(minutes + slack)


_THOUGHT = listed(
    "likely feared could may might expected believed projected potentially would hoped forecast estimated threatening",
    "podría",
)
_IF = re.compile(r"(?<!as )\bif\b", re.IGNORECASE)
_TURNED_DOWN = re.compile(
    r"\b(?:(?:plan|aim|want|intend)(?:s|ed)?\sto|hope[sd]?\sto|reject(?:s|ed)|turn(?:s|ed)\sdown|rul(?:es|ed)\sout|instead\sof|rather\sthan)\s(?:[\w-]+\s){0,5}$",
    re.IGNORECASE,
)
"""Before what is not, and was only asked for or is planned: "rejected a proposal for 4,000 flats"."""

_LIMIT = re.compile(r"\b(?:by|before|until|till|after|since|from)\s$", re.IGNORECASE)
"""Before a time of day: it bounds what happened and does not tell when."""

_EARLIER = re.compile(
    r"\b(?:[Ll]ast (?:year|month|summer|winter|spring)|(?:[Ee]arlier|[Pp]reviously) this (?:year|month)"
    r"|(?:[Dd]ecade|[Yy]ear|[Mm]onth|[Ww]eek)s? (?:ago|earlier|before)"
    r"|[Tt]he (?:previous|preceding) (?:year|month|week|season)"
    rf"|[Ii]n (?:{'|'.join(map(str.capitalize, MONTHS['en']))}|(?:19|20)\d\d))\b"
)
_SO_FAR = re.compile(r"\s(?:\w+\s)?of\b")
"""Behind a length of time: "eight days of riots" were four when an earlier report was written."""

_DAYS = re.compile(rf"\b(?:{'|'.join(map(str.capitalize, WEEKDAYS['en']))})\b")
_GAME_CLOCK = re.compile(r"\s(?:left|remaining|to go|to play|of the|into)\b")
_OF_THEM = re.compile(
    r"(?:^|[.;:,“\"]\s?)[Oo]f\s(?:the|these|those|them|its|his|her|their)(?:\s(?!\d)[\w-]+){0,3},?\s$"
)
"""Before a number of some of those counted: "Of the injured 22 were sent home"."""

_SOME = re.compile(
    r"\s(?:of (?!(?:them|whom)\s(?:(?:ha(?:s|ve|d)|since|later|now)\s)*(?:died|dead)\b)"
    r"(?:them|those|whom|the|these|its|his|her|their)\b|(?:more|further|additional|prior|previous|times)\b"
    r"|de (?:ellos|ellas|los|las)\b|más\b)"
)
_MORE = re.compile(
    r"\b(?:another|further|additional|first|last|final|otros|otras|(?<!toll )(?<!total )(?<!number )(?<!group )"
    r"(?<!crowd )(?<!fleet )(?<!convoy )(?<!hoard )(?<!haul )(?<!collection )of)\s$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b[Ii]n\s$")
"""Before a year in which something was: "a 2006 film" tells which one it was."""

_RATE = re.compile(r"\s(?:(?:per|an?|each|every)\s(\w+)|(?:annually|yearly|a-year)\b)")
_GROUP = re.compile(
    r"\s(?:\w+\s)?(women|men|children|girls|boys|students|soldiers|officers|troops|civilians|firefighters|americans"
    r"|babies|teenagers|adults|militants|mujeres|hombres|niños)\b",
    re.IGNORECASE,
)
_HOW_BADLY = re.compile(
    r"\s(?:(?!(?:and|but|with|including|some|many|most|several|\w*\d)\b)[^\s,;:.()–—]+\s){0,5}?"
    r"(seriously|critically|severely|badly|gravely|slightly|lightly|mildly|(?:serious|critical|stable) condition)\b",
    re.IGNORECASE,
)
"""Behind the number of those who were hurt: "two people are seriously hurt" says nothing of all sixteen."""

_POSSESSIVE = re.compile(r"['’]s$")
_NAME = rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'.-]*)*"
NEAR = 120
"""Code points before an age in which the name of the person ends; a name is never longer."""

_DYING = r"(?:who\s)?(?:(?:has|had)\s)?(?:die[sd]|dead)\b[^.,;:]{0,40}?\s(?:at|aged|at\sthe\sage\sof)\s"
_NAME_BEFORE = re.compile(rf"({_NAME}),?\s(?:aged?\s|at\sthe\sage\sof\s|(?:who\s(?:is|was)|an?|the)\s|{_DYING})?\(?$")
_NAME_BEHIND = re.compile(rf"\s(?:[a-zà-ÿ-]+\s){{0,2}}({_NAME})")

_PUNISHED = re.compile(
    r"\b(?:(?:jailed|imprisoned|locked up|sent to (?:prison|jail))\s(?:\w+\s)?for|sentenced\s(?:\w+\s){0,2}to"
    r"|(?:sentence|term) of)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_IMPRISONED = re.compile(
    r"\s(?:in (?:prison|jail)|behind bars|(?:(?:prison|jail)\s)?(?:sentence|term)\b|imprisonment)", re.IGNORECASE
)
_SUSPENDED = re.compile(r"\bsuspended\b[^.;]*$", re.IGNORECASE)
_BANNED = re.compile(
    r"\b(?:banned|suspended|disqualified|(?:ban|suspension|disqualification)\s(?:of|for|lasting))\b"
    r"(?:\s(?!from|in|since|until)[\w-]+){0,4}\s(?:for\s)?(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_KEPT_OUT = re.compile(r"[\s-](?:\w+\s){0,2}(?:ban|suspension|disqualification)\b", re.IGNORECASE)
_NOT_GIVEN = re.compile(
    r"\b(?:fac(?:es?|ed|ing)|risk(?:s|ed)?|maximum|minimum|least|spen[dt]|serv(?:es?|ed|ing)|sought|seeks?|asked|demand(?:s|ed)"
    r"|recommended|suggested|carr(?:y|ies)|after|previous)\b[^.;]*$",
    re.IGNORECASE,
)
"""Before a length of time that no court has given now: what may be given, what was asked for, what was served."""

_ROUND_TIMES = ((30, 15), (15, 8), (5, 5), (1, 1))
"""Minutes that a time is a multiple of, and how many it may be off: "7 p.m." is any time until a quarter past."""

_ZONE = re.compile(rf"\b(?:{'|'.join(ZONES)}|local time|hora local|Ortszeit)\b")
"""Two times are compared only where neither says its zone: another zone is no other time."""


def _noun(spans: Sequence[re.Match[str]], figure: Figure, language: str) -> str:
    """The word right behind a figure, if it carries meaning."""
    word = next((m[0].lower() for m in spans if figure.end < m.start() < figure.end + 3), "")
    return "" if word in stop_words(language) else word


def _around(spans: Sequence[re.Match[str]], figure: Figure, language: str) -> frozenset[str]:
    """The stems of the words nearest to a figure on either side."""
    before = [m[0] for m in spans if m.end() <= figure.start][-WINDOW:]
    behind = [m[0] for m in spans if m.start() >= figure.end][:WINDOW]
    bare = (_POSSESSIVE.sub("", w) for w in (*before, *behind))
    empty = stop_words(language)
    return frozenset(
        w.lower() if w[0].isupper() or w in _THOUGHT else stem(w, language)
        for w in bare
        if w[0].isalpha() and (w in _THOUGHT or w.lower() not in empty)
    )
