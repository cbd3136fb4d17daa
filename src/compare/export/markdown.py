"""A report as GitHub-flavoured Markdown: how each kind of block, and each kind of word, looks there."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape as html_escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from compare.export.annotated import LEGENDS, annotated
from compare.export.blocks import Fold, Heading, Items, Pair, Paragraph, Section, Table, Terms, Texts
from compare.export.escape import address, code, escape, own
from compare.export.footnotes import Footnotes
from compare.export.inlines import (
    Address,
    Basis,
    Cited,
    Code,
    Emphasis,
    FileLink,
    Lead,
    Line,
    Note,
    Quotation,
    Reference,
    Sign,
    Standing,
    Strong,
    plain,
)
from compare.model.ours import FIRST_COMMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from compare.export.annotation import AnnotatedArticle
    from compare.export.blocks import Block, Document
    from compare.export.inlines import Inline, Inlines, Leaf
    from compare.export.options import Marks
    from compare.export.outline import Portrait

WIDEST = 60
"""Dashes of the widest column of a table that is printed."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Writes Markdown that ends in a newline.

    Attributes:
        notes: where the footnotes of a report are kept.
        marks: how annotated articles are marked.
        printed: tables tell pandoc how wide their columns are to be.
    """

    notes: Footnotes = field(default_factory=Footnotes)
    marks: Marks = "github"
    printed: bool = False

    def document(self, report: Document) -> str:
        """Return a report."""
        parts = [
            f"{FIRST_COMMENT}\n\n# {escape(report.title.text)}",
            *self._blocks(report.lead),
            *(part for section in report.sections for part in self._section(section)),
            *(["---", f"<sub>{self.inlines(report.foot)}</sub>"] if report.foot else []),
            *self.notes.listed(),
        ]
        return "\n\n".join(parts) + "\n"

    def article(self, portrait: Portrait, text: AnnotatedArticle) -> str:
        """Return an annotated article as a file of its own."""
        above = f"{FIRST_COMMENT}\n\n# {escape(portrait.name.text)}, annotated"
        parts = [above, code(portrait.source.text), *LEGENDS[self.marks], annotated(text, self.marks)]
        return "\n\n".join(parts) + "\n"

    def _section(self, section: Section) -> Iterator[str]:
        if section.folded:
            yield from self._block(Fold((section.title,), section.blocks))
        else:
            yield f"## {own(section.title)}"
            yield from self._blocks(section.blocks)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self.inlines(block.parts)
            case Heading(level=3):
                yield f"### {self.inlines(block.parts)}"
            case Heading():
                yield f"**{self.inlines(block.parts)}**"
            case Items():
                yield "\n".join(self._items(block))
            case Table():
                yield "\n".join(self._table(block))
            case Fold():
                # what stands in the line of a tag is HTML, where nothing is escaped as in Markdown
                yield f"<details><summary>{html_escape(plain(block.title))}</summary>"
                yield from self._blocks(block.blocks)
                yield "</details>"
            case Pair():
                yield from self._blocks((block.left, block.right))
            case Terms():
                yield f"### {escape(block.name.text)}"
                yield "\n".join(f"- {own(name)}: {self._inline(value)}" for name, value in block.pairs)
            case Texts():
                yield from LEGENDS[self.marks]
                for portrait, text in block.articles:
                    yield f"### {escape(portrait.name.text)}, annotated"
                    yield code(portrait.source.text)
                    yield annotated(text, self.marks)

    def _items(self, items: Items) -> Iterator[str]:
        for number, entry in enumerate(items.entries, items.first):
            bullet = f"{number}. " if items.numbered else "- "
            yield f"{bullet}{self.inlines(entry.parts)}"
            yield from (f"{' ' * len(bullet)}- {self.inlines(below)}" for below in entry.below)

    def _table(self, table: Table) -> Iterator[str]:
        head = [self.inlines(cell) for cell in table.head]
        rows = [[self.inlines(cell) for cell in row] for row in table.rows]
        longest = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
        rule = ["-" * min(WIDEST, max(6, width)) if self.printed else "---" for width in longest]
        yield from (f"| {' | '.join(row)} |" for row in (head, rule, *rows))

    def inlines(self, parts: Inlines) -> str:
        """Return words of a line."""
        return "".join(map(self._inline, parts))

    def _inline(self, part: Inline) -> str:
        return own(part) if isinstance(part, str) else _LOOKS.get(type(part), _escaped)(self, part)

    def cited(self, cited: Cited) -> str:
        """Return a place, after its outlet and before its words if these are wanted."""
        evidence = cited.evidence
        who = f"{self._inline(evidence.outlet)} " if cited.named else ""
        return f"{who}{code(evidence.place)}{f': {self._inline(evidence.quote)}' if cited.quoted else ''}"


def _escaped(_: Markdown, leaf: Leaf) -> str:
    return escape(leaf.text)


def _standing(_: Markdown, standing: Standing) -> str:
    line = str(standing.evidence.line) if standing.evidence else ""
    return " ".join(filter(None, (standing.sign.glyph, line, standing.reason)))


_LOOKS: Mapping[type, Callable[[Markdown, Any], str]] = {
    Quotation: lambda _, quotation: escape(quotation.text) if quotation.bare else f"“{escape(quotation.text)}”",
    Code: lambda _, words: code(words.text),
    Address: lambda _, words: address(words.text),
    Basis: lambda _, basis: address(basis.text),
    Strong: lambda to, strong: f"**{to.inlines(strong.parts)}**",
    Emphasis: lambda to, emphasis: f"*{to.inlines(emphasis.parts)}*",
    Sign: lambda _, sign: sign.glyph if sign.meaning else code(sign.glyph),
    Lead: lambda _, lead: f"**{escape(lead.name.text)}**",
    FileLink: lambda _, link: f"[{own(link.words)}]({quote(link.file)})",
    Cited: Markdown.cited,
    Note: lambda to, note: to.notes.mark(note),
    Reference: lambda _, reference: own(f"[{reference.number}]"),
    Line: lambda _, line: str(line.evidence.line),
    Standing: _standing,
}
"""How each kind of words looks that is more than its text."""
