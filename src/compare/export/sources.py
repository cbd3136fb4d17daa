"""What is known of the articles: named together at the beginning, listed in full at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.blocks import Entry, Items, Table, Terms
from compare.export.inlines import Datum, Lead, Reference, Strong, joined
from compare.export.telling import published
from compare.model import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from compare.export.inlines import Inlines, Leaf
    from compare.export.outline import Outline, Portrait

REPORTS: Mapping[str, Callable[[Portrait], Inlines]] = {
    "outlet": lambda portrait: (Lead(portrait.name), portrait.corrected("outlet")),
    "headline": lambda portrait: (portrait.title, *((" (", portrait.author, ")") if portrait.author.text else ())),
    "published": lambda portrait: published(portrait, "unknown"),
    "source": lambda portrait: (portrait.source,),
    "language": lambda portrait: (Datum(portrait.language),),
    "words": lambda portrait: (str(portrait.words),),
    "text": lambda portrait: (portrait.completeness,),
}
"""What can be told of an article in the table of all, by what stands above it."""


def reports(of: Outline, columns: Mapping[str, Callable[[Portrait], Inlines]], shown: int | None = None) -> Table:
    """Return the table of the articles, or of those that are to be ``shown``."""
    rows = tuple(tuple(told(portrait) for told in columns.values()) for portrait in of.portraits[:shown])
    return Table("The reports", tuple((head,) for head in columns), rows)


def references(of: Outline, shown: int | None = None) -> Items:
    """Return the numbered list of the articles, or of those that are to be ``shown``; it tells all that places are
    found by."""
    return Items(tuple(Entry(_reference(portrait)) for portrait in of.portraits[:shown]), numbered=True)


def numbered(of: Outline) -> dict[str, Reference]:
    """Return the numbers of the articles in :func:`references`, by their ids."""
    return {portrait.article: Reference(portrait.name, number) for number, portrait in enumerate(of.portraits, 1)}


def known(portrait: Portrait) -> Terms:
    """Return all that is known of an article."""
    every: dict[str, Leaf] = {
        "source": portrait.source,
        "address": portrait.url,
        "author": portrait.author,
        "published": portrait.published,
        "changed": portrait.changed,
        "retrieved": portrait.retrieved,
        "language": Datum(language_name(portrait.language) if portrait.language else ""),
        "read as": Datum(portrait.extractor),
        "SHA-256": portrait.sha256,
    }
    return Terms(portrait.name, tuple((name, datum) for name, datum in every.items() if datum.text))


def _reference(portrait: Portrait) -> Inlines:
    parts: tuple[Inlines, ...] = (
        (Strong((portrait.name,)),),
        (portrait.author,) if portrait.author.text else (),
        ("“", portrait.title, "”") if portrait.title.text else (),
        (portrait.published,) if portrait.published.text else ("undated",),
        (portrait.url,) if portrait.url.text else (),
        ("retrieved ", portrait.retrieved) if portrait.retrieved.text else (),
        (portrait.source,),
        ("SHA-256 of its text ", portrait.sha256),
    )
    return joined(", ", filter(None, parts))
