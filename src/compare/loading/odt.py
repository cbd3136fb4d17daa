"""OpenDocument texts (.odt): what the content says is text, and what the styles of its paragraphs mean."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

from compare.errors import SourceBroken, SourceLocked
from compare.loading.archive import Archive
from compare.loading.document import Document
from compare.loading.pieces import BREAK, document_of
from compare.loading.properties import properties_of
from compare.loading.roles import BLOCK, INLINE, SKIP, Role, paragraphs_in
from compare.loading.xml import Parser, attribute, local
from compare.model import ParagraphKind

WHAT = "an OpenDocument text"

_STYLES = {
    "title": ParagraphKind.TITLE,
    "quotations": ParagraphKind.QUOTE,
    "caption": ParagraphKind.CAPTION,
    "illustration": ParagraphKind.CAPTION,
    "figure": ParagraphKind.CAPTION,
}
"""What the styles that come with every office program mean. Their names are the same in all languages."""

_NO_TEXT = (
    "annotation tracked-changes note-citation forms sequence-decls variable-decls user-field-decls "
    "object object-ole image binary-data bookmark-ref-mark table-of-content alphabetical-index"
)
_PARTED = "section list table table-row table-cell"
_ROLES = {
    "s": Role(text=" "),
    "tab": Role(text=" "),
    "line-break": Role(text=BREAK),
    "note": Role(aside=True),
    "text-box": Role(aside=True),
    "list-item": Role(block=True, kind=ParagraphKind.LIST),
    **dict.fromkeys(_NO_TEXT.split(), SKIP),
    **dict.fromkeys(_PARTED.split(), BLOCK),
}
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")


def document(data: bytes, name: str) -> Document:
    """Read an OpenDocument text.

    Raises:
        SourceBroken: it is none, or a damaged one.
        SourceLocked: it is encrypted.
        SourceTooHeavy: it unpacks to more than a report can hold.
        SourceEmpty: it holds no words.
    """
    archive = Archive(data, name, WHAT)
    if b"encryption-data" in (archive.find("META-INF/manifest.xml") or b""):
        raise SourceLocked(name)
    content = Parser(name, WHAT).parse(archive.read("content.xml"))
    body = next((found for found in content.iter() if local(found.tag) == "text" and _is_office(found)), None)
    if body is None:
        raise SourceBroken(name, WHAT, "it has no body of text")
    pieces = paragraphs_in(body, _roles(_parents(content)))
    properties = properties_of(archive, "meta.xml", authors=("initial-creator", "creator"), modified="date")
    return document_of(pieces, name, "odt", properties)


def _is_office(element: ET.Element) -> bool:
    return ":office:" in element.tag


def _parents(content: ET.Element) -> Mapping[str, str]:
    """Return the styles that those of the text itself derive from; a program makes one for each change of looks."""
    styles = (element for element in content.iter() if local(element.tag) == "style")
    return {attribute(style, "name"): attribute(style, "parent-style-name") for style in styles}


def _roles(parents: Mapping[str, str]) -> Callable[[ET.Element], Role]:
    def role(element: ET.Element) -> Role:
        tag = local(element.tag)
        if ":svg" in element.tag:  # the title and description of a drawing
            return SKIP
        if tag in ("h", "p"):
            heading = ParagraphKind.HEADING if tag == "h" else None
            return Role(block=True, kind=_kind_of(element, parents) or heading)
        return _ROLES.get(tag, INLINE)

    return role


def _kind_of(paragraph: ET.Element, parents: Mapping[str, str]) -> ParagraphKind | None:
    style = attribute(paragraph, "style-name")
    style = parents.get(style) or style
    plain = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), style).casefold()
    if plain.startswith("heading"):
        return ParagraphKind.HEADING
    return _STYLES.get(plain)
