"""What one voice alone says: facts that stand in no other text, quotations of people by name, and whole claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product

from compare.analysis.alone import CHECKABLE, speaks_alone
from compare.analysis.draft import (
    CHECKED,
    CLAIM_ORDER,
    UNRANKED,
    Draft,
    Reached,
    aside,
    in_quotes,
    labels,
    one_voice,
    short,
    unknown,
    unreadable,
)
from compare.analysis.facts import is_precise
from compare.analysis.figure import ends, figure_of
from compare.analysis.hours import CLOCK, loosely_from
from compare.analysis.readings import YEAR, Reading, read, same_thing
from compare.model import (
    LIKELY,
    Claim,
    ClaimKind,
    Comparison,
    ConflictKind,
    Fact,
    FactKind,
    Finding,
    FindingKind,
    Mention,
    ParagraphKind,
    Stance,
    Status,
    one_line,
    only_here,
)
from compare.model.phrases import listed, percent
from compare.model.stances import having

_HEADLINES = (ParagraphKind.TITLE, ParagraphKind.HEADING)

_ASKS = re.compile(r"[^:;–—]*\?[*_\s]*")
"""A question, which claims nothing. One that is quoted ends with the mark of the quotation, and what leads in to one
claims something: "It turns on one question: who pays?"."""

FAR = 20
"""Sums that are more times apart are of two things, whatever words stand around both: a bonus, and a share price."""

HEDGE = 40
"""Code points before a figure in which what weakens it begins; no hedge is longer."""

PERHAPS = 0.5
"""A unique claim that can be checked is listed from this probability on, below all that is sure, and says so."""


def sole_facts(comparison: Comparison, sole: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts that one voice carries, those of one sentence together, the worthiest first.

    Args:
        comparison: all but its findings.
        sole: its facts that stand in no other voice's text.
    """
    # a conflict of figures tells of a fact already; a toll that has risen is news beside that
    disputed = {fact for c in comparison.conflicts if c.kind is ConflictKind.FIGURE for fact in c.facts}
    by_sentence: defaultdict[tuple[str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for fact in sole:
        placed = next((m.sentence for m in fact.mentions if m.sentence in comparison.index.claims_of), None)
        if placed and fact.id not in disputed:
            by_sentence[placed, fact.articles].append(fact)
    for _, facts in sorted(by_sentence.items()):
        yield sorted(facts, key=lambda f: (CHECKABLE.index(f.kind), -len(f.mentions), f.mentions[0].start))


def sole_fact(comparison: Comparison, claim: Claim, facts: Sequence[Fact], reached: Reached) -> Draft:
    """Tell of the facts of one voice in one sentence, as details of the claim that :func:`claim_of` gives."""
    first = facts[0]
    slight = first.kind in (FactKind.DATE, FactKind.NAME)
    others: list[str] = []
    unread = unreadable(comparison, first.articles)
    if not slight:
        others, unread = _without(comparison, claim, first, reached)
    beside = aside(*others, *unknown(comparison, unread))
    said = f": {in_quotes(short(claim.text))}" if only_here(claim) and first.kind in CHECKABLE[:2] else "."
    only = f"Only {one_voice(comparison, first.articles)} {_given(comparison, facts)}"
    bare = () if others else unread
    alone = f"{only}{said}" if bare else ""
    about = claim.id, first.id, first.articles
    told = Finding(UNRANKED, FindingKind.FACT, *about, f"{only}{beside}{said}", bare, alone)
    return Draft(_worth(first, claim), told)


def sole_quotations(comparison: Comparison, apart: Set[str]) -> Iterator[Draft]:
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
        who = f"Only {one_voice(comparison, fact.articles)} quotes {one_line(named)}"
        said = _with_unknown(comparison, f"{who}: {in_quotes(short(mention.text))}", fact.articles)
        weight = (*CHECKED, float(CLAIM_ORDER.index(ClaimKind.ATTRIBUTED)))
        yield Draft(weight, Finding(UNRANKED, FindingKind.FACT, claims[0].id, fact.id, fact.articles, *said))


def sole_claim(comparison: Comparison, claim: Claim) -> Draft | None:
    """Tell of a claim that one voice alone makes; of one that is unsure only if it can be checked."""
    if claim.status is not Status.UNIQUE or claim.confidence < PERHAPS:
        return None
    if _ASKS.fullmatch(claim.text) or _is_headed(comparison, claim):
        return None
    sure = only_here(claim)
    place = CLAIM_ORDER.index(claim.kind)
    if not sure and (place == len(CLAIM_ORDER) - 1 or _shares_a_figure(comparison, claim)):
        return None
    weight = (2.0 if place < 2 else 4.0, float(place)) if sure else (6.0, float(place))
    who = f"Only {one_voice(comparison, claim.articles)} says"
    why = who if sure else f"Perhaps o{who[1:]} ({percent(claim.confidence)}% sure)"
    about = claim.id, None, claim.articles
    said = _with_unknown(comparison, f"{why}: {in_quotes(short(claim.text))}", claim.articles)
    return Draft((*weight, -claim.confidence), Finding(UNRANKED, FindingKind.SOLE, *about, *said))


def _with_unknown(comparison: Comparison, alone: str, articles: Sequence[str]) -> tuple[str, tuple[str, ...], str]:
    """Return what is told of some articles with those behind it of whom that is unknown, these, and it without them."""
    unread = unreadable(comparison, articles)
    return f"{alone}{aside(*unknown(comparison, unread))}", unread, alone if unread else ""


def _is_headed(comparison: Comparison, claim: Claim) -> bool:
    """Whether a claim stands in headlines alone: those tell the news in words that no report has, or no news."""
    index = comparison.index
    return all(index.paragraphs[index.sentences[s].paragraph].kind in _HEADLINES for s in claim.sentences)


def _worth(fact: Fact, claim: Claim) -> tuple[float, ...]:
    """Sort key of a fact: sums and shares first; a person or body that speaks before one that is only named."""
    place = CHECKABLE.index(fact.kind)
    silent = fact.kind is FactKind.NAME and claim.kind not in CLAIM_ORDER[:2]
    return 1.0 if place < 2 else 2.0, float(place), float(silent), -float(len(fact.mentions))


def _given(comparison: Comparison, facts: Sequence[Fact]) -> str:
    """What an outlet does with facts: "gives the sum “about $3 million” and names “Ada Moss”"."""
    by_verb: dict[str, list[str]] = {}
    for fact in facts:
        by_verb.setdefault(_gives(fact), []).append(in_quotes(_with_hedge(comparison, fact.mentions[0], fact.unit)))
    return listed([f"{verb} {listed(quoted)}" for verb, quoted in by_verb.items()])


def _with_hedge(comparison: Comparison, mention: Mention, unit: str) -> str:
    """The words of a mention with what weakens them, where that stands right beside them: "more than 20" is no 20, and
    "shortly before 9 p.m." not 9 p.m."""
    text = comparison.index.articles[mention.article].text
    if unit == CLOCK:
        return text[loosely_from(text, mention.start) : mention.end]
    if mention.hedge is None:
        return mention.text
    hedge = re.escape(mention.hedge).replace(r"\ ", r"\s+")
    before = re.compile(rf"\b{hedge}\s+$", re.IGNORECASE).search(text, max(0, mention.start - HEDGE), mention.start)
    behind = re.compile(rf"[\s-]?{hedge}\b", re.IGNORECASE).match(text, mention.end)
    return text[before.start() if before else mention.start : behind.end() if behind else mention.end]


def claim_of(comparison: Comparison, fact: Fact) -> Claim:
    """Return the claim that best shows a fact: the one with most of its mentions."""
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
        FactKind.DATE: {CLOCK: "gives the time", YEAR: "gives the year"}.get(fact.unit, "gives the day"),
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


def _without(comparison: Comparison, claim: Claim, fact: Fact, reached: Reached) -> tuple[list[str], tuple[str, ...]]:
    """How the other articles stand to the claim that the fact belongs to, in words, and of which that is unknown."""
    others, instead = sorted(set(claim.articles) - set(fact.articles)), _instead(comparison, claim, fact)
    differing = [f"{labels(comparison, [a])} has {instead[a]}" for a in others if a in instead]
    stating = {mention.sentence for mention in fact.mentions}.intersection(claim.sentences)
    agreeing = reached.of(comparison, stating, LIKELY)
    told = [a for a in others if a not in instead and a in agreeing]
    absent = having(claim.stance, Stance.ABSENT)
    said = (("said without it by", told), ("not in the text of", absent))
    parts = [*differing, *(f"{words} {labels(comparison, articles)}" for words, articles in said if articles)]
    unread = (a for a in unreadable(comparison, fact.articles) if a not in claim.articles)
    return parts, tuple(sorted({*having(claim.stance, Stance.UNKNOWN), *unread}))


def _instead(comparison: Comparison, claim: Claim, fact: Fact) -> Mapping[str, str]:
    """The sums or shares of the same thing that articles give in their sentences of the claim, quoted: of each article
    the nearest.

    Other numbers say nothing: a sentence that counts the dead may count the injured as well.
    """
    if fact.kind is FactKind.NUMBER:
        return {}
    readings = list(_alike(comparison, claim, fact))
    own = [reading for reading in readings if reading.figure.value == fact.value]
    # who has both values does not have one instead of the other
    both = {r.figure.value for r in readings if comparison.index.article_of[r.sentence].id in fact.articles}
    readings = [reading for reading in readings if reading.figure.value not in both]
    near = sorted(
        (
            (_apart(one, other), other.sentence, other.figure.start, other.text)
            for one, other in product(own, readings)
            if same_thing(one, other)
        ),
    )
    found: dict[str, str] = {}
    for times, sentence, _, words in near:
        if times <= FAR:
            found.setdefault(comparison.index.article_of[sentence].id, in_quotes(words))
    return found


def _alike(comparison: Comparison, claim: Claim, fact: Fact) -> Iterator[Reading]:
    """What the sentences of a claim give of the kind and unit of a fact."""
    index = comparison.index
    for sentence in claim.sentences:
        start = index.sentences[sentence].start
        given = [
            figure_of(other, mention, start)
            for other, mention in index.facts_in.get(sentence, ())
            if (other.kind, other.unit) == (fact.kind, fact.unit)
        ]
        if given:
            yield from read(sentence, index.words(sentence), given, index.article_of[sentence].language)


def _apart(one: Reading, other: Reading) -> float:
    """How many times the lower of two figures the higher one is."""
    low, high = sorted(float(abs(ends(r.figure.value)[1])) for r in (one, other))
    return high / low if low else float(high > 0) * (FAR + 1)


def _shares_a_figure(comparison: Comparison, claim: Claim) -> bool:
    """Whether another article has a sum, share or number of a claim's sentences: it may well state the claim."""
    found = (f for s in claim.sentences for f, m in comparison.index.facts_in.get(s, ()) if is_precise(f, m))
    return any(f.kind in CHECKABLE[:3] and set(f.articles) - set(claim.articles) for f in found)
