"""From numbers back to the model: claims with their text, status, stance and confidence; links and nearest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

import numpy as np

from compare.analysis.candidates import EVIDENCE
from compare.analysis.facts import is_precise
from compare.analysis.kinds import kind_of
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights, log_odds
from compare.analysis.terms import Terms
from compare.model import Article, Claim, Fact, FactKind, Link, Nearest, Sentence, Span, Stance, Status

UNSURE = 0.8
"""An article is said to lack a claim only if its nearest sentences stay below this share of the link threshold: on
average over the claim's sentences, and singly where they hold what the claim is about. Otherwise it is unknown: saying
"not in this text" wrongly costs more."""

NEAREST_ALL = 50
"""Up to so many articles the nearest sentence in every other article is given, beyond it the ten best."""

Figures: TypeAlias = dict[str, set[str]]
"""The ids of the sums, shares and numbers in a sentence, by its id."""

_FIGURES = {FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER}
_PLAIN = {
    "weight": "rare words in common",
    "overlap": "much of both is the same words",
    "flanks": "the sentences around both agree",
    "beside": "a neighbour of one agrees with the other",
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """The comparable sentences of a set in content order, which the analysis knows by number.

    ``article`` is by sentence; ``voice`` numbers the independent voices, by article.
    """

    articles: tuple[Article, ...]
    pieces: tuple[tuple[Article, Sentence], ...]
    article: tuple[int, ...]
    voice: tuple[int, ...]

    @classmethod
    def of(cls, articles: tuple[Article, ...]) -> Numbered:
        """Number the sentences of articles that are in content order."""
        voices = {voice: n for n, voice in enumerate(dict.fromkeys(a.voice for a in articles))}
        rows = [(n, a, s) for n, a in enumerate(articles) for s in a.sentences if s.comparable]
        return cls(
            articles,
            tuple((a, s) for _, a, s in rows),
            tuple(n for n, _, _ in rows),
            tuple(voices[a.voice] for a in articles),
        )

    @property
    def texts(self) -> list[str]:
        """The words of each sentence."""
        return [article.cut(sentence) for article, sentence in self.pieces]


def make_links(numbered: Numbered, pairs: Pairs, weights: Weights) -> tuple[Link, ...]:
    """Return the links: pairs of articles' sentences from the link threshold on, in order of their ids."""
    links = []
    for (one, two), score in pairs.scores.items():
        if score < weights.link:
            continue
        (article_a, a), (article_b, b) = numbered.pieces[one], numbered.pieces[two]
        equal = tuple(
            (Span(a.start + x.start, a.start + x.end), Span(b.start + y.start, b.start + y.end))
            for x, y in pairs.equal.get((one, two), ())
        )
        if b.id < a.id:
            a, b, article_a, article_b = b, a, article_b, article_a
            equal = tuple((y, x) for x, y in equal)
        run = max((article_a.text[x.start : x.end] for x, _ in equal), key=len, default="")
        links.append(Link(a.id, b.id, round(score, 6), _basis(pairs.evidence[one, two], weights, run), equal))
    return tuple(sorted(links, key=lambda x: (x.a, x.b)))


def make_nearest(numbered: Numbered, pairs: Pairs) -> tuple[Nearest, ...]:
    """Return for each sentence its nearest in every other article, or the ten best of a large set."""
    found = []
    for n, (_, sentence) in enumerate(numbered.pieces):
        others = [int(k) for k in np.flatnonzero(pairs.match[n] >= 0)]
        if len(numbered.articles) > NEAREST_ALL:
            others = sorted(sorted(others, key=lambda k: (-pairs.nearest[n, k], k))[:10])
        for k in others:
            match = numbered.pieces[pairs.match[n, k]][1]
            score = round(float(pairs.nearest[n, k]), 6)
            found.append(Nearest(sentence.id, numbered.articles[k].id, match.id, score))
    return tuple(found)


def make_claims(
    numbered: Numbered,
    groups: Sequence[Sequence[int]],
    pairs: Pairs,
    facts: Sequence[Fact],
    terms: Terms,
    weights: Weights,
) -> tuple[Claim, ...]:
    """Return the claims of the grouped sentences, in order of their ids.

    A claim is called after one of its sentences, so it mostly keeps its id whatever joins the set.
    """
    figures: Figures = {}
    kinds: defaultdict[str, set[FactKind]] = defaultdict(set)
    for fact in facts:
        for mention in fact.mentions:
            if is_precise(fact, mention):
                kinds[mention.sentence].add(fact.kind)
            if fact.kind in _FIGURES and is_precise(fact, mention):
                figures.setdefault(mention.sentence, set()).add(fact.id)
    taken: set[int] = set()
    claims = []
    for group in sorted(groups, key=lambda g: (-len(g), g)):
        order = _clearest_first(numbered, group, pairs, figures)
        head = next((n for n in order if n not in taken), None)
        if head is not None:
            taken.add(head)
        article, sentence = numbered.pieces[order[0] if head is None else head]
        members = sorted({numbered.article[n] for n in group})
        status = _status({numbered.voice[k] for k in members}, set(numbered.voice))
        claims.append(
            Claim(
                id=_claim_id(numbered, group, head),
                text=article.cut(sentence),
                kind=kind_of(article.cut(sentence), kinds[sentence.id]),
                sentences=tuple(numbered.pieces[n][1].id for n in group),
                articles=tuple(numbered.articles[k].id for k in members),
                status=status,
                confidence=round(_confidence(numbered, group, pairs, weights, status), 6),
                stance={} if status is Status.UNIQUE else _stances(numbered, group, pairs, terms, weights, figures),
            )
        )
    return tuple(sorted(claims, key=lambda c: c.id))


