"""An answer to a source that can be read like a file: what the server says of it, where it does not contradict itself.

Servers often name a wrong character set and call everything HTML or plain text, so that only a media type that says
something is believed, and the character set of a text only where it is no UTF-8.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from compare.loading.answers import Fetched
from compare.loading.decode import labelled
from compare.loading.formats import suffix_of
from compare.loading.sources import Source

_TEXTS = (".txt", ".md")

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
}


def served(source: Source, fetched: Fetched) -> Source:
    """Return a source with what its address answered, to be read as a file of its kind would be."""
    kind = _kind(fetched)
    data, charset = fetched.body, fetched.snapshot.charset
    if kind in _TEXTS:
        data = _as_utf8(data, charset)
    context = replace(source.context, kind=kind, charset=charset, url=fetched.snapshot.url)
    return replace(source, data=data, context=context)


def _kind(fetched: Fetched) -> str:
    media = fetched.snapshot.media
    if known := _SUFFIXES.get(media):
        return known
    named = suffix_of(PurePosixPath(unquote(urlsplit(fetched.snapshot.url).path)).name)
    if named in _SUFFIXES.values():
        return named
    return ".txt" if media.startswith("text/") else ""


def _as_utf8(data: bytes, charset: str | None) -> bytes:
    with suppress(UnicodeDecodeError):
        data.decode()
        return data
    told = labelled(data, charset or "")
    return data if told is None else told.encode()
