"""The figures of a text, by rules that are data, with normalised values.

:mod:`~compare.analysis.dates` knows days and times of day, with those in words of :mod:`~compare.analysis.hours`,
:mod:`~compare.analysis.numerals` numbers in digits and words, :mod:`~compare.analysis.amounts` what they measure, with
:mod:`~compare.analysis.units` and :mod:`~compare.analysis.hedges`. :mod:`~compare.analysis.bounds` tells what a figure
leaves open, and :mod:`~compare.analysis.counted` what a bare number counts. What says a day, a year or a share and is
no figure is known to :mod:`~compare.analysis.calendar_words` and :mod:`~compare.analysis.fractions`.
"""

from __future__ import annotations

from datetime import date

from compare.analysis.amounts import amounts
from compare.analysis.dates import dates
from compare.analysis.figure import Figure, Taken

__all__ = ["Figure", "figures"]


def figures(text: str, language: str, published: date | None = None) -> list[Figure]:
    """Find the figures of a text, in order and without overlap.

    Args:
        text: a sentence, or a whole text.
        language: ISO 639-1 code; it decides over separators and number words.
        published: the day the text was published, against which days are resolved.
    """
    taken = Taken(len(text))
    found = [*dates(text, language, published, taken), *amounts(text, language, taken)]
    return sorted(found, key=lambda f: f.start)
