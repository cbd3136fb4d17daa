"""One index of lookups over a comparison, so that screens and reports ask instead of searching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from compare.model.difference import Changed, Difference, grouped

if TYPE_CHECKING:
    from compare.model.article import Article, Paragraph, Sentence
    from compare.model.comparison import Claim, Comparison, Conflict, Fact, Finding, Link, Mention, Nearest

FEW = 2
"""A lookup is taken over if at most one in so many things is another; of more it is made anew, which costs less."""

FEW_CLAIMS = 8
"""As :data:`FEW`, of claims: each stands by all of its sentences."""

_OF_ARTICLES = ("articles", "paragraphs", "sentences", "article_of", "sentences_of")
"""Lookups that are made of articles alone."""


class Index:
    """Lookups by id, each made when it is first asked for: no report needs all, and an analysis makes comparisons on
    its way that nobody asks anything.

    Every mapping to a tuple lacks the keys that would map to an empty one: use ``.get(key, ())``.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        """What is looked up. An index is equal to itself alone, so that what is derived can be kept by it."""

    def take_over(
        self, other: Index, links: Changed[Link] | None = None, nearest: Changed[Nearest] | None = None
    ) -> Difference:
        """Take the lookups that were made for another comparison: as they are where what they were made of is the same
        in both, and where few claims, links, facts or nearest are others, with those put in place of what is gone.

        Args:
            other: that of the other comparison.
            links: which of the links are others, for whoever knows.
            nearest: which of the nearest are: they are the most of all there is.

        Returns:
            what is other in this comparison.
        """
        mine, theirs = self.comparison, other.comparison
        differs = Difference.of(theirs, mine, links, nearest)
        parts: tuple[tuple[bool, tuple[str, ...]], ...] = (
            (mine.coverage.articles == theirs.coverage.articles, _OF_ARTICLES),
            (mine.facts is theirs.facts, ("facts", "facts_in")),
            (mine.claims is theirs.claims, ("claims", "claims_of")),
            (mine.links is theirs.links, ("links_of",)),
            (mine.nearest is theirs.nearest, ("nearest",)),
            (mine.conflicts is theirs.conflicts, ("conflicts", "conflicts_of", "conflicts_with")),
        )
        made, taken = vars(other), vars(self)
        for is_same, names in parts:
            if is_same:
                taken.update({name: made[name] for name in names if name in made})
        if "claims_of" in made and differs.claims.are_few(FEW_CLAIMS):
            taken["claims_of"] = differs.claims.put(made["claims_of"], _stating, _by_size)
        if "links_of" in made and differs.links.are_few(FEW):
            taken["links_of"] = differs.links.put(made["links_of"], _ends, _by_score)
        if "facts_in" in made and differs.facts.are_few(FEW):
            taken["facts_in"] = differs.facts.put(made["facts_in"], _mentioned, _in_text)
        if "nearest" in made and differs.nearest.are_few(FEW):
            found = taken["nearest"] = dict(made["nearest"])
            for near in differs.nearest.gone:
                del found[near.sentence, near.article]
            found |= {(near.sentence, near.article): near for near in differs.nearest.new}
        return differs

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Article by its id."""
        return {a.id: a for a in self.comparison.coverage.articles}

    @cached_property
    def voice_of(self) -> Mapping[str, str]:
        """Who speaks in an article, by its id: equal for reprints of one text and articles of one outlet."""
        return {a.id: self.comparison.voices.get(a.id, a.voice) for a in self.comparison.coverage.articles}

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Paragraph by its id."""
        return {p.id: p for a in self.comparison.coverage.articles for p in a.paragraphs}

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """Sentence by its id."""
        return {s.id: s for a in self.comparison.coverage.articles for s in a.sentences}

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        """The article a sentence or paragraph stands in, by the piece's id."""
        article_of = {p.id: a for a in self.comparison.coverage.articles for p in a.paragraphs}
        return article_of | {s.id: a for a in self.comparison.coverage.articles for s in a.sentences}

    @cached_property
    def sentences_of(self) -> Mapping[str, tuple[Sentence, ...]]:
        """A paragraph's sentences in text order, by the paragraph's id."""
        return grouped((s.paragraph, s) for a in self.comparison.coverage.articles for s in a.sentences)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claim by its id."""
        return {c.id: c for c in self.comparison.claims}

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims a sentence stands in, largest first."""
        by_size = sorted(self.comparison.claims, key=_by_size)
        return grouped((s, c) for c in by_size for s in c.sentences)

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """A sentence's links, most probable first, of equals in the order of the comparison: that of their ids."""
        by_score = sorted(self.comparison.links, key=attrgetter("score"), reverse=True)  # equals stay as they are
        return grouped((end, link) for link in by_score for end in (link.a, link.b))

    @cached_property
    def nearest(self) -> Mapping[tuple[str, str], Nearest]:
        """The nearest sentence by (sentence id, article id)."""
        return {(n.sentence, n.article): n for n in self.comparison.nearest}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Fact by its id."""
        return {f.id: f for f in self.comparison.facts}

    @cached_property
    def facts_in(self) -> Mapping[str, tuple[tuple[Fact, Mention], ...]]:
        """The facts mentioned in a sentence, with the mention, in text order."""
        in_text = sorted((each for fact in self.comparison.facts for _, each in _mentioned(fact)), key=_in_text)
        return grouped((mention.sentence, (fact, mention)) for fact, mention in in_text)

    @cached_property
    def conflicts(self) -> Mapping[str, Conflict]:
        """Conflict by its id."""
        return {c.id: c for c in self.comparison.conflicts}

    @cached_property
    def conflicts_of(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The conflicts filed under a claim."""
        return grouped((c.claim, c) for c in self.comparison.conflicts)

    @cached_property
    def conflicts_with(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The conflicts a sentence stands on a side of, whatever claim they are filed under."""
        return grouped((s, c) for c in self.comparison.conflicts for s in dict.fromkeys(chain(*c.sides)))

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings about a claim or a fact, by the id of either, best rank first."""
        return grouped((about, f) for f in self.comparison.findings for about in (f.claim, f.fact) if about)

    @cached_property
    def voices(self) -> int:
        """How many independent voices the set has."""
        return len(set(self.voice_of.values()))

    def piece(self, piece: str) -> Sentence | Paragraph:
        """Return a sentence or paragraph, by its id."""
        return self.sentences.get(piece) or self.paragraphs[piece]

    def words(self, piece: str) -> str:
        """Return the text of a sentence or paragraph, by its id."""
        return self.article_of[piece].cut(self.piece(piece))


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
