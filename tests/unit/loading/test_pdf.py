"""PDF files: lines become paragraphs, what pages repeat is furniture, and what the file says of itself is believed with
care."""

from __future__ import annotations

import io
import sys

import pypdf
import pytest

from compare.errors import ExtraMissing, SourceLocked, SourceScanned
from compare.loading.pdf import document
from compare.loading.printed import pieces_in
from compare.loading.typeset import Printed
from compare.model import ParagraphKind
from timing import within

from .making import Placed, blocks_of, pdf_from, pdf_placed, pdf_stream


def column(*lines: str, x: float = 60, y: float = 700, size: float = 10) -> list[Placed]:
    return [(x, y - 12 * n, size, words) for n, words in enumerate(lines)]


FIRST = (
    "The ferry left the harbour of Port Selwick at noon with forty passengers on",
    "board and a crew of nine, although the coastguard had warned of fog and of un-",
    "usually strong currents in the straits, which are well-",
    "known for their wrecks. The ship carried mail and freight as it does every day.",
)
SECOND = (
    "Nobody was hurt when the ship ran aground. The passengers were taken ashore by",
    "boats of the coastguard, and their well-known guide praised the crew.",
)


def test_lines_become_paragraphs_and_words_are_put_together() -> None:
    assert blocks_of(document(pdf_placed([[*column(*FIRST), *column(*SECOND, y=640)]]), "a.pdf")) == [
        (
            "body",
            "The ferry left the harbour of Port Selwick at noon with forty passengers on board and a crew of nine, "
            "although the coastguard had warned of fog and of unusually strong currents in the straits, which are "
            "well-known for their wrecks. The ship carried mail and freight as it does every day.",
        ),
        ("body", " ".join(SECOND)),
    ]


def test_a_paragraph_may_be_set_in_or_stop_short_instead_of_standing_apart() -> None:
    lines = [*column(*FIRST), *column(SECOND[0], x=74, y=652), *column("boats of the coastguard.", y=640)]
    lines += column(*FIRST, y=628)
    assert len(blocks_of(document(pdf_placed([lines]), "a.pdf"))) == 3


def test_columns_are_read_one_after_the_other() -> None:
    narrow = ("The ferry left the harbour at noon with", "forty passengers, and in the evening it had")
    rest = ("not yet come back, the coastguard said.", "The search was called off during the night.")
    found = document(pdf_placed([[*column(*narrow), *column(*rest, x=310)]]), "a.pdf")
    assert blocks_of(found) == [("body", " ".join((*narrow, *rest)))]


def test_running_lines_and_numbers_of_pages_are_furniture_and_paragraphs_go_on_over_them() -> None:
    def page(number: int, *lines: str) -> list[Placed]:
        left = "The Selwick Courier" if number % 2 else "Harbour edition"
        return [(60, 800, 10, left), *column(*lines), (290, 40, 10, f"Page {number} of 4")]

    pages = [page(1, *FIRST[:2]), page(2, *FIRST[2:]), page(3, *SECOND), page(4, "It was towed home.")]
    found = blocks_of(document(pdf_placed(pages), "a.pdf"))
    assert found[0][1].endswith("as it does every day.")
    assert [kind for kind, _ in found] == [
        "body",
        *("running header", "page number") * 2,
        "body",
        *("running header", "page number"),
        "body",
        *("running header", "page number"),
    ]


def test_a_year_at_the_end_of_a_page_is_no_page_number() -> None:
    pages = [[*column(*FIRST, "It had been built in the spring of the year"), *column("1998", y=640)], column(*SECOND)]
    assert "page number" not in [kind for kind, _ in blocks_of(document(pdf_placed(pages), "a.pdf"))]


def test_size_and_weight_tell_headings() -> None:
    lines = [
        *column("Ferry runs aground off Port Selwick and", "nobody is hurt", y=760, size=20),
        *column("*What happened"),
        *column(*FIRST, y=688),
        *column("• the first of two things that are known about", "  the ship that ran aground", y=640),
        *column("• the second of them", y=616),
        *column(*SECOND, y=590),
    ]
    lines[1] = (60, 738, 20, lines[1][3])
    found = blocks_of(document(pdf_placed([lines]), "a.pdf"))
    assert [kind for kind, _ in found] == ["title", "heading", "body", "list", "list", "body"]
    assert found[0][1] == "Ferry runs aground off Port Selwick and nobody is hurt"


@pytest.mark.parametrize(
    ("text", "line", "joined"),
    [
        ("the ex", "change", "the ex change"),
        ("the North-", "South divide", "the North-South divide"),
        ("a twenty-one-", "year lease", "a twenty-one-year lease"),
        ("the islands\u00ad", "paper", "the islandspaper"),
        ("the ship—", "all of it", "the ship—all of it"),
        ("from 2019-", "2021 it", "from 2019- 2021 it"),
        ("漁船が港を出", "た。", "漁船が港を出た。"),
    ],
)
def test_what_stands_between_the_words_of_two_lines(text: str, line: str, joined: str) -> None:
    page = [Printed(text, 60, 700, 10), Printed(line, 60, 688, 10)]
    assert [piece.words for piece in pieces_in([page])] == [joined]


