"""Where every word of an article stands at a width: in which row of the screen, and in which cell of it.

Pure and without Textual, so that it is tested without a terminal. A row knows its stretches of the article's text by
code points, hence a click, a selection and a search hit all find back to the text itself. Each sentence starts on a row
of its own: its mark then always stands in the gutter beside it, and counterparts can be laid level with each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

from compare.model import Article, Paragraph, ParagraphKind, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NARROWEST = 4
"""Cells a row of text has at least. A wide character needs two; less than this is no text, only a column of letters."""

_BLANKS = str.maketrans("\t\n", "  ")
_WIDE = "\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uff60"
_TOKEN = re.compile(
    # Chinese and Japanese break between any two characters, but not before what closes
    rf"[{_WIDE}][、。，．：；！？」』）】》〉々ー\u3099\u309a\ufe00-\ufe0f]*"
    rf"|[^\s{_WIDE}]+"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stands in a row without a gap. ``piece`` is the id of its sentence, or of its paragraph
    where it belongs to no sentence."""

    start: int
    end: int
    piece: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line on the screen.

    ``paragraph`` and ``kind`` are empty for the blank row between two paragraphs; ``opens`` is the sentence whose first
    word stands here, or empty. ``start`` and ``end`` bound the text of the row in code points. In a row without text
    that stands for what is folded away, ``fold`` counts the sentences, the first of which is ``opens``.
    """

    paragraph: str
    kind: ParagraphKind | None
    runs: tuple[Run, ...]
    opens: str
    fold: int = 0

    @property
    def start(self) -> int:
        """The first code point of the row."""
        return self.runs[0].start if self.runs else 0

    @property
    def end(self) -> int:
        """The code point after the last one of the row."""
        return self.runs[-1].end if self.runs else 0


MARKER = 4
"""Code points before a sentence that are no more than the mark of a list item or a quotation: they share its row."""

BLANK = Row("", None, (), "")
"""The row between two paragraphs."""

NOWHERE = range(0)
"""The lines of what stands on none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An article, laid out for a width.

    ``text`` is the article's text as it is shown: as many code points, but all of them harmless and none a line break.
    ``where`` has the rows of each sentence, or of a paragraph without any.
    """

    article: Article
    width: int
    hidden: frozenset[str]
    text: str
    rows: tuple[Row, ...]
    where: Mapping[str, range]

    def row_of(self, piece: str) -> int:
        """Return the row a sentence starts in; a paragraph without sentences counts as one."""
        return self.rows_of(piece).start

    def rows_of(self, piece: str) -> range:
        """Return the rows a sentence stands in, none if it is folded away."""
        return self.where.get(piece, NOWHERE)

    def piece_at(self, row: int) -> str | None:
        """Return the sentence at a row, ``None`` where no text stands; no two share one."""
        runs = self.rows[row].runs if 0 <= row < len(self.rows) else ()
        return runs[0].piece if runs else None

    def words(self, row: Row) -> str:
        """Return what stands in a row."""
        return "".join(self.text[run.start : run.end] for run in row.runs)

    def offset_at(self, row: int, column: int) -> int:
        """Return the code point of the article's text at a row and column (code points, gutter excluded)."""
        runs = self.rows[row].runs
        for run in runs:
            if column < run.end - run.start:
                return run.start + max(0, column)
            column -= run.end - run.start
        return runs[-1].end if runs else 0


def lay_out(article: Article, width: int, hidden: frozenset[str] = frozenset()) -> Layout:
    """Wrap an article into rows of at most ``width`` cells; one row stands for each run of ``hidden`` sentences."""
    width = max(width, NARROWEST)
    text = visible(article.text).translate(_BLANKS)
    sentences: dict[str, list[tuple[int, int, str]]] = {}
    for sentence in article.sentences:
        sentences.setdefault(sentence.paragraph, []).append((sentence.start, sentence.end, sentence.id))
    rows: list[Row] = []
    before: Paragraph | None = None
    for paragraph in article.paragraphs:
        for start, end, piece in _pieces(paragraph, sorted(sentences.get(paragraph.id, ()))):
            if piece in hidden:
                folded = rows.pop() if rows and rows[-1].fold else Row("", None, (), piece)
                rows.append(replace(folded, fold=folded.fold + 1))
                continue
            if rows and before is not paragraph and not (rows[-1].fold or _close(before, paragraph)):
                rows.append(BLANK)
            before = paragraph
            for n, runs in enumerate(_wrapped(text, start, end, piece, width)):
                rows.append(Row(paragraph.id, paragraph.kind, runs, piece if n == 0 else ""))
    return Layout(article, width, hidden, text, tuple(rows), stretches(enumerate(rows)))


