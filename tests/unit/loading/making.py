"""Small files of each document format, written with the standard library: as much as a reader of the format asks for.

A report is a title and pieces: pairs of a kind and the words.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape

from compare.loading.document import Document
from compare.model import ParagraphKind

Pieces = Sequence[tuple[ParagraphKind, str]]
Placed = tuple[float, float, float, str]
"""A line of a PDF: its place from the left and from below, its size, its words. A bold one begins with ``*``."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def blocks_of(document: Document) -> list[tuple[str, str]]:
    """What a document was read as: of each block why it is furniture, or else its kind, and its words."""
    return [(b.reason or b.kind.value, document.text[b.words : b.end]) for b in document.blocks]


def zip_of(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


# Word

_WORD_STYLES = {
    ParagraphKind.TITLE: "Title",
    ParagraphKind.HEADING: "heading 1",
    ParagraphKind.QUOTE: "Quote",
    ParagraphKind.CAPTION: "caption",
}


def docx_parts(body: str, properties: str = "") -> dict[str, str | bytes]:
    """The parts of a Word document: ``body`` in WordprocessingML, ``properties`` in Dublin Core."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{kind.value}"><w:name w:val="{name}"/></w:style>'
        for kind, name in _WORD_STYLES.items()
    )
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        "word/numbering.xml": (
            f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ),
        "docProps/core.xml": f"<cp:coreProperties {_CORE}>{properties}</cp:coreProperties>",
    }


def docx_paragraph(words: str, kind: ParagraphKind = ParagraphKind.BODY) -> str:
    if kind is ParagraphKind.LIST:
        looks = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    else:
        looks = f'<w:pStyle w:val="{kind.value}"/>' if kind in _WORD_STYLES else ""
    # Word cuts a paragraph into runs at random
    half = len(words) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (words[:half], words[half:])
    )
    return f"<w:p><w:pPr>{looks}</w:pPr>{runs}</w:p>"


def docx_of(pieces: Pieces, properties: str = "") -> bytes:
    return zip_of(docx_parts("".join(docx_paragraph(words, kind) for kind, words in pieces), properties))


# OpenDocument


def odt_parts(body: str, properties: str = "") -> dict[str, str | bytes]:
    """The parts of an OpenDocument text: ``body`` in its own XML, ``properties`` in Dublin Core."""
    names = (
        f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" '
        f'xmlns:meta="{_ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {names}><office:automatic-styles>"
            '<style:style style:name="P1" style:parent-style-name="Title"/>'
            '<style:style style:name="P2" style:parent-style-name="Quotations"/></office:automatic-styles>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "meta.xml": f"<office:document-meta {names}><office:meta>{properties}</office:meta></office:document-meta>",
    }


def odt_paragraph(words: str, kind: ParagraphKind = ParagraphKind.BODY) -> str:
    words = escape(words)
    match kind:
        case ParagraphKind.TITLE:
            return f'<text:p text:style-name="P1">{words}</text:p>'
        case ParagraphKind.HEADING:
            return f'<text:h text:outline-level="2">{words}</text:h>'
        case ParagraphKind.QUOTE:
            return f'<text:p text:style-name="P2">{words}</text:p>'
        case ParagraphKind.CAPTION:
            return f'<text:p text:style-name="Caption">{words}</text:p>'
        case ParagraphKind.LIST:
            return f"<text:list><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
        case _:
            return f"<text:p>{words}</text:p>"


def odt_of(pieces: Pieces, properties: str = "") -> bytes:
    return zip_of(odt_parts("".join(odt_paragraph(words, kind) for kind, words in pieces), properties))


# EPUB

_TAGS = {
    ParagraphKind.TITLE: "h1",
    ParagraphKind.HEADING: "h2",
    ParagraphKind.QUOTE: "blockquote",
    ParagraphKind.CAPTION: "figcaption",
    ParagraphKind.LIST: "li",
}


def epub_parts(chapters: Sequence[str], properties: str = "") -> dict[str, str | bytes]:
    """The parts of an EPUB file: each chapter the inside of an XHTML body, ``properties`` in Dublin Core."""
    names = [f"ch{n}.xhtml" for n in range(1, len(chapters) + 1)]
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in names)
    spine = "".join(f'<itemref idref="{n}"/>' for n in ("nav", *names))
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
        ),
        "OPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{properties}</metadata><manifest>{items}"
            '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>'
            f"<spine>{spine}</spine></package>"
        ),
        "OPS/nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav>Contents</nav></body></html>',
    }
    for name, chapter in zip(names, chapters, strict=True):
        parts[f"OPS/{name}"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
            f"<head><title>Chapter</title></head><body>{chapter}</body></html>"
        )
    return parts


def xhtml_of(pieces: Pieces) -> str:
    return "".join(f"<{_TAGS.get(kind, 'p')}>{escape(words)}</{_TAGS.get(kind, 'p')}>" for kind, words in pieces)


def epub_of(pieces: Pieces, properties: str = "") -> bytes:
    return zip_of(epub_parts([xhtml_of(pieces)], properties))


# PDF


def pdf_from(objects: Sequence[bytes], information: str = "") -> bytes:
    """A PDF file of numbered objects, of which the first is the catalog."""
    parts = [b"%PDF-1.7\n"]
    places: list[int] = []
    listed = [*objects, f"<< {information} >>".encode()]
    for number, content in enumerate(listed, 1):
        places.append(sum(map(len, parts)) if number == 1 else places[-1] + len(parts[-1]))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = places[-1] + len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(listed) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
    parts.append(b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, size - 1, start))
    return b"".join(parts)


def pdf_stream(data: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(data)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>".encode()
    return b"%s\nstream\n%s\nendstream" % (head, packed)


def pdf_placed(pages: Sequence[Sequence[Placed]], information: str = "", catalog: str = "") -> bytes:
    """A PDF file of lines that stand where they are put."""
    fonts = [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>".encode()
        for base in ("Helvetica", "Helvetica-Bold")
    ]
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] /MediaBox [0 0 595 842] /Resources "
        "<< /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode(),
        *fonts,
    ]
    for n, page in enumerate(pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {6 + 2 * n} 0 R >>".encode())
        objects.append(pdf_stream(b"\n".join(map(_shown, page))))
    return pdf_from(objects, information)


def _shown(line: Placed) -> bytes:
    x, y, size, words = line
    font = 2 if words.startswith("*") else 1
    letters = words.removeprefix("*").encode("cp1252")
    for letter in b"\\()":
        letters = letters.replace(bytes([letter]), b"\\" + bytes([letter]))
    return b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font, size, x, y, letters)


def pdf_lines(pieces: Pieces, *, width: int = 80, height: int = 25) -> list[list[Placed]]:
    """Set a report: a large title and headings, paragraphs parted by half a line, words cut at line ends by a hyphen,
    a masthead above and a number below each page."""
    pages: list[list[Placed]] = [[]]
    y = 780.0
    for kind, words in pieces:
        size = {ParagraphKind.TITLE: 20.0, ParagraphKind.HEADING: 14.0}.get(kind, 10.0)
        set_in = f"• {words}" if kind is ParagraphKind.LIST else words
        y -= 8
        for line in _hyphenated(set_in, width * 10 // int(size)):
            y -= 1.2 * size
            if y < 842 - 14 * height:
                pages.append([])
                y = 770.0
            pages[-1].append((60, y, size, line))
    return [
        [(60, 815, 8, "The Selwick Courier, morning edition"), *page, (290, 30, 8, str(n))]
        for n, page in enumerate(pages, 1)
    ]


def _hyphenated(words: str, width: int) -> list[str]:
    """Wrap words; a long one that does not fit is cut after its fourth letter."""
    lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
    for n in range(len(lines) - 1):
        first, _, rest = lines[n + 1].partition(" ")
        if len(first) > 9 and first.isalpha() and len(lines[n]) + 6 <= width:
            lines[n], lines[n + 1] = f"{lines[n]} {first[:4]}-", f"{first[4:]} {rest}"
    return lines


def pdf_of(pieces: Pieces, information: str = "", catalog: str = "") -> bytes:
    return pdf_placed(pdf_lines(pieces), information, catalog)
