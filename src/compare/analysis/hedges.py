"""Words that weaken a figure, as data, and what each leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum


class Sense(Enum):
    """What a hedge says of the true value: near the figure, from it upwards, up to it, or only that others say so."""

    NEAR = "near"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    ABOVE = "above"
    BELOW = "below"
    REPORTED = "reported"


_WORDS: Mapping[Sense, str] = {
    Sense.NEAR: "about|approximately|approx|around|roughly|some|circa|an estimated|estimated|close to|in the region of"
    "|unos|unas|cerca de|alrededor de|aproximadamente|environ|quelque|près de|etwa|rund|ungefähr|ca"
    "|quasi|intorno a|ongeveer|zo'n",
    Sense.NEARLY: "nearly|almost|just under|just shy of|slightly less than|casi|presque|fast|knapp|quase|bijna",
    Sense.JUST_OVER: "just over|a little over|slightly more than|a little more than",
    Sense.ABOVE: "more than|over|at least|well over|upwards of|in excess of|no fewer than|no less than|not less than"
    "|a minimum of|greater than|above|más de|al menos|por lo menos|plus de|au moins|mehr als|über|mindestens|più di"
    "|oltre|almeno|mais de|pelo menos|meer dan|minstens|zeker",
    Sense.BELOW: "up to|less than|fewer than|under|as many as|as much as|as high as|at most|no more than|not more than"
    "|a maximum of|below|menos de|hasta|como máximo|moins de|jusqu'à|weniger als|bis zu|höchstens|meno di|fino a"
    "|até|minder dan|tot",
    Sense.REPORTED: "a reported|reportedly|a staggering|a whopping",
}  # fmt: skip
_BEHIND: Mapping[Sense, str] = {
    Sense.NEAR: "or so|or thereabouts|-odd|or more or less|give or take",
    Sense.ABOVE: "or more|or higher|or above|-plus|plus|o más|ou plus|oder mehr|o più|ou mais|of meer",
    Sense.BELOW: "or less|or fewer|or under|o menos|ou moins|oder weniger",
}

SENSES: Mapping[str, Sense] = {
    word: sense for table in (_WORDS, _BEHIND) for sense, words in table.items() for word in words.split("|")
}
"""What each hedge says, by its words in lower case."""

_NO_DURATION = frozenset({"over", "above", "below", "under", "hasta", "tot", "über", "até", "bis zu"})
"""Before a length of time these say when, not how long: "over three years" is during them."""

_LONGEST = max(len(word) for words in _WORDS.values() for word in words.split("|")) + 2
_BEFORE = frozenset(word for words in _WORDS.values() for word in words.split("|"))
_AFTER = re.compile(
    "(?:[ -][a-zà-ÿ]+)?"
    rf"(?:\s(?P<words>{'|'.join(w for v in _BEHIND.values() for w in v.split('|') if w[0] != '-')})\b)"
    r"|(?P<joined>-odd|-plus)\b"
)
_OTHER_WORDS = {"en": frozenset({"fast", "tot", "rund", "ca", "quasi"})}
"""By language, hedges of others that are no hedges in it: "a fast 30 minutes"."""


def hedge_before(text: str, start: int, unit: str, language: str) -> str | None:
    """Return the hedge that ends right before a place of a text, in lower case and with single spaces."""
    window = text[max(0, start - _LONGEST) : start]
    if not window or not window[-1].isspace():
        return None
    whole = start <= _LONGEST
    for words in _tails(window.lower().replace("’", "'").split(), whole):
        if words in _BEFORE and words not in _OTHER_WORDS.get(language, ()):
            return None if unit == "s" and words in _NO_DURATION else words
    return None


def hedge_behind(text: str, end: int) -> str | None:
    """Return the hedge that follows a figure, or the one word that it counts: "20 people or more"."""
    match = _AFTER.match(text, end)
    return (match["words"] or match["joined"]) if match else None


def _tails(words: list[str], whole: bool) -> Iterator[str]:
    """The last four, three, two words and the last one; the first of a cut window may be half a word."""
    usable = words if whole else words[1:]
    for count in range(min(4, len(usable)), 0, -1):
        yield " ".join(usable[-count:]).strip("(“\"'")
