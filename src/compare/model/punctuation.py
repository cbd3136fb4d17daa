"""Marks that texts write in several shapes, for classes of patterns and for what is stripped.

Here belongs which shapes there are. Where only some of them mean a thing (a dash between two figures, a mark that
closes and opens nothing), whoever reads that lists them.
"""

from __future__ import annotations

QUOTES = '"“”„«»'
"""Double quotation marks, whether they open or close: which of them do is another matter in every language."""

APOSTROPHES = "'’‘ʼ"
"""Apostrophes and single quotation marks, which are written alike."""

DASHES = "-‐‑–—"
"""Hyphens and dashes; the hyphen first, so that a class of a pattern may begin with them."""


def straight(text: str) -> str:
    """Return a text with typewriter's apostrophes, as words are listed; nothing moves in it.

    >>> straight("They didn’t.")
    "They didn't."
    """
    return text.replace("’", "'")
