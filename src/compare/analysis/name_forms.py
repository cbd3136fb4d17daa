"""In which forms one name is written: what its words are when spelling, accents, endings and abbreviations are left
aside, and which of two words may be one. All pure; :mod:`~compare.analysis.namings` looks for the forms in texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.analysis.name_words import (
    DEMONYMS,
    KINDS,
    NICKNAMES,
    NO_FIRST_NAMES,
    PARTICLES,
    PLACED_BY,
    SMALL_WITHIN,
    WELL_KNOWN_WITHOUT,
    WRITTEN_SHORT,
)
from compare.analysis.people import GENERATIONS, NEVER_NAMED, PERSONS, TITLES
from compare.analysis.spelling import american
from compare.analysis.words import stop_words
from compare.model.words import UPPER

SINGULAR = 4
"""Letters of the shortest singular: of "gas" and "Mars" the last one is no ending."""

SHORTEST = 4
"""Letters that a name has at least whose words may be joined otherwise: fewer meet by chance."""

INITIALS = 4
"""Words at most that are written as their initials before the rest of a name: "UCLA Medical Center"."""

TWICE = 7
"""Letters from which on two of a first name or surname may be other ones in another spelling."""

_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]\w*(?:[-’'&.]\w+)*")
"""A word with a capital and what hangs on it: "O’Neill", "Dai-ichi", "U.S"."""

_POSSESSIVE = re.compile(r"['’]s?$")
_HANGING = re.compile(r"[-’'&.]")

_SHORT_WORD = 3
"""Letters of what is written short with a full stop that ends no sentence: "St.", "Gov.", "J."."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that no mark parts from a plain one."""

