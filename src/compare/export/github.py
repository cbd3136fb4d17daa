"""The profile ``pr``: a report for GitHub, always below the size that a comment or a file view there may have.

Tables and folded sections hold what the full report holds; the annotated articles stand in files of their own beside
it. Where the report would grow too large, quotations are shortened and lists end early, and each says what is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape as html_escape
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from compare.export import stock
from compare.export.annotated import LEGENDS, annotated
from compare.export.blocks import (
    FIRST_LINE,
    METHOD,
    STANCE_LEGEND,
    Notes,
    bullets,
    cell,
    credited,
    made_by,
    numbers,
    sources,
    table,
)
from compare.export.escape import code, escape
from compare.export.glyphs import finding_glyph
from compare.export.hand import TITLE
from compare.export.hand_blocks import marks, remarked
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.prose import others
from compare.export.quoting import Short, shortened
from compare.model import LIKELY, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from compare.export.outline import Detail, Found, Outline, Point, Portrait, Row
    from compare.model import Comparison

ROOM = 60_000
"""Bytes that a report may have; GitHub takes 65,536 characters in a comment."""

OPEN = 10
"""So many findings and shared claims are listed openly; the rest is folded."""

COLUMNS = 12
"""From more reports than these no table fits a page with a column for each: counts stand there instead."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Size:
    """How much a report may hold: items of a list, words of a quotation."""

    items: int
    words: int


_SIZES = (
    *(_Size(400, 120), _Size(200, 60), _Size(100, 40), _Size(60, 30), _Size(40, 25), _Size(25, 20)),
    *(_Size(15, 16), _Size(10, 12), _Size(6, 10), _Size(4, 8), _Size(2, 6), _Size(1, 3)),
)


def github(comparison: Comparison, options: Options = PLAIN, beside: Mapping[str, str] | None = None) -> str:
    """Return the report of a comparison for GitHub.

    ``beside`` maps the ids of articles to the names of the files that hold them annotated; without it the report says
    that they are left out.
    """
    report = outline(comparison, options)
    if report.texts and not beside:
        limit = "The annotated articles are left out: they are written beside a report that goes to a file."
        report = replace(report, limits=(*report.limits, limit))
    made = ""
    for size in _SIZES:
        made = "\n\n".join(_parts(_fitted(report, size), size, beside or {})) + "\n"
        if len(made.encode()) <= ROOM:
            break
    return made


def texts(comparison: Comparison, options: Options = PLAIN) -> dict[str, str]:
    """Return the annotated articles, each as a file of Markdown, by the article's id."""
    report = outline(comparison, options)
    return {
        text.article: "\n\n".join(
            [
                f"{FIRST_LINE}\n\n# {escape(portrait.name)}, annotated",
                code(portrait.article.source),
                *LEGENDS[options.marks],
                annotated(text, options.marks),
            ]
        )
        + "\n"
        for portrait, text in zip(report.portraits, report.texts, strict=False)
    }


def _fitted(report: Outline, size: _Size) -> Outline:
    """Return the report with everything from outside as long as the size allows."""
    short = Short(size.words)
    made = shortened(report, short)
    header = replace(made.header, title=short.said(made.header.title), command=short.said(made.header.command))
    return replace(made, header=header, portraits=tuple(_named(p, short) for p in made.portraits))


def _named(portrait: Portrait, short: Short) -> Portrait:
    article = portrait.article
    said = replace(
        article,
        title=short.quote(article.title),
        author=short.quote(article.author or ""),
        url=short.address(article.url or ""),
    )
    return replace(portrait, name=short.name(portrait.name), article=said)


def _parts(report: Outline, size: _Size, beside: Mapping[str, str]) -> Iterator[str]:
    notes = Notes(shown=size.items)
    yield f"{FIRST_LINE}\n\n# {escape(report.header.title)}"
    yield stock.read_against(len(report.portraits))
    yield from _reports(report, size, beside)
    if report.limits:
        yield "## Limits"
        yield bullets(_first(report.limits, size, escape))
    yield from _findings(report.findings, notes, size)
    if report.hand:
        yield f"## {TITLE}"
        yield from marks(report.hand, size.items)
    yield from _matrix(report, notes, size)
    yield from _conflicts(report, notes, size)
    yield "## Each report against the others"
    for portrait in report.portraits[: size.items]:
        yield from _portrait(portrait, notes, size)
    if rest := others(report.portraits, size.items):
        yield _more(rest)
    if report.questions:
        yield "## What to ask next"
        yield numbers(_first(report.questions, size, lambda q: escape(q.text) + notes.mark(*q.evidence, known=q.text)))
    if report.facts:
        yield from _folded(f"Facts: {len(report.facts)}", _facts(report, size))
    if report.excluded:
        rows = [(code(e.evidence.place), escape(e.evidence.quote), escape(e.reason)) for e in report.excluded]
        listed = [table(("place", "text", "reason"), rows[: size.items]), *_left(rows, size)]
        yield from _folded(f"Not compared: {len(rows)} paragraphs", listed)
    listed = [sources(replace(report, portraits=report.portraits[: size.items])), *_left(report.portraits, size)]
    yield from _folded("Sources", listed)
    yield from _folded("Method", [METHOD, made_by(report.header)])
    yield from notes.listed()


def _reports(report: Outline, size: _Size, beside: Mapping[str, str]) -> Iterator[str]:
    rows = [
        (
            f"**{escape(p.name)}**{p.by_hand('outlet')}",
            escape(p.article.title),
            escape(p.article.published or "unknown") + p.by_hand("published"),
            p.completeness,
            f"[annotated]({quote(beside[p.article.id])})" if p.article.id in beside else "",
        )
        for p in report.portraits
    ]
    yield table(("outlet", "headline", "published", "text", ""), rows[: size.items])
    yield from _left(rows, size)


