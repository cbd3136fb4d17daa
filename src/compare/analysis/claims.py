"""Groups of sentences in the model's words: claims with their text, kind, status, stance and confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from compare.analysis.facts import is_precise
from compare.analysis.kinds import kind_of
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.analysis.sources import sources_of
from compare.analysis.terms import Terms
from compare.model import SPEECH, Claim, Fact, FactKind, Stance, Status

UNSURE = 0.8
"""An article is said to lack a claim only if its nearest sentences stay below this share of the link threshold: on
average over the claim's sentences, and singly where they hold what the claim is about. Otherwise it is unknown: saying
"not in this text" wrongly costs more."""

_FIGURES = {FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a set before its claims are made.

    ``near`` holds the scores of the likely pairs by sentence and counterpart.
    ``kinds`` are the kinds of the precise facts in a sentence, ``figures`` the ids of its sums, shares and numbers,
    both by sentence number; a sentence without any has no entry. ``sources`` are by sentence id whom it is credited to.
    """

    numbered: Numbered
    terms: Terms
    pairs: Pairs
    near: Sequence[Mapping[int, float]]
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
        number = {sentence.id: n for n, (_, sentence) in enumerate(numbered.pieces)}
        kinds: defaultdict[int, set[FactKind]] = defaultdict(set)
        figures: defaultdict[int, set[str]] = defaultdict(set)
        for fact in (fact for fact in facts if fact.kind not in SPEECH):
            for mention in fact.mentions:
                if mention.sentence in number and is_precise(fact, mention):
                    kinds[number[mention.sentence]].add(fact.kind)
                    if fact.kind in _FIGURES:
                        figures[number[mention.sentence]].add(fact.id)
        sources = sources_of(numbered.articles, facts)
        return cls(numbered, terms, pairs, near, weights, dict(kinds), dict(figures), sources)

    def score(self, a: int, b: int) -> float:
        """Return the probability that two sentences state one claim, 0 for pairs that are not likely."""
        return self.near[a].get(b, 0.0)

    def voice(self, sentence: int) -> int:
        """Return the number of the voice that speaks a sentence."""
        return self.numbered.voice[self.numbered.article[sentence]]


def make_claims(known: Known, groups: Sequence[Sequence[int]]) -> tuple[Claim, ...]:
    """Return the claims of the grouped sentences, in order of their ids.

    A claim is called after one of its sentences, so it mostly keeps its id whatever joins the set.
    """
    pieces, articles = known.numbered.pieces, known.numbered.articles
    taken: set[int] = set()
    claims = []
    for group in sorted(groups, key=lambda g: (-len(g), g)):
        order = _clearest_first(known, group)
        head = next((n for n in order if n not in taken), None)
        if head is not None:
            taken.add(head)
        shown = order[0] if head is None else head
        text = pieces[shown][0].cut(pieces[shown][1])
        status = _status(known, group)
        claims.append(
            Claim(
                id=_claim_id(known, group, head),
                text=text,
                kind=kind_of(text, known.kinds.get(shown, ()), credited=pieces[shown][1].id in known.sources),
                sentences=tuple(pieces[n][1].id for n in group),
                articles=tuple(articles[k].id for k in sorted({known.numbered.article[n] for n in group})),
                status=status,
                confidence=round(_alone(known, group) if status is Status.UNIQUE else _together(known, group), 6),
                stance={} if status is Status.UNIQUE else _stances(known, group),
                voices=known.numbered.voices.count((known.numbered.article[n], pieces[n][1].id) for n in group),
                sources=tuple(sorted({who for n in group for who in known.sources.get(pieces[n][1].id, ())})),
            )
        )
    return tuple(sorted(claims, key=lambda c: c.id))


def _claim_id(known: Known, group: Sequence[int], head: int | None) -> str:
    """A claim is called after a sentence that no larger claim is called after, or else after all of its sentences."""
    if head is not None:
        return f"c{known.numbered.pieces[head][1].id}"
    return "c" + sha256("\0".join(known.numbered.pieces[n][1].id for n in group).encode()).hexdigest()[:10]


