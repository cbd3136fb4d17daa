"""What is known of a set before its claims are made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from compare.analysis.facts import is_precise
from compare.analysis.fractions import tells_shares
from compare.analysis.given import FIGURES, Given
from compare.analysis.moments import Span, moments, tells_any
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.analysis.sources import sources_of
from compare.analysis.terms import Terms
from compare.model import SPEECH, Fact, FactKind, share_words
from compare.model.difference import Changed


@dataclass(frozen=True)  # without slots: what is derived is kept with it
class Known:
    """Scores, facts and sources by sentence.

    ``near`` are the scores of the likely pairs by sentence and counterpart, ``languages`` counts the articles of each.
    ``kinds`` are the kinds of the precise facts in a sentence, ``figures`` the ids of its sums, shares and numbers,
    both by sentence number; a sentence without any has no entry. ``given`` tells which of these stand anywhere in which
    article, titles included. ``sources`` are by sentence id whom it is credited to.
    """

    numbered: Numbered
    terms: Terms
    pairs: Pairs
    near: Sequence[Mapping[int, float]]
    languages: Mapping[str, int]
    weights: Weights
    kinds: Mapping[int, Set[FactKind]]
    figures: Mapping[int, Set[str]]
    given: Given
    sources: Mapping[str, Sequence[str]]

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
        return cls(
            numbered, terms, pairs, near, languages, weights, kinds, figures, Given(numbered.articles, facts), sources
        )

    def turned(
        self,
        numbered: Numbered,
        terms: Terms,
        pairs: Pairs,
        near: Sequence[Mapping[int, float]],
        facts: Sequence[Fact],
    ) -> Known:
        """Return it of the same texts, with other facts, other sentences that are put in, or other pairs."""
        known = replace(self, numbered=numbered, terms=terms, pairs=pairs, near=near)
        differ = Changed.of(self.given.facts, facts)
        others = (*differ.gone, *differ.new)
        if others:
            speak = any(fact.kind in SPEECH for fact in others)
            sources = sources_of(numbered.articles, facts) if speak else self.sources
            known = replace(known, given=Given(numbered.articles, facts), sources=sources)
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

    def gives_share(self, article: int, sentence: int) -> bool:
        """Return whether an article gives a share that a sentence tells as a fraction."""
        told = self.fractions(sentence)
        return bool(told) and self.given.shares_in(self.numbered.articles[article].id, told)

    def fractions(self, sentence: int) -> str:
        """Return a sentence that tells a share as a fraction, empty if it does not."""
        article, piece = self.numbered.pieces[sentence]
        text = article.cut(piece) if article.language == "en" else ""
        return text if tells_shares(text) else ""

    def moments(self, sentence: int) -> Set[Span]:
        """Return the minutes that a sentence tells, none if it is not English."""
        article, piece = self.numbered.pieces[sentence]
        return moments(article.cut(piece)) if article.language == "en" else frozenset()

    def tells_any(self, article: int, minutes: Set[Span]) -> bool:
        """Return whether an English article tells one of some minutes."""
        other = self.numbered.articles[article]
        return other.language == "en" and tells_any(other.text, minutes)

    def readable(self, languages: frozenset[str]) -> NDArray[np.bool_]:
        """Return of each article whether its words can be held against a text in one of these languages."""
        if languages not in self._readable:
            told = [any(share_words(a.language, each) for each in languages) for a in self.numbered.articles]
            self._readable[languages] = np.array(told, dtype=bool)
        return self._readable[languages]

    @cached_property
    def _readable(self) -> dict[frozenset[str], NDArray[np.bool_]]:
        return {}


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
                if fact.kind in FIGURES:
                    figures[number[mention.sentence]].add(fact.id)
    return dict(kinds), dict(figures)
