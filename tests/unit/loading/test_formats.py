"""Every format is told by its suffix or its first bytes, and comes down to the same report."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from compare.errors import ExtraMissing, SourceEmpty
from compare.export.collecting import collect
from compare.loading import Source, expand, gather, read, reading
from compare.loading.formats import HEAD, format_of
from compare.model import Article, ParagraphKind
from unit.loading.making import docx_of, epub_of, odt_of, pdf_of, zip_of

TITLE = "Ferry to the outer islands runs aground in thick fog"
TOLD = [
    "The ferry Halcyon ran aground off Port Selwick on Monday morning, the coastguard of the islands said in the port.",
    "All of the passengers had been brought ashore by the early afternoon, nobody was hurt, said the harbour master.",
    "Investigators recovered the recorder of the ship in the evening and expect what it shows to be known in a week.",
]
PIECES = [(ParagraphKind.TITLE, TITLE), *((ParagraphKind.BODY, words) for words in TOLD)]
ADDRESS = "https://l.example/ferry"


def page() -> str:
    told = "".join(f"<p>{words}</p>" for words in TOLD)
    nav = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{nav}<article><h1>{TITLE}</h1>{told}</article>"
    )


def mhtml() -> bytes:
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
    parts = (
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page()}\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n"
    )
    return f'{head}Content-Type: multipart/related; boundary="b"\r\n\r\n{parts}--b--'.encode()


def letter() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Received"] = TITLE, "The Ledger <a@l.example>", "from a"
    made.set_content("See it in the browser.")
    made.add_alternative(page(), subtype="html")
    return bytes(made)


FILES = {
    "x.txt": "\n\n".join([TITLE, *TOLD]).encode(),
    "x.md": "\n\n".join([f"# {TITLE}", *TOLD]).encode(),
    "x.html": page().encode(),
    "x.mhtml": mhtml(),
    "x.eml": letter(),
    "x.pdf": pdf_of(PIECES),
    "x.docx": docx_of(PIECES),
    "x.odt": odt_of(PIECES),
    "x.epub": epub_of(PIECES),
    "x.json": json.dumps({"title": TITLE, "content": page()}).encode(),
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = {}
    for name, data in FILES.items():
        opened = read(Source(name, None, data))
        assert opened.refused == ()
        (found[name],) = opened.articles
    return found


def test_every_format_gives_the_same_sentences(articles: dict[str, Article]) -> None:
    for name, article in articles.items():
        told = [" ".join(article.cut(s).split()).removeprefix("# ") for s in article.sentences if s.comparable]
        assert (name, told[-3:], set(told[:-3]) <= {TITLE}) == (name, TOLD, True)
        assert (name, article.title) == (name, TITLE)
    assert articles["x.mhtml"].url == ADDRESS
    assert articles["x.eml"].label == "The Ledger?"


def test_the_first_bytes_tell_what_no_suffix_does() -> None:
    for name in ("x.txt", "x.html", "x.mhtml", "x.eml", "x.pdf", "x.docx", "x.json"):
        head = FILES[name][:HEAD]
        assert format_of("-", head) is format_of(name, head)
    for suffix, kind in ((".odt", b"vnd.oasis.opendocument.text"), (".epub", b"epub+zip")):
        told = format_of("-", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/" + kind)
        assert told is not None
        assert told.suffixes == (suffix,)
    (source,) = expand(["-"], stdin=io.BytesIO(FILES["x.docx"])).sources
    assert read(source).articles[0].title == TITLE
    assert read(Source("wrong.txt", None, FILES["x.pdf"])).articles[0].title == TITLE


def test_an_archive_holds_any_of_them_and_one_report_is_opened_once(articles: dict[str, Article]) -> None:
    opened = read(Source("s.zip", None, zip_of(FILES)))
    assert {a.source for a in opened.articles} == {f"s.zip/{name}" for name in FILES}
    (kept,) = gather(opened.articles).articles
    assert kept.url == ADDRESS, "of one report the source is opened that says most of it"


def test_what_was_collected_of_them_opens_the_same(
    articles: dict[str, Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for article in articles.values():
        coverage = gather([article])
        collect(coverage, "set/coverage.toml", force=True)
        again = gather([a for source in expand(["set"]).sources for a in read(source).articles])
        assert [replace(a, source="") for a in again.articles] == [replace(a, source="") for a in coverage.articles]


def test_an_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError(f"No module named {module}", name="pypdf")

    monkeypatch.setattr(reading, "import_module", missing)
    with pytest.raises(ExtraMissing, match=r"x\.pdf: .*pypdf.*pip install 'compare-news\[docs\]'"):
        read(Source("x.pdf", None, FILES["x.pdf"]))
    with pytest.raises(ModuleNotFoundError):  # a text needs none, so that would be a fault of ours
        read(Source("x.txt", None, FILES["x.txt"]))


def test_a_saved_page_without_the_page() -> None:
    with pytest.raises(SourceEmpty, match="is a saved page without the page"):
        read(Source("x.mhtml", None, b"MIME-Version: 1.0\nContent-Type: text/css\n\nx"))
