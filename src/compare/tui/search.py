"""Finding words in all articles at once. Pure and without Textual."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.model import Passage
from compare.model.punctuation import APOSTROPHES, DASHES, QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Article, Comparison

_ALIKE = {"'": f"[{APOSTROPHES}]", '"': f"[{QUOTES}]", "-": f"[{DASHES}]"}
"""What a keyboard writes in one way and a newspaper in several."""


def find(comparison: Comparison, query: str) -> tuple[Passage, ...]:
    """Return every place where the query stands, in no order.

    Case is not a difference, nor is the shape of a quotation mark or dash, nor how words are set apart. A figure is
    found in whatever way it is written: "75 million" finds "$75m".
    """
    words = query.split()
    if not words:
        return ()
    wanted = re.compile(r"\s+".join(_pattern(word) for word in words), re.IGNORECASE)
    articles = comparison.coverage.articles
    found = [Passage(a.id, m.start(), m.end()) for a in articles for m in wanted.finditer(a.text)]
    more = (m for m in _of_value(comparison, query) if not any(_overlap(m, passage) for passage in found))
    return (*found, *more)


def _of_value(comparison: Comparison, query: str) -> Iterator[Passage]:
    """The mentions of the figure that a query is; without a unit, of any."""
    from compare.analysis.figures import figures

    for asked in figures(query.strip(), comparison.coverage.language, None):
        if (asked.start, asked.end) != (0, len(query.strip())):
            continue
        for fact in comparison.facts:
            if fact.value == asked.value and asked.unit in ("", fact.unit):
                yield from (Passage(m.article, m.start, m.end) for m in fact.mentions)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def first_from(origin: str, passages: Sequence[Passage], comparison: Comparison, articles: Sequence[str]) -> int:
    """Return the first of some passages, which stand in order, from a piece of a text on: in its article, then in those
    after it; else the first of all.

    Args:
        origin: the id of the sentence or paragraph.
        passages: the passages.
        comparison: whose texts they stand in.
        articles: the articles from left to right.
    """
    index = comparison.index
    order = {article: n for n, article in enumerate(articles)}
    begin = order[index.article_of[origin].id], index.piece(origin).start
    return next((n for n, p in enumerate(passages) if (order[p.article], p.start) >= begin), 0)


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
