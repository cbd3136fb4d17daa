"""A page shows all that a reader of it sees, and only the report is compared."""

from __future__ import annotations

import json

import pytest

from compare.loading.article import article_from
from compare.loading.document import Document, text_document
from compare.loading.html import page_document
from compare.model import ParagraphKind
from unit.loading.page_samples import PAGE, TEXT, TITLE, TOLD

REASONS = {
    "Harbour Gazette · News · Sport · Sea": "navigation",
    "We use cookies to make this site work and to count its readers.": "cookie notice",
    "By Ida Brandt and Jon Reyes": "byline",
    "Share Tweet Print": "call to share",
    "Get our morning letter from the harbour every day.": "mailing list",
    "Paint for boats, now cheaper than ever before": "advertisement",
    "Correction: An earlier version of this article gave another length for the crack.": "correction",
    "(Reporting by Ida Brandt; Editing by Jon Reyes)": "byline",
    "Ida Brandt has written about roads and bridges for the Gazette since 2024.": "about the author",
    "Storm keeps the fishing boats of Aldmoor in port": "related links",
    "I have said for years that this bridge would not last.": "comments",
    "Readers with an account see more.": "paywall notice",
    "© 2031 Harbour Gazette": "copyright",
}


@pytest.fixture(scope="module")
def page() -> Document:
    return page_document(PAGE.encode(), "bridge.html")


def told(document: Document) -> list[str]:
    article = article_from(document, "bridge")
    return [article.cut(sentence) for sentence in article.sentences if sentence.comparable]


def kinds(document: Document) -> dict[str, tuple[ParagraphKind, str | None]]:
    return {document.text[b.start : b.end]: (b.kind, b.reason) for b in document.blocks}


def test_a_page_gives_the_sentences_of_the_same_report_as_text(page: Document) -> None:
    assert told(page) == told(text_document(TEXT, "text"))


def test_furniture_is_kept_with_its_reason(page: Document) -> None:
    found = kinds(page)
    assert {text: found[text] for text in REASONS} == {
        text: (ParagraphKind.FURNITURE, reason) for text, reason in REASONS.items()
    }
    assert found["The bridge before it was closed to all traffic."] == (ParagraphKind.CAPTION, None)


def test_the_report_has_the_kinds_of_its_elements(page: Document) -> None:
    found = kinds(page)
    assert found[TITLE] == (ParagraphKind.TITLE, None)
    assert found[TOLD[3]] == (ParagraphKind.HEADING, None)
    assert found[TOLD[0]] == (ParagraphKind.BODY, None)


def test_blocks_stand_in_order_with_a_blank_line_between(page: Document) -> None:
    assert "\n\n".join(page.text[b.start : b.end] for b in page.blocks) == page.text
    assert page == page_document(PAGE, "bridge.html")


def test_what_nobody_sees_is_not_in_the_text(page: Document) -> None:
    for unseen in ("script", "color", "Nobody sees", "Nor this", "screen readers", "not shown", "javascript"):
        assert unseen not in page.text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one <b>b</b>old,\n  two</p>", "one bold, two"),
        ("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("<p>one<script>x</script> two <!-- c -->three</p>", "one two three"),
        (
            "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Selwick</td><td>14</td></tr></table>",
            "Port | Boats\n\nSelwick | 14",
        ),
        ("<p>ca\u00adre\u200bful&nbsp;now</p>", "careful now"),
        ("<p>5 &lt; 6 [b]and[/b] &amp;amp;</p>", "5 < 6 [b]and[/b] &amp;"),
        ("<p><ruby>渡船<rp>(</rp><rt>とせん</rt><rp>)</rp></ruby>が沈む</p>", "渡船が沈む"),
        ("<ul><li>one<ul><li>two</li></ul></li></ul>", "one\n\ntwo"),
        ("<article><div style='display:none'><p>folded</p></div></article>", "folded"),
        ("just a line", "just a line"),
        ("<title>x</title><p>no body", "no body"),
        ("<p>a\x1b[31m\x00b\u202e</p>", "a[31m\ufffdb\u202e"),
    ],
)
def test_rendering(html: str, text: str) -> None:
    assert page_document(html, "x.html").text == text


def test_a_quotation_and_a_list_are_told_by_their_elements() -> None:
    found = kinds(page_document(PAGE.replace(f"<p>{TOLD[2]}</p>", f"<blockquote><p>{TOLD[2]}</p></blockquote>"), "x"))
    assert found[TOLD[2]] == (ParagraphKind.QUOTE, None)


