"""Stage one, in two halves: an inverted index that sums what two sentences share, and the evidence made of it.

No matrix of all pairs is ever held: a few sentences at a time meet those of their own and of all later articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.analysis.terms import Floats, Ints, Rows, Terms, bags, names, neighbours, quoted, weigh, words_of
from compare.model import KNOWN

EVIDENCE = ("weight", "overlap", "flanks", "beside")
"""What stage one knows of a pair, in the order of :attr:`Block.evidence`.

- ``weight``: how much rare vocabulary they share: the sum of products of its rarity in both articles;
- ``overlap``: the sum of the geometric means of those rarities, as a share of that of both sentences' masses;
- ``flanks``: mean likeness (the cosine that belongs to ``weight``) of the sentences before both and of those after;
- ``beside``: best likeness of either with a neighbour of the other.
"""

ROWS = 64
"""Sentences that meet all others at once. It bounds memory: a block has so many rows, however long an article is."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The sentences of a set as terms.

    ``terms`` meet within one known language. ``names``, empty where all articles are in one, hold names, numbers and
    quoted words, which alone meet between two languages, or two articles in a language that is not known. ``wording``
    holds pairs of neighbouring words. ``starts`` has the number of each article's first sentence and, last, the number
    of sentences; ``language`` is by article: articles meet by their words where it is the same.
    """

    terms: Terms
    names: Terms | None
    wording: Terms
    starts: Ints
    language: tuple[str, ...]

    @classmethod
    def of(cls, sentences: Sequence[str], article: Sequence[int], languages: Sequence[str]) -> Vocabulary:
        """Read sentences that are in the order of their articles. ``languages`` are by article."""
        return Lexicon.of(sentences, article, languages).vocabulary()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of sentences by kind, as for :class:`Vocabulary`, not weighed yet: further sentences can be put in.

    ``article`` is by sentence, ``languages`` by article. ``read`` counts the sentences that were read, which come
    first, in the order of their articles.
    """

    terms: Rows
    names: Rows | None
    wording: Rows
    article: Sequence[int]
    languages: Sequence[str]
    read: int

    @classmethod
    def of(cls, sentences: Sequence[str], article: Sequence[int], languages: Sequence[str]) -> Lexicon:
        """Read sentences. Arguments are as for :meth:`Vocabulary.of`."""
        words = [words_of(sentence) for sentence in sentences]
        return cls(
            Rows.of(bags(words, [languages[n] for n in article])),
            Rows.of(_alike(sentences, words, article)) if len(set(_apart(languages))) > 1 else None,
            Rows.of(neighbours(words)),
            article,
            languages,
            len(words),
        )

    def with_put_in(self, sentences: Sequence[str], article: Sequence[int]) -> Lexicon:
        """Return it with the sentences that follow those which were read.

        Args:
            sentences: all of both.
            article: the number of each one's article.
        """
        words = [words_of(sentence) for sentence in sentences[self.read :]]
        names = self.names
        if names:  # what is a name, the whole article tells
            entered = set(article[self.read :])
            inside = [n for n, k in enumerate(article) if k in entered]
            texts = [sentences[n] for n in inside]
            alike = _alike(texts, [words_of(text) for text in texts], [article[n] for n in inside])
            names = names.followed_by(row for n, row in zip(inside, alike, strict=True) if n >= self.read)
        return Lexicon(
            self.terms.followed_by(bags(words, [self.languages[k] for k in article[self.read :]])),
            names,
            self.wording.followed_by(neighbours(words)),
            article,
            self.languages,
            self.read,
        )

    def vocabulary(self, order: Ints | None = None) -> Vocabulary:
        """Weigh the terms of all sentences; ``order`` has them in the order of their articles, if some were put in, and
        the vocabulary has them so."""
        read = None if order is None else self.read

        def weighed(rows: Rows) -> Terms:
            terms = weigh(rows, self.article, read)
            return terms if order is None else terms.taken(order)

        article = np.asarray(self.article, dtype=np.int64)
        return Vocabulary(
            weighed(self.terms),
            weighed(self.names) if self.names else None,
            weighed(self.wording),
            np.searchsorted(article if order is None else article[order], np.arange(len(self.languages) + 1)),
            _apart(self.languages),
        )


