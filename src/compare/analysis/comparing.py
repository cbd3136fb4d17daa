"""The whole analysis, step by step: each part is given what those before it have found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from compare.analysis.candidates import Vocabulary
from compare.analysis.changes import changes
from compare.analysis.claims import Known, Made, make_claims
from compare.analysis.conflicts import Readers, find_conflicts, with_denials
from compare.analysis.copies import Copies
from compare.analysis.corrected import corrected
from compare.analysis.facts import find_facts
from compare.analysis.findings import Drafts, find
from compare.analysis.flow import Flow
from compare.analysis.grouping import group
from compare.analysis.hand import Hand
from compare.analysis.links import BEST, NEAREST_ALL, links_by_hand, make_links, make_nearest
from compare.analysis.numbered import Numbered
from compare.analysis.obeying import moved_by_hand, near_by_hand, obey, pairs_by_hand
from compare.analysis.pairs import CLOSE, Pairs, score_pairs
from compare.analysis.paragraphs import Paragraphs
from compare.analysis.reuse import find_reuse
from compare.analysis.scoring import weights
from compare.analysis.sources import find_speech
from compare.analysis.terms import Terms
from compare.analysis.voices import find_voices
from compare.analysis.words import RULED
from compare.model import (
    KNOWN,
    Article,
    Claim,
    Comparison,
    Correction,
    CoverageSet,
    Fact,
    Link,
    Nearest,
    Reuse,
    language_name,
)
from compare.model.index import Changed

STEPS = 5


def compare(
    coverage: CoverageSet, step: Callable[[int, int, str], None], corrections: Sequence[Correction] = ()
) -> Comparison:
    """See :func:`compare.analysis.compare`."""
    step(0, STEPS, "texts")
    texts = Texts.of(corrected(coverage, corrections) if corrections else coverage)
    comparison = _aligned(texts, texts.hand(corrections), step)
    step(4, STEPS, "conflicts and findings")
    return finished(texts, comparison, Seen())


@dataclass(frozen=True, slots=True)
class Texts:
    """A set before any of its sentences meet: its copies, the sentences of the originals, and what is reprinted."""

    copies: Copies
    numbered: Numbered
    reuse: tuple[Reuse, ...]
    unlisted: int

    @classmethod
    def of(cls, coverage: CoverageSet) -> Texts:
        """Find copies, voices and reuse."""
        copies = Copies.of(coverage)
        flow = Flow.of(coverage.articles)
        reuse, unlisted = find_reuse(flow)
        own = Flow.of(copies.originals.articles) if copies.any else flow  # each text stands once
        numbered = Numbered.of(copies.originals.articles, find_voices(own, copies.families))
        return cls(copies, numbered, reuse, unlisted)

    def under(self, coverage: CoverageSet) -> Texts:
        """Return the same texts with what is said of the set now: ``coverage`` has other warnings at most."""
        originals = replace(self.copies.originals, warnings=coverage.warnings)
        return replace(self, copies=replace(self.copies, whole=coverage, originals=originals))

    def hand(self, corrections: Sequence[Correction]) -> Hand | None:
        """Return what corrections say of claims, ``None`` where there are none."""
        return Hand.of(self.numbered, self.copies.twins, corrections) if corrections else None


@dataclass(frozen=True, slots=True)
class Grouped:
    """What is known of the sentences of a set when they are grouped, and the groups, on which no hand was laid yet."""

    known: Known
    groups: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, numbered: Numbered, terms: Terms, pairs: Pairs, facts: Sequence[Fact]) -> Grouped:
        """Group the sentences."""
        near, voice, models = pairs.near(), [numbered.voice[k] for k in numbered.article], weights()
        groups = tuple(group(pairs, near, numbered.article, voice, models))
        return cls(Known.of(numbered, terms, pairs, near, facts, models), groups)

    def claims(self, hand: Hand | None, made: Made | None = None) -> tuple[tuple[Claim, ...], Pairs, tuple[str, ...]]:
        """Return the claims, the pairs with what is nearest, and warnings, all as a hand has them.

        ``made`` is what was made of the groups under other hands, if that is kept.
        """
        known = self.known
        if hand is None:
            return make_claims(known, self.groups, made=made), known.pairs, ()
        near = near_by_hand(known.near, hand)
        pairs = pairs_by_hand(known.pairs, near, hand, known.numbered.article)
        obeyed = obey(self.groups, hand, known.near, known.pairs.recaps, known.voice)
        moved = moved_by_hand(known.pairs, pairs)

        def is_stale(group: tuple[int, ...]) -> bool:
            stating = {known.numbered.article[n] for n in group}
            # what is nearest in the articles that state a claim says nothing of it
            return any(n in moved and not moved[n] <= stating for n in group) or hand.joins(group)

        by_hand = replace(known, near=near, pairs=pairs)
        claims = make_claims(by_hand, obeyed.groups, obeyed.by_hand, is_stale, made)
        first = (known.numbered.pieces[sentences[0]][1].id for sentences in obeyed.unmet)
        unmet = (f"corrections contradict each other: what was put together with {n} stands in no claim" for n in first)
        return claims, pairs, (*hand.warnings, *unmet)


def find_pairs(texts: Texts) -> tuple[Terms, Pairs]:
    """Return the terms of the sentences, and the scored pairs."""
    numbered = texts.numbered
    languages = [article.language for article in numbered.articles]
    vocabulary = Vocabulary.of(numbered.texts, numbered.article, languages)
    return vocabulary.terms, score_pairs(vocabulary, weights())


def _aligned(texts: Texts, hand: Hand | None, step: Callable[[int, int, str], None]) -> Comparison:
    """Find links, claims and facts. The scores of pairs, by far the largest of all there is, end with this step."""
    step(1, STEPS, "pairs")
    terms, pairs = find_pairs(texts)
    step(2, STEPS, "facts")
    facts = all_facts(texts.numbered.articles)
    step(3, STEPS, "claims")
    # what is only known to make claims ends with them
    claims, nearest, warnings = Grouped.of(texts.numbered, terms, pairs, facts).claims(hand)
    links = make_links(texts.numbered, pairs, weights())
    return told(
        texts,
        pairs,
        claims,
        links_by_hand(links, texts.numbered, hand) if hand else links,
        make_nearest(texts.numbered, nearest),
        facts,
        warnings,
    )


def told(
    texts: Texts,
    pairs: Pairs,
    claims: tuple[Claim, ...],
    links: tuple[Link, ...],
    nearest: tuple[Nearest, ...],
    facts: tuple[Fact, ...],
    warnings: tuple[str, ...],
) -> Comparison:
    """Return the comparison of articles of which no two have the same text, but for conflicts and what needs them."""
    coverage = texts.copies.originals
    return Comparison(
        coverage=coverage,
        settings={"link": weights().link, "conflicts": True, "reuse": True},
        claims=claims,
        links=links,
        nearest=nearest,
        facts=facts,
        voices=texts.numbered.voices.speakers(coverage.articles),
        warnings=(*coverage.warnings, *warnings, *_limits(coverage, pairs.dropped)),
    )


@dataclass(slots=True)
class Seen:
    """What was read for a comparison, kept for the next one of the same texts."""

    before: Comparison | None = None
    readers: Readers = field(default_factory=Readers)
    drafts: Drafts = field(default_factory=Drafts)
    paragraphs: Paragraphs = field(default_factory=Paragraphs)


def finished(texts: Texts, comparison: Comparison, seen: Seen) -> Comparison:
    """Return a comparison with conflicts, of all copies, with reuse, paragraphs and findings.

    ``seen`` is new, or that of a comparison of the same texts.
    """
    changed = None
    if seen.before:
        changed = changes(seen.before, comparison, comparison.index.take_over(seen.before.index))
    seen.before = comparison
    conflicts = find_conflicts(comparison, seen.readers, changed)
    claims = with_denials(comparison.claims, conflicts)
    comparison = _with(texts.copies.put_back(replace(comparison, conflicts=conflicts, claims=claims)), comparison)
    if texts.copies.any or changed is None:  # of copies all is made anew
        changed, seen.paragraphs = None, Paragraphs()
    links = changed.links if changed else Changed.of((), comparison.links)
    paragraphs = seen.paragraphs.counterparts(comparison.coverage.articles, links)
    warnings = (*comparison.warnings, *_languages(texts.copies.whole))
    if texts.unlisted:
        listed = f"{len(texts.reuse):,} runs are listed, {texts.unlisted:,} shorter ones are not"
        warnings += (f"same words: the longest {listed}",)
    comparison = _with(replace(comparison, reuse=texts.reuse, counterparts=paragraphs, warnings=warnings), comparison)
    return _with(replace(comparison, findings=find(comparison, seen.drafts, changed)), comparison)


def _with(comparison: Comparison, before: Comparison) -> Comparison:
    """The comparison with the lookups that were made for the one before and hold in it as well."""
    comparison.index.take_over(before.index)
    return comparison


def all_facts(articles: tuple[Article, ...]) -> tuple[Fact, ...]:
    """Return the facts of articles, quotations and sources among them, in the order of their ids."""
    facts = find_facts(articles)
    return tuple(sorted((*facts, *find_speech(articles, facts)), key=lambda fact: fact.id))


def _languages(coverage: CoverageSet) -> Iterator[str]:
    most = coverage.language
    for article in coverage.articles:
        name = language_name(article.language)
        if article.language not in KNOWN:
            yield (
                f"{article.label}: in {name}, whose words are not compared: matched by names, numbers and quotations "
                "only, and what that leaves open is unknown"
            )
        elif article.language != most:
            yield (
                f"{article.label}: in another language than most ({article.language}): matched by names, numbers and "
                "quotations only, and what that leaves open is unknown"
            )
    for language in sorted({article.language for article in coverage.articles} & KNOWN - RULED):
        yield f"{language_name(language)}: no conflicts are looked for in this language"


def _limits(coverage: CoverageSet, dropped: int) -> Iterator[str]:
    if dropped:
        yield f"of each sentence the {CLOSE} likeliest counterparts are kept: at least {dropped:,} pairs are not"
    if len(coverage.articles) > NEAREST_ALL:
        yield f"more than {NEAREST_ALL} articles: of each sentence the {BEST} nearest articles are listed"
