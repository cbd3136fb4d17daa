"""What a feed says, read from its format: RSS and Atom with feedparser, JSON Feed with the standard library.

Hostile feeds cost no more than large ones: entities are never expanded, and no more than :data:`READ` entries are read.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from compare.errors import SourceBroken
from compare.loading.addresses import stated_address
from compare.loading.language import primary
from compare.loading.timestamps import utc
from compare.model import one_line

READ = 1_000
"""Entries that are looked at; feedparser needs half a millisecond for each. Feeds of news offer 20 to 200."""

MENDED = 1_000_000
"""Bytes of a feed that is no well-formed XML. feedparser reads it all the same, with a parser of its own that needs
seconds for each million of hostile ones; real feeds have half of it at most."""

LONGEST = 2_000
"""Code points of a title or a name."""

_ITEM = re.compile(rb"<([\w.-]+:)?(item|entry)[\s/>]", re.IGNORECASE)
_DECLARED = re.compile(rb"(\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"']([^\"'>]{0,40})[\"']", re.IGNORECASE)
_ENCODING = re.compile(
    r"(?:utf-?16|iso-?8859|windows-?125|cp-?125|latin|koi8|mac|shift_?jis|euc-|gb|big5|iso-2022)[\w.:-]{0,20}",
    re.IGNORECASE,
)
"""Encodings that news feeds are kept in, besides UTF-8. Of those that Python knows more, some take hours to decode."""

_NUMBERED = re.compile(rb"&#(?:x([0-9a-f]{1,20})|([0-9]{1,20}))(?![0-9a-f]);?", re.IGNORECASE)
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no number for. Programs that cut an emoji in two write it all the same, and feedparser raises at it."""

_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed, each text as one line but for ``content``.

    Attributes:
        title: its headline, empty if it has none.
        url: the address of the article.
        outlet: the source that an entry of a collection names, else the title of the feed.
        author: as the feed puts it.
        published: ISO 8601 date or date-time of publication.
        modified: the same of the last change.
        language: ISO 639-1 code, if the feed says it.
        summary: what the feed gives as such.
        content: the whole text, or the summary.
        html: whether ``content`` is HTML and no plain text.
        whole: whether the feed calls ``content`` the whole text.
    """

    title: str
    url: str | None
    outlet: str | None
    author: str | None
    published: str | None
    modified: str | None
    language: str | None
    summary: str
    content: str
    html: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a feed in its order; ``more`` tells whether there are others that were not looked at."""

    entries: tuple[Entry, ...]
    more: bool = False


def entries_of(data: bytes, name: str) -> Entries:
    """Read a feed.

    Raises:
        SourceBroken: it is none that can be read.
    """
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    return _of_json(data, name) if start == b"{" else _of_xml(data, name)


def _plain_xml(data: bytes) -> bytes:
    """Return XML as UTF-8, in which tags can be counted and declarations seen, whatever it was written in."""
    data = data.removeprefix(codecs.BOM_UTF8)
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
    if not encoding and (declared := _DECLARED.match(data)):
        encoding = declared[2].decode("ascii", "replace")
    if not _ENCODING.fullmatch(encoding):
        return _DECLARED.sub(rb"\1", data)
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):  # declared wrongly; feedparser finds out which it is
        return data
    return _DECLARED.sub(rb"\1", text.encode("utf-8", "replace"))


# --- RSS and Atom ---


def _of_xml(data: bytes, name: str) -> Entries:
    import feedparser

    # an entity that is declared could stand for gigabytes or for a file; one that is not stays as it is written
    data, more = _shortened(_NUMBERED.sub(_character, _plain_xml(data).replace(b"<!ENTITY", b"<!")))
    if b"\0" in data or not data.lstrip().startswith(b"<"):
        raise SourceBroken(name, "a feed", "its encoding is not read")
    if len(data) > MENDED and not _well_formed(data):
        raise SourceBroken(name, "a feed", "it is no XML, and too large to be mended")
    try:
        # a file, since feedparser would take bare bytes for a path or an address; cleaning is left to the page's reader
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # of a damaged feed feedparser raises whatever it stumbles over
        raise SourceBroken(name, "a feed", "its parts do not fit together") from None
    if not feed.entries and not feed.version:
        raise SourceBroken(name, "a feed", "it has no entries")
    # plain dicts: those of feedparser look for a key under other names as well
    return Entries(tuple(_entry(dict(entry), dict(feed.feed)) for entry in feed.entries[:READ]), more)


