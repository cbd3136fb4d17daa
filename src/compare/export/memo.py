"""The profile ``memo``: three pages to hand on, in sentences, with what to ask next.

Every statement about the texts has a footnote that leads to the place. What is most telling is told, the checkable
first; what is left out is counted, and stands in the full report.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.export import sections, stock
from compare.export.blocks import Document, Entry, Items, Paragraph, Section, Table
from compare.export.footnotes import Footnotes
from compare.export.inlines import Code, Emphasis, Note, Strong, Words, bare, joined, listed, plain
from compare.export.markdown import Markdown
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.prose import counted, ended, further, number, others
from compare.export.quoting import Short, shortened, with_fewer_names
from compare.export.sections import Plan
from compare.export.sources import numbered, references
from compare.export.stock import TITLES
from compare.export.telling import LEGEND, kind, made_by, published, remarks, standing
from compare.model import SURE, ConflictKind, FindingKind, Stance
from compare.model.unread import FOREIGN

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from compare.export.blocks import Block
    from compare.export.evidence import Evidence
    from compare.export.inlines import Inlines, Name
    from compare.export.outline import Found, Outline, Point, Portrait, Row
    from compare.model import Comparison

WORDS = 18
"""Words of a sentence that a memo quotes: enough to know it by."""

CONFLICTS, FINDINGS, AGREED, ROWS, OWN, LACKS, QUESTIONS, LIMITS, PLACES = 6, 7, 2, 3, 2, 1, 6, 8, 6
"""How much of each list is told: five reports of usual length make three pages."""

CHANGED = 12
"""How many changes are told of a page of which there are versions."""

MARKED = 12
"""How many places with marks are told of each list: an editor marks what matters."""


def memo(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the memo of a comparison as Markdown that ends in a newline."""
    report = shortened(with_fewer_names(outline(comparison, options)), Short(WORDS))
    notes = Footnotes(PLACES, quoted=1, numbered=numbered(report))
    return Markdown(notes, printed=True).document(_arranged(report))


def _arranged(of: Outline) -> Document:
    return Document(
        of.header.title,
        (Paragraph(_opening(of)), Paragraph((Emphasis(("Made by ", *made_by(of.header))),))),
        (
            *sections.limits(_with_stops(of), Plan(items=LIMITS)),
            *sections.changes(of, Plan(items=CHANGED)),
            Section("findings", TITLES["findings"], tuple(_findings(of))),
            *sections.marks(of, Plan(items=MARKED)),
            Section("conflicts", "Where they disagree", tuple(_conflicts(of))),
            *_agreed(of),
            *_questions(of),
            Section("outlets", "Report by report", tuple(_portraits(of))),
            Section("claims", TITLES["claims"], tuple(_claims(of))),
            *_excluded(of),
            Section("sources", "Method and sources", (Paragraph((stock.METHOD,)), references(of))),
        ),
    )


def _opening(of: Outline) -> Inlines:
    count = number(len(of.portraits)).capitalize()
    return f"{count} {stock.READ_AGAINST}: ", *listed(map(_named, of.portraits)), "."


def _named(portrait: Portrait) -> Inlines:
    text = (f", {portrait.incompleteness}",) if portrait.incompleteness else ()
    return portrait.name, portrait.corrected("outlet"), " (", *published(portrait, "undated"), *text, ")"


def _with_stops(of: Outline) -> Outline:
    return replace(of, limits=tuple(Words(ended(limit.text)) for limit in of.limits))


def _told(of: Outline) -> list[Found]:
    """Return the findings that are told: the sure ones by rank, without the conflicts, which are told by themselves."""
    return [f for f in of.findings if f.kind is not FindingKind.CONFLICT and f.sure][:FINDINGS]


def _findings(of: Outline) -> Iterator[Block]:
    told = _told(of)
    if not told:
        yield Paragraph(("No report surely stands alone with anything, and none surely lacks what two others state.",))
    unknown = _often_unknown(told)
    for wanted in (FindingKind.FACT, FindingKind.SOLE, FindingKind.OMISSION):
        if said := [_sentence(f, unknown) for f in told if f.kind is wanted]:
            yield Paragraph(joined(" ", said))
    if unknown:
        who = listed((name,) for name in unknown)
        yield Paragraph(("What only others are said to state may stand in ", *who, " too: that is unknown."))
    findings = [f for f in of.findings if f.kind is not FindingKind.CONFLICT]
    if rest := others(findings, len(told)):
        unsure = _unsure(sum(not f.sure for f in findings), rest)
        yield Paragraph((f"{further(rest, 'finding')}{unsure}: see the full report.",))


def _unsure(perhaps: int, of: int) -> str:
    if not perhaps:
        return ""
    return f", {number(perhaps)} of them no more than likely" if perhaps < of else ", no more than likely"


def _often_unknown(told: Sequence[Found]) -> tuple[Name, ...]:
    """Return of whom it is unknown again and again whether they state it, which is then said once for all."""
    counts = Counter(found.unknown for found in told if found.unknown)
    who, count = counts.most_common(1)[0] if counts else ((), 0)
    return who if count > 1 else ()


def _sentence(found: Found, unknown: tuple[Name, ...]) -> Inlines:
    """Return a finding as a sentence, without of whom it is unknown as it is of the others."""
    why = found.alone if unknown and found.unknown == unknown else found.why
    return Words(ended(why.text)), Note(found.evidence, found.why.text), *remarks(found)


