"""The report as GitHub-flavoured Markdown: what stands out first, every article in full at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.annotated import LEGEND, annotated
from compare.export.escape import code, escape
from compare.export.glyphs import FINDINGS, LEADING, STANCES
from compare.export.outline import Cell, Detail, Found, Outline, Point, Portrait, Row
from compare.export.outlining import outline
from compare.model import GLYPHS, LIKELY, Comparison, Mark, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.export.evidence import Evidence

FIRST_LINE = "<!-- compare/1 report -->"
"""What every Markdown report begins with: it tells reports from what must not be written over."""


def markdown(comparison: Comparison) -> str:
    """Return the report of a comparison as Markdown that ends in a newline."""
    report = outline(comparison)
    parts = [
        *_head(report),
        *_findings(report.findings),
        *_matrix(report),
        *_conflicts(report),
        "## Each report against the others",
        *(part for portrait in report.portraits for part in _portrait(portrait)),
        *_facts(report.facts, [portrait.name for portrait in report.portraits]),
        *_reuse(report),
        *_texts(report),
        *_excluded(report),
        *_foot(report),
    ]
    return "\n\n".join(parts) + "\n"


def _head(report: Outline) -> Iterator[str]:
    yield f"{FIRST_LINE}\n\n# {escape(report.header.title)}"
    yield f"{len(report.portraits)} reports of one event, read against each other."
    rows = (
        (
            f"**{escape(p.name)}**",
            escape(p.article.title) + (f" ({escape(p.article.author)})" if p.article.author else ""),
            escape(p.article.published or "unknown")
            + (f", changed {escape(changed)}" if (changed := p.changed) else ""),
            code(p.article.source),
            "whole" if p.article.complete else "cut",
        )
        for p in report.portraits
    )
    yield _table(("outlet", "headline", "published", "source", "text"), rows)
    if report.limits:
        yield "## Limits"
        yield _list(escape(limit) for limit in report.limits)


def _findings(findings: Sequence[Found]) -> Iterator[str]:
    yield "## What stands out"
    if not findings:
        yield "Nothing stands out: every claim that was found is shared."
        return
    yield "\n".join(_finding(found) for found in findings[:LEADING])
    if rest := findings[LEADING:]:
        yield f"<details><summary>{len(rest)} more findings</summary>"
        yield "\n".join(_finding(found) for found in rest)
        yield "</details>"


def _finding(found: Found) -> str:
    indent = " " * (len(str(found.rank)) + 2)
    head = f"{found.rank}. {FINDINGS[found.kind] if found.sure else GLYPHS[Mark.UNSURE]} {escape(found.why)}"
    return "\n".join([head, *(f"{indent}- {_cited(e, known=found.why)}" for e in found.evidence)])


def _matrix(report: Outline) -> Iterator[str]:
    yield "## Who states what"
    if not report.matrix:
        yield "No claim was found in more than one report."
        return
    yield (
        "Every claim of two reports or more, the checkable before commentary. A number is the line on which a report "
        "states it: `=` stated · `≈` perhaps stated · `~` less specific · `—` not in this text · `?` unknown."
    )
    head = ("claim", "kind", *(escape(p.name) for p in report.portraits))
    likely = [row for row in report.matrix if row.point.confidence >= LIKELY]
    doubtful = [row for row in report.matrix if row.point.confidence < LIKELY]
    if likely:
        yield _table(head, map(_row, likely))
    if doubtful:
        yield f"<details><summary>{len(doubtful)} more, less than {LIKELY:.0%} sure</summary>"
        yield _table(head, map(_row, doubtful))
        yield "</details>"


def _row(row: Row) -> tuple[str, ...]:
    return (
        escape(row.point.text) + _doubt(row.point) + _credited(row.point),
        row.point.kind.value,
        *(_cell(cell, row) for cell in row.cells),
    )


def _cell(cell: Cell, row: Row) -> str:
    states = GLYPHS[Mark.SHARED if row.point.confidence >= LIKELY else Mark.DOUBTFUL]
    glyph = STANCES[cell.stance] if cell.stance else states
    return " ".join(part for part in (glyph, str(cell.line) if cell.line else "", cell.reason) if part)


def _conflicts(report: Outline) -> Iterator[str]:
    yield "## Conflicts"
    if not report.conflicts_sought:
        yield "Conflicts were not looked for."
    elif not report.conflicts:
        yield "No conflicts were found."
    for conflict in report.conflicts:
        sides = (" · ".join(_cited(evidence) for evidence in side) for side in conflict.sides)
        yield f"**{conflict.kind.value.capitalize()}.** {escape(conflict.why)}"
        yield _list(sides)


def _portrait(portrait: Portrait) -> Iterator[str]:
    yield f"### {escape(portrait.name)}"
    yield "**Only here**"
    yield from _points(portrait.only_here, "No claim of this report is surely its own.", own=True)
    if portrait.perhaps:
        yield f"<details><summary>Perhaps only here: {len(portrait.perhaps)}</summary>"
        yield _list(f"{_point(p, own=True)} ({p.confidence:.0%} sure)" for p in portrait.perhaps)
        yield "</details>"
    yield "**Not in this text**"
    if not portrait.article.complete:
        yield "This text is cut: what it lacks is unknown."
    yield from _points(
        portrait.lacks, "Nothing that two other outlets state is missing here." if portrait.article.complete else ""
    )


def _points(points: Sequence[Point], none: str, *, own: bool = False) -> Iterator[str]:
    if points:
        yield _list(_point(point, own=own) + _doubt(point) for point in points)
    elif none:
        yield none


def _point(point: Point, *, own: bool) -> str:
    """Return a claim with its places; under the article's ``own`` name that need not be said again."""
    places = ", ".join(code(e.place) if own else f"{escape(e.outlet)} {code(e.place)}" for e in point.evidence)
    return f"“{escape(point.text)}” {places} *{point.kind.value}*{_credited(point)}"


