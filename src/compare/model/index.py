"""One index of lookups over a comparison, so that screens and reports ask instead of searching."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from compare.model.article import Article, Paragraph, Sentence
    from compare.model.comparison import Claim, Comparison, Conflict, Fact, Finding, Link, Mention, Nearest

T = TypeVar("T")

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

    def take_over(self, other: Index) -> None:
        """Take the lookups that were made for another comparison and hold in this one: what they were made of is the
        same in both."""
        mine, theirs = self._of, other._of
        parts: tuple[tuple[bool, tuple[str, ...]], ...] = (
            (mine.coverage.articles is theirs.coverage.articles, _OF_ARTICLES),
            (mine.facts is theirs.facts, ("facts", "facts_in")),
            (mine.claims is theirs.claims, ("claims", "claims_of")),
            (mine.links is theirs.links, ("links_of",)),
            (mine.nearest is theirs.nearest, ("nearest",)),
            (mine.conflicts is theirs.conflicts, ("conflicts_of", "conflicts_with")),
        )
        made = vars(other)
        for is_same, names in parts:
            if is_same:
                vars(self).update({name: made[name] for name in names if name in made})

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
        by_size = sorted(self._of.claims, key=lambda c: (-len(c.sentences), c.id))
        return _grouped((s, c) for c in by_size for s in c.sentences)

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """A sentence's links, most probable first."""
        by_score = sorted(self._of.links, key=lambda x: (-x.score, x.a, x.b))
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
        mentions = ((fact, mention) for fact in self._of.facts for mention in fact.mentions)
        in_text = sorted(mentions, key=lambda x: (x[1].start, -x[1].end, x[0].id))
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
    def counterparts_of(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """A paragraph's counterparts as (paragraph id, score), the likeliest first."""
        likely = sorted(self._of.counterparts, key=lambda x: (-x.score, x.a, x.b))
        return _grouped((own, (other, c.score)) for c in likely for own, other in ((c.a, c.b), (c.b, c.a)))

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings about a claim or a fact, by the id of either, best rank first."""
        return _grouped((about, f) for f in self._of.findings for about in (f.claim, f.fact) if about)

    @property
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


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
