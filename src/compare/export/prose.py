"""Small phrases that reports in prose are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.model import noun_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def number(count: int) -> str:
    """Return a count as a sentence gives it: in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a count of things: ``one place``, ``14 places``."""
    return f"{number(count)} {noun_for(count, noun, plural)}"


def further(count: int, noun: str) -> str:
    """Return how many more things there are, as a sentence begins with it.

    >>> further(1, "finding"), further(20, "finding")
    ('One further finding', 'Another 20 findings')
    """
    in_words = count < len(_NUMBERS)
    return counted(count, f"further {noun}").capitalize() if in_words else f"Another {count} {noun}s"


_STOP = re.compile(r"""([.!?…][”’"']*)((?:\[\^\d+\])*)\.?$""")


def ended(sentence: str) -> str:
    """Return a sentence with one full stop at its end; that of a quotation is enough, with a footnote or without.

    >>> ended("They say “no”"), ended("They say “No.”."), ended("They say “No.”[^1]")
    ('They say “no”.', 'They say “No.”', 'They say “No.”[^1]')
    """
    return _STOP.sub(r"\1\2", sentence) if _STOP.search(sentence) else f"{sentence}."


def others(items: Sequence[object], shown: int | None) -> int:
    """Return how many items are left when the first are shown, or all."""
    return 0 if shown is None else max(0, len(items) - shown)
