"""Whether two figures are of one thing, as far as their sentences' names, days and words, and the whole story, tell.

Two sentences may share all their words but the names: one says what a bridge has cost, the other what a school has. A
name alone decides little, for of two reports of one fall one calls the man by his name, the other by his country. So
what is asked depends on the story. Where no text gives two values of such a figure, there is likely one such thing, and
other names need only some other evidence that it is meant. Where a text gives two, and names other things with them,
there are several, and both sentences must name the same one: the quake of Sunday, and one years ago.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import combinations, product
from typing import TypeAlias

from compare.analysis.contrasts import are_contrasted
from compare.analysis.counted import EVENTS
from compare.analysis.hours import CLOCK
from compare.analysis.people import BODIES
from compare.analysis.readings import BAN, PUNISHMENT, Key, Reading, agree, disagree, same_thing
from compare.analysis.subjects import (
    Name,
    Subject,
    other_days,
    other_names,
    same_figure,
    same_names,
    same_slot,
    subject_of,
)
from compare.model import Article, FactKind
from compare.model.index import Index

ALIKE = 3
"""Words around two figures, names aside, that say as much as a name in common where both name others, or things are
counted: "people set off from the vigil"."""

_TOLD = frozenset({CLOCK, "age", "magnitude"})
"""Units that say what is measured; whose age it is, and of which day the time, the readings themselves tell."""

_BESIDE = re.compile(r"\s(?:(?:an?|some|about|around|nearly|almost|over|more than)\s)?")
"""Between a name and the figure of who has it."""

_Pairs: TypeAlias = Mapping[Key, Sequence[tuple[Reading, Reading]]]
"""Pairs of readings that are of two things, by what they measure."""

_Place: TypeAlias = tuple[str, int, Key]
"""Where a reading stands, and what it measures."""

_Told: TypeAlias = dict[tuple[_Place, _Place], bool]
"""What was found out about two readings."""


class Things:
    """What the figures of a comparison are of. It holds in every comparison of the same texts, whatever is linked, but
    for what hangs on facts that are others: :meth:`turn` to the next one.

    Args:
        index: that of the comparison.
        text: the readings of an article.
    """

    def __init__(self, index: Index, text: Callable[[Article], Sequence[Reading]]) -> None:
        self._index = index
        self._text = text
        self._subjects: dict[str, Subject] = {}
        self._two: dict[str, _Pairs] = {}
        self._pairs: _Pairs | None = None
        self._by_value: defaultdict[str, list[Reading]] | None = None
        self._one: _Told = {}
        self._disputed: _Told = {}

    def turn(self, index: Index, sentences: Set[str]) -> None:
        """Look things up in another comparison from now on, of the same texts, in which some sentences mention other
        facts."""
        self._index = index
        if not sentences:
            return
        other = {index.article_of[sentence].id for sentence in sentences}
        self._subjects = {s: kept for s, kept in self._subjects.items() if s not in sentences}
        self._by_value = None
        before, self._pairs = self._of_two_things(), None
        self._two = {article: kept for article, kept in self._two.items() if article not in other}
        now = self._of_two_things()
        told = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}

        def holds(ends: tuple[_Place, _Place]) -> bool:
            return all(key not in told and index.article_of[sentence].id not in other for sentence, _, key in ends)

        self._one = {ends: kept for ends, kept in self._one.items() if holds(ends)}
        self._disputed = {ends: kept for ends, kept in self._disputed.items() if holds(ends)}

    def are_disputed(self, a: Reading, b: Reading) -> bool:
        """Return whether two figures are likely of one thing, and neither text has both of them: then it would tell of
        the dispute."""
        ends = _place(a), _place(b)
        if ends not in self._disputed:
            self._disputed[ends] = self.may_be_one(a, b) and not (self.gives(a, b) or self.gives(b, a))
        return self._disputed[ends]

    def may_be_one(self, a: Reading, b: Reading) -> bool:
        """Return whether two figures of one sort, in linked sentences, are likely of one thing."""
        ends = _place(a), _place(b)
        if ends not in self._one:
            self._one[ends] = self._may_be_one(a, b)
        return self._one[ends]

    def _may_be_one(self, a: Reading, b: Reading) -> bool:
        if self._are_told_apart(a, b):
            return False
        one, other = self._subject(a), self._subject(b)
        same = same_names(one, other) or same_figure(one, other)
        if self.are_several(a) or self.are_several(b):
            return same and not other_days(one, other)
        if other_names(one, other) and (other_days(one, other) or (same_slot(one, other) and not same)):
            return False
        if same or a.key[1] in _TOLD or a.key[2] in EVENTS or (a.key[2] in (PUNISHMENT, BAN) and self.name_one(a, b)):
            return True
        counts = a.key[0] is FactKind.NUMBER and not a.key[1]
        asked = counts or (one.names and other.names)
        return not asked or _beside(a, b, one, other) >= ALIKE

    def may_be_single(self, a: Reading, b: Reading) -> bool:
        """Return whether two counts of which each text gives one are likely of one thing: no names tell otherwise."""
        if self.are_several(a) or self.are_several(b) or self.gives(a, b) or self.gives(b, a):
            return False
        if self._are_told_apart(a, b):
            return False
        return not other_names(self._subject(a), self._subject(b))

    def beside(self, a: Reading, b: Reading) -> int:
        """Return how many words stand around both of two figures, names aside."""
        return _beside(a, b, self._subject(a), self._subject(b))

    def are_several(self, reading: Reading) -> bool:
        """Return whether a text of the set speaks of two things that have what a reading measures.

        Of times of day, and of people of whom nothing is told, every text gives several.
        """
        pairs = self._of_two_things().get(reading.key, ())
        return any(same_thing(reading, a) and same_thing(reading, b) for a, b in pairs)

    def name_one(self, a: Reading, b: Reading) -> bool:
        """Return whether the sentences of two figures name one person in full, near the figure."""
        near = a.near & b.near
        both = self._subject(a).names & self._subject(b).names
        return any(len(n) > 1 and n.isdisjoint(BODIES) and not n.isdisjoint(near) for n in both)

    def gives(self, reading: Reading, value: Reading) -> bool:
        """Return whether the text of one reading has the value of the other as well, said of a like thing."""
        text = self._text(self._index.article_of[reading.sentence])
        given = [r for r in text if r.key == value.key and agree(r, value)]
        if given and self.are_several(value):
            return any(not other_names(self._subject(r), self._subject(value)) for r in given)
        return bool(given)

    def _are_told_apart(self, a: Reading, b: Reading) -> bool:
        """Whether two sentences say that they speak of two things, by words like "first" and "second", or each names
        another one right before its figure of which one knows both: "fined Solbit 310 million"."""
        if a.figure.unit == "age":
            return False
        if are_contrasted(*(self._index.words(each.sentence) for each in (a, b))):
            return True
        if a.key[2] in (PUNISHMENT, BAN) and (self._is_beside(a, b) or self._is_beside(b, a)):
            return True
        ours, theirs = self._owner(a), self._owner(b)
        if not ours or not theirs or ours <= theirs or theirs <= ours:
            return False
        one, other = self._subject(a).names, self._subject(b).names
        return any(theirs <= name for name in one) or any(ours <= name for name in other)

    def _is_beside(self, a: Reading, b: Reading) -> bool:
        """Whether who is punished by one text is named by the other as well, but behind the punishment of somebody
        else: "his manager was jailed for two years alongside Moss"."""
        (ours, _), (theirs, beside) = self._around(a), self._around(b)
        return not theirs and any(x <= y or y <= x for x, y in product(ours, beside))

    def _around(self, reading: Reading) -> tuple[set[Name], set[Name]]:
        """The names before a figure and those behind it, in its sentence."""
        index, figure = self._index, reading.figure
        place, sides = index.sentences[reading.sentence].start + figure.start, (set[Name](), set[Name]())
        for fact, mention in index.facts_in.get(reading.sentence, ()):
            if fact.kind is FactKind.NAME:
                sides[mention.start > place].add(frozenset(fact.value.lower().split()))
        return sides

    def _owner(self, reading: Reading) -> Name:
        """The name that stands right before a figure, or none."""
        index, start = self._index, reading.figure.start
        begin, words = index.sentences[reading.sentence].start, index.words(reading.sentence)
        for fact, mention in index.facts_in.get(reading.sentence, ()):
            if fact.kind is FactKind.NAME and _BESIDE.fullmatch(words, mention.end - begin, start):
                return frozenset(fact.value.lower().split())
        return frozenset()

    def giving(self, value: str) -> Sequence[Reading]:
        """Return all readings of this value, in the order of the articles."""
        if self._by_value is None:
            self._by_value = defaultdict(list)
            for reading in (r for article in self._index.articles.values() for r in self._text(article)):
                self._by_value[reading.figure.value].append(reading)
        return self._by_value.get(value, ())

    def _subject(self, reading: Reading) -> Subject:
        sentence = reading.sentence
        if sentence not in self._subjects:
            index = self._index
            self._subjects[sentence] = subject_of(index, sentence)
        return self._subjects[sentence]

    def _of_two_things(self) -> _Pairs:
        """Pairs of readings within a text, by what they measure, that cannot both be of one thing: no text contradicts
        itself. A toll that has risen, or was higher before, it gives without another name."""
        if self._pairs is None:
            found: defaultdict[Key, list[tuple[Reading, Reading]]] = defaultdict(list)
            for article in self._index.articles.values():
                if article.id not in self._two:
                    self._two[article.id] = self._two_within(article)
                for key, pairs in self._two[article.id].items():
                    found[key] += pairs
            self._pairs = dict(found)
        return self._pairs

    def _two_within(self, article: Article) -> _Pairs:
        by_key: defaultdict[Key, list[Reading]] = defaultdict(list)
        for reading in self._text(article):
            by_key[reading.key].append(reading)
        return {
            key: [(a, b) for a, b in combinations(readings, 2) if self._are_two(a, b)]
            for key, readings in by_key.items()
            if key[1] != CLOCK and any(key[1:])
        }

    def _are_two(self, a: Reading, b: Reading) -> bool:
        return a.sentence != b.sentence and disagree(a, b) and other_names(self._subject(a), self._subject(b))


def _place(reading: Reading) -> _Place:
    return reading.sentence, reading.figure.start, reading.key


def _beside(a: Reading, b: Reading, one: Subject, other: Subject) -> int:
    """The number of words around both figures, but for names and for what is counted."""
    named = {word for name in (*one.names, *other.names) for word in name}
    return len((a.near & b.near) - named - {a.key[2]})
