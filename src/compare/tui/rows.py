"""Which paragraphs of several articles stand beside each other when the rows follow one of them. Pure, without Textual.

Every paragraph stands in exactly one cell: beside its best counterpart in the base, else in a row of its own after what
comes before it in its text. Where it says something of another row as well, that row refers to it. Furniture stands
below the end, where it keeps nothing apart that belongs together.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.model import ParagraphKind
from compare.model.partners import partners_of
from compare.tui.phrases import NOT_COMPARED, end_of, lack_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.model import Article, Comparison, Paragraph, Sentence
    from compare.model.index import Index
    from compare.model.partners import Partner
    from compare.tui.phrases import Lack

_UNCOUNTED = (ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.CAPTION, ParagraphKind.FURNITURE)
"""What a reader does not count as a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stay together: one that claims something, and the headings over it.

    ``place`` is where it stands in its own text: ``¶7``. ``moved`` tells where that is from here: -1 further up than
    its neighbours in the column have it, 1 further down, 0 in order.
    """

    paragraphs: tuple[str, ...]
    place: str = ""
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph that stands in another row, ``below`` or above, and says something of this one: surely or perhaps."""

    paragraph: str
    place: str
    sure: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article has in a row: notes about the text, blocks of it, and what it says elsewhere; or how it has
    none of it. Without any of these the row claims nothing."""

    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    gap: Lack | None = None
    notes: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of all its blocks."""
        return tuple(paragraph for block in self.blocks for paragraph in block.paragraphs)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of cells, a cell for each column; the first of the columns (ids of articles) is the base.

    ``at`` maps each paragraph to its row.
    """

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    at: Mapping[str, int]

    def sentences(self, comparison: Comparison, article: str) -> Iterator[tuple[int, Sentence]]:
        """Yield the sentences of a column with their rows, in the order in which it shows them."""
        column = self.columns.index(article)
        for n, cells in enumerate(self.cells):
            for paragraph in cells[column].paragraphs:
                yield from ((n, sentence) for sentence in comparison.index.sentences_of.get(paragraph, ()))

    def row_of(self, comparison: Comparison, piece: str) -> int:
        """Return the row of a sentence, or of a paragraph."""
        sentence = comparison.index.sentences.get(piece)
        return self.at[sentence.paragraph if sentence else piece]

    def level_with(self, comparison: Comparison, piece: str, article: str) -> str:
        """Return the first comparable sentence of a column in the row of a piece or below it, else the last above."""
        row = self.row_of(comparison, piece)
        order = [(n, sentence.id) for n, sentence in self.sentences(comparison, article) if sentence.comparable]
        return next((found for n, found in order if n >= row), order[-1][1] if order else "")


def aligned(comparison: Comparison, columns: tuple[str, ...]) -> Rows:
    """Return the rows of articles, given by their ids; the first is the base that the rows follow."""
    return _aligned(comparison.index, columns)


@lru_cache(maxsize=8)  # the step of a key and the view that shows it ask for the same rows, key after key
def _aligned(index: Index, columns: tuple[str, ...]) -> Rows:
    comparison = index.comparison
    articles = [index.articles[column] for column in columns]
    found = partners_of(comparison, (p.id for article in articles for p in article.paragraphs), columns)
    placing = _Drafts(articles, found)
    for article in articles[1:]:
        placing.take_in(article)
    drafts = placing.drafts()
    at = {p: n for n, draft in enumerate(drafts) for p in draft.paragraphs()}
    places = {key: place for article in articles for key, place in _places(article).items()}
    moved = {key: way for article in articles for key, way in _moved(article, drafts, at).items()}

    def cell(number: int, draft: _Draft, column: str) -> Cell:
        own = draft.blocks.get(column, ())
        blocks = tuple(Block(block, places[block[-1]], moved.get(block[-1], 0)) for block in own)
        references = _references(draft, number, column, found, at, places)
        return Cell(blocks, references, None if blocks or references else _gap(comparison, draft.anchor, column))

    cells = [tuple(cell(n, draft, column) for column in columns) for n, draft in enumerate(drafts)]
    at |= {p.id: len(drafts) for article in articles for p in article.paragraphs if _is_furniture(p)}
    return Rows(columns, (*cells, tuple(map(_end, articles))), at)


# --- which paragraph stands where


@dataclass(slots=True)
class _Draft:
    """A row in the making: what it follows, and the blocks of each article in it, by their paragraphs."""

    anchor: str
    blocks: dict[str, list[tuple[str, ...]]]

    def paragraphs(self) -> Iterator[str]:
        """Yield all that stands in it."""
        return (paragraph for blocks in self.blocks.values() for block in blocks for paragraph in block)


class _Drafts:
    """All rows in the making: a slot for each paragraph of the base, and in it the rows that others put after it."""

    def __init__(self, articles: Sequence[Article], found: Mapping[str, tuple[Partner, ...]]) -> None:
        base = articles[0]
        self._found = found
        titles: dict[str, list[tuple[str, ...]]] = {}
        for article in articles:
            for paragraph in article.paragraphs:
                if paragraph.kind is ParagraphKind.TITLE:
                    titles.setdefault(article.id, []).append((paragraph.id,))
        anchor = next((block[0] for blocks in titles.values() for block in blocks), "")
        self._slots = [[_Draft(anchor, titles)]]
        self._slots += [[_Draft(p.id, {base.id: [(p.id,)]})] for p in base.paragraphs if _reports(p)]
        self._in_base = {slot[0].anchor: n for n, slot in enumerate(self._slots) if n > 0}
        self._put_in: dict[str, tuple[int, _Draft]] = {}

    def take_in(self, article: Article) -> None:
        """Give each block of another article its place."""
        blocks = _blocks(article)
        best = [self._best(block[-1]) for block in blocks]
        slot: int | None = None
        for n, block in enumerate(blocks):
            there = best[n]
            if there is None:
                if slot is None:  # nothing stands before it: it goes before what comes after it
                    slot = max(0, next((ahead[0] for ahead in best if ahead), len(self._slots)) - 1)
                there = (slot, _Draft(block[-1], {}))
                self._slots[slot].append(there[1])
            slot, draft = there
            draft.blocks.setdefault(article.id, []).append(block)
            if draft is not self._slots[slot][0]:
                self._put_in[block[-1]] = there

    def drafts(self) -> list[_Draft]:
        """Return the rows from top to bottom."""
        return [draft for slot in self._slots for draft in slot if draft.blocks]

    def _best(self, paragraph: str) -> tuple[int, _Draft] | None:
        sure = [partner.paragraph for partner in self._found.get(paragraph, ()) if partner.sure]
        in_base = next((self._in_base[other] for other in sure if other in self._in_base), None)
        if in_base is not None:
            return in_base, self._slots[in_base][0]
        return next((self._put_in[other] for other in sure if other in self._put_in), None)


def _references(
    draft: _Draft,
    number: int,
    article: str,
    found: Mapping[str, tuple[Partner, ...]],
    at: Mapping[str, int],
    places: Mapping[str, str],
) -> tuple[Reference, ...]:
    """Return what an article says of a row elsewhere; what it perhaps says, only where it has nothing better."""
    own = [p for p in found.get(draft.anchor, ()) if p.article == article and at[p.paragraph] != number]
    if article in draft.blocks or any(partner.sure for partner in own):
        own = [partner for partner in own if partner.sure]
    own.sort(key=lambda partner: at[partner.paragraph])
    return tuple(Reference(p.paragraph, places[p.paragraph], p.sure, at[p.paragraph] > number) for p in own)


def _blocks(article: Article) -> list[tuple[str, ...]]:
    """Join what claims nothing, such as a heading, to the paragraph after it."""
    claiming = {sentence.paragraph for sentence in article.comparable}
    blocks: list[tuple[str, ...]] = []
    over: tuple[str, ...] = ()
    for paragraph in filter(_reports, article.paragraphs):
        over = (*over, paragraph.id)
        if paragraph.id in claiming:
            blocks.append(over)
            over = ()
    return [*blocks, over] if over else blocks


def _reports(paragraph: Paragraph) -> bool:
    return paragraph.kind is not ParagraphKind.TITLE and not _is_furniture(paragraph)


def _is_furniture(paragraph: Paragraph) -> bool:
    return paragraph.kind is ParagraphKind.FURNITURE


# --- what is said about it


def _places(article: Article) -> dict[str, str]:
    """Number the paragraphs of a text as a reader would; title, headings and captions are called by their kind."""
    places = {}
    number = 0
    for paragraph in article.paragraphs:
        if paragraph.kind in _UNCOUNTED:
            places[paragraph.id] = str(paragraph.kind)
        else:
            number += 1
            places[paragraph.id] = f"¶{number}"
    return places


def _moved(article: Article, drafts: Sequence[_Draft], at: Mapping[str, int]) -> dict[str, int]:
    """Return which blocks stand in another order than in their text, and where that has them: up (-1) or down (1).

    As few as possible are called moved: all but a longest series of blocks that keeps its order.
    """
    number = {p.id: n for n, p in enumerate(article.paragraphs) if _reports(p)}
    own = [b[-1] for draft in drafts for b in draft.blocks.get(article.id, ()) if b[-1] in number]
    in_text = sorted(own, key=number.__getitem__)
    kept = [in_text[n] for n in _longest_rise([at[paragraph] for paragraph in in_text])]
    moved = {}
    for paragraph in set(own) - set(kept):
        above = [other for other in kept if at[other] <= at[paragraph]]
        moved[paragraph] = 1 if number[paragraph] > number[(above or kept)[-1 if above else 0]] else -1
    return moved


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the places of a longest series that never falls, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for n, value in enumerate(values):
        pile = bisect_right(tops, value)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        piles[pile : pile + 1] = [n]
    rise: list[int] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]


def _gap(comparison: Comparison, paragraph: str, article: str) -> Lack | None:
    """Return how an article lacks a paragraph of another, told by the claims that also mark its sentences: what holds
    of all of them; ``None`` if it claims nothing that the article does not state."""
    if not comparison.claims:
        return NOT_COMPARED
    index = comparison.index
    claims = (c for s in index.sentences_of.get(paragraph, ()) for c in index.claims_of.get(s.id, ()))
    lacks = (lack_of(comparison, c, index.articles[article]) for c in claims if article not in c.articles)
    return min(lacks, default=None)  # the more careful word holds for the others too


def _end(article: Article) -> Cell:
    """Return what stands below a text: whether it is whole, and its furniture."""
    furniture = [Block((paragraph.id,)) for paragraph in article.paragraphs if _is_furniture(paragraph)]
    end = end_of(article)
    listed = f"furniture, from all over the text: {len(furniture)}"
    return Cell(tuple(furniture), notes=(end, listed) if furniture else (end,))
