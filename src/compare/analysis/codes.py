"""Numbers that count nothing: models, flights, pages, items of a list."""

from __future__ import annotations

import re

from compare.analysis.hedges import SENSES
from compare.analysis.numerals import Numeral
from compare.analysis.people import WITHOUT_S
from compare.analysis.words import stop_words
from compare.model.calendar import ZONES
from compare.model.words import UPPER, listed

_OPENERS = frozenset({"another", "only", "just", "exactly", "additional", "nearly", "killed", "police", "plus", "also"})
_HEDGES = frozenset(word.split()[-1] for word in SENSES)
_COUNTED = re.compile(
    rf"\s(?:\w+\s)?(?:{'|'.join(WITHOUT_S)}|persons?|dead|killed|died|injured|wounded|hurt|missing|arrested|muertos|heridos)\b"
)
_BEFORE = re.compile(r"(?P<word>[\w’'&.-]+)\s$")
_DESIGNATES = listed(
    "no nos nr núm number numbers page pages chapter room level grade step phase item section highway route exit",
    "channel version day week season episode game round stage gate flight apollo formula type model class unit lot",
    "seed seeded ranked rank top article title interstate act volume vol part psalm size war code runway",
    "platform terminal junction lane",
)
"""What a number behind these words names."""

_ITEM = re.compile(r"[.)]\s")
_ZONES = "|".join(zone for zone in ZONES if len(zone) > 2)  # "12 CT scans"
_NAMES_BEHIND = re.compile(
    rf"-(?:[{UPPER}][a-zß-ÿ]|something\b)|['’′]\d|['’]s\b|\s?B\.?C\b|\s(?:block\s(?:of|on)|{_ZONES}"
    rf"|(?:[{UPPER}]\w+\s){{0,2}}(?:Street|St|Avenue|Ave|Road|Freeway|Highway|Boulevard))\b"
)
"""What makes a name, a phrase, a height, an address or a time of the number before it: "7-Eleven", "20-something",
"5'7", "1600's", "1300 B.C.", "10 Elm Street"."""

_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:,(?:1[5-9]|20)\d\d)+")
"""Years in a row, as some texts are spaced: "1994,1996,2002"."""

_EMERGENCY = frozenset({"911", "999", "112", "000"})
_CALLED = re.compile(r"(?:call\w*|dial\w*|r[aiu]ng|phone[ds]?|text(?:ed)?)\s(?:to\s)?$", re.IGNORECASE)
_MANY = re.compile(r"\s(?!(?:calls|callers|operators|dispatchers|services|recordings|tapes)\b)[a-z]{3,}s\b")
"""What is counted: "112 houses" are as many, "911 calls" are not."""


def is_code(text: str, numeral: Numeral, language: str) -> bool:
    """Whether a bare number names a thing: "Boeing 737", "page 4", "Flight 370", "2." at the start of a line.

    A name before a number that counts people ("in Lund 12 people") does not make it one.
    """
    if not numeral.digits:
        return False
    opens = _opens_line(text, numeral.start) and not numeral.scale and _ITEM.match(text, numeral.end)
    if opens or _YEARS.fullmatch(text, numeral.start, numeral.end):
        return True
    if _NAMES_BEHIND.match(text, numeral.end) or _is_emergency(text, numeral) or _is_dotted_time(text, numeral):
        return True
    before = _BEFORE.search(text, max(0, numeral.start - 30), numeral.start)
    if before is None:
        return False
    word = before["word"].strip(".-’'&")
    if word.lower() in _DESIGNATES:
        return True
    plain = word.lower() in stop_words(language) or word.lower() in _OPENERS | _HEDGES
    return (
        word != word.lower() and not plain and before["word"][-1] != "." and _COUNTED.match(text, numeral.end) is None
    )


def _is_dotted_time(text: str, numeral: Numeral) -> bool:
    """Whether a number with a point is likely a time, as the British write it: "at 7.30", "until 17.30". A share may
    stand at 18.05 too, so it is no figure of either sort."""
    if not _DOTTED.fullmatch(text, numeral.start, numeral.end):
        return False
    before = _AT_TIME.search(text, max(0, numeral.start - 12), numeral.start)
    return before is not None and (before["at"].lower() != "from" or _UNTIL.match(text, numeral.end) is not None)


_DOTTED = re.compile(r"(?:0?[1-9]|1\d|2[0-3]|00)\.[0-5]\d")
_AT_TIME = re.compile(r"\b(?P<at>at|from|until|till|before|after|since)\s(?:about\s|around\s|just\s)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\s(?:un)?till?\s\d")


def _is_emergency(text: str, numeral: Numeral) -> bool:
    """Whether the number is one to call, which it is not where it counts: "112 people"."""
    if text[numeral.start : numeral.end] not in _EMERGENCY:
        return False
    counts = _COUNTED.match(text, numeral.end) or _MANY.match(text, numeral.end)
    return not counts or _CALLED.search(text, max(0, numeral.start - 20), numeral.start) is not None


def _opens_line(text: str, place: int) -> bool:
    return not text[text.rfind("\n", 0, place) + 1 : place].strip()
