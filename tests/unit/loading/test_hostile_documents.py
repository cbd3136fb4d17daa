"""Files made to harm, or broken: each ends in one line that names the file, the reason and the next step, after bounded
work. Processor time is bounded generously: unbounded, each of these would take minutes or all memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator

import pytest

from compare.errors import SourceBroken, SourceEmpty, SourceError, SourceLocked, SourceTooHeavy
from compare.loading import archive, xml
from compare.loading.docx import document as docx
from compare.loading.epub import documents as epub
from compare.loading.odt import document as odt
from compare.loading.pdf import _LIMITS as LIMITS
from compare.loading.pdf import PAGES
from compare.loading.pdf import document as pdf
from timing import within
from unit.loading.making import (
    docx_paragraph,
    docx_parts,
    epub_parts,
    odt_paragraph,
    odt_parts,
    pdf_from,
    pdf_placed,
    pdf_stream,
    zip_of,
)

Parts = dict[str, str | bytes]
FORMATS: dict[str, tuple[Callable[[bytes, str], object], Parts, str]] = {
    "a.docx": (docx, docx_parts("<w:p><w:r><w:t>The ferry left.</w:t></w:r></w:p>"), "word/document.xml"),
    "a.odt": (odt, odt_parts(odt_paragraph("The ferry left.")), "content.xml"),
    "a.epub": (epub, epub_parts(["<p>The ferry left.</p>"]), "OPS/ch1.xhtml"),
}
"""By name: how it is read, the parts of a sound file, and the one that holds the text."""

all_formats = pytest.mark.parametrize("name", FORMATS)


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    with within(10):
        yield


def refused(read: Callable[[bytes, str], object], data: bytes, name: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(data, name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ") and "\n" not in message and "; " in message
    return caught.value


def changed(name: str, content: str | bytes) -> bytes:
    _, parts, text = FORMATS[name]
    return zip_of(parts | {text: content})


def nested(name: str, depth: int) -> str:
    """The text part of a format with paragraphs' worth of elements within each other."""
    text = str(FORMATS[name][1][FORMATS[name][2]])
    return text.replace("The ferry left.", "<x>" * depth + "The ferry left." + "</x>" * depth)


@all_formats
def test_the_sound_file_opens(name: str) -> None:
    read, parts, _ = FORMATS[name]
    assert "The ferry left." in str(read(zip_of(parts), name))


@all_formats
def test_a_zip_bomb_is_unpacked_no_further_than_the_bound(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "UNPACKED", 1_000_000)
    bomb = changed(name, bytes(30_000_000))
    tracemalloc.start()
    error = refused(FORMATS[name][0], bomb, name)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, SourceTooHeavy) and "unpacks to more than 1 MB" in str(error)
    assert peak < 10_000_000


@all_formats
def test_a_size_that_lies_is_not_believed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "UNPACKED", 1_000_000)
    bomb = bytearray(changed(name, b"<x>" + bytes(3_000_000)))
    size = struct.pack("<I", 3_000_003)
    assert size in bomb
    refused(FORMATS[name][0], bytes(bomb.replace(size, struct.pack("<I", 10))), name)


@all_formats
def test_entities_are_never_declared(name: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    fetched = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    text = nested(name, 0).removeprefix('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>')
    for declared in (bomb, fetched):
        error = refused(FORMATS[name][0], changed(name, declared + text.replace("The ferry", "&a;")), name)
        assert isinstance(error, SourceBroken) and "declares entities" in str(error)


@all_formats
def test_deep_nesting_is_refused(name: str) -> None:
    for depth in (xml.DEPTH, 100_000):
        assert "nests" in str(refused(FORMATS[name][0], changed(name, nested(name, depth)), name))


@all_formats
def test_too_many_elements_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "ELEMENTS", 1_000)
    monkeypatch.setattr("compare.loading.docx.ELEMENTS", 1_000)
    wide = nested(name, 0).replace("The ferry left.", "<x/>" * 1_001)
    assert "elements of XML" in str(refused(FORMATS[name][0], changed(name, wide), name))


@all_formats
def test_names_that_lead_out_of_the_archive_lead_nowhere(name: str) -> None:
    read, parts, _ = FORMATS[name]
    stray: Parts = {"../../stray.xml": "<x/>", "/elsewhere/stray.xml": "<x/>", "..\\stray.xml": "<x/>"}
    assert "The ferry left." in str(read(zip_of(stray | parts), name))


def test_a_chapter_outside_of_the_archive_is_missing() -> None:
    parts = FORMATS["a.epub"][1]
    package = str(parts["OPS/book.opf"]).replace("ch1.xhtml", "../../../../etc/passwd")
    assert "is missing" in str(refused(epub, zip_of(parts | {"OPS/book.opf": package}), "a.epub"))


@all_formats
def test_what_is_no_archive_or_lacks_its_parts_is_damaged(name: str) -> None:
    read, parts, text = FORMATS[name]
    whole = zip_of(parts)
    lacking = zip_of({part: content for part, content in parts.items() if part != text})
    for data in (
        b"",
        b"PK\x03\x04",
        whole[: len(whole) // 2],
        lacking,
        zip_of({}),
        changed(name, "<x"),
        changed(name, ""),
    ):
        assert isinstance(refused(read, data, name), SourceBroken)
    damaged = bytearray(whole)
    damaged[60:400] = bytes(340)
    refused(read, bytes(damaged), name)


@all_formats
def test_an_archive_of_countless_parts_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "PARTS", 2)
    assert "parts, more than" in str(refused(FORMATS[name][0], zip_of(FORMATS[name][1]), name))


