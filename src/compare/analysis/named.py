"""Which texts name what a name names, as it is written or in the other forms that the rules see.

All words of each text are gathered once, so that a name is looked up. What is spelled otherwise, joined, cut short or
turned round is looked for by :mod:`~compare.analysis.namings`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from compare.analysis.aliases import initials
from compare.analysis.name_words import CALLED, DEMONYMS, KINDS, NO_FIRST_NAMES
from compare.analysis.namings import Namings
from compare.analysis.people import NEVER_NAMED, PERSONS, TITLES
from compare.model import Fact
from compare.model.words import RUN, UPPER

COUNTRY = 4
"""Letters of the shortest country of which a demonym is made by an ending: "Cuba". "An" is no country of an "Ann"."""


class Named:
    """The words of all texts.

    Args:
        texts: the texts by article.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._spoken: dict[str, str] = {}
        self._words: set[str] = set()  # of all texts, as they are written
        self._having: defaultdict[str, set[str]] = defaultdict(set)  # articles by word, as written and in small letters
        for article, text in texts.items():
            small = RUN.findall(_unaccented(text.casefold()))
            self._spoken[article] = f" {' '.join(small)} "
            written = {*RUN.findall(text)}
            self._words |= written
            for word in written.union(small, map(str.casefold, written)):
                self._having[word].add(article)
        self._namings: Namings | None = None

    def having(self, word: str) -> Set[str]:
        """Return the articles that have a word, as it is written or in small letters."""
        return self._having.get(word, frozenset())

    def holders(self, fact: Fact) -> Iterator[str]:
        """Yield the articles that name what a fact names; some more than once."""
        for form in {fact.value, *(mention.text for mention in fact.mentions)}:
            yield from self.naming(form)
        yield from self._having.get(initials(fact.value), ())
        yield from self._naming_shorter(fact.value)
        yield from self._naming_last(fact.value)
        yield from self._naming_apart(fact.value)
        yield from self._calling(fact.value)
        if self._namings is None:
            self._namings = Namings(self._texts, self._words)
        yield from self._namings.holders(fact.value)
        if _ACRONYM.fullmatch(fact.value):
            yield from self._spelling_out(fact.value)

    def naming(self, form: str) -> Iterator[str]:
        """Yield the articles that have words in a row, or these in the plural."""
        first, *more = RUN.findall(_unaccented(form.casefold()))
        spoken = " ".join((first, *more))
        having = self._having.get
        for article in having(first, set()) if more else having(first, set()) | having(f"{first}s", set()):
            if f" {spoken} " in self._spoken[article] or f" {spoken}s " in self._spoken[article]:
                yield article

    def _naming_shorter(self, name: str) -> Iterator[str]:
        """The articles that have the name of a firm without what kind of firm it is, or a country by its people."""
        first, _, kind = name.rpartition(" ")
        if first and kind.rstrip(".").lower() in KINDS and not _is_of_many(first):
            yield from self._having.get(first, ()) if " " not in first else self.naming(first)
        if not first:
            called = {kind + ending for ending in DEMONYMS} | {kind.removesuffix(ending) for ending in DEMONYMS}
            for word in called:
                if min(len(word), len(kind)) >= COUNTRY:
                    yield from self._having.get(word, ())

    def _naming_last(self, name: str) -> Iterator[str]:
        """The articles that have the last words of a name and no other name with them: "Supreme Court" of "U.S. Supreme
        Court", but not "Lund Supreme Court"; "Moss" of "Officers Moss"; that of a body without what it is known
        without: "Standards Commission" of "Standards in Public Office Commission"."""
        words = RUN.findall(name)
        if len(words) == 2 and words[0].lower() in PERSONS:
            yield from self._having.get(words[1], ())
        if len(words) > 2 and words[-1].lower() in NEVER_NAMED:
            if words[0].lower() not in NO_FIRST_NAMES:
                yield from self.naming(f"{words[0]} {words[-1]}")
            yield from self.naming(" ".join(word for word in words if word.lower() not in _BETWEEN))
        if len(words) < 3 or not all(word[0].isupper() for word in words[-2:]):
            return
        alone = _alone(tuple(words[-2:]))
        for article in self.naming(" ".join(words[-2:])):
            before = (match["before"] for match in alone.finditer(self._texts[article]))
            if any(not word or word in words or word.lower() in _NO_PART for word in before):
                yield article

    def _naming_apart(self, name: str) -> Iterator[str]:
        """The articles that have both words of a person's name, the first without another surname: "Lee and Becky
        Marsden" are Lee Marsden too, and so is "her husband Lee" of Becky Marsden."""
        first, _, last = name.partition(" ")
        if not (_FIRST.fullmatch(first) and _FIRST.fullmatch(last)) or first.lower() in NO_FIRST_NAMES:
            return
        if not NEVER_NAMED.isdisjoint((first.lower(), last.lower())):
            return
        called = re.compile(rf"(?<![\w’'-]){re.escape(first)}(?![\w-])(?!\s[{UPPER}])")
        for article in self._having.get(first, set()) & self._having.get(last, set()):
            if called.search(self._texts[article]):
                yield article

    def _calling(self, name: str) -> Iterator[str]:
        """The articles that have a country or union by another of the names that it is called by."""
        for form in _OTHERWISE.get(name, ()):
            yield from self.naming(form) if "." in form or " " in form else self._having.get(form, ())

    def _spelling_out(self, acronym: str) -> Iterator[str]:
        """The articles that have a name of which an acronym is the initials."""
        small = r"(?: (?:of|the|for|and|on))*"
        spelt = re.compile(rf"\b{f'{small} '.join(rf'{letter}[a-zà-ÿ]+' for letter in acronym)}\b")
        yield from (article for article, text in self._texts.items() if spelt.search(text))


@lru_cache(maxsize=1024)
def _alone(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words of a name, with the word before them if that has a capital."""
    spoken = r"\W+".join(map(re.escape, words))
    return re.compile(rf"(?:(?<![\w.])(?P<before>[{UPPER}][\w.]*)\s)?(?<!\w)(?i:{spoken})")


def _is_of_many(first: str) -> bool:
    """Whether the word before the kind of a firm is one of many things: of "British Steel" it says little."""
    small = first.lower()
    return small in NO_FIRST_NAMES or small.endswith(("ian", "ish", "ese"))


_NO_PART = PERSONS | TITLES | frozenset({"the", "a", "an", "and", "but", "when", "as", "in", "for"})
"""What has a capital before a name and is no part of it."""

_BETWEEN = frozenset({"international", "general", "regional", "municipal", "memorial", "metropolitan", "national"})
"""Words without which a hospital or an airport is as well known."""

_FIRST = re.compile(rf"[{UPPER}][\w’'-]*[a-zà-ÿ]")
"""A word of a person's name; "Windows XP" is none."""

_OTHERWISE = {name: forms for forms in CALLED for name in forms}

_ACRONYM = re.compile(rf"[{UPPER}]{{3,5}}")


def _unaccented(text: str) -> str:
    """A text without the accents of its letters: "Carémeau" is written "Caremeau" as well."""
    return text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", text))


_ACCENTS = re.compile("[\u0300-\u036f]+")
