"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from compare.errors import SourceNotText, SourceUnsupported
from compare.loading.decode import decode

TEXT = (
    "Zwölf Menschen wurden in der Nähe von Köln verletzt, sagte die Polizei – und “viele” mehr.\r\nÜber die Brücke.\n"
    * 4
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "with a mark", "utf-16-le", "utf-16-be", "le without mark", "be without mark"],
)
def test_unicode_is_read_as_it_is_and_only_the_mark_is_dropped(data: bytes) -> None:
    decoded = decode(data, "x.txt")
    assert decoded.text == TEXT
    assert decoded.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251"])
def test_older_encodings_are_read_and_said(encoding: str) -> None:
    text = TEXT if encoding == "cp1252" else "Паром вышел из порта в полдень, на борту было сорок пассажиров. " * 5
    decoded = decode(text.encode(encoding), "x.txt")
    assert decoded.text == text
    assert decoded.warnings == (f"x.txt: not UTF-8, read as {encoding}",)


@pytest.mark.parametrize("text", [TEXT, "Zwölf Menschen wurden in der Nähe von Köln verletzt. "])
def test_a_damaged_byte_spoils_no_other_letter(text: str) -> None:
    # of the second every byte is a letter of Windows' encoding too
    decoded = decode(text.encode() + b"\xff ende", "x.txt")
    assert decoded.text == text + "\ufffd ende"
    assert decoded.warnings == ("x.txt: not UTF-8 throughout, 1 place could not be read",)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 50, b"text\x00text", bytes(range(1, 32)) * 20, b"\xff\xfe\x00"], ids=range(4)
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(SourceNotText, match=r"x\.txt: is not a text file"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0....", "an old Office file"),
        (b"{\\rtf1 x}", "an RTF file"),
    ],
)
def test_other_formats_behind_a_text_suffix_are_named(data: bytes, what: str) -> None:
    with pytest.raises(SourceUnsupported, match=what):
        decode(data, "x.txt")


def test_empty_bytes_are_an_empty_text() -> None:
    assert decode(b"", "x.txt").text == ""
