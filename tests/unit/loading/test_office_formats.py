"""Word, OpenDocument and EPUB: kinds that the format knows, what is no text, what the file says of itself."""

from __future__ import annotations

import sys

import pytest

from compare.errors import ExtraMissing, SourceEmpty
from compare.loading.document import Document
from compare.loading.docx import document as docx
from compare.loading.epub import documents
from compare.loading.odt import document as odt
from compare.model import ParagraphKind

from .making import (
    blocks_of,
    docx_paragraph,
    docx_parts,
    epub_parts,
    odt_paragraph,
    odt_parts,
    zip_of,
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REPORTING = (
    "The ferry left the harbour at noon with forty passengers on board, and nobody has heard of it since, the "
    "coastguard said. Boats from three islands searched the strait until the fog became too thick. The search goes "
    "on in the morning, if the weather allows it at all."
)


def word(body: str, properties: str = "") -> Document:
    return docx(zip_of(docx_parts(body, properties)), "a.docx")


def open_document(body: str, properties: str = "") -> Document:
    return odt(zip_of(odt_parts(body, properties)), "a.odt")


def chapters(*bodies: str, properties: str = "") -> tuple[Document, ...]:
    return tuple(part.document for part in documents(zip_of(epub_parts(bodies, properties)), "a.epub").parts)


def test_word_keeps_what_was_inserted_and_leaves_out_what_was_deleted_and_marks_of_notes() -> None:
    parts = docx_parts(
        "<w:p><w:r><w:t>The ferry </w:t></w:r><w:del><w:r><w:delText>sank</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>left</w:t></w:r></w:ins><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t xml:space='preserve'> at noon.</w:t></w:r></w:p>"
    )
    notes = f"<w:footnote w:id='2'>{docx_paragraph('Ship time.')}</w:footnote>"
    parts["word/footnotes.xml"] = f"<w:footnotes xmlns:w='{WORD}'>{notes}</w:footnotes>"
    assert docx(zip_of(parts), "a.docx").text == "The ferry left at noon.\n\n• Ship time.\n"


def test_two_line_breaks_part_a_paragraph_and_one_does_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    found = word(
        f"<w:p>{run.format('One ferry left.')}<w:r><w:br/><w:br/></w:r>{run.format('Another')}<w:r><w:br/></w:r>"
        f"{run.format('came back.')}</w:p>"
    )
    assert found.text == "One ferry left.\n\nAnother\ncame back.\n"


def test_cells_of_a_table_are_paragraphs() -> None:
    cells = "".join(f"<w:tc>{docx_paragraph(words)}</w:tc>" for words in ("the ferry", "the tug"))
    assert word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").text == "the ferry\n\nthe tug\n"


def test_what_word_does_not_mark_is_found_by_its_words() -> None:
    found = word("".join(map(docx_paragraph, ("Ferry leaves", "By Nora Whitlock", REPORTING, "- an item", REPORTING))))
    assert [kind for kind, _ in blocks_of(found)] == ["title", "byline", "body", "list", "body"]


PROPERTIES = "<dc:title>Ferry leaves</dc:title><dc:creator>Nora Whitlock</dc:creator><dc:language>fr-CA</dc:language>"


def test_word_properties() -> None:
    metadata = word(docx_paragraph(REPORTING), PROPERTIES + "<dcterms:modified>2025-10-15T08:00:00Z</dcterms:modified>")
    assert metadata.metadata.title == "Ferry leaves"
    assert metadata.metadata.modified == "2025-10-15T08:00:00+00:00"
    assert metadata.metadata.language == "fr"
    assert metadata.metadata.origins == tuple(
        (key, "document properties") for key in ("author", "language", "modified", "title")
    )
    assert word(docx_paragraph("Ferry sinks") + docx_paragraph(REPORTING), PROPERTIES).metadata.title is None


def test_open_document_spaces_notes_and_comments() -> None:
    found = open_document(
        '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>The<text:s text:c="3"/>ferry'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note><text:tab/><text:span>left</text:span><text:line-break/>at noon."
        "<office:annotation><text:p>check this</text:p></office:annotation></text:p>"
    )
    assert "gone" not in found.text and "check" not in found.text
    assert found.text == "The ferry left\nat noon.\n\nA note.\n"


def test_what_is_anchored_within_a_paragraph_does_not_part_it() -> None:
    caption = odt_paragraph("The ferry at its berth.", ParagraphKind.CAPTION)
    found = open_document(
        f"<text:p>The ferry <frame><image/></frame><frame><text-box>{caption}</text-box></frame>left at noon.</text:p>"
        f"{odt_paragraph(REPORTING)}"
    )
    assert blocks_of(found) == [
        ("body", "The ferry left at noon."),
        ("caption", "The ferry at its berth."),
        ("body", REPORTING),
    ]


def test_open_document_properties_have_no_date_of_publication() -> None:
    dates = "<meta:creation-date>2020-01-01T00:00:00</meta:creation-date><dc:date>2025-10-15T08:00:00</dc:date>"
    metadata = open_document(odt_paragraph(REPORTING), PROPERTIES + dates).metadata
    assert (metadata.author, metadata.published, metadata.modified) == ("Nora Whitlock", None, "2025-10-15T08:00:00")


def test_chapters_with_reporting_are_documents_of_their_own() -> None:
    properties = PROPERTIES + "<dc:date>2025-10-15</dc:date>"
    cover = '<svg xmlns="http://www.w3.org/2000/svg"><text>drawn</text></svg>'
    found = chapters(
        cover, "<p>Imprint.</p>", f"<h1>One</h1><p>{REPORTING}</p>", f"<h1>Two</h1><p>{REPORTING}</p>",
        properties=properties,
    )  # fmt: skip
    assert [document.title for document in found] == ["One", "Two"]
    assert {(d.metadata.title, d.metadata.published, d.metadata.author) for d in found} == {
        (None, "2025-10-15", "Nora Whitlock")
    }
    assert [d.title or d.metadata.title for d in chapters(f"<p>{REPORTING}</p>", properties=properties)] == [
        "Ferry leaves"
    ]


def test_a_chapter_keeps_navigation_apart_and_knows_entities_of_html() -> None:
    (found,) = chapters(
        '<nav><a href="x">Home</a></nav><p>The ferry &mdash; all&nbsp;of it &unknown; &#8212; left'
        '<a epub:type="noteref" href="#n1">1</a>.</p><script>alert(1)</script>'
    )
    assert blocks_of(found) == [("navigation", "Home"), ("body", "The ferry — all of it &unknown; — left.")]


def test_a_chapter_has_the_kinds_that_a_page_has() -> None:
    (found,) = chapters(f"<p>{REPORTING}</p><dl><dt>the ferry</dt><dd>left at noon</dd></dl><p>{REPORTING}</p>")
    assert [kind for kind, _ in blocks_of(found)] == ["body", "list", "list", "body"]


def test_a_broken_chapter_leaves_the_rest() -> None:
    bodies = (f"<h1>One</h1><p>{REPORTING}</p>", "<p>open", f"<h1>Three</h1><p>{REPORTING}</p>")
    found = documents(zip_of(epub_parts(bodies, "")), "a.epub")
    assert [part.document.title for part in found.parts] == ["One", "Three"]
    assert [part.name for part in found.parts] == ["a.epub#1", "a.epub#3"]  # by their places, as the one refused
    (error,) = found.refused
    assert error.source == "a.epub#2" and "XML cannot be read" in error.reason


def test_a_chapter_that_is_too_long_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.loading.pieces.LIMIT", 600)
    told = "<p>The ferry left the harbour at noon with forty passengers on board, the port said.</p>"
    found = documents(zip_of(epub_parts([told * 3, told * 30, told * 4], "")), "a.epub")
    assert [part.name for part in found.parts] == ["a.epub#1", "a.epub#3"]
    (error,) = found.refused
    assert error.source == "a.epub#2" and "more than" in error.reason


def test_a_book_of_pictures_holds_no_text() -> None:
    with pytest.raises(SourceEmpty, match=r"^a\.epub: "):
        chapters('<p><img src="x.png" alt="a ship"/></p>')


def test_without_mammoth_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(ExtraMissing, match=r"needs mammoth, .*; run pip install 'compare-news\[docs\]'$"):
        word(docx_paragraph(REPORTING))
