"""The reader's hand in the HTML report: behind what was said of, and as a section of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.elements import Child, element, items
from compare.export.hand import BY_HAND
from compare.export.hand_blocks import UNPLACED, UNSURE, progress

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
    yield element("p", progress(hand))
    if not (hand.sure or hand.unsure or hand.unplaced):
        yield element("p", "Nothing was marked.")
    for title, listed in (("", hand.sure), (UNSURE, hand.unsure), (UNPLACED, hand.unplaced)):
        if listed:
            if title:
                yield element("p", title)
            yield items(list(_listed(mark, anchors)) for mark in listed)


def _listed(mark: Listed, anchors: Anchors) -> Iterator[Child]:
    yield from _said(mark.said, day=True)
    if mark.places and mark.certainty < 1:
        yield f", {mark.certainty:.0%} sure of the place"
    lost = " (not found)" if mark.places else ""
    about: list[Sequence[Child]] = [
        *([_name(name)] for name in mark.articles),
        *(anchors.cited(place, known="") for place in mark.places),
        *([_name(name), ": ", element("q", words, dir="auto"), lost] for name, words in mark.lost),
    ]
    for n, children in enumerate(about):
        yield " · " if n else " — "
        yield from children


def _name(article: str) -> Child:
    return element("b", article, dir="auto")


def _said(said: Said, *, day: bool = False) -> Iterator[Child]:
    yield element("span", said.told, dir="auto")
    if who := ", ".join(part for part in (said.by, said.made if day else "") if part):
        yield f" ({who})"
    if said.basis:
        yield ", "
        yield address(said.basis, said.link)


def address(value: str, link: str) -> Child:
    """Return a text that leads to a public address, if there is one."""
    if link:
        return element("a", value, href=link, rel="noreferrer external")
    return element("span", value, dir="auto")
