"""The elements of XHTML as EPUB chapters hold it, and as mammoth makes it of a Word document."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from compare.loading.elements import BLOCKS, CELLS, KINDS, NO_TEXT
from compare.loading.pieces import BREAK
from compare.loading.reasons import NAVIGATION
from compare.loading.roles import BLOCK, INLINE, SKIP, Role
from compare.loading.xml import attribute, local
from compare.model import ParagraphKind

TITLE = "title"
"""Class of the heading that is the title, where it is known."""

_ROLES = {
    **dict.fromkeys(BLOCKS | CELLS, BLOCK),
    **{tag: Role(block=True, kind=kind) for tag, kind in KINDS.items()},
    **dict.fromkeys(NO_TEXT, SKIP),
    "br": Role(text=BREAK),
    "nav": Role(block=True, kind=ParagraphKind.FURNITURE, reason=NAVIGATION),
}
_NOTES = ("footnote", "endnote")


def role(element: ET.Element) -> Role:
    """Return what an element of XHTML is for the text."""
    tag = local(element.tag)
    if tag == "a" and _refers_to_note(element):
        return SKIP
    if tag == "h1" and attribute(element, "class") == TITLE:
        return Role(block=True, kind=ParagraphKind.TITLE)
    return _ROLES.get(tag, INLINE)


def _refers_to_note(link: ET.Element) -> bool:
    """Whether a link is the mark of a note or leads back from it: in mid-sentence that is no word."""
    if attribute(link, "type") in ("noteref", "backlink") or attribute(link, "role") in ("doc-noteref", "doc-backlink"):
        return True
    places = attribute(link, "id"), attribute(link, "href").lstrip("#")
    return any(place.startswith(f"{note}-ref") for place in places for note in _NOTES)
