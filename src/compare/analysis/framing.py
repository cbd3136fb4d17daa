"""Framing: one text sets aside a view of a thing that another puts forward, in the same rare words.

"Rather than viewing it primarily as a proving ground" against "a vital proving ground": the same two words under
opposite signs. Only phrases that the story hardly uses count, and the one who puts it forward must stress it. A text
that does both takes no side, and "not only a proving ground" sets nothing aside. Even so this is a reading, not a fact:
its confidence is low, and it is listed last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from compare.analysis.clash import Clash, label, quoted
from compare.analysis.terms import stem
from compare.analysis.words import STOP_WORDS
from compare.model import Comparison, ConflictKind
from compare.model.words import HYPHENED

SURE = 0.4
"""Confidence: no public set labels framing; of what the rule finds in SPARK's 49 stories none is there to count."""

RARE = 4
"""A phrase that stands in more sentences than this is the story's subject, not a view of it."""

_ASIDE = re.compile(
    r"\b(?:rather than|instead of|as opposed to|not (?:primarily|an?)"
    r"|(?:is|was|are|were)(?: not|n['’]t) (?:primarily|an?|the))\b(?P<scope>[^,.;:!?–—]{3,90})",
    re.IGNORECASE,
)
"""A view that is set aside, as far as its clause."""

_STRESSED = re.compile(
    r"\b(?:vital|key|crucial|critical|essential|major|important|central|ideal|perfect|prime|valuable|invaluable|ultimate"
    r"|historic|unprecedented)\s(?P<scope>[\w'’-]+\s[\w'’-]+)",
    re.IGNORECASE,
)
"""A view that is stressed: the two words behind the adjective."""

_WITHIN = frozenset({"at", "behind", "beside", "beyond", "by", "from", "in", "near", "of", "on", "with"})
"""Prepositions whose phrase is no view of the thing: "rather than the yard near the proving ground"."""


@dataclass(frozen=True, slots=True)
class _View:
    sentence: str
    voice: str
    words: str


def framings(comparison: Comparison) -> Iterator[Clash]:
    """Yield the opposed views of one thing; the first side sets it aside, the second stresses it."""
    aside, stressed = _views(comparison)
    for phrase in sorted(aside.keys() & stressed.keys()):
        both = {view.voice for view in aside[phrase]} & {view.voice for view in stressed[phrase]}
        pairs = [(a, b) for a in aside[phrase] for b in stressed[phrase] if both.isdisjoint((a.voice, b.voice))]
        if pairs and _count(comparison, phrase) <= RARE:
            a, b = pairs[0]
            opening = (
                f"Opposed views of “{a.words}”: {label(comparison, a.sentence)} sets it aside, "
                f"{label(comparison, b.sentence)} stresses it"
            )
            why = f"{opening}: {quoted(comparison.index.words(b.sentence))}."
            yield Clash(ConflictKind.FRAMING, ((a.sentence,), (b.sentence,)), why, SURE, opening=opening)


def _views(comparison: Comparison) -> tuple[dict[tuple[str, str], list[_View]], dict[tuple[str, str], list[_View]]]:
    aside: defaultdict[tuple[str, str], list[_View]] = defaultdict(list)
    stressed: defaultdict[tuple[str, str], list[_View]] = defaultdict(list)
    for article in comparison.coverage.articles:
        if article.language != "en":
            continue
        voice = comparison.index.voice_of[article.id]
        for sentence in article.sentences:
            if not sentence.comparable:
                continue
            for is_aside, phrase, text in _viewed(article.cut(sentence)):
                (aside if is_aside else stressed)[phrase].append(_View(sentence.id, voice, text))
    return aside, stressed


@lru_cache(maxsize=4096)
def _viewed(words: str) -> tuple[tuple[bool, tuple[str, str], str], ...]:
    """The phrases of a sentence that are set aside, or else stressed."""
    return tuple(
        (rule is _ASIDE, phrase, text)
        for rule in (_ASIDE, _STRESSED)
        for match in rule.finditer(words)
        for phrase, text in _phrases(match["scope"])
        if rule is _STRESSED or not _is_within(match["scope"], text)
    )


def _phrases(scope: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Two words of meaning that stand side by side, as stems and as written."""
    words = HYPHENED.findall(scope)
    for one, other in pairwise(words):
        if not {one.lower(), other.lower()} & STOP_WORDS["en"] and one.islower() and other.islower():
            yield (stem(one, "en"), stem(other, "en")), f"{one} {other}"


def _is_within(scope: str, phrase: str) -> bool:
    """Whether a phrase only tells where, or whose, what is set aside is."""
    before = [
        w for w in HYPHENED.findall(scope[: scope.find(phrase)].lower()) if w not in ("a", "an", "the", "its", "their")
    ]
    return bool(before) and before[-1] in _WITHIN


def _count(comparison: Comparison, phrase: tuple[str, str]) -> int:
    """In how many sentences a phrase stands."""
    return sum(
        any(found == phrase for found, _ in _phrases(article.cut(s)))
        for article in comparison.coverage.articles
        for s in article.sentences
        if s.comparable
    )
