"""Names of people, organisations, places and works: runs of capitalised words, told from the starts of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain

from compare.analysis.dates import WEEKDAY_OF
from compare.analysis.figure import Taken
from compare.analysis.name_runs import ARTICLE, FULL_NAME, IN_THE, WORD, Name, apart, in_full, parted, runs_in
from compare.analysis.name_words import (
    ACRONYMS,
    ARTICLES,
    BESIDE_MONTHS,
    FOREIGN_ARTICLES,
    IN_TITLES,
    NO_NAMES,
    OPENERS,
)
from compare.analysis.people import NEVER_NAMED, NO_SURNAMES, PERSONS, TITLES
from compare.analysis.words import stop_words
from compare.model.calendar import MONTH_OF, ZONES
from compare.model.words import RUN, UPPER

_QUOTED = re.compile(rf"[“\"‘«](?P<work>(?>[{UPPER}][^“”\"‘«»\n.?!;:]{{3,60}}))[!?,]?[”\"’»]")
_ACROSS = re.compile(rf"\s(?:at|for|in|on|to|and|the|of)(?:\sthe)?\s{WORD}(?:\s{WORD})*")
"""What a title of a work may go on with; outside quotation marks only if the whole recurs."""

_JOINING = frozenset({"at", "for"})
"""Small words inside a recurring name; the others stand between two names as often."""


_ZONES = frozenset(ZONES) - {"CT", "MT"}
"""Zones of time but for those that are states: Connecticut, Montana."""


@lru_cache
def _small(language: str) -> frozenset[str]:
    """Words that owe a capital to the place where they stand, or to the calendar."""
    return stop_words(language) | MONTH_OF.keys() | WEEKDAY_OF.keys()


@lru_cache
def _never_alone(language: str) -> frozenset[str]:
    return _small(language) | TITLES


class Capitals:
    """What sentences tell of their capitals, all together: one at the start of a sentence makes a name only if others
    confirm it.

    Args:
        sentences: the sentences.
        languages: that of each.
        before: what others tell, if there are any: these are read in its light, and change nothing in those.

    Attributes:
        found: the names of each sentence.
    """

    def __init__(self, sentences: Sequence[str], languages: Sequence[str], before: Capitals | None = None) -> None:
        runs = [[] if _is_headline(s) else [*in_full(s, [n for m in runs_in(s) for n in parted(m)])] for s in sentences]
        tokens = [RUN.findall(s) for s in sentences]
        self._times: Counter[str] = Counter(before._times if before else ())
        self._times.update(chain.from_iterable(tokens))
        self._inside: Counter[str] = Counter(before._inside if before else ())
        self._inside.update(
            word
            for row, sentence in zip(runs, sentences, strict=True)
            for name in row
            if not _opens(sentence, name)
            for word in name.text.split()
        )
        self._alone: Counter[str] = Counter(before._alone if before else ())
        self._alone.update(name.text for row in runs for name in row)
        whole = _persons(self._alone)
        self._surnames: Set[str] = {words[-1] for words in whole}
        self._called: Set[str] = {words[-1] for words in whole if not _opens_with_ordinary(words[0])}
        found = [
            [
                n
                for one in row
                if self._is_name(s, name := self._without_opener(s, one, of), of)
                for n in self._split(s, name)
            ]
            for row, s, of in zip(runs, sentences, languages, strict=True)
        ]
        self._works: set[str] = _works(sentences, found) | (before._works if before else set())
        works = by_first_word(self._works)
        self.found: list[list[Name]] = [
            row if works.keys().isdisjoint(has) else _with_works(row, known_names(s, works))
            for row, s, has in zip(found, sentences, tokens, strict=True)
        ]

    def _is_name(self, sentence: str, name: Name, language: str) -> bool:
        words = name.text.split()
        never = _never_alone(language)
        if all(w in _ZONES or (w.casefold().rstrip(".") in never and w not in ACRONYMS) for w in words):
            return False
        if name.text in NO_NAMES or (words[0].lower() in BESIDE_MONTHS and words[-1].lower() in MONTH_OF):
            return False
        if len(words) == 1 and len(words[0]) < 2 and sentence.startswith(".", name.end):
            return False  # "E. 52nd Street"
        if name.text.lower() in NO_SURNAMES and _POSSESSIVE.search(sentence, max(0, name.start - 3), name.start):
            return False  # "the Lund Sheriff's Office"
        if len(words) == 1 and (_opens(sentence, name) or len(words[0]) < 2):
            small = self._times[words[0].lower()]
            return 0 < self._inside[words[0]] >= small or (words[0] in self._called and not small)
        return True

    def _without_opener(self, sentence: str, name: Name, language: str) -> Name:
        """Drop an ordinary word that owes its capital to the start of the sentence: "The Wall Street Journal"."""
        first, _, rest = name.text.partition(" ")
        if not rest:
            return name
        follows = next((word for word in ARTICLE.sub(" ", rest).split() if word[0].isupper()), "")
        if not follows:
            return name
        opens = _opens(sentence, name)
        small = first.casefold()
        ordinary = small in _small(language) and not self._is_foreign(first)
        # "Producer Ada Moss said"; "Bishop Moss" may be called so by all, and "Friends of Lund" is a body
        trade = small in PERSONS and rest[0].isupper() and " " in rest
        ordinary = ordinary or (language == "en" and (trade or small in OPENERS) and not self._inside[first])
        told = not self._inside[first] and self._inside[follows] and not self._may_be_called(first, rest)
        if first in ARTICLES or (opens and (ordinary or told)):
            rest = rest[rest.index(follows) :]
            return Name(rest, name.end - len(rest), name.end)
        return name

    def _may_be_called(self, first: str, rest: str) -> bool:
        """Whether a word that opens a sentence may be the first name of who is called by the rest: "Ada" of "Moss". It
        is none if it is written small anywhere, if it is all in capitals, or if what follows is that of a body or a
        whole name."""
        if self._times[first.casefold()] or first.isupper():
            return False
        if first.lower().endswith(_ENDINGS) or _CUT_SHORT.fullmatch(first):
            return False
        body = not rest[0].isupper() or rest.isupper() or _JOINED_WORDS.match(rest) is not None
        return not body and not (" " in rest and self._alone[rest])

    def _is_foreign(self, first: str) -> bool:
        """Whether an article of another language is part of names in these texts: "Los Angeles", "El País"."""
        return first in FOREIGN_ARTICLES and self._inside[first] > 0

    def _split(self, sentence: str, name: Name) -> Iterator[Name]:
        """Part a person from what follows "of", "Eli Moss of Lund", where the person or surname stands alone elsewhere,
        or the surname in full: "Moss of Lund"."""
        left, joint, _ = name.text.partition(" of ")
        words = left.split()
        whole = len(words) in FULL_NAME and (self._alone[left] or self._alone[words[-1]])
        surname = left in self._surnames and not IN_THE.search(sentence, max(0, name.start - 4), name.start)
        yield from apart(name) if joint and (whole or surname) else (name,)


_POSSESSIVE = re.compile(r"['’]s\s$")


def by_first_word(known: Iterable[str]) -> dict[str, list[str]]:
    """Arrange names for :func:`known_names`: by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(known, key=lambda name: (-len(name), name)):
        found.setdefault(RUN.findall(name)[0], []).append(name)
    return found


