"""Words that tell two things of one name apart: the first ambulance and the second, the north face and the south, this
year and the next.

Of two sentences that share nearly all their words these say most: where one has a word of a set and the other another
one, they speak of two things. Where only one has any, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

_SETS = (
    "first / second / third / fourth / fifth / sixth",
    "north|northern / south|southern / east|eastern / west|western",
    "northbound / southbound / eastbound / westbound",
    "electric / diesel / petrol / hybrid",
    "operating / net|after tax|after-tax / before tax|pre-tax|pretax / gross / underlying|adjusted",
    "sales|revenue|turnover / profit|profits|earnings / exports / imports",
    "this year|this year's / next year|next year's / last year|last year's|previous year|year before|year earlier",
    "this month / next month / last month|previous month|month before|month earlier",
    "this season / next season / last season|previous season",
    "upper / lower",
    "inbound / outbound",
    "urban / rural",
    "men's / women's",
    "boys / girls",
    "adults / children",
    "inner / outer",
)
"""Sets of words that exclude each other, of which those for one thing stand together. None has a word that stands in
sentences about anything: what a blast has "left" is not what happened "right" after it, and a report may be "new"."""

Marks: TypeAlias = Mapping[int, frozenset[int]]
"""By the number of a set which of its things are named."""


def _words() -> dict[str, tuple[int, int]]:
    return {
        word: (number, thing)
        for number, each in enumerate(_SETS)
        for thing, words in enumerate(each.split(" / "))
        for word in words.split("|")
    }


_PLACE = _words()
_ANY = re.compile(rf"(?<![\w'’-])(?:{'|'.join(sorted(map(re.escape, _PLACE), key=len, reverse=True))})(?![\w-])")

_BEGINS = re.compile(r"[A-Z]\w+\s[a-z]")
"""A sentence whose first word is no part of a name: "Operating profit", not "North Korea"."""


@lru_cache(maxsize=8192)
def marks(sentence: str) -> Marks:
    """Return what an English sentence names of each set. Names have none: North Korea is no north of anything."""
    found: dict[int, set[int]] = {}
    words = sentence.replace("’", "'")
    if _BEGINS.match(words):
        words = words[0].lower() + words[1:]
    for match in _ANY.finditer(words):
        number, thing = _PLACE[match[0]]
        found.setdefault(number, set()).add(thing)
    return {number: frozenset(things) for number, things in found.items()}


def are_contrasted(one: str, other: str) -> bool:
    """Return whether two English sentences name other things of one set."""
    ours, theirs = marks(one), marks(other)
    return any(ours[number].isdisjoint(theirs[number]) for number in ours.keys() & theirs.keys())
