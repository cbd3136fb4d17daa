"""The bounds that the docs name are those of the program."""

from __future__ import annotations

import pytest

from compare import cached, places, recent
from compare.analysis.links import BEST, NEAREST_ALL
from compare.loading import (
    archive,
    contents,
    docx,
    epub,
    feed_entries,
    formats,
    mail,
    offers,
    pdf,
    reading,
    snapshots,
    validators,
    xml,
    zipped,
)
from compare.loading.pages import parsing
from compare.loading.web import Limits
from compare.model import LIKELY, SURE
from compare.review import selectors
from project import ROOT

WEB = Limits()


def mb(size: int) -> str:
    return f"{size // 1_000_000} MB"


def percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


SAID = {
    "docs/sources.md": (
        f"| a text | {mb(formats.limit_of('x.txt'))} |",
        f"| a page or a feed | {mb(formats.limit_of('x.html'))} |",
        f"| a JSON file | {mb(formats.limit_of('x.json'))} |",
        f"| any other file | {mb(formats.limit_of('x.docx'))} |",
        f"| an archive unpacked | {mb(zipped.UNPACKED)}, {archive.PARTS:,} members |",
        f"| articles of one source | {contents.MOST} |",
        f"| parts of a mail that are looked at | {mail.PARTS}, of at most {mail.LINES:,} lines",
        f"| pages of a PDF; chapters of an EPUB | {pdf.PAGES} |",
        f"| pages of a PDF; chapters of an EPUB | {epub.CHAPTERS} |",
        f"| what the pages of a PDF unpack to | {mb(pdf.WORK)} of drawing steps |",
        f"| what the parts of a document unpack to | {mb(archive.UNPACKED)}, {archive.PARTS:,} parts |",
        f"| XML | {xml.ELEMENTS:,} elements (Word: {docx.ELEMENTS:,}), {xml.DEPTH} within each other",
        f"| `.epub` | each chapter of {epub.ENOUGH} words or more",
        f"Of one source at most {reading.REFUSED} members",
    ),
    "docs/pages.md": (f"A page may have {parsing.ELEMENTS:,} elements",),
    "docs/fetching.md": (
        f"| sources fetched at once | {WEB.at_once} |",
        f"| size of an answer, packed or unpacked | {mb(WEB.size)} |",
        f"| redirects | {WEB.redirects} |",
        f"| {WEB.connect:.0f} s; {WEB.read:.0f} s; {WEB.total:.0f} s |",
        f"| {WEB.attempts}, after {WEB.back_off:.0f} s and {2 * WEB.back_off:.0f} s, or as long as",
        f"up to {WEB.wait:.0f} s |",
        f"At most {snapshots.KEPT} revisions of an address",
        f"{mb(validators.MOST)} at most",
        f"at most {offers.MOST} entries of a feed",
        f"Of a feed with more than {feed_entries.READ:,} entries",
        f"up to {mb(feed_entries.MENDED)}",
    ),
    "docs/desk.md": (
        f"the last {recent.LENGTH} sets, and for {places.LENGTH} sets",
        f"at most {mb(cached.MOST)}",
        f"less than {percent(LIKELY)} sure",
    ),
    "docs/review.md": (
        f"what stands {selectors.CONTEXT} characters around them",
        f"Below {selectors.SURE_PLACE} it is unsure",
    ),
    "docs/method.md": (
        f"is said from {percent(SURE)} on",
        f"Below {percent(LIKELY)} a shared claim is marked as doubtful",
    ),
    "docs/json.md": (f"beyond {NEAREST_ALL} articles, the {'ten' if BEST == 10 else BEST} nearest in all",),
    "README.md": (f"less than {percent(LIKELY)} sure",),
}
"""By page what it says of a bound, made of the bound."""


@pytest.mark.parametrize("page", SAID)
def test_a_page_names_the_bounds_that_there_are(page: str) -> None:
    text = " ".join((ROOT / page).read_text(encoding="utf-8").replace("**", "").split())
    assert not [words for words in SAID[page] if words not in text]


def test_every_suffix_that_is_read_is_documented() -> None:
    text = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert not [suffix for suffix in formats.READABLE if f"`{suffix}`" not in text]
