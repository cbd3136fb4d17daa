"""The elements of XHTML as EPUB chapters hold it, and as mammoth makes it of a Word document."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from compare.loading.pieces import BREAK
from compare.loading.reasons import NAVIGATION
from compare.loading.roles import BLOCK, INLINE, SKIP, Role
from compare.loading.xml import attribute, local
from compare.model import ParagraphKind

TITLE = "title"
"""Class of the heading that is the title, where it is known."""

_NO_TEXT = "head script style template svg math img audio video object iframe canvas rp rt"
_PARTED = (
    "html body div p section article main header footer aside address figure ul ol dl dt dd table thead tbody tfoot tr "
    "td th pre form fieldset details summary hgroup hr center"
)
_SKIPPED, _BLOCKS = frozenset(_NO_TEXT.split()), frozenset(_PARTED.split())
_KINDS = {
    **{f"h{level}": Role(block=True, kind=ParagraphKind.HEADING) for level in range(1, 7)},
    "li": Role(block=True, kind=ParagraphKind.LIST),
    "blockquote": Role(block=True, kind=ParagraphKind.QUOTE),
    "figcaption": Role(block=True, kind=ParagraphKind.CAPTION),
    "caption": Role(block=True, kind=ParagraphKind.CAPTION),
    "nav": Role(block=True, kind=ParagraphKind.FURNITURE, reason=NAVIGATION),
}
_NOTES = ("footnote", "endnote")


def role(element: ET.Element) -> Role:
    """Return what an element of XHTML is for the text."""
    tag = local(element.tag)
    if tag in _SKIPPED or (tag == "a" and _refers_to_note(element)):
        return SKIP
    if tag == "br":
        return Role(text=BREAK)
    if tag == "h1" and attribute(element, "class") == TITLE:
        return Role(block=True, kind=ParagraphKind.TITLE)
    return _KINDS.get(tag) or (BLOCK if tag in _BLOCKS else INLINE)


def _refers_to_note(link: ET.Element) -> bool:
    """Whether a link is the mark of a note or leads back from it: in mid-sentence that is no word."""
    if attribute(link, "type") in ("noteref", "backlink") or attribute(link, "role") in ("doc-noteref", "doc-backlink"):
        return True
    places = attribute(link, "id"), attribute(link, "href").lstrip("#")
    return any(place.startswith(f"{note}-ref") for place in places for note in _NOTES)
