"""What one voice alone has: the facts and quotations that stand in no other voice's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from compare.analysis.changes import Changes
from compare.analysis.elsewhere import Elsewhere
from compare.analysis.facts import is_precise
from compare.analysis.quotes import alone, having_quoted
from compare.model import Comparison, Fact, FactKind, share_words

CHECKABLE = (FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE, FactKind.NAME)
"""The kinds of facts that are worth a finding, the worthiest first."""


class Alone:
    """What stands alone in a comparison, kept for the next one of the same texts."""

    def __init__(self) -> None:
        self._elsewhere: Elsewhere | None = None
        self._worth: dict[int, tuple[Fact, tuple[str, ...]]] = {}
        """By each fact its articles, none if it is not worth a finding whoever carries it."""
        self._quoted: list[tuple[Fact, Set[str]]] = []
        self._facts: tuple[Fact, ...] = ()
        self._quotations: list[Fact] = []
        self._unquoted: frozenset[str] = frozenset()

    def of(self, comparison: Comparison, changed: Changes | None) -> tuple[tuple[Fact, ...], frozenset[str]]:
        """Return the facts that one voice carries, in the order of their ids, and the ids of such quotations.

        ``changed`` is what is other in a comparison than in the one before, if there was any.
        """
        articles, facts = comparison.coverage.articles, comparison.facts
        if self._elsewhere is None:
            self._elsewhere = Elsewhere(articles, facts)
        elif changed is None or changed.mentioning or changed.dated or changed.reporting:
            self._elsewhere.turn(articles, facts)
        elif not (changed.voices or changed.labels):
            return self._facts, self._unquoted
        quotations = [fact for fact in facts if fact.kind is FactKind.QUOTATION]
        if quotations != self._quotations:
            self._quotations, self._quoted = quotations, having_quoted(articles, quotations)
        voice, worth = comparison.index.voice_of, self._worth
        self._worth = {
            id(f): worth.get(id(f)) or (f, f.articles if _is_worth_telling(comparison, f) else ()) for f in facts
        }
        self._facts = tuple(f for f, having in self._worth.values() if self._is_alone(f, having, voice))
        self._unquoted = alone(voice, self._quoted)
        return self._facts, self._unquoted

    def _is_alone(self, fact: Fact, articles: Sequence[str], voice: Mapping[str, str]) -> bool:
        """Whether one voice alone mentions a fact, and no other has it in a form that the rules see."""
        speaking = {voice[a] for a in articles}
        return (
            len(speaking) == 1
            and self._elsewhere is not None
            and all(voice[a] in speaking for a in self._elsewhere.holders(fact))
        )


def _is_worth_telling(comparison: Comparison, fact: Fact) -> bool:
    """Whether a fact is worth a finding if one voice alone carries it; that hangs on the texts alone."""
    if fact.kind not in CHECKABLE:
        return False
    if fact.kind in (FactKind.NAME, FactKind.NUMBER) and speaks_alone(comparison, fact.articles):
        return False
    if fact.kind is not FactKind.NAME:
        return any(is_precise(fact, mention) for mention in fact.mentions)
    if _is_own_name(comparison, fact):
        return False
    # a single word that stands once owes its capital to some other cause as often as not
    return " " in fact.value or len(fact.mentions) > 1


def _is_own_name(comparison: Comparison, fact: Fact) -> bool:
    """Whether a name is that of the outlet itself, whole or in its initials: "told the Gazette"."""
    names = {comparison.index.articles[a].label for a in fact.articles}
    return any(fact.value in (name, name.removeprefix("The "), "".join(w[0] for w in name.split())) for name in names)


def speaks_alone(comparison: Comparison, articles: Sequence[str]) -> bool:
    """Return whether no other article is in the language of these: the others may well have what they have, written in
    their own way."""
    index = comparison.index
    own = {index.articles[a].language for a in articles}
    others = [a.language for a in comparison.coverage.articles if a.id not in articles]
    return not any(share_words(one, other) for one in own for other in others)
