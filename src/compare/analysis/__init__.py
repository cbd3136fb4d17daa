"""What is shared, what is unique, what is left out: a coverage set in, an immutable comparison out; pure.

The way of a sentence: :mod:`~compare.analysis.terms` makes it a bag of weighted stems,
:mod:`~compare.analysis.candidates` meets it with all others through an inverted index, :mod:`~compare.analysis.scoring`
turns the evidence into a probability, and for the pairs that survive :mod:`~compare.analysis.wording` diffs the words
with diff-match-patch (:mod:`~compare.analysis.pairs` holds the two stages together). :mod:`~compare.analysis.grouping`
puts together what belongs together, :mod:`~compare.analysis.facts` gathers the checkable details,
:mod:`~compare.analysis.tellings` reads who says what (:mod:`~compare.analysis.quotes`,
:mod:`~compare.analysis.sources`), :mod:`~compare.analysis.links` and :mod:`~compare.analysis.claims` say it in the
model's words, :mod:`~compare.analysis.conflicts` tells where counterparts disagree,
:mod:`~compare.analysis.paragraphs` aligns paragraphs, and :mod:`~compare.analysis.findings` ranks what a reader came
for. Beside that way, :mod:`~compare.analysis.flow` reads all words as one sequence, in which
:mod:`~compare.analysis.reuse` finds what is verbatim the same and :mod:`~compare.analysis.voices` who is independent;
:mod:`~compare.analysis.copies` keeps each text once until all is found.

Nothing here depends on the order of the articles, on the clock or on chance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from compare.model import Comparison, CoverageSet

__all__ = ["compare"]


def compare(coverage: CoverageSet, *, step: Callable[[int, int, str], None] = lambda *_: None) -> Comparison:
    """Compare the articles of a coverage set.

    Args:
        coverage: two articles or more.
        step: called before each step with the steps done, the steps in all, and what comes next; an exception it raises
            ends the analysis.
    """
    from compare.analysis.candidates import Vocabulary
    from compare.analysis.claims import Known, make_claims
    from compare.analysis.conflicts import find_conflicts, with_denials
    from compare.analysis.copies import Copies
    from compare.analysis.facts import find_facts
    from compare.analysis.findings import find
    from compare.analysis.flow import Flow
    from compare.analysis.grouping import group
    from compare.analysis.links import NEAREST_ALL, make_links, make_nearest
    from compare.analysis.numbered import Numbered
    from compare.analysis.pairs import CLOSE, score_pairs
    from compare.analysis.paragraphs import counterparts
    from compare.analysis.reuse import find_reuse
    from compare.analysis.scoring import weights as read_weights
    from compare.analysis.sources import find_speech
    from compare.analysis.voices import find_voices

    weights = read_weights()
    step(0, 5, "terms")
    copies = Copies.of(coverage)
    flow = Flow.of(coverage.articles)
    reuse, unlisted = find_reuse(flow)
    if copies.any:
        coverage = copies.originals
        flow = Flow.of(coverage.articles)
    numbered = Numbered.of(coverage.articles, find_voices(flow, copies.families))
    vocabulary = Vocabulary.of(numbered.texts, numbered.article, [article.language for article in coverage.articles])
    step(1, 5, "pairs")
    pairs = score_pairs(vocabulary, weights)
    near = pairs.near()
    step(2, 5, "facts")
    facts = find_facts(numbered.articles)
    facts = tuple(sorted((*facts, *find_speech(numbered.articles, facts)), key=lambda fact: fact.id))
    step(3, 5, "claims")
    voice = [numbered.voice[k] for k in numbered.article]
    groups = group(pairs, near, voice, weights)
    claims = make_claims(Known.of(numbered, vocabulary.terms, pairs, near, facts, weights), groups)
    step(4, 5, "findings")
    warnings = list(coverage.warnings)
    warnings.extend(
        f"{article.label}: in another language than most ({article.language}): matched by names and numbers only, and "
        "what that leaves open is unknown"
        for article in coverage.articles
        if article.language != coverage.language
    )
    if pairs.dropped:
        warnings.append(
            f"of each sentence the {CLOSE} likeliest counterparts are kept: {pairs.dropped:,} likely pairs are not"
        )
    if unlisted:
        warnings.append(f"same words: the longest {len(reuse):,} runs are listed, {unlisted:,} shorter ones are not")
    if len(coverage.articles) > NEAREST_ALL:
        warnings.append(f"more than {NEAREST_ALL} articles: of each sentence the ten nearest articles are listed")
    comparison = Comparison(
        coverage=coverage,
        settings={"link": weights.link, "conflicts": True, "reuse": True},
        links=make_links(numbered, pairs, weights),
        nearest=make_nearest(numbered, pairs),
        claims=claims,
        facts=facts,
        voices=numbered.voices.speakers(coverage.articles),
        warnings=tuple(warnings),
    )
    conflicts = find_conflicts(comparison)
    comparison = replace(comparison, conflicts=conflicts, claims=with_denials(comparison.claims, conflicts))
    comparison = copies.put_back(comparison)
    paragraphs = counterparts(comparison.coverage.articles, comparison.links)
    comparison = replace(comparison, reuse=reuse, counterparts=paragraphs)
    return replace(comparison, findings=find(comparison))
