"""The comparison as tidy tables for spreadsheets and statistics: one row is one observation, one column one thing.

``docs/csv.md`` explains the columns. Rows and columns stand in content order, so the bytes do not depend on the order
in which the articles were named. Texts are on one line each, as in all reports; where ``start`` and ``end`` are given,
they are offsets in the article's text, in code points, and have its exact characters.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias

from compare.export.cells import guarded
from compare.export.options import PLAIN, Options
from compare.export.quoting import Cap
from compare.model import Stance, Status, marked, one_line
from compare.model.comparison import PLACES
from compare.model.corrections import READER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from compare.model import Article, Comparison, Mention, Sentence
    from compare.review import Place, Review

Cell: TypeAlias = "str | int | float | bool | None"
Record: TypeAlias = "tuple[Cell, ...]"

MAIN = "mentions"
"""The table that stands in the file named; the others stand beside it."""

STATED = "stated"
"""The stance of an article that states a claim plainly."""

MARKS = "marks"
"""The table of the reader's marks, which is there only if they were asked for."""

COLUMNS = {
    "mentions": "claim kind status confidence voices article outlet stance sentence mark line start end text",
    "claims": "claim kind status confidence voices articles sentences sources text",
    "stances": "claim article outlet stance",
    "facts": "fact kind value unit article outlet sentence line start end hedge speaker text",
    "conflicts": "conflict claim kind confidence why side article outlet sentence line start end text",
    "articles": "article outlet label title author published modified retrieved language complete source url sha256 "
    "extractor",
}
"""The columns of every table, in order."""

HAND = {
    "mentions": "by_hand",
    "claims": "verdict by_hand",
    "articles": "by_hand",
    MARKS: "mark kind said basis by made state certainty claim part article outlet sentence line start end text",
}
"""The columns that tables have besides with the reader's marks, behind the others; and that of the marks."""

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for the code page of their country and spoil every dash and quotation mark."""


QUOTING = frozenset({"text", "why", "value", "said"})
"""The columns that quote."""


def tables(options: Options = PLAIN) -> tuple[str, ...]:
    """Return the names of the tables, the main one first."""
    return (*COLUMNS, *([MARKS] if options.review else []))


def table(comparison: Comparison, name: str = MAIN, *, options: Options = PLAIN) -> str:
    """Return a table, by its name in :func:`tables`, as CSV (RFC 4180, UTF-8 with a byte-order mark)."""
    columns = _columns(name, reviewed=options.review is not None)
    cap = Cap.of(comparison, options.quote_words) if options.quote_words is not None else None
    out = StringIO()
    out.write(BOM)
    rows = csv.writer(out)
    rows.writerow(columns)
    for record in _records(comparison, name, options.review):
        values = (_cut(value, column, cap) for value, column in zip(record, columns, strict=True)) if cap else record
        rows.writerow([_cell(value) for value in values])
    return out.getvalue()


def is_table(head: bytes) -> bool:
    """Tell by its first bytes, 512 at least, whether a file is a table of ours: it has the very columns."""
    known = (_columns(name, reviewed=reviewed) for reviewed in (False, True) for name in (*COLUMNS, MARKS))
    return any(head.startswith(f"{BOM}{','.join(columns)}\r\n".encode()) for columns in known if columns)


def _columns(name: str, *, reviewed: bool) -> list[str]:
    return f"{COLUMNS.get(name, '')} {HAND.get(name, '') if reviewed else ''}".split()


def _records(of: Comparison, name: str, review: Review | None) -> Iterator[Record]:
    if review is None:
        yield from _TABLES[name](of)
    elif name == MARKS:
        from compare.export.hand_tables import mark_rows

        yield from mark_rows(of, review)
    else:
        more = _HAND.get(name)
        for record in _TABLES[name](of):
            yield (*record, *more(of, review, record)) if more else record


def _by_hand_claim(of: Comparison, review: Review, record: Record) -> Record:
    claim = str(record[0])
    return review.verdict_of(claim).value, of.index.claims[claim].corrected


def _by_hand_article(of: Comparison, _: Review, record: Record) -> Record:
    origins = of.index.articles[str(record[0])].origins
    return (" · ".join(datum for datum, origin in origins if origin == READER),)


def _cut(value: Cell, column: str, cap: Cap) -> Cell:
    if column not in QUOTING or not isinstance(value, str):
        return value
    if column == "said":
        return cap.note(one_line(value))
    return cap.said(value) if column == "why" else cap.quote(one_line(value))


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.{PLACES}f}"
    return guarded(one_line(value)) if isinstance(value, str) else str(value)


def _mentions(of: Comparison) -> Iterator[Record]:
    for c in of.claims:
        for sentence in c.sentences:
            article, mark = of.index.article_of[sentence], marked(of, sentence).mark
            about = (c.id, c.kind, c.status, c.confidence, c.voices)
            stance = c.stance.get(article.id, STATED)
            place = place_of(article, of.index.sentences[sentence])
            yield *about, article.id, article.label, stance, sentence, mark, *place


def _claims(of: Comparison) -> Iterator[Record]:
    for c in of.claims:
        counts = (c.voices, len(c.articles), len(c.sentences))
        yield c.id, c.kind, c.status, c.confidence, *counts, " · ".join(c.sources), c.text


def _stances(of: Comparison) -> Iterator[Record]:
    for claim in of.claims:
        for article in of.coverage.articles:
            stance = claim.stance.get(article.id)
            if stance is None and article.id in claim.articles:
                yield claim.id, article.id, article.label, STATED
            elif stance is not None or claim.status is not Status.UNIQUE:
                yield claim.id, article.id, article.label, stance or Stance.UNKNOWN


def _facts(of: Comparison) -> Iterator[Record]:
    for fact in of.facts:
        for m in fact.mentions:
            article = of.index.articles[m.article]
            *place, text = place_of(article, m)
            about = (fact.id, fact.kind, fact.value, fact.unit)
            yield *about, article.id, article.label, m.sentence, *place, m.hedge, m.speaker, text


def _conflicts(of: Comparison) -> Iterator[Record]:
    for c in of.conflicts:
        for side, sentences in enumerate(c.sides, 1):
            for sentence in sentences:
                article = of.index.article_of[sentence]
                place = place_of(article, of.index.sentences[sentence])
                yield c.id, c.claim, c.kind, c.confidence, c.why, side, article.id, article.label, sentence, *place


def _articles(of: Comparison) -> Iterator[Record]:
    for a in of.coverage.articles:
        said = (a.title, a.author, a.published, a.modified, a.retrieved, a.language, a.complete)
        yield a.id, a.outlet, a.label, *said, a.source, a.url, a.sha256, a.extractor


def place_of(article: Article, piece: Sentence | Mention | Place) -> Record:
    """Return line, start, end and words of a stretch of an article."""
    return article.line_of(piece.start), piece.start, piece.end, article.text[piece.start : piece.end]


_TABLES: dict[str, Callable[[Comparison], Iterator[Record]]] = {
    "mentions": _mentions,
    "claims": _claims,
    "stances": _stances,
    "facts": _facts,
    "conflicts": _conflicts,
    "articles": _articles,
}

_HAND: dict[str, Callable[[Comparison, Review, Record], Record]] = {
    "mentions": lambda of, review, record: _by_hand_claim(of, review, record)[1:],
    "claims": _by_hand_claim,
    "articles": _by_hand_article,
}
