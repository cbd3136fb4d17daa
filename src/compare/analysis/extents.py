"""What part of a thing a figure is of: all that somebody has, what is needed or possible, what is done each day, the
share of some.

An airline that flies 90 times a day may cancel 70 flights, one that has 30 shops close 25, and of the young more are
out of work than of all: such figures disagree with none of another part.
"""

from __future__ import annotations

import re

from compare.analysis.figure import Figure
from compare.model import FactKind

_BACK = 80
"""Code points before a figure in which the words stand that say so."""

_EACH = re.compile(
    r"(?:\s(?!(?:on|in|for|at|of|within|after|before|over|by|than)\b)[^\s,;:.()]+){1,3}?"
    r"\s(?:(?:per|an?|each|every)\s(hour|day|night|week|month|year)|(?:(hour|night|week|month|year)ly|daily))\b"
)
_HELD = re.compile(
    r"\b(?:ha(?:s|ve|d|ving)|employ(?:s|ed)?|operate[sd]?|own(?:s|ed)?|runs?|ran|(need(?:s|ed)?|requires?d?))\s"
    r"(?:(?:a total of|only|just|some|about|around|nearly|almost|more than|over|at least|up to|roughly)\s)?$"
)
"""Before the number of all that somebody has, or of what is needed."""

_ROOM = re.compile(
    r"\b(?:(?:can|could|may)\s(?:\w+\s)?|(?:room|space|built|licen[cs]ed)\sfor\s|capacity\s(?:of|for)\s)"
    r"(?:(?:only|some|about|around|up to|as many as|more than|over)\s)?$"
)
"""Before what a thing has room for."""

_AMONG = re.compile(r"\b[Aa]mong(?:st)?\s(?!(?:other|those)\b)")
"""Before the share of some of all: "unemployment among people under 25"."""


def extent(words: str, figure: Figure) -> frozenset[str]:
    """Return of what part a figure is: "all" that somebody has, what is "needed", what is done each "day", what there
    is "room" for, the share "among" some; nothing where that is not told.

    Args:
        words: the English sentence, in which the offsets of the figure count.
        figure: a figure of it.
    """
    if figure.kind is FactKind.PERCENTAGE:
        return frozenset({"among"}) if _AMONG.search(words[: figure.start]) else frozenset()
    before = words[max(0, figure.start - _BACK) : figure.start]
    room = {"room"} if _ROOM.search(before) else set()
    if figure.kind is not FactKind.NUMBER or figure.unit:
        return frozenset(room)
    held = _HELD.search(before)
    rate = _EACH.match(words, figure.end)
    each = {rate[1] or rate[2] or "day"} if rate else set()
    return frozenset(room | each | ({"needed" if held[1] else "all"} if held else set()))
