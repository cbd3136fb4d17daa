"""Figures of which a text gives one alone: what another text says of the same thing can only be held against that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from compare.analysis.figure import ends
from compare.analysis.readings import MANY, RATIO, Reading
from compare.model import FactKind

Sort: TypeAlias = tuple[object, ...]
"""What two readings have in common that are of one sort."""

TOLLS = frozenset({"killed", "injured", "hospitalised"})

LARGE = 1000
"""Counts from here on are of the story as a whole, whatever words stand around them: "87,000 packs", "78,000 packs"."""

SMALL = 10
"""Tolls below this are of some of those counted as often as of all."""

MEASURED = frozenset({"kg"})
"""Units in which few things of a story are measured. Of lengths and distances every report has several: of the two that
this would find in ECB+ neither is of one thing."""


@dataclass(frozen=True, slots=True)
class Singles:
    """The figures that a text gives alone.

    ``tolls`` are those of the killed and injured of which it gives one value, whatever it was before. ``by_size`` are
    sums, weights, large counts and tolls beside which it gives no other of their size. ``ages`` are those of who is
    named in full.
    """

    tolls: Mapping[Sort, Sequence[Reading]]
    by_size: Mapping[Sort, Sequence[Reading]]
    ages: Mapping[Sort, Sequence[Reading]]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Singles:
        """Find them among all readings of a text, in their order."""
        tolls: defaultdict[Sort, list[Reading]] = defaultdict(list)
        sized: defaultdict[Sort, list[Reading]] = defaultdict(list)
        ages: defaultdict[Sort, list[Reading]] = defaultdict(list)
        for reading in readings:
            if reading.key[2] in TOLLS and not (reading.thought or reading.earlier):
                tolls[reading.key, reading.whom].append(reading)
            if reading.figure.unit == "age" and len(reading.whom) > 1:
                ages[reading.key, reading.whom].append(reading)
            if _tells_by_size(reading):
                sized[reading.key, reading.whom, reading.thought].append(reading)
        return cls(
            _of_one_value(tolls),
            {sort: tuple(_alone_of_size(given)) for sort, given in sized.items()},
            _of_one_value(ages),
        )


def size(reading: Reading) -> float:
    """Return how large a figure is; of a range its upper end."""
    return float(abs(ends(reading.figure.value)[1]))


def _of_one_value(readings: Mapping[Sort, Sequence[Reading]]) -> Mapping[Sort, Sequence[Reading]]:
    """The first reading of each sort of which there is one value."""
    return {sort: given[:1] for sort, given in readings.items() if len({r.figure.value for r in given}) == 1}


def _tells_by_size(reading: Reading) -> bool:
    kind, unit, thing = reading.key
    counts = kind is FactKind.NUMBER and not unit and thing and thing not in MANY
    large = counts and ends(reading.figure.value)[0] >= (SMALL if thing in TOLLS else LARGE)
    return bool(large or kind is FactKind.MONEY or unit in MEASURED) and not reading.earlier


def _alone_of_size(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the figures beside which there is no other of their size: of equal ones the first."""
    sizes = {reading.figure.value: size(reading) for reading in readings}
    first = {reading.figure.value: reading for reading in reversed(readings)}
    for value, reading in first.items():
        if all(v == value or not sizes[v] or not 1 / RATIO <= sizes[value] / sizes[v] <= RATIO for v in sizes):
            yield reading
