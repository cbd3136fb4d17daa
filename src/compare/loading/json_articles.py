"""JSON and JSON Lines: articles as other programs keep them, or our own report, which opens without its sources.

One object is an article if it has a text, under one of the :data:`TEXTS` names. A file is one such object, a list of
them, an object that holds such a list (as news services answer), or an object a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from compare.errors import SourceBroken, SourceEmpty, SourceError, SourceNotText, continued
from compare.loading.contents import MOST, Contents, Part, check_count
from compare.loading.decode import decode, is_text
from compare.loading.document import Document, text_document
from compare.loading.fields import by_key, said_by
from compare.loading.metadata import over
from compare.loading.reading import check
from compare.loading.texts import not_understood

TEXTS = (
    "text",
    "body",
    "content",
    "article_text",
    "fulltext",
    "full_text",
    "maintext",
    "articlebody",
    "content_html",
    "html",
)
"""What the text of an article may be called; the first that has words counts."""

LISTS = ("articles", "items", "results", "documents", "data")
"""What a list of articles may be called in the object that holds it."""

PLACE = "JSON"

SAMPLE = 5_000
"""Code points in which a text that is HTML shows it."""

_MARKUP = re.compile(r"<(?:p|div|article|section|br|h[1-6]|ul|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)

_NO_ARTICLE = "holds no article, which is an object with a text (or body, content)"
_SHOW = "give each article as an object with title, text, outlet, url and published"


def articles(data: bytes, name: str) -> Contents:
    """Read the articles of a JSON or JSON Lines file, or those of our own report.

    Raises:
        SourceBroken: it is no JSON; the message says where.
        SourceTooHeavy: it holds more than :data:`~compare.loading.contents.MOST` articles.
        ReportChanged: it is a report of ours, but of another version.
        SourceEmpty: it holds no article.
    """
    decoded = decode(data, name)
    if not decoded.text.strip():
        raise SourceEmpty(name)
    try:
        value: object = _parsed(decoded.text)
    except ValueError as error:
        return _lines(decoded.text, name, error)
    if isinstance(value, dict) and str(value.get("schema", "")).startswith("compare/"):
        from compare.loading.own_report import report_articles

        return report_articles(value, name)
    found = _objects(value)
    if not found:
        raise SourceEmpty(name, _NO_ARTICLE, _SHOW)
    alone = isinstance(value, dict) and found[0] is value
    return _contents([(name if alone else f"{name}#{n}", each) for n, each in enumerate(found, 1)], name)


def _lines(text: str, name: str, error: ValueError) -> Contents:
    """Read an object a line; ``error`` is what is wrong with the text as one piece of JSON."""
    named: list[tuple[str, object]] = []
    refused: list[SourceError] = []
    for n, line in enumerate(text.split("\n"), 1):  # no other line end: JSON may hold them within a text
        if line.strip():
            try:
                named.append((f"{name}#{n}", _parsed(line)))
            except ValueError as wrong:
                refused.append(SourceBroken(f"{name}#{n}", "JSON", _why(wrong)))
        if len(named) + len(refused) > MOST or (refused and not named):
            break
    if not any(isinstance(value, dict) for _, value in named):
        raise SourceBroken(name, "JSON", _why(error))
    check_count(len(named) + len(refused), name)
    found = _contents(named, name)
    return replace(found, refused=(*found.refused, *refused))


def _contents(named: list[tuple[str, object]], name: str) -> Contents:
    check_count(len(named), name)
    parts: list[Part] = []
    refused: list[SourceError] = []
    for each, value in named:
        try:
            parts.append(Part(each, _document(value, each)))
        except SourceError as error:
            refused.append(error)
    return Contents(tuple(parts), refused=tuple(refused))


def _document(value: object, name: str) -> Document:
    if not isinstance(value, Mapping) or (text := _text(value)) is None:
        raise SourceEmpty(name, _NO_ARTICLE, _SHOW)
    if not is_text(text):  # asked before a page is rendered, which leaves out what is no character
        raise SourceNotText(name)
    said = said_by(value, PLACE)
    if _MARKUP.search(text[:SAMPLE]):
        from compare.loading.html import page_document

        document = page_document(text, name)
        document = replace(document, metadata=over(said.metadata, document.metadata))
    else:
        document = text_document(text, "text", said.metadata)
    check(document.text, name)
    return replace(document, warnings=(*document.warnings, *not_understood(name, said)))


def _text(value: Mapping[str, object]) -> str | None:
    known = by_key(value)
    texts = [found for key in TEXTS if isinstance(found := known.get(key), str)]
    text = next((found for found in texts if found.strip()), texts[0] if texts else None)
    # half a pair of surrogates is no character: it can be neither written nor hashed
    return text.encode("utf-8", "replace").decode() if text is not None else None


def _objects(value: object) -> list[object]:
    """Return what a file holds as articles: itself, or the list in it."""
    if isinstance(value, list):
        return value if any(isinstance(each, dict) for each in value) else []
    if not isinstance(value, dict):
        return []
    if _text(value) is not None:
        return [value]
    lists: Iterator[object] = (value.get(key) for key in LISTS)
    return next((each for each in lists if isinstance(each, list) and any(isinstance(e, dict) for e in each)), [])


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _why(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        told = continued(error.msg).removesuffix(" at")  # "unterminated string starting at"
        return f"{told} at line {error.lineno}, column {error.colno}"
    return str(error)[:100]
