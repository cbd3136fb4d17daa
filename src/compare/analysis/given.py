"""Which sums, shares and numbers stand in which articles, and which of them may be one that was rounded."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice, takewhile

from compare.analysis.figure import ends
from compare.analysis.fractions import tells_share
from compare.model import Article, Fact, FactKind

FIGURES = frozenset({FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER})

ROUGHLY = 0.1
"""How far apart, as a share of the larger, two figures may be of which one is hedged, to be one that was rounded: "more
than 60 homes", "63 properties"."""

TELLING = 10
"""Bare numbers below this stand in every text, and say nothing of a claim."""


@dataclass(frozen=True)  # without slots: what is derived is kept with it
class Given:
    """The figures among some facts of some articles, by their ids."""

    articles: Sequence[Article]
    facts: Sequence[Fact]

    @cached_property
    def by_article(self) -> Mapping[str, Set[str]]:
        """The figures that stand in each article that has any."""
        given: defaultdict[str, set[str]] = defaultdict(set)
        for fact in (fact for fact in self.facts if fact.kind in FIGURES):
            for mention in fact.mentions:
                given[mention.article].add(fact.id)
        return dict(given)

    @cached_property
    def telling(self) -> Set[str]:
        """The figures by which a claim can be told."""
        return {fact.id for fact in self.facts if fact.kind in FIGURES and _is_telling(fact)}

    def holders(self, figures: Set[str]) -> Set[str]:
        """Return the articles that give any of some figures, be it rounded, or a share as a fraction."""
        return frozenset().union(*map(self._holders_of, figures))

    def _holders_of(self, figure: str) -> Set[str]:
        if figure not in self._held:
            giving = {article for article, given in self.by_article.items() if figure in given}
            if figure in self._shares:
                low, high = self._shares[figure]
                english = (article for article in self.articles if article.language == "en")
                giving |= {article.id for article in english if tells_share(article.text, low, high)}
            self._held[figure] = giving | self._roughly(figure)
        return self._held[figure]

    @cached_property
    def _held(self) -> dict[str, Set[str]]:
        return {}

    def shares_in(self, article: str, text: str) -> bool:
        """Return whether an article gives a share that an English text tells as a fraction."""
        given = self.by_article.get(article, ())
        return any(tells_share(text, *self._shares[figure]) for figure in given if figure in self._shares)

    def _roughly(self, figure: str) -> Set[str]:
        """The articles that give a figure otherwise rounded: of one unit, hedged here or there, and nearly the same."""
        hedged = self._sizes[figure][2]
        return {article for _, article, other, _ in self._of_its_size(figure) if hedged or other}

    def alike(self, figures: Set[str]) -> Set[str]:
        """Return those of the figures that are known which some figures may be when they are rounded."""
        known = figures & self._sizes.keys()
        return {other for figure in known for *_, other in self._of_its_size(figure)}

    def _of_its_size(self, figure: str) -> Iterator[tuple[float, str, bool, str]]:
        """The figures of the same kind and unit that are nearly as large."""
        value, sort, _ = self._sizes[figure]
        by_size = self._by_size.get(sort, ())
        first = bisect_left(by_size, (value * (1 - ROUGHLY),))
        return takewhile(lambda each: each[0] * (1 - ROUGHLY) <= value, islice(by_size, first, None))

    @cached_property
    def _sizes(self) -> Mapping[str, tuple[float, tuple[FactKind, str], bool]]:
        """Of each figure how large it is, what it is a figure of, and whether any article hedges it."""
        return {
            fact.id: (float(abs(ends(fact.value)[1])), (fact.kind, fact.unit), any(m.hedge for m in fact.mentions))
            for fact in self.facts
            if fact.kind in FIGURES
        }

    @cached_property
    def _by_size(self) -> Mapping[tuple[FactKind, str], Sequence[tuple[float, str, bool, str]]]:
        """The telling figures of each kind and unit by size, with the article that gives each, whether that hedges it,
        and its id."""
        found: defaultdict[tuple[FactKind, str], list[tuple[float, str, bool, str]]] = defaultdict(list)
        for fact in (fact for fact in self.facts if fact.id in self.telling):
            value, sort, _ = self._sizes[fact.id]
            found[sort] += [(value, m.article, m.hedge is not None, fact.id) for m in fact.mentions]
        return {sort: sorted(each) for sort, each in found.items()}

    @cached_property
    def _shares(self) -> Mapping[str, tuple[Decimal, Decimal]]:
        """The ends of each share, by the id of its fact."""
        return {fact.id: ends(fact.value) for fact in self.facts if fact.kind is FactKind.PERCENTAGE}


def _is_telling(fact: Fact) -> bool:
    """Whether few things have a figure: a sum, a share, a length of time, an age; a number that is not small; another
    measure that is not round, for "100 metres" is said of many a thing."""
    if fact.kind is not FactKind.NUMBER or fact.unit in _TOLD_EXACTLY:
        return True
    if fact.unit:
        return len(ends(fact.value)[1].normalize().as_tuple().digits) > 1
    return ends(fact.value)[1] >= TELLING


_TOLD_EXACTLY = frozenset({"s", "age"})
"""Units of which a round number is no less telling than another."""
