"""What a rule for furniture is, and what all of them are made of: whole lines, the words of names, what is reporting.

The rules themselves are data: :mod:`~compare.loading.english` for English and what needs no words,
:mod:`~compare.loading.abroad` for other languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from compare.loading.blocks import words_in
from compare.loading.headings import in_title_case, sentence_ends
from compare.model.words import MEASURED


class Where(StrEnum):
    """In which part of an article a rule holds."""

    ANYWHERE = "anywhere"
    BELOW = "anywhere but on the first line, which may be a headline"
    EDGES = "no later than the first and no earlier than the last paragraph of reporting"


def _never(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture line.

    ``test`` is asked about the whole line, its white space folded; ``words`` is how many words the line may have;
    ``unless`` takes out lines that are reporting all the same.
    """

    reason: str
    test: Callable[[str], object]
    words: int = 12
    where: Where = Where.ANYWHERE
    unless: Callable[[str], bool] = _never

    def holds(self, line: str) -> bool:
        """Tell whether a line is of this kind."""
        return bool(self.test(line)) and words_in(line) <= self.words and not self.unless(line)


_QUOTES = re.compile(
    r"[\"“”]|«[^»]*»|\b(?:said|says|told|asked|according to|dijo|según|dit|selon|sagte|laut)\b", re.IGNORECASE
)
_TELLS = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)


def quotes(line: str) -> bool:
    """Whether a line quotes somebody."""
    return _QUOTES.search(line) is not None


def reports(line: str) -> bool:
    """Whether a line quotes somebody or tells what was: then it is reporting, whatever it begins with."""
    return quotes(line) or _TELLS.search(line) is not None


def reports_or_ends(line: str) -> bool:
    """Whether a line reports, or ends as a sentence does."""
    return reports(line) or sentence_ends(line)


def no_headline_after_two(line: str) -> bool:
    """Whether what follows the first two words is no headline."""
    return reports_or_ends(line) or not in_title_case(line.split(maxsplit=2)[-1])


def counts(line: str) -> bool:
    """Whether a line holds a figure, as the row of a table does."""
    return any(letter.isdigit() for letter in line)


def whole(*alternatives: str) -> Callable[[str], object]:
    """Match a whole line against any of the patterns, in capital or small letters."""
    return re.compile("|".join(alternatives), re.IGNORECASE).fullmatch


def exact(*alternatives: str) -> Callable[[str], object]:
    """Match a whole line against any of the patterns; capitals count."""
    return re.compile("|".join(alternatives)).fullmatch


def only(words: str) -> Callable[[str], object]:
    """Match a line that holds no other words than these."""
    known = frozenset(words.split())
    return lambda line: {word.casefold() for word in MEASURED.findall(line)} <= known


LONGEST = 600
"""Code points of the longest block that can be furniture: a copyright notice or a disclaimer of some sentences."""

CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’&-]*"
"""A word of a name: it begins with no small letter of Western Europe. With the capitals of all of Europe in a class the
rules take 30 ms to compile."""

_PARTICLE = "(?:de|da|del|della|der|den|di|dos|van|von|bin|al|la|las|le|los)"


def person(more: int) -> str:
    """Return the pattern of a person: one word with a capital and up to so many more, and the small words within a
    surname."""
    return rf"{CAPITAL}(?:(?: {_PARTICLE}){{0,2}} {CAPITAL}){{1,{more}}}"


def persons(*joints: str, more: int = 4) -> str:
    """Return the pattern of one person or some, with these between two of them; a comma always may."""
    return rf"{person(more)}(?:(?:{'|'.join((', ', *joints))}){person(more)}){{0,5}}"


BY = rf"(?:By|BY|by) {persons(' and ', ' & ', ', and ')}"
"""Who wrote something, in English."""

SECTIONS = (
    "arts business comment culture entertainment health lifestyle live local markets money national news opinion "
    "politics science sport sports tech technology travel video world"
)
"""What sections of a news site are called that stand alone above a report as well as in a row."""

_LINK_WORD = rf"(?:&|{_PARTICLE}|of|for|the|and|in|at|on|via|y|und|et|e)"
NAMES = rf"{CAPITAL}(?:(?:, | ?/ ?| [|•·–-] | )(?:{CAPITAL}|{_LINK_WORD})){{0,14}}"
"""Names of whatever kind, one after the other."""
