"""What a sentence with figures speaks of, told by its names, weekdays and figures, and whether two may speak of one
thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from compare.analysis.dates import weekday_of
from compare.analysis.figure import ends
from compare.analysis.hours import CLOCK
from compare.analysis.words import stop_words
from compare.model import Fact, FactKind, Index, Mention
from compare.model.words import WORD

Name: TypeAlias = frozenset[str]
"""The words of a name: "Moss" may be "Ada Moss"."""

TELLING = 10
"""Figures that are smaller stand everywhere and tell of nothing."""

NEAR, PHRASE = 60, 4
"""Code points, and words, before a name in which the phrase that it belongs to begins."""

_NEXT = re.compile(r"\s([a-zà-ÿ]\w+)")
_MEASURES = frozenset({FactKind.MONEY, FactKind.NUMBER, FactKind.PERCENTAGE})


@dataclass(frozen=True, slots=True)
class Subject:
    """What tells which thing a sentence speaks of: its names but for those who say so, its weekdays, its figures.

    ``slots`` are the words around its names: "council of" and what it is the council of.
    """

    names: frozenset[Name]
    slots: frozenset[str]
    days: frozenset[str]
    figures: frozenset[tuple[FactKind, str]]


def subject(words: str, start: int, found: Iterable[tuple[Fact, Mention]], language: str) -> Subject:
    """Return what a sentence speaks of.

    Args:
        words: its text.
        start: where it begins in its article.
        found: the facts that it mentions.
        language: that of its article.
    """
    found, empty = list(found), stop_words(language)
    said = [(m.start, m.end) for fact, m in found if fact.kind is FactKind.ATTRIBUTION]
    named = [
        (fact, m)
        for fact, m in found
        if fact.kind is FactKind.NAME and not any(begin < m.end and m.start < end for begin, end in said)
    ]
    return Subject(
        frozenset(frozenset(fact.value.lower().split()) for fact, _ in named),
        frozenset(slot for _, m in named for slot in _slots(words, m.start - start, m.end - start, empty)),
        frozenset(filter(None, (_weekday(fact) for fact, _ in found if fact.kind is FactKind.DATE))),
        frozenset((fact.kind, fact.value) for fact, _ in found if fact.kind in _MEASURES and _tells(fact.value)),
    )


def subject_of(index: Index, sentence: str) -> Subject:
    """Return what a sentence of a comparison speaks of."""
    start, language = index.sentences[sentence].start, index.article_of[sentence].language
    return subject(index.words(sentence), start, index.facts_in.get(sentence, ()), language)


def same_names(one: Subject, other: Subject) -> bool:
    """Whether both sentences name something in common, and one of them names nothing else."""
    common = _common(one, other)
    return bool(common) and (one.names <= {a for a, _ in common} or other.names <= {b for _, b in common})


def other_names(one: Subject, other: Subject) -> bool:
    """Whether both sentences name something, and nothing that the other names."""
    return bool(one.names and other.names) and not _common(one, other)


def same_slot(one: Subject, other: Subject) -> bool:
    """Whether both sentences have a name in the same place: "the council of Selwick", "the council of Lund"."""
    return not one.slots.isdisjoint(other.slots)


def other_days(one: Subject, other: Subject) -> bool:
    """Whether both sentences name weekdays, and none in common."""
    return bool(one.days and other.days) and one.days.isdisjoint(other.days)


def same_figure(one: Subject, other: Subject) -> bool:
    """Whether both sentences give a telling figure in common: of one who was 36 both say so."""
    return not one.figures.isdisjoint(other.figures)


def _common(one: Subject, other: Subject) -> list[tuple[Name, Name]]:
    return [(a, b) for a, b in product(one.names, other.names) if a <= b or b <= a]


def _slots(words: str, start: int, end: int, empty: Set[str]) -> Iterator[str]:
    """The words before a name, back to one that carries meaning, and such a word right behind it."""
    before = [m[0].lower() for m in WORD.finditer(words[max(0, start - NEAR) : start])][-PHRASE:]
    last = next((n for n in reversed(range(len(before))) if before[n] not in empty), None)
    if last is not None:
        yield f"{' '.join(before[last:])} …"
    behind = _NEXT.match(words, end)
    if behind and behind[1] not in empty:
        yield f"… {behind[1]}"


def _weekday(fact: Fact) -> str:
    if fact.unit == CLOCK:
        return ""
    return fact.value if fact.unit == "weekday" else weekday_of(fact.value)


def _tells(value: str) -> bool:
    return ends(value)[1] >= TELLING
