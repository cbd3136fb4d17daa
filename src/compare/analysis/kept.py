"""An analysis that is kept: what was found of a set once serves it under every other correction of its claims.

What costs most (terms, pairs, facts, groups, what was read in linked sentences) does not depend on which sentences a
reader puts together or sets apart; only the claims that hold those are made anew. A correction of an article makes
another set, of which everything is found again that depends on what was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from compare.analysis.claims import Made
from compare.analysis.comparing import STEPS, Grouped, Seen, Texts, all_facts, find_pairs, finished, told
from compare.analysis.corrected import corrected
from compare.analysis.links import links_by_hand, make_links, nearest_of
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import weights
from compare.analysis.terms import Terms
from compare.model import Article, Comparison, Correction, CoverageSet, Fact, Link, Nearest


class Analysis:
    """A coverage set and what was found of it, under any corrections: always what :func:`~compare.analysis.compare`
    returns of them, at the cost of what they touch.

    It keeps the scored pairs, terms and facts in memory, of the set as it was corrected last; a report needs none of
    it.

    Args:
        coverage: two articles or more, as they were loaded.
    """

    def __init__(self, coverage: CoverageSet) -> None:
        self._coverage = coverage
        self._found: _Found | None = None

    def under(
        self, corrections: Iterable[Correction] = (), *, step: Callable[[int, int, str], None] = lambda *_: None
    ) -> Comparison:
        """Compare the articles under corrections; without any that were made before, those are undone.

        Args:
            corrections: all that hold now, in any order.
            step: as for :func:`~compare.analysis.compare`; steps that are not needed are passed over. What it raises
                ends the work and loses nothing of what is kept.
        """
        made = tuple(corrections)
        coverage = corrected(self._coverage, made) if made else self._coverage
        if self._found is None or self._found.articles != coverage.articles:
            self._found = _Found.of(coverage, self._found, step)
        step(4, STEPS, "conflicts and findings")
        return self._found.under(coverage, made)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of a set whose articles are as they are: all that no correction of claims changes."""

    texts: Texts
    terms: Terms
    pairs: Pairs
    facts: tuple[Fact, ...]
    grouped: Grouped
    links: tuple[Link, ...]
    nearest: tuple[tuple[Nearest, ...], ...]
    made: Made = field(default_factory=Made)
    seen: Seen = field(default_factory=Seen)

    @classmethod
    def of(cls, coverage: CoverageSet, before: _Found | None, step: Callable[[int, int, str], None]) -> _Found:
        """Find it, but for the pairs and facts of the set before, where what they depend on has not changed."""
        step(0, STEPS, "texts")
        texts = Texts.of(coverage)
        articles = texts.numbered.articles
        if before and _compared(before.texts.numbered.articles) == _compared(articles):
            terms, pairs, links, nearest = before.terms, before.pairs, before.links, before.nearest
        else:
            step(1, STEPS, "pairs")
            terms, pairs = find_pairs(texts)
            links = make_links(texts.numbered, pairs, weights())
            nearest = tuple(nearest_of(texts.numbered, pairs, n) for n in range(len(texts.numbered.pieces)))
        if before and _dated(before.texts.numbered.articles) == _dated(articles):
            facts = before.facts
        else:
            step(2, STEPS, "facts")
            facts = all_facts(articles)
        step(3, STEPS, "claims")
        return cls(texts, terms, pairs, facts, Grouped.of(texts.numbered, terms, pairs, facts), links, nearest)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles as they are corrected."""
        return self.texts.copies.whole.articles

    def under(self, coverage: CoverageSet, corrections: tuple[Correction, ...]) -> Comparison:
        """Return the comparison under corrections of which those of articles are in ``coverage``."""
        texts = self.texts.under(coverage)
        hand = texts.hand(corrections)
        claims, pairs, warnings = self.grouped.claims(hand, self.made)
        links, rows = self.links, list(self.nearest)
        if hand:
            links = links_by_hand(links, texts.numbered, hand)
            for n in hand.touched:
                rows[n] = nearest_of(texts.numbered, pairs, n)
        nearest = tuple(near for row in rows for near in row)
        comparison = told(texts, pairs, claims, links, nearest, self.facts, warnings)
        return finished(texts, comparison, self.seen)


def _compared(articles: Iterable[Article]) -> list[object]:
    """What pairs depend on: which sentences are compared, and the language of their words."""
    return [(a.id, a.language, tuple(s.id for s in a.sentences if s.comparable)) for a in articles]


def _dated(articles: Iterable[Article]) -> list[object]:
    """What facts depend on: which paragraphs are read and as what, and the day that they count from."""
    return [(a.id, a.language, a.published, tuple(p.kind for p in a.paragraphs)) for a in articles]
