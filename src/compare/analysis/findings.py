"""What a reader came for, ranked: conflicts, sole sources, facts only here, omissions; the checkable first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.analysis.facts import is_precise
from compare.analysis.figures import figures
from compare.model import (
    SURE,
    Article,
    Claim,
    ClaimKind,
    Comparison,
    Fact,
    FactKind,
    Finding,
    FindingKind,
    Stance,
    Status,
    one_line,
)

OMITTED = 0.5
"""A claim counts as left out by an article only if it is this probable that the others share it at all."""

PERHAPS = 0.5
"""A unique claim that can be checked is listed from this probability on, below all that is sure, and says so."""

_FACT_ORDER = (FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE, FactKind.NAME)
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


def find(comparison: Comparison) -> tuple[Finding, ...]:
    """Return the findings of a comparison that has none yet, best first."""
    drafts = [*_conflicts(comparison), *_sole_facts(comparison), *_sole_claims(comparison), *_omissions(comparison)]
    drafts.sort(key=lambda d: (d.weight, d.claim or "", d.fact or "", d.articles))
    return tuple(Finding(n, d.kind, d.claim, d.fact, d.articles, d.why) for n, d in enumerate(drafts, 1))


def _conflicts(comparison: Comparison) -> Iterator[_Draft]:
    for conflict in comparison.conflicts:
        claim = comparison.index.claims[conflict.claim]
        yield _Draft((0.0,), FindingKind.CONFLICT, claim.id, None, claim.articles, conflict.why)


def _sole_facts(comparison: Comparison) -> Iterator[_Draft]:
    """Facts that one voice carries, and that stand nowhere in the others' texts, furniture and headings included."""
    texts = _Elsewhere(comparison)
    for fact in comparison.facts:
        if len({comparison.index.articles[a].voice for a in fact.articles}) > 1 or texts.hold(fact):
            continue
        if not any(is_precise(fact, m) for m in fact.mentions):
            continue
        if fact.kind is FactKind.NAME and (_speaks_alone(comparison, fact.articles) or _is_slight(fact)):
            continue
        claim = _claim_of(comparison, fact)
        place = _FACT_ORDER.index(fact.kind) if fact.kind in _FACT_ORDER else len(_FACT_ORDER)
        weight: tuple[float, ...] = (1.0 if place < 2 else 2.0, place)
        if fact.kind is FactKind.NAME:  # a person or body that speaks is worth more than a place that is named
            weight = (*weight, 0.0 if claim.kind in _CLAIM_ORDER[:2] else 1.0)
        names = _labels(comparison, fact.articles)
        aside = _without(comparison, claim, fact) if place < 3 else ""
        why = f"Only {names} {_gives(fact)} {_quoted(fact.mentions[0].text)}{aside}."
        yield _Draft((*weight, -len(fact.mentions)), FindingKind.FACT, claim.id, fact.id, fact.articles, why)


def _sole_claims(comparison: Comparison) -> Iterator[_Draft]:
    for claim in comparison.claims:
        if claim.status is not Status.UNIQUE or claim.confidence < PERHAPS:
            continue
        sure = claim.confidence >= SURE
        place = _CLAIM_ORDER.index(claim.kind)
        if not sure and place == len(_CLAIM_ORDER) - 1:
            continue
        weight = (2.0 if place < 2 else 4.0, float(place)) if sure else (6.0, float(place))
        how = {ClaimKind.PREDICTION: "expects", ClaimKind.COMMENTARY: "comments"}.get(claim.kind, "says")
        who = f"Only {_labels(comparison, claim.articles)} {how}"
        why = who if sure else f"Perhaps o{who[1:]} ({claim.confidence:.0%} sure)"
        text = f"{why}: {_quoted(_short(claim.text))}{_unread(comparison, claim)}"
        yield _Draft((*weight, -claim.confidence), FindingKind.SOLE, claim.id, None, claim.articles, text)


def _omissions(comparison: Comparison) -> Iterator[_Draft]:
    index = comparison.index

    def linked(claim: Claim, article: str) -> bool:
        """Whether any sentence of the claim has a counterpart in the article, though in another claim."""
        ends = (end for s in claim.sentences for link in index.links_of.get(s, ()) for end in (link.a, link.b))
        return any(index.article_of[end].id == article for end in ends)

    for claim in comparison.claims:
        lacking = tuple(
            sorted(a for a, stance in claim.stance.items() if stance is Stance.ABSENT and not linked(claim, a))
        )
        if claim.status is Status.UNIQUE or not lacking or claim.confidence < OMITTED:
            continue
        place = _CLAIM_ORDER.index(claim.kind)
        weight = (3.0 if place < 2 else 5.0, float(len(lacking)), float(place), -claim.confidence)
        why = (
            f"Not in the text of {_labels(comparison, lacking)}, but of {_labels(comparison, claim.articles)}: "
            f"{_quoted(_short(claim.text))}"
        )
        yield _Draft(weight, FindingKind.OMISSION, claim.id, None, lacking, why)


