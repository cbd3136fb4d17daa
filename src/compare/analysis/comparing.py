"""The whole analysis, step by step: each part is given what those before it have found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from compare.analysis.candidates import Vocabulary
from compare.analysis.claims import Known, make_claims
from compare.analysis.conflicts import find_conflicts, with_denials
from compare.analysis.copies import Copies
from compare.analysis.facts import find_facts
from compare.analysis.findings import find
from compare.analysis.flow import Flow
from compare.analysis.grouping import group
from compare.analysis.links import BEST, NEAREST_ALL, make_links, make_nearest
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import CLOSE, Pairs, score_pairs
from compare.analysis.paragraphs import counterparts
from compare.analysis.reuse import find_reuse
from compare.analysis.scoring import Weights, weights
from compare.analysis.sources import find_speech
from compare.analysis.voices import find_voices
from compare.analysis.words import RULED
from compare.model import KNOWN, Article, Claim, Comparison, CoverageSet, Fact, language_name

STEPS = 5


def compare(coverage: CoverageSet, step: Callable[[int, int, str], None]) -> Comparison:
    """See :func:`compare.analysis.compare`."""
    step(0, STEPS, "texts")
    copies = Copies.of(coverage)
    flow = Flow.of(coverage.articles)
    reuse, unlisted = find_reuse(flow)
    comparison = _originals(copies.originals, _own(copies, flow), copies.families, step)
    comparison = copies.put_back(comparison)
    paragraphs = counterparts(comparison.coverage.articles, comparison.links)
    warnings = (*comparison.warnings, *_languages(coverage))
    if unlisted:
        warnings += (f"same words: the longest {len(reuse):,} runs are listed, {unlisted:,} shorter ones are not",)
    comparison = replace(comparison, reuse=reuse, counterparts=paragraphs, warnings=warnings)
    return replace(comparison, findings=find(comparison))


def _own(copies: Copies, flow: Flow) -> Flow:
    """The words of the texts that are analysed, each of which stands once."""
    return Flow.of(copies.originals.articles) if copies.any else flow


def _originals(
    coverage: CoverageSet,
    flow: Flow,
    families: Mapping[str, Sequence[Article]],
    step: Callable[[int, int, str], None],
) -> Comparison:
    """Compare articles of which no two have the same text, but for findings and what needs all copies."""
    comparison = _aligned(coverage, Numbered.of(coverage.articles, find_voices(flow, families)), step)
    step(4, STEPS, "conflicts and findings")
    conflicts = find_conflicts(comparison)
    return replace(comparison, conflicts=conflicts, claims=with_denials(comparison.claims, conflicts))


def _aligned(coverage: CoverageSet, numbered: Numbered, step: Callable[[int, int, str], None]) -> Comparison:
    """Find links, claims and facts. The scores of pairs, by far the largest of all there is, end with this step."""
    models = weights()
    step(1, STEPS, "pairs")
    vocabulary = Vocabulary.of(numbered.texts, numbered.article, [article.language for article in coverage.articles])
    pairs = score_pairs(vocabulary, models)
    step(2, STEPS, "facts")
    facts = _facts(coverage.articles)
    step(3, STEPS, "claims")
    return Comparison(
        coverage=coverage,
        settings={"link": models.link, "conflicts": True, "reuse": True},
        claims=_claims(numbered, vocabulary, pairs, facts, models),
        links=make_links(numbered, pairs, models),
        nearest=make_nearest(numbered, pairs),
        facts=facts,
        voices=numbered.voices.speakers(coverage.articles),
        warnings=(*coverage.warnings, *_limits(coverage, pairs.dropped)),
    )


def _claims(
    numbered: Numbered, vocabulary: Vocabulary, pairs: Pairs, facts: Sequence[Fact], models: Weights
) -> tuple[Claim, ...]:
    near, voice = pairs.near(), [numbered.voice[k] for k in numbered.article]
    groups = group(pairs, near, numbered.article, voice, models)
    return make_claims(Known.of(numbered, vocabulary.terms, pairs, near, facts, models), groups)


def _facts(articles: tuple[Article, ...]) -> tuple[Fact, ...]:
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