def stretches(rows: Iterable[tuple[int, Row]]) -> dict[str, range]:
    """Return on which lines each piece of a text stands: from its first row to its last.

    Args:
        rows: each with the number of its line; those of a piece in order.
    """
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for n, row in rows:
        for run in row.runs:
            first.setdefault(run.piece, n)
            last[run.piece] = n
    return {piece: range(start, last[piece] + 1) for piece, start in first.items()}


class Layouts:
    """Articles as they were laid out, the last ``most`` of them: signs in the gutter come and go, columns change, and
    each time the same layouts are asked for again."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[tuple[str, int, frozenset[str]], Layout] = {}

    def of(self, article: Article, width: int, hidden: frozenset[str] = frozenset()) -> Layout:
        """Return an article laid out, as :func:`lay_out` does."""
        key = article.id, width, hidden
        layout = self._kept.get(key)
        if layout is None or not _reads_alike(layout.article, article):
            layout = self._kept[key] = lay_out(article, width, hidden)
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return layout


def _reads_alike(one: Article, other: Article) -> bool:
    """Say whether two articles are laid out alike; their outlets and dates need not be the same."""
    if one is other:
        return True
    return (one.text, one.paragraphs, one.sentences) == (other.text, other.paragraphs, other.sentences)


def broken(text: str, width: int) -> Iterator[str]:
    """Break text that stands on one line into lines of at most ``width`` cells, as :func:`lay_out` breaks sentences."""
    for runs in _wrapped(text, 0, len(text), "", max(width, NARROWEST)):
        yield "".join(text[run.start : run.end] for run in runs)


def shortened(text: str, width: int) -> str:
    """Return text cut to a number of cells, with an ellipsis where something was left out."""
    if cell_len(text) <= width:
        return text
    kept, cells = 0, 0
    for _, end, size in split_graphemes(text)[0]:
        if cells + size > width - 1:
            break
        kept, cells = end, cells + size
    return text[:kept].rstrip() + "…"


def _close(before: Paragraph | None, after: Paragraph) -> bool:
    """The items of a list stand close together, as do lines of furniture; all else is set apart by a blank row."""
    return (
        before is not None and before.kind is after.kind and after.kind in (ParagraphKind.LIST, ParagraphKind.FURNITURE)
    )


def _pieces(paragraph: Paragraph, sentences: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Cover a paragraph: its sentences, and under the paragraph's own id the text between them."""
    at = paragraph.start
    for start, end, sentence in sentences:
        apart = start - at > MARKER
        if apart:
            yield at, start, paragraph.id
        yield start if apart else min(at, start), end, sentence
        at = max(at, end)
    if at < paragraph.end:
        yield at, paragraph.end, paragraph.id


def _wrapped(text: str, start: int, end: int, piece: str, width: int) -> Iterator[tuple[Run, ...]]:
    """Break a stretch of text into rows, in one pass over its words."""
    runs: list[Run] = []
    used = 0
    begin = at = start
    begun = False
    for token in _TOKEN.finditer(text, start, end):
        for left, right, cells in _cut(token[0], token.start(), width):
            gap = left - at if begun else 0
            if begun and used + min(gap, 1) + cells > width:
                runs.append(Run(begin, at, piece))
                yield tuple(runs)
                runs, used, gap, begun = [], 0, 0, False
            if not begun:
                begin, begun = left, True
            elif gap > 1:  # of a run of blanks, one is shown
                runs.append(Run(begin, at + 1, piece))
                begin = left
            used += min(gap, 1) + cells
            at = right
    if begun:
        runs.append(Run(begin, at, piece))
        yield tuple(runs)


def _cut(word: str, start: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Yield a word with its place and cells; one longer than a row in parts that fit, never inside a grapheme."""
    cells = len(word) if word.isascii() else cell_len(word)
    if cells <= width:
        yield start, start + len(word), cells
        return
    begin = at = used = 0
    for _, end, size in split_graphemes(word)[0]:
        if used + size > width:
            yield start + begin, start + at, used
            begin, used = at, 0
        used += size
        at = end
    yield start + begin, start + len(word), used
