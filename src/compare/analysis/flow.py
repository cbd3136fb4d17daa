"""The words of a whole set as one sequence of numbers, in which the same run of words is found wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
        words: list[str] = []
        edges: list[Ints] = []
        firsts = [0]
        for article in articles:
            for start, end in _stretches(article):
                # what stands before a word, the word, and so on: where each ends is where the next begins
                pieces = _WORD.split(article.text[start:end])
                edges.append(start + np.cumsum([*map(len, pieces), 0]))
                words += pieces[1::2]
                words.append(_BREAK)
            firsts.append(len(words))
        spans = np.concatenate([np.empty(0, dtype=np.int64), *edges]).reshape(-1, 2)
        owner = np.repeat(np.arange(len(articles)), np.diff(firsts))
        known = dict(numbers or {})
        code = _codes(words, known)
        return cls(
            articles=tuple(articles),
            codes=code,
            article=owner,
            sentence=_sentences(articles, firsts, spans[:, 0]),
            start=spans[:, 0],
            end=spans[:, 1],
            firsts=np.array(firsts, dtype=np.int64),
            runs=_shared(_twelves(code), owner, len(articles)),
            numbers=known,
        )


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


def _sentences(articles: Sequence[Article], firsts: Sequence[int], starts: Ints) -> Ints:
    """Return by word the number of the comparable sentence it stands in, -1 for none."""
    found = np.full_like(starts, -1)
    for n, article in enumerate(articles):
        if article.sentences:
            at = starts[firsts[n] : firsts[n + 1]]
            bounds = np.array([(s.start, s.end if s.comparable else s.start) for s in article.sentences])
            place = np.searchsorted(bounds[:, 0], at, side="right") - 1
            found[firsts[n] : firsts[n + 1]] = np.where((place >= 0) & (at < bounds[place, 1]), place, -1)
    return found


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
