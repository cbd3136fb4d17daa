"""Whether two figures are of one thing, as far as their sentences' names, days and words, and the whole story, tell.

Two sentences may share all their words but the names: one says what a bridge has cost, the other what a school has. A
name alone decides little, for of two reports of one fall one calls the man by his name, the other by his country. So
what is asked depends on the story. Where no text gives two values of such a figure, there is likely one such thing, and
other names need only some other evidence that it is meant. Where a text gives two, and names other things with them,
there are several, and both sentences must name the same one: the quake of Sunday, and one years ago.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from compare.analysis.counted import EVENTS
from compare.analysis.readings import CLOCK, Key, Reading, agree, disagree, same_thing
from compare.analysis.subjects import Subject, other_days, other_names, same_figure, same_names, same_slot, subject_of
from compare.model import Article, FactKind
from compare.model.index import Index

ALIKE = 3
"""Words around two figures, names aside, that say as much as a name in common where both name others, or things are
counted: "people set off from the vigil"."""

_TOLD = frozenset({CLOCK, "age", "magnitude"})
"""Units that say what is measured; whose age it is, and of which day the time, the readings themselves tell."""


class Things:
    """What the figures of a comparison are of. It holds in every comparison of the same facts, whatever is linked:
    :meth:`turn` to the next one.

    Args:
        index: that of the comparison.
        articles: its articles.
        text: the readings of an article.
    """

    def __init__(self, index: Index, articles: Iterable[Article], text: Callable[[Article], Sequence[Reading]]) -> None:
        self._index = index
        self._articles = articles
        self._text = text
        self._subjects: dict[str, Subject] = {}
        self._pairs: dict[Key, list[tuple[Reading, Reading]]] | None = None
        self._by_value: defaultdict[str, list[Reading]] | None = None
        self._disputed: dict[tuple[tuple[str, int], tuple[str, int]], bool] = {}

    def turn(self, index: Index) -> None:
        """Look things up in another comparison from now on, whose sentences mention the same facts."""
        self._index = index

    def are_disputed(self, a: Reading, b: Reading) -> bool:
        """Return whether two figures are likely of one thing, and neither text has both of them: then it would tell of
        the dispute."""
        key = (a.sentence, a.figure.start), (b.sentence, b.figure.start)
        if key not in self._disputed:
            self._disputed[key] = self.may_be_one(a, b) and not (self.gives(a, b) or self.gives(b, a))
        return self._disputed[key]

    def may_be_one(self, a: Reading, b: Reading) -> bool:
        """Return whether two figures of one sort, in linked sentences, are likely of one thing."""
        one, other = self._subject(a), self._subject(b)
        same = same_names(one, other) or same_figure(one, other)
        if self.are_several(a) or self.are_several(b):
            return same and not other_days(one, other)
        if other_names(one, other) and (other_days(one, other) or (same_slot(one, other) and not same)):
            return False
        if same or a.key[1] in _TOLD or a.key[2] in EVENTS:
            return True
        counts = a.key[0] is FactKind.NUMBER and not a.key[1]
        asked = counts or (one.names and other.names)
        return not asked or _beside(a, b, one, other) >= ALIKE

    def are_several(self, reading: Reading) -> bool:
        """Return whether a text of the set speaks of two things that have what a reading measures.

        Of times of day, and of people of whom nothing is told, every text gives several.
        """
        if self._pairs is None:
            self._pairs = self._of_two_things()
        return any(same_thing(reading, a) and same_thing(reading, b) for a, b in self._pairs.get(reading.key, ()))

    def gives(self, reading: Reading, value: Reading) -> bool:
        """Return whether the text of one reading has the value of the other as well, said of a like thing."""
        text = self._text(self._index.article_of[reading.sentence])
        given = [r for r in text if r.key == value.key and agree(r, value)]
        if given and self.are_several(value):
            return any(not other_names(self._subject(r), self._subject(value)) for r in given)
        return bool(given)

    def giving(self, value: str) -> Sequence[Reading]:
        """Return all readings of this value, in the order of the articles."""
        if self._by_value is None:
            self._by_value = defaultdict(list)
            for reading in (r for article in self._articles for r in self._text(article)):
                self._by_value[reading.figure.value].append(reading)
        return self._by_value.get(value, ())

    def _subject(self, reading: Reading) -> Subject:
        sentence = reading.sentence
        if sentence not in self._subjects:
            index = self._index
            self._subjects[sentence] = subject_of(index, sentence)
        return self._subjects[sentence]

    def _of_two_things(self) -> dict[Key, list[tuple[Reading, Reading]]]:
        """Pairs of readings within a text, by what they measure, that cannot both be of one thing: no text contradicts
        itself. A toll that has risen, or was higher before, it gives without another name."""
        found: defaultdict[Key, list[tuple[Reading, Reading]]] = defaultdict(list)
        for article in self._articles:
            by_key: defaultdict[Key, list[Reading]] = defaultdict(list)
            for reading in self._text(article):
                by_key[reading.key].append(reading)
            for key, readings in by_key.items():
                if key[1] != CLOCK and any(key[1:]):
                    found[key] += [(a, b) for a, b in combinations(readings, 2) if self._are_two(a, b)]
        return found

    def _are_two(self, a: Reading, b: Reading) -> bool:
        return a.sentence != b.sentence and disagree(a, b) and other_names(self._subject(a), self._subject(b))


def _beside(a: Reading, b: Reading, one: Subject, other: Subject) -> int:
    """The number of words around both figures, but for names and for what is counted."""
    named = {word for name in (*one.names, *other.names) for word in name}
    return len((a.near & b.near) - named - {a.key[2]})
