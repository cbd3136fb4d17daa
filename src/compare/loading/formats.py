"""The formats that can be read: one table, from which everything that is said or decided about formats follows.

A row names the module and function that reads the format, as ``module:function`` within :mod:`compare.loading`; it is
imported when a source of the format is read, no sooner. The function takes the bytes and the name of a source and
returns a :class:`~compare.loading.document.Document`, several, or :class:`~compare.loading.contents.Contents`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from compare.model import plural

LIMIT = 5_000_000
"""Bytes of one text. A book has less than half of it, and no article comes near."""

PAGE = 10_000_000
"""Bytes of a page, pictures and scripts in it included."""

LARGE = 50_000_000
"""Bytes of a file that holds more than text: pictures, fonts, links between all sentences, other files."""

MANIFEST = "coverage.toml"
"""What lists the articles of a folder or archive. It is no format: it opens others."""

HEAD = 2_000
"""Bytes from the start of a file that are enough to tell its format."""

_SUFFIX = re.compile(r"\.(?=[0-9]*[a-z])[a-z0-9]{1,10}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read.

    Attributes:
        what: what to call a file of it in a message.
        suffixes: in small letters, with the full stop.
        opener: what reads it, ``module:function``.
        limit: bytes that a file of it may have.
        extra: the extra of the program that it needs, if it needs one.
        starts: what its first bytes are, where no text begins so: it counts whatever the suffix says.
        seems: what its first bytes are, where a text could begin so: it counts where no suffix says anything.
        takes: fields of a :class:`~compare.loading.contents.Context` that the function is given by name.
    """

    what: str
    suffixes: tuple[str, ...]
    opener: str
    limit: int = LIMIT
    extra: str | None = None
    starts: re.Pattern[bytes] | None = None
    seems: re.Pattern[bytes] | None = None
    takes: tuple[str, ...] = ()


_MAIL_HEADER = rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)"
_MARK = rb"(?:\xef\xbb\xbf)?\s*"

_PACKED = re.compile(rb"PK\x03\x04|PK\x05\x06")

_FEED = re.compile(
    _MARK + rb"(?:(?:<\?[^>]{0,300}>\s*){0,4}(?:<!--[^>]{0,500}-->\s*){0,4}<(?:rss|feed|rdf:RDF)[\s>]"
    rb"|\{.{0,1000}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org)",
    re.DOTALL,
)

TEXT = Format("a text", (".txt", ".text"), "texts:text")

FORMATS = (
    TEXT,
    Format("a Markdown text", (".md", ".markdown"), "texts:markdown"),
    Format("a zip archive", (".zip",), "zipped:members", limit=LARGE, starts=_PACKED, takes=("about", "choose")),
    Format(
        "a web page",
        (".html", ".htm", ".xhtml"),
        "html:page_document",
        limit=PAGE,
        extra="web",
        starts=re.compile(
            _MARK + rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE
        ),
        takes=("charset", "url"),
    ),
    Format(
        "a feed",
        (".rss", ".atom", ".xml"),
        "feed:entries",
        limit=PAGE,
        extra="web",
        starts=_FEED,
        seems=_FEED,  # before JSON, which a feed may be written in
        takes=("about", "choose"),
    ),
    Format(
        "a saved page",
        (".mhtml", ".mht"),
        "mhtml:page",
        limit=LARGE,
        extra="web",
        seems=re.compile(
            _MAIL_HEADER + rb"{0,40}?(?:Snapshot-Content-Location\s*:|From\s*:\s*<?Saved by)", re.IGNORECASE
        ),
    ),
    Format("a PDF file", (".pdf",), "pdf:document", limit=LARGE, extra="docs", starts=re.compile(rb"%PDF-")),
    Format(
        "a Word file",
        (".docx",),
        "docx:document",
        limit=LARGE,
        extra="docs",
        starts=_PACKED,
        seems=re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|docProps/|word/)", re.DOTALL),
    ),
    Format(
        "an OpenDocument text",
        (".odt",),
        "odt:document",
        limit=LARGE,
        starts=_PACKED,
        seems=re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL),
    ),
    Format(
        "an EPUB book",
        (".epub",),
        "epub:documents",
        limit=LARGE,
        starts=_PACKED,
        seems=re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub", re.DOTALL),
    ),
    Format(
        "a JSON file",
        (".json", ".jsonl", ".ndjson"),
        "json_articles:articles",
        limit=30_000_000,  # a report of fifty long articles has half of it, and JSON takes twenty times as much memory
        seems=re.compile(_MARK + rb"(?:\{\s*\"|\[\s*\{)"),
    ),
    Format(
        "an e-mail",
        (".eml",),
        "mail:letter",
        limit=LARGE,
        seems=re.compile(
            _MAIL_HEADER + rb"{0,40}?(?:MIME-Version|Received|Return-Path|Message-ID|DKIM-Signature)\s*:", re.IGNORECASE
        ),
    ),
)

_NAMED = {suffix: format for format in FORMATS for suffix in format.suffixes}

READABLE = frozenset(_NAMED)
"""The suffixes of all formats that can be read."""


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in small letters, empty if it names no format, as in ``report.2024``."""
    suffix = Path(name).suffix
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ""


def format_of(name: str, head: bytes) -> Format | None:
    """Return the format of a source, ``None`` if its suffix is one that cannot be read.

    Args:
        name: of the source; ``-`` and other names without suffix say nothing.
        head: its first :data:`HEAD` bytes.
    """
    suffix = suffix_of(name)
    named = _NAMED.get(suffix)
    if suffix and named is None:
        return None
    if named and named.starts and named.starts.match(head):
        return named
    if not suffix and (seeming := next((f for f in FORMATS if f.seems and f.seems.match(head)), None)):
        return seeming
    return next((f for f in FORMATS if f.starts and f.starts.match(head)), None) or named or TEXT


def limit_of(name: str) -> int:
    """Return how many bytes a source may have by its name alone, before any of it is read."""
    return _NAMED.get(suffix_of(name), TEXT).limit


def passed_over(place: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the warning that some of the files in a place are of formats that cannot be read; none where all can.

    Args:
        place: what holds the files.
        names: theirs.
    """
    suffixes = Counter(suffix_of(name) or "without suffix" for name in names if suffix_of(name) not in READABLE)
    if not suffixes:
        return ()
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(suffixes.items()))
    return (f"{place}: passed over {plural(suffixes.total(), 'file')} of other formats ({kinds})",)


def all_suffixes() -> str:
    """Return the suffixes that can be read, as in a message: ``.txt, .md or .zip``."""
    *first, last = (format.suffixes[0] for format in FORMATS)
    return f"{', '.join(first)} or {last}"
