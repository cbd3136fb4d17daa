"""Which paragraphs say the same: many to many and in any order, from the links of their sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from compare.model import Article, Comparison, Counterpart, Link
from compare.model.difference import Changed


class Paragraphs:
    """The pairs of paragraphs that links join, kept: of other links of the same articles only those pairs are scored
    again whose links are others."""

    def __init__(self) -> None:
        self._paragraph: dict[str, str] = {}
        self._sentences: defaultdict[str, list[str]] = defaultdict(list)
        self._found: dict[tuple[str, str], Counterpart] = {}

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
            self._found = self._joined(comparison.links)
        else:
            touched = {self._pair(link) for link in (*changed.gone, *changed.new)}
            joined = self._joined(self._between(touched, comparison.index.links_of))
            is_new = not joined.keys() <= self._found.keys()
            for pair in touched - joined.keys():
                del self._found[pair]
            self._found |= joined
            if is_new:
                self._found = dict(sorted(self._found.items()))
        return tuple(self._found.values())

    def _read(self, articles: Iterable[Article]) -> None:
        self._paragraph = {s.id: s.paragraph for article in articles for s in article.sentences}
        self._sentences.clear()
        for sentence, paragraph in self._paragraph.items():
            self._sentences[paragraph].append(sentence)

    def _joined(self, links: Iterable[Link]) -> dict[tuple[str, str], Counterpart]:
        """The pairs that these links, all that there are of each, join; in order of their ids, as the links are: a
        product depends on it."""
        misses: dict[tuple[str, str], float] = {}
        for link in links:
            pair = self._pair(link)
            misses[pair] = misses.get(pair, 1.0) * (1.0 - link.score)
        return {pair: Counterpart(*pair, round(1.0 - misses[pair], 6)) for pair in sorted(misses)}

    def _between(self, pairs: Set[tuple[str, str]], links_of: Mapping[str, Sequence[Link]]) -> list[Link]:
        """The links that join these pairs, in order of their ids: the first end of each is of its pair's first."""
        others: defaultdict[str, set[str]] = defaultdict(set)
        for one, two in pairs:
            others[one].add(two)
        paragraph, found = self._paragraph, {}
        for one, joined in others.items():
            for sentence in self._sentences[one]:
                for link in links_of.get(sentence, ()):
                    if link.a == sentence and paragraph[link.b] in joined:
                        found[link.a, link.b] = link
        return [found[ends] for ends in sorted(found)]

    def _pair(self, link: Link) -> tuple[str, str]:
        """The paragraphs of a link, in order of their ids as its sentences are: those are of two articles, whose ids
        all begin with their article's."""
        return self._paragraph[link.a], self._paragraph[link.b]
