"""What is other in one comparison than in another, and how a lookup follows it: after a correction little is."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import is_not, not_
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from compare.model.comparison import Claim, Comparison, Fact, Link, Nearest

T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """What of some things is gone and what is new in ``count`` others. Things that are the very same object have
    stayed."""

    gone: tuple[T, ...]
    new: tuple[T, ...]
    count: int

    @classmethod
    def of(cls, before: Sequence[T], now: Sequence[T]) -> Changed[T]:
        """Compare two sequences, in whatever order."""
        if before is now:
            return cls((), (), len(now))
        if len(before) == len(now):  # most have been put in the place of others
            was, there = (tuple(compress(things, map(is_not, before, now))) for things in (before, now))
        else:
            shorter = min(len(before), len(now))
            begin = min(_alike(before, now), shorter)
            end = min(_alike(reversed(before), reversed(now)), shorter - begin)
            was, there = tuple(before[begin : len(before) - end]), tuple(now[begin : len(now) - end])
        return cls.among(was, there, len(now))

    @classmethod
    def among(cls, before: Sequence[T], now: Sequence[T], count: int) -> Changed[T]:
        """Compare those of ``count`` things that may be others."""
        return cls(_without(before, now), _without(now, before), count)

    def since(self, before: Changed[T]) -> Changed[T]:
        """Return what is other than in the things of before, where of both is known in what they differ from the same
        things."""
        gone = *_without(before.new, self.new), *_without(self.gone, before.gone)
        new = *_without(self.new, before.new), *_without(before.gone, self.gone)
        return Changed(gone, new, self.count)

    def are_few(self, among: int) -> bool:
        """Return whether some have changed, and at most one in so many things is another."""
        return 0 < among * (len(self.gone) + len(self.new)) <= self.count

    def put(
        self,
        made: Mapping[str, tuple[V, ...]],
        entries: Callable[[T], Iterable[tuple[str, V]]],
        order: Callable[[V], Any],
    ) -> dict[str, tuple[V, ...]]:
        """Return a lookup that was made of the things of before, as it is of those of now; ``order`` tells the values
        of a key apart."""
        found = dict(made)
        for key, values in grouped(entry for thing in self.gone for entry in entries(thing)).items():
            gone = set(map(order, values))
            left = tuple(value for value in found.pop(key) if order(value) not in gone)
            if left:
                found[key] = left
        for key, values in grouped(entry for thing in self.new for entry in entries(thing)).items():
            found[key] = tuple(sorted((*found.get(key, ()), *values), key=order))
        return found


def _without(things: Sequence[T], others: Iterable[object]) -> tuple[T, ...]:
    """Return those things that are none of some others."""
    known = set(map(id, others))
    return tuple(compress(things, map(not_, map(known.__contains__, map(id, things)))))


def _alike(one: Iterable[object], other: Iterable[object]) -> int:
    """Return how many things two sequences begin with that are the very same."""
    return next(compress(count(), map(is_not, one, other)), sys.maxsize)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is other in one comparison than in another."""

    claims: Changed[Claim]
    links: Changed[Link]
    facts: Changed[Fact]
    nearest: Changed[Nearest]

    @classmethod
    def of(
        cls,
        before: Comparison,
        now: Comparison,
        links: Changed[Link] | None = None,
        nearest: Changed[Nearest] | None = None,
    ) -> Difference:
        """Compare two comparisons, of which may be known in which links and nearest they differ."""
        return cls(
            Changed.of(before.claims, now.claims),
            links or Changed.of(before.links, now.links),
            Changed.of(before.facts, now.facts),
            nearest or Changed.of(before.nearest, now.nearest),
        )


def grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Return the values of each key, in the order in which they come."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
