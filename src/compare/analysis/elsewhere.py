"""Whether a fact stands anywhere in the other articles' whole texts, headings and furniture included.

Before an outlet is said to be the only one with a fact, every other text is searched for it, whatever is aligned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.analysis.aliases import initials
from compare.analysis.bounds import Bounds, bounds, compatible
from compare.analysis.dates import date_of, weekday_of
from compare.analysis.figure import RANGE, ends
from compare.analysis.figures import figures
from compare.model import Article, Fact, FactKind, Mention

_COUNTS = (FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENTAGE)

LARGE = 1000
"""Bare numbers from here on are written rounded as often as not; below, two that differ are two."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The figures of a text: its days, and its amounts by value and by unit with what each leaves open."""

    dates: tuple[str, ...]
    values: frozenset[str]
    open: tuple[tuple[str, Bounds], ...]


class Elsewhere:
    """The words and figures of all texts."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._by_id = {a.id: a for a in articles}
        self._words = {a.id: " " + " ".join(re.findall(r"\w+", a.text.casefold())) + " " for a in self._articles}
        self._held = {a.id: _held(a) for a in self._articles}

    def hold(self, fact: Fact) -> bool:
        """Return whether any voice that does not mention a fact has it all the same, in a form that the rules see."""
        voices = {a.voice for a in self._articles if a.id in fact.articles}
        return any(a.voice not in voices and self._stands_in(fact, a) for a in self._articles)

    def _stands_in(self, fact: Fact, article: Article) -> bool:
        if fact.kind is FactKind.NAME:
            return self._is_named(fact, article)
        held = self._held[article.id]
        if fact.kind is FactKind.DATE:
            return any(_same_date(fact, value) for value in held.dates)
        # "€4 million" and "4 million" are one figure here: whether both mean money is not for this to say
        if any(end in held.values for end in _plain_ends(fact.value)):
            return True
        return any(self._agrees(mention, fact, held) for mention in fact.mentions)

    def _is_named(self, fact: Fact, article: Article) -> bool:
        """Whether a text has a name, in any of the forms it is mentioned in, or its initials."""
        for form in {fact.value, *(mention.text for mention in fact.mentions)}:
            spoken = " ".join(re.findall(r"\w+", form.casefold()))
            if f" {spoken} " in self._words[article.id] or f" {spoken}s " in self._words[article.id]:
                return True
        short = initials(fact.value)
        return bool(short) and re.search(rf"\b{re.escape(short)}\b", article.text) is not None

    def _agrees(self, mention: Mention, fact: Fact, held: _Held) -> bool:
        """Whether a text has an amount of the same unit that may be this one, written more or less finely."""
        if not fact.unit and ends(fact.value)[0] < LARGE:
            return False
        language = self._by_id[mention.article].language
        own = bounds(fact.value, None, unit=fact.unit, text=mention.text, language=language)
        return any(unit == fact.unit and compatible(own, other) for unit, other in held.open)


def _held(article: Article) -> _Held:
    found = figures(article.text, article.language, date_of(article.published))
    amounts = [f for f in found if f.kind in _COUNTS]
    return _Held(
        tuple(f.value for f in found if f.kind is FactKind.DATE),
        frozenset(end for f in amounts for end in _plain_ends(f.value)),
        tuple(
            (f.unit, bounds(f.value, None, unit=f.unit, text=article.text[f.start : f.end], language=article.language))
            for f in amounts
            if f.unit or ends(f.value)[0] >= LARGE
        ),
    )


def _plain_ends(value: str) -> tuple[str, ...]:
    """The numbers of a value as they are written in it."""
    return tuple(value.split(RANGE))


def _same_date(fact: Fact, value: str) -> bool:
    """Whether a date of another text may be this one: "15 October" with its year, "Monday" the day it was."""
    if fact.unit == "year":
        return value.startswith(fact.value)
    if fact.unit == "weekday":
        return fact.value in (value, weekday_of(value))
    if fact.unit == "day":
        return value.endswith(fact.value[-6:]) or value == weekday_of(fact.value)
    return value == fact.value
