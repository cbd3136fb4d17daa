"""The profile ``memo``: three pages to hand on, in sentences, with what to ask next.

Every statement about the texts has a footnote that leads to the place. What is most telling is told, the checkable
first; what is left out is counted, and stands in the full report.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from compare.export.blocks import (
    FIRST_LINE,
    METHOD,
    STANCE_LEGEND,
    Notes,
    bullets,
    cell,
    made_by,
    numbered,
    numbers,
    sources,
    table,
)
from compare.export.escape import escape
from compare.export.hand_blocks import TITLE, by_hand, marks, remarked
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.prose import counted, listed, number, others
from compare.export.quoting import Short, shortened
from compare.model import LIKELY, SURE, FindingKind, Stance, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.export.outline import Found, Outline, Point, Portrait, Row
    from compare.model import Comparison

WORDS = 18
"""Words of a sentence that a memo quotes: enough to know it by."""

CONFLICTS, FINDINGS, AGREED, ROWS, OWN, LACKS, QUESTIONS, LIMITS, PLACES = 6, 7, 2, 4, 2, 1, 6, 8, 12
"""How much of each list is told: five reports of usual length make three pages."""

MARKED = 12
"""How many marks of each list are told: an editor marks what matters."""

COLUMNS = 12
"""From more reports than these the matrix does not fit the page, and is left to the full report."""


def memo(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the memo of a comparison as Markdown that ends in a newline."""
    report = shortened(outline(comparison, options), Short(WORDS))
    notes = Notes(shown=PLACES, quoted=1, numbered=numbered(report))
    parts = [
        *_head(report),
        *_findings(report, notes),
        *_hand(report),
        *_conflicts(report, notes),
        *_agreed(report, notes),
        *_questions(report, notes),
        "## Report by report",
        *(part for portrait in report.portraits for part in _portrait(portrait, notes)),
        *_matrix(report, notes),
        *_excluded(report, notes),
        "## Method and sources",
        METHOD,
        sources(report),
        *notes.listed(),
    ]
    return "\n\n".join(parts) + "\n"


def _head(report: Outline) -> Iterator[str]:
    yield f"{FIRST_LINE}\n\n# {escape(report.header.title)}"
    dated = (
        f"{escape(p.name)}{by_hand(p, 'outlet')} ({escape(p.article.published or 'undated')}{by_hand(p, 'published')}"
        f"{'' if p.article.complete else ', cut'}{by_hand(p, 'complete')})"
        for p in report.portraits
    )
    count = number(len(report.portraits)).capitalize()
    yield f"{count} reports of one event, read against each other: {listed(dated)}."
    yield f"*Made by {made_by(report.header)}*"
    if report.limits:
        yield "## Limits"
        rest = others(report.limits, LIMITS)
        more = [f"… and {rest} more, in the full report"] if rest else []
        yield bullets([*(escape(limit) for limit in report.limits[:LIMITS]), *more])


def _findings(report: Outline, notes: Notes) -> Iterator[str]:
    yield "## What stands out"
    found = [f for f in report.findings if f.kind is not FindingKind.CONFLICT and f.sure]
    cut = sorted(one_line(p.article.label) for p in report.portraits if not p.article.complete)
    unknown = f" (unknown of {listed(cut)})" if cut else ""
    told = found[:FINDINGS]
    if not told:
        yield "No report surely stands alone with anything, and none surely lacks what two others state."
    for kinds in ((FindingKind.FACT,), (FindingKind.SOLE,), (FindingKind.OMISSION,)):
        if said := [_sentence(f, unknown, notes) for f in told if f.kind in kinds]:
            yield " ".join(said)
    if unknown and any(unknown in f.why for f in told):
        yield f"What is said to stand only in one text is unknown of {escape(listed(cut))}, cut as it is."
    perhaps = sum(not f.sure for f in report.findings)
    if rest := others(found, FINDINGS) + perhaps:
        unsure = f", {number(perhaps)} of them no more than likely" if perhaps else ""
        yield f"{counted(rest, 'further finding').capitalize()}{unsure}: see the full report."


def _sentence(found: Found, unknown: str, notes: Notes) -> str:
    """Return a finding as a sentence. What holds of all of them, that a cut text is unknown, is said once for all."""
    why = found.why.replace(unknown, "", 1) if unknown else found.why
    stop = "" if why.rstrip("”’\"'").endswith((".", "!", "?", "…")) else "."
    return f"{escape(why)}{stop}{notes.mark(*found.evidence, known=found.why)}{remarked(found)}"


