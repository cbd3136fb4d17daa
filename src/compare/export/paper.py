"""The profile ``paper``: numbered sections and tables, and a list of references, for a study that cites the reports.

Pandoc turns it into a document as it stands: there is no HTML in it, no line begins with words from outside, and what
pandoc's Markdown would act on or replace, such as straight quotation marks, is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.export import stock
from compare.export.blocks import (
    FIRST_LINE,
    METHOD,
    STANCE_LEGEND,
    Notes,
    bullets,
    cell,
    credited,
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
from compare.model.tally import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from compare.export.evidence import Evidence
    from compare.export.outline import Outline, Point, Portrait
    from compare.model import Comparison

_SMART = re.compile(r"(?<!\\)(['\"]|-(?=-)|\.(?=\.))")
"""What pandoc sets as curly quotation marks, dashes and an ellipsis unless it is escaped."""


class _Paper:
    """A paper in the making: it counts its tables, and knows the references by their numbers."""

    def __init__(self, report: Outline) -> None:
        self._report = report
        self._numbers = numbered(report)
        self._notes = Notes(numbered=self._numbers)
        self._tables = 0

    def parts(self) -> Iterator[str]:
        report = self._report
        yield f"{FIRST_LINE}\n\n# {escape(report.header.title)}"
        yield f"A comparison of {len(report.portraits)} reports of one event. A number in brackets is a reference."
        yield made_by(report.header)
        marked = ((TITLE, self._hand),) if report.hand else ()
        for number, (title, make) in enumerate(
            (
                ("Material", self._material),
                ("Limits", self._limits),
                ("Findings", self._findings),
                *marked,
                ("Shared claims", self._matrix),
                ("Conflicts", self._conflicts),
                ("Claims of one report alone", self._only),
                ("Claims that a report does not make", self._lacks),
                ("Facts", self._facts),
                ("Text that was not compared", self._excluded),
                ("Method", lambda: iter([METHOD])),
            ),
            1,
        ):
            yield f"## {number} {title}"
            yield from make()
        yield "## References"
        yield sources(report)
        yield from self._notes.listed()

    def _table(self, title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        self._tables += 1
        yield f"**Table {self._tables}.** {title}"
        yield table(head, rows, printed=True)

    def _ref(self, article: str) -> str:
        return f"\\[{self._numbers[article]}\\]"

    def _places(self, evidence: Iterable[Evidence]) -> str:
        return "; ".join(f"{self._ref(e.article)} l. {e.line}, {e.start}–{e.end}" for e in evidence)

    def _material(self) -> Iterator[str]:
        rows = (
            (
                self._ref(p.article.id),
                escape(p.name) + p.by_hand("outlet"),
                escape(p.article.title),
                escape(p.article.published or "unknown") + p.by_hand("published"),
                escape(p.article.language),
                str(words_of(p.article)),
                p.completeness,
            )
            for p in self._report.portraits
        )
        head = ("no.", "outlet", "headline", "published", "language", "words", "text")
        yield from self._table("The reports. Words are those of the reporting, without furniture.", head, rows)

    def _limits(self) -> Iterator[str]:
        yield bullets(map(escape, self._report.limits)) or "None is known."

    def _findings(self) -> Iterator[str]:
        findings = self._report.findings
        told = (f"{escape(f.why)} {self._cite(f.evidence, f.why)}".rstrip() + remarked(f) for f in findings)
        yield numbers(told) or "None."

    def _hand(self) -> Iterator[str]:
        if self._report.hand:
            yield from marks(self._report.hand)

    def _cite(self, evidence: Sequence[Evidence], known: str) -> str:
        refs = dict.fromkeys(self._ref(e.article) for e in evidence)
        return f"{' '.join(refs)}{self._notes.mark(*evidence, known=known)}"

    def _matrix(self) -> Iterator[str]:
        if not self._report.matrix:
            yield stock.NOTHING_SHARED
            return
        rows = (
            (
                f"{escape(row.point.text)}{credited(row.point)}{self._notes.mark(*row.point.evidence)}"
                + remarked(row.point),
                row.point.kind.value,
                f"{row.point.confidence:.0%}",
                *(cell(stands, row) for stands in row.cells),
            )
            for row in self._report.matrix
        )
        refs = (self._ref(p.article.id) for p in self._report.portraits)
        yield from self._table(
            f"Claims of two reports or more. {STANCE_LEGEND}", ("claim", "kind", "sure", *refs), rows
        )

    def _conflicts(self) -> Iterator[str]:
        conflicts = self._report.conflicts
        if not conflicts:
            yield "None was found." if self._report.conflicts_sought else "They were not looked for."
            return
        rows = (
            (
                str(n),
                c.kind.value,
                escape(c.why) + remarked(c),
                f"“{escape(e.quote)}”",
                f"{self._places([e])}{self._notes.mark(e)}",
            )
            for n, c in enumerate(conflicts, 1)
            for side in c.sides
            for e in side
        )
        head = ("conflict", "kind", "why", "quotation", "place")
        yield from self._table("Conflicts, a row for each sentence on either side.", head, rows)

    def _only(self) -> Iterator[str]:
        title = "Claims that no other voice states, the sure before those that perhaps none does."
        yield from self._claims(title, lambda p: (*p.only_here, *p.perhaps))

    def _lacks(self) -> Iterator[str]:
        title = "Claims of two voices or more that a text does not make. What a cut text lacks is unknown."
        yield from self._claims(title, lambda p: p.lacks)

    def _claims(self, title: str, of: Callable[[Portrait], Sequence[Point]]) -> Iterator[str]:
        rows = [
            (
                self._ref(p.article.id),
                f"“{escape(c.text)}”{credited(c)}{remarked(c)}",
                c.kind.value,
                f"{c.confidence:.0%}",
                f"{self._places(c.evidence)}{self._notes.mark(*c.evidence, known=c.text)}",
            )
            for p in self._report.portraits
            for c in of(p)
        ]
        if rows:
            yield from self._table(title, ("report", "claim", "kind", "sure", "place"), rows)
        else:
            yield "None."

    def _facts(self) -> Iterator[str]:
        rows = [(d.kind.value, escape(d.text), self._places(d.evidence)) for d in self._report.facts]
        if rows:
            title = "Checkable details, and the first place in each report that gives them."
            yield from self._table(title, ("kind", "as written", "places"), rows)
        else:
            yield "None."

    def _excluded(self) -> Iterator[str]:
        rows = [(self._places([e.evidence]), escape(e.evidence.quote), escape(e.reason)) for e in self._report.excluded]
        if rows:
            yield from self._table("Text left out, and why.", ("place", "text", "reason"), rows)
        else:
            yield "None."


def paper(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the paper on a comparison as Markdown that ends in a newline."""
    made = "\n\n".join(_Paper(outline(comparison, options)).parts()) + "\n"
    return "\n".join(line if _RULE.fullmatch(line) or line == FIRST_LINE else _still(line) for line in made.split("\n"))


_RULE = re.compile(r"\|(?: -+ \|)+")

_CODE = re.compile(r"((?<!\\)`[^`\n]*`|<https?://[^>\n]*>)")


def _still(line: str) -> str:
    """Escape what pandoc would replace, outside of code and addresses."""
    return "".join(part if n % 2 else _SMART.sub(r"\\\1", part) for n, part in enumerate(_CODE.split(line)))
