"""Findings in the making: what each weighs among all, and the words that name outlets and quote texts in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from compare.model import ClaimKind, Comparison, Finding, one_line, share_words
from compare.model.phrases import begun, listed

CHECKED, UNSURE = (2.0,), (6.0,)
"""Where the weights of drafts begin that are neither conflicts nor sums and shares, and of those that say "perhaps"."""

CLAIM_ORDER = (ClaimKind.FACT, ClaimKind.ATTRIBUTED, ClaimKind.PREDICTION, ClaimKind.COMMENTARY)
"""Kinds of claims, the checkable first."""


UNRANKED = 0
"""The rank of a finding until all are there to be ranked."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding that is :data:`UNRANKED`, and what it weighs: smaller ``weight`` tuples come first."""

    weight: tuple[float, ...]
    finding: Finding

    @property
    def order(self) -> tuple[object, ...]:
        """What drafts are ranked by, of equal weight too."""
        return self.weight, self.finding.claim or "", self.finding.fact or "", self.finding.articles


_label = lru_cache(maxsize=1024)(one_line)


def labels(comparison: Comparison, articles: Sequence[str]) -> str:
    """Name articles, in the order of the alphabet."""
    return listed(sorted(_label(comparison.index.articles[a].label) for a in articles))


def one_voice(comparison: Comparison, articles: Sequence[str]) -> str:
    """Name one voice: its first article, and those that reprint it or are of the same outlet."""
    first, *others = sorted(_label(comparison.index.articles[a].label) for a in articles)
    return f"{first} (and {listed(others)}, the same voice)" if others else first


def unknown(comparison: Comparison, articles: Sequence[str]) -> Iterator[str]:
    """Name the articles of which nobody can say whether they have something, if there are any."""
    if articles:
        yield f"unknown of {labels(comparison, articles)}"


def aside(*parts: str) -> str:
    """Return what is said in brackets behind the rest of a sentence; nothing where there are no parts."""
    return f" ({'; '.join(parts)})" if parts else ""


def unreadable(comparison: Comparison, articles: Sequence[str]) -> tuple[str, ...]:
    """The articles that are cut, or whose words cannot be held against these."""
    language = comparison.index.articles[articles[0]].language
    others = (a for a in comparison.coverage.articles if not a.complete or not share_words(a.language, language))
    return tuple(a.id for a in others if a.id not in articles)


class Reached:
    """The articles in which a sentence has a counterpart, be it in another claim, kept: :meth:`turn` to other links."""

    def __init__(self) -> None:
        self._reached: dict[tuple[str, float], frozenset[str]] = {}

    def turn(self, sentences: Set[str]) -> None:
        """Forget some sentences, which have other links now."""
        self._reached = {key: kept for key, kept in self._reached.items() if key[0] not in sentences}

    def of(self, comparison: Comparison, sentences: Iterable[str], least: float) -> frozenset[str]:
        """Return the articles in which any of some sentences has a counterpart of this probability."""
        return frozenset().union(*(self._of(comparison, sentence, least) for sentence in sentences))

    def _of(self, comparison: Comparison, sentence: str, least: float) -> frozenset[str]:
        key = sentence, least
        if key not in self._reached:
            links = (link for link in comparison.index.links_of.get(sentence, ()) if link.score >= least)
            ends = (link.other(sentence) for link in links)
            self._reached[key] = frozenset(comparison.index.article_of[end].id for end in ends)
        return self._reached[key]


def in_quotes(text: str) -> str:
    """Return words of a text in quotation marks, on one line."""
    return f"“{one_line(text)}”"


def short(text: str, limit: int = 160) -> str:
    """Return words of a text on one line, cut at a word where they are more than ``limit`` code points."""
    return begun(one_line(text), limit)
