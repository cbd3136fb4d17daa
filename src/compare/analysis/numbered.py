"""The sentences of a set by number, which is how the analysis knows them."""

from __future__ import annotations

from dataclasses import dataclass

from compare.analysis.flow import Flow
from compare.analysis.voices import Voices, find_voices
from compare.model import Article, Sentence


@dataclass(frozen=True, slots=True)
class Numbered:
    """The comparable sentences of a set in content order, which the analysis knows by number.

    ``article`` is by sentence; ``voices`` are the independent ones.
    """

    articles: tuple[Article, ...]
    pieces: tuple[tuple[Article, Sentence], ...]
    article: tuple[int, ...]
    voices: Voices

    @classmethod
    def of(cls, articles: tuple[Article, ...], voices: Voices | None = None) -> Numbered:
        """Number the sentences of articles that are in content order. ``voices`` are found unless they are given."""
        rows = [(n, a, s) for n, a in enumerate(articles) for s in a.sentences if s.comparable]
        return cls(
            articles,
            tuple((a, s) for _, a, s in rows),
            tuple(n for n, _, _ in rows),
            voices or find_voices(Flow.of(articles)),
        )

    @property
    def voice(self) -> tuple[int, ...]:
        """The number of its voice, by article."""
        return self.voices.of

    @property
    def texts(self) -> list[str]:
        """The words of each sentence."""
        return [article.cut(sentence) for article, sentence in self.pieces]
