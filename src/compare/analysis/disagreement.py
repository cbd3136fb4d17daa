"""Figures that cannot both be right, in linked sentences: conflicts, or updates where a later report has risen.

A figure that the other text gives as well, wherever, is no conflict: a report of both values reports the dispute, and a
text of many percentages has each of them somewhere. On SPARK that rule alone removes most of the wrong ones. Whether
both are of one thing, :mod:`~compare.analysis.things` tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from compare.analysis.clash import Clash, label, quoted, snippet
from compare.analysis.counted import EVENTS
from compare.analysis.figure import ends
from compare.analysis.gaps import REST_SURE, Book, Gap, gap_of, is_least, left_over, order, risen
from compare.analysis.readings import (
    MANY,
    RATIO,
    Reading,
    agree,
    disagree,
    same_numeral,
    same_thing,
)
from compare.analysis.things import Things
from compare.model import ConflictKind, FactKind, Link
from compare.model.phrases import listed

NEAREST = 0.1
"""Probability from which on the nearest sentence will do instead of a link, where a figure speaks as well: for a
further text that gives one of the values, and for two sentences that share a large number. Low, for news of one event
has few words in common. ECB+ and SPARK cannot tell it from 0.15 for the one, nor from 0.05 for the other: nothing more
is found there, right or wrong."""


def disagreements(book: Book, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the conflicts between figures; a side for each value, the lowest first.

    Args:
        book: the readings of a comparison.
        pairs: linked sentences of different voices.
    """
    things = book.things
    gaps = [gap for pair in pairs for gap in book.gaps(pair) if _stands(things, gap)]
    gaps += [gap for gap in _carried_on(book, gaps) if _stands(things, gap)]
    gaps += [gap for gap in _risen(book) if _stands(things, gap)]
    found = {_values(gap) for gap in gaps}
    gaps += [gap for gap in _single(book) if _values(gap) not in found]
    left = (gap for a, b in _neighbours(book) for gap in left_over(book.of(a), book.of(b)))
    gaps += [gap for gap in left if _stands(things, gap)]
    settled = {_values(gap) for gap in gaps if gap.kind is ConflictKind.FIGURE}
    # a later report with the higher of two values that were both given before has not risen
    gaps = [Gap(g.one, g.other, ConflictKind.FIGURE, g.sure) if _values(g) in settled else g for g in gaps]
    for group in _groups(things, gaps):
        yield _clash(book, things, group)


def _stands(things: Things, gap: Gap) -> bool:
    """Whether a gap is of one thing. What has risen may stand beside what it was, but no text disputes itself."""
    if gap.kind is ConflictKind.UPDATE:
        return things.may_be_one(gap.one, gap.other)
    return things.are_disputed(gap.one, gap.other)


def _neighbours(book: Book) -> Iterator[tuple[str, str]]:
    """Yield the sentences with two bare numbers each, in different voices, that are each other's nearest and no link.

    Words may be few where each has its own: what a link would show, a large number that both give shows as well.
    """
    index = book.index
    voice = index.voice_of
    paired = frozenset(book.paired())
    linked = {(link.a, link.b) for s in paired for link in index.links_of.get(s, ())}
    near = {(s, a): n for s in paired for a in voice if (n := index.nearest.get((s, a))) and n.match in paired}
    for (a, article), there in sorted(near.items()):
        one, b = index.article_of[a].id, there.match
        back = near.get((b, one))
        mutual = a < b and back is not None and back.match == a and there.score >= NEAREST
        if mutual and voice[one] != voice[article] and (a, b) not in linked:
            yield a, b


