"""Whether a fact stands anywhere in the other articles' whole texts, headings and furniture included.

Before an outlet is said to be the only one with a fact, every other text is searched for it, whatever is aligned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.analysis.figures import figures
from compare.model import Article, Fact, FactKind

_COUNTS = (FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENTAGE)


class Elsewhere:
    """The words and figures of all texts; ``voice_of`` tells who speaks in each article, by its id."""

    def __init__(self, articles: Sequence[Article], voice_of: Mapping[str, str]) -> None:
        self._articles, self._voice_of = articles, voice_of
        self._words = {a.id: " " + " ".join(re.findall(r"\w+", a.text.casefold())) + " " for a in self._articles}
        self._figures = {a.id: {(f.kind, f.value) for f in figures(a.text, a.language)} for a in self._articles}

    def hold(self, fact: Fact) -> bool:
        """Return whether any voice that does not mention a fact has it all the same, in a form that the rules see."""
        voices = {self._voice_of[a] for a in fact.articles}
        return any(self._voice_of[a.id] not in voices and self._stands_in(fact, a) for a in self._articles)

    def _stands_in(self, fact: Fact, article: Article) -> bool:
        if fact.kind is FactKind.NAME:
            spoken = " ".join(re.findall(r"\w+", fact.value.casefold()))
            return f" {spoken} " in self._words[article.id] or f" {spoken}s " in self._words[article.id]
        if fact.kind is not FactKind.DATE:
            # "€4 million" and "4 million" are one figure here: whether both mean money is not for this to say
            return any((kind, fact.value) in self._figures[article.id] for kind in _COUNTS)
        dates = [value for kind, value in self._figures[article.id] if kind is FactKind.DATE]
        if fact.unit == "year":
            return any(value.startswith(fact.value) for value in dates)
        # "15 October" is the day that another text gives with its year
        return any(value.endswith(fact.value[-6:] if fact.unit == "day" else fact.value) for value in dates)