@all_formats
def test_an_encrypted_file_is_said_to_be_so(name: str) -> None:
    data = bytearray(zip_of(FORMATS[name][1]))
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        count = len(whole.namelist())
    at = 0
    for _ in range(count):
        at = data.index(b"PK\x01\x02", at) + 4
        data[at + 4] |= 1  # the flag of the central directory
    assert isinstance(refused(FORMATS[name][0], bytes(data), name), SourceLocked)


def test_protection_by_the_format_itself_is_said_to_be_so() -> None:
    protected = b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
    assert isinstance(refused(docx, protected, "a.docx"), SourceLocked)
    manifest: Parts = {"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": b"\x01\x02"}
    assert isinstance(refused(odt, zip_of(FORMATS["a.odt"][1] | manifest), "a.odt"), SourceLocked)
    locks: Parts = {"META-INF/encryption.xml": '<e><CipherReference URI="OPS/ch1.xhtml"/></e>'}
    assert isinstance(refused(epub, zip_of(FORMATS["a.epub"][1] | locks), "a.epub"), SourceLocked)


def test_a_book_of_thousands_of_chapters_is_refused() -> None:
    assert "1,000 chapters" in str(refused(epub, zip_of(epub_parts(["<p>x</p>"] * 1_000)), "a.epub"))


def test_documents_without_words_are_empty() -> None:
    assert isinstance(refused(docx, zip_of(docx_parts(docx_paragraph("* * *"))), "a.docx"), SourceEmpty)
    assert isinstance(refused(odt, zip_of(odt_parts("")), "a.odt"), SourceEmpty)


def test_control_characters_of_a_pdf_never_reach_the_text() -> None:
    found = pdf(pdf_placed([[(60, 700, 10, "The ferry \x1b[31mleft\x07 at noon, he said.")]]), "a.pdf")
    assert found.text == "The ferry [31mleft at noon, he said.\n"


# PDF


def pages_of(count: int, content: bytes, resources: str = "/Font << /F1 4 0 R >>", *more: bytes) -> bytes:
    """A PDF file of pages that all show the same; further objects are numbered from 5."""
    first = 5 + len(more)
    kids = " ".join(f"{first + n} 0 R" for n in range(count))
    page = f"<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << {resources} >> >>".encode()
    return pdf_from(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
            pdf_stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
            *[page] * count,
        ]
    )


SHOWN = b"BT /F1 10 Tf 60 700 Td (The ferry left at noon.) Tj ET"


def test_ten_thousand_pages_are_counted_and_refused() -> None:
    error = refused(pdf, pages_of(10_000, SHOWN), "a.pdf")
    assert f"has 10,000 pages, more than the {PAGES} that are read; save the article alone" in str(error)


def test_pages_that_unpack_to_millions_of_steps_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.loading.pdf._LIMITS", LIMITS | {"stream_parsing_work_maximum_count": 50_000})
    for content in (b"q " * 60_000, bytes(12_000_000)):
        assert isinstance(refused(pdf, pages_of(1, content), "a.pdf"), SourceTooHeavy)


def test_work_is_counted_over_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.loading.pdf.WORK", 1_000_000)
    assert pdf(pages_of(9, SHOWN + b" " * 100_000), "a.pdf")
    error = refused(pdf, pages_of(11, SHOWN + b" " * 100_000), "a.pdf")
    assert "drawing steps" in str(error)


def test_forms_that_draw_each_other_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.loading.pdf.WORK", 2_000_000)
    resources = "/Font << /F1 4 0 R >> /XObject << " + " ".join(f"/X{n} {n + 5} 0 R" for n in range(12)) + " >>"
    drawn = [
        pdf_stream(
            f"/X{n + 1} Do ".encode() * 8 + b" " * 50_000,
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {resources} >>",
        )
        for n in range(12)
    ]
    assert "drawing steps" in str(refused(pdf, pages_of(1, b"/X0 Do", resources, *drawn), "a.pdf"))


def test_a_page_tree_that_is_its_own_branch_ends() -> None:
    loop = pdf_from([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"])
    assert "its parts do not fit together" in str(refused(pdf, loop, "a.pdf"))


def test_deeply_nested_arrays_end() -> None:
    for nested in (pages_of(1, b"[" * 100_000), pdf_from([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 100_000])):
        assert "nests its parts too deeply" in str(refused(pdf, nested, "a.pdf"))


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-1.4" + bytes(range(256)) * 40, b"no pdf"]
)
def test_a_broken_pdf_is_said_to_be_so(data: bytes) -> None:
    assert isinstance(refused(pdf, data, "a.pdf"), SourceBroken)


def test_a_pdf_cut_anywhere_is_read_or_refused() -> None:
    whole = pages_of(2, SHOWN)
    said = "The ferry left at noon.\n\nThe ferry left at noon.\n"
    assert pdf(whole, "a.pdf").text == said
    ends = []
    for end in range(0, len(whole), len(whole) // 20):
        try:
            ends.append(pdf(whole[:end], "a.pdf").text)
        except SourceError as error:
            ends.append(str(error).split(" ")[0])
    assert set(ends) <= {"a.pdf:", said}
    assert "a.pdf:" in ends
