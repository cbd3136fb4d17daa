"""Figures that disagree though no link ties their sentences: each text gives one alone, or a later one has risen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from compare.analysis.figure import ends
from compare.analysis.gaps import NEAREST, REST_SURE, Book, Gap, order, risen
from compare.analysis.readings import MANY, RATIO, TOLERANCE, Reading, agree, same_numeral
from compare.model import ConflictKind, FactKind


def risen_since(book: Book) -> Iterator[Gap]:
    """Yield the updates that no link shows, for reports word them each in its own way: a text gives one toll of the
    killed or the injured, and a later one a higher."""
    given: defaultdict[object, defaultdict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for article in book.index.articles.values():
        for reading in book.text(article):
            if reading.key[2] in _TOLLS and not (reading.thought or reading.earlier):
                given[reading.key, reading.whom][article.id].append(reading)
    for by_article in given.values():
        first: dict[str, Reading] = {}
        for readings in by_article.values():
            if len({reading.figure.value for reading in readings}) == 1:
                first.setdefault(readings[0].figure.value, readings[0])
        for old, new in combinations(sorted(first.values(), key=lambda r: order(r.figure.value)), 2):
            if book.voice(old) != book.voice(new) and _is_near(book, old, new):
                yield from (replace(gap, sure=REST_SURE) for gap in risen(book, old, new))


_TOLLS = frozenset({"killed", "injured", "hospitalised"})

LARGE = 1000
"""Counts from here on are of the story as a whole, whatever words stand around them: "87,000 packs", "78,000 packs"."""

SINGLE_RATIO = 1.4
"""So many times the lower of two figures that no link ties may be the higher: two reports of one thing are hardly ever
farther apart. In the 66 sets of ECB+ and the 49 of SPARK no two large counts differ by less that are of two things, and
of two sums two pairs do: the worth of stolen jewels, which is told in two ways, and what a film took by two days."""

ROUNDED = 1.02
"""Counts nearer than this are one that was rounded, if either is hedged."""


def given_once(book: Book) -> Iterator[Gap]:
    """Yield the gaps that no link shows between figures of which each text gives one alone: large counts of one noun,
    tolls in reports of one day, and sums and weights whose sentences are nearest to each other and have a word
    beside the figure in common."""
    pairs = (pair for lone in _alone(book) for pair in _close(lone))
    for one, other in pairs:
        if book.voice(one) != book.voice(other) and not agree(one, other) and _may_be_single(book, one, other):
            yield Gap(one, other, ConflictKind.FIGURE, REST_SURE)


def _alone(book: Book) -> Iterator[Sequence[Reading]]:
    """Yield the figures of one sort of which each text gives one of its size, the lowest first, for each sort."""
    given: defaultdict[object, defaultdict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for article in book.index.articles.values():
        for reading in book.text(article):
            kind, unit, thing = reading.key
            counts = kind is FactKind.NUMBER and not unit and thing and thing not in MANY
            large = counts and ends(reading.figure.value)[0] >= (SMALL if thing in _TOLLS else LARGE)
            told = large or kind is FactKind.MONEY or unit in _MEASURED
            if told and not reading.earlier:
                given[reading.key, reading.whom, reading.thought][article.id].append(reading)
    for by_article in given.values():
        yield sorted((r for readings in by_article.values() for r in _lone(readings)), key=_size_first)


def _close(ordered: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs of some figures, the lowest first, that are not too far apart to be of one thing."""
    sizes = [*map(_size, ordered)]
    for n, one in enumerate(ordered):
        yield from ((one, other) for other in ordered[n + 1 : bisect_right(sizes, SINGLE_RATIO * sizes[n])])


def _size(reading: Reading) -> float:
    return float(abs(ends(reading.figure.value)[1]))


def _size_first(reading: Reading) -> tuple[float, str, int]:
    return _size(reading), reading.sentence, reading.figure.start


def _lone(readings: Sequence[Reading]) -> Iterator[Reading]:
    """The figures of a text beside which it gives no other of their size: of equal ones the first."""
    size = {reading.figure.value: _size(reading) for reading in readings}
    first = {reading.figure.value: reading for reading in reversed(readings)}
    for value, reading in first.items():
        if all(v == value or not size[v] or not 1 / RATIO <= size[value] / size[v] <= RATIO for v in size):
            yield reading


def _may_be_single(book: Book, one: Reading, other: Reading) -> bool:
    """Whether two figures that are near to each other, the lower first, are of one thing."""
    low, high = _size(one), _size(other)
    if not low:
        return False
    if one.key[2] in _TOLLS:
        days = {book.published(r.sentence) for r in (one, other)} - {None}
        return len(days) < 2 and _is_near(book, one, other) and book.things.are_disputed(one, other)
    if one.key[0] is not FactKind.MONEY:
        apart = high / low > ROUNDED or not (one.figure.hedge or other.figure.hedge)
        return apart and book.things.may_be_single(one, other)
    near = _nearness(book, one.sentence, other.sentence) if one.near & other.near else 0
    if one.key[1] in _MEASURED:
        apart = high / low > float(TOLERANCE) and not same_numeral(one, other)
        return near == 2 and apart and book.things.beside(one, other) > 0 and book.things.may_be_single(one, other)
    return near > 0 and book.things.are_disputed(one, other)


_MEASURED = frozenset({"kg"})
"""Units in which few things of a story are measured. Of lengths and distances every report has several: of the two that
this would find in ECB+ neither is of one thing."""


def _nearness(book: Book, one: str, other: str) -> int:
    """Of how many of two sentences the other is the nearest in its article."""
    of, nearest = book.index.article_of, book.index.nearest
    met = (nearest.get((a, of[b].id)) for a, b in ((one, other), (other, one)))
    return sum(n is not None and n.match in (one, other) and n.score >= NEAREST for n in met)


def _is_near(book: Book, old: Reading, new: Reading) -> bool:
    """Whether two tolls may be of one event: no year of another is named, and the one is not many times the other."""
    low, high = (ends(r.figure.value)[1] for r in (old, new))
    return low > 0 and high <= RATIO * low and not any(_YEAR.search(book.index.words(r.sentence)) for r in (old, new))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

SMALL = 10
"""Tolls below this are of some of those counted as often as of all."""
