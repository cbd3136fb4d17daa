"""The sentences of a set by number, which is how the analysis knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import zip_longest

from compare.analysis.flow import Flow
from compare.analysis.voices import Voices, find_voices
from compare.model import Article, Sentence


@dataclass(frozen=True, slots=True)
class Numbered:
    """The comparable sentences of a set, which the analysis knows by number: in content order, and behind all of them,
    in content order, those that a reader put in, so that no other one has another number.

    ``article`` is by sentence; ``voices`` are the independent ones; ``read`` counts the sentences that were read.
    """

    articles: tuple[Article, ...]
    pieces: tuple[tuple[Article, Sentence], ...]
    article: tuple[int, ...]
    voices: Voices
    read: int

    @classmethod
    def of(cls, articles: tuple[Article, ...], voices: Voices | None = None) -> Numbered:
        """Number the sentences of articles that are in content order. ``voices`` are found unless they are given."""
        rows = [(n, a, s) for n, a in enumerate(articles) for s in a.sentences if s.comparable]
        return cls(
            articles,
            tuple((a, s) for _, a, s in rows),
            tuple(n for n, _, _ in rows),
            voices or find_voices(Flow.of(articles)),
            len(rows),
        )

    def with_put_in(self, articles: Iterable[Article]) -> Numbered:
        """Return them with the sentences that are compared in the same articles as a reader has them, and were not."""
        compared = {sentence.id for _, sentence in self.pieces}
        rows = [(n, a, s) for n, a in enumerate(articles) for s in a.sentences if s.comparable and s.id not in compared]
        if not rows:
            return self
        pieces = (*self.pieces, *((a, s) for _, a, s in rows))
        return replace(self, pieces=pieces, article=(*self.article, *(n for n, _, _ in rows)))

    @property
    def as_read(self) -> Numbered:
        """They without those that were put in."""
        return replace(self, pieces=self.pieces[: self.read], article=self.article[: self.read])

    @property
    def put_in(self) -> Mapping[int, Sequence[Sentence]]:
        """The sentences that were put in, by the number of their article."""
        found: defaultdict[int, list[Sentence]] = defaultdict(list)
        for k, (_, sentence) in zip(self.article[self.read :], self.pieces[self.read :], strict=True):
            found[k].append(sentence)
        return found

    @property
    def order(self) -> Sequence[int]:
        """The numbers of the sentences in content order."""
        return self.in_order(range(len(self.pieces)))

    def others(self, before: Numbered) -> Set[int]:
        """Return the numbers that are another sentence's than before, or were none's, or are none's now: of those that
        were put in."""
        both = zip_longest(self.pieces[self.read :], before.pieces[before.read :])
        return {n for n, (now, was) in enumerate(both, self.read) if not (now and was and now[1].id == was[1].id)}

    def in_order(self, numbers: Sequence[int]) -> Sequence[int]:
        """Return some numbers, which are sorted, in the order of their sentences."""
        if not numbers or numbers[-1] < self.read:
            return numbers
        return sorted(numbers, key=lambda n: (self.article[n], self.pieces[n][1].start))

    @property
    def voice(self) -> tuple[int, ...]:
        """The number of its voice, by article."""
        return self.voices.of

    @property
    def texts(self) -> list[str]:
        """The words of each sentence."""
        return [article.cut(sentence) for article, sentence in self.pieces]
