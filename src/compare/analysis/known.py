"""What is known of a set before its claims are made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from compare.analysis.facts import is_precise
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.analysis.sources import sources_of
from compare.analysis.terms import Terms
from compare.model import SPEECH, Fact, FactKind, share_words

_FIGURES = {FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER}


@dataclass(frozen=True)  # without slots: what is derived is kept with it
class Known:
    """Scores, facts and sources by sentence.

    ``near`` are the scores of the likely pairs by sentence and counterpart, ``languages`` counts the articles of each.
    ``kinds`` are the kinds of the precise facts in a sentence, ``figures`` the ids of its sums, shares and numbers,
    both by sentence number; a sentence without any has no entry. ``sources`` are by sentence id whom it is credited to.
    """

    numbered: Numbered
    terms: Terms
    pairs: Pairs
    near: Sequence[Mapping[int, float]]
    languages: Mapping[str, int]
    weights: Weights
    kinds: Mapping[int, Set[FactKind]]
    figures: Mapping[int, Set[str]]
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
        sources = sources_of(numbered.articles, facts)
        languages = Counter(article.language for article in numbered.articles)
        return cls(numbered, terms, pairs, near, languages, weights, kinds, figures, sources)

    def turned(
        self,
        numbered: Numbered,
        terms: Terms,
        pairs: Pairs,
        near: Sequence[Mapping[int, float]],
        facts: Sequence[Fact],
    ) -> Known:
        """Return it of the same facts and the same texts, in which other sentences are put in, or other pairs are."""
        known = replace(self, numbered=numbered, terms=terms, pairs=pairs, near=near)
        if numbered.put_in == self.numbered.put_in:
            return known
        number = {sentence.id: n for n, (_, sentence) in enumerate(numbered.pieces) if n >= numbered.read}
        kinds, figures = _checkable(number, facts)
        return replace(
            known,
            kinds={n: held for n, held in self.kinds.items() if n < numbered.read} | kinds,
            figures={n: held for n, held in self.figures.items() if n < numbered.read} | figures,
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
    def place(self) -> Mapping[str, int]:
        """The number of each article, by its id."""
        return {article.id: k for k, article in enumerate(self.numbered.articles)}

    @cached_property
    def specific(self) -> Set[int]:
        """The sentences with a precise fact that is more than a name."""
        return {n for n, kinds in self.kinds.items() if not kinds <= {FactKind.NAME}}

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
                if fact.kind in _FIGURES:
                    figures[number[mention.sentence]].add(fact.id)
    return dict(kinds), dict(figures)
