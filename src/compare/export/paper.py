"""The profile ``paper``: numbered sections and tables, and a list of references, for a study that cites the reports.

Pandoc turns it into a document as it stands: there is no HTML in it, no line begins with words from outside, and what
pandoc's Markdown would act on or replace, such as straight quotation marks, is escaped.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from compare.export import sections, stock
from compare.export.blocks import Document, Entry, Items, Paragraph, Section, Table
from compare.export.footnotes import Footnotes
from compare.export.inlines import Note, Strong, bare, joined
from compare.export.markdown import Markdown
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.sources import REPORTS, numbered, references, reports
from compare.export.stock import TITLES
from compare.export.telling import LEGEND, credit, made_by, remarks, standing
from compare.model.ours import FIRST_COMMENT
from compare.model.phrases import percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from compare.export.blocks import Block
    from compare.export.evidence import Evidence
    from compare.export.inlines import Inlines, Reference
    from compare.export.outline import Found, Outline, Point, Portrait, Row
    from compare.model import Comparison


def paper(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the paper on a comparison as Markdown that ends in a newline."""
    of = outline(comparison, options)
    made = Markdown(Footnotes(numbered=numbered(of)), printed=True).document(_arranged(of))
    return "\n".join(map(_still, made.split("\n")))


def _arranged(of: Outline) -> Document:
    """Return the paper, its sections and tables numbered."""
    refs = numbered(of)
    parts = {
        "material": ("Material", _material(of, refs)),
        "limits": (TITLES["limits"], _limits(of)),
        "changes": (
            TITLES["changes"],
            (block for section in sections.changes(of, sections.PLAIN) for block in section.blocks),
        ),
        "findings": ("Findings", _findings(of, refs)),
        "marks": (
            TITLES["marks"],
            (block for section in sections.marks(of, sections.PLAIN) for block in section.blocks),
        ),
        "claims": ("Shared claims", _claims(of, refs)),
        "conflicts": (TITLES["conflicts"], _conflicts(of, refs)),
        "only-here": ("Claims of one report alone", _only_here(of, refs)),
        "lacks": ("Claims that a report does not make", _lacks(of, refs)),
        "facts": (TITLES["facts"], _facts(of, refs)),
        "excluded": ("Text that was not compared", _excluded(of, refs)),
        "method": (TITLES["method"], iter([Paragraph((stock.METHOD,))])),
    }
    if of.hand is None:
        del parts["marks"]
    if not of.revised:
        del parts["changes"]
    tables = count(1)
    numbers = (
        Section(id, f"{n} {title}", tuple(_numbered(blocks, tables)))
        for n, (id, (title, blocks)) in enumerate(parts.items(), 1)
    )
    about = f"A comparison of {len(of.portraits)} reports of one event. A number in brackets is a reference."
    lead = Paragraph((about,)), Paragraph(made_by(of.header))
    return Document(of.header.title, lead, (*numbers, Section("sources", "References", (references(of),))))


_Refs: TypeAlias = "Mapping[str, Reference]"
"""The references by the ids of the articles."""

_Part: TypeAlias = "Iterator[Block | tuple[Inlines, Table]]"
"""The blocks of a section; a table comes with what it holds."""


def _numbered(blocks: _Part, tables: Iterator[int]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, tuple):
            title, table = block
            yield Paragraph((Strong((f"Table {next(tables)}.",)), " ", *title))
            yield table
        else:
            yield block


def _places(evidence: Iterable[Evidence], refs: _Refs) -> Inlines:
    places = ((refs[e.article], f" l. {e.line}, {e.start}–{e.end}") for e in evidence)
    return joined("; ", places)


def _material(of: Outline, refs: _Refs) -> _Part:
    columns: dict[str, Callable[[Portrait], Inlines]] = {
        "no.": lambda portrait: (refs[portrait.article],),
        "outlet": lambda portrait: (portrait.name, portrait.corrected("outlet")),
    }
    columns |= {head: REPORTS[head] for head in ("headline", "published", "language", "words", "text")}
    yield ("The reports. Words are those of the reporting, without furniture.",), reports(of, columns)


def _limits(of: Outline) -> _Part:
    yield Items(tuple(Entry((limit,)) for limit in of.limits)) or Paragraph(("None is known.",))


