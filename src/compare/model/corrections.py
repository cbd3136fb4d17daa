"""What a reader corrects of an analysis: constraints that it obeys, in the ids of one coverage set.

A correction is made in a text's own words and kept that way; what is here is its meaning for the set that is open, once
its words have been found in it. Each is a value: the order in which they were made says nothing, and the same one twice
is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

READER = "reader"
"""Who says so, wherever it was a reader: of an article's data, of what is furniture, of a link."""


@dataclass(frozen=True, slots=True)
class Together:
    """These sentences state one claim: two that were linked by hand, or all of two claims that were merged.

    ``sentences`` are ids in content order, at least two of them.
    """

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """No sentence of ``one`` states the same claim as one of ``other``: a link that was cut, or a claim that was split.

    Both are ids in content order, neither is empty, none stands in both, and ``one < other``.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """This sentence is no reporting and is not compared."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Included:
    """This sentence is reporting and is compared, whatever its paragraph was taken for."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Named:
    """This article was published by ``outlet``. The ids of the article and its sentences stay as they are."""

    article: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Dated:
    """This article was published on ``published``, an ISO 8601 date or date-time."""

    article: str
    published: str


@dataclass(frozen=True, slots=True)
class Whole:
    """This article is ``complete``, or else known to be cut."""

    article: str
    complete: bool


Correction: TypeAlias = Together | Apart | Excluded | Included | Named | Dated | Whole
"""Whatever a reader may correct."""
