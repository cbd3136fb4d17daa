"""Bytes of a page to a tree, forgiving as a browser, with bounds on depth and on the number of elements."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from compare.errors import SourceEmpty, SourceTooHeavy
from compare.loading.decode import Decoded, text_of

ELEMENTS = 30_000
"""Elements of a page; real news pages have some thousand."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_START = 4_096
"""Bytes at the start of a page in which it may name its encoding; browsers look at 1,024."""

_KNOWN = re.compile(
    r"utf-?(?:8|16)(?:-?[lb]e)?|us-ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(?:windows|cp)-?\d{3,4}|koi8-[ru]|mac-?roman|"
    r"shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5(?:-hkscs)?",
    re.IGNORECASE,
)
"""Encodings that pages are really in. Python knows others that decode to anything, or in quadratic time."""

_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read when a page names an encoding that another one contains."""

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
            if (text := _strictly(data, label)) is not None:
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


def _strictly(data: bytes, label: str) -> str | None:
    label = label.strip()
    if not _KNOWN.fullmatch(label):
        return None
    try:
        encoding = codecs.lookup(label).name
        text = data.removeprefix(codecs.BOM_UTF8).decode(_WIDER.get(encoding, encoding))
    except (LookupError, UnicodeDecodeError):
        return None
    return None if "\0" in text else text
