"""Everything a comparison holds: the Markdown profile ``full``, and the page.

What stands out comes first, every article in full at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export import sections, stock
from compare.export.blocks import Document, Paragraph, Section
from compare.export.markdown import Markdown
from compare.export.options import PLAIN, Options
from compare.export.outlining import outline
from compare.export.sources import REPORTS, reports
from compare.export.telling import made_by

if TYPE_CHECKING:
    from compare.export.outline import Outline
    from compare.model import Comparison


def markdown(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the full report of a comparison as Markdown that ends in a newline."""
    return Markdown(marks=options.marks).document(_full(outline(comparison, options)))


def html(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the report of a comparison as an HTML page that ends in a newline."""
    from compare.export.anchors import Anchors
    from compare.export.html import Page

    of = outline(comparison, options)
    return Page(Anchors.of(of), of.header.version).document(_page(of))


_LISTED = (*sections.TOLD, sections.facts, sections.wording, sections.texts)


def _full(of: Outline) -> Document:
    columns = {head: REPORTS[head] for head in ("outlet", "headline", "published", "source", "text")}
    lead = Paragraph((stock.read_against(len(of.portraits)),)), reports(of, columns)
    parts = *_LISTED, sections.excluded, sections.sources, sections.method
    return Document(of.header.title, lead, sections.taken(of, parts), made_by(of.header))


def _page(of: Outline) -> Document:
    columns = {head: REPORTS[head] for head in ("outlet", "headline", "published", "text")}
    named = Section("reports", stock.TITLES["reports"], (reports(of, columns),))
    lead = (Paragraph((stock.read_against(len(of.portraits)),)),)
    parts = *_LISTED, sections.paragraphs, sections.excluded, sections.data, sections.method
    return Document(of.header.title, lead, (named, *sections.taken(of, parts)), made_by(of.header))
