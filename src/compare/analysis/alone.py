"""What one voice alone has: the facts and quotations that stand in no other voice's text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from compare.analysis.changes import Changes
from compare.analysis.elsewhere import Elsewhere
from compare.analysis.facts import is_precise
from compare.analysis.hours import CLOCK
from compare.analysis.quotes import Quoted, alone
from compare.analysis.zones import is_other_zone
from compare.model import Comparison, Fact, FactKind, Mention, share_words

CHECKABLE = (FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE, FactKind.NAME)
"""The kinds of facts that are worth a finding, the worthiest first."""

ORDINARY = 4
"""Letters from which on a word in capitals is hardly an acronym."""


class Alone:
    """What stands alone in a comparison, kept for the next one of the same texts."""

    def __init__(self) -> None:
        self._elsewhere: Elsewhere | None = None
        self._worth: dict[int, tuple[Fact, tuple[str, ...]]] = {}
        """By each fact its articles, none if it is not worth a finding whoever carries it."""
        self._quoting = Quoted()
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
        elif changed is None:
            self._elsewhere.turn(articles, facts, {article.id for article in articles})
        elif changed.mentioning or changed.dated or changed.reporting:
            told = {comparison.index.article_of[sentence].id for sentence in changed.facts_in}
            self._elsewhere.turn(articles, facts, told | changed.dated | changed.reporting)
        elif not (changed.voices or changed.labels):
            return self._facts, self._unquoted
        quotations = [fact for fact in facts if fact.kind is FactKind.QUOTATION]
        if quotations != self._quotations:
            self._quotations, self._quoted = quotations, self._quoting.having(articles, quotations)
        voice, worth = comparison.index.voice_of, self._worth
        self._worth = {
            id(f): worth.get(id(f)) or (f, f.articles if _is_worth_telling(comparison, f) else ()) for f in facts
        }
        called = {a.id: _own_names(a.label) for a in articles}
        self._facts = tuple(
            f
            for f, having in self._worth.values()
            if self._is_alone(f, having, voice)
            and not (f.kind is FactKind.NAME and any(f.value in called[a] for a in having))
        )
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
        return any(
            is_precise(fact, mention) and not (_is_round(fact, mention) or _is_converted(comparison, fact, mention))
            for mention in fact.mentions
        )
    if _is_shouted(fact.value):
        return False
    # a single word that stands once owes its capital to some other cause as often as not
    return " " in fact.value or len(fact.mentions) > 1


def _is_shouted(name: str) -> bool:
    """Whether a name is words in capitals, most of which are ordinary ones: a tabloid's "GOOD NEWS", the "VATICAN CITY"
    of a dateline. "NHK TV" is a name."""
    words = name.split()
    return len(words) > 1 and all(w.isalpha() and w.isupper() for w in words) and max(map(len, words)) >= ORDINARY


def _is_round(fact: Fact, mention: Mention) -> bool:
    """Whether a measure is told as so many and a half, as which "more than 30 hours" may be told as well."""
    return fact.kind is FactKind.NUMBER and bool(fact.unit) and "half" in mention.text.lower()


def _is_converted(comparison: Comparison, fact: Fact, mention: Mention) -> bool:
    """Whether a mention only says in brackets what another figure comes to: "45,000 euros ($51,500)", "05:00 local time
    (08:00 GMT)"."""
    if not fact.unit:
        return False
    text = comparison.index.articles[mention.article].text
    beside = (
        m
        for other, m in comparison.index.facts_in.get(mention.sentence, ())
        if other.kind is fact.kind and (other.unit == fact.unit or fact.kind is FactKind.MONEY)
    )
    before = [m.end for m in beside if m.end < mention.start]
    if fact.unit == CLOCK:
        return any(is_other_zone(text, end, mention.start, mention.end) for end in before)
    return any(_BRACKET.fullmatch(text, end, mention.start) for end in before)


_BRACKET = re.compile(r"\s?[(\[](?:\w+\s){0,2}")
"""Between a figure and what it comes to: "45,000 euros (about "."""


def _own_names(label: str) -> frozenset[str]:
    """What an outlet calls itself, whole or in its initials, by the label of an article: "told the Gazette"."""
    names = {label, _BESIDE_LABEL.sub("", label)}
    names |= {name.removeprefix("The ") for name in names}
    return frozenset(names | {"".join(word[0] for word in name.split()) for name in names})


_BESIDE_LABEL = re.compile(r"(?: \d+)?\??$")
"""What an article of several has behind its label, and the mark of one that is guessed: "Gazette 2?"."""


def speaks_alone(comparison: Comparison, articles: Sequence[str]) -> bool:
    """Return whether no other article is in the language of these: the others may well have what they have, written in
    their own way."""
    index = comparison.index
    own = {index.articles[a].language for a in articles}
    others = [a.language for a in comparison.coverage.articles if a.id not in articles]
    return not any(share_words(one, other) for one in own for other in others)
