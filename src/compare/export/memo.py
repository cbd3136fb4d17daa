"""The profile ``memo``: three pages to hand on, in sentences, with what to ask next.

Every statement about the texts has a footnote that leads to the place. What is most telling is told, the checkable
first; what is left out is counted, and stands in the full report.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from compare.export import stock
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
from compare.export.hand import TITLE
from compare.export.hand_blocks import marks, remarked
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.prose import counted, ended, further, listed, number, others
from compare.export.quoting import Short, shortened
from compare.model import LIKELY, SURE, ConflictKind, FindingKind, Stance

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from compare.export.evidence import Evidence
    from compare.export.outline import Dispute, Found, Outline, Point, Portrait, Row
    from compare.model import Comparison

WORDS = 18
"""Words of a sentence that a memo quotes: enough to know it by."""

CONFLICTS, FINDINGS, AGREED, ROWS, OWN, LACKS, QUESTIONS, LIMITS, PLACES = 6, 7, 2, 3, 2, 1, 6, 8, 6
"""How much of each list is told: five reports of usual length make three pages."""

MARKED = 12
"""How many places with marks are told of each list: an editor marks what matters."""

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
        *_portraits(report, notes),
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
    count = number(len(report.portraits)).capitalize()
    named = listed(map(_named, report.portraits))
    yield f"{count} reports of one event, read against each other: {named}."
    yield f"*Made by {made_by(report.header)}*"
    if report.limits:
        yield "## Limits"
        rest = others(report.limits, LIMITS)
        more = [f"… and {rest} more, in the full report"] if rest else []
        yield bullets([*(escape(ended(limit)) for limit in report.limits[:LIMITS]), *more])


def _named(portrait: Portrait) -> str:
    published = escape(portrait.article.published or "undated") + portrait.by_hand("published")
    known = ", ".join(part for part in (published, portrait.incompleteness) if part)
    return f"{escape(portrait.name)}{portrait.by_hand('outlet')} ({known})"


def _told(report: Outline) -> list[Found]:
    """Return the findings that are told: the sure ones by rank, without the conflicts, which are told by themselves."""
    return [f for f in report.findings if f.kind is not FindingKind.CONFLICT and f.sure][:FINDINGS]


def _findings(report: Outline, notes: Notes) -> Iterator[str]:
    yield "## What stands out"
    told = _told(report)
    if not told:
        yield "No report surely stands alone with anything, and none surely lacks what two others state."
    unknown = _often_unknown(told)
    for kinds in ((FindingKind.FACT,), (FindingKind.SOLE,), (FindingKind.OMISSION,)):
        if said := [_sentence(f, unknown, notes) for f in told if f.kind in kinds]:
            yield " ".join(said)
    if unknown:
        yield f"What only others are said to state may stand in {escape(unknown)} too: that is unknown."
    findings = [f for f in report.findings if f.kind is not FindingKind.CONFLICT]
    if rest := others(findings, len(told)):
        yield f"{further(rest, 'finding')}{_unsure(sum(not f.sure for f in findings), rest)}: see the full report."


def _unsure(perhaps: int, of: int) -> str:
    if not perhaps:
        return ""
    return f", {number(perhaps)} of them no more than likely" if perhaps < of else ", no more than likely"


_UNKNOWN = re.compile(r" \(unknown of ([^()]+)\)")


def _often_unknown(told: Sequence[Found]) -> str:
    """Return of whom it is unknown again and again whether they state it, which is then said once for all."""
    counts = Counter(found[1] for f in told if (found := _UNKNOWN.search(f.why)))
    who, count = counts.most_common(1)[0] if counts else ("", 0)
    return who if count > 1 else ""


def _sentence(found: Found, unknown: str, notes: Notes) -> str:
    """Return a finding as a sentence, without of whom it is unknown as it is of the others."""
    why = found.why.replace(f" (unknown of {unknown})", "", 1) if unknown else found.why
    return f"{escape(ended(why))}{notes.mark(*found.evidence, known=found.why)}{remarked(found)}"


def _hand(report: Outline) -> Iterator[str]:
    if report.hand:
        yield f"## {TITLE}"
        yield from marks(report.hand, MARKED)


def _conflicts(report: Outline, notes: Notes) -> Iterator[str]:
    yield "## Where they disagree"
    if not report.conflicts:
        yield stock.no_conflicts(sought=report.conflicts_sought)
    for conflict in report.conflicts[:CONFLICTS]:
        yield f"{_disagreement(conflict)}{remarked(conflict)}"
        yield bullets(
            f"{escape(side[0].outlet)}: “{escape(side[0].quote)}”{notes.mark(*side, known=side[0].quote)}"
            for side in conflict.sides
            if side
        )
    if rest := others(report.conflicts, CONFLICTS):
        yield f"{further(rest, 'conflict')}: see the full report."


_LAST_QUOTED = re.compile(r": “([^”]*)”\.?$")


def _disagreement(conflict: Dispute) -> str:
    """Return what a conflict is about, after its kind, unless it begins with that."""
    why, kind = conflict.why, conflict.kind.value
    if conflict.kind is ConflictKind.FRAMING:
        why = _LAST_QUOTED.sub("", why)  # both sides are quoted below
    lead = "" if kind in why.casefold().partition(".")[0] else f"**{kind.capitalize()}.** "
    return f"{lead}{escape(ended(why))}"


def _shared(report: Outline) -> list[Row]:
    """Return the rows that are told as what all state."""
    likely = [row for row in report.matrix if row.point.confidence >= LIKELY]
    return [row for row in likely if all(c.stance in (None, Stance.WEAKER) for c in row.cells)][:AGREED]


def _agreed(report: Outline, notes: Notes) -> Iterator[str]:
    if shared := _shared(report):
        yield "## What all of them state"
        yield " ".join(_quote(row.point, notes) for row in shared)


def _questions(report: Outline, notes: Notes) -> Iterator[str]:
    if report.questions:
        yield "## What to ask next"
        yield numbers(escape(q.text) + notes.mark(*q.evidence, known=q.text) for q in report.questions[:QUESTIONS])
        if rest := others(report.questions, QUESTIONS):
            yield f"{further(rest, 'question')}: see the profile `pr`."


def _portraits(report: Outline, notes: Notes) -> Iterator[str]:
    told = {found.evidence for found in _told(report)}
    for at, portrait in enumerate(report.portraits):
        foreign = sum(row.cells[at].reason == "other language" for row in report.matrix)
        yield f"**{escape(portrait.name)}** {_alone(portrait, told, notes)} {_lacking(portrait, foreign, notes)}"


def _lacking(portrait: Portrait, foreign: int, notes: Notes) -> str:
    """Return what a report lacks; of as many as ``foreign`` shared claims its language leaves that open."""
    if not portrait.article.complete:
        return "It is cut: what it lacks is unknown."
    if lacks := [p for p in portrait.lacks if p.confidence >= LIKELY]:
        return ended(f"Not in this text, but in two others or more: {_quoted(lacks, LACKS, notes)}")
    if foreign:
        return f"It is in another language: whether it makes {counted(foreign, 'claim')} of the others is unknown."
    return "It lacks nothing that two others likely state."


def _alone(portrait: Portrait, told: Container[tuple[Evidence, ...]], notes: Notes) -> str:
    """Return what a report alone states; what was quoted of that already is not quoted again."""
    only = [p for p in portrait.only_here if p.confidence >= SURE]
    above = "".join(notes.mark(*p.evidence, known=p.text) for p in only if p.evidence in told)
    new = [p for p in only if p.evidence not in told]
    if not only:
        return "states nothing that is surely its own."
    if not new:
        return f"states alone what is quoted above{above}."
    if not above:
        return ended(f"states alone: {_quoted(new, OWN, notes)}")
    return ended(f"states alone what is quoted above{above}, and {_quoted(new, OWN - 1, notes)}")


def _quoted(points: Sequence[Point], shown: int, notes: Notes) -> str:
    told = [_quote(p, notes) for p in points[:shown]]
    rest = others(points, shown)
    return "; ".join(told) + (f"; and {number(rest)} more" if rest else "")


def _quote(stated: Point, notes: Notes) -> str:
    return f"“{escape(stated.text)}”{notes.mark(*stated.evidence, known=stated.text)}{remarked(stated)}"


def _matrix(report: Outline, notes: Notes) -> Iterator[str]:
    told = _shared(report)
    rows = [row for row in report.matrix if row.point.confidence >= LIKELY and row not in told]
    yield "## Who states what"
    if not rows:
        yield (
            "No further claim is likely shared by two reports." if told else "No claim is likely shared by two reports."
        )
        return
    if len(report.portraits) > COLUMNS:
        yield f"{counted(len(rows), 'claim').capitalize()} of two reports or more: see the full report."
        return

    def cells(row: Row) -> tuple[str, ...]:
        text = f"{escape(row.point.text)}{notes.mark(*row.point.evidence, known=row.point.text)}"
        text += remarked(row.point)
        return text, *(cell(stands, row) for stands in row.cells)

    yield table(("claim", *(escape(p.name) for p in report.portraits)), map(cells, rows[:ROWS]), printed=True)
    rest = others(report.matrix, len(told) + len(rows[:ROWS]))
    yield STANCE_LEGEND + (f" {further(rest, 'claim')}: see the full report." if rest else "")


def _excluded(report: Outline, notes: Notes) -> Iterator[str]:
    if report.excluded:
        reasons = Counter(left.reason for left in report.excluded)
        said = (escape(reason) + (f" ({count})" if count > 1 else "") for reason, count in reasons.items())
        places = notes.mark(*(left.evidence for left in report.excluded))
        yield "## Not compared"
        yield f"{counted(len(report.excluded), 'paragraph').capitalize()} of no reporting: {listed(said)}.{places}"
