"""One index of lookups over a comparison, built once, so that screens and reports ask instead of searching."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from compare.model.article import Article, Paragraph, Sentence
    from compare.model.comparison import Claim, Comparison, Conflict, Fact, Finding, Link, Mention, Nearest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Index:
    """Lookups by id. Every mapping to a tuple lacks the keys that would map to an empty one: use ``.get(key, ())``.

    Attributes:
        articles: article by its id.
        voice_of: who speaks in an article, by its id: equal for reprints of one text and articles of one outlet.
        paragraphs: paragraph by its id.
        sentences: sentence by its id.
        article_of: the article a sentence or paragraph stands in, by the piece's id.
        sentences_of: a paragraph's sentences in text order, by the paragraph's id.
        claims: claim by its id.
        claims_of: the claims a sentence stands in, largest first.
        links_of: a sentence's links, most probable first.
        nearest: the nearest sentence by (sentence id, article id).
        facts: fact by its id.
        facts_in: the facts mentioned in a sentence, with the mention, in text order.
        conflicts_of: the conflicts filed under a claim.
        conflicts_with: the conflicts a sentence stands on a side of, whatever claim they are filed under.
        counterparts_of: a paragraph's counterparts as (paragraph id, score), the likeliest first.
        findings_of: the findings about a claim or a fact, by the id of either, best rank first.
    """

    articles: Mapping[str, Article]
    voice_of: Mapping[str, str]
    paragraphs: Mapping[str, Paragraph]
    sentences: Mapping[str, Sentence]
    article_of: Mapping[str, Article]
    sentences_of: Mapping[str, tuple[Sentence, ...]]
    claims: Mapping[str, Claim]
    claims_of: Mapping[str, tuple[Claim, ...]]
    links_of: Mapping[str, tuple[Link, ...]]
    nearest: Mapping[tuple[str, str], Nearest]
    facts: Mapping[str, Fact]
    facts_in: Mapping[str, tuple[tuple[Fact, Mention], ...]]
    conflicts_of: Mapping[str, tuple[Conflict, ...]]
    conflicts_with: Mapping[str, tuple[Conflict, ...]]
    counterparts_of: Mapping[str, tuple[tuple[str, float], ...]]
    findings_of: Mapping[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, comparison: Comparison) -> Index:
        """Build the index of a comparison."""
        articles = comparison.coverage.articles
        article_of = {p.id: a for a in articles for p in a.paragraphs}
        article_of |= {s.id: a for a in articles for s in a.sentences}
        by_size = sorted(comparison.claims, key=lambda c: (-len(c.sentences), c.id))
        by_score = sorted(comparison.links, key=lambda x: (-x.score, x.a, x.b))
        likely = sorted(comparison.counterparts, key=lambda x: (-x.score, x.a, x.b))
        in_text = sorted(
            ((fact, mention) for fact in comparison.facts for mention in fact.mentions),
            key=lambda x: (x[1].start, -x[1].end, x[0].id),
        )
        return cls(
            articles={a.id: a for a in articles},
            voice_of={a.id: comparison.voices.get(a.id, a.voice) for a in articles},
            paragraphs={p.id: p for a in articles for p in a.paragraphs},
            sentences={s.id: s for a in articles for s in a.sentences},
            article_of=article_of,
            sentences_of=_grouped((s.paragraph, s) for a in articles for s in a.sentences),
            claims={c.id: c for c in comparison.claims},
            claims_of=_grouped((s, c) for c in by_size for s in c.sentences),
            links_of=_grouped((end, link) for link in by_score for end in (link.a, link.b)),
            nearest={(n.sentence, n.article): n for n in comparison.nearest},
            facts={f.id: f for f in comparison.facts},
            facts_in=_grouped((mention.sentence, (fact, mention)) for fact, mention in in_text),
            conflicts_of=_grouped((c.claim, c) for c in comparison.conflicts),
            conflicts_with=_grouped((s, c) for c in comparison.conflicts for s in dict.fromkeys(chain(*c.sides))),
            counterparts_of=_grouped(
                (own, (other, c.score)) for c in likely for own, other in ((c.a, c.b), (c.b, c.a))
            ),
            findings_of=_grouped((about, f) for f in comparison.findings for about in (f.claim, f.fact) if about),
        )

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
