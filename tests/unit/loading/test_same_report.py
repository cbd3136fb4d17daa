"""The same report in every format gives the same sentences but for what a format loses, and counts as one voice."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from compare.analysis import compare
from compare.loading import epub, feed, gather, odt, pdf
from compare.loading.article import article_from
from compare.loading.contents import Contents
from compare.loading.document import Document, text_document
from compare.loading.docx import document as docx
from compare.loading.html import page_document
from compare.model import Article, ParagraphKind
from unit.loading.making import docx_of, epub_of, odt_of, pdf_of, xhtml_of

TITLE, HEADING, BODY = ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BODY
LIST, QUOTE = ParagraphKind.LIST, ParagraphKind.QUOTE

REPORT = [
    (TITLE, "Ferry to the outer islands runs aground in thick fog"),
    (
        BODY,
        "The ferry Halcyon ran aground off Port Selwick on Monday morning with 214 passengers on board, the coastguard "
        "said. Nobody was seriously injured, and all passengers had been brought ashore by the early afternoon.",
    ),
    (
        BODY,
        "“We felt a long scraping noise and then everything stood still,” said Samira Oduya, who was travelling with "
        "her two children. “It took a while until somebody explained what had happened.”",
    ),
    (HEADING, "What is known about the cause"),
    (
        BODY,
        "According to harbour master Piet Vance the navigation equipment had been replaced in March for $1.4 million. "
        "Investigators recovered the recorder of the ship in the evening and expect their preliminary findings within "
        "three weeks, he told reporters (the full report may take a year).",
    ),
    (QUOTE, "The crew followed the procedure and deserves recognition for a calm evacuation."),
    (LIST, "A tug from Morrow will try to tow the ship at high tide."),
    (LIST, "Until then the crossing is served by two smaller boats."),
    (
        BODY,
        "The company that runs the line declined to comment on the accident. Its shares fell by 6% on Monday, while "
        "the well-known regional rival gained a little.",
    ),
    (
        BODY,
        "Fishermen from the neighbouring islands had warned the administration about the shifting sandbanks in a "
        "letter that was published last October, and the municipal council discussed additional lights twice.",
    ),
]


def _text(report: list[tuple[ParagraphKind, str]]) -> bytes:
    marks = {LIST: "- ", QUOTE: "> "}
    return "\n\n".join(marks.get(kind, "") + words for kind, words in report).encode()


def _page(report: list[tuple[ParagraphKind, str]]) -> bytes:
    return f"<!doctype html><html><body><article>{xhtml_of(report)}</article></body></html>".encode()


def _entry(report: list[tuple[ParagraphKind, str]]) -> bytes:
    """A feed of one entry, its headline beside its text as feeds have it."""
    (_, title), *rest = report
    item = f"<item><title>{escape(title)}</title><content:encoded>{escape(xhtml_of(rest))}</content:encoded></item>"
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {names}><channel><title>Ledger</title>{item}</channel></rss>'.encode()


def _only(found: Callable[[bytes, str], Contents]) -> Callable[[bytes, str], Document]:
    """Read a container of one document."""

    def read(data: bytes, name: str) -> Document:
        (part,) = found(data, name).parts
        return part.document

    return read


FORMATS: dict[
    str, tuple[Callable[[list[tuple[ParagraphKind, str]]], bytes], Callable[[bytes, str], Document], set[ParagraphKind]]
] = {
    ".txt": (_text, lambda data, _: text_document(data.decode(), "text"), set()),
    ".docx": (docx_of, docx, set()),
    ".odt": (odt_of, odt.document, set()),
    ".epub": (epub_of, _only(epub.documents), set()),
    ".html": (_page, page_document, set()),
    ".rss": (_entry, _only(feed.entries), set()),
    ".pdf": (pdf_of, pdf.document, {QUOTE}),
}
"""By suffix: how the report is written, how it is read, and the kinds that the format cannot tell from body."""


def article(suffix: str) -> Article:
    write, read, _ = FORMATS[suffix]
    return article_from(read(write(REPORT), f"report{suffix}"), f"report{suffix}")


def told(article: Article) -> list[tuple[bool, str]]:
    """The sentences of an article but for furniture, which a format adds, and whether they are compared."""
    furniture = {p.id for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE}
    return [(s.comparable, article.cut(s)) for s in article.sentences if s.paragraph not in furniture]


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {suffix: article(suffix) for suffix in FORMATS}


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_sentences(suffix: str, articles: dict[str, Article]) -> None:
    plain, other = told(articles[".txt"]), told(articles[suffix])
    assert other == plain
    assert len(plain) == 14


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_title_and_kinds(suffix: str, articles: dict[str, Article]) -> None:
    lost = FORMATS[suffix][2]
    assert articles[suffix].title == REPORT[0][1]
    assert [p.kind for p in articles[suffix].paragraphs if p.kind is not ParagraphKind.FURNITURE] == [
        BODY if kind in lost else kind for kind, _ in REPORT
    ]


def test_all_formats_are_one_voice(articles: dict[str, Article]) -> None:
    comparison = compare(gather(list(articles.values())))
    assert {claim.status.value for claim in comparison.claims} == {"unique"}
    assert comparison.conflicts == ()
