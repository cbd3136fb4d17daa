"""What one voice alone has: the facts and quotations that stand in no other voice's text."""

from __future__ import annotations

from collections.abc import Sequence

from compare.analysis.changes import Changes
from compare.analysis.elsewhere import Elsewhere
from compare.analysis.facts import is_precise
from compare.analysis.quotes import alone
from compare.model import Comparison, Fact, FactKind, share_words

CHECKABLE = (FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE, FactKind.NAME)
"""The kinds of facts that are worth a finding, the worthiest first."""


class Alone:
    """What stands alone in a comparison, kept for the next one of the same texts."""

    def __init__(self) -> None:
        self._facts: tuple[Fact, ...] = ()
        self._quotations: frozenset[str] = frozenset()

    def of(self, comparison: Comparison, changed: Changes | None) -> tuple[tuple[Fact, ...], frozenset[str]]:
        """Return the facts that one voice carries, in the order of their ids, and the ids of such quotations.

        ``changed`` is what is other in a comparison than in the one before, if there was any.
        """
        if changed is None or changed.voices or changed.compared or changed.mentioning:
            texts = Elsewhere(comparison.coverage.articles, comparison.index.voice_of, comparison.facts)
            self._facts = tuple(f for f in comparison.facts if _is_sole(comparison, f) and not texts.hold(f))
            self._quotations = alone(comparison.coverage.articles, comparison.facts)
        return self._facts, self._quotations


def _is_sole(comparison: Comparison, fact: Fact) -> bool:
    """Whether one voice alone carries a fact that is worth a finding."""
    if fact.kind not in CHECKABLE or len({comparison.index.voice_of[a] for a in fact.articles}) > 1:
        return False
    if fact.kind in (FactKind.NAME, FactKind.NUMBER) and speaks_alone(comparison, fact.articles):
        return False
    if fact.kind is not FactKind.NAME:
        return any(is_precise(fact, mention) for mention in fact.mentions)
    # a single word that stands once owes its capital to some other cause as often as not
    return " " in fact.value or len(fact.mentions) > 1


def speaks_alone(comparison: Comparison, articles: Sequence[str]) -> bool:
    """Return whether no other article is in the language of these: the others may well have what they have, written in
    their own way."""
    index = comparison.index
    own = {index.articles[a].language for a in articles}
    others = [a.language for a in comparison.coverage.articles if a.id not in articles]
    return not any(share_words(one, other) for one in own for other in others)
