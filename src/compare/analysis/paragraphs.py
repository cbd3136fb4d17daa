"""Which paragraphs say the same: many to many and in any order, from the links of their sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import prod

from compare.model import Article, Counterpart, Link
from compare.model.index import Changed


class Paragraphs:
    """The pairs of paragraphs that links join, kept: of other links of the same articles only those pairs are looked at
    again whose links are others."""

    def __init__(self) -> None:
        self._paragraph: dict[str, str] = {}
        self._joining: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
        self._found: dict[tuple[str, str], Counterpart] = {}

    def counterparts(self, articles: Iterable[Article], links: Changed[Link]) -> tuple[Counterpart, ...]:
        """Return the pairs of paragraphs that at least one link joins, in order of their ids; ``links`` are those that
        are gone since this was asked last, and those that are new.

        ``score`` is the probability that any of their links holds, taken as independent: ``1 - (1 - p) * (1 - q) ...``.
        Of paragraphs that hold sentences of one labelled claim (49 SPARK stories), it puts first a true counterpart in
        58.7 % of all cases; their best link alone does so in 57.8 %, links from sentence to sentence at most once in
        58.2 %, the mean over the sentences of the shorter paragraph in 56.3 %, over both in 56.0 %. Average precision
        is the same for all within .008.
        """
        if not self._paragraph:
            self._paragraph = {s.id: s.paragraph for article in articles for s in article.sentences}
        for link in links.gone:
            self._joining[self._pair(link)].remove(link)
        for link in links.new:
            self._joining[self._pair(link)].append(link)
        for pair in {self._pair(link) for link in (*links.gone, *links.new)}:
            self._found.pop(pair, None)
            if joining := sorted(self._joining[pair], key=lambda x: (x.a, x.b)):  # a product depends on its order
                miss = prod(1.0 - link.score for link in joining)
                self._found[pair] = Counterpart(*pair, round(1.0 - miss, 6))
        return tuple(self._found[pair] for pair in sorted(self._found))

    def _pair(self, link: Link) -> tuple[str, str]:
        one, two = self._paragraph[link.a], self._paragraph[link.b]
        return (one, two) if one < two else (two, one)