_NUMERALS = {"ii": "2", "two": "2", "iii": "3", "three": "3", "iv": "4", "four": "4"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name as it is written, as it is compared, and the small words right before it: "of the", "in"."""

    written: str
    plain: str
    behind: str


@lru_cache(maxsize=32768)
def plain(word: str) -> str:
    """Return a word of a name as it is compared: "José", "Dai-ichi", "Demilitarised", "Pardos" and "Mt" are "jose",
    "daiichi", "demilitarized", "pardo" and "mount"."""
    letters = word.casefold()
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters.translate(_LETTERS))
        letters = "".join(c for c in apart if not unicodedata.combining(c))
    return "".join(map(_plain_part, _HANGING.split(letters)))


def _plain_part(letters: str) -> str:
    """A part of a word, in plain small letters."""
    letters = american(letters)
    if letters in WRITTEN_SHORT:
        return WRITTEN_SHORT[letters]
    if letters in _NUMERALS:
        return _NUMERALS[letters]
    if len(letters) > SINGULAR and letters[-1] == "s" and letters[-2] not in "su":
        letters = letters[:-1]
    return f"{letters[:-2]}y" if letters.endswith("ie") else letters


def rows(text: str) -> Iterator[list[Word]]:
    """Yield the words with a capital of a text that stand in a row, whatever small word of names is between."""
    row: list[Word] = []
    past = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        joint = _joint(text[past:start], row[-1].written) if row and start - past <= _WIDEST else None
        if joint is None:
            if row:
                yield row
            row = []
            joint = _before(text, start)
        row.append(_word(match[0], joint))
        past = match.end()
    if row:
        yield row


@lru_cache(maxsize=32768)
def _word(standing: str, behind: str) -> Word:
    written = _POSSESSIVE.sub("", standing)
    return Word(written, plain(written), behind)


def _joint(between: str, before: str) -> str | None:
    """What stands between two words of a row, empty if that is a space alone; ``None`` between two rows."""
    if between[:1] == "." and (len(before) <= _SHORT_WORD or "." in before):
        between = between[1:]
    if between in ("", " ", "\xa0"):
        return ""
    inside = between.strip()
    return inside if inside in SMALL_WITHIN and between[0].isspace() else None


def _before(text: str, start: int) -> str:
    """The small word right before the first word of a row, if it says that no person is named."""
    if text[start - 1 : start] != " ":
        return ""
    word = text[text.rfind(" ", max(0, start - _WIDEST), start - 1) + 1 : start - 1]
    return _NO_PERSON_AFTER.get(word, "")


_NO_PERSON_AFTER = {word: small for small in ("the", *PLACED_BY) for word in (small, small.capitalize())}


_WIDEST = max(map(len, SMALL_WITHIN)) + 3


def words_of(name: str) -> list[Word]:
    """Return the words of a name; none where a figure or an ordinary small word is part of it."""
    found = [*rows(name)]
    return found[0] if len(found) == 1 and len(_WRITTEN.findall(name)) == _parts(found[0]) else []


def _parts(row: Sequence[Word]) -> int:
    return len(row) + sum(len(word.behind.split()) for word in row[1:])


_WRITTEN = re.compile(r"[^\s]+")


def joined(words: Sequence[Word]) -> str:
    """Return words of a name as they are looked up: as one."""
    return "".join(word.plain for word in words)


def forms(words: Sequence[Word]) -> Iterator[str]:
    """Yield what else a name may be written as, its words joined: see :func:`joined`."""
    yield joined(words)
    if len(words) < 2:
        return
    last = words[-1].plain
    if len(words) > 2 and (last in _GENERATIONS or (last in _NUMERALS.values() and may_be_person(words[:-1]))):
        yield joined(words[:-1])
    yield from _turned(words)
    for n in range(2, min(INITIALS, len(words) - 1) + 1):
        yield "".join(word.plain[0] for word in words[:n]) + joined(words[n:])
    head = joined(words[:-1])
    if len(last) >= SHORTEST:
        for ending in _OF_PEOPLES:
            yield head + last + ending
            if last.endswith(ending) and len(last) - len(ending) >= SHORTEST:
                yield head + last[: -len(ending)]
    rest = untitled(words)
    if 1 < len(rest) < len(words):
        yield joined(rest)
    first = words[0].written
    if first.lower() in stop_words("en") and not first.isupper() and not words[1].behind:
        yield joined(words[1:])  # "So Moss"


def _turned(words: Sequence[Word]) -> Iterator[str]:
    """What is before "of" put behind it, and a kind of body at the end put before it: "Ministry of Interior" and
    "Interior Ministry". Of "Ada Moss of Lund" the person, too."""
    for n, word in enumerate(words):
        if n and word.behind.startswith("of"):
            yield joined(words[n:]) + joined(words[:n])
            if n > 1 and may_be_person(words[:n]):
                yield joined(words[:n])
    if words[-1].written.lower() in NEVER_NAMED and not any(word.behind for word in words[1:]):
        yield words[-1].plain + joined(words[:-1])


def untitled(words: Sequence[Word]) -> Sequence[Word]:
    """Return words without those before a name that say what somebody is: "Sisters", "Councillor"."""
    n = 0
    while n < len(words) - 1 and words[n].plain in CALLINGS and not words[n + 1].behind:
        n += 1
    return words[n:]


def may_be_person(words: Sequence[Word]) -> bool:
    """Whether words may be a person's first name and surname, and perhaps one or two between."""
    if not 2 <= len(words) <= 4 or any(word.behind and word.behind not in _OF_SURNAMES for word in words[1:]):
        return False
    written = [word.written.lower() for word in words]
    called = written[1:] if words[0].plain in NICKNAMES else written
    if written[0] in NO_FIRST_NAMES or written[-1] in _FIRMS or not NEVER_NAMED.isdisjoint(called):
        return False
    first, last = words[0].written, words[-1].written
    return not (last.isupper() and len(last) > 1) and not (first.isupper() and first.isalpha() and len(first) > 1)


def is_same_first(one: str, other: str) -> bool:
    """Whether two first names, as they are compared, may be one: an initial, a short form, or another spelling."""
    short, long = sorted((one, other), key=len)
    if not short or one == other:
        return bool(short)
    if long.startswith(short):
        return True
    called = NICKNAMES.get(one, frozenset())
    return not called.isdisjoint(NICKNAMES.get(other, ())) or are_alike(one, other)


_FIRST_SOUND = {"c": "k", "q": "k", "y": "j"}
"""First letters that stand for one sound in two spellings: "Carolos", "Karolos"."""


@lru_cache(maxsize=1 << 14)  # the names of a set are few, and stand in every text
def are_alike(one: str, other: str, twice: int = TWICE) -> bool:
    """Whether two words, as they are compared, may be one in two spellings: "jaczko" and "jazcko"."""
    from rapidfuzz.distance import OSA

    shorter, longer = sorted((len(one), len(other)))
    if longer < SHORTEST or shorter < 2 or not (one.isalpha() and other.isalpha()):
        return False
    if _FIRST_SOUND.get(one[0], one[0]) != _FIRST_SOUND.get(other[0], other[0]):
        return False
    allowed = 2 if longer >= twice and one[1] == other[1] else 1
    return int(OSA.distance(one, other, score_cutoff=allowed)) <= allowed


_OF_PEOPLES = (*(ending for ending in DEMONYMS if not ending.endswith("s") or ending == "is"), "er")
"""Endings that make of a country what is theirs; the plural is compared as the singular."""

_GENERATIONS = frozenset(map(plain, GENERATIONS)).difference(_NUMERALS.values())

CALLINGS = frozenset(map(plain, PERSONS | TITLES))
_FIRMS = KINDS | WELL_KNOWN_WITHOUT
_OF_SURNAMES = frozenset(PARTICLES) - {"of", "of the", "&"} | {"al", "el"}
