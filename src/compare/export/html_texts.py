"""The articles in an HTML report: each in full in a pane of its own, every sentence marked and held against another.

An article can be had back from the page, character for character: its text is the text content of the element with
``data-text``, without the elements with ``data-added``, and with the character that each ``data-char`` names for the
element that has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.analysis.wording import Whose
from compare.export.anchors import Anchors, anchor, notes_before, pieces_at
from compare.export.elements import Child, element, extend, folded, glyph, own_words
from compare.export.glyphs import MARKS, UNMARKED
from compare.export.inlines import Cited
from compare.export.runs import COMPARED, TAGS, Run
from compare.model import GLYPHS, Mark, Marked, ParagraphKind, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from compare.export.annotation import AnnotatedArticle, AnnotatedBlock, AnnotatedPiece, CounterpartNote
    from compare.export.outline import Portrait

_CLASSES = {
    Mark.CONFLICT: "conflict",
    Mark.UNIQUE: "unique",
    Mark.WEAKER: "weaker",
    Mark.SHARED: "shared",
    Mark.DOUBTFUL: "doubtful",
    Mark.UNSURE: "unsure",
    Mark.NONE: None,
}


def legend() -> Iterator[Element]:
    """Yield what the marks in the articles mean."""
    entries: Sequence[Sequence[Child]] = [
        [element("span", GLYPHS[mark], class_=f"mark {_CLASSES[mark]}"), f" {meaning}"]
        for mark, meaning in MARKS.items()
    ]
    yield element("ul", *(element("li", *entry) for entry in [*entries, [UNMARKED]]), class_="legend")
    yield element(
        "p",
        "A number in brackets leads to the sentence's best counterpart below the paragraph, with the probability that "
        "both state the same. ",
        *(child for run in COMPARED for child in _quoted(run)),
        " Small text is furniture, such as navigation or credits: it was not compared, and the reason follows it.",
    )


def panes(articles: Iterable[tuple[Portrait, AnnotatedArticle]], anchors: Anchors) -> Element:
    """Return articles, side by side where there is room."""
    return element("div", *(_pane(portrait, text, anchors) for portrait, text in articles), class_="panes")


def _pane(portrait: Portrait, text: AnnotatedArticle, anchors: Anchors) -> Element:
    article = portrait.article
    body = element("div", *own_words(text.lead), lang=anchors.languages[article], data_text=article)
    starts = {id(piece): start for piece, start in pieces_at(text)}
    for block, number in zip(text.blocks, notes_before(text.blocks), strict=True):
        body.append(_block(block, article, starts, number))
        if notes := [piece.note for piece in block.pieces if piece.note]:
            body.append(_notes(notes, article, number, anchors))
        # what stands between two blocks comes after the notes: the text content is the same
        extend(body, own_words(block.gap))
    title = element("h3", portrait.name.text, id=f"{article}-name", dir="auto")
    source = element("p", element("code", portrait.source.text), class_="source")
    return element("article", title, source, body, id=article, aria_labelledby=f"{article}-name")


def _block(block: AnnotatedBlock, article: str, starts: dict[int, int], number: int) -> Element:
    children: list[Child] = []
    for piece in block.pieces:
        number += piece.note is not None
        children.append(_piece(piece, article, starts[id(piece)], number))
    if block.kind is ParagraphKind.FURNITURE:
        reason = one_line(block.reason or "") or "furniture"
        children.append(element("em", f" · not compared: {reason}", data_added="", lang="en"))
    heading = block.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
    return element("h4" if heading else "p", *children, class_=block.kind.value, dir="auto")


def _piece(piece: AnnotatedPiece, article: str, start: int, number: int) -> Element:
    children: list[Child] = []
    kind = _CLASSES[piece.mark.mark] if piece.mark else None
    if piece.mark and kind:
        children.append(element("span", *_mark(piece.mark), class_="mark", data_added="", lang="en"))
    for run in piece.runs:
        children += _run(run)
    if piece.note:
        to_note = element("a", f"[{number}]", href=f"#{_note_id(article, number)}")
        children.append(element("sup", to_note, data_added=""))
    return element("span", *children, id=anchor(article, start), class_=kind)


def _mark(mark: Marked) -> Iterator[Child]:
    shared = mark.label != mark.glyph
    yield from glyph(mark.label, f"{mark.mark.value}{f', {mark.voices} of {mark.of}' if shared else ''}:")
    yield " "


def _run(run: Run) -> Iterator[Child]:
    tag = TAGS.get(run.whose)
    if run.whose is Whose.THEIRS:
        yield element("del", run.text, data_added="")
    elif tag:
        yield element(tag, *own_words(run.text))
    else:
        yield from own_words(run.text)


def _notes(notes: list[CounterpartNote], article: str, before: int, anchors: Anchors) -> Element:
    entries = (
        element("li", *_note(note, number, anchors), id=_note_id(article, number))
        for number, note in enumerate(notes, before + 1)
    )
    count = "counterpart" if len(notes) == 1 else f"{len(notes)} counterparts"
    return folded(count, element("ul", *entries), class_="notes", data_added="", lang="en")


def _note(note: CounterpartNote, number: int, anchors: Anchors) -> Iterator[Child]:
    yield f"[{number}] {note.relation} "
    yield from anchors.cited(Cited(note.evidence, quoted=False))
    yield note.sureness
    if note.quote:
        yield ": "
        yield anchors.quote(note.evidence.article, *(child for run in note.quote for child in _quoted(run)))
    elif note.remark:
        yield f", {note.remark}"


def _quoted(run: Run) -> Iterator[Child]:
    tag = TAGS.get(run.whose)
    yield element(tag, run.text) if tag else run.text


def _note_id(article: str, number: int) -> str:
    return f"{article}-note-{number}"
