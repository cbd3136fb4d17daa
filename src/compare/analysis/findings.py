"""What a reader came for, ranked: conflicts, sole sources, facts only here, omissions; the checkable first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from compare.analysis.elsewhere import Elsewhere
from compare.analysis.facts import is_precise
from compare.analysis.quotes import alone
from compare.model import (
    LIKELY,
    SURE,
    Claim,
    ClaimKind,
    Comparison,
    ConflictKind,
    Fact,
    FactKind,
    Finding,
    FindingKind,
    Stance,
    Status,
    one_line,
    share_words,
)

OMITTED = 0.5
"""A claim counts as left out by an article only if it is this probable that the others share it at all."""

PERHAPS = 0.5
"""A unique claim that can be checked is listed from this probability on, below all that is sure, and says so."""

_CHECKED, _UNSURE = (2.0,), (6.0,)
"""Where the weights of drafts begin that are neither conflicts nor sums and shares, and of those that say "perhaps"."""

_VIEWS = 4.0
"""Where the weights of conflicts begin that are opposed views."""

_FACT_ORDER = (FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE, FactKind.NAME)
_CONFLICT_ORDER = (
    ConflictKind.FIGURE,
    ConflictKind.CONTRADICTION,
    ConflictKind.ATTRIBUTION,
    ConflictKind.QUOTATION,
    ConflictKind.UPDATE,
    ConflictKind.FRAMING,
    ConflictKind.UNRESOLVED,
)
_CLAIM_ORDER = (ClaimKind.FACT, ClaimKind.ATTRIBUTED, ClaimKind.PREDICTION, ClaimKind.COMMENTARY)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A finding without its rank: smaller ``weight`` tuples come first."""

    weight: tuple[float, ...]
    kind: FindingKind
    claim: str | None
    fact: str | None
    articles: tuple[str, ...]
    why: str


@dataclass(slots=True)
class Alone:
    """What stands in no other text, which holds in every comparison of the same articles and facts: found at the first.

    ``facts`` are those of one voice, in the order of their ids; ``quotations`` are ids of facts.
    """

    facts: tuple[Fact, ...] | None = None
    quotations: frozenset[str] = frozenset()

    def of(self, comparison: Comparison) -> tuple[tuple[Fact, ...], frozenset[str]]:
        """Return both."""
        if self.facts is None:
            texts = Elsewhere(comparison.coverage.articles, comparison.index.voice_of, comparison.facts)
            self.facts = tuple(f for f in comparison.facts if _is_sole(comparison, f) and not texts.hold(f))
            self.quotations = alone(comparison.coverage.articles, comparison.facts)
        return self.facts, self.quotations


def find(comparison: Comparison, stands: Alone) -> tuple[Finding, ...]:
    """Return the findings of a comparison that has none yet, best first.

    Args:
        comparison: all but its findings.
        stands: what stands alone: new, or that of a comparison of the same articles and facts.
    """
    sole, quotations = stands.of(comparison)
    claims = list(_sole_claims(comparison))
    facts = [*_sole_facts(comparison, sole), *_sole_quotations(comparison, quotations)]
    drafts = [*_conflicts(comparison), *_without_repeats(claims, facts), *_omissions(comparison)]
    drafts.sort(key=lambda d: (d.weight, d.claim or "", d.fact or "", d.articles))
    return tuple(Finding(n, d.kind, d.claim, d.fact, d.articles, d.why) for n, d in enumerate(drafts, 1))


def _without_repeats(claims: Sequence[_Draft], facts: Sequence[_Draft]) -> Iterator[_Draft]:
    """Tell a thing once: the whole claim where that is sure, else the fact in it, which is."""
    sure = {draft.claim for draft in claims if draft.weight < _UNSURE}
    exact = {draft.claim for draft in facts}
    yield from (draft for draft in facts if draft.claim not in sure or draft.weight < _CHECKED)
    yield from (draft for draft in claims if draft.claim in sure or draft.claim not in exact)


