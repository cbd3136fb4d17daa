"""Who says which pieces of a page are the report: trafilatura, and the article's text in the page's own data."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cached_property

import trafilatura
from lxml.html import HtmlElement

from compare.model.words import MEASURED

RUN = 4
"""Words of the runs by which a piece is found again in a witness's text."""

ENOUGH = 0.6
"""Share of a piece's runs that the witness has to have. What differs is footnote marks, emphasis and white space."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(word.casefold() for word in MEASURED.findall(text))


class Witness:
    """A text that someone says is the report. It tells whether it has a piece."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words of the text."""
        return words_of(self.text)

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_runs(self.words))

    @cached_property
    def _lines(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(words_of, self.text.splitlines()))

    def has(self, words: tuple[str, ...]) -> bool:
        """Tell whether a piece of these words is in the text; a very short one must be a line of its own."""
        if len(words) < RUN:
            return bool(words) and words in self._lines
        return self.share_of(words) >= ENOUGH

    def share_of(self, words: tuple[str, ...]) -> float:
        """Return which share of the runs of these words the text has, 0 if they make none."""
        runs = list(_runs(words))
        return sum(run in self._runs for run in runs) / len(runs) if runs else 0.0


def extracted(tree: HtmlElement) -> Witness:
    """Ask trafilatura for the report of a page; the tree stays as it is."""
    # it warns of pages that hold no article, over whatever is on the screen
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Witness(trafilatura.extract(tree, include_comments=False, with_metadata=False) or "")


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (words[n : n + RUN] for n in range(len(words) - RUN + 1))
