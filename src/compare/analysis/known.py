"""What is known of a set before its claims are made."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import islice, takewhile

import numpy as np
from numpy.typing import NDArray

from compare.analysis.facts import is_precise
from compare.analysis.figure import ends
from compare.analysis.fractions import shares, tells_share
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.analysis.sources import sources_of
from compare.analysis.terms import Terms
from compare.model import SPEECH, Fact, FactKind, share_words
from compare.model.difference import Changed

_FIGURES = {FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER}

ROUGHLY = 0.1
"""How far apart, as a share of the larger, two figures may be of which one is hedged, to be one that was rounded: "more
than 60 homes", "63 properties"."""

TELLING = 10
"""Bare numbers below this stand in every text, and say nothing of a claim."""


@dataclass(frozen=True)  # without slots: what is derived is kept with it
class Known:
    """Scores, facts and sources by sentence.

    ``near`` are the scores of the likely pairs by sentence and counterpart, ``languages`` counts the articles of each.
    ``kinds`` are the kinds of the precise facts in a sentence, ``figures`` the ids of its sums, shares and numbers,
    both by sentence number; a sentence without any has no entry. ``given`` are by article the ids of all of these that
    stand anywhere in it, titles included. ``sources`` are by sentence id whom it is credited to. All of this was found
    in ``facts``.
    """

    numbered: Numbered
    terms: Terms
    pairs: Pairs
    near: Sequence[Mapping[int, float]]
    languages: Mapping[str, int]
    weights: Weights
    kinds: Mapping[int, Set[FactKind]]
    figures: Mapping[int, Set[str]]
    given: Mapping[str, Set[str]]
    sources: Mapping[str, Sequence[str]]
    facts: Sequence[Fact]

    @classmethod
    def of(
        cls,
        numbered: Numbered,
        terms: Terms,
        pairs: Pairs,
        near: Sequence[Mapping[int, float]],
        facts: Sequence[Fact],
        weights: Weights,
    ) -> Known:
        """Gather it, and turn the facts' sentences into numbers."""
        kinds, figures = _checkable({sentence.id: n for n, (_, sentence) in enumerate(numbered.pieces)}, facts)
        languages = Counter(article.language for article in numbered.articles)
        sources = sources_of(numbered.articles, facts)
        return cls(numbered, terms, pairs, near, languages, weights, kinds, figures, _given(facts), sources, facts)

    def turned(
        self,
        numbered: Numbered,
        terms: Terms,
        pairs: Pairs,
        near: Sequence[Mapping[int, float]],
        facts: Sequence[Fact],
    ) -> Known:
        """Return it of the same texts, with other facts, other sentences that are put in, or other pairs."""
        known = replace(self, numbered=numbered, terms=terms, pairs=pairs, near=near, facts=facts)
        differ = Changed.of(self.facts, facts)
        others = (*differ.gone, *differ.new)
        if others:
            speak = any(fact.kind in SPEECH for fact in others)
            sources = sources_of(numbered.articles, facts) if speak else self.sources
            known = replace(known, given=_given(facts), sources=sources)
        elif numbered.put_in == self.numbered.put_in:
            return known
        told, read = {mention.sentence for fact in others for mention in fact.mentions}, numbered.read
        number = {s.id: n for n, (_, s) in enumerate(numbered.pieces) if n >= read or s.id in told}
        stays = {*range(read)}.difference(number.values())
        kinds, figures = _checkable(number, facts)
        return replace(
            known,
            kinds={n: held for n, held in self.kinds.items() if n in stays} | kinds,
            figures={n: held for n, held in self.figures.items() if n in stays} | figures,
        )

    @cached_property
    def voice(self) -> Sequence[int]:
        """The number of its voice, by sentence."""
        return [self.numbered.voice[k] for k in self.numbered.article]

    @cached_property
    def voices(self) -> Set[int]:
        """The numbers of all voices that there are."""
        return set(self.numbered.voice)

    @cached_property
    def taken(self) -> Mapping[int, Set[int]]:
        """The numbers of the articles that have most of its words, by sentence, of those of which any has."""
        taken = self.numbered.voices.taken
        return {n: taken[s.id] for n, (_, s) in enumerate(self.numbered.pieces) if s.id in taken}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The number of each article, by its id."""
        return {article.id: k for k, article in enumerate(self.numbered.articles)}

    @cached_property
    def specific(self) -> Set[int]:
        """The sentences with a precise fact that is more than a name."""
        return {n for n, kinds in self.kinds.items() if not kinds <= {FactKind.NAME}}

    @cached_property
    def telling(self) -> Set[str]:
        """The ids of the figures by which a claim can be told."""
        return {fact.id for fact in self.facts if fact.kind in _FIGURES and _is_telling(fact)}

    def gives(self, article: int, figures: Set[str]) -> bool:
        """Return whether an article gives any of some figures, be it a share as a fraction."""
        piece = self.numbered.articles[article]
        if not figures.isdisjoint(self.given.get(piece.id, ())):
            return True
        if any(piece.id in self._roughly(figure) for figure in figures):
            return True
        told = (self._shares[figure] for figure in figures if figure in self._shares)
        return piece.language == "en" and any(tells_share(piece.text, low, high) for low, high in told)

    def gives_share(self, article: int, sentence: int) -> bool:
        """Return whether an article gives a share that a sentence tells as a fraction."""
        told = self.fractions(sentence)
        if not told:
            return False
        given = self.given.get(self.numbered.articles[article].id, ())
        return any(tells_share(told, *self._shares[figure]) for figure in given if figure in self._shares)

    def fractions(self, sentence: int) -> str:
        """Return a sentence that tells a share as a fraction, empty if it does not."""
        article, piece = self.numbered.pieces[sentence]
        text = article.cut(piece) if article.language == "en" else ""
        return text if next(shares(text), None) else ""

    def _roughly(self, figure: str) -> Set[str]:
        """The articles that give a figure otherwise rounded: of one unit, hedged here or there, and nearly the same."""
        if figure not in self._rough:
            hedged = self._sizes[figure][2]
            self._rough[figure] = {article for _, article, other, _ in self._of_its_size(figure) if hedged or other}
        return self._rough[figure]

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
    def _rough(self) -> dict[str, Set[str]]:
        return {}

    @cached_property
    def _sizes(self) -> Mapping[str, tuple[float, tuple[FactKind, str], bool]]:
        """Of each figure how large it is, what it is a figure of, and whether any article hedges it."""
        return {
            fact.id: (float(abs(ends(fact.value)[1])), (fact.kind, fact.unit), any(m.hedge for m in fact.mentions))
            for fact in self.facts
            if fact.kind in _FIGURES
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

    def readable(self, languages: frozenset[str]) -> NDArray[np.bool_]:
        """Return of each article whether its words can be held against a text in one of these languages."""
        if languages not in self._readable:
            told = [any(share_words(a.language, each) for each in languages) for a in self.numbered.articles]
            self._readable[languages] = np.array(told, dtype=bool)
        return self._readable[languages]

    @cached_property
    def _readable(self) -> dict[frozenset[str], NDArray[np.bool_]]:
        return {}


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


def _given(facts: Iterable[Fact]) -> dict[str, Set[str]]:
    """The ids of the figures that stand in each article."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for fact in (fact for fact in facts if fact.kind in _FIGURES):
        for mention in fact.mentions:
            given[mention.article].add(fact.id)
    return dict(given)


def _checkable(
    number: Mapping[str, int], facts: Iterable[Fact]
) -> tuple[dict[int, Set[FactKind]], dict[int, Set[str]]]:
    """The kinds of the precise facts in some sentences, and the ids of the figures among them, by number."""
    kinds: defaultdict[int, set[FactKind]] = defaultdict(set)
    figures: defaultdict[int, set[str]] = defaultdict(set)
    for fact in (fact for fact in facts if fact.kind not in SPEECH):
        for mention in fact.mentions:
            if mention.sentence in number and is_precise(fact, mention):
                kinds[number[mention.sentence]].add(fact.kind)
                if fact.kind in _FIGURES:
                    figures[number[mention.sentence]].add(fact.id)
    return dict(kinds), dict(figures)
