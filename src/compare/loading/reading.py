"""A source to its articles: its bytes are read, decoded, and built into a document each."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.errors import (
    SourceEmpty,
    SourceMissing,
    SourceTooLarge,
    SourceUnreadable,
    SourceUnsupported,
)
from compare.loading.article import article_from
from compare.loading.decode import decode
from compare.loading.document import UNKNOWN, Document, Metadata, over, text_document
from compare.loading.feed_entries import is_feed
from compare.loading.sources import LIMIT, MARKDOWN, READABLE, Source, read_bounded
from compare.model import Article

PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a source, mostly one, and what the user should know about how they were read."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


def read(source: Source, *, about: str = "") -> Reading:
    """Read one source.

    Args:
        source: a file, or what standard input or an address gave.
        about: words that an entry of a feed must share to be taken; empty for all entries.

    Raises:
        SourceMissing: the file is gone.
        SourceUnreadable: it cannot be opened or read.
        SourceUnsupported: it is in a format that cannot be read.
        SourceNotText: it holds bytes that are no text.
        SourceEmpty: it holds no text.
        SourceTooLarge: it has more than :data:`~compare.loading.sources.LIMIT` bytes.
        SourceDamaged: it seems to be a feed but cannot be read as one.
        ExtraMissing: what reads its format is not installed.
    """
    suffix = source.suffix
    # a page is read where it was fetched; a feed is told by its beginning
    if suffix and suffix not in READABLE and not (source.address and suffix in (PAGE, ".json")):
        raise SourceUnsupported(source.name, f"the format {suffix}")
    data = _bytes(source) if source.data is None else source.data
    if suffix not in (PAGE, *MARKDOWN) and is_feed(data):
        from compare.loading.feed import entries

        chosen = entries(data, source.name, about=about)
        return _reading(source, chosen.documents, chosen.warnings)
    if suffix == PAGE:
        from compare.loading.html import page_document

        page = page_document(data, source.name, charset=source.charset, url=source.url)
        return _reading(source, [(source.name, page)])
    decoded = decode(data, source.name)
    if not decoded.text.strip():
        raise SourceEmpty(source.name)
    document = text_document(decoded.text, "markdown" if suffix in MARKDOWN else "text")
    return _reading(source, [(source.name, document)], decoded.warnings)


def _reading(source: Source, documents: Sequence[tuple[str, Document]], warnings: Sequence[str] = ()) -> Reading:
    # where an entry of a feed stands by itself, only the feed can say
    served = Metadata(url=source.url) if len(documents) == 1 else UNKNOWN
    articles = tuple(
        article_from(replace(document, metadata=over(source.metadata, over(document.metadata, served))), name)
        for name, document in documents
    )
    said = [warning for _, document in documents for warning in document.warnings]
    silent = [article.source for article in articles if not any(sentence.comparable for sentence in article.sentences)]
    said += [f"{name}: holds no sentence that can be compared" for name in silent]
    return Reading(articles, (*warnings, *said))


def _bytes(source: Source) -> bytes:
    name, path = source.name, source.path
    if path is None:
        raise SourceMissing(name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceUnreadable(name, "it is a folder")
        if status.st_size > LIMIT:
            raise SourceTooLarge(name, status.st_size, LIMIT)
        # a pipe or a device has no size of its own, and a file may grow: what is read is bounded as well
        with path.open("rb") as file:
            return read_bounded(file, name)
    except FileNotFoundError:
        raise SourceMissing(name) from None
    except OSError as error:
        raise SourceUnreadable(name, (error.strerror or str(error)).lower()) from None