def _findings(findings: Sequence[Found], notes: Notes, size: _Size) -> Iterator[str]:
    def line(found: Found) -> str:
        return f"{found.rank}. {finding_glyph(found)} {escape(found.why)}{note(found)}{remarked(found, size.items)}"

    def note(found: Found) -> str:
        return notes.mark(*found.evidence, known=found.why)

    yield "## What stands out"
    if not findings:
        yield stock.NO_FINDINGS
        return
    yield "\n".join(map(line, findings[: min(OPEN, size.items)]))
    if rest := findings[OPEN : size.items]:
        yield from _folded(f"{len(rest)} more findings", ["\n".join(map(line, rest))])
    yield from _left(findings, size)


def _matrix(report: Outline, notes: Notes, size: _Size) -> Iterator[str]:
    yield "## Who states what"
    if not report.matrix:
        yield stock.NOTHING_SHARED
        return
    wide = len(report.portraits) > COLUMNS
    names = (
        ("states", "less specific", "denies", "lacks", "unknown")
        if wide
        else tuple(escape(p.name) for p in report.portraits)
    )

    def cells(row: Row) -> tuple[str, ...]:
        text = escape(row.point.text) + row.point.doubt + credited(row.point) + remarked(row.point, size.items)
        found = [stands.stance for stands in row.cells]
        counts = (str(found.count(s)) for s in (None, Stance.WEAKER, Stance.DENIED, Stance.ABSENT, Stance.UNKNOWN))
        stances = counts if wide else (cell(stands, row) for stands in row.cells)
        return text + notes.mark(*row.point.evidence, known=row.point.text), row.point.kind.value, *stances

    yield f"The checkable before commentary. {'How many reports do.' if wide else STANCE_LEGEND}"
    likely = [row for row in report.matrix if row.point.confidence >= LIKELY]
    head, shown = ("claim", "kind", *names), min(OPEN, size.items)
    if likely:
        yield table(head, map(cells, likely[:shown]))
    rest = [*likely[shown:], *(row for row in report.matrix if row.point.confidence < LIKELY)]
    if listed := rest[: size.items - shown]:
        yield from _folded(f"{len(listed)} more, the likely first", [table(head, map(cells, listed))])
    if left := len(rest) - len(listed):
        yield _more(left)


def _conflicts(report: Outline, notes: Notes, size: _Size) -> Iterator[str]:
    yield "## Conflicts"
    if not report.conflicts:
        yield stock.no_conflicts(sought=report.conflicts_sought)
    for conflict in report.conflicts[: size.items]:
        yield f"**{conflict.kind.value.capitalize()}.** {escape(conflict.why)}{remarked(conflict, size.items)}"
        yield bullets(
            f"{escape(side[0].outlet)}: “{escape(side[0].quote)}”{notes.mark(*side, known=side[0].quote)}"
            for side in conflict.sides
            if side
        )
    yield from _left(report.conflicts, size)


def _portrait(portrait: Portrait, notes: Notes, size: _Size) -> Iterator[str]:
    def line(stated: Point) -> str:
        note = notes.mark(*stated.evidence, known=stated.text)
        return f"“{escape(stated.text)}” *{stated.kind.value}*{note}{remarked(stated, size.items)}"

    only, perhaps, lacks = portrait.only_here, portrait.perhaps, portrait.lacks
    lacking = f"{len(lacks)} not in this text" if portrait.article.complete else "cut"
    title = f"{portrait.name}: {len(only)} only here, {len(perhaps)} perhaps, {lacking}"
    parts = ["**Only here**", bullets(_first(only, size, line)) or "No claim is surely its own."]
    if perhaps:
        parts += ["**Perhaps only here**"]
        parts += [bullets(_first(perhaps, size, lambda p: f"{line(p)} ({p.confidence:.0%} sure)"))]
    none = "Nothing that two others state." if portrait.article.complete else "Unknown: this text is cut."
    parts += ["**Not in this text**", bullets(_first(lacks, size, lambda p: line(p) + p.doubt)) or none]
    yield from _folded(title, parts)


def _facts(report: Outline, size: _Size) -> Iterator[str]:
    names = [p.name for p in report.portraits]
    by_id = [p.article.id for p in report.portraits]

    def cells(detail: Detail) -> tuple[str, ...]:
        lines = {e.article: str(e.line) for e in detail.evidence}
        given = [str(len(lines))] if len(names) > COLUMNS else [lines.get(article, "") for article in by_id]
        return detail.kind.value, escape(detail.text), *given

    columns = ["reports"] if len(names) > COLUMNS else [escape(name) for name in names]
    yield "Each detail, and on which line a report gives it."
    yield table(("kind", "as written", *columns), map(cells, report.facts[: size.items]))
    yield from _left(report.facts, size)


def _folded(title: str, parts: Sequence[str] | Iterator[str]) -> Iterator[str]:
    # what stands in the line of a tag is HTML, where nothing is escaped as in Markdown
    yield f"<details><summary>{html_escape(title)}</summary>"
    yield from parts
    yield "</details>"


def _first(items: Sequence[T], size: _Size, line: Callable[[T], str]) -> Iterator[str]:
    """Yield the lines of the first items. Those of others are never made: footnotes to them would have no mark."""
    yield from map(line, items[: size.items])
    yield from _left(items, size)


def _left(items: Sequence[T], size: _Size) -> Iterator[str]:
    if rest := others(items, size.items):
        yield _more(rest)


def _more(count: int) -> str:
    return f"… and {count} more, in the full report"
