"""What the elements of a format are for the text, and the paragraphs of a tree of them in the order of the text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compare.loading.pieces import Piece, pieces_of
from compare.model import ParagraphKind


@dataclass(frozen=True, slots=True)
class Role:
    """What an element is for the text.

    Attributes:
        skip: nothing in it is text.
        block: it begins and ends a paragraph.
        kind: of the paragraphs in it; ``None`` leaves the kind of the element around it.
        reason: of furniture.
        text: stands for the element itself, before what it holds.
        aside: it stands in the midst of a paragraph, as a note does; its own paragraphs come after that one.
    """

    skip: bool = False
    block: bool = False
    kind: ParagraphKind | None = None
    reason: str | None = None
    text: str = ""
    aside: bool = False


INLINE = Role()
SKIP = Role(skip=True)
BLOCK = Role(block=True)


def paragraphs_in(root: ET.Element, role: Callable[[ET.Element], Role]) -> tuple[Piece, ...]:
    """Return the paragraphs of a tree in the order of its text; ``role`` knows the elements of the format."""
    return tuple(_Flow(role).walked(root))


class _Flow:
    def __init__(self, role: Callable[[ET.Element], Role]) -> None:
        self._role = role
        self._words: list[str] = []
        self._aside: list[Piece] = []

    def walked(self, root: ET.Element) -> Iterator[Piece]:
        yield from self._walk(root, INLINE)
        yield from self._flush(INLINE)

    def _walk(self, element: ET.Element, around: Role) -> Iterator[Piece]:
        """Yield the paragraphs that end within an element; recursion is bounded by the depth of what was parsed."""
        role = self._role(element)
        if role.skip:
            return
        if role.aside:
            self._put_aside(element)
            return
        inner = role if role.kind else around
        if role.block:
            yield from self._flush(around)
        self._words += role.text, element.text or ""
        for child in element:
            yield from self._walk(child, inner)
            self._words.append(child.tail or "")
        if role.block:
            yield from self._flush(inner)

    def _put_aside(self, element: ET.Element) -> None:
        apart = _Flow(self._role)
        for child in element:
            self._aside.extend(apart._walk(child, INLINE))
        self._aside.extend(apart._flush(INLINE))

    def _flush(self, role: Role) -> Iterator[Piece]:
        raw = "".join(self._words)
        self._words.clear()
        yield from pieces_of(raw, role.kind, role.reason)
        yield from self._aside
        self._aside.clear()
