"""What a reader came for, ranked: conflicts, sole sources, facts only here, omissions; the checkable first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache, partial

from compare.analysis.alone import CHECKABLE, Alone, speaks_alone
from compare.analysis.changes import Changes
from compare.analysis.facts import is_precise
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


class Drafts:
    """What was told of a comparison, kept for the next one of the same texts: of that only those findings are told anew
    whose claims are others, or the links or facts of their sentences. Where an article is called or spoken otherwise,
    any finding may name it."""

    def __init__(self) -> None:
        self._alone = Alone()
        self._told: dict[object, tuple[Claim, object, _Draft | None]] = {}
        self._telling: dict[object, tuple[Claim, object, _Draft | None]] = {}

    def of(self, comparison: Comparison, changed: Changes | None) -> Iterator[_Draft]:
        """Yield the findings of a comparison, in no order; ``changed`` is what is other than in the one before, if any
        was."""
        if changed is None or changed.voices or changed.labels or changed.whole:
            self._told = {}
        else:
            other = {end for x in (*changed.links.gone, *changed.links.new) for end in (x.a, x.b)} | changed.mentioning
            self._told = {key: told for key, told in self._told.items() if other.isdisjoint(told[0].sentences)}
        sole, quotations = self._alone.of(comparison, changed)
        claims = [draft for claim in comparison.claims if (draft := self._kept(_sole_claim, comparison, claim))]
        facts = [*_sole_facts(comparison, sole, self), *_sole_quotations(comparison, quotations)]
        yield from _conflicts(comparison)
        yield from _without_repeats(claims, facts)
        yield from (draft for claim in comparison.claims if (draft := self._kept(_omission, comparison, claim)))
        self._told, self._telling = self._telling, {}

    def _kept(
        self, tell: Callable[[Comparison, Claim], _Draft | None], comparison: Comparison, claim: Claim
    ) -> _Draft | None:
        """What a rule tells of a claim."""
        return self.kept((tell, id(claim)), claim, (), partial(tell, comparison, claim))

    def kept(self, key: object, claim: Claim, of: object, tell: Callable[[], _Draft | None]) -> _Draft | None:
        """What is told of a claim and of something in it, both of which the key knows by their identity."""
        told = self._telling[key] = self._told.get(key) or (claim, of, tell())
        return told[2]


def find(comparison: Comparison, kept: Drafts, changed: Changes | None = None) -> tuple[Finding, ...]:
    """Return the findings of a comparison that has none yet, best first.

    Args:
        comparison: all but its findings.
        kept: what was told: new, or that of the comparison before.
        changed: what is other than in that.
    """
    drafts = sorted(kept.of(comparison, changed), key=lambda d: (d.weight, d.claim or "", d.fact or "", d.articles))
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


def _sole_facts(comparison: Comparison, sole: Sequence[Fact], kept: Drafts) -> Iterator[_Draft]:
    """Facts that one voice carries, those of one sentence together."""
    by_sentence: defaultdict[tuple[str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for fact in sole:
        placed = [m.sentence for m in fact.mentions if m.sentence in comparison.index.claims_of]
        if placed and not _is_disputed(comparison, fact):
            by_sentence[placed[0], fact.articles].append(fact)
    for _, facts in sorted(by_sentence.items()):
        facts.sort(key=lambda f: (CHECKABLE.index(f.kind), -len(f.mentions), f.mentions[0].start))
        claim = _claim_of(comparison, facts[0])
        agreeing = frozenset(_agreeing(comparison, claim, facts[0]))
        key = tuple(map(id, facts)), id(claim), agreeing
        draft = kept.kept(key, claim, facts, partial(_sole_fact, comparison, claim, facts, agreeing))
        if draft:
            yield draft


def _sole_fact(comparison: Comparison, claim: Claim, facts: Sequence[Fact], agreeing: Set[str]) -> _Draft:
    """The facts of one voice in one sentence, the worthiest first; ``agreeing`` are the articles likely to state it."""
    first = facts[0]
    slight = first.kind in (FactKind.DATE, FactKind.NAME)
    aside = _unread(comparison, first.articles) if slight else _without(comparison, claim, first, agreeing)
    why = f"Only {_voice(comparison, first.articles)} {_given(facts)}{aside}."
    return _Draft(_worth(first, claim), FindingKind.FACT, claim.id, first.id, first.articles, why)


def _sole_quotations(comparison: Comparison, apart: Set[str]) -> Iterator[_Draft]:
    """What only one voice quotes somebody with, by name: of each speaker the longest quotation, of each claim one."""
    index = comparison.index
    longest_first = sorted((f for f in comparison.facts if f.id in apart), key=lambda f: (-len(f.value), f.id))
    told: set[object] = set()
    for fact in longest_first:
        mention = fact.mentions[0]
        named = mention.speaker if mention.speaker and mention.speaker[0].isupper() else ""
        claims = index.claims_of.get(mention.sentence, ())
        if not named or not claims or speaks_alone(comparison, fact.articles):
            continue
        if told & {claims[0].id, (named, fact.articles)}:
            continue
        told |= {claims[0].id, (named, fact.articles)}
        who = f"Only {_voice(comparison, fact.articles)} quotes {one_line(named)}"
        why = f"{who}: {_quoted(_short(mention.text))}{_unread(comparison, fact.articles)}"
        place = float(_CLAIM_ORDER.index(ClaimKind.ATTRIBUTED))
        yield _Draft((*_CHECKED, place), FindingKind.FACT, claims[0].id, fact.id, fact.articles, why)


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
    place = CHECKABLE.index(fact.kind)
    silent = fact.kind is FactKind.NAME and claim.kind not in _CLAIM_ORDER[:2]
    return 1.0 if place < 2 else 2.0, float(place), float(silent), -float(len(fact.mentions))


def _given(facts: Sequence[Fact]) -> str:
    """What an outlet does with facts: "gives the sum “$3 million” and names “Ada Moss”"."""
    by_verb: dict[str, list[str]] = {}
    for fact in facts:
        by_verb.setdefault(_gives(fact), []).append(_quoted(fact.mentions[0].text))
    return _listed([f"{verb} {_listed(quoted)}" for verb, quoted in by_verb.items()])


def _sole_claim(comparison: Comparison, claim: Claim) -> _Draft | None:
    if claim.status is not Status.UNIQUE or claim.confidence < PERHAPS:
        return None
    sure = claim.confidence >= SURE
    place = _CLAIM_ORDER.index(claim.kind)
    if not sure and (place == len(_CLAIM_ORDER) - 1 or _shares_a_figure(comparison, claim)):
        return None
    weight = (2.0 if place < 2 else 4.0, float(place)) if sure else (6.0, float(place))
    who = f"Only {_voice(comparison, claim.articles)} says"
    why = who if sure else f"Perhaps o{who[1:]} ({int(claim.confidence * 100)}% sure)"
    text = f"{why}: {_quoted(_short(claim.text))}{_unread(comparison, claim.articles)}"
    return _Draft((*weight, -claim.confidence), FindingKind.SOLE, claim.id, None, claim.articles, text)


def _omission(comparison: Comparison, claim: Claim) -> _Draft | None:
    if claim.voices < 2 or claim.confidence < OMITTED or Stance.ABSENT not in claim.stance.values():
        return None
    # where a sentence has a counterpart, be it in another claim, its claim is not left out
    linked = {article for sentence in claim.sentences for article in _reached(comparison, sentence, 0)}
    lacking = tuple(sorted(a for a, s in claim.stance.items() if s is Stance.ABSENT and a not in linked))
    if not lacking:
        return None
    place = _CLAIM_ORDER.index(claim.kind)
    weight = (3.0 if place < 2 else 5.0, float(len(lacking)), float(place), -claim.confidence)
    why = (
        f"Not in the text of {_labels(comparison, lacking)}, but of {_labels(comparison, claim.articles)}: "
        f"{_quoted(_short(claim.text))}"
    )
    return _Draft(weight, FindingKind.OMISSION, claim.id, None, lacking, why)


def _reached(comparison: Comparison, sentence: str, least: float) -> Iterator[str]:
    """The articles in which a sentence has a counterpart of this probability, be it in another claim."""
    for link in comparison.index.links_of.get(sentence, ()):
        if link.score >= least:
            yield comparison.index.article_of[link.b if link.a == sentence else link.a].id


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


def _agreeing(comparison: Comparison, claim: Claim, fact: Fact) -> Iterator[str]:
    """The articles that likely state what the sentences of a claim with a fact in them state."""
    for sentence in {mention.sentence for mention in fact.mentions} & set(claim.sentences):
        yield from _reached(comparison, sentence, LIKELY)


def _without(comparison: Comparison, claim: Claim, fact: Fact, agreeing: Set[str]) -> str:
    """How the other articles stand to the claim that the fact belongs to."""
    own = set(fact.articles)
    others = {a: _instead(comparison, claim, fact, a) for a in claim.articles if a not in own}
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
    return any(f.kind in CHECKABLE[:3] and set(f.articles) - set(claim.articles) for f in found)


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