def _conflicts(comparison: Comparison) -> Iterator[_Draft]:
    """Conflicts, the checkable kinds first; opposed views, which are a reading, below all that can be checked."""
    for conflict in comparison.conflicts:
        place = _CONFLICT_ORDER.index(conflict.kind)
        start = _VIEWS if conflict.kind is ConflictKind.FRAMING else 0.0
        parties = {comparison.index.article_of[s].id for side in conflict.sides for s in side}
        weight = (start, float(place), -conflict.confidence)
        yield _Draft(weight, FindingKind.CONFLICT, conflict.claim, None, tuple(sorted(parties)), conflict.why)


def _sole_facts(comparison: Comparison, sole: Sequence[Fact]) -> Iterator[_Draft]:
    """Facts that one voice carries, those of one sentence together."""
    likely = _reached(comparison, LIKELY)
    by_sentence: defaultdict[tuple[str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for fact in sole:
        placed = [m.sentence for m in fact.mentions if m.sentence in comparison.index.claims_of]
        if placed and not _is_disputed(comparison, fact):
            by_sentence[placed[0], fact.articles].append(fact)
    for (_, articles), facts in sorted(by_sentence.items()):
        facts.sort(key=lambda f: (_FACT_ORDER.index(f.kind), -len(f.mentions), f.mentions[0].start))
        first = facts[0]
        claim = _claim_of(comparison, first)
        slight = first.kind in (FactKind.DATE, FactKind.NAME)
        aside = _unread(comparison, articles) if slight else _without(comparison, claim, first, likely)
        why = f"Only {_voice(comparison, articles)} {_given(facts)}{aside}."
        yield _Draft(_worth(first, claim), FindingKind.FACT, claim.id, first.id, articles, why)


def _sole_quotations(comparison: Comparison, apart: Set[str]) -> Iterator[_Draft]:
    """What only one voice quotes somebody with, by name: of each speaker the longest quotation, of each claim one."""
    index = comparison.index
    longest_first = sorted((f for f in comparison.facts if f.id in apart), key=lambda f: (-len(f.value), f.id))
    told: set[object] = set()
    for fact in longest_first:
        mention = fact.mentions[0]
        named = mention.speaker if mention.speaker and mention.speaker[0].isupper() else ""
        claims = index.claims_of.get(mention.sentence, ())
        if not named or not claims or _speaks_alone(comparison, fact.articles):
            continue
        if told & {claims[0].id, (named, fact.articles)}:
            continue
        told |= {claims[0].id, (named, fact.articles)}
        who = f"Only {_labels(comparison, fact.articles)} quotes {one_line(named)}"
        why = f"{who}: {_quoted(_short(mention.text))}{_unread(comparison, fact.articles)}"
        place = float(_CLAIM_ORDER.index(ClaimKind.ATTRIBUTED))
        yield _Draft((*_CHECKED, place), FindingKind.FACT, claims[0].id, fact.id, fact.articles, why)


def _is_sole(comparison: Comparison, fact: Fact) -> bool:
    """Whether one voice alone carries a fact that is worth a finding."""
    if fact.kind not in _FACT_ORDER or len({comparison.index.voice_of[a] for a in fact.articles}) > 1:
        return False
    if fact.kind in (FactKind.NAME, FactKind.NUMBER) and _speaks_alone(comparison, fact.articles):
        return False
    if fact.kind is not FactKind.NAME:
        return any(is_precise(fact, mention) for mention in fact.mentions)
    # a single word that stands once owes its capital to some other cause as often as not
    return " " in fact.value or len(fact.mentions) > 1


def _is_disputed(comparison: Comparison, fact: Fact) -> bool:
    """Whether a conflict of figures tells of a fact already; a toll that has risen is news beside that."""
    return any(
        conflict.kind is ConflictKind.FIGURE
        and re.search(rf"(?<!\w){re.escape(one_line(mention.text))}(?!\w)", conflict.why)
        for mention in fact.mentions
        for conflict in comparison.index.conflicts_with.get(mention.sentence, ())
    )


def _worth(fact: Fact, claim: Claim) -> tuple[float, ...]:
    """Sort key of a fact: sums and shares first; a person or body that speaks before one that is only named."""
    place = _FACT_ORDER.index(fact.kind)
    silent = fact.kind is FactKind.NAME and claim.kind not in _CLAIM_ORDER[:2]
    return 1.0 if place < 2 else 2.0, float(place), float(silent), -float(len(fact.mentions))


def _given(facts: Sequence[Fact]) -> str:
    """What an outlet does with facts: "gives the sum “$3 million” and names “Ada Moss”"."""
    by_verb: dict[str, list[str]] = {}
    for fact in facts:
        by_verb.setdefault(_gives(fact), []).append(_quoted(fact.mentions[0].text))
    return _listed([f"{verb} {_listed(quoted)}" for verb, quoted in by_verb.items()])


def _sole_claims(comparison: Comparison) -> Iterator[_Draft]:
    for claim in comparison.claims:
        if claim.status is not Status.UNIQUE or claim.confidence < PERHAPS:
            continue
        sure = claim.confidence >= SURE
        place = _CLAIM_ORDER.index(claim.kind)
        if not sure and (place == len(_CLAIM_ORDER) - 1 or _shares_a_figure(comparison, claim)):
            continue
        weight = (2.0 if place < 2 else 4.0, float(place)) if sure else (6.0, float(place))
        who = f"Only {_voice(comparison, claim.articles)} says"
        why = who if sure else f"Perhaps o{who[1:]} ({int(claim.confidence * 100)}% sure)"
        text = f"{why}: {_quoted(_short(claim.text))}{_unread(comparison, claim.articles)}"
        yield _Draft((*weight, -claim.confidence), FindingKind.SOLE, claim.id, None, claim.articles, text)


def _omissions(comparison: Comparison) -> Iterator[_Draft]:
    reached = _reached(comparison, 0)
    for claim in comparison.claims:
        if claim.voices < 2 or claim.confidence < OMITTED:
            continue
        # where a sentence has a counterpart, be it in another claim, its claim is not left out
        linked = {article for sentence in claim.sentences for article in reached.get(sentence, ())}
        lacking = tuple(sorted(a for a, s in claim.stance.items() if s is Stance.ABSENT and a not in linked))
        if not lacking:
            continue
        place = _CLAIM_ORDER.index(claim.kind)
        weight = (3.0 if place < 2 else 5.0, float(len(lacking)), float(place), -claim.confidence)
        why = (
            f"Not in the text of {_labels(comparison, lacking)}, but of {_labels(comparison, claim.articles)}: "
            f"{_quoted(_short(claim.text))}"
        )
        yield _Draft(weight, FindingKind.OMISSION, claim.id, None, lacking, why)


def _reached(comparison: Comparison, least: float) -> dict[str, set[str]]:
    """The articles in which a sentence has a counterpart of this probability, be it in another claim."""
    reached: defaultdict[str, set[str]] = defaultdict(set)
    article = comparison.index.article_of
    for link in comparison.links:
        if link.score >= least:
            reached[link.a].add(article[link.b].id)
            reached[link.b].add(article[link.a].id)
    return reached


def _unread(comparison: Comparison, articles: Sequence[str]) -> str:
    """Name the articles of which nobody can say whether they have what only these have."""
    unknown = _unreadable(comparison, articles)
    return f" (unknown of {_labels(comparison, unknown)})" if unknown else ""


def _unreadable(comparison: Comparison, articles: Sequence[str]) -> list[str]:
    """The articles that are cut, or whose words cannot be held against these."""
    language = comparison.index.articles[articles[0]].language
    unread = [a.id for a in comparison.coverage.articles if not a.complete or not share_words(a.language, language)]
    return [a for a in unread if a not in articles]


def _claim_of(comparison: Comparison, fact: Fact) -> Claim:
    """The claim that best shows a fact: the one with most of its mentions."""
    counts: dict[str, int] = {}
    for mention in fact.mentions:
        for claim in comparison.index.claims_of.get(mention.sentence, ()):
            counts[claim.id] = counts.get(claim.id, 0) + 1
    return comparison.index.claims[min(counts, key=lambda c: (-counts[c], c))]


def _gives(fact: Fact) -> str:
    if fact.kind is FactKind.NUMBER and fact.unit:
        return _MEASURES.get(fact.unit, "gives the measure")
    return {
        FactKind.MONEY: "gives the sum",
        FactKind.PERCENTAGE: "gives the share",
        FactKind.NUMBER: "gives the number",
        FactKind.DATE: {"time": "gives the time", "year": "gives the year"}.get(fact.unit, "gives the day"),
        FactKind.NAME: "names",
    }.get(fact.kind, "has")


_MEASURES = {
    "s": "gives the length of time",
    "age": "gives the age",
    "magnitude": "gives the magnitude",
    "m": "gives the distance",
    "kg": "gives the weight",
    "m/s": "gives the speed",
    "m²": "gives the area",
}


def _without(comparison: Comparison, claim: Claim, fact: Fact, likely: Mapping[str, Set[str]]) -> str:
    """How the other articles stand to the claim that the fact belongs to.

    ``likely`` are the articles that likely state what a sentence states.
    """
    own = set(fact.articles)
    others = {a: _instead(comparison, claim, fact, a) for a in claim.articles if a not in own}
    stating = {mention.sentence for mention in fact.mentions} & set(claim.sentences)
    agreeing = {article for sentence in stating for article in likely.get(sentence, ())}
    differing = [f"{_labels(comparison, [a])} has {text}" for a, text in sorted(others.items()) if text]
    told = [a for a, text in others.items() if not text and a in agreeing]
    absent = [a for a, stance in claim.stance.items() if stance is Stance.ABSENT]
    unknown = {a for a, stance in claim.stance.items() if stance is Stance.UNKNOWN}
    unknown |= set(_unreadable(comparison, fact.articles)) - set(claim.articles)
    said = (("said without it by", told), ("not in the text of", absent), ("unknown of", sorted(unknown)))
    parts = [*differing, *(f"{words} {_labels(comparison, articles)}" for words, articles in said if articles)]
    return f" ({'; '.join(parts)})" if parts else ""


def _instead(comparison: Comparison, claim: Claim, fact: Fact, article: str) -> str:
    """The other sum or share that an article gives in its sentences of the claim, quoted; empty if there is none.

    Other numbers say nothing: a sentence that counts the dead may count the injured as well.
    """
    if fact.kind is FactKind.NUMBER:
        return ""
    own = [s for s in claim.sentences if comparison.index.article_of[s].id == article]
    found = (
        mention.text
        for s in own
        for other, mention in comparison.index.facts_in.get(s, ())
        if (other.kind, other.unit) == (fact.kind, fact.unit)
    )
    return next((_quoted(text) for text in found), "")


def _shares_a_figure(comparison: Comparison, claim: Claim) -> bool:
    """Whether another article has a sum, share or number of a claim's sentences: it may well state the claim."""
    found = (f for s in claim.sentences for f, m in comparison.index.facts_in.get(s, ()) if is_precise(f, m))
    return any(f.kind in _FACT_ORDER[:3] and set(f.articles) - set(claim.articles) for f in found)


def _speaks_alone(comparison: Comparison, articles: Sequence[str]) -> bool:
    """Whether no other article is in the language of these: the others may well have it, written in their own way."""
    index = comparison.index
    own = {index.articles[a].language for a in articles}
    others = [a.language for a in comparison.coverage.articles if a.id not in articles]
    return not any(share_words(one, other) for one in own for other in others)


_label = lru_cache(maxsize=1024)(one_line)


def _labels(comparison: Comparison, articles: Sequence[str]) -> str:
    return _listed(sorted(_label(comparison.index.articles[a].label) for a in articles))


def _voice(comparison: Comparison, articles: Sequence[str]) -> str:
    """Name one voice: its first article, and those that reprint it or are of the same outlet."""
    first, *others = sorted(_label(comparison.index.articles[a].label) for a in articles)
    return f"{first} (and {_listed(others)}, the same voice)" if others else first


def _listed(items: Sequence[str]) -> str:
    return " and ".join([*([", ".join(items[:-1])] if items[1:] else []), items[-1]])


def _quoted(text: str) -> str:
    return f"“{one_line(text)}”"


def _short(text: str, limit: int = 160) -> str:
    text = one_line(text)
    if len(text) <= limit:
        return text
    return text[: text.rfind(" ", 0, limit)].rstrip(",;:") + " …"
