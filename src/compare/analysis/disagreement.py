"""Figures that cannot both be right, in linked sentences: conflicts, or updates where a later report has risen.

A figure that the other text gives as well, wherever, is no conflict: a report of both values reports the dispute, and a
text of many percentages has each of them somewhere. On SPARK that rule alone removes most of the wrong ones. Whether
both are of one thing, :mod:`~compare.analysis.things` tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from compare.analysis.clash import NEAREST, Clash, label, quoted, snippet
from compare.analysis.counted import EVENTS
from compare.analysis.gaps import Book, Gap, is_least, left_over, order, without_link
from compare.analysis.readings import Reading, disagree, same_thing
from compare.analysis.things import Things
from compare.analysis.untied import given_once, risen_since
from compare.model import ConflictKind, Link
from compare.model.phrases import listed


def disagreements(book: Book, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the conflicts between figures; a side for each value, the lowest first.

    Args:
        book: the readings of a comparison.
        pairs: linked sentences of different voices.
    """
    things = book.things
    gaps = [gap for pair in pairs for gap in book.gaps(pair) if _stands(things, gap)]
    gaps += [gap for gap in _carried_on(book, gaps) if _stands(things, gap)]
    gaps += [gap for gap in risen_since(book) if _stands(things, gap)]
    found = {_values(gap) for gap in gaps}
    gaps += [gap for gap in given_once(book) if _values(gap) not in found]
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
    voice, paired = index.voice_of, frozenset(book.paired())
    near = {(s, a): n for s in paired for a in voice if (n := index.nearest.get((s, a))) and n.match in paired}
    for (a, article), there in sorted(near.items()):
        one, b = index.article_of[a].id, there.match
        back = near.get((b, one))
        mutual = a < b and back is not None and back.match == a and there.score >= NEAREST
        if mutual and voice[one] != voice[article] and all(link.other(a) != b for link in index.links_of.get(a, ())):
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
            yield from without_link(book, old, new)  # of no link: an update is all that it can be


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
