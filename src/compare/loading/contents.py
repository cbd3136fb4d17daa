"""What a format module finds in a file: mostly one document, in a container several."""

from __future__ import annotations

from dataclasses import dataclass

from compare.errors import SourceError, SourceTooHeavy
from compare.loading.document import Document
from compare.loading.offers import Choose
from compare.model import Article

MOST = 500
"""Articles of one source. An event has some dozens of reports; a file of thousands is an archive of many events."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the bytes of a source besides its name, and what the reader wants of them.

    Attributes:
        kind: the suffix of their format, if a server told it; empty if it did not, ``None`` if the name tells it.
        charset: the character set that a server named.
        url: the address that they are from, after all redirects.
        about: words that an entry of a feed must share to be taken; empty for all entries.
        choose: asks the reader which entries of a feed to take where ``about`` is empty; ``None`` if nobody is asked.
    """

    kind: str | None = None
    charset: str | None = None
    url: str | None = None
    about: str = ""
    choose: Choose | None = None


NOTHING = Context()


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a source. ``name`` says which, as in ``set.zip/ledger.txt`` or ``reports.json#2``."""

    name: str
    document: Document


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a source holds.

    Attributes:
        parts: documents in the order of the source.
        articles: articles that were articles before, in our own report.
        warnings: what the user should know about the source; what a document warns of is not repeated.
        titles: what manifests in it call the set.
        refused: what of it cannot be read, while the rest can.
        feed: whether it is a feed, or holds one.
    """

    parts: tuple[Part, ...] = ()
    articles: tuple[Article, ...] = ()
    warnings: tuple[str, ...] = ()
    refused: tuple[SourceError, ...] = ()
    titles: tuple[str, ...] = ()
    feed: bool = False


def check_count(articles: int, name: str) -> None:
    """Raise SourceTooHeavy if a source holds more than :data:`MOST` articles."""
    if articles > MOST:
        raise SourceTooHeavy(name, f"holds more than {MOST} articles")


def single(name: str, document: Document) -> Contents:
    """Return the contents of a source that is one document."""
    return Contents((Part(name, document),))


def joined(contents: list[Contents]) -> Contents:
    """Put the contents of several members of a container together."""
    return Contents(
        tuple(part for each in contents for part in each.parts),
        tuple(article for each in contents for article in each.articles),
        tuple(warning for each in contents for warning in each.warnings),
        tuple(error for each in contents for error in each.refused),
        tuple(title for each in contents for title in each.titles),
        any(each.feed for each in contents),
    )
