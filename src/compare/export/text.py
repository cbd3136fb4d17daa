"""The report as plain text, for a terminal, a pipe or a mail: the most telling first, and not much of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from compare.export import stock
from compare.export.glyphs import STANCES, stance_glyph, stance_legend
from compare.export.inlines import plain
from compare.export.options import PLAIN, Options
from compare.export.outline import Cell, Detail, Found, LeftOut, Outline, Point, Portrait, Repeat, Row
from compare.export.outlining import outline
from compare.export.telling import doubt, mark, published, remarks
from compare.export.wrap import wrap
from compare.model import ClaimKind, Comparison, FindingKind, Stance
from compare.model.ours import FIRST_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from compare.export.evidence import Evidence
    from compare.export.hand import Hand, Listed
    from compare.export.inlines import Inlines
    from compare.export.outline import Dispute

NARROWEST = 50
"""Cells below which lines get no narrower: file names would fall to pieces."""

FINDINGS, MARKS, ROWS, POINTS, PERHAPS, FACTS, REUSE, EXCLUDED = 12, 20, 12, 6, 3, 15, 6, 8
"""How much of each list is printed; the Markdown report has all of it."""

T = TypeVar("T")

_GLYPHS = STANCES | {Stance.ABSENT: "-"}
"""A dash is wider than a cell in some of the fonts that terminals and mail use."""


def text(comparison: Comparison, width: int = 80, options: Options = PLAIN) -> str:
    """Return the report of a comparison as plain text, lines no wider than ``width`` cells, that ends in a newline."""
    return "\n".join([FIRST_LINE, *_lines(outline(comparison, options), max(width, NARROWEST))]) + "\n"


def _lines(report: Outline, width: int) -> Iterator[str]:
    numbers = {portrait.article: n for n, portrait in enumerate(report.portraits, 1)}

    def finding(found: Found) -> Iterable[str]:
        kind = "conflict: " if found.kind is FindingKind.CONFLICT else ""
        places = ", ".join(evidence.place for evidence in found.evidence)
        return wrap(f"{kind}{found.why.text} {places}{_remarked(found)}", width, f"{found.rank:>3}. ", "     ")

    def fact(detail: Detail) -> Iterable[str]:
        return wrap(
            f"{plain([detail.text])} {_places(detail.evidence, numbers)}", width, f"  {detail.kind.value:<12}", " " * 14
        )

    def excluded(left: LeftOut) -> Iterable[str]:
        return wrap(
            f"{left.evidence.place} ({left.reason.text}) {_short(left.evidence.quote.text)}", width, "  ", "    "
        )

    def reuse(repeat: Repeat) -> Iterable[str]:
        words = f"{repeat.words} words: “{_short(repeat.evidence[0].quote.text)}” {_places(repeat.evidence, numbers)}"
        return wrap(words, width, "  - ", "    ")

    yield ""
    yield from wrap(report.header.title.text, width)
    for portrait in report.portraits:
        yield from wrap(_article(portrait), width, f"  {numbers[portrait.article]}  ", "     ")
    yield from wrap("A place such as 2:14 is line 14 of report 2.", width, "  ", "  ")
    yield from _section("limits", (wrap(limit.text, width, "  - ", "    ") for limit in report.limits))
    yield from _section("findings", _capped(report.findings, FINDINGS, finding))
    if report.hand:
        yield from _hand(report.hand, numbers, width)
    yield from _matrix(report, width)
    yield from _conflicts(report, width)
    for portrait in report.portraits:
        yield from _portrait(portrait, numbers, width)
    yield from _section("facts", _capped(report.facts, FACTS, fact))
    yield from _section("wording", _capped(report.reuse, REUSE, reuse))
    yield from _section("excluded", _capped(report.excluded, EXCLUDED, excluded))
    header = report.header
    yield ""
    yield from wrap(f"compare {header.version}; settings: {header.settings.text}; set {header.digest.text[:16]}", width)


def _article(portrait: Portrait) -> str:
    parts = [
        portrait.name.text + portrait.corrected("outlet"),
        portrait.author.text,
        plain(published(portrait, "undated")),
        portrait.source.text,
        portrait.incompleteness,
    ]
    return ", ".join(filter(None, parts))


def _matrix(report: Outline, width: int) -> Iterator[str]:
    def row(row: Row) -> Iterable[str]:
        marks = _marks(row, width)
        return wrap(
            _stated(row.point) + doubt(row.point) + _remarked(row.point), width, f"  {marks}  ", " " * (len(marks) + 4)
        )

    legend = ", ".join(f"{glyph} {meaning}" for glyph, meaning in stance_legend(_GLYPHS))
    head = _marks_head(len(report.portraits), width)
    rows = [wrap(legend, width, "  ", "  "), [head] if head else [], *_capped(report.matrix, ROWS, row)]
    yield from _section("claims", rows if report.matrix else [[f"  {stock.NOTHING_SHARED}"]])


def _marks(row: Row, width: int) -> str:
    cells = row.cells
    columns = [f"{stance_glyph(cell, row, _GLYPHS)[0]:<{_column(cells)}}" for cell in cells]
    if sum(map(len, columns)) <= width // 2:
        return "".join(columns).rstrip()
    stated = sum(cell.stance in (None, Stance.WEAKER) for cell in cells)
    return f"{stated:>3} of {len(cells)}"


def _marks_head(count: int, width: int) -> str:
    column = len(str(count)) + 1
    return (
        "  " + "".join(f"{n:<{column}}" for n in range(1, count + 1)).rstrip() if count * column <= width // 2 else ""
    )


def _column(cells: Sequence[Cell]) -> int:
    return len(str(len(cells))) + 1


def _conflicts(report: Outline, width: int) -> Iterator[str]:
    found = [
        [
            *wrap(f"{conflict.kind.value}: {conflict.why.text}{_remarked(conflict)}", width, "  - ", "    "),
            *(line for side in conflict.sides for e in side for line in wrap(_cited(e), width, "    | ", "      ")),
        ]
        for conflict in report.conflicts
    ]
    none = stock.no_conflicts(sought=report.conflicts_sought)
    yield from _section("conflicts", found or [[f"  {none}"]])


def _hand(hand: Hand, numbers: Mapping[str, int], width: int) -> Iterator[str]:
    def line(marks: Listed) -> Iterable[str]:
        return wrap(plain(mark(marks, cited)), width, "  - ", "    ")

    def cited(place: Evidence) -> Inlines:
        return f"{_places([place], numbers)} ", place.quote

    def items() -> Iterator[Iterable[str]]:
        yield wrap(hand.progress, width, "  ", "  ")
        if not hand.lists:
            yield [f"  {stock.NOTHING_MARKED}"]
        for title, listed in hand.lists:
            if title:
                yield wrap(title, width, "  ", "  ")
            yield from _capped(listed, MARKS, line, of=lambda marks: len(marks.said))

    yield from _section("marks", items())


def _remarked(of: Point | Found | Dispute) -> str:
    return plain(remarks(of))


def _portrait(portrait: Portrait, numbers: Mapping[str, int], width: int) -> Iterator[str]:
    def line(point: Point) -> Iterable[str]:
        places = _places(point.evidence, numbers)
        return wrap(f"{_stated(point)}{doubt(point)} {places}{_remarked(point)}", width, "    - ", "      ")

    def perhaps(point: Point) -> Iterable[str]:
        words = f"{_stated(point)} {_places(point.evidence, numbers)}{_remarked(point)}"
        return wrap(words, width, f"    - perhaps ({point.confidence:.0%}) ", "      ")

    only = [*_capped(portrait.only_here, POINTS, line), *_capped(portrait.perhaps, PERHAPS, perhaps)]
    number = f"{numbers[portrait.article]}  "
    title = wrap(f"{portrait.name.text}, {portrait.source.text}", width, number, " " * len(number))
    lacks = [*_capped(portrait.lacks, POINTS, line)]
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


def _stated(point: Point) -> str:
    kind = "" if point.kind is ClaimKind.FACT else f"{point.kind.value}: "
    return kind + plain([point.text])


def _places(evidence: Iterable[Evidence], numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{numbers[e.article]}:{e.line}" for e in evidence)


def _cited(evidence: Evidence) -> str:
    return f"{evidence.outlet.text} {evidence.place}: “{evidence.quote.text}”"


def _short(quote: str, limit: int = 60) -> str:
    return quote if len(quote) <= limit else f"{quote[:limit].rstrip()} …"


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