def _apart(languages: Sequence[str]) -> tuple[str, ...]:
    """The language by article; where it is not known, one for each."""
    return tuple(code if code in KNOWN else f"{code} {n}" for n, code in enumerate(languages))


def _alike(sentences: Sequence[str], words: Sequence[Sequence[str]], article: Sequence[int]) -> list[list[str]]:
    """Of each sentence what is the same in every language."""
    return [[*own, *said] for own, said in zip(names(words, article), quoted(sentences), strict=True)]


@dataclass(frozen=True, slots=True)
class Block:
    """Some sentences of one article against those of their own and of all later articles, or of all articles.

    ``article`` is the article's number; ``rows`` and ``columns`` are the first sentence numbers and one past the last;
    ``evidence`` has the shape (kinds, rows, columns). ``wording`` counts the pairs of neighbouring words that are
    neighbours in both.
    """

    article: int
    rows: tuple[int, int]
    columns: tuple[int, int]
    evidence: Floats
    wording: Floats


def blocks(vocabulary: Vocabulary) -> Iterator[Block]:
    """Yield the blocks of all articles, in order."""
    index = _Index.of(vocabulary)
    for article, begin in enumerate(vocabulary.starts[:-1].tolist()):
        yield from _blocks(vocabulary, index, article, begin)


def whole_blocks(vocabulary: Vocabulary, articles: Iterable[int]) -> Iterator[Block]:
    """Yield the blocks of some articles, which meet the earlier articles as well as the later ones."""
    index = _Index.of(vocabulary)
    for article in articles:
        yield from _blocks(vocabulary, index, article, 0)


def _blocks(vocabulary: Vocabulary, index: _Index, article: int, c0: int) -> Iterator[Block]:
    """The blocks of an article, with the sentences from ``c0`` on."""
    begin, end = vocabulary.starts[article : article + 2].tolist()
    for r0 in range(begin, end, ROWS):
        rows = r0, min(r0 + ROWS, end)
        wording = index.wording.sums(*rows, c0)[0] * (index.language[c0:] == vocabulary.language[article])
        evidence = _evidence(index, (begin, end), rows, c0)
        yield Block(article, rows, (c0, vocabulary.terms.count), evidence, wording)


