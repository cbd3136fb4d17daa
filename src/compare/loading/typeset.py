"""Lines as they are set on a printed page, and what is usual among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a page: its words, where its base line begins in points from the lower left, and its size in points."""

    words: str
    x: float
    y: float
    size: float
    bold: bool = False


def usual_size(lines: Iterable[Printed]) -> float:
    """Return the size that most letters are set in, in tenths of points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return commonest(sizes)


def commonest(values: Counter[float]) -> float:
    """Return the value that comes most often, the least of equals; 0 of none."""
    return max(sorted(values), key=lambda value: values[value], default=0.0)