def known_names(text: str, known: Mapping[str, Sequence[str]]) -> list[Name]:
    """Find names that are known already, the longest at each place."""
    found: list[Name] = []
    for word in RUN.finditer(text):
        place = word.start()
        if found and place < found[-1].end:
            continue
        fits = (name for name in known.get(word[0], ()) if text.startswith(name, place))
        ends = ((name, place + len(name)) for name in fits)
        name, end = next(((n, e) for n, e in ends if not text[e : e + 1].isalnum()), ("", 0))
        if name:
            found.append(Name(name, place, end))
    return found


def _is_headline(sentence: str) -> bool:
    """Whether the capitals of a line tell nothing: nearly all its longer words have one, or are written in them."""
    ends = sentence.rstrip()[-1:] in '.!?"”'
    if ends and not _CAPITALS.search(sentence):
        return False
    words = _LONGER.findall(sentence)
    if len(words) >= 3 and sum(word.isupper() for word in words) > len(words) / 2:
        return True
    return not ends and len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


_LONGER = re.compile(r"[^\W\d_]{4,}")
_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{4}")
"""Without it no longer word is in capitals, which most sentences need not be read for."""


def _works(sentences: Sequence[str], found: Sequence[Sequence[Name]]) -> set[str]:
    """Titles with small words inside: quoted ones, and runs across "at" and "for" that recur."""
    works = {m["work"] for s in sentences for m in _QUOTED.finditer(s) if _is_title(m["work"])}
    across: Counter[str] = Counter()
    for sentence, row in zip(sentences, found, strict=True):
        for name in row:
            more = _ACROSS.match(sentence, name.end) if " " in name.text else None
            if more is None:
                continue
            text = sentence[name.start : more.end()]
            if name.text.split()[-1] in _GOES_ON:
                works.add(text)  # no name ends with "All": the title goes on
            elif more[0].split()[0] in _JOINING:
                across[text] += 1
    return works | {text for text, times in across.items() if times > 1}