def test_a_teaser_of_the_report_is_not_the_report() -> None:
    teaser = f'<div class="teaser"><p>{TOLD[0]}</p></div>'
    document = page_document(PAGE.replace("<main>", f"{teaser}<main>"), "x.html")
    copies = [b for b in document.blocks if document.text[b.start : b.end] == TOLD[0]]
    assert [b.reason for b in copies] == ["shown twice", None]
    assert told(document) == told(page_document(PAGE, "x.html"))


ENTRIES = (
    ("Ferry is free again", "Two tugs have pulled the ferry off the sandbank, the harbour master says."),
    ("Divers arrive", "Six divers have arrived from Port Selwick to look at the hull."),
    ("Passengers ashore", "All 212 passengers have been brought ashore in lifeboats, the coastguard says."),
    ("Ferry aground", "The ferry ran aground off Aldmoor at 6.40 in the morning, on a falling tide."),
)


def live(holder: str, entry: str, foot: str = "", head: str = "") -> Document:
    """A page of entries as one would save it, each an article with its hour and a button."""
    told = "".join(
        f"<{entry}><h2>{title}</h2><p><time>1{n}.05 GMT</time></p><p>{text}</p><div><a href=#>Share</a></div></article>"
        for n, (title, text) in enumerate(ENTRIES)
    )
    body = f"<main><h1>Ferry aground: live</h1><div {holder}>{told}</div>{foot}</main>"
    return page_document(f"<html><head>{head}</head><body>{body}</body></html>", "live.html")


POSTING = {
    "@type": "LiveBlogPosting",
    "headline": "Ferry aground: live",
    "liveBlogUpdate": [{"@type": "BlogPosting", "headline": h, "articleBody": text} for h, text in ENTRIES],
}
DATA = f'<script type="application/ld+json">{json.dumps(POSTING)}</script>'


@pytest.mark.parametrize(
    ("holder", "entry", "head"),
    [
        ('id="liveblog-body"', 'article class="block"', ""),
        ('class="posts"', 'article class="post"', DATA),
        ("", "article", DATA),
    ],
)
def test_all_entries_of_a_live_page_are_its_report(holder: str, entry: str, head: str) -> None:
    document = live(holder, entry, head=head)
    assert [line for line in told(document) if line != "Ferry aground: live"] == [text for _, text in ENTRIES]
    reasons = {words: reason for words, (_, reason) in kinds(document).items()}
    assert (reasons["10.05 GMT"], reasons["Share"]) == ("date line", "navigation")
    assert article_from(document, "x").complete


@pytest.mark.parametrize("foot", ["<button>Load more updates</button>", "<a href=#>Older posts</a>"])
def test_a_live_page_that_leads_to_more_entries_is_cut(foot: str) -> None:
    assert not article_from(live('id="liveblog-body"', "article", foot), "x").complete
    assert article_from(page_document(PAGE.replace("</main>", f"{foot}</main>"), "x.html"), "x").complete


def test_what_readers_wrote_below_a_live_page_is_no_entry_of_it() -> None:
    comments = "".join(
        f"<div class=comment><time>{n} hours ago</time><p>I was on board of the ferry, and number {n} of us.</p></div>"
        for n in range(20)
    )
    document = live('id="liveblog-body"', "article", f'<section id="comments">{comments}</section>')
    assert not any("I was on board" in line for line in told(document))


def test_a_paywall_is_left_out_from_where_it_asks_for_money() -> None:
    wall = (
        '<div class="paywall">'
        "<p>The county will lend the town the other half, its treasurer said on Tuesday evening.</p>"
        "<p>Unlock this article</p><p>More views, more understanding of what goes on around you, day by day.</p></div>"
    )
    document = page_document(PAGE.replace(f"<p>{TOLD[-1]}</p>", f"<p>{TOLD[-1]}</p>{wall}"), "x.html")
    assert f"<p>{TOLD[-1]}</p>" in PAGE
    assert "The county will lend the town the other half, its treasurer said on Tuesday evening." in told(document)
    assert not any("More views" in line for line in told(document))


def test_without_an_article_the_markup_decides_and_the_reader_is_told() -> None:
    document = page_document("<p>A ferry ran aground off Aldmoor in the night of Monday.</p>", "x.html")
    assert told(document) == ["A ferry ran aground off Aldmoor in the night of Monday."]
