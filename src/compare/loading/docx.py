"""Word documents (.docx), through mammoth.

mammoth rather than python-docx: it knows what Word means by styles, numbering, text boxes, notes and tracked changes,
is maintained, and is pure Python beside one tiny dependency, while python-docx gives bare paragraphs and asks for lxml.
It trusts its input, though, so it never sees the file: what it gets is a new archive of the XML parts that were
unpacked and parsed within our bounds. Pictures stay behind; headers and footers it leaves out itself.
"""

from __future__ import annotations

import io
import zipfile

from compare.errors import ExtraMissing, SourceBroken, SourceLocked, SourceTooHeavy
from compare.loading import xhtml
from compare.loading.archive import Archive
from compare.loading.decode import OLD_OFFICE
from compare.loading.document import Document
from compare.loading.pieces import document_of
from compare.loading.properties import properties_of
from compare.loading.roles import paragraphs_in
from compare.loading.xml import DEPTH, Parser

WHAT = "a Word document"

ELEMENTS = 60_000
"""Elements of a Word document: fewer than elsewhere, for mammoth takes a tenth of a millisecond for each."""

_MAIN = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")

_STYLES = f"""
p[style-name='Title'] => h1.{xhtml.TITLE}:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='List Paragraph'] => p:fresh
"""
"""What Word calls its styles in the file, in all languages. Lists are told by their numbering."""


def document(data: bytes, name: str) -> Document:
    """Read a Word document.

    Raises:
        ExtraMissing: mammoth is not installed.
        SourceBroken: it is no Word document, or a damaged one.
        SourceLocked: it is encrypted.
        SourceTooHeavy: it unpacks to more than a report can hold.
        SourceEmpty: it holds no words.
    """
    if OLD_OFFICE.match(data) and _PROTECTED in data:  # a password turns the archive into a file of the older kind
        raise SourceLocked(name)
    archive = Archive(data, name, WHAT)
    archive.read(_MAIN)
    body = Parser(name, WHAT).parse(f"<body>{_html(_checked(archive), name)}</body>")
    properties = properties_of(archive, _CORE, authors=("creator",), modified="modified")
    return document_of(paragraphs_in(body, xhtml.role), name, "docx", properties)


def _checked(archive: Archive) -> io.BytesIO:
    """Return a new archive of the XML parts, each of which has been unpacked and parsed within bounds."""
    checked, parser = io.BytesIO(), Parser(archive.name, WHAT, ELEMENTS)
    with zipfile.ZipFile(checked, "w") as parts:
        for part in archive.names:
            if part.endswith((".xml", ".rels")):
                content = archive.read(part)
                parser.parse(content)
                parts.writestr(part, content)
    checked.seek(0)
    return checked


def _html(checked: io.BytesIO, name: str) -> str:
    try:
        import mammoth
    except ImportError:
        raise ExtraMissing(name, "mammoth", "docs") from None
    nothing = mammoth.images.img_element(lambda _: {})
    try:
        result = mammoth.convert_to_html(
            checked, style_map=_STYLES, include_embedded_style_map=False, convert_image=nothing
        )
    except RecursionError:
        raise SourceTooHeavy(name, f"nests its parts too deeply, if in fewer than {DEPTH} levels of XML") from None
    except Exception:  # of a document that lacks what the format demands mammoth raises whatever it stumbles over
        raise SourceBroken(name, WHAT, "its parts do not fit together") from None
    html: str = result.value
    return html