def _unread(comparison: Comparison, claim: Claim) -> str:
    """Name the articles of which nobody can say whether they state a claim that no other does."""
    index = comparison.index
    language = index.articles[claim.articles[0]].language
    others = (a for a in comparison.coverage.articles if a.id not in claim.articles)
    unknown = [a.id for a in others if not a.complete or a.language != language]
    return f" (unknown of {_labels(comparison, unknown)})" if unknown else ""


class _Elsewhere:
    """Whether a fact stands anywhere in the texts of other voices, in any form that the rules can see."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = comparison.coverage.articles
        self._words = {a.id: " " + " ".join(re.findall(r"\w+", a.text.casefold())) + " " for a in self._articles}
        self._figures = {a.id: {(f.kind, f.value) for f in figures(a.text, a.language)} for a in self._articles}

    def hold(self, fact: Fact) -> bool:
        voices = {a.voice for a in self._articles if a.id in fact.articles}
        return any(a.voice not in voices and self._stands_in(fact, a) for a in self._articles)

    def _stands_in(self, fact: Fact, article: Article) -> bool:
        if fact.kind is FactKind.NAME:
            spoken = " ".join(re.findall(r"\w+", fact.value.casefold()))
            return f" {spoken} " in self._words[article.id] or f" {spoken}s " in self._words[article.id]
        values = {(kind, fact.value) for kind in (FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENTAGE)}
        if fact.kind is not FactKind.DATE:
            return bool(self._figures[article.id] & values)
        # "15 October" is the day that another text gives with its year
        day = fact.value[-6:] if fact.unit == "day" else fact.value
        return any(kind is FactKind.DATE and value.endswith(day) for kind, value in self._figures[article.id])


def _claim_of(comparison: Comparison, fact: Fact) -> Claim:
    """The claim that best shows a fact: the one with most of its mentions."""
    counts: dict[str, int] = {}
    for mention in fact.mentions:
        for claim in comparison.index.claims_of[mention.sentence]:
            counts[claim.id] = counts.get(claim.id, 0) + 1
    return comparison.index.claims[min(counts, key=lambda c: (-counts[c], c))]


def _gives(fact: Fact) -> str:
    return {
        FactKind.MONEY: "gives the sum",
        FactKind.PERCENTAGE: "gives the share",
        FactKind.NUMBER: "gives the number",
        FactKind.DATE: {"time": "gives the time", "year": "gives the year"}.get(fact.unit, "gives the day"),
        FactKind.NAME: "names",
    }.get(fact.kind, "has")


def _without(comparison: Comparison, claim: Claim, fact: Fact) -> str:
    """How the other articles stand to the claim that the fact belongs to."""
    told = [a for a in claim.articles if a not in fact.articles]
    absent = [a for a, stance in claim.stance.items() if stance is Stance.ABSENT]
    unknown = [a for a, stance in claim.stance.items() if stance is Stance.UNKNOWN]
    said = (("said without it by", told), ("not in the text of", absent), ("unknown of", unknown))
    parts = [f"{words} {_labels(comparison, articles)}" for words, articles in said if articles]
    return f" ({'; '.join(parts)})" if parts else ""


def _is_slight(fact: Fact) -> bool:
    """Whether a name is a single word that stands once: as often as not a capital of some other cause."""
    return " " not in fact.value and len(fact.mentions) == 1


def _speaks_alone(comparison: Comparison, articles: Sequence[str]) -> bool:
    """Whether no other article is in the language of these: the others may well name it, in theirs."""
    index = comparison.index
    own = {index.articles[a].language for a in articles}
    return not any(a.language in own for a in comparison.coverage.articles if a.id not in articles)


def _labels(comparison: Comparison, articles: Sequence[str]) -> str:
    labels = sorted(one_line(comparison.index.articles[a].label) for a in articles)
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"


def _quoted(text: str) -> str:
    return f"“{one_line(text)}”"


def _short(text: str, limit: int = 160) -> str:
    text = one_line(text)
    if len(text) <= limit:
        return text
    return text[: text.rfind(" ", 0, limit)].rstrip(",;:") + " …"
