"""One index of lookups over a comparison, so that screens and reports ask instead of searching."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, count
from operator import attrgetter, is_not, not_
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from compare.model.article import Article, Paragraph, Sentence
    from compare.model.comparison import Claim, Comparison, Conflict, Fact, Finding, Link, Mention, Nearest

T = TypeVar("T")
V = TypeVar("V")

FEW = 4
"""A lookup is taken over if at most one in so many things is another; of more it is made anew, which costs less."""

_OF_ARTICLES = ("articles", "paragraphs", "sentences", "article_of", "sentences_of")
"""Lookups that are made of articles alone."""


class Index:
    """Lookups by id, each made when it is first asked for: no report needs all, and an analysis makes comparisons on
    its way that nobody asks anything.

    Every mapping to a tuple lacks the keys that would map to an empty one: use ``.get(key, ())``.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._of = comparison

    @property
    def comparison(self) -> Comparison:
        """What is looked up. An index is equal to itself alone, so that what is derived can be kept by it."""
        return self._of

    def take_over(self, other: Index, nearest: Changed[Nearest] | None = None) -> Difference:
        """Take the lookups that were made for another comparison: as they are where what they were made of is the same
        in both, and where few claims, links, facts or nearest are others, with those put in place of what is gone.

        Args:
            other: that of the other comparison.
            nearest: which of the nearest are others, for whoever knows: they are the most of all there is.

        Returns:
            what is other in this comparison.
        """
        mine, theirs = self._of, other._of
        differs = Difference.of(theirs, mine, nearest)
        parts: tuple[tuple[bool, tuple[str, ...]], ...] = (
            (mine.coverage.articles == theirs.coverage.articles, _OF_ARTICLES),
            (mine.facts is theirs.facts, ("facts", "facts_in")),
            (mine.claims is theirs.claims, ("claims", "claims_of")),
            (mine.links is theirs.links, ("links_of",)),
            (mine.nearest is theirs.nearest, ("nearest",)),
            (mine.conflicts is theirs.conflicts, ("conflicts_of", "conflicts_with")),
        )
        made, taken = vars(other), vars(self)
        for is_same, names in parts:
            if is_same:
                taken.update({name: made[name] for name in names if name in made})
        if "claims_of" in made and differs.claims.few:
            taken["claims_of"] = differs.claims.put(made["claims_of"], _stating, _by_size)
        if "links_of" in made and differs.links.few:
            taken["links_of"] = differs.links.put(made["links_of"], _ends, _by_score)
        if "facts_in" in made and differs.facts.few:
            taken["facts_in"] = differs.facts.put(made["facts_in"], _mentioned, _in_text)
        if "nearest" in made and differs.nearest.few:
            found = taken["nearest"] = dict(made["nearest"])
            for near in differs.nearest.gone:
                del found[near.sentence, near.article]
            found |= {(near.sentence, near.article): near for near in differs.nearest.new}
        return differs

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Article by its id."""
        return {a.id: a for a in self._of.coverage.articles}

    @cached_property
    def voice_of(self) -> Mapping[str, str]:
        """Who speaks in an article, by its id: equal for reprints of one text and articles of one outlet."""
        return {a.id: self._of.voices.get(a.id, a.voice) for a in self._of.coverage.articles}

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Paragraph by its id."""
        return {p.id: p for a in self._of.coverage.articles for p in a.paragraphs}

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """Sentence by its id."""
        return {s.id: s for a in self._of.coverage.articles for s in a.sentences}

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        """The article a sentence or paragraph stands in, by the piece's id."""
        article_of = {p.id: a for a in self._of.coverage.articles for p in a.paragraphs}
        return article_of | {s.id: a for a in self._of.coverage.articles for s in a.sentences}

    @cached_property
    def sentences_of(self) -> Mapping[str, tuple[Sentence, ...]]:
        """A paragraph's sentences in text order, by the paragraph's id."""
        return _grouped((s.paragraph, s) for a in self._of.coverage.articles for s in a.sentences)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claim by its id."""
        return {c.id: c for c in self._of.claims}

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims a sentence stands in, largest first."""
        by_size = sorted(self._of.claims, key=_by_size)
        return _grouped((s, c) for c in by_size for s in c.sentences)

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """A sentence's links, most probable first, of equals in the order of the comparison: that of their ids."""
        by_score = sorted(self._of.links, key=attrgetter("score"), reverse=True)  # which leaves equals as they are
        return _grouped((end, link) for link in by_score for end in (link.a, link.b))

    @cached_property
    def nearest(self) -> Mapping[tuple[str, str], Nearest]:
        """The nearest sentence by (sentence id, article id)."""
        return {(n.sentence, n.article): n for n in self._of.nearest}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Fact by its id."""
        return {f.id: f for f in self._of.facts}

    @cached_property
    def facts_in(self) -> Mapping[str, tuple[tuple[Fact, Mention], ...]]:
        """The facts mentioned in a sentence, with the mention, in text order."""
        in_text = sorted((each for fact in self._of.facts for _, each in _mentioned(fact)), key=_in_text)
        return _grouped((mention.sentence, (fact, mention)) for fact, mention in in_text)

    @cached_property
    def conflicts_of(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The conflicts filed under a claim."""
        return _grouped((c.claim, c) for c in self._of.conflicts)

    @cached_property
    def conflicts_with(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The conflicts a sentence stands on a side of, whatever claim they are filed under."""
        return _grouped((s, c) for c in self._of.conflicts for s in dict.fromkeys(chain(*c.sides)))

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings about a claim or a fact, by the id of either, best rank first."""
        return _grouped((about, f) for f in self._of.findings for about in (f.claim, f.fact) if about)

    @cached_property
    def voices(self) -> int:
        """How many independent voices the set has."""
        return len(set(self.voice_of.values()))

    def conflict_of(self, finding: Finding) -> Conflict | None:
        """Return the conflict that a finding tells of in its words, else the first of its claim; else ``None``."""
        filed = self.conflicts_of.get(finding.claim or "", ()) if finding.kind == "conflict" else ()
        told = (conflict for conflict in filed if conflict.why == finding.why)
        return next(told, filed[0] if filed else None)

    def words(self, piece: str) -> str:
        """Return the text of a sentence or paragraph, by its id."""
        article = self.article_of[piece]
        return article.cut(self.sentences.get(piece) or self.paragraphs[piece])


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """What of some things is gone and what is new in others. Things that are the very same object have stayed.

    ``few`` says that some have changed, and so few that it costs less to put them in place than to begin anew.
    """

    gone: tuple[T, ...]
    new: tuple[T, ...]
    few: bool

    @classmethod
    def of(cls, before: Sequence[T], now: Sequence[T]) -> Changed[T]:
        """Compare two sequences, in whatever order."""
        if before is now:
            return cls((), (), few=False)
        if len(before) == len(now):  # most have been put in the place of others
            was, there = (tuple(compress(things, map(is_not, before, now))) for things in (before, now))
        else:
            shorter = min(len(before), len(now))
            begin = min(_alike(before, now), shorter)
            end = min(_alike(reversed(before), reversed(now)), shorter - begin)
            was, there = tuple(before[begin : len(before) - end]), tuple(now[begin : len(now) - end])
        return cls.among(was, there, len(now))

    @classmethod
    def among(cls, before: Sequence[T], now: Sequence[T], count: int) -> Changed[T]:
        """Compare those of ``count`` things that may be others."""
        gone, come = _without(before, now), _without(now, before)
        return cls(gone, come, few=FEW * (len(gone) + len(come)) <= count)

    def put(
        self,
        made: Mapping[str, tuple[V, ...]],
        entries: Callable[[T], Iterable[tuple[str, V]]],
        order: Callable[[V], Any],
    ) -> dict[str, tuple[V, ...]]:
        """Return a lookup that was made of the things of before, as it is of those of now; ``order`` tells the values
        of a key apart."""
        found = dict(made)
        for key, values in _grouped(entry for thing in self.gone for entry in entries(thing)).items():
            gone = set(map(order, values))
            left = tuple(value for value in found.pop(key) if order(value) not in gone)
            if left:
                found[key] = left
        for key, values in _grouped(entry for thing in self.new for entry in entries(thing)).items():
            found[key] = tuple(sorted((*found.get(key, ()), *values), key=order))
        return found


def _without(things: Sequence[T], others: Iterable[object]) -> tuple[T, ...]:
    """Return those things that are none of some others."""
    known = set(map(id, others))
    return tuple(compress(things, map(not_, map(known.__contains__, map(id, things)))))


def _alike(one: Iterable[object], other: Iterable[object]) -> int:
    """Return how many things two sequences begin with that are the very same."""
    return next(compress(count(), map(is_not, one, other)), sys.maxsize)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is other in one comparison than in another."""

    claims: Changed[Claim]
    links: Changed[Link]
    facts: Changed[Fact]
    nearest: Changed[Nearest]

    @classmethod
    def of(cls, before: Comparison, now: Comparison, nearest: Changed[Nearest] | None = None) -> Difference:
        """Compare two comparisons, of which may be known in which of the nearest they differ."""
        return cls(
            Changed.of(before.claims, now.claims),
            Changed.of(before.links, now.links),
            Changed.of(before.facts, now.facts),
            nearest or Changed.of(before.nearest, now.nearest),
        )


def _by_size(claim: Claim) -> tuple[int, str]:
    return -len(claim.sentences), claim.id


def _by_score(link: Link) -> tuple[float, str, str]:
    return -link.score, link.a, link.b


def _mentioned(fact: Fact) -> Iterable[tuple[str, tuple[Fact, Mention]]]:
    return ((mention.sentence, (fact, mention)) for mention in fact.mentions)


def _in_text(one: tuple[Fact, Mention]) -> tuple[int, int, str]:
    fact, mention = one
    return mention.start, -mention.end, fact.id


def _stating(claim: Claim) -> Iterable[tuple[str, Claim]]:
    return ((sentence, claim) for sentence in claim.sentences)


def _ends(link: Link) -> Iterable[tuple[str, Link]]:
    return (link.a, link), (link.b, link)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