def _credited(point: Point) -> str:
    """Return whom a claim is credited to: sources count apart from the outlets that carry them."""
    return f" — credited to {escape(' · '.join(point.sources))}" if point.sources else ""


def _doubt(point: Point) -> str:
    return f" ({point.confidence:.0%} sure)" if point.confidence < LIKELY else ""


def _facts(facts: Sequence[Detail], names: Sequence[str]) -> Iterator[str]:
    yield "## Facts"
    if not facts:
        yield "No checkable details were found."
        return
    yield f"Each detail, and on which line each of the {len(names)} reports gives it."
    rows = (
        (detail.kind.value, escape(detail.text), *(lines.get(name, "") for name in names))
        for detail in facts
        for lines in [{e.outlet: str(e.line) for e in detail.evidence}]
    )
    yield _table(("kind", "as written", *(escape(name) for name in names)), rows)


def _reuse(report: Outline) -> Iterator[str]:
    if report.reuse:
        yield "## Same wording"
        yield _list(
            f"{repeat.words} words: “{escape(repeat.evidence[0].quote)}” "
            + ", ".join(f"{escape(e.outlet)} {code(e.place)}" for e in repeat.evidence)
            for repeat in report.reuse
        )


def _texts(report: Outline) -> Iterator[str]:
    yield "## The reports, annotated"
    yield from LEGEND
    for portrait, text in zip(report.portraits, report.texts, strict=True):
        yield f"### {escape(portrait.name)}, annotated"
        yield f"{code(portrait.article.source)}"
        yield annotated(text)


def _excluded(report: Outline) -> Iterator[str]:
    if report.excluded:
        yield "## Not compared"
        yield _table(
            ("place", "text", "reason"),
            ((code(e.evidence.place), escape(e.evidence.quote), escape(e.reason)) for e in report.excluded),
        )


def _foot(report: Outline) -> Iterator[str]:
    settings = ", ".join(f"{key} {value}" for key, value in report.header.settings)
    yield "---"
    digest = f"set `{report.header.digest}`"
    yield f"<sub>compare {report.header.version} · settings: {escape(settings) or 'none'} · {digest}</sub>"


def _cited(evidence: Evidence, *, known: str = "") -> str:
    """Return evidence with its quotation, unless what is known already quotes it."""
    where = f"{escape(evidence.outlet)} {code(evidence.place)}"
    return where if evidence.quote[:40] in one_line(known) else f"{where}: “{escape(evidence.quote)}”"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
