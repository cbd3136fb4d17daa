"""Words that weaken a figure, as data, by language, and what each leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from compare.model.punctuation import straight
from compare.model.words import either


class Sense(Enum):
    """What a hedge says of the true value: near the figure, from it upwards, up to it, or only that others say so."""

    NEAR = "near"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    ABOVE = "above"
    BELOW = "below"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Hedges:
    """The words of one language, in small letters.

    Attributes:
        before: those before a figure, each with what it says.
        behind: those behind one, or behind what it counts; with a hyphen, those that are joined to it.
        times: those that before a length of time say when, not how long: "over three years" is during them.
    """

    before: Mapping[str, Sense]
    behind: Mapping[str, Sense]
    times: frozenset[str]


def _senses(words: Mapping[Sense, str]) -> Mapping[str, Sense]:
    return {word: sense for sense, listed in words.items() for word in listed.split("|")}


def _hedges(before: Mapping[Sense, str], behind: Mapping[Sense, str], times: str = "") -> Hedges:
    return Hedges(_senses(before), _senses(behind), frozenset(times.split("|")))


HEDGES: Mapping[str, Hedges] = {
    "en": _hedges(
        before={
            Sense.NEAR: "about|approximately|approx|around|roughly|some|circa|an estimated|estimated|close to"
            "|in the region of|in the order of|of the order of|on the order of|perhaps|maybe|something like"
            "|somewhere around",
            Sense.NEARLY: "nearly|almost|just under|just shy of|slightly less than|a little under|a little less than"
            "|a shade under|not quite|close on|getting on for|approaching|the best part of",
            Sense.JUST_OVER: "just over|a little over|slightly more than|a little more than|slightly over|a bit over"
            "|a bit more than|a shade over|a few more than",
            Sense.ABOVE: "more than|over|at least|well over|upwards of|in excess of|no fewer than|no less than"
            "|not less than|a minimum of|greater than|above|well above|well in excess of|far more than|north of"
            "|at the very least",
            Sense.BELOW: "up to|less than|fewer than|under|as many as|as much as|as high as|at most|no more than"
            "|not more than|a maximum of|below",
            Sense.REPORTED: "a reported|reportedly|a staggering|a whopping",
        },
        behind={
            Sense.NEAR: "or so|or thereabouts|-odd|or more or less|give or take",
            Sense.ABOVE: "or more|or higher|or above|-plus|plus",
            Sense.BELOW: "or less|or fewer|or under",
        },
        times="over|above|below|under",
    ),
    "es": _hedges(
        before={
            Sense.NEAR: "unos|unas|cerca de|alrededor de|aproximadamente",
            Sense.NEARLY: "casi",
            Sense.ABOVE: "más de|al menos|por lo menos",
            Sense.BELOW: "menos de|hasta|como máximo",
        },
        behind={Sense.ABOVE: "o más", Sense.BELOW: "o menos"},
        times="hasta",
    ),
    "fr": _hedges(
        before={
            Sense.NEAR: "environ|quelque|près de",
            Sense.NEARLY: "presque",
            Sense.ABOVE: "plus de|au moins",
            Sense.BELOW: "moins de|jusqu'à",
        },
        behind={Sense.ABOVE: "ou plus", Sense.BELOW: "ou moins"},
    ),
    "de": _hedges(
        before={
            Sense.NEAR: "etwa|rund|ungefähr|ca|circa",
            Sense.NEARLY: "fast|knapp",
            Sense.ABOVE: "mehr als|über|mindestens",
            Sense.BELOW: "weniger als|bis zu|höchstens",
        },
        behind={Sense.ABOVE: "oder mehr", Sense.BELOW: "oder weniger"},
        times="über|bis zu",
    ),
    "it": _hedges(
        before={
            Sense.NEAR: "quasi|intorno a|circa",
            Sense.ABOVE: "più di|oltre|almeno",
            Sense.BELOW: "meno di|fino a",
        },
        behind={Sense.ABOVE: "o più"},
    ),
    "pt": _hedges(
        before={
            Sense.NEAR: "cerca de|aproximadamente",
            Sense.NEARLY: "quase",
            Sense.ABOVE: "mais de|pelo menos",
            Sense.BELOW: "menos de|até",
        },
        behind={Sense.ABOVE: "ou mais"},
        times="até",
    ),
    "nl": _hedges(
        before={
            Sense.NEAR: "ongeveer|zo'n|ca|circa",
            Sense.NEARLY: "bijna",
            Sense.ABOVE: "meer dan|minstens|zeker",
            Sense.BELOW: "minder dan|tot",
        },
        behind={Sense.ABOVE: "of meer"},
        times="tot",
    ),
}

_ANY = Hedges(
    {word: sense for hedges in HEDGES.values() for word, sense in hedges.before.items()},
    {word: sense for hedges in HEDGES.values() for word, sense in hedges.behind.items()},
    frozenset().union(*(hedges.times for hedges in HEDGES.values())),
)
"""Those of all languages together, for a language that has none here."""

SENSES: Mapping[str, Sense] = {**_ANY.before, **_ANY.behind}
"""What each hedge says, whatever language it is of: none says two things."""

_LONGEST = max(map(len, _ANY.before)) + 2


def hedge_before(text: str, start: int, unit: str, language: str) -> str | None:
    """Return the hedge that ends right before a place of a text, in lower case and with single spaces."""
    window = text[max(0, start - _LONGEST) : start]
    if not window or not window[-1].isspace():
        return None
    hedges = HEDGES.get(language, _ANY)
    whole = start <= _LONGEST
    for words in _tails(straight(window.lower()).split(), whole):
        if words in hedges.before:
            return None if unit == "s" and words in hedges.times else words
    return None


def hedge_behind(text: str, end: int, language: str) -> str | None:
    """Return the hedge that follows a figure, or the one word that it counts: "20 people or more"."""
    match = _behind(language).match(text, end)
    return match["hedge"] if match else None


@lru_cache(maxsize=32)
def _behind(language: str) -> re.Pattern[str]:
    words = either(HEDGES.get(language, _ANY).behind)
    return re.compile(rf"(?:(?:[ -][a-zà-ÿ]+)?\s(?!-)|(?=-))(?P<hedge>{words})\b")


def _tails(words: list[str], whole: bool) -> Iterator[str]:
    """The last four, three, two words and the last one; the first of a cut window may be half a word."""
    usable = words if whole else words[1:]
    for count in range(min(4, len(usable)), 0, -1):
        yield " ".join(usable[-count:]).strip("(“\"'")
