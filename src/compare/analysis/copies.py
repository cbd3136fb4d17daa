"""Copies: one text that several outlets print is analysed once, and what was found is then said of every copy.

So a copy changes nothing for the others: it adds no voice, makes no word less rare, and no claim gets another status.
Which copy stands for all decides ties alone, and a later one never stands for an earlier.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from compare.analysis.links import BEST, NEAREST_ALL
from compare.model import (
    Article,
    Claim,
    Comparison,
    Conflict,
    CoverageSet,
    Fact,
    Link,
    Nearest,
)

MANY = 50
"""Copies of one text from which on a copy is linked only with originals: links would grow with the square of them."""


@dataclass(frozen=True, slots=True)
class Copies:
    """A set and what is left of it when each text is kept once.

    ``families`` maps the id of an article that was kept to all that have its text, itself first. ``twins`` maps the id
    of each of its sentences to that sentence in all of them, in the same order, if it has any copy.
    """

    whole: CoverageSet
    originals: CoverageSet
    families: Mapping[str, tuple[Article, ...]]
    twins: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, coverage: CoverageSet) -> Copies:
        """Keep of each text the article that was published first, of undated ones the first in content order."""
        same: defaultdict[object, list[Article]] = defaultdict(list)
        printed = Counter(article.text for article in coverage.articles)
        for article in sorted(coverage.articles, key=lambda a: (a.published is None, a.published or "", a.id)):
            same[_shape(article) if printed[article.text] > 1 else article.id].append(article)
        families = {family[0].id: tuple(family) for family in same.values()}
        kept = replace(coverage, articles=tuple(a for a in coverage.articles if a.id in families))
        twins = {
            twin[0].id: tuple(sentence.id for sentence in twin)
            for family in families.values()
            if len(family) > 1
            for twin in zip(*(article.sentences for article in family), strict=True)
        }
        return cls(coverage, kept, families, twins)

    def twins_of(self, sentence: str) -> tuple[str, ...]:
        """Return the ids of a sentence of an article that was kept in all that have its text, its own first."""
        return self.twins.get(sentence, (sentence,))

    @property
    def any(self) -> bool:
        """Whether any text stands in the set more than once."""
        return len(self.originals.articles) < len(self.whole.articles)

    def put_back(self, found: Comparison) -> Comparison:
        """Return what was found out about the originals as it is of the whole set, but for reuse and findings."""
        if not self.any:
            return found
        place = {article.id: n for n, article in enumerate(self.whole.articles)}
        order = {s.id: (place[a.id], s.start) for a in self.whole.articles for s in a.sentences}
        return replace(
            found,
            coverage=self.whole,
            links=tuple(sorted((*self._links(found.links), *self._among()), key=lambda x: (x.a, x.b))),
            nearest=_nearest(self._nearest(found.nearest), order, place),
            claims=tuple(self._claim(claim, order) for claim in found.claims),
            facts=tuple(self._fact(fact) for fact in found.facts),
            conflicts=tuple(self._conflict(conflict, order) for conflict in found.conflicts),
            voices={a.id: found.voices.get(k, k) for k, family in self.families.items() for a in family},
        )

    def _links(self, links: Iterable[Link]) -> Iterator[Link]:
        """Link the copies of whatever is linked."""
        for link in links:
            for one, two in _met(self.twins_of(link.a), self.twins_of(link.b)):
                yield replace(link, a=min(one, two), b=max(one, two))

    def _among(self) -> Iterator[Link]:
        """Link each sentence with itself in the other copies."""
        for family in self.families.values():
            for sentences in zip(*(article.sentences for article in family), strict=True):
                twin = [sentence.id for sentence in sentences] if sentences[0].comparable else []
                few = combinations(twin, 2) if len(twin) <= MANY else ((twin[0], other) for other in twin[1:])
                for one, two in few:
                    yield Link(min(one, two), max(one, two), 1.0, ("the same text",))

    def _nearest(self, nearest: Iterable[Nearest]) -> Iterator[Nearest]:
        """Of each copy what is nearest to the original, and itself in the other copies."""
        most = BEST if len(self.whole.articles) > NEAREST_ALL else None
        for near in nearest:
            family, matches = self.families[near.article][:most], self.twins_of(near.match)[:most]
            for (article, match), sentence in product(zip(family, matches, strict=True), self.twins_of(near.sentence)):
                yield Nearest(sentence, article.id, match, near.score)
        for family in self.families.values():
            for twins in zip(*(article.sentences for article in family), strict=True):
                for one in (s for s in twins if s.comparable):
                    others = ((a, s) for a, s in zip(family, twins, strict=True) if s is not one)
                    yield from (Nearest(one.id, a.id, other.id, 1.0) for a, other in islice(others, most))

    def _claim(self, claim: Claim, order: Mapping[str, tuple[int, int]]) -> Claim:
        return replace(
            claim,
            sentences=self._all(claim.sentences, order),
            articles=tuple(sorted(a.id for k in claim.articles for a in self.families[k])),
            stance={a.id: stance for k, stance in claim.stance.items() for a in self.families[k]},
        )

    def _fact(self, fact: Fact) -> Fact:
        mentions = [
            replace(mention, article=article.id, sentence=sentence)
            for mention in fact.mentions
            for article, sentence in zip(self.families[mention.article], self.twins_of(mention.sentence), strict=True)
        ]
        return replace(fact, mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.start))))

    def _conflict(self, conflict: Conflict, order: Mapping[str, tuple[int, int]]) -> Conflict:
        sides = tuple(self._all(side, order) for side in conflict.sides)
        return replace(conflict, sides=sides, quoted=self._all(conflict.quoted, order))

    def _all(self, sentences: Iterable[str], order: Mapping[str, tuple[int, int]]) -> tuple[str, ...]:
        return tuple(sorted((twin for s in sentences for twin in self.twins_of(s)), key=order.__getitem__))


def _met(one: Sequence[str], two: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield every sentence of the one with every one of the other; of very many only pairs that hold an original."""
    few = max(len(one), len(two)) <= MANY
    yield from ((a, b) for a in one for b in (two if few or a == one[0] else two[:1]))


def _shape(article: Article) -> object:
    """What two articles that are to be told apart by nothing but who printed them have in common."""
    return (
        article.text,
        article.language,
        article.complete,
        tuple((p.kind, p.start, p.end) for p in article.paragraphs),
        tuple((s.start, s.end, s.comparable) for s in article.sentences),
    )


def _nearest(
    found: Iterable[Nearest], order: Mapping[str, tuple[int, int]], place: Mapping[str, int]
) -> tuple[Nearest, ...]:
    """Put the nearest in order, and keep of a large set the best only."""
    by_sentence: defaultdict[str, list[Nearest]] = defaultdict(list)
    for near in found:
        by_sentence[near.sentence].append(near)
    kept: list[Nearest] = []
    for sentence in sorted(by_sentence, key=order.__getitem__):
        best = sorted(by_sentence[sentence], key=lambda n: (-n.score, place[n.article]))
        kept += sorted(best[: BEST if len(place) > NEAREST_ALL else None], key=lambda n: place[n.article])
    return tuple(kept)
