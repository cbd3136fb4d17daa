"""Bytes of a page to a tree, forgiving as a browser, with bounds on depth and on the number of elements."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from compare.errors import SourceEmpty, SourceTooHeavy
from compare.loading.decode import Decoded, labelled, text_of

ELEMENTS = 30_000
"""Elements of a page; real news pages have some thousand."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_START = 4_096
"""Bytes at the start of a page in which it may name its encoding; browsers look at 1,024."""

_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def decoded(data: bytes, name: str, charset: str | None) -> Decoded:
    """Turn the bytes of a page into text.

    What is valid UTF-8 is read as such whatever it is declared as: no text in another encoding is valid by chance. Else
    ``charset``, which the server named, is tried, then what the page itself names, then what seems likely.

    Raises:
        SourceNotText: the bytes are no text.
    """
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        own = _DECLARED.search(data[:_START])
        labels = ["utf-8", charset or "", own[1].decode("ascii", "replace") if own else ""]
        if b"\x1b" in data and data.isascii():  # ISO-2022-JP is ASCII with escape sequences
            labels.append(labels.pop(0))
        for label in labels:
            if (text := labelled(data, label)) is not None:
                return Decoded(text)
    return text_of(data, name)


def as_decoded(text: str) -> Decoded:
    """Return a text that came decoded as what :func:`decoded` returns."""
    return Decoded(text.removeprefix("\ufeff"))


def tree_of(text: str, name: str) -> HtmlElement:
    """Parse the text of a page.

    Raises:
        SourceEmpty: there is nothing in it.
        SourceTooHeavy: its elements are nested too deeply, or it has too many of them.
    """
    # libxml2 stops at 256 levels unless told to go on; beyond, the time that extraction takes grows with the depth
    parser = HTMLParser(remove_comments=True, remove_pis=True)
    try:
        # a declaration of the encoding would be held against a text that is decoded already
        tree = document_fromstring(_XML.sub("", text, count=1), parser=parser)
    except (etree.LxmlError, ValueError):
        raise SourceEmpty(name) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceTooHeavy(name, "nests its elements more than 250 deep")
    if tree.xpath("count(//*)") > ELEMENTS:
        raise SourceTooHeavy(name, f"has more than {ELEMENTS:,} elements")
    return tree