@dataclass(frozen=True, slots=True)
class _Postings:
    """For each term the sentences that hold it, in order: the term matrix by column, with the values to be summed."""

    terms: Terms
    starts: Ints
    sentences: Ints
    own: tuple[Floats, ...]
    theirs: tuple[Floats, ...]

    @classmethod
    def of(cls, terms: Terms, *values: Floats) -> _Postings:
        row = np.repeat(np.arange(terms.count), np.diff(terms.starts))
        order = np.argsort(terms.columns, kind="stable")  # rows stay in order within a column
        sizes = np.bincount(terms.columns, minlength=terms.width)
        starts = np.concatenate(([0], np.cumsum(sizes)))
        return cls(terms, starts, row[order], values, tuple(value[order] for value in values))

    def sums(self, r0: int, r1: int, c0: int) -> list[Floats]:
        """Return for each kind of value the summed products over shared terms, of rows ``r0`` to ``r1`` with all from
        ``c0`` on."""
        own = slice(self.terms.starts[r0], self.terms.starts[r1])
        term = self.terms.columns[own]
        row = np.repeat(np.arange(r1 - r0), np.diff(self.terms.starts[r0 : r1 + 1]))
        sizes = self.starts[term + 1] - self.starts[term]
        # the places in the postings of every own term, one after the other, without a loop
        offsets = np.repeat(np.cumsum(sizes) - sizes, sizes)
        place = np.arange(int(sizes.sum())) - offsets + np.repeat(self.starts[term], sizes)
        other = self.sentences[place]
        later = other >= c0
        place, width = place[later], self.terms.count - c0
        cell = np.repeat(row, sizes)[later] * width + (other[later] - c0)
        source = np.repeat(np.arange(len(term)), sizes)[later]
        return [
            np.bincount(cell, weights=mine[own][source] * theirs[place], minlength=(r1 - r0) * width)
            .astype(np.float64, copy=False)
            .reshape(r1 - r0, width)
            for mine, theirs in zip(self.own, self.theirs, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Index:
    """The postings of a vocabulary, and whether each sentence opens its article."""

    terms: _Postings
    names: _Postings | None
    wording: _Postings
    first: NDArray[np.bool_]
    language: NDArray[np.str_]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> _Index:
        first = np.zeros(vocabulary.terms.count + 1, dtype=bool)
        first[vocabulary.starts] = True
        by_sentence = np.repeat(np.array(vocabulary.language, dtype=np.str_), np.diff(vocabulary.starts))
        names = None if vocabulary.names is None else _by_rarity(vocabulary.names)
        ones = np.ones(len(vocabulary.wording.columns))
        return cls(_by_rarity(vocabulary.terms), names, _Postings.of(vocabulary.wording, ones), first, by_sentence)

    def shared(self, r0: int, r1: int, c0: int, language: str) -> list[Floats]:
        """Return the sums of ``weight`` and of ``overlap``; between two languages those over names and numbers."""
        sums = self.terms.sums(r0, r1, c0)
        if self.names is None:
            return sums
        abroad = self.language[c0:] != language
        return [np.where(abroad, over, s) for s, over in zip(sums, self.names.sums(r0, r1, c0), strict=True)]


def _by_rarity(terms: Terms) -> _Postings:
    return _Postings.of(terms, terms.rarity, np.sqrt(terms.rarity))


def _evidence(index: _Index, own: tuple[int, int], rows: tuple[int, int], c0: int) -> Floats:
    """Return the evidence of some rows of an article, whose neighbours just outside are looked at and left out, with
    all sentences from ``c0`` on, where an article begins."""
    (begin, end), (r0, r1) = own, rows
    h0, h1 = max(begin, r0 - 1), min(end, r1 + 1)
    terms = index.terms.terms
    weight, overlap = index.shared(h0, h1, c0, str(index.language[begin]))
    overlap = overlap / np.sqrt(np.maximum(np.outer(terms.mass[h0:h1], terms.mass[c0:]), 1e-9))
    likeness = weight / np.maximum(np.outer(terms.length[h0:h1], terms.length[c0:]), 1e-9)
    before, after = ~index.first[:-1], ~index.first[1:]
    context = _context(likeness, before[c0:], after[c0:], before[h0:h1], after[h0:h1])
    evidence: Floats = np.stack((weight, overlap, *context))[:, r0 - h0 : r1 - h0]
    return evidence


def _context(
    likeness: Floats,
    before: NDArray[np.bool_],
    after: NDArray[np.bool_],
    row_before: NDArray[np.bool_],
    row_after: NDArray[np.bool_],
) -> tuple[Floats, Floats]:
    """Return flanks and beside. ``before`` and ``after`` tell of each column whether its article has a neighbour there,
    ``row_before`` and ``row_after`` the same of each row."""
    above = np.roll(likeness, 1, axis=0) * row_before[:, None]
    below = np.roll(likeness, -1, axis=0) * row_after[:, None]
    left = np.roll(likeness, 1, axis=1) * before
    right = np.roll(likeness, -1, axis=1) * after
    flanks = (np.roll(above, 1, axis=1) * before + np.roll(below, -1, axis=1) * after) / 2
    return flanks, np.maximum(np.maximum(above, below), np.maximum(left, right))