def _hand(report: Outline) -> Iterator[str]:
    if report.hand:
        yield f"## {TITLE}"
        yield from marks(report.hand, MARKED)


def _conflicts(report: Outline, notes: Notes) -> Iterator[str]:
    yield "## Where they disagree"
    if not report.conflicts_sought:
        yield "Conflicts were not looked for."
    elif not report.conflicts:
        yield "No conflicts were found."
    for conflict in report.conflicts[:CONFLICTS]:
        yield f"{conflict.kind.value.capitalize()}: {escape(conflict.why)}{remarked(conflict)}"
        yield bullets(
            f"{escape(side[0].outlet)}: “{escape(side[0].quote)}”{notes.mark(*side, known=side[0].quote)}"
            for side in conflict.sides
            if side
        )
    if rest := others(report.conflicts, CONFLICTS):
        yield f"{counted(rest, 'further conflict').capitalize()}: see the full report."


def _agreed(report: Outline, notes: Notes) -> Iterator[str]:
    shared = [
        row.point
        for row in report.matrix
        if row.point.confidence >= LIKELY and all(c.stance in (None, Stance.WEAKER) for c in row.cells)
    ]
    if shared:
        yield "## What all of them state"
        yield " ".join(_quote(p, notes) for p in shared[:AGREED])


def _questions(report: Outline, notes: Notes) -> Iterator[str]:
    if report.questions:
        yield "## What to ask next"
        yield numbers(escape(q.text) + notes.mark(*q.evidence, known=q.text) for q in report.questions[:QUESTIONS])
        if rest := others(report.questions, QUESTIONS):
            yield f"{counted(rest, 'further question').capitalize()}: see the profile `pr`."


def _portrait(portrait: Portrait, notes: Notes) -> Iterator[str]:
    only = [p for p in portrait.only_here if p.confidence >= SURE]
    said = [f"**{escape(portrait.name)}**"]
    said.append(f"states alone: {_quoted(only, OWN, notes)}." if only else "states nothing that is surely its own.")
    lacks = [p for p in portrait.lacks if p.confidence >= LIKELY]
    if not portrait.article.complete:
        said.append("It is cut: what it lacks is unknown.")
    elif lacks:
        said.append(f"Not in this text, but in two others: {_quoted(lacks, LACKS, notes)}.")
    else:
        said.append("It lacks nothing that two others likely state.")
    yield " ".join(said)


def _quoted(points: Sequence[Point], shown: int, notes: Notes) -> str:
    told = [_quote(p, notes) for p in points[:shown]]
    rest = others(points, shown)
    return "; ".join(told) + (f"; and {number(rest)} more" if rest else "")


def _quote(stated: Point, notes: Notes) -> str:
    return f"“{escape(stated.text)}”{notes.mark(*stated.evidence, known=stated.text)}{remarked(stated)}"


def _matrix(report: Outline, notes: Notes) -> Iterator[str]:
    rows = [row for row in report.matrix if row.point.confidence >= LIKELY]
    yield "## Who states what"
    if not rows:
        yield "No claim is likely shared by two reports."
        return
    if len(report.portraits) > COLUMNS:
        yield f"{counted(len(rows), 'claim').capitalize()} of two reports or more: see the full report."
        return

    def cells(row: Row) -> tuple[str, ...]:
        text = f"{escape(row.point.text)}{notes.mark(*row.point.evidence, known=row.point.text)}"
        text += remarked(row.point)
        return text, *(cell(stands, row) for stands in row.cells)

    yield table(("claim", *(escape(p.name) for p in report.portraits)), map(cells, rows[:ROWS]), printed=True)
    rest = others(report.matrix, ROWS)
    yield STANCE_LEGEND + (f" {counted(rest, 'further claim').capitalize()}: see the full report." if rest else "")


def _excluded(report: Outline, notes: Notes) -> Iterator[str]:
    if report.excluded:
        reasons = Counter(left.reason for left in report.excluded)
        said = (f"{escape(reason)} ({count})" for reason, count in reasons.items())
        places = notes.mark(*(left.evidence for left in report.excluded))
        yield "## Not compared"
        yield f"{counted(len(report.excluded), 'paragraph').capitalize()}, for being: {listed(said)}.{places}"