def _findings(of: Outline, refs: _Refs) -> _Part:
    def told(found: Found) -> Entry:
        articles = dict.fromkeys(e.article for e in found.evidence)
        places = joined(" ", ((refs[article],) for article in articles))
        cited = (" ", *places, Note(found.evidence, found.why.text)) if places else ()
        return Entry((found.why, *cited, *remarks(found)))

    yield Items(tuple(map(told, of.findings)), numbered=True) or Paragraph(("None.",))


def _claims(of: Outline, refs: _Refs) -> _Part:
    if not of.matrix:
        yield Paragraph((stock.NOTHING_SHARED,))
        return

    def cells(row: Row) -> tuple[Inlines, ...]:
        point = row.point
        words = (bare(point.text), *credit(point), Note(point.evidence), *remarks(point))
        sure = f"{percent(point.confidence)}%"
        return words, (point.kind.value,), (sure,), *(standing(cell, row) for cell in row.cells)

    head: tuple[Inlines, ...] = (
        ("claim",),
        ("kind",),
        ("sure",),
        *((refs[portrait.article],) for portrait in of.portraits),
    )
    yield (f"{stock.MATRIX} ", *LEGEND), Table("Claims", head, tuple(map(cells, of.matrix)))


def _conflicts(of: Outline, refs: _Refs) -> _Part:
    if not of.conflicts:
        yield Paragraph((stock.no_conflicts(sought=of.conflicts_sought),))
        return
    rows = (
        (
            (str(n),),
            (c.kind.value,),
            (c.why, *remarks(c)),
            (e.quote,),
            (*_places([e], refs), Note((e,))),
        )
        for n, c in enumerate(of.conflicts, 1)
        for side in c.sides
        for e in side
    )
    head = (("conflict",), ("kind",), ("why",), ("quotation",), ("place",))
    yield ("Conflicts, a row for each sentence on either side.",), Table("Conflicts", head, tuple(rows), heading=2)


def _only_here(of: Outline, refs: _Refs) -> _Part:
    title = "Claims that no other voice states, the sure before those that perhaps none does."
    yield from _points(of, refs, title, lambda portrait: (*portrait.only_here, *portrait.perhaps))


def _lacks(of: Outline, refs: _Refs) -> _Part:
    title = "Claims of two voices or more that a text does not make. What a cut text lacks is unknown."
    yield from _points(of, refs, title, lambda portrait: portrait.lacks)


def _points(of: Outline, refs: _Refs, title: str, told: Callable[[Portrait], Sequence[Point]]) -> _Part:
    rows = tuple(
        (
            (refs[portrait.article],),
            (point.text, *credit(point), *remarks(point)),
            (point.kind.value,),
            (f"{percent(point.confidence)}%",),
            (*_places(point.evidence, refs), Note(point.evidence, point.text.text)),
        )
        for portrait in of.portraits
        for point in told(portrait)
    )
    head = (("report",), ("claim",), ("kind",), ("sure",), ("place",))
    yield ((title,), Table("Claims", head, rows, heading=1)) if rows else Paragraph(("None.",))


def _facts(of: Outline, refs: _Refs) -> _Part:
    if not of.facts:
        yield Paragraph((stock.NO_FACTS,))
        return
    rows = tuple(((d.kind.value,), (d.text,), _places(d.evidence, refs)) for d in of.facts)
    title = "Checkable details, and the first place in each report that gives them."
    yield (title,), Table("Facts", (("kind",), ("as written",), ("places",)), rows, heading=1)


def _excluded(of: Outline, refs: _Refs) -> _Part:
    if not of.excluded:
        yield Paragraph(("None.",))
        return
    rows = tuple((_places([left.evidence], refs), (bare(left.evidence.quote),), (left.reason,)) for left in of.excluded)
    yield ("Text left out, and why.",), Table("Not compared", (("place",), ("text",), ("reason",)), rows, heading=1)


_SMART = re.compile(r"(?<!\\)(['\"]|-(?=-)|\.(?=\.))")
"""What pandoc sets as curly quotation marks, dashes and an ellipsis unless it is escaped."""

_RULE = re.compile(r"\|(?: -+ \|)+")

_CODE = re.compile(r"((?<!\\)`[^`\n]*`|<https?://[^>\n]*>)")


def _still(line: str) -> str:
    """Escape what pandoc would replace, outside of code and addresses."""
    if _RULE.fullmatch(line) or line == FIRST_COMMENT:
        return line
    return "".join(part if n % 2 else _SMART.sub(r"\\\1", part) for n, part in enumerate(_CODE.split(line)))
