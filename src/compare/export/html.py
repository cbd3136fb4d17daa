"""A report as one HTML page that needs nothing else: no script, no font, no picture, no network.

The page may be opened from a mail or put on a server, so it holds a policy that lets a browser load and run nothing:
even a mistake in escaping could not act. Its style stands in ``report.css`` beside this module.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

from compare.export.blocks import Entry, Fold, Heading, Items, Pair, Paragraph, Section, Table, Terms, Texts
from compare.export.elements import Child, element, folded, glyph, items, table, written
from compare.export.html_texts import legend, panes
from compare.export.inlines import (
    Address,
    Basis,
    Cited,
    Code,
    Datum,
    Emphasis,
    FileLink,
    Lead,
    Line,
    Name,
    Note,
    Quotation,
    Reference,
    Sign,
    Standing,
    Strong,
    Title,
    joined,
    plain,
    web_address,
)
from compare.model.ours import FIRST_COMMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from compare.export.anchors import Anchors
    from compare.export.blocks import Block, Document
    from compare.export.inlines import Inline, Inlines, Leaf


@dataclass(frozen=True, slots=True)
class Page:
    """Writes a page that ends in a newline. ``anchors`` make the links into the articles, ``version`` is ours."""

    anchors: Anchors
    version: str

    def document(self, report: Document) -> str:
        """Return a report."""
        page = element(
            "html",
            self._head(report),
            element(
                "body",
                element("a", "Skip to the report", href="#report", class_="skip"),
                element("header", element("h1", report.title.text, dir="auto"), *self._blocks(report.lead)),
                _contents(report.sections),
                element("main", *map(self._section, report.sections), id="report", tabindex="-1"),
                element("footer", element("p", *self.inlines(report.foot))),
            ),
            lang="en",
        )
        return f"{FIRST_COMMENT}\n<!DOCTYPE html>\n{written(page)}\n"

    def _head(self, report: Document) -> Element:
        style = files("compare.export").joinpath("report.css").read_text("utf-8")
        # the serializer writes a style as it is, and its hash is all that the policy lets through
        allowed = b64encode(sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
        return element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("meta", name="generator", content=f"compare {self.version}"),
            element("title", f"{report.title.text} · {len(self.anchors.languages)} reports compared"),
            element("style", style),
        )

    def _section(self, section: Section) -> Element:
        title = element("h2", section.title, id=section.id)
        return element("section", title, *self._blocks(section.blocks), aria_labelledby=section.id)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Element]:
        return chain.from_iterable(map(self._block, blocks))

    def _block(self, block: Block) -> Iterator[Element]:
        match block:
            case Paragraph():
                yield element("p", *self.inlines(block.parts))
            case Heading():
                yield self._heading(block)
            case Items():
                yield self._items(block)
            case Table():
                yield self._table(block)
            case Fold():
                yield folded(plain(block.title), *self._blocks(block.blocks))
            case Pair():
                sides = (element("div", *self._block(side)) for side in (block.left, block.right))
                yield element("div", *sides, class_="row")
            case Terms():
                yield element("h3", block.name.text, dir="auto")
                pairs = ((element("dt", name), element("dd", _linked(value.text))) for name, value in block.pairs)
                yield element("dl", *chain.from_iterable(pairs))
            case Texts():
                yield from legend()
                yield panes(block.articles, self.anchors)

    def _heading(self, block: Heading) -> Element:
        words = [self._inline(Lead(part) if isinstance(part, Name) else part) for part in block.parts]
        foreign = any(not isinstance(part, str) for part in block.parts)
        return element(f"h{block.level}", *chain.from_iterable(words), dir="auto" if foreign else None)

    def _items(self, block: Items) -> Element:
        if not block.numbered:
            return items(map(self._entry, block.entries))
        entries = (
            element("li", *self._entry(entry), value=str(number))
            for number, entry in enumerate(block.entries, block.first)
        )
        return element("ol", *entries, class_="findings")

    def _entry(self, entry: Entry) -> list[Child]:
        below = [items(map(self.inlines, entry.below))] if entry.below else []
        return [*self.inlines(entry.parts), *below]

    def _table(self, block: Table) -> Element:
        at = block.heading  # the first cell of a row is read out as its heading

        def ordered(row: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
            return row[at], *row[:at], *row[at + 1 :]

        rows = ([self.inlines(cell) for cell in ordered(row)] for row in block.rows)
        return table(block.label, tuple(map(plain, ordered(block.head))), rows)

    def inlines(self, parts: Inlines) -> list[Child]:
        """Return words of a line."""
        return [child for part in parts for child in self._inline(part)]

    def _inline(self, part: Inline) -> Sequence[Child]:
        return (part,) if isinstance(part, str) else _LOOKS.get(type(part), _apart)(self, part)

    def note(self, note: Note) -> Sequence[Child]:
        """Return the places of a footnote where it stands."""
        places = ((Cited(e, quoted=not e.quoted_in(note.known)),) for e in note.evidence)
        return (element("small", " (", *self.inlines(joined(" · ", places)), ")"),)

    def standing(self, standing: Standing) -> Sequence[Child]:
        """Return how an article stands to a claim, and a link to where it states it."""
        reason = f" {standing.reason}".rstrip()
        sign, evidence = standing.sign, standing.evidence
        if evidence is None:
            return *glyph(sign.glyph, sign.meaning), reason
        said = glyph(sign.glyph, f"{sign.meaning}, line")
        return self.anchors.link(evidence, *said, f" {evidence.line}"), reason


def _apart(_: Page, leaf: Leaf) -> Sequence[Child]:
    """Return words that may run from right to left, whatever stands beside them."""
    return (element("span", leaf.text, dir="auto"),)


def _quotation(page: Page, quotation: Quotation) -> Sequence[Child]:
    if quotation.bare and not quotation.article:
        return _apart(page, quotation)
    return (page.anchors.quote(quotation.article, quotation.text),)


_LOOKS: Mapping[type, Callable[[Page, Any], Sequence[Child]]] = {
    Quotation: _quotation,
    Title: lambda page, title: (
        element("span", title.text, lang=page.anchors.languages.get(title.article), dir="auto"),
    ),
    Name: lambda _, name: (element("b", name.text, dir="auto"),),
    Datum: lambda _, datum: (datum.text,),
    Code: lambda _, words: (words.text,),
    Address: lambda _, words: (_linked(words.text),),
    Basis: lambda _, basis: (_linked(basis.text),),
    Strong: lambda page, strong: (element("b", *page.inlines(strong.parts)),),
    Emphasis: lambda page, emphasis: (element("i", *page.inlines(emphasis.parts)),),
    Sign: lambda _, sign: glyph(sign.glyph, sign.meaning) if sign.meaning else (sign.glyph,),
    Lead: lambda page, lead: (page.anchors.article(lead.name),),
    FileLink: lambda _, link: (element("a", link.words, href=link.file),),
    Cited: lambda page, cited: page.anchors.cited(cited),
    Note: Page.note,
    Reference: lambda page, reference: (page.anchors.article(replace(reference.name, text=f"[{reference.number}]")),),
    Line: lambda page, line: (page.anchors.link(line.evidence, str(line.evidence.line)),),
    Standing: Page.standing,
}
"""How each kind of words looks that is more than a stretch of text."""


def _contents(sections: Iterable[Section]) -> Element:
    links = ([element("a", section.title, href=f"#{section.id}")] for section in sections)
    return element("nav", items(links), aria_label="Contents")


def _linked(value: str) -> Element:
    """Return a text that leads to a public address, if it is one."""
    if link := web_address(value):
        return element("a", value, href=link, rel="noreferrer external")
    return element("span", value, dir="auto")