def _claim_id(numbered: Numbered, group: Sequence[int], head: int | None) -> str:
    """A claim is called after a sentence that no larger claim is called after, or else after all of its sentences."""
    if head is not None:
        return f"c{numbered.pieces[head][1].id}"
    return "c" + sha256("\0".join(numbered.pieces[n][1].id for n in group).encode()).hexdigest()[:10]


def _clearest_first(numbered: Numbered, group: Sequence[int], pairs: Pairs, figures: Figures) -> list[int]:
    """Order sentences by how well they stand for all: in the language of most, most figures, nearest to the others,
    shortest."""
    languages = Counter(numbered.pieces[n][0].language for n in group)
    common = Counter(a.language for a in numbered.articles)

    def clearness(n: int) -> tuple[float, ...]:
        article, sentence = numbered.pieces[n]
        spoken = (languages[article.language], common[article.language])
        nearness = sum(_score(pairs, n, m) for m in group if m != n)
        return -spoken[0], -spoken[1], -len(figures.get(sentence.id, ())), -round(nearness, 6), len(article.cut(sentence)), n

    return sorted(group, key=clearness)


def _score(pairs: Pairs, a: int, b: int) -> float:
    return pairs.scores.get((min(a, b), max(a, b)), 0.0)


def _status(stating: set[int], every: set[int]) -> Status:
    if len(stating) == 1:
        return Status.UNIQUE
    return Status.COMMON if stating == every else Status.PARTIAL


def _confidence(numbered: Numbered, group: Sequence[int], pairs: Pairs, weights: Weights, status: Status) -> float:
    """How sure the status is: of a unique claim that no other voice comes near, of a shared one its best link."""
    if status is not Status.UNIQUE:
        voice = [numbered.voice[numbered.article[n]] for n in group]
        return max(_score(pairs, a, b) for i, a in enumerate(group) for j, b in enumerate(group[:i]) if voice[i] != voice[j])
    own = numbered.voice[numbered.article[group[0]]]
    others = [k for k, voice in enumerate(numbered.voice) if voice != own]
    language = numbered.articles[numbered.article[group[0]]].language
    if all(numbered.articles[k].language != language for k in others):
        return weights.alone  # no other text can be matched but by its names and numbers
    best = pairs.nearest[np.ix_(list(group), others)].max(initial=0.0)
    return float(weights.unique.probability(log_odds(np.array([best]))))


def _stances(
    numbered: Numbered, group: Sequence[int], pairs: Pairs, terms: Terms, weights: Weights, figures: Figures
) -> dict[str, Stance]:
    """How each article that does not plainly state the claim stands to it."""
    by_article: defaultdict[int, set[str]] = defaultdict(set)
    for n in group:
        by_article[numbered.article[n]] |= figures.get(numbered.pieces[n][1].id, set())
    specific = any(by_article.values())
    languages = {numbered.articles[k].language for k in by_article}
    core = _core(numbered, group, terms)
    stances = {}
    for k, article in enumerate(numbered.articles):
        if k in by_article:
            if specific and not by_article[k]:
                stances[article.id] = Stance.WEAKER
        elif (
            not article.complete
            or article.language not in languages
            or pairs.nearest[list(group), k].mean() >= UNSURE * weights.link
            or any(_may_state(n, k, core, pairs, terms, weights) for n in group)
        ):
            stances[article.id] = Stance.UNKNOWN
        else:
            stances[article.id] = Stance.ABSENT
    return stances


def _core(numbered: Numbered, group: Sequence[int], terms: Terms) -> frozenset[int]:
    """The terms that a claim's voices have in common, at least two of them: what the claim is about."""
    voices: defaultdict[int, set[int]] = defaultdict(set)
    for n in group:
        for term in terms.row(n):
            voices[term].add(numbered.voice[numbered.article[n]])
    return frozenset(term for term, speaking in voices.items() if len(speaking) > 1)


def _may_state(n: int, article: int, core: frozenset[int], pairs: Pairs, terms: Terms, weights: Weights) -> bool:
    """Whether an article's nearest sentence comes too near to say that the article lacks the claim of sentence ``n``:
    the score says so, and it holds half of what the claim is about, rare terms counting more."""
    match = int(pairs.match[n, article])
    if match < 0 or pairs.nearest[n, article] < UNSURE * weights.link:
        return False
    there = set(terms.row(match))
    held = sum(terms.idf[t] ** 2 for t in core if t in there)
    return bool(held >= 0.5 * sum(terms.idf[t] ** 2 for t in core))


def _basis(evidence: Sequence[float], weights: Weights, run: str) -> tuple[str, ...]:
    """Name what spoke for a pair, strongest first: evidence that carries a tenth of the whole, and the longest run."""
    shares = [(w * x, name) for w, x, name in zip(weights.pair.weights, evidence, EVIDENCE, strict=True)]
    whole = sum(share for share, _ in shares if share > 0)
    named = [_PLAIN[name] for share, name in sorted(shares, reverse=True) if share > 0 and share >= whole / 10]
    words = run.split()
    return (*named, *([f"the same {len(words)} words: {run}"] if len(words) > 2 else []))
