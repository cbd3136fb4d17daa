"""The whole analysis, step by step: each part is given what those before it have found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from compare.analysis.candidates import Lexicon
from compare.analysis.changes import changes
from compare.analysis.claims import Made, make_claims
from compare.analysis.conflicts import Readers, find_conflicts, with_denials
from compare.analysis.entered import pair_entered
from compare.analysis.facts import Readings
from compare.analysis.findings import Drafts, find
from compare.analysis.grouping import Grounds, group, group_entered
from compare.analysis.hand import Hand
from compare.analysis.known import Known
from compare.analysis.learnt import Learnt
from compare.analysis.links import BEST, NEAREST_ALL, Linking, make_links, make_nearest
from compare.analysis.numbered import Numbered
from compare.analysis.obeying import near_by_hand, obey, pairs_by_hand
from compare.analysis.pairs import CLOSE, Near, Pairs, score_pairs
from compare.analysis.paragraphs import Paragraphs
from compare.analysis.scoring import weights
from compare.analysis.sources import Speech
from compare.analysis.terms import Terms
from compare.analysis.texts import Texts
from compare.analysis.words import RULED
from compare.model import (
    KNOWN,
    Article,
    Claim,
    Comparison,
    Correction,
    CoverageSet,
    Fact,
    FactKind,
    Link,
    Nearest,
    ParagraphKind,
    language_name,
)
from compare.model.difference import Changed

STEPS = 5


def compare(
    coverage: CoverageSet, step: Callable[[int, int, str], None], corrections: Sequence[Correction] = ()
) -> Comparison:
    """See :func:`compare.analysis.compare`."""
    step(0, STEPS, "texts")
    texts = Texts.of(coverage, corrections)
    comparison = _aligned(texts, texts.hand(corrections), step)
    step(4, STEPS, "conflicts and findings")
    return finished(texts, comparison, Seen())


@dataclass(frozen=True, slots=True)
class Grouped:
    """The scored pairs of a set, which of them are links, and its groups: no hand was laid on them yet."""

    lexicon: Lexicon
    terms: Terms
    pairs: Pairs
    linked: NDArray[np.bool_]
    near: Near
    groups: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, texts: Texts, step: Callable[[int, int, str], None]) -> Grouped:
        """Pair and group the sentences as they were read."""
        step(1, STEPS, "pairs")
        numbered = texts.numbered.as_read
        languages = [article.language for article in numbered.articles]
        lexicon = Lexicon.of(numbered.texts, numbered.article, languages)
        vocabulary = lexicon.vocabulary()
        pairs = score_pairs(vocabulary, weights())
        linked, near = pairs.linked(weights()), pairs.near()
        groups = group(Grounds.of(pairs, linked, near, numbered.article, _voices(texts, numbered), weights()))
        return cls(lexicon, vocabulary.terms, pairs, linked, near, tuple(groups))

    def with_put_in(self, texts: Texts) -> Grouped:
        """Lay over it what a reader put in, if anything was: nothing that was found moves, but where that comes in."""
        numbered, count = texts.numbered, len(self.pairs.a)
        if len(numbered.pieces) == numbered.read:
            return self
        order = np.array(numbered.order, dtype=np.int64)
        lexicon = self.lexicon.with_put_in(numbered.texts, numbered.article)
        vocabulary = lexicon.vocabulary(order)
        pairs = pair_entered(self.pairs, vocabulary, order, weights())
        near = pairs.near_too(self.near, count)
        linked = np.concatenate((self.linked, pairs.linked_too(near, count, weights())))
        grounds = Grounds.of(pairs, linked, near, numbered.article, _voices(texts, numbered), weights())
        groups = group_entered(grounds, self.groups, numbered.read)
        return Grouped(lexicon, vocabulary.terms.taken(np.argsort(order)), pairs, linked, near, tuple(groups))


def _voices(texts: Texts, numbered: Numbered) -> list[int]:
    """The number of the voice of each sentence, as the set was read."""
    return [texts.voice[k] for k in numbered.article]


@dataclass(frozen=True, slots=True)
class Laid:
    """What is known of the sentences of a set under a hand, and their claims."""

    known: Known
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]

    @classmethod
    def of(
        cls,
        texts: Texts,
        grouped: Grouped,
        facts: Sequence[Fact],
        hand: Hand | None,
        before: Laid | None = None,
        made: Made | None = None,
    ) -> Laid:
        """Lay a hand over the groups; ``before`` is what was laid over them last, ``made`` what was made then."""
        numbered, near, pairs = texts.numbered, grouped.near, grouped.pairs
        if hand:
            near = near_by_hand(near, hand)
            pairs = pairs_by_hand(pairs, near, hand, numbered.article)
        if before:
            known = before.known.turned(numbered, grouped.terms, pairs, near, facts)
        else:
            known = Known.of(numbered, grouped.terms, pairs, near, facts, weights())
        if before and made:
            made.forget(Learnt.of(before.known, known))
        if hand is None:
            return cls(known, make_claims(known, grouped.groups, made=made), ())
        obeyed = obey(grouped.groups, hand, grouped.near, pairs.recaps, known.voice)
        claims = make_claims(known, obeyed.groups, obeyed.by_hand, made)
        first = (numbered.pieces[sentences[0]][1].id for sentences in obeyed.unmet)
        unmet = (f"corrections contradict each other: what was put together with {n} stands in no claim" for n in first)
        return cls(known, claims, (*hand.warnings, *unmet))


def _aligned(texts: Texts, hand: Hand | None, step: Callable[[int, int, str], None]) -> Comparison:
    """Find links, claims and facts. The scores of pairs, by far the largest of all there is, end with this step."""
    grouped = Grouped.of(texts, step).with_put_in(texts)
    step(2, STEPS, "facts")
    facts = AllFacts(texts).of(texts)
    step(3, STEPS, "claims")
    laid = Laid.of(texts, grouped, facts, hand)
    links = make_links(texts.numbered, grouped.pairs, np.flatnonzero(grouped.linked), weights())
    return told(
        texts,
        laid,
        Linking(links).under(texts.numbered, hand).links if hand else links,
        make_nearest(texts.numbered, laid.known.pairs),
        facts,
    )


def told(
    texts: Texts, laid: Laid, links: tuple[Link, ...], nearest: tuple[Nearest, ...], facts: tuple[Fact, ...]
) -> Comparison:
    """Return the comparison of articles of which no two have the same text, but for conflicts and what needs them."""
    coverage = texts.copies.originals
    return Comparison(
        coverage=coverage,
        settings={"link": weights().link, "conflicts": True, "reuse": True},
        claims=laid.claims,
        links=links,
        nearest=nearest,
        facts=facts,
        voices=texts.numbered.voices.speakers(coverage.articles),
        warnings=(*coverage.warnings, *laid.warnings, *_limits(coverage, laid.known.pairs.dropped)),
    )


@dataclass(slots=True)
class Seen:
    """What was read for a comparison, kept for the next one of the same texts."""

    before: Comparison | None = None
    copied: bool = False
    readers: Readers = field(default_factory=Readers)
    drafts: Drafts = field(default_factory=Drafts)
    paragraphs: Paragraphs = field(default_factory=Paragraphs)


def finished(
    texts: Texts,
    comparison: Comparison,
    seen: Seen,
    links: Changed[Link] | None = None,
    nearest: Changed[Nearest] | None = None,
) -> Comparison:
    """Return a comparison with conflicts, of all copies, with reuse, paragraphs and findings.

    Args:
        texts: its texts.
        comparison: all but that, of originals.
        seen: new, or that of a comparison of the same texts.
        links: which of its links are others than in that, if it is known.
        nearest: which of its nearest are.
    """
    differs = comparison.index.take_over(seen.before.index, links, nearest) if seen.before else None
    changed = changes(seen.before, comparison, differs) if seen.before and differs else None
    seen.before = comparison
    conflicts = find_conflicts(comparison, seen.readers, changed)
    claims = with_denials(comparison.claims, conflicts)
    comparison = _with(texts.copies.put_back(replace(comparison, conflicts=conflicts, claims=claims)), comparison)
    if texts.copies.any or seen.copied:  # what is said of copies is made anew
        seen.drafts, seen.paragraphs, changed = Drafts(), Paragraphs(), None
    seen.copied = texts.copies.any
    paragraphs = seen.paragraphs.counterparts(comparison, changed.links if changed else None)
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


class AllFacts:
    """The facts of the originals of a set, quotations and sources among them, kept: on other days only those are found
    again that hang on the day, and of other furniture that was put in only what it says."""

    def __init__(self, texts: Texts) -> None:
        self._readings = Readings(texts.read)
        self._spoken = Speech()
        self._found: dict[str, Fact] = {}
        self._heard: object = None
        self._speech: tuple[Fact, ...] = ()

    def of(self, texts: Texts) -> tuple[Fact, ...]:
        """Return them in the order of their ids: as the texts were read, on the days that they have now, without what
        is no reporting any more, and with what was put in."""
        days = {article.id: article.published for article in texts.numbered.articles}
        facts = self._readings.facts(days, texts.filled if texts.filled is not texts.read else ())
        paragraphs = [article.paragraphs for article in texts.filled]
        heard = [fact for fact in facts if fact.kind is FactKind.NAME], paragraphs
        if heard != self._heard:  # who speaks hangs on no day
            self._heard, self._speech = heard, self._spoken.facts(texts.filled, facts)
        found = (*facts, *self._speech)
        same = paragraphs == [article.paragraphs for article in texts.numbered.articles]
        reported = found if same else tuple(_reported(found, texts.numbered.articles))
        before, self._found = self._found, {fact.id: fact for fact in reported}
        self._found |= {
            key: before[key] for key in before.keys() & self._found.keys() if before[key] == self._found[key]
        }
        return tuple(self._found[key] for key in sorted(self._found))


def _reported(facts: Iterable[Fact], articles: Iterable[Article]) -> Iterator[Fact]:
    """Facts without their mentions in furniture."""
    furniture = {p.id for a in articles for p in a.paragraphs if p.kind is ParagraphKind.FURNITURE}
    left_out = {s.id for a in articles for s in a.sentences if s.paragraph in furniture}
    for fact in facts:
        mentions = tuple(mention for mention in fact.mentions if mention.sentence not in left_out)
        if mentions:
            yield fact if len(mentions) == len(fact.mentions) else replace(fact, mentions=mentions)


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
