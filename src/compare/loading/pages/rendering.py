"""A tree to the pieces of text that a reader of the page sees, in order, each with what the markup says about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml.html import HtmlElement

from compare.loading.elements import BLOCKS, CELLS, KINDS, NO_TEXT
from compare.loading.pages import markup
from compare.loading.pieces import UNSEEN
from compare.loading.reasons import NAVIGATION
from compare.model import ParagraphKind

CENTRAL = 0.4
"""Share of a page's paragraph text from which on a part holds the report, whatever its classes say."""

CELL = " | "
"""What stands between the cells of a row."""

ENTRY = 40
"""Code points of an entry of a menu; a linked headline has more."""

ENTRIES = 3
"""Entries that make a menu."""

BETWEEN = " · "
"""What stands between the entries of a menu, or else a page would begin with a hundred blocks of one word."""

_VAGUE = (None, NAVIGATION, markup.FORM)
"""Reasons that a part within may tell more exactly."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page before it is judged.

    Attributes:
        text: its words, white space folded; a line break is a newline.
        kind: by the element that holds it; never title or furniture.
        reason: why the markup around it says that it is furniture, if it does.
        main: whether it stands in an element that says it holds the article.
        links: share of its letters that are in links, from 0 to 1.
        parent: number of the element that holds its element: pieces of one parent are siblings.
        level: of a heading, 1 to 6; else 0.
    """

    text: str
    kind: ParagraphKind
    reason: str | None
    main: bool
    links: float
    parent: int
    level: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds within an element."""

    kind: ParagraphKind = ParagraphKind.BODY
    reason: str | None = None
    main: bool = False
    link: bool = False
    parent: int = 0
    number: int = 0
    level: int = 0


def pieces(tree: HtmlElement) -> tuple[Piece, ...]:
    """Return the pieces of a page in the order of its source; what is hidden or run instead of read is left out."""
    return tuple(_with_menus(_Renderer(tree).rendered()))


def _with_menus(found: Sequence[Piece]) -> Iterator[Piece]:
    """Join the entries of a menu, each of which is an element of its own, to one piece."""
    run: list[Piece] = []
    for piece in (*found, None):
        if run and (piece is None or not (_is_entry(piece) and piece.reason == run[0].reason)):
            yield from run if len(run) < ENTRIES else [_menu(run)]
            run = []
        if piece is not None and _is_entry(piece):
            run.append(piece)
        elif piece is not None:
            yield piece


def _is_entry(piece: Piece) -> bool:
    listed = piece.reason in markup.MENUS or (piece.reason is None and piece.kind is ParagraphKind.LIST)
    # words that are links nearly throughout; a button has none and is told by the element
    linked = piece.links > 0.9 or piece.reason is not None
    return listed and linked and not piece.level and len(piece.text) <= ENTRY


def _menu(run: Sequence[Piece]) -> Piece:
    links = sum(piece.links * len(piece.text) for piece in run) / sum(len(piece.text) for piece in run)
    return replace(run[0], text=BETWEEN.join(piece.text for piece in run), links=links)


class _Renderer:
    """Walks a tree once, without recursion, and collects text until a block ends."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._central = _central(tree)
        self._settings = [_Setting()]
        self._found: list[Piece] = []
        self._parts: list[str] = []
        self._linked = 0
        self._breaks = 0
        self._elements = 0
        self._holder = self._settings[0]

    def rendered(self) -> tuple[Piece, ...]:
        walk = etree.iterwalk(self._tree, events=("start", "end"))
        skipped: set[HtmlElement] = set()
        for event, element in walk:
            if event == "start":
                if self._left_out(element):
                    skipped.add(element)
                    walk.skip_subtree()
                else:
                    self._open(element)
            else:
                if element in skipped:
                    skipped.remove(element)
                else:
                    self._close(element)
                self._add(element.tail)
        self._end_block()
        return tuple(self._found)

    def _left_out(self, element: HtmlElement) -> bool:
        name = markup.name_of(element)
        if not name or name in NO_TEXT or markup.is_unseen(element):
            return True
        # a report that a script would fold out is the report all the same
        return markup.is_hidden(element) and not self._settings[-1].main and element not in self._central

    def _open(self, element: HtmlElement) -> None:
        tag = markup.name_of(element)
        before = self._settings[-1]
        if tag == "br":
            self._break()
        elif tag in CELLS:
            self._cell()
        elif tag in BLOCKS:
            self._end_block()
        elif tag == "a" and self._parts and before.reason:
            self._parts.append(" ")  # links of a menu stand apart, though nothing may stand between them
        self._settings.append(self._setting(element, before))
        self._add(element.text)

    def _setting(self, element: HtmlElement, before: _Setting) -> _Setting:
        tag = markup.name_of(element)
        central = element in self._central
        reason = None if central else markup.reason_of(element)
        main = before.main or markup.is_report(element)
        if reason is None and tag in ("header", "footer") and not main and not central:
            reason = NAVIGATION
        kind = KINDS.get(tag)
        if tag == "a":
            return replace(before, link=True, reason=before.reason or reason)
        if tag not in BLOCKS and tag not in CELLS and reason is None and main == before.main:
            return before
        return replace(
            before,
            # the quotation, list or caption that holds a paragraph says what it is
            kind=kind if kind and before.kind is not ParagraphKind.CAPTION else before.kind,
            reason=reason if reason and before.reason in _VAGUE else before.reason,
            main=main,
            parent=before.number if tag in BLOCKS else before.parent,
            number=self._numbered() if tag in BLOCKS else before.number,
            level=int(tag[1]) if kind is ParagraphKind.HEADING else before.level,
        )

    def _numbered(self) -> int:
        self._elements += 1
        return self._elements

    def _close(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self._end_block()
        self._settings.pop()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            setting = self._settings[-1]
            if not self._parts:
                self._holder = setting
            self._breaks = 0
            if setting.link:
                self._linked += sum(map(str.isalnum, text))
        elif not self._parts:
            return
        self._parts.append(" ".join(text.split("\n")))

    def _break(self) -> None:
        """A line break; a second one with nothing but space since ends the block."""
        if self._breaks:
            self._end_block()
        elif self._parts:
            self._parts.append("\n")
            self._breaks = 1

    def _cell(self) -> None:
        if self._parts and not "".join(self._parts[-1:]).endswith(CELL):
            self._parts.append(CELL)

    def _end_block(self) -> None:
        lines = (" ".join(line.split()) for line in UNSEEN.sub("", "".join(self._parts)).split("\n"))
        text = "\n".join(line for line in lines if line).strip(" |")
        holder, linked = self._holder, self._linked
        self._parts, self._linked, self._breaks = [], 0, 0
        if text:
            letters = sum(map(str.isalnum, text))
            links = min(1.0, linked / letters) if letters else 0.0
            level = holder.level if holder.kind is ParagraphKind.HEADING else 0
            self._found.append(Piece(text, holder.kind, holder.reason, holder.main, links, holder.parent, level))


def _central(tree: HtmlElement) -> set[HtmlElement]:
    """Return the elements that hold much of the paragraph text of a page."""
    held: defaultdict[HtmlElement, int] = defaultdict(int)
    total = 0
    for _, element in etree.iterwalk(tree, events=("end",)):
        if element.tag == "p":
            held[element] += len("".join(element.itertext()))
            total += held[element]
        parent = element.getparent()
        if parent is not None and held[element]:
            held[parent] += held[element]
    return {element for element, size in held.items() if size > CENTRAL * total and element.tag != "p"}
