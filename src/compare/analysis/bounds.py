"""What a figure leaves open: the interval in which the true value lies if the report is right."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from compare.analysis.figure import ends
from compare.analysis.hedges import SENSES, Sense
from compare.analysis.numerals import numerals

Bounds: TypeAlias = tuple[Decimal | None, Decimal | None]
"""Lowest and highest true value; ``None`` where the report sets no bound."""

NEAR = Decimal("0.1")
"""How far from the truth "about" may be, as a share of the figure. Reports of one count that both hedge it ("about 80",
"some 85") differ by less than a tenth nearly always, and the step from "about 80" to 100 or 60 is what a reader would
call another figure."""

ROUND = Decimal("0.05")
"""The same for a bare round hundred below a thousand, which may be a rounded count: "200 people" for 193."""


def bounds(value: str, hedge: str | None, *, unit: str = "", text: str = "", language: str = "en") -> Bounds:
    """Return the interval that a money, number or percentage figure allows.

    It is the value as written, give or take half of the last place that is written ("$184M" is anything from 183.5 to
    184.5 million), wider with a hedge and open on one side with "more than" or "up to". A bare count below 1,000 is
    exact, but for round hundreds.

    Args:
        value: the normalised value of a fact: a number, or both ends of a range.
        hedge: the hedge of the mention.
        unit: the unit of the fact.
        text: the words of the mention, which tell how finely it is written.
        language: that of its article.
    """
    low, high = ends(value)
    slack = _slack(high, unit, text, language)
    sense = SENSES.get(hedge or "", Sense.REPORTED)
    below, above = min(low - slack, low - abs(low) * NEAR), max(high + slack, high + abs(high) * NEAR)
    return {
        Sense.NEAR: (below, above),
        Sense.NEARLY: (below, high + slack),
        Sense.JUST_OVER: (low - slack, above),
        Sense.ABOVE: (low - slack, None),
        Sense.BELOW: (None, high + slack),
        Sense.REPORTED: (low - slack, high + slack),
    }[sense]


def compatible(one: Bounds, other: Bounds) -> bool:
    """Whether two figures can both be right: the middle of the finer one lies in what the other leaves open.

    So "€4 million" may be 4.4 million rounded, but not 4.5 million. A limit may be reached: "about 40" and "up to 40".
    """
    low = max((end for end in (one[0], other[0]) if end is not None), default=None)
    high = min((end for end in (one[1], other[1]) if end is not None), default=None)
    if low is None or high is None:
        return True
    widths = [end - start for start, end in (one, other) if start is not None and end is not None]
    finer = min(widths, default=Decimal(0))
    reached = not finer or len(widths) < 2
    return high - low > finer / 2 or (reached and high - low == finer / 2)


def _slack(value: Decimal, unit: str, text: str, language: str) -> Decimal:
    """Half of the last place as written, in the unit the value is normalised to."""
    written = numerals(text, language)
    if not written:
        return Decimal(0)
    last = written[-1]
    if last.step == 1 and not unit:
        # as an int: decimal arithmetic has no remainder of forty digits
        hundreds = last.value >= 100 and int(last.value) % 100 == 0
        return last.value * ROUND if hundreds else Decimal(0)
    scale = value / last.value if last.value and unit else Decimal(1)
    return abs(last.step * scale) / 2