_GOES_ON = frozenset({"All", "Not", "Never", "Only", "Just", "Even"})


def _is_title(text: str) -> bool:
    """Whether quoted words are a title: all with a capital but the small ones, and not too many."""
    words = text.rstrip(",").split()
    if not 2 <= len(words) <= 8 or text[-1] in ", " or text.endswith(("'s", "’s")):
        return False  # “Ada Moss's” is whose something is
    plain = [word for word in words if not word[0].isupper() and not word[0].isdigit()]
    return words[-1][0].isupper() and len(words) - len(plain) >= 2 and all(w in IN_TITLES for w in plain)


def _with_works(row: list[Name], works: Sequence[Name]) -> list[Name]:
    """Put the works in the place of the names they are made of."""
    if not works:
        return row
    taken = Taken(max(work.end for work in (*works, *row)))
    for work in works:
        taken.take(work.start, work.end)
    kept = [name for name in row if taken.is_free(name.start, name.end)]
    return sorted([*kept, *works], key=lambda name: name.start)


_OPENING = frozenset('"“‘«:;.!?•-–—(')
_MARKUP = " *_"
"""What may stand before the first word of a sentence in Markdown."""


def _opens(sentence: str, name: Name) -> bool:
    """Whether a capital is due to the place: at the start of a sentence or of a quotation."""
    before = sentence[max(0, name.start - 12) : name.start].rstrip()
    if before.endswith("l-"):
        before = _ARTICLE_ENDS.sub("", before).rstrip()
    before = before.rstrip(_MARKUP)
    if not before:
        return not sentence[: name.start].strip(_MARKUP)
    if before[-2:-1] == ",":
        return False  # "...," Ada Moss said
    return before[-1] in _OPENING and not (before[-1] == "." and before.split()[-1][:-1].lower() in TITLES)


_JOINED_WORDS = re.compile(rf"(?!Ma?c|[DL][aei]|Van|O[’'])\w+[a-z][{UPPER}]")
"""What no surname is written like: "DeepMind"; "McAdam" is one."""

_CUT_SHORT = re.compile(r"\w{2,}\.")
"""A title, most likely: "Dep."."""

_ENDINGS = ("ed", "ing", "ly")
"""How words end that are no first names."""

_ARTICLE_ENDS = re.compile(r"\b[ae]l-$")
"""The article of an Arabic surname, right before what stands without it."""


def _opens_with_ordinary(first: str) -> bool:
    """Whether what begins like a whole name may be a surname behind a word that opens its sentence: "But Moss"."""
    small = first.casefold().rstrip(".")
    return small in _small("en") or small in OPENERS or small in TITLES or small.endswith(_ENDINGS)


def _persons(names: Iterable[str]) -> list[list[str]]:
    """The words of the names of two or three that may be a person's."""
    whole = (words for words in map(str.split, names) if len(words) in FULL_NAME)
    return [words for words in whole if all(w.lower() not in NEVER_NAMED for w in words)]
