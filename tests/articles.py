"""Articles of texts that a test writes down: opened as a file is, or made of the text alone."""

from __future__ import annotations

from compare.loading import Metadata, Source, read
from compare.loading.article import article_from
from compare.loading.document import text_document
from compare.model import Article


def article(text: str, name: str = "a.txt", **said: str | None) -> Article:
    """Open a text as a file of that name; ``said`` is what a manifest says of it, such as ``outlet``."""
    return read(Source(name, None, text.encode(), Metadata(**said))).articles[0]  # type: ignore[arg-type]


def plain(text: str, name: str = "x.txt", extractor: str = "text", **said: str | None) -> Article:
    """Make an article of a text alone: it may be empty, and no line of it is taken for a header."""
    return article_from(text_document(text, extractor, Metadata(**said)), name)  # type: ignore[arg-type]
