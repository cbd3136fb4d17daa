"""The figures of a text as rows of a table."""

from __future__ import annotations

from datetime import date

from compare.analysis.figures import figures

Row = tuple[str, str, str, str]
"""Kind, value, unit, and the words that the span holds."""


def rows(text: str, language: str = "en", published: date | None = None) -> list[Row]:
    """Return the figures of a text, in order."""
    return [(f.kind.value, f.value, f.unit, text[f.start : f.end]) for f in figures(text, language, published)]
