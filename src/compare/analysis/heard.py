"""What the English articles of a comparison say of a few matters, read when it is first asked for and kept; and the
clash between two sides of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar

from compare.analysis.clash import Clash, label, quoted
from compare.model import Article, Comparison, ConflictKind

Said = TypeVar("Said")

Spoken: TypeAlias = Sequence[tuple[str, str, str]]
"""The compared sentences of an article: id, words, and these in small letters."""


class Heard(Generic[Said]):
    """What each article says of each matter, by its number.

    It holds in every comparison of the same texts but of articles whose facts, days or compared sentences are others:
    :meth:`turn` to the next one.

    Args:
        read: what the sentences of an article say of a matter; nothing if that is of no use.
    """

    def __init__(self, read: Callable[[Comparison, Spoken, int], Sequence[Said]]) -> None:
        self._read = read
        self._said: dict[tuple[str, int], Sequence[Said]] = {}
        self._having: dict[tuple[str, ...], Sequence[str]] = {}
        self._spoken: dict[str, Spoken] = {}

    def turn(self, comparison: Comparison, others: Set[str] = frozenset()) -> None:
        """Look things up in another comparison from now on; ``others`` are the articles that are read anew."""
        self._comparison = comparison
        self._said = {key: said for key, said in self._said.items() if key[0] not in others}
        self._spoken = {article: spoken for article, spoken in self._spoken.items() if article not in others}

    def having(self, cues: tuple[str, ...]) -> Sequence[Article]:
        """Return the articles whose texts have any of some bits in small letters, in order."""
        if cues not in self._having:
            english = [(a.id, a.text.lower()) for a in self._comparison.coverage.articles if a.language == "en"]
            self._having[cues] = [article for article, text in english if any(cue in text for cue in cues)]
        return [*map(self._comparison.index.articles.__getitem__, self._having[cues])]

    def of(self, article: Article, matter: int) -> Sequence[Said]:
        """Return what an article says of a matter."""
        key = article.id, matter
        if key not in self._said:
            self._said[key] = self._read(self._comparison, self._sentences(article), matter)
        return self._said[key]

    def _sentences(self, article: Article) -> Spoken:
        if article.id not in self._spoken:
            cut = [(s.id, article.cut(s)) for s in article.sentences if s.comparable]
            self._spoken[article.id] = [(sentence, words, words.lower()) for sentence, words in cut]
        return self._spoken[article.id]


@lru_cache
def pattern(words: str) -> re.Pattern[str]:
    """Compile a pattern of whole words when it is first asked for: most sets speak of one matter or none."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def dispute(
    comparison: Comparison, kind: ConflictKind, sides: tuple[tuple[str, ...], ...], *, about: str, sure: float
) -> Clash:
    """Return the clash between two sides that say the opposite of one matter, each told by its first sentence."""
    opening = "A later report tells otherwise." if kind is ConflictKind.UPDATE else "One says so, the other not."
    index = comparison.index
    said = "; ".join(f"{label(comparison, side[0])}: {quoted(index.words(side[0]))}" for side in sides)
    return Clash(kind, sides, f"{opening} {said}.", sure, about, tuple(side[0] for side in sides), opening)
