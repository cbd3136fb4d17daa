"""A source to its articles: its bytes are read, decoded, and built into a document each."""

from __future__ import annotations

import stat
from dataclasses import dataclass

from compare.errors import (
    SourceEmpty,
    SourceMissing,
    SourceTooLarge,
    SourceUnreadable,
    SourceUnsupported,
)
from compare.loading.article import article_from
from compare.loading.decode import decode
from compare.loading.document import text_document
from compare.loading.sources import LIMIT, MARKDOWN, READABLE, Source, read_bounded
from compare.model import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a source, mostly one, and what the user should know about how they were read."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


def read(source: Source) -> Reading:
    """Read one source.

    Raises:
        SourceMissing: the file is gone.
        SourceUnreadable: it cannot be opened or read.
        SourceUnsupported: it is in a format other than text.
        SourceNotText: it holds bytes that are no text.
        SourceEmpty: it holds no text.
        SourceTooLarge: it has more than :data:`~compare.loading.sources.LIMIT` bytes.
    """
    suffix = source.suffix
    if suffix and suffix not in READABLE:
        raise SourceUnsupported(source.name, f"the format {suffix}")
    decoded = decode(_bytes(source) if source.data is None else source.data, source.name)
    if not decoded.text.strip():
        raise SourceEmpty(source.name)
    extractor = "markdown" if suffix in MARKDOWN else "text"
    article = article_from(text_document(decoded.text, extractor, source.metadata), source.name)
    warnings = list(decoded.warnings)
    if not any(sentence.comparable for sentence in article.sentences):
        warnings.append(f"{source.name}: holds no sentence that can be compared")
    return Reading((article,), tuple(warnings))


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
