"""Sentences as bags of terms: stems of what carries meaning, weighted by how rare they are in this story.

Every sentence of a story is topically close, so a general document frequency says little; the story's own does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.analysis.words import STOP_WORDS, WORD

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

SHARPNESS = 1.5
"""Power of the inverse sentence frequency. Above 1 what is rare counts more than in plain TF-IDF: all sentences of a
story share its names, so those tell little. Cross-validated, 1.5 finds one partner in a hundred more than 1."""

_STEMMERS = {
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The term matrix of ``count`` sentences in compressed rows, terms that only one sentence has left out.

    Row ``n`` is ``columns[starts[n]:starts[n + 1]]`` with ``weights`` (term frequency times inverse sentence frequency,
    each row of length 1 over all its terms). ``idf`` is by column; ``mass`` is by row the sum of it over all its terms.
    """

    count: int
    starts: Ints
    columns: Ints
    weights: Floats
    idf: Floats
    mass: Floats

    def row(self, sentence: int) -> list[int]:
        """Return the columns of a sentence's terms."""
        found: list[int] = self.columns[self.starts[sentence] : self.starts[sentence + 1]].tolist()
        return found

    @property
    def unit(self) -> float:
        """The largest inverse sentence frequency of this story, by which sums of it are made comparable."""
        return float(np.log1p(max(self.count, 1)))


def bags(sentences: Sequence[str], languages: Sequence[str]) -> list[list[str]]:
    """Return each sentence's terms.

    A word of another language never meets one of this: only names and numbers are the same term in every language.
    """
    found = [[m[0] for m in WORD.finditer(sentence)] for sentence in sentences]
    names = _names(found)
    return [
        [term for word in words if (term := _term(word, language, names)) is not None]
        for words, language in zip(found, languages, strict=True)
    ]


def weigh(rows: Sequence[Sequence[str]]) -> Terms:
    """Weigh the terms of all sentences against each other.

    The weight is ``(1 + ln tf) * ln(1 + n / df) ** SHARPNESS``, counted over the sentences of this story.
    """
    frequency = Counter(term for row in rows for term in set(row))
    column = {term: n for n, term in enumerate(sorted(t for t, df in frequency.items() if df > 1))}
    count = len(rows)
    starts: list[int] = [0]
    columns: list[int] = []
    weights: list[float] = []
    mass: list[float] = []
    for row in rows:
        bag = Counter(row)
        idf = {t: float(np.log1p(count / frequency[t])) for t in bag}
        values = {t: (1 + float(np.log(tf))) * idf[t] ** SHARPNESS for t, tf in sorted(bag.items())}
        length = float(np.sqrt(sum(v * v for v in values.values()))) or 1.0
        shared = [(column[t], v / length) for t, v in values.items() if t in column]
        columns.extend(c for c, _ in shared)
        weights.extend(w for _, w in shared)
        starts.append(len(columns))
        mass.append(sum(idf.values()))
    return Terms(
        count,
        np.array(starts, dtype=np.int64),
        np.array(columns, dtype=np.int64),
        np.array(weights, dtype=np.float64),
        np.array([np.log1p(count / frequency[t]) for t in column], dtype=np.float64),
        np.array(mass, dtype=np.float64),
    )


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a lower-case word, or the word itself where there is no stemmer for its language."""
    name = _STEMMERS.get(language)
    return str(_stemmer(name).stemWord(word)) if name else word


@lru_cache(maxsize=len(_STEMMERS))
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)


def _names(sentences: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the words, lower-cased, that are written with a capital inside sentences more often than not."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words in sentences:
        for word in words[1:]:
            (capital if word[0].isupper() else small)[_bare(word)] += 1
    return frozenset(word for word, times in capital.items() if times > small[word])


def _term(word: str, language: str, names: frozenset[str]) -> str | None:
    bare = _bare(word)
    if bare in STOP_WORDS.get(language, frozenset()) and bare not in names:
        return None
    if bare in names or bare[0].isdigit():
        return bare
    return f"{stem(bare, language)}/{language}"


_POSSESSIVE = re.compile(r"['’]s$")


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower()).replace("’", "'")
