"""Finding words in all articles at once. Pure and without Textual."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.model import Article, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ALIKE = {
    "'": "['’‘ʼ]",
    '"': '["“”„«»]',
    "-": "[-‐‑–—]",
}
"""What a keyboard writes in one way and a newspaper in several."""


def find(articles: Iterable[Article], query: str) -> tuple[Passage, ...]:
    """Return every place where the query stands, in the order of the articles and of their text.

    Case is not a difference, nor is the shape of a quotation mark or dash, nor how words are set apart.
    """
    return tuple(Passage(a.id, start, end) for a in articles for start, end in places(a.text, query))


def places(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Yield where the query stands in a text, as :func:`find` understands it."""
    words = query.split()
    if words:
        wanted = re.compile(r"\s+".join(_pattern(word) for word in words), re.IGNORECASE)
        yield from (match.span() for match in wanted.finditer(text))


def piece_at(article: Article, offset: int) -> str:
    """Return the id of the sentence at a code point, or of the paragraph where no sentence stands there.

    An offset between two paragraphs belongs to the one after it, or to the last.
    """
    for sentence in article.sentences:
        if sentence.start <= offset < sentence.end:
            return sentence.id
    paragraph = next((p for p in article.paragraphs if offset < p.end), None)
    return paragraph.id if paragraph else article.paragraphs[-1].id if article.paragraphs else ""


def _pattern(word: str) -> str:
    return "".join(_ALIKE.get(letter, re.escape(letter)) for letter in word)
