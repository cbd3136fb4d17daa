"""The reader's hand in the HTML report: behind what was said of, and as a section of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.elements import Child, element, items
from compare.export.hand import BY_HAND, NOTHING_MARKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.export.anchors import Anchors
    from compare.export.hand import Listed, Said
    from compare.export.outline import Dispute, Found, Outline, Point


def remarked(of: Point | Found | Dispute) -> Sequence[Child]:
    """Return what the reader said of something, and that a correction shaped it; nothing where that is so."""
    told = [child for n, said in enumerate(of.said) for child in ("; " if n else "", *_said(said))]
    if not told:
        return [" (", element("i", BY_HAND), ")"] if of.by_hand else []
    return [" (", element("i", "reader:"), " ", *told, *([f"; {BY_HAND}"] if of.by_hand else []), ")"]


def marks(report: Outline, anchors: Anchors) -> Iterator[Child]:
    """Yield the content of the section; none where the reader's marks were not asked for."""
    hand = report.hand
    if hand is None:
        return
    yield element("p", hand.progress)
    if not hand.lists:
        yield element("p", NOTHING_MARKED)
    for title, listed in hand.lists:
        if title:
            yield element("p", title)
        yield items(list(_listed(marks, anchors)) for marks in listed)


def _listed(marks: Listed, anchors: Anchors) -> Iterator[Child]:
    for n, said in enumerate(marks.said):
        yield "; " if n else ""
        yield from _said(said, day=True)
    yield marks.doubt
    about: list[Sequence[Child]] = [
        *([_name(name)] for name in marks.articles),
        *(anchors.cited(place, known="") for place in marks.places),
        *([_name(name), ": ", element("q", words, dir="auto"), marks.not_found] for name, words in marks.lost),
    ]
    for n, children in enumerate(about):
        yield " · " if n else " — "
        yield from children


def _name(article: str) -> Child:
    return element("b", article, dir="auto")


def _said(said: Said, *, day: bool = False) -> Iterator[Child]:
    yield element("span", said.told, dir="auto")
    if who := said.signature(day=day):
        yield f" ({who})"
    if said.basis:
        yield ", "
        yield address(said.basis, said.link)


def address(value: str, link: str) -> Child:
    """Return a text that leads to a public address, if there is one."""
    if link:
        return element("a", value, href=link, rel="noreferrer external")
    return element("span", value, dir="auto")