def _conflicts(of: Outline) -> Iterator[Block]:
    if not of.conflicts:
        yield Paragraph((stock.no_conflicts(sought=of.conflicts_sought),))
    for conflict in of.conflicts[:CONFLICTS]:
        lead = () if conflict.kind in _TOLD else (*kind(conflict), " ")
        yield Paragraph((*lead, Words(ended(conflict.apart.text)), *remarks(conflict)))
        yield sections.sides(conflict)
    if rest := others(of.conflicts, CONFLICTS):
        yield Paragraph((f"{further(rest, 'conflict')}: see the full report.",))


_TOLD = frozenset({ConflictKind.FIGURE})
"""The kinds of conflict that need no name, for the reason begins with it."""


def _shared(of: Outline) -> list[Row]:
    """Return the rows that are told as what all state."""
    likely = [row for row in of.matrix if row.point.likely]
    return [row for row in likely if all(c.stance in (None, Stance.WEAKER) for c in row.cells)][:AGREED]


def _agreed(of: Outline) -> Iterator[Section]:
    if shared := _shared(of):
        told = joined(" ", (_quote(row.point) for row in shared))
        yield Section("agreed", "What all of them state", (Paragraph(told),))


def _questions(of: Outline) -> Iterator[Section]:
    if of.questions:
        asked = Items(tuple(Entry(sections.question(q)) for q in of.questions[:QUESTIONS]), numbered=True)
        rest = others(of.questions, QUESTIONS)
        more = [Paragraph((f"{further(rest, 'question')}: see the profile ", Code("pr"), "."))] if rest else []
        yield Section("questions", TITLES["questions"], (asked, *more))


def _portraits(of: Outline) -> Iterator[Block]:
    told = {found.evidence for found in _told(of)}
    for at, portrait in enumerate(of.portraits):
        foreign = sum(row.cells[at].reason in FOREIGN for row in of.matrix)
        name = Strong((portrait.name,))
        yield Paragraph((name, " ", *_alone(portrait, told), " ", *_lacking(portrait, foreign)))


def _lacking(portrait: Portrait, foreign: int) -> Inlines:
    """Return what a report lacks; of as many as ``foreign`` shared claims the language leaves that open."""
    if not portrait.complete:
        return ("It is cut: what it lacks is unknown.",)
    if lacks := [p for p in portrait.lacks if p.likely]:
        return _stopped(("Not in this text, but in two others or more: ", *_quoted(lacks, LACKS)))
    if foreign:
        return (f"Whether it makes {counted(foreign, 'claim')} of the others, in another language, is unknown.",)
    return ("It lacks nothing that two others likely state.",)


def _alone(portrait: Portrait, told: Container[tuple[Evidence, ...]]) -> Inlines:
    """Return what a report alone states; what was quoted of that already is not quoted again."""
    only = [p for p in portrait.only_here if p.confidence >= SURE]
    above = tuple(Note(p.evidence, p.text.text) for p in only if p.evidence in told)
    new = [p for p in only if p.evidence not in told]
    if not only:
        return ("states nothing that is surely its own.",)
    if not new:
        return "states alone what is quoted above", *above, "."
    if not above:
        return _stopped(("states alone: ", *_quoted(new, OWN)))
    return _stopped(("states alone what is quoted above", *above, ", and ", *_quoted(new, OWN - 1)))


def _quoted(points: Sequence[Point], shown: int) -> Inlines:
    rest = others(points, shown)
    return *joined("; ", map(_quote, points[:shown])), *((f"; and {number(rest)} more",) if rest else ())


def _quote(stated: Point) -> Inlines:
    return stated.text, Note(stated.evidence, stated.text.text), *remarks(stated)


def _stopped(parts: Inlines) -> Inlines:
    """Return a sentence with a full stop at its end; that of a quotation is enough."""
    words = plain(parts)
    return parts if ended(words) == words else (*parts, ".")


def _claims(of: Outline) -> Iterator[Block]:
    told = _shared(of)
    rows = [row for row in of.matrix if row.point.likely and row not in told]
    if not rows:
        yield Paragraph((f"No {'further ' if told else ''}claim is likely shared by two reports.",))
        return
    if len(of.portraits) > sections.COLUMNS:
        count = counted(len(rows), "claim").capitalize()
        yield Paragraph((f"{count} of two reports or more: see the full report.",))
        return

    def cells(row: Row) -> tuple[Inlines, ...]:
        point = row.point
        words = (bare(point.text), Note(point.evidence, point.text.text), *remarks(point))
        return words, *(standing(cell, row) for cell in row.cells)

    head: tuple[Inlines, ...] = (("claim",), *((portrait.name,) for portrait in of.portraits))
    yield Table("Claims by outlet", head, tuple(map(cells, rows[:ROWS])))
    rest = others(of.matrix, len(told) + len(rows[:ROWS]))
    yield Paragraph((*LEGEND, *((f" {further(rest, 'claim')}: see the full report.",) if rest else ())))


def _excluded(of: Outline) -> Iterator[Section]:
    if of.excluded:
        reasons = Counter(left.reason for left in of.excluded)
        said = listed((reason, f" ({count})" if count > 1 else "") for reason, count in reasons.items())
        count = counted(len(of.excluded), "paragraph").capitalize()
        places = Note(tuple(left.evidence for left in of.excluded))
        yield Section("excluded", TITLES["excluded"], (Paragraph((f"{count} of no reporting: ", *said, ".", places)),))