def _clearest_first(known: Known, group: Sequence[int]) -> list[int]:
    """Order sentences by how well they stand for all: in the language of most, most figures, nearest to the others,
    shortest."""
    here = Counter(known.numbered.pieces[n][0].language for n in group)
    everywhere = Counter(article.language for article in known.numbered.articles)

    def clearness(n: int) -> tuple[float, ...]:
        article, sentence = known.numbered.pieces[n]
        spoken = (-here[article.language], -everywhere[article.language])
        near = known.near[n]
        nearness = sum(near[m] for m in group if m in near)
        return *spoken, -len(known.figures.get(n, ())), -round(nearness, 6), sentence.end - sentence.start, n

    return sorted(group, key=clearness)


def _status(known: Known, group: Sequence[int]) -> Status:
    stating = {known.voice(n) for n in group}
    if len(stating) == 1:
        return Status.UNIQUE
    return Status.COMMON if stating == set(known.numbered.voice) else Status.PARTIAL


def _together(known: Known, group: Sequence[int]) -> float:
    """How sure it is that two voices state a claim: the probability of its best link."""
    members = set(group)
    found = (p for a in group for b, p in known.near[a].items() if b in members and known.voice(a) != known.voice(b))
    return max(found, default=0.0)


def _alone(known: Known, group: Sequence[int]) -> float:
    """How sure it is that no other voice states a claim, from what comes nearest to it elsewhere."""
    article, _ = known.numbered.pieces[group[0]]
    own = known.voice(group[0])
    others = [k for k, voice in enumerate(known.numbered.voice) if voice != own]
    if all(known.numbered.articles[k].language != article.language for k in others):
        return known.weights.alone  # no other text can be matched but by its names and numbers
    best = known.pairs.nearest[np.ix_(list(group), others)].max(initial=0.0)
    return known.weights.unique.probability(best)


def _stances(known: Known, group: Sequence[int]) -> dict[str, Stance]:
    """How each article that does not plainly state the claim stands to it."""
    figures: defaultdict[int, set[str]] = defaultdict(set)
    for n in group:
        figures[known.numbered.article[n]] |= known.figures.get(n, set())
    languages = {known.numbered.articles[k].language for k in figures}
    may_state = _may_state(known, group)
    stances = {}
    for k, article in enumerate(known.numbered.articles):
        if k in figures:
            if not figures[k] and _is_weaker(known, [n for n in group if known.numbered.article[n] == k], group):
                stances[article.id] = Stance.WEAKER
        elif not article.complete or article.language not in languages or k in may_state:
            stances[article.id] = Stance.UNKNOWN
        else:
            stances[article.id] = Stance.ABSENT
    return stances


def _is_weaker(known: Known, own: Sequence[int], group: Sequence[int]) -> bool:
    """Whether an article states a claim less specifically: without any figure, date or time, where a sentence that it
    is linked to has a figure."""
    exact = [n for n in group if known.figures.get(n)]
    vague = all(known.kinds.get(n, set()) <= {FactKind.NAME} for n in own)
    return vague and any(known.score(n, m) >= known.weights.faint for n in own for m in exact)


def _may_state(known: Known, group: Sequence[int]) -> frozenset[int]:
    """The articles whose nearest sentences come too near to say that they lack a claim: on average, or one of them
    that also holds half of what the claim is about, rare terms counting more."""
    enough = UNSURE * known.weights.link
    nearest = known.pairs.nearest[list(group)]
    found = set(np.flatnonzero(nearest.mean(axis=0) >= enough).tolist())
    core = _core(known, group)
    half = sum(core.values()) / 2
    for i, k in np.argwhere(nearest >= enough).tolist():
        if k not in found:
            row = known.terms.row(int(known.pairs.match[group[i], k]))
            if sum(core[term] for term in core.keys() & row.keys()) >= half:
                found.add(k)
    return frozenset(found)


def _core(known: Known, group: Sequence[int]) -> dict[int, float]:
    """The terms that at least two of a claim's voices have in common, which it is about, with their weight: the mean
    square of their rarity."""
    voices: defaultdict[int, set[int]] = defaultdict(set)
    squares: defaultdict[int, list[float]] = defaultdict(list)
    for n in group:
        for term, rarity in known.terms.row(n).items():
            voices[term].add(known.voice(n))
            squares[term].append(rarity**2)
    return {t: sum(squares[t]) / len(squares[t]) for t, speaking in voices.items() if len(speaking) > 1}
