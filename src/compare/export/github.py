"""The profile ``pr``: a report for GitHub, always below the size that a comment or a file view there may have.

Tables and folded sections hold what the full report holds; the annotated articles stand in files of their own beside
it. Where the report would grow too large, quotations are shortened and lists end early, and each says what is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.export import sections, stock
from compare.export.blocks import Document, Paragraph
from compare.export.inlines import FileLink, Words
from compare.export.markdown import Markdown
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.quoting import Fit, shortened, with_fewer_names
from compare.export.sections import Plan
from compare.export.sources import REPORTS, reports

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compare.export.inlines import Inlines
    from compare.export.outline import Outline, Portrait
    from compare.model import Comparison

ROOM = 60_000
"""Bytes that a report may have; GitHub takes 65,536 characters in a comment."""

OPEN = 10
"""So many findings and shared claims are listed openly; the rest is folded."""

_PARTS = (
    *sections.TOLD,
    *(sections.questions, sections.facts, sections.excluded, sections.sources, sections.method),
)
"""The sections of the profile, in order."""


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
    report = with_fewer_names(outline(comparison, options))
    if report.texts and not beside:
        limit = "The annotated articles are left out: they are written beside a report that goes to a file."
        report = replace(report, limits=(*report.limits, Words(limit)))
    made = ""
    for size in _SIZES:
        made = Markdown().document(_arranged(shortened(report, Fit(size.words)), size, beside or {}))
        if len(made.encode()) <= ROOM:
            break
    return made


def texts(comparison: Comparison, options: Options = PLAIN) -> dict[str, str]:
    """Return the annotated articles, each as a file of Markdown, by the article's id."""
    report, markdown = outline(comparison, options), Markdown(marks=options.marks)
    pairs = zip(report.portraits, report.texts, strict=False)
    return {text.article: markdown.article(portrait, text) for portrait, text in pairs}


def _arranged(of: Outline, size: _Size, beside: Mapping[str, str]) -> Document:
    plan = Plan(findings=OPEN, claims=OPEN, items=size.items, columns=sections.COLUMNS, noted=True, folded=True)

    def file(portrait: Portrait) -> Inlines:
        return (FileLink("annotated", beside[portrait.article]),) if portrait.article in beside else ()

    columns = {head: REPORTS[head] for head in ("outlet", "headline", "published", "text")} | {"": file}
    lead = (
        Paragraph((stock.read_against(len(of.portraits)),)),
        reports(of, columns, size.items),
        *sections.left(of.portraits, size.items),
    )
    return Document(of.header.title, lead, sections.taken(of, _PARTS, plan))
