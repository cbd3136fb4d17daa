"""What can be counted of each article of a comparison, and how many words which of them have in common.

Counts and nothing else: what screens and reports say of an article as a whole is looked up here, so that both say the
same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from compare.model.article import Article, ParagraphKind
from compare.model.comparison import Claim, Comparison, FactKind, FindingKind, Stance, Status
from compare.model.marks import only_here
from compare.model.words import COUNTED


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted of one article.

    Attributes:
        article: the article.
        words: words of its reporting: all of its text but furniture.
        claims: how many claims it states.
        only_here: the claims that surely no other voice states, in content order like those below.
        perhaps: the claims that perhaps no other voice states.
        lacks: the claims of at least two voices that this text, being complete, does not make.
        unknown: how many claims of at least two voices there are of which nobody knows whether it makes them.
        findings: how many findings are about it, by kind.
        facts: how many different facts it carries, by kind; quotations and sources named are among them.
    """

    article: Article
    words: int
    claims: int
    only_here: tuple[Claim, ...]
    perhaps: tuple[Claim, ...]
    lacks: tuple[Claim, ...]
    unknown: int
    findings: Mapping[FindingKind, int]
    facts: Mapping[FactKind, int]


@dataclass(frozen=True, slots=True)
class Common:
    """So many words, in runs of twelve or more, stand both in article ``a`` and in ``b``; ``one_voice`` if they speak
    with one voice."""

    a: str
    b: str
    words: int
    one_voice: bool


@dataclass(slots=True)
class _Count:
    """A tally that is being made."""

    article: Article
    claims: int = 0
    only_here: list[Claim] = field(default_factory=list)
    perhaps: list[Claim] = field(default_factory=list)
    lacks: list[Claim] = field(default_factory=list)
    unknown: int = 0


def tallies(comparison: Comparison) -> dict[str, Tally]:
    """Return the tally of each article by its id, in the order of display."""
    counts = {article.id: _Count(article) for article in comparison.coverage.displayed()}
    for claim in comparison.claims:
        _count(counts, claim)
    findings = Counter((article, finding.kind) for finding in comparison.findings for article in finding.articles)
    facts = Counter((article, fact.kind) for fact in comparison.facts for article in fact.articles)
    return {
        key: Tally(
            count.article,
            words_of(count.article),
            count.claims,
            tuple(count.only_here),
            tuple(count.perhaps),
            tuple(count.lacks),
            count.unknown,
            {kind: findings[key, kind] for kind in FindingKind if findings[key, kind]},
            {kind: facts[key, kind] for kind in FactKind if facts[key, kind]},
        )
        for key, count in counts.items()
    }


def words_of(article: Article) -> int:
    """Return how many words of reporting an article has; a figure with its separators is one."""
    reporting = (p for p in article.paragraphs if p.kind is not ParagraphKind.FURNITURE)
    return sum(len(COUNTED.findall(article.cut(paragraph))) for paragraph in reporting)


def in_common(comparison: Comparison) -> tuple[Common, ...]:
    """Return the pairs of articles that share verbatim runs, most words first, then in the order of display.

    A word that stands in several runs is counted once. Where one article repeats what the other says once, the smaller
    count is taken.
    """
    runs: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for reuse in comparison.reuse:
        own: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for run in reuse.runs:
            own[run.article].append((run.start, run.end))
        for a, b in combinations(own, 2):
            runs[a, b] += own[a]
            runs[b, a] += own[b]
    starts = {article.id: _starts(article) for article in comparison.coverage.articles}
    covered = {pair: _covered(starts[pair[0]], spans) for pair, spans in runs.items()}
    voice = comparison.index.voice_of
    order = [article.id for article in comparison.coverage.displayed()]
    pairs = (
        Common(a, b, min(covered[a, b], covered[b, a]), voice[a] == voice[b])
        for a, b in combinations(order, 2)
        if (a, b) in covered
    )
    return tuple(sorted(pairs, key=lambda pair: -pair.words))


def _count(counts: Mapping[str, _Count], claim: Claim) -> None:
    for article in claim.articles:
        count = counts[article]
        count.claims += 1
        if claim.status is Status.UNIQUE:
            (count.only_here if only_here(claim) else count.perhaps).append(claim)
    for article, stance in claim.stance.items() if claim.voices > 1 else ():
        if stance is Stance.ABSENT:
            counts[article].lacks.append(claim)
        elif stance is Stance.UNKNOWN:
            counts[article].unknown += 1


def _starts(article: Article) -> list[int]:
    return [word.start() for word in COUNTED.finditer(article.text)]


def _covered(starts: list[int], spans: Iterable[tuple[int, int]]) -> int:
    """Return how many words begin within spans, each once."""
    total = at = 0
    for start, end in sorted(spans):
        begin = max(start, at)
        if end > begin:
            total += bisect_left(starts, end) - bisect_left(starts, begin)
            at = end
    return total
