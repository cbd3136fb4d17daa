"""What a rule finds in a text: one checkable detail with its normalised value and its exact place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from compare.model import Fact, FactKind, Mention

RANGE = ".."
"""Stands between the ends of a range in a value: ``40..50``."""

_PLACES = Decimal("0.0001")
"""Normalised values are cut here: a tenth of a millimetre, or of a gram, is finer than any report."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A checkable detail in a text: its normalised ``value`` and ``unit``, its span in code points, and its hedge.

    A range has both its ends in the value, the lower one first: ``40..50``. The ``hedge`` is the word that weakens the
    figure, lower-case and with single spaces.
    """

    kind: FactKind
    value: str
    unit: str
    start: int
    end: int
    hedge: str | None = None


def figure_of(fact: Fact, mention: Mention, start: int) -> Figure:
    """Return a mention of a fact as a figure of the sentence that begins there."""
    return Figure(fact.kind, fact.value, fact.unit, mention.start - start, mention.end - start, mention.hedge)


class Taken:
    """Which places of a text of this length something stands on already."""

    def __init__(self, length: int) -> None:
        self._places = bytearray(length)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing stands on a stretch of the text."""
        return not any(self._places[start:end])

    def take(self, start: int, end: int) -> None:
        """Mark a stretch as taken."""
        self._places[start:end] = b"\1" * (end - start)


def plain(value: Decimal) -> str:
    """Write a number without exponent and without idle zeros."""
    if value.as_tuple().exponent and value < 10**20:
        value = value.quantize(_PLACES) if abs(value) > 10 * _PLACES else value
    shown = f"{value:f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return "0" if shown in ("-0", "") else shown


def ends(value: str) -> tuple[Decimal, Decimal]:
    """Return the lower and the upper end of a number's value, which are the same unless it is a range."""
    low, _, high = value.partition(RANGE)
    return Decimal(low), Decimal(high or low)
