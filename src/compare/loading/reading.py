"""A source to its articles: its bytes are read, its format is told, and what the format finds is made articles."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TypeAlias

from compare.errors import (
    ExtraMissing,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceNotText,
    SourceTooLarge,
    SourceUnreadable,
    SourceUnsupported,
    reason_of,
)
from compare.loading.article import article_from
from compare.loading.bounded import read_bounded
from compare.loading.contents import NOTHING, Contents, Context, Part, single
from compare.loading.decode import is_text
from compare.loading.document import Document
from compare.loading.formats import HEAD, LIMIT, Format, format_of, suffix_of
from compare.loading.kept import Kept, kept_document
from compare.loading.metadata import UNKNOWN, Metadata, over
from compare.loading.sources import Source
from compare.model import Article

Opened: TypeAlias = Document | Sequence[Document] | Contents
Opener: TypeAlias = Callable[..., Opened]

REFUSED = 20
"""Lines about what cannot be read of one source; an archive made to harm has thousands of broken members."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a source.

    Attributes:
        articles: mostly one.
        warnings: what the user should know about how they were read.
        refused: what of the source cannot be read, while the rest can.
        titles: what manifests in it call the set.
        notes: what a manifest notes of its articles, by their sources.
        feed: whether it is a feed, or holds one.
    """

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()
    refused: tuple[SourceError, ...] = ()
    titles: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    feed: bool = False


def read(source: Source) -> Reading:
    """Read one source that is a file or was fetched already.

    Raises:
        SourceMissing: the file is gone.
        SourceUnreadable: it cannot be opened or read.
        SourceUnsupported: it is in a format that cannot be read.
        SourceNotText: it holds bytes that are no text.
        SourceEmpty: it holds no text.
        SourceTooLarge: it has more bytes than a file of its format may have.
        SourceError: another of its kind, where the format has more to go wrong.
    """
    data = _bytes(source) if source.data is None else source.data
    found = described(data, source.name, source.metadata, source.kept, source.context)
    articles = (*found.articles, *(article_from(part.document, part.name) for part in found.parts))
    said = (warning for part in found.parts for warning in part.document.warnings)
    silent = (
        f"{article.source}: holds no sentence that can be compared" for article in articles if not article.comparable
    )
    notes = tuple((part.name, note) for part in found.parts if (note := part.document.metadata.notes))
    warnings = (*found.warnings, *said, *silent)
    return Reading(articles, warnings, _bounded(found.refused, source.name), found.titles, notes, found.feed)


def _bounded(refused: Sequence[SourceError], name: str) -> tuple[SourceError, ...]:
    """Name the first, and count the others."""
    if len(refused) <= REFUSED + 1:
        return tuple(refused)
    more = f"{len(refused) - REFUSED:,} more of what it holds cannot be read"
    return (*refused[:REFUSED], SourceError(name, more, "read what is said of those before"))


def described(
    data: bytes, name: str, metadata: Metadata, kept: Kept | None = None, context: Context = NOTHING
) -> Contents:
    """Find what the bytes of a source hold, and lay over it what a manifest says of them.

    Args:
        data: all bytes of the source.
        name: the source as the user named it.
        metadata: what the manifest says. Of a source of several articles, only the outlet can be true of each.
        kept: the paragraphs that the manifest keeps of the text.
        context: what else is known of the bytes.
    """
    changed = ""
    if kept is not None:
        if document := kept_document(data, kept):
            return single(name, replace(document, metadata=metadata))
        changed = f"{name}: was changed since it was collected; its paragraphs are found anew"
    found = contents(data, name, context)
    several = len(found.parts) > 1 or found.articles
    told = Metadata(outlet=metadata.outlet) if several else metadata
    # where an entry of a feed stands by itself, only the feed can say
    served = UNKNOWN if several else Metadata(url=context.url)
    parts = (
        replace(p, document=replace(p.document, metadata=over(told, over(p.document.metadata, served))))
        for p in found.parts
    )
    unused = ""
    if several and metadata != UNKNOWN and (told != metadata or found.articles):
        unused = f"{name}: holds several articles; what the manifest says of one is not used"
    said = tuple(warning for warning in (changed, unused) if warning)
    return replace(found, parts=tuple(parts), warnings=(*found.warnings, *said))


def contents(data: bytes, name: str, context: Context = NOTHING) -> Contents:
    """Find what the bytes of a source hold; raises as :func:`read` does."""
    called = name if context.kind is None else f"answer{context.kind}"
    format = format_of(called, data[:HEAD])
    if format is None:
        raise SourceUnsupported(name, f"the format {suffix_of(called)}")
    if len(data) > format.limit:
        raise SourceTooLarge(name, len(data), format.limit)
    found = _as_contents(_opened(format, data, name, context), name)
    for part in found.parts:
        check(part.document.text, part.name)
    return found


def _opened(format: Format, data: bytes, name: str, context: Context) -> Opened:
    module, function = format.opener.split(":")
    try:
        opener: Opener = getattr(import_module(f"compare.loading.{module}"), function)
        return opener(data, name, **{field: getattr(context, field) for field in format.takes})
    except ModuleNotFoundError as error:
        if format.extra is None:
            raise
        raise ExtraMissing(name, error.name or format.what, format.extra) from None


def _as_contents(found: Opened, name: str) -> Contents:
    if isinstance(found, Contents):
        return found
    if isinstance(found, Document):
        return single(name, found)
    return Contents(tuple(Part(f"{name}#{n}", document) for n, document in enumerate(found, 1)))


def check(text: str, name: str) -> None:
    """Hold the text of an article, of whatever format, to what a text file is held to.

    Raises:
        SourceEmpty: it is empty.
        SourceNotText: it is no text.
        SourceTooLarge: it is longer than an article can be.
    """
    if not text.strip():
        raise SourceEmpty(name)
    if not is_text(text):
        raise SourceNotText(name)
    if len(text) > LIMIT:
        raise SourceTooLarge(name, len(text), LIMIT)


def _bytes(source: Source) -> bytes:
    name, path = source.name, source.path
    if path is None:
        raise SourceMissing(name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceUnreadable(name, "it is a folder", "name the files in it")
        with path.open("rb") as file:
            return read_bounded(file, name, status.st_size)
    except FileNotFoundError:
        raise SourceMissing(name) from None
    except OSError as error:
        raise SourceUnreadable(name, reason_of(error)) from None
