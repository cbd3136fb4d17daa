"""Figures that disagree though no link ties their sentences: each text gives one alone, or a later one has risen."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from compare.analysis.clash import are_nearest
from compare.analysis.dates import LIKE_YEAR
from compare.analysis.figure import ends
from compare.analysis.gaps import REST_SURE, Book, Gap, order, risen, without_link
from compare.analysis.readings import RATIO, Reading, agree, disagree, same_numeral
from compare.analysis.singles import MEASURED, TOLLS, Singles, Sort, size
from compare.model import ConflictKind, FactKind

SINGLE_RATIO = 1.4
"""So many times the lower of two figures that no link ties may be the higher: two reports of one thing are hardly ever
farther apart. In the 66 sets of ECB+ and the 49 of SPARK no two large counts differ by less that are of two things, and
of two sums two pairs do: the worth of stolen jewels, which is told in two ways, and what a film took by two days."""

A_YEAR_OLDER = 61
"""Days between two reports after which who was 35 in the one may well be 36 in the other."""

ROUNDED = 1.02
"""Counts nearer than this are one that was rounded, if either is hedged."""


def risen_since(book: Book) -> Iterator[Gap]:
    """Yield the updates that no link shows, for reports word them each in its own way: a text gives one toll of the
    killed or the injured, and a later one a higher."""
    for given in _by_sort(book, lambda singles: singles.tolls):
        first: dict[str, Reading] = {}
        for reading in given:
            first.setdefault(reading.figure.value, reading)
        for old, new in combinations(sorted(first.values(), key=lambda r: order(r.figure.value)), 2):
            if book.voice(old) != book.voice(new) and _is_near(book, old, new):
                yield from (replace(gap, sure=REST_SURE) for gap in risen(book, old, new))


def given_once(book: Book) -> Iterator[Gap]:
    """Yield the gaps that no link shows between figures of which each text gives one alone: large counts of one noun,
    tolls in reports of one day, sums and weights whose sentences are nearest to each other and have a word beside the
    figure in common, and ages of one who is named in full."""
    for given in _by_sort(book, lambda singles: singles.ages):
        for one, other in combinations(given, 2):
            if book.voice(one) != book.voice(other) and _of_one_year(book, one, other) and disagree(one, other):
                yield from without_link(book, one, other)
    for given in _by_sort(book, lambda singles: singles.by_size):
        ordered = sorted(given, key=_size_first)
        sizes = [*map(size, ordered)]
        for n, one in enumerate(ordered):
            for other in ordered[n + 1 : bisect_right(sizes, SINGLE_RATIO * sizes[n])]:
                if book.voice(one) != book.voice(other) and not agree(one, other) and _may_be_one(book, one, other):
                    yield Gap(one, other, ConflictKind.FIGURE, REST_SURE)


def _by_sort(book: Book, found: Callable[[Singles], Mapping[Sort, Sequence[Reading]]]) -> Iterable[Sequence[Reading]]:
    """The figures that the texts give alone, for each sort, in the order of the texts."""
    given: defaultdict[Sort, list[Reading]] = defaultdict(list)
    for article in book.index.articles.values():
        for sort, readings in found(book.singles(article)).items():
            given[sort] += readings
    return given.values()


def _size_first(reading: Reading) -> tuple[float, str, int]:
    return size(reading), reading.sentence, reading.figure.start


def _may_be_one(book: Book, one: Reading, other: Reading) -> bool:
    """Whether two figures that are near to each other, the lower first, are of one thing."""
    if not size(one):
        return False
    if one.key[2] in TOLLS:
        return _of_one_day(book, one, other) and _is_near(book, one, other) and book.things.are_disputed(one, other)
    if one.key[0] is FactKind.MONEY:
        near = bool(one.near & other.near) and are_nearest(book.index, one.sentence, other.sentence)
        return near and book.things.are_disputed(one, other)
    apart = size(other) / size(one) > ROUNDED or not (one.figure.hedge or other.figure.hedge)
    if one.key[1] in MEASURED:
        apart = apart and not same_numeral(one, other)
        apart = apart and are_nearest(book.index, one.sentence, other.sentence) and book.things.beside(one, other) > 0
    return apart and book.things.may_be_single(one, other)


def _of_one_year(book: Book, one: Reading, other: Reading) -> bool:
    """Whether two figures are of reports between which nobody grew a year older, as far as that is known."""
    days = [day for r in (one, other) if (day := book.published(r.sentence))]
    return len(days) < 2 or abs(days[0] - days[1]).days < A_YEAR_OLDER


def _of_one_day(book: Book, one: Reading, other: Reading) -> bool:
    """Whether two figures are of reports of one day, as far as that is known: a later one may know more."""
    return len({book.published(r.sentence) for r in (one, other)} - {None}) < 2


def _is_near(book: Book, old: Reading, new: Reading) -> bool:
    """Whether two tolls may be of one event: no year of another is named, and the one is not many times the other."""
    low, high = (ends(r.figure.value)[1] for r in (old, new))
    dated = any(LIKE_YEAR.search(book.index.words(r.sentence)) for r in (old, new))
    return low > 0 and high <= RATIO * low and not dated
