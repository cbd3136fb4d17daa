"""The sentences of a set by number, which is how the analysis knows them."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Article, Sentence


@dataclass(frozen=True, slots=True)
class Numbered:
    """The comparable sentences of a set in content order, which the analysis knows by number.

    ``article`` is by sentence; ``voice`` numbers the independent voices, by article.
    """

    articles: tuple[Article, ...]
    pieces: tuple[tuple[Article, Sentence], ...]
    article: tuple[int, ...]
    voice: tuple[int, ...]

    @classmethod
    def of(cls, articles: tuple[Article, ...]) -> Numbered:
        """Number the sentences of articles that are in content order."""
        voices = {voice: n for n, voice in enumerate(dict.fromkeys(a.voice for a in articles))}
        rows = [(n, a, s) for n, a in enumerate(articles) for s in a.sentences if s.comparable]
        return cls(
            articles,
            tuple((a, s) for _, a, s in rows),
            tuple(n for n, _, _ in rows),
            tuple(voices[a.voice] for a in articles),
        )

    @property
    def texts(self) -> list[str]:
        """The words of each sentence."""
        return [article.cut(sentence) for article, sentence in self.pieces]