def _carried_on(book: Book, gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Yield the updates that no link shows: a toll has risen from one value, and the other that was given beside that.

    Two texts of one day say seven and nine: the twelve of the next is later than both.
    """
    rises: defaultdict[Reading, dict[Reading, None]] = defaultdict(dict)
    for gap in gaps:
        if gap.kind is ConflictKind.UPDATE:
            rises[gap.one][gap.other] = None
    beside: defaultdict[Reading, dict[Reading, None]] = defaultdict(dict)
    for gap in (gap for gap in gaps if gap.kind is ConflictKind.FIGURE):
        for one, other in ((gap.one, gap.other), (gap.other, gap.one)):
            if one in rises:
                beside[other] |= rises[one]
    for old, new in ((old, new) for old, later in beside.items() for new in later):
        if book.voice(old) != book.voice(new) and disagree(old, new):
            yield from gap_of(book, old, new, 0.0)  # of no link: an update is all that it can be


def _risen(book: Book) -> Iterator[Gap]:
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


def _single(book: Book) -> Iterator[Gap]:
    """Yield the gaps that no link shows between figures of which each text gives one alone: large counts of one noun,
    tolls in reports of one day, and sums and weights of which one's sentence is the nearest to the other's and that
    have a word beside them in common."""
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
    apart = high / low > ROUNDED or not (one.figure.hedge or other.figure.hedge)
    if one.key[0] is FactKind.NUMBER and not one.key[1]:
        return apart and book.things.may_be_single(one, other)
    if one.near.isdisjoint(other.near) or not _are_near(book, one.sentence, other.sentence):
        return False
    if one.key[1] in _MEASURED:
        told_once = apart and not same_numeral(one, other) and book.things.beside(one, other) > 0
        return told_once and book.things.may_be_single(one, other)
    return book.things.are_disputed(one, other)


_MEASURED = frozenset({"kg"})
"""Units in which few things of a story are measured. Of lengths and distances every report has several: of the two that
this would find in ECB+ neither is of one thing."""


def _are_near(book: Book, one: str, other: str) -> bool:
    """Whether of two sentences either is the nearest in its article to the other."""
    of, nearest = book.index.article_of, book.index.nearest
    met = (nearest.get((a, of[b].id)) for a, b in ((one, other), (other, one)))
    return any(n is not None and n.match in (one, other) and n.score >= NEAREST for n in met)


def _is_near(book: Book, old: Reading, new: Reading) -> bool:
    """Whether two tolls may be of one event: no year of another is named, and the one is not many times the other."""
    low, high = (ends(r.figure.value)[1] for r in (old, new))
    return low > 0 and high <= RATIO * low and not any(_YEAR.search(book.index.words(r.sentence)) for r in (old, new))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

SMALL = 10
"""Tolls below this are of some of those counted as often as of all."""


def _values(gap: Gap) -> tuple[object, ...]:
    return gap.one.key, *sorted((gap.one.figure.value, gap.other.figure.value))


def _groups(things: Things, gaps: Sequence[Gap]) -> list[list[Gap]]:
    """Put together the gaps of one kind about one thing: those that share a reading, and of people all there are,
    unless the story counts them of several things."""
    ordered = sorted(gaps, key=lambda g: (g.kind, g.one.sentence, g.other.sentence, g.one.figure.start))
    leader = list(range(len(ordered)))

    def lead(n: int) -> int:
        while leader[n] != n:
            leader[n] = n = leader[leader[n]]
        return n

    first: dict[object, int] = {}
    for n, gap in enumerate(ordered):
        for thing in _about(things, gap):
            leader[lead(n)] = lead(first.setdefault(thing, n))
    groups: defaultdict[int, list[Gap]] = defaultdict(list)
    for n, gap in enumerate(ordered):
        groups[lead(n)].append(gap)
    return list(groups.values())


def _about(things: Things, gap: Gap) -> Iterator[object]:
    """What a gap is about: the readings on its sides, and of people those that are counted."""
    for reading in (gap.one, gap.other):
        yield gap.kind, reading.sentence, reading.figure.start
    if gap.one.key[2] in EVENTS and not things.are_several(gap.one):
        yield gap.kind, gap.one.key, gap.one.whom


def _clash(book: Book, things: Things, group: Sequence[Gap]) -> Clash:
    by_value: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in {id(r): r for gap in group for r in (gap.one, gap.other)}.values():
        by_value[reading.figure.value].append(reading)
    _add_witnesses(book, things, by_value)
    values = sorted(by_value, key=lambda value: (order(value), value))
    said = _joined([by_value[value] for value in values])
    sides = tuple(tuple(sorted({r.sentence for r in side})) for side in said)
    kind = group[0].kind
    plainest = [min(side, key=lambda r: (_is_foreign(book, r), r.sentence, r.figure.start)) for side in said]
    opening = "A later report gives a higher figure." if kind is ConflictKind.UPDATE else "The figures differ."
    why = f"{opening} {_given(book, said, plainest)}."
    quotes = tuple(r.sentence for r in plainest)
    facts = tuple(sorted({book.fact(r).id for side in said for r in side}))
    return Clash(kind, sides, why, min(gap.sure for gap in group), " ".join(values), quotes, opening, facts)


def _joined(values: Sequence[list[Reading]]) -> list[list[Reading]]:
    """Put values of one thing that may both be right, the lower first, on one side: 200 feet and 60 metres."""
    sides: list[list[Reading]] = []
    for value in values:
        if sides and all(_may_be_one(a, b) for a, b in product(sides[-1], value)):
            sides[-1].extend(value)
        else:
            sides.append(list(value))
    # of numbers left over nothing says what they count
    return sides if len(sides) > 1 else list(values)


def _may_be_one(a: Reading, b: Reading) -> bool:
    """Whether the lower of two values may be the higher one. "At least three" may be, and does not say five."""
    return same_thing(a, b) and not disagree(a, b) and (a.figure.value == b.figure.value or not is_least(a))


def _add_witnesses(book: Book, things: Things, by_value: defaultdict[str, list[Reading]]) -> None:
    """Let sentences of further texts, that give one of the values of the same thing, join its side."""
    known = {r.sentence for side in by_value.values() for r in side}
    parties = {book.index.article_of[s].id for s in known}
    keys = {r.key for side in by_value.values() for r in side if r.key[2] or r.figure.unit}
    kinds = {r.key[:2] for side in by_value.values() for r in side}
    said_by: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in (r for value in by_value for r in things.giving(value) if r.key[:2] in kinds):
        said_by[book.index.article_of[reading.sentence].id].append(reading)
    for article, said in said_by.items():
        if article in parties:
            continue
        near = [r for r in said if r.key in keys and _nearest(book, r.sentence, known) >= NEAREST]
        if len({r.figure.value for r in said}) == 1 and near:
            by_value[near[0].figure.value] += near


def _nearest(book: Book, sentence: str, known: set[str]) -> float:
    parties = {book.index.article_of[s].id for s in known}
    found = (book.index.nearest.get((sentence, article)) for article in parties)
    return max((n.score for n in found if n and n.match in known), default=0.0)


def _given(book: Book, sides: Sequence[Sequence[Reading]], plainest: Sequence[Reading]) -> str:
    """Say who gives which figure, in the words of the plainest reading of each side."""
    parts = []
    for side, plain in zip(sides, plainest, strict=True):
        labels = sorted({label(book.comparison, r.sentence) for r in side})
        said = quoted(snippet(book.index.words(plain.sentence), plain.figure))
        parts.append(f"{listed(labels)}: {said}")
    return "; ".join(parts)


def _is_foreign(book: Book, reading: Reading) -> bool:
    return book.index.article_of[reading.sentence].language != book.language
