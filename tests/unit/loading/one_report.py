"""One report, and what it looks like in a file of each format."""

from __future__ import annotations

import json
from email.message import EmailMessage
from html import escape

from compare.model import ParagraphKind

from .making import Pieces, docx_of, epub_of, odt_of, pdf_of, xhtml_of

TITLE, HEADING, BODY = ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BODY
LIST, QUOTE = ParagraphKind.LIST, ParagraphKind.QUOTE

REPORT: Pieces = [
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

ADDRESS = "https://l.example/ferry"


def _lines(marks: dict[ParagraphKind, str]) -> bytes:
    return "\n\n".join(marks.get(kind, "") + words for kind, words in REPORT).encode()


def _page() -> str:
    nav = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
    head = f"<head><title>{REPORT[0][1]}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{nav}<article>{xhtml_of(REPORT)}</article></body></html>"


def _mhtml() -> bytes:
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
    page = f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_page()}\r\n"
    picture = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n"
    return f'{head}Content-Type: multipart/related; boundary="b"\r\n\r\n{page}{picture}--b--'.encode()


def _letter() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Received"] = REPORT[0][1], "The Ledger <a@l.example>", "from a"
    made.set_content("See it in the browser.")
    made.add_alternative(_page(), subtype="html")
    return bytes(made)


def _feed() -> bytes:
    """A feed of one entry, its headline beside its text as feeds have it."""
    (_, title), *rest = REPORT
    item = f"<item><title>{escape(title)}</title><content:encoded>{escape(xhtml_of(rest))}</content:encoded></item>"
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {names}><channel><title>Ledger</title>{item}</channel></rss>'.encode()


FILES = {
    ".txt": _lines({LIST: "- ", QUOTE: "> "}),
    ".md": _lines({TITLE: "# ", HEADING: "## ", LIST: "- ", QUOTE: "> "}),
    ".html": _page().encode(),
    ".mhtml": _mhtml(),
    ".eml": _letter(),
    ".rss": _feed(),
    ".pdf": pdf_of(REPORT),
    ".docx": docx_of(REPORT),
    ".odt": odt_of(REPORT),
    ".epub": epub_of(REPORT),
    ".json": json.dumps({"title": REPORT[0][1], "content": _page()}).encode(),
}
"""By suffix."""

LOST = {".pdf": {QUOTE}}
"""By suffix the kinds that a format cannot tell from body."""
