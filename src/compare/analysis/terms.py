"""Sentences as bags of terms: stems of what carries meaning, weighted by how rare they are in their own article.

Every sentence of a story is topically close, so a general document frequency says little; the article's own does. A
word that stands in one sentence of this report and in one of that ties the two together, however many other reports use
it on every line. Weighed so, what two sentences have in common depends on their two articles alone: a further article
changes nothing between the others. Cross-validated it finds one partner in a hundred more than the rarity in the whole
story, and ranks "only here" better by as much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.analysis.everyday import plainly
from compare.analysis.spelling import american
from compare.analysis.words import ANY_STOP_WORD, STOP_WORDS, plain
from compare.model import KNOWN, language_name
from compare.model.words import WORD

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The term matrix of ``count`` sentences in compressed rows, terms that only one sentence has left out.

    Row ``n`` is ``columns[starts[n]:starts[n + 1]]``, each term once, with its ``rarity`` in the sentence's article:
    ``ln(1 + sentences / sentences with it) / ln(1 + sentences)``, which is 1 for a term that stands in one sentence.
    ``mass`` is by row the sum of the rarities of all its terms, those left out among them, and ``length`` the root of
    the sum of their squares. ``width`` counts the columns.
    """

    count: int
    width: int
    starts: Ints
    columns: Ints
    rarity: Floats
    mass: Floats
    length: Floats

    def cells(self, sentences: Sequence[int] | Ints) -> tuple[Ints, Ints]:
        """Return the places of the terms of some sentences in ``columns``, one sentence after the other, and how many
        each has."""
        rows = np.asarray(sentences, dtype=np.int64)
        sizes = self.starts[rows + 1] - self.starts[rows]
        return np.arange(sizes.sum()) + np.repeat(self.starts[rows] - np.cumsum(sizes) + sizes, sizes), sizes

    def taken(self, order: Ints) -> Terms:
        """Return the matrix of these sentences, in this order."""
        cells, sizes = self.cells(order)
        starts = np.concatenate(([0], np.cumsum(sizes)))
        columns, rarity = self.columns[cells], self.rarity[cells]
        return Terms(len(order), self.width, starts, columns, rarity, self.mass[order], self.length[order])


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence as they are written."""
    return WORD.findall(sentence)


def bags(sentences: Sequence[Sequence[str]], languages: Sequence[str]) -> list[list[str]]:
    """Return the terms of each sentence, given as words: stems, each of its language, and numbers, which have none."""
    return [
        [term for word in _spoken(words) if (term := _term(word, language)) is not None]
        for words, language in zip(sentences, languages, strict=True)
    ]


def names(sentences: Sequence[Sequence[str]], article: Sequence[int]) -> list[list[str]]:
    """Return of each sentence the names and numbers, which alone are the same in every language.

    A name is a word that is written with a capital inside the sentences of its article more often than not.
    """
    capital: Counter[tuple[int, str]] = Counter()
    small: Counter[tuple[int, str]] = Counter()
    for words, of in zip(sentences, article, strict=True):
        for word in words[1:]:
            (capital if word[0].isupper() else small)[of, _bare(word)] += 1

    def tells(word: str, of: int) -> bool:
        return word[0].isdigit() or capital[of, word] > small[of, word]

    return [
        [bare for word in words if tells(bare := _bare(word), of)] for words, of in zip(sentences, article, strict=True)
    ]


def quoted(sentences: Sequence[str]) -> list[list[str]]:
    """Return of each sentence the quoted words that say something, marked as such.

    A speech that is quoted in its own language has the same words in a report in any other. Between the marks nothing
    is known of the language, so the small words of all are left out.
    """
    return [
        [
            f"“{bare}"
            for said in _QUOTED.findall(sentence)
            for word in words_of(said)
            if (bare := _bare(word)) not in ANY_STOP_WORD
        ]
        for sentence in sentences
    ]


def neighbours(sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
    """Return of each sentence its pairs of neighbouring words, small words included."""
    known: dict[str, str] = {}  # of a word that stands in many pairs, one object
    lowered = ([known.setdefault(word, word) for word in map(plain, words)] for words in sentences)
    return [list(pairwise(words)) for words in lowered]


@dataclass(frozen=True, slots=True)
class Rows:
    """The terms of sentences as columns: ``column`` numbers each term, ``columns`` has those of one sentence after the
    other, each once, in an order of their own that no other sentence changes; ``sizes`` counts them by sentence."""

    column: Mapping[Hashable, int]
    columns: Ints
    sizes: Ints

    @classmethod
    def of(cls, rows: Iterable[Iterable[Hashable]]) -> Rows:
        """Number the terms of sentences."""
        none = np.zeros(0, dtype=np.int64)
        return cls({}, none, none).followed_by(rows)

    def followed_by(self, rows: Iterable[Iterable[Hashable]]) -> Rows:
        """Return them with those of further sentences behind; no term gets another number."""
        column = dict(self.column)
        found = [[column.setdefault(term, len(column)) for term in dict.fromkeys(row)] for row in rows]
        columns = np.array([c for row in found for c in row], dtype=np.int64)
        sizes = np.array([len(row) for row in found], dtype=np.int64)
        return Rows(column, np.concatenate((self.columns, columns)), np.concatenate((self.sizes, sizes)))


def weigh(rows: Rows, article: Sequence[int], read: int | None = None) -> Terms:
    """Weigh the terms of sentences, each within its article.

    Args:
        rows: the terms of each sentence.
        article: the number of each sentence's article.
        read: how many of them were read, if the others were put in: these are weighed among all of their article, and
            change no weight of those.
    """
    sizes, columns, width = rows.sizes, rows.columns, len(rows.column)
    of = np.asarray(article, dtype=np.int64)
    count = len(sizes) if read is None else read
    first = int(sizes[:count].sum())
    rarity = np.zeros(len(columns))
    rarity[:first] = _rarity(of[:count], sizes[:count], columns[:first], width)
    if count < len(sizes):
        among = np.isin(of, of[count:])
        cells = np.flatnonzero(np.repeat(among, sizes))
        rarity[first:] = _rarity(of[among], sizes[among], columns[cells], width)[cells >= first]
    row = np.repeat(np.arange(len(sizes)), sizes)
    mass = np.bincount(row, weights=rarity, minlength=len(sizes)).astype(np.float64)
    length = np.sqrt(np.bincount(row, weights=rarity**2, minlength=len(sizes)))
    shared = np.bincount(columns, minlength=width)[columns] > 1
    starts = np.concatenate(([0], np.cumsum(np.bincount(row[shared], minlength=len(sizes)))))
    return Terms(len(sizes), width, starts, columns[shared], rarity[shared], mass, length)


def _rarity(of: Ints, sizes: Ints, columns: Ints, width: int) -> Floats:
    """How rare each term of some sentences is among those of its article; ``sizes`` counts the terms of each."""
    sentences, owner = np.bincount(of, minlength=1), np.repeat(of, sizes)
    _, cell, having = np.unique(owner * max(1, width) + columns, return_inverse=True, return_counts=True)
    rarity: Floats = np.log1p(sentences[owner] / having[cell]) / np.log1p(sentences[owner])
    return rarity


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a lower-case word, or the word itself where there is no stemmer for its language; of an
    English word however it is spelt, and of one of daily speech that of the plain one."""
    if language == "en":
        word = plainly(american(word))
    return str(_stemmer(language).stemWord(word)) if language in KNOWN else word


@lru_cache(maxsize=len(KNOWN))
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language_name(language).lower())


_ACRONYMS = frozenset({"it", "us", "who"})
"""Small words that are names where they stand in capitals. "THE mayor" is how a paper begins a report."""


def _spoken(words: Sequence[str]) -> Sequence[str]:
    """The words of a sentence, in small letters if it is all in capitals, where they tell of no names."""
    return words if any(word != word.upper() for word in words) else [word.lower() for word in words]


@lru_cache(maxsize=200_000)
def _term(word: str, language: str) -> str | None:
    bare = _bare(word)
    # "US" and "WHO" are names, though "us" and "who" say nothing
    if bare in STOP_WORDS.get(language, frozenset()) and not (word.isupper() and bare in _ACRONYMS):
        return None
    return bare if bare[0].isdigit() else f"{stem(bare, language)}/{language}"


_QUOTED = re.compile(r"[“„«»\"「]([^“”„«»\"「」]{3,400})[”“»«\"」]")
_POSSESSIVE = re.compile(r"'s$")


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", plain(word))
