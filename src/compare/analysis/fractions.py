"""Shares told as fractions: "four fifths", "six out of ten". They are too coarse to be figures that a text has alone or
that contradict others; but nobody is alone with "80 %" where another text has "four fifths"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from compare.analysis.number_words import spoken
from compare.analysis.words import small_words
from compare.model.words import either

Share: TypeAlias = tuple[Decimal, Decimal]
"""The least and the most that is meant, in hundredths."""

COARSE, FINE = Decimal(1), 20
"""Hundredths that a share may be off which is told as a fraction, and no more than this part of it: a third is said of
33 %, and a tenth is not of 9 %."""

_NUMBER = spoken("en")
_WORDS = (
    "half halves", "third thirds", "quarter quarters fourth fourths", "fifth fifths", "sixth sixths",
    "seventh sevenths", "eighth eighths", "ninth ninths", "tenth tenths",
)  # fmt: skip
_PARTS = {word: n for n, words in enumerate(_WORDS, 2) for word in words.split()}
_SMALL = either(_NUMBER)
_ORDINALS = frozenset({"third", *(words.split()[0] for words in _WORDS[3:]), "fourth"})
"""Parts that without a number before them are the place of a thing in a row: "the third man"."""

_TENS = "|".join(word for word, n in _NUMBER.items() if n >= 20)
_COUNT = rf"(?:(?:{_TENS})[\s-])?(?:{_SMALL})"
_FRACTION = re.compile(
    rf"\b(?<!first\s)(?<!second\s)(?:(?P<few>an?|{_SMALL})[\s-])?(?P<part>{either(_PARTS)})\b"
    r"(?P<of_one>\s(?:of\s)?(?:an?|one)\s(?:per\s?cent|percentage\spoint|point)\b)?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"\b(?P<few>{_COUNT}|\d{{1,2}})(?:[\s-](?:in|out\sof)|\s[a-z]+\sout\sof)[\s-](?:every\s)?(?P<all>{_COUNT}|\d{{1,3}})\b",
    re.IGNORECASE,
)


def tells_share(text: str, low: Decimal, high: Decimal) -> bool:
    """Return whether an English text tells a share between these as a fraction. Who gives the tenths of a hundredth
    gives more than that, unless the text has them as well: "half a per cent"."""
    exact = low % 1 or high % 1
    told = ((least, most) for least, most in _shares_in(text) if least == most or not exact)
    return any(least <= high and low <= most for least, most in told)


@lru_cache(maxsize=1024)  # a text is asked for each of its neighbours' shares
def _shares_in(text: str) -> frozenset[Share]:
    return frozenset(shares(text))


def tells_part(text: str, amount: Decimal) -> bool:
    """Return whether an English text tells an amount as a part of a larger one: "a quarter of a million"."""
    return any(abs(part - amount) * FINE <= part for part in _parts_in(text))


@lru_cache(maxsize=1024)
def _parts_in(text: str) -> frozenset[Decimal]:
    found = () if _LARGE.keys().isdisjoint(small_words(text)) else _PART_OF.finditer(text)
    return frozenset(
        _LARGE[match["large"].lower()] * _NUMBER.get(match["few"].lower(), 1) / _PARTS[match["part"].lower()]
        for match in found
    )


_LARGE = {"million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
_PART_OF = re.compile(
    rf"\b(?P<few>an?|{_SMALL})[\s-](?P<part>{either(_PARTS)})\sof\sa\s(?P<large>{either(_LARGE)})\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)  # after each correction it is asked of every claim's sentences
def tells_shares(text: str) -> bool:
    """Return whether an English text tells any share as a fraction."""
    return next(shares(text), None) is not None


def shares(text: str) -> Iterator[Share]:
    """Yield the shares that an English text tells as fractions, in no order."""
    words = small_words(text)  # most texts have no word of either: those are not searched
    fractions = () if _PARTS.keys().isdisjoint(words) else _FRACTION.finditer(text)
    for match in fractions:
        if match["few"] is None and match["part"].lower() in _ORDINALS:
            continue
        few, every = Decimal(_NUMBER.get((match["few"] or "a").lower(), 1)), Decimal(_PARTS[match["part"].lower()])
        yield (few / every, few / every) if match["of_one"] else _loosely(text, match.start(), _about(few, every))
    out_of = () if words.isdisjoint(("in", "out")) else _OUT_OF.finditer(text)
    for match in out_of:
        few, every = _counted(match["few"]), _counted(match["all"])
        if few < every:
            yield _about(few, every)


def _loosely(text: str, start: int, share: Share) -> Share:
    """A share, wider where what stands right before it weakens it."""
    before = text[max(0, start - _NEAR) : start]
    below, above = (
        next((WIDE for cue in cues if cue.search(before)), Decimal(0))
        for cues in ((_UNDER, _NEAR_BY), (_OVER, _NEAR_BY))
    )
    least, most = share
    return least * (1 - below), most * (1 + above)


_UNDER = re.compile(r"\b(?:almost|nearly|close\sto|just\sunder|under|less\sthan|not\squite)\s$", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|more\sthan|at\sleast|above)\s$", re.IGNORECASE)
_NEAR_BY = re.compile(r"\b(?:about|around|roughly|some|approximately)\s$", re.IGNORECASE)
_NEAR = 14
"""Code points that the longest of these takes."""

WIDE = Decimal("0.1")
"""The part of a share by which it may be off on the side that is said: 18 % is "almost a fifth", 15 % is not."""


def _about(few: Decimal, every: Decimal) -> Share:
    share = 100 * few / every
    off = min(COARSE, share / FINE)
    return share - off, share + off


def _counted(word: str) -> Decimal:
    if word.isdigit():
        return Decimal(word)
    return Decimal(sum(_NUMBER[one] for one in re.split(r"[\s-]", word.lower())))
