"""Numbers as they are written, whatever they measure: who has "90,000 t/y" has the 90,000 of "90,000 tons" as well.

What a number measures is read from what stands beside it, and is missed in one text and not in another: "507 total
yards", "86-yd", "14 in. long", the "60m" that are metres. By its digits it is found all the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from compare.analysis.number_words import SCALES
from compare.analysis.numerals import read_digits
from compare.analysis.words import ANY_STOP_WORD
from compare.model import Article

Written: TypeAlias = tuple[Decimal, tuple[str, ...]]
"""A number by its digits alone, and the words right behind it."""

TELLING = 3
"""So many digits, zeros at its end left out, make a number one that few things have."""

YEARS = range(1800, 2101)
"""Whole numbers that are years as often as not."""

_NUMBER = re.compile(r"\d(?<![\w.,:/#+$€£’'-].)[\d.,]*(?<=\d)(?![:/\d])(?P<behind>[\s-]?(?:[^\W\d_]+[\s-]?){0,2})")
"""With the two words behind it, one of which is its unit: "507 total yards"."""

_WORD = re.compile(r"[^\W\d_]+")


class WrittenIn:
    """The numbers that stand in digits in some articles, furniture included."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._language = {article.id: article.language for article in articles}
        found: defaultdict[Decimal, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
        for article in articles:
            for number, behind in _written(article.text, article.language):
                found[number].add((article.id, behind))
        self._found: Mapping[Decimal, set[tuple[str, tuple[str, ...]]]] = found

    def holders(self, article: str, text: str, start: int) -> Iterator[str]:
        """Yield the articles that have the digits of a number which stands at a place of an article, where they are of
        the same by all that is known: its unit is written there, in other letters, or few things have that number."""
        for number, behind in _written(text, self._language[article], start):
            for other, beside in self._found.get(number, ()):
                if _is_telling(number) or any(_is_same(one, two) for one in behind for two in beside):
                    yield other
            return


def _written(text: str, language: str, start: int | None = None) -> Iterator[Written]:
    """The numbers of a text, or the one that begins at a place."""
    for match in _NUMBER.finditer(text) if start is None else filter(None, (_NUMBER.match(text, start),)):
        number = read_digits(text[match.start() : match.start("behind")], language)
        if number is not None:
            yield number, tuple(word.lower() for word in _WORD.findall(match["behind"]))


def _is_telling(number: Decimal) -> bool:
    return len(number.normalize().as_tuple().digits) >= TELLING and number not in YEARS


def _is_same(one: str, other: str) -> bool:
    """Whether two words are one unit, in full or shortened: "yd" and "yards", "in" and "inches"."""
    if one[0] != other[0] or one in _NO_UNITS or other in _NO_UNITS or one == other == "in":
        return False
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


_NO_UNITS = (ANY_STOP_WORD | {word for scales in SCALES.values() for word in scales}) - {"in", "t", "m"}
