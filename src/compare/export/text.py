"""The report as plain text, for a terminal, a pipe or a mail: the most telling first, and not much of the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from compare.export import stock
from compare.export.glyphs import STANCES, stance_glyph, stance_legend
from compare.export.inlines import Cited, plain
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.quoting import with_fewer_names
from compare.export.telling import changed, doubt, mark, published, remarks
from compare.export.wrap import wrap
from compare.model import ClaimKind, Comparison, FindingKind, Stance
from compare.model.ours import FIRST_LINE
from compare.model.phrases import begun, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from compare.export.evidence import Evidence
    from compare.export.hand import Hand, Listed
    from compare.export.outline import Change, Detail, Dispute, Found, LeftOut, Outline, Point, Portrait, Repeat, Row

NARROWEST = 50
"""Cells below which lines get no narrower: file names would fall to pieces."""

CHANGES, FINDINGS, MARKS, ROWS, POINTS, PERHAPS, FACTS, REUSE, EXCLUDED = 20, 12, 20, 12, 6, 3, 15, 6, 8
"""How much of each list is printed; the Markdown report has all of it."""

QUOTED = 60
"""Code points of what several reports have, or was not compared: enough to know it by."""

T = TypeVar("T")

_GLYPHS = STANCES | {Stance.ABSENT: "-"}
"""A dash is wider than a cell in some of the fonts that terminals and mail use."""


def text(comparison: Comparison, width: int = 80, options: Options = PLAIN) -> str:
    """Return the report of a comparison as plain text, lines no wider than ``width`` cells, that ends in a newline."""
    report = with_fewer_names(outline(comparison, options))
    numbers = {portrait.article: n for n, portrait in enumerate(report.portraits, 1)}
    return "\n".join([FIRST_LINE, *_Text(max(width, NARROWEST), numbers).report(report)]) + "\n"


@dataclass(frozen=True, slots=True)
class _Text:
    """Writes lines.

    It takes the outline as it is, and not the sections that Markdown and the page share: those say all there is, in
    tables and below each other, where here a line says what is most telling, and names a place by its report's number.

    Attributes:
        width: cells that a line may take.
        numbers: those of the reports, by the ids of their articles.
    """

    width: int
    numbers: Mapping[str, int]

    def report(self, of: Outline) -> Iterator[str]:
        """Yield the whole report, below its first line."""
        yield ""
        yield from self._item("", of.header.title.text)
        for portrait in of.portraits:
            yield from self._item(f"  {self.numbers[portrait.article]}  ", _article(portrait), "     ")
        yield from self._item("  ", "A place such as 2:14 is line 14 of report 2.")
        yield from _section("limits", (self._item("  - ", limit.text) for limit in of.limits))
        yield from _section("changes", self._changes(of))
        yield from _section("findings", _capped(of.findings, FINDINGS, self._finding))
        if of.hand:
            yield from _section("marks", self._hand(of.hand))
        yield from _section("claims", self._matrix(of))
        yield from _section("conflicts", self._conflicts(of))
        for portrait in of.portraits:
            yield from self._portrait(portrait)
        yield from _section("facts", _capped(of.facts, FACTS, self._fact))
        yield from _section("wording", _capped(of.reuse, REUSE, self._reuse))
        yield from _section("excluded", _capped(of.excluded, EXCLUDED, self._excluded))
        header = of.header
        yield ""
        yield from self._item(
            "", f"compare {header.version}; settings: {header.settings.text}; set {header.digest.text[:16]}"
        )

    def _item(self, marker: str, words: str, rest: str | None = None) -> list[str]:
        """Return words behind what marks them; their further lines begin below the first, or with ``rest``."""
        return wrap(words, self.width, marker, " " * len(marker) if rest is None else rest)

    def _finding(self, found: Found) -> list[str]:
        kind = "conflict: " if found.kind is FindingKind.CONFLICT else ""
        places = ", ".join(evidence.place for evidence in found.evidence)
        return self._item(f"{found.rank:>3}. ", f"{kind}{found.why.text} {places}{_remarked(found)}", "     ")

    def _changes(self, of: Outline) -> Iterator[Iterable[str]]:
        for revised in of.revised:
            yield self._item("  ", f"From {revised.earlier.text} to {revised.later.text}:")
            if not revised.changes:
                yield [f"  {stock.NOTHING_CHANGED}"]
            yield from _capped(revised.changes, CHANGES, self._change)

    def _change(self, change: Change) -> list[str]:
        return self._item("  - ", plain(changed(change, lambda place: (self._places([place]),))))

    def _fact(self, detail: Detail) -> list[str]:
        return self._item(f"  {detail.kind.value:<12}", f"{plain([detail.text])} {self._places(detail.evidence)}")

    def _reuse(self, repeat: Repeat) -> list[str]:
        quote = begun(repeat.evidence[0].quote.text, QUOTED)
        return self._item("  - ", f"{repeat.words} words: “{quote}” {self._places(repeat.evidence)}")

    def _excluded(self, left: LeftOut) -> list[str]:
        words = f"{left.evidence.place} ({left.reason.text}) {begun(left.evidence.quote.text, QUOTED)}"
        return self._item("  ", words, "    ")

    def _matrix(self, of: Outline) -> Iterator[Iterable[str]]:
        if not of.matrix:
            yield [f"  {stock.NOTHING_SHARED}"]
            return
        yield self._item("  ", ", ".join(f"{glyph} {meaning}" for glyph, meaning in stance_legend(_GLYPHS)))
        if head := self._in_columns(map(str, self.numbers.values())):
            yield [f"  {head}"]
        yield from _capped(of.matrix, ROWS, self._row)

    def _row(self, row: Row) -> list[str]:
        stated = sum(cell.stance in (None, Stance.WEAKER) for cell in row.cells)
        marks = self._in_columns(stance_glyph(cell, row, _GLYPHS)[0] for cell in row.cells)
        words = _stated(row.point) + doubt(row.point) + _remarked(row.point)
        return self._item(f"  {marks or f'{stated:>3} of {len(row.cells)}'}  ", words)

    def _in_columns(self, cells: Iterable[str]) -> str:
        """Return what stands in a column for each report; nothing where that takes more than half of the line."""
        count = len(self.numbers)
        column = len(str(count)) + 1
        return "".join(f"{cell:<{column}}" for cell in cells).rstrip() if count * column <= self.width // 2 else ""

    def _conflicts(self, of: Outline) -> Iterator[Iterable[str]]:
        if not of.conflicts:
            yield [f"  {stock.no_conflicts(sought=of.conflicts_sought)}"]
        for conflict in of.conflicts:
            yield self._item("  - ", f"{conflict.kind.value}: {conflict.why.text}{_remarked(conflict)}")
            yield from (self._item("    | ", plain([Cited(e)]), "      ") for side in conflict.sides for e in side)

    def _hand(self, hand: Hand) -> Iterator[Iterable[str]]:
        yield self._item("  ", hand.progress)
        if not hand.lists:
            yield [f"  {stock.NOTHING_MARKED}"]
        for title, listed in hand.lists:
            if title:
                yield self._item("  ", title)
            yield from _capped(listed, MARKS, self._mark, of=lambda marks: len(marks.said))

    def _mark(self, marks: Listed) -> list[str]:
        return self._item("  - ", plain(mark(marks, lambda place: (f"{self._places([place])} ", place.quote))))

    def _portrait(self, portrait: Portrait) -> Iterator[str]:
        only = [
            *_capped(portrait.only_here, POINTS, self._point),
            *_capped(portrait.perhaps, PERHAPS, self._perhaps),
        ]
        title = self._item(f"{self.numbers[portrait.article]}  ", f"{portrait.name.text}, {portrait.source.text}")
        lacks = [*_capped(portrait.lacks, POINTS, self._point)]
        if not portrait.complete:
            lacks.append(["    - unknown: cut"])
        yield from _titled(
            "\n".join(title),
            [
                ["  Only here:" if only else "  Only here: nothing"],
                *only,
                ["  Not in this text:" if lacks else "  Not in this text: nothing that two others state"],
                *lacks,
            ],
        )

    def _point(self, point: Point) -> list[str]:
        words = f"{_stated(point)}{doubt(point)} {self._places(point.evidence)}{_remarked(point)}"
        return self._item("    - ", words)

    def _perhaps(self, point: Point) -> list[str]:
        words = f"{_stated(point)} {self._places(point.evidence)}{_remarked(point)}"
        return self._item(f"    - perhaps ({percent(point.confidence)}%) ", words, "      ")

    def _places(self, evidence: Iterable[Evidence]) -> str:
        return ", ".join(f"{self.numbers[e.article]}:{e.line}" for e in evidence)


def _article(portrait: Portrait) -> str:
    parts = [
        portrait.name.text + portrait.corrected("outlet"),
        portrait.author.text,
        plain(published(portrait, "undated")),
        portrait.source.text,
        portrait.incompleteness,
    ]
    return ", ".join(filter(None, parts))


def _remarked(of: Point | Found | Dispute) -> str:
    return plain(remarks(of))


def _stated(point: Point) -> str:
    kind = "" if point.kind is ClaimKind.FACT else f"{point.kind.value}: "
    return kind + plain([point.text])


def _section(id: str, items: Iterable[Iterable[str]]) -> Iterator[str]:
    return _titled(stock.TITLES[id].upper(), items)


def _titled(title: str, items: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a section's title and items; a section without items is left out."""
    lines = [line for item in items for line in item]
    if lines:
        yield from ("", title, *lines)


def _capped(
    items: Sequence[T], limit: int, line: Callable[[T], Iterable[str]], *, of: Callable[[T], int] = lambda _: 1
) -> Iterator[Iterable[str]]:
    """Yield the first items, and how many more there are; ``of`` tells how many an item stands for."""
    yield from (line(item) for item in items[:limit])
    if rest := sum(map(of, items[limit:])):
        yield [f"  … and {rest} more (all in the Markdown report)"]
