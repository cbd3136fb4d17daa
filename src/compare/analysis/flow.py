"""The words of a whole set as one sequence of numbers, in which the same run of words is found wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import is_

import numpy as np

from compare.analysis.terms import Ints
from compare.analysis.words import plain
from compare.model import Article, ParagraphKind
from compare.model.words import SPOKEN

RUN = 12
"""Words of the shortest run that counts as taken over. Aligned sentences of independent reports share runs of five or
six; a title with a name, or a stock phrase, reaches nine."""

_WORD = re.compile(f"({SPOKEN.pattern})")


@dataclass(frozen=True, slots=True)
class Flow:
    """The words of articles in content order, furniture left out.

    All are by word: ``codes`` are equal where the words are, whatever their case, and -1 at the breaks that stand
    where furniture was and after every article, over which no run goes; ``article`` is the article's number;
    ``sentence`` that of the comparable sentence within it, or -1; ``start`` and ``end`` are code points. ``firsts`` has
    the first word of each article and, last, the number of words. ``runs`` numbers the twelve words from each word on,
    or is -1 where no other article has them. ``numbers`` has the code of each word, in small letters.
    """

    articles: tuple[Article, ...]
    codes: Ints
    article: Ints
    sentence: Ints
    start: Ints
    end: Ints
    firsts: Ints
    runs: Ints
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, articles: Sequence[Article], numbers: Mapping[str, int] | None = None) -> Flow:
        """Read articles that are in content order; ``numbers`` are those of another flow, in which words that this one
        has as well have the same codes."""
        known = dict(numbers or {})
        return cls._joined(articles, [_Spoken.of(article, known) for article in articles], known)

    def with_articles(self, articles: Sequence[Article]) -> Flow:
        """Return the flow of other articles: of those that are the very same as here nothing is read again."""
        if len(articles) == len(self.articles) and all(map(is_, articles, self.articles)):
            return self
        known, place = dict(self.numbers), {id(article): n for n, article in enumerate(self.articles)}
        spoken = [
            self._spoken(place[id(article)]) if id(article) in place else _Spoken.of(article, known)
            for article in articles
        ]
        return self._joined(articles, spoken, known)

    def _spoken(self, n: int) -> _Spoken:
        own = slice(*self.firsts[n : n + 2].tolist())
        return _Spoken(self.codes[own], self.sentence[own], self.start[own], self.end[own])

    @classmethod
    def _joined(cls, articles: Sequence[Article], spoken: Sequence[_Spoken], numbers: Mapping[str, int]) -> Flow:
        sizes = [len(words.codes) for words in spoken]
        owner = np.repeat(np.arange(len(articles)), sizes)
        codes = _one_after_another(words.codes for words in spoken)
        return cls(
            articles=tuple(articles),
            codes=codes,
            article=owner,
            sentence=_one_after_another(words.sentence for words in spoken),
            start=_one_after_another(words.start for words in spoken),
            end=_one_after_another(words.end for words in spoken),
            firsts=np.cumsum([0, *sizes]),
            runs=_shared(_twelves(codes), owner, len(articles)),
            numbers=numbers,
        )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of one article, as a flow has them."""

    codes: Ints
    sentence: Ints
    start: Ints
    end: Ints

    @classmethod
    def of(cls, article: Article, numbers: dict[str, int]) -> _Spoken:
        """Read it; words that have no number yet are given one."""
        words: list[str] = []
        edges: list[Ints] = []
        for start, end in _stretches(article):
            # what stands before a word, the word, and so on: where each ends is where the next begins
            pieces = _WORD.split(article.text[start:end])
            edges.append(start + np.cumsum([*map(len, pieces), 0]))
            words += pieces[1::2]
            words.append(_BREAK)
        spans = _one_after_another(edges).reshape(-1, 2)
        return cls(_codes(words, numbers), _sentences(article, spans[:, 0]), spans[:, 0], spans[:, 1])


def _one_after_another(parts: Iterable[Ints]) -> Ints:
    return np.concatenate([np.empty(0, dtype=np.int64), *parts])


_BREAK = ""


def _codes(words: Sequence[str], numbers: dict[str, int]) -> Ints:
    """Number words, whatever their case, in the order in which they first stand, those that have no number yet."""
    code = {_BREAK: -1}
    for word in dict.fromkeys(words):
        if word != _BREAK:
            code[word] = numbers.setdefault(plain(word), len(numbers))
    return np.array([code[word] for word in words], dtype=np.int64)


def pairs(ranks: Ints, ahead: int) -> Ints:
    """Number the blocks made of two: the one from a word on, and the one ``ahead`` words later.

    ``ranks`` number the smaller blocks, -1 for one that stands nowhere else; the result is of the same sort.
    """
    later = np.full_like(ranks, -1)
    later[: max(len(ranks) - ahead, 0)] = ranks[ahead:]
    at = np.flatnonzero((ranks >= 0) & (later >= 0))
    _, inverse, counts = np.unique(ranks[at] * (len(ranks) + 1) + later[at], return_inverse=True, return_counts=True)
    found = np.full_like(ranks, -1)
    found[at] = np.where(counts[inverse] > 1, inverse, -1)
    return found


def _stretches(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the bounds of what stands between furniture."""
    begun: list[int] = []
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.FURNITURE:
            begun = [begun[0] if begun else paragraph.start, paragraph.end]
        elif begun:
            yield begun[0], begun[1]
            begun = []
    if begun:
        yield begun[0], begun[1]


def _sentences(article: Article, starts: Ints) -> Ints:
    """Return by word of an article the number of the comparable sentence it stands in, -1 for none."""
    if not article.sentences:
        return np.full_like(starts, -1)
    bounds = np.array([(s.start, s.end if s.comparable else s.start) for s in article.sentences])
    place = np.searchsorted(bounds[:, 0], starts, side="right") - 1
    return np.where((place >= 0) & (starts < bounds[place, 1]), place, -1)


def _twelves(codes: Ints) -> Ints:
    """Number the runs of :data:`RUN` words, by doubling: two, four, eight, and four more."""
    four = pairs(pairs(codes, 1), 2)
    eight = pairs(four, 4)
    later = np.full_like(codes, -1)
    later[: max(len(codes) - 8, 0)] = four[8:]
    at = np.flatnonzero((eight >= 0) & (later >= 0))
    found = np.full_like(codes, -1)
    found[at] = np.unique(eight[at] * (len(codes) + 1) + later[at], return_inverse=True)[1]
    return found


def _shared(runs: Ints, article: Ints, articles: int) -> Ints:
    """Keep the numbers of the runs that stand in two articles at least, counted anew from 0."""
    at = np.flatnonzero(runs >= 0)
    held = np.unique(runs[at] * articles + article[at]) // max(articles, 1)
    of = np.bincount(held, minlength=1)
    shared = at[of[runs[at]] > 1] if len(at) else at
    found = np.full_like(runs, -1)
    found[shared] = np.unique(runs[shared], return_inverse=True)[1]
    return found
