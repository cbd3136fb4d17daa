"""The report as GitHub-flavoured Markdown: what stands out first, every article in full at the end.

That is the profile ``full``. :mod:`~compare.export.github`, :mod:`~compare.export.memo` and
:mod:`~compare.export.paper` render the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export import stock
from compare.export.annotated import LEGENDS, annotated
from compare.export.blocks import (
    FIRST_LINE,
    STANCE_LEGEND,
    bullets,
    cell,
    cited,
    credited,
    made_by,
    point,
    sources,
    table,
)
from compare.export.escape import code, escape
from compare.export.glyphs import LEADING, finding_glyph
from compare.export.hand import TITLE
from compare.export.hand_blocks import marks, remarked
from compare.export.options import PLAIN, Marks, Options
from compare.export.outline import Detail, Found, Outline, Point, Portrait, Row
from compare.export.outlining import outline
from compare.model import LIKELY, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def markdown(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the full report of a comparison as Markdown that ends in a newline."""
    report = outline(comparison, options)
    parts = [
        *_head(report),
        *_findings(report.findings),
        *_hand(report),
        *_matrix(report),
        *_conflicts(report),
        "## Each report against the others",
        *(part for portrait in report.portraits for part in _portrait(portrait)),
        *_facts(report),
        *_reuse(report),
        *_texts(report, options.marks),
        *_excluded(report),
        "## Sources",
        sources(report),
        *_foot(report),
    ]
    return "\n\n".join(parts) + "\n"


def _head(report: Outline) -> Iterator[str]:
    yield f"{FIRST_LINE}\n\n# {escape(report.header.title)}"
    yield stock.read_against(len(report.portraits))
    rows = (
        (
            f"**{escape(p.name)}**{p.by_hand('outlet')}",
            escape(p.article.title) + (f" ({escape(p.article.author)})" if p.article.author else ""),
            escape(p.article.published or "unknown")
            + (f", changed {escape(changed)}" if (changed := p.changed) else "")
            + p.by_hand("published"),
            code(p.article.source),
            p.completeness,
        )
        for p in report.portraits
    )
    yield table(("outlet", "headline", "published", "source", "text"), rows)
    if report.limits:
        yield "## Limits"
        yield bullets(escape(limit) for limit in report.limits)


def _findings(findings: Sequence[Found]) -> Iterator[str]:
    yield "## What stands out"
    if not findings:
        yield stock.NO_FINDINGS
        return
    yield "\n".join(_finding(found) for found in findings[:LEADING])
    if rest := findings[LEADING:]:
        yield f"<details><summary>{len(rest)} more findings</summary>"
        yield "\n".join(_finding(found) for found in rest)
        yield "</details>"


def _finding(found: Found) -> str:
    indent = " " * (len(str(found.rank)) + 2)
    head = f"{found.rank}. {finding_glyph(found)} {escape(found.why)}{remarked(found)}"
    return "\n".join([head, *(f"{indent}- {cited(e, known=found.why)}" for e in found.evidence)])


def _hand(report: Outline) -> Iterator[str]:
    if report.hand:
        yield f"## {TITLE}"
        yield from marks(report.hand)


def _matrix(report: Outline) -> Iterator[str]:
    yield "## Who states what"
    if not report.matrix:
        yield stock.NOTHING_SHARED
        return
    yield f"{stock.MATRIX} {STANCE_LEGEND}"
    head = ("claim", "kind", *(escape(p.name) for p in report.portraits))
    likely = [row for row in report.matrix if row.point.confidence >= LIKELY]
    doubtful = [row for row in report.matrix if row.point.confidence < LIKELY]
    if likely:
        yield table(head, map(_row, likely))
    if doubtful:
        yield f"<details><summary>{len(doubtful)} more, less than {LIKELY:.0%} sure</summary>"
        yield table(head, map(_row, doubtful))
        yield "</details>"


def _row(row: Row) -> tuple[str, ...]:
    return (
        escape(row.point.text) + row.point.doubt + credited(row.point) + remarked(row.point),
        row.point.kind.value,
        *(cell(stands, row) for stands in row.cells),
    )


def _conflicts(report: Outline) -> Iterator[str]:
    yield "## Conflicts"
    if not report.conflicts:
        yield stock.no_conflicts(sought=report.conflicts_sought)
    for conflict in report.conflicts:
        sides = (" · ".join(cited(evidence) for evidence in side) for side in conflict.sides)
        yield f"**{conflict.kind.value.capitalize()}.** {escape(conflict.why)}{remarked(conflict)}"
        yield bullets(sides)


def _portrait(portrait: Portrait) -> Iterator[str]:
    yield f"### {escape(portrait.name)}"
    yield "**Only here**"
    yield from _points(portrait.only_here, stock.NOTHING_OWN, own=True)
    if portrait.perhaps:
        yield f"<details><summary>Perhaps only here: {len(portrait.perhaps)}</summary>"
        yield bullets(f"{point(p, own=True)} ({p.confidence:.0%} sure){remarked(p)}" for p in portrait.perhaps)
        yield "</details>"
    yield "**Not in this text**"
    if not portrait.article.complete:
        yield stock.LACKING_UNKNOWN
    yield from _points(portrait.lacks, stock.NOTHING_LACKING if portrait.article.complete else "")


def _points(points: Sequence[Point], none: str, *, own: bool = False) -> Iterator[str]:
    if points:
        yield bullets(point(p, own=own) + p.doubt + remarked(p) for p in points)
    elif none:
        yield none


def _facts(report: Outline) -> Iterator[str]:
    def row(detail: Detail) -> tuple[str, ...]:
        lines = {e.article: str(e.line) for e in detail.evidence}
        given = (lines.get(portrait.article.id, "") for portrait in report.portraits)
        return detail.kind.value, escape(detail.text), *given

    yield "## Facts"
    if not report.facts:
        yield stock.NO_FACTS
        return
    yield stock.facts_of(len(report.portraits))
    yield table(("kind", "as written", *(escape(p.name) for p in report.portraits)), map(row, report.facts))


def _reuse(report: Outline) -> Iterator[str]:
    if report.reuse:
        yield "## Same wording"
        yield bullets(
            f"{repeat.words} words: “{escape(repeat.evidence[0].quote)}” "
            + ", ".join(f"{escape(e.outlet)} {code(e.place)}" for e in repeat.evidence)
            for repeat in report.reuse
        )


def _texts(report: Outline, marks: Marks) -> Iterator[str]:
    if not report.texts:
        return
    yield "## The reports, annotated"
    yield from LEGENDS[marks]
    for portrait, text in zip(report.portraits, report.texts, strict=True):
        yield f"### {escape(portrait.name)}, annotated"
        yield f"{code(portrait.article.source)}"
        yield annotated(text, marks)


def _excluded(report: Outline) -> Iterator[str]:
    if report.excluded:
        yield "## Not compared"
        yield table(
            ("place", "text", "reason"),
            ((code(e.evidence.place), escape(e.evidence.quote), escape(e.reason)) for e in report.excluded),
        )


def _foot(report: Outline) -> Iterator[str]:
    yield "---"
    yield f"<sub>{made_by(report.header)}</sub>"
