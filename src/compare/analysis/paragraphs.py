"""Which paragraphs say the same: many to many and in any order, from the links of their sentences."""

from __future__ import annotations

from collections.abc import Iterable

from compare.model import Article, Counterpart, Link
from compare.model.index import Changed


class Paragraphs:
    """The pairs of paragraphs that links join, kept: of other links of the same articles only those pairs are scored
    again whose links are others."""

    def __init__(self) -> None:
        self._paragraph: dict[str, str] = {}
        self._found: dict[tuple[str, str], Counterpart] = {}

    def counterparts(
        self, articles: Iterable[Article], links: tuple[Link, ...], changed: Changed[Link] | None = None
    ) -> tuple[Counterpart, ...]:
        """Return the pairs of paragraphs that at least one link joins, in order of their ids.

        ``links`` are in order of their ids; ``changed`` is which of them are others than when this was asked last.

        ``score`` is the probability that any of their links holds, taken as independent: ``1 - (1 - p) * (1 - q) ...``.
        Of paragraphs that hold sentences of one labelled claim (49 SPARK stories), it puts first a true counterpart in
        58.7 % of all cases; their best link alone does so in 57.8 %, links from sentence to sentence at most once in
        58.2 %, the mean over the sentences of the shorter paragraph in 56.3 %, over both in 56.0 %. Average precision
        is the same for all within .008.
        """
        if not self._paragraph:
            self._paragraph = {s.id: s.paragraph for article in articles for s in article.sentences}
        changed = changed or Changed.of((), links)
        touched = {self._pair(link) for link in (*changed.gone, *changed.new)}
        misses: dict[tuple[str, str], float] = {}
        for link in links if touched else ():  # in the order of their ids: a product depends on it
            pair = self._pair(link)
            if pair in touched:
                misses[pair] = misses.get(pair, 1.0) * (1.0 - link.score)
        for pair in touched:
            self._found.pop(pair, None)
        self._found.update((pair, Counterpart(*pair, round(1.0 - miss, 6))) for pair, miss in misses.items())
        return tuple(self._found[pair] for pair in sorted(self._found))

    def _pair(self, link: Link) -> tuple[str, str]:
        one, two = self._paragraph[link.a], self._paragraph[link.b]
        return (one, two) if one < two else (two, one)