def test_the_properties_are_kept_with_their_origin_but_for_a_title_that_is_a_file_name() -> None:
    page = column("the ferry left at noon,", "and came back.")
    information = "/Title (Ferry aground) /Author (Nora Whitlock) /CreationDate (D:20260102030405Z)"
    metadata = document(pdf_placed([page], information, "/Lang (en-GB)"), "a.pdf").metadata
    assert (metadata.title, metadata.author, metadata.language) == ("Ferry aground", "Nora Whitlock", "en")
    assert metadata.published is None  # when a file was printed is not when its text was published
    assert metadata.origins == (
        ("author", "PDF information"),
        ("language", "PDF catalog"),
        ("title", "PDF information"),
    )
    for junk in ("Microsoft Word - ferry.docx", "ferry-final.indd", "untitled"):
        assert document(pdf_placed([page], f"/Title ({junk})"), "a.pdf").metadata.title is None


def test_a_headline_in_the_text_is_believed_before_the_properties() -> None:
    page = [(60, 760, 20, "Ferry runs aground"), *column(*FIRST)]
    found = document(pdf_placed([page], "/Title (Template of 2019)"), "a.pdf")
    assert (found.title, found.metadata.title) == ("Ferry runs aground", None)


def _encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf_placed([column(*FIRST)])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_password_is_asked_for_only_where_there_is_one() -> None:
    assert len(document(_encrypted(""), "a.pdf").blocks) == 1
    with pytest.raises(SourceLocked, match=r"^a\.pdf: is encrypted; open it .* save a copy without protection$"):
        document(_encrypted("secret"), "a.pdf")


def _with_picture(*text: bytes) -> bytes:
    """A page for each text; a page without text shows a picture."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(text)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(text)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        pdf_stream(
            b"\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
    ]
    for n, words in enumerate(text):
        resources = "/Font << /F1 3 0 R >>" if words else "/XObject << /P 4 0 R >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {6 + 2 * n} 0 R /Resources << {resources} >> >>".encode()
        )
        objects.append(pdf_stream(b"BT /F1 10 Tf 60 700 Td (%s) Tj ET" % words if words else b"q /P Do Q"))
    return pdf_from(objects)


def test_a_scan_is_told_from_text_and_a_scanned_page_leaves_open_what_it_says() -> None:
    with pytest.raises(SourceScanned, match=r"^a\.pdf: holds pictures of pages and no text; .*OCR"):
        document(_with_picture(b"", b""), "a.pdf")
    assert document(_with_picture(b"The ferry left at noon.", b""), "a.pdf").metadata.complete is False
    assert document(_with_picture(b"The ferry left at noon."), "a.pdf").metadata.complete is None


def test_letters_without_a_code_are_no_text() -> None:
    with pytest.raises(SourceScanned, match="letters that have no code"):
        document(_with_picture(b"\\001\\002\\003\\004\\005 ab"), "a.pdf")


def test_half_an_emoji_in_a_table_of_codes_is_no_character_and_two_halves_are() -> None:
    codes = b"""begincmap 1 begincodespacerange <00> <FF> endcodespacerange
        2 beginbfchar <58> <D83D> <59> <DE00> endbfchar endcmap"""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    data = pdf_from(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            pdf_stream(b"BT /F 10 Tf 60 700 Td (The mayor X went home XY on Monday.) Tj ET"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
            pdf_stream(codes),
        ]
    )
    assert document(data, "a.pdf").text == "The mayor \ufffd went home 😀 on Monday.\n"


def test_without_pypdf_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ExtraMissing, match=r"needs pypdf, .*; run pip install 'compare-news\[docs\]'$"):
        document(b"%PDF-1.7", "a.pdf")


def test_furniture_known_by_its_words_is_found_in_a_pdf_too() -> None:
    found = document(pdf_placed([[*column("By Nora Whitlock"), *column(*FIRST, y=670)]]), "a.pdf")
    assert [block.reason for block in found.blocks] == ["byline", None]
    assert found.blocks[0].kind is ParagraphKind.FURNITURE


@pytest.mark.parametrize("words", ["ab cd-", f"{'a' * 100}-", "a"])
def test_a_paragraph_of_countless_lines_takes_time_by_its_length(words: str) -> None:
    lines = [Printed(words, 50, 700 - n / 10_000, 10) for n in range(4_000)]
    with within(2):
        (piece,) = pieces_in([lines])
    assert set(piece.words) <= {*words, " "}


def test_a_word_goes_on_over_many_lines() -> None:
    lines = [Printed(words, 50, 700 - n, 10) for n, words in enumerate(["a" * 300 + " har-", "bour-", "mas-", "ter."])]
    (piece,) = pieces_in([[*lines, Printed("The harbourmaster left.", 50, 600, 10)]])[:1]
    assert piece.words == "a" * 300 + " harbourmaster."