def _character(reference: re.Match[bytes]) -> bytes:
    """Return the reference to a character by its number, to the stand-in where there is none of that number."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return b"&#xFFFD;" if code > sys.maxunicode or _NO_CHARACTER.match(chr(code)) else reference[0]


def _shortened(data: bytes) -> tuple[bytes, bool]:
    """Cut off what follows the first entries, and close what is open then."""
    for n, item in enumerate(_ITEM.finditer(data)):
        if n == READ:
            feed = b"</%sfeed>" % (item[1] or b"")
            end = {b"entry": feed}.get(item[2].lower(), b"</rdf:RDF>" if b"<rdf:RDF" in data else b"</channel></rss>")
            return data[: item.start()] + end, True
    return data, False


def _well_formed(data: bytes) -> bool:
    from xml.parsers import expat

    try:
        expat.ParserCreate().Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def _entry(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    whole = next(iter(entry.get("content") or ()), None)
    summary = entry.get("summary_detail") or {}
    shown = whole if whole and str(whole.get("value", "")).strip() else summary
    source = entry.get("source") or {}
    return Entry(
        title=_line(entry, "title") or "",
        url=stated_address(_text(entry.get("link"))),
        outlet=_line(source, "title") or _line(feed, "title"),
        author=_line(entry, "author"),
        published=utc(entry.get("published")) or utc(entry.get("updated")),
        modified=utc(entry.get("updated")) if entry.get("published") else None,
        language=primary(_text((whole or {}).get("language") or feed.get("language"))),
        summary=_line(entry, "summary") or "",
        content=str(shown.get("value", "")),
        html="html" in str(shown.get("type", "")),
        whole=shown is whole,
    )


def _line(entry: Mapping[str, Any], key: str) -> str | None:
    """Return a text of a feed without the markup that feeds put even into titles."""
    text = str(entry.get(key) or "")[: 10 * LONGEST]
    if "html" in str((entry.get(f"{key}_detail") or {}).get("type", "")) or key == "summary":
        text = plain(text)
    return one_line(text)[:LONGEST] or None


def plain(html: str) -> str:
    """Return the words of a piece of HTML as one line, for a list: what is read as a report goes another way."""
    return one_line(unescape(_TAG.sub(" ", html)))


# --- JSON Feed ---


def _of_json(data: bytes, name: str) -> Entries:
    try:
        feed = json.loads(data)
        items = feed["items"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SourceBroken(name, "a JSON Feed", "it has no list of items") from None
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return Entries(tuple(_item(item, feed) for item in entries[:READ]), len(entries) > READ)


def _item(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    html, text, summary = (_text(item.get(key)) for key in ("content_html", "content_text", "summary"))
    return Entry(
        title=one_line(_text(item.get("title")))[:LONGEST],
        url=stated_address(_text(item.get("url"))) or stated_address(_text(item.get("external_url"))),
        outlet=one_line(_text(feed.get("title")))[:LONGEST] or None,
        author=", ".join(_authors(item)) or ", ".join(_authors(feed)) or None,
        published=utc(item.get("date_published")),
        modified=utc(item.get("date_modified")),
        language=primary(_text(item.get("language") or feed.get("language"))),
        summary=one_line(summary)[:LONGEST],
        content=html or text or summary,
        html=bool(html),
        whole=bool(html or text),
    )


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    authors = item.get("authors")
    for author in [item.get("author"), *(authors if isinstance(authors, list) else ())][:20]:
        if isinstance(author, dict) and (name := one_line(_text(author.get("name")))[:LONGEST]):
            yield name


# --- what both have ---


def _text(value: object) -> str:
    # a lone surrogate, which JSON can spell, is no text and cannot be written anywhere
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
