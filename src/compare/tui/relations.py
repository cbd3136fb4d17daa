"""What belongs to what in a comparison, as the screen asks for it. Pure and without Textual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.model import LIKELY
from compare.model.comparison import MOSTLY
from compare.model.partners import counterparts_of
from compare.review import claim_behind

if TYPE_CHECKING:
    from compare.model import Claim, Comparison, Finding
    from compare.model.index import Index


def counterparts(comparison: Comparison, claim: Claim, article: str) -> tuple[str, ...]:
    """Return the sentences of an article that state a claim, in text order."""
    index = comparison.index
    own = (s for s in claim.sentences if index.article_of[s].id == article)
    return tuple(sorted(own, key=lambda s: index.sentences[s].start))


def best_counterpart(comparison: Comparison, claim: Claim, sentence: str, article: str) -> str | None:
    """Return the sentence of an article that most probably says what ``sentence`` says, of those in one claim."""
    there = counterparts(comparison, claim, article)
    for link in comparison.index.links_of.get(sentence, ()):
        other = link.other(sentence)
        if other in there:
            return other
    return there[0] if there else None


def in_same_words(comparison: Comparison, claim: Claim) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the articles that state a claim mostly within one verbatim run, a tuple for each such run."""
    return () if claim.voices == len(claim.articles) else _in_runs(comparison.index, claim.sentences)


@lru_cache(maxsize=64)
def _in_runs(index: Index, sentences: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the same for sentences: of fifty articles hundreds may state a claim, each within many runs."""
    within: dict[int, set[str]] = {}
    for article, sentence in ((index.article_of[s].id, index.sentences[s]) for s in sentences):
        for number, start, end in _runs_of(index).get(article, ()):
            if min(end, sentence.end) - max(start, sentence.start) >= MOSTLY * (sentence.end - sentence.start):
                within.setdefault(number, set()).add(article)
    found = {frozenset(articles) for articles in within.values()}
    largest = (f for f in found if len(f) > 1 and not any(f < other for other in found))
    return tuple(sorted(tuple(sorted(f)) for f in largest))


@lru_cache(maxsize=2)
def _runs_of(index: Index) -> Mapping[str, Sequence[tuple[int, int, int]]]:
    """Return the verbatim runs of each article: the number of the reuse, start and end. Of fifty articles there are
    thousands, and to look through all of them took longer than to draw the card."""
    runs: dict[str, list[tuple[int, int, int]]] = {}
    for number, reuse in enumerate(index.comparison.reuse):
        for run in reuse.runs:
            runs.setdefault(run.article, []).append((number, run.start, run.end))
    return runs


def level_with(comparison: Comparison, claim: Claim | None, sentence: str, article: str) -> str | None:
    """Return the sentence of an article that is read beside ``sentence``: the best one that states the claim, or where
    none does, the first of the paragraph that likely says what the paragraph around ``sentence`` says."""
    there = best_counterpart(comparison, claim, sentence, article) if claim else None
    index = comparison.index
    if there or sentence not in index.sentences:
        return there
    scores = _scores(index, index.article_of[sentence].id)[index.sentences[sentence].paragraph]
    likely = (p for p, score in scores.items() if score >= LIKELY and index.article_of[p].id == article)
    best = min(likely, key=lambda paragraph: (-scores[paragraph], paragraph), default=None)
    return index.sentences_of[best][0].id if best else None


@lru_cache(maxsize=4)
def _scores(index: Index, article: str) -> Mapping[str, Mapping[str, float]]:
    """Return the counterparts of each paragraph of an article: a key mostly goes on in the same."""
    own = (paragraph.id for paragraph in index.articles[article].paragraphs)
    return counterparts_of(index.comparison, own, index.paragraphs)


def sentence_of(comparison: Comparison, finding: Finding) -> str | None:
    """Return the sentence a finding is best read at."""
    index = comparison.index
    claim = index.claims.get(claim_behind(comparison, finding) or "")
    if fact := index.facts.get(finding.fact or ""):
        mentions = [m for m in fact.mentions if m.article in finding.articles] or list(fact.mentions)
        in_claim = [m for m in mentions if claim and m.sentence in claim.sentences]
        return (in_claim or mentions)[0].sentence
    if claim is None:
        return None
    if finding.conflict:
        return index.conflicts[finding.conflict].sides[0][0]
    return clearest(comparison, claim)


def clearest(comparison: Comparison, claim: Claim) -> str:
    """Return the sentence that a claim has its text from."""
    return next((s for s in claim.sentences if comparison.index.words(s) == claim.text), claim.sentences[0])


def near(ids: Sequence[str], here: str, by: int) -> str:
    """Return the id so many places after another, or the one at the end that comes first."""
    return ids[max(0, min(ids.index(here) + by, len(ids) - 1))]
