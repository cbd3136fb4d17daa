"""Which paragraphs say the same: many to many and in any order, from the links of their sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import prod
from typing import TypeAlias

from compare.model import Article, Comparison, Counterpart, Link
from compare.model.difference import Changed

_Pair: TypeAlias = tuple[str, str]
"""Two paragraphs, in order of their ids as the sentences of a link between them are: those are of two articles, whose
ids all begin with their article's."""


class Paragraphs:
    """The pairs of paragraphs that links join, kept: of other links of the same articles only those pairs are scored
    again whose links are others."""

    def __init__(self) -> None:
        self._paragraph: dict[str, str] = {}
        self._sentences: defaultdict[str, list[str]] = defaultdict(list)
        self._found: dict[_Pair, Counterpart] = {}

    def counterparts(self, comparison: Comparison, changed: Changed[Link] | None = None) -> tuple[Counterpart, ...]:
        """Return the pairs of paragraphs that at least one link joins, in order of their ids.

        ``changed`` is which links are others than when this was asked last.

        ``score`` is the probability that any of their links holds, taken as independent: ``1 - (1 - p) * (1 - q) ...``.
        Of paragraphs that hold sentences of one labelled claim (49 SPARK stories), it puts first a true counterpart in
        58.7 % of all cases; their best link alone does so in 57.8 %, links from sentence to sentence at most once in
        58.2 %, the mean over the sentences of the shorter paragraph in 56.3 %, over both in 56.0 %. Average precision
        is the same for all within .008.
        """
        if changed is None:
            self._read(comparison.coverage.articles)
            joined = _joined((self._pair(link), link) for link in comparison.links)
            self._found = {pair: joined[pair] for pair in sorted(joined)}
            return tuple(self._found.values())
        touched = {self._pair(link) for link in (*changed.gone, *changed.new)}
        joined = _joined(self._between(touched, comparison.index.links_of))
        is_new = not joined.keys() <= self._found.keys()
        for pair in touched - joined.keys():
            del self._found[pair]
        self._found |= joined
        if is_new:
            self._found = {pair: self._found[pair] for pair in sorted(self._found)}
        return tuple(self._found.values())

    def _read(self, articles: Iterable[Article]) -> None:
        self._paragraph = {s.id: s.paragraph for article in articles for s in article.sentences}
        self._sentences.clear()
        for sentence, paragraph in self._paragraph.items():
            self._sentences[paragraph].append(sentence)

    def _between(self, pairs: Set[_Pair], links_of: Mapping[str, Sequence[Link]]) -> Iterator[tuple[_Pair, Link]]:
        """The links that join these pairs, each with its pair."""
        others: defaultdict[str, set[str]] = defaultdict(set)
        for one, two in pairs:
            others[one].add(two)
        paragraph = self._paragraph
        for one, joined in others.items():
            for sentence in self._sentences[one]:
                for link in links_of.get(sentence, ()):
                    if link.a == sentence and (two := paragraph[link.b]) in joined:
                        yield (one, two), link

    def _pair(self, link: Link) -> _Pair:
        return self._paragraph[link.a], self._paragraph[link.b]


def _joined(ties: Iterable[tuple[_Pair, Link]]) -> dict[_Pair, Counterpart]:
    """The pairs that links join, of which all are given that there are of each."""
    missed: defaultdict[_Pair, list[float]] = defaultdict(list)
    for pair, link in ties:
        missed[pair].append(1.0 - link.score)
    # a product of floats depends on their order, and the links come in none
    return {pair: Counterpart(*pair, round(1.0 - prod(sorted(each)), 6)) for pair, each in missed.items()}
