"""What a page says about its article, each with the place that says it."""

from __future__ import annotations

import json

import pytest

from compare.loading.article import article_from
from compare.loading.html import page_document
from compare.loading.pages.dates import iso_of
from unit.loading.page_samples import PAGE, TITLE, TOLD

pytestmark = pytest.mark.usefixtures("own_folders")  # no names of the reader's own

STORY = "".join(f"<p>{line}</p>" for line in TOLD)


def data(**said: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **said}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def page(head: str, *, attributes: str = "", body: str = "") -> str:
    return f"<html{attributes}><head>{head}</head><body>{body}<article>{STORY}</article></body></html>"


def test_a_whole_page() -> None:
    article = article_from(page_document(PAGE, "bridge.html"), "bridge.html")
    assert (article.title, article.outlet, article.label) == (TITLE, "Harbour Gazette", "Harbour Gazette")
    assert article.author == "Ida Brandt, Jon Reyes"
    assert (article.published, article.modified) == ("2031-03-04T18:20:00+01:00", "2031-03-05T07:00:00+01:00")
    assert (article.url, article.language) == ("https://www.harbourgazette.example/2031/bridge", "en")
    assert article.complete
    assert dict(article.origins) == {
        "title": "JSON-LD headline",
        "outlet": "meta og:site_name",
        "author": "JSON-LD author",
        "published": "JSON-LD datePublished",
        "modified": "JSON-LD dateModified",
        "url": "link canonical",
        "language": "html lang",
    }


@pytest.mark.parametrize(
    ("html", "key", "value", "origin"),
    [
        (page(data(headline="A &amp; B")), "title", "A & B", "JSON-LD headline"),
        (page(meta("og:title", "Bridge shut") + "<title>x</title>"), "title", "Bridge shut", "meta og:title"),
        (page("<title>x</title>", body="<h1>Bridge shut</h1>"), "title", "Bridge shut", "h1"),
        (
            page("<title>Bridge shut | Gazette</title>" + meta("og:site_name", "Gazette")),
            "title",
            "Bridge shut",
            "title element",
        ),
        (page("<title>Bridge – and ferry</title>"), "title", "Bridge – and ferry", "title element"),
        (page(data(publisher={"name": "Gazette"})), "outlet", "Gazette", "JSON-LD publisher"),
        (page(meta("og:site_name", "BBC News")), "outlet", "BBC", "meta og:site_name"),
        (page(meta("og:site_name", "Blogger")), "outlet", None, None),
        (page(meta("og:url", "https://news.reuters.com/a/b")), "outlet", "Reuters", "outlet table"),
        (page(meta("og:url", "https://gazette.example/a")), "outlet", None, None),
        (page(data(author="By Ida Brandt")), "author", "Ida Brandt", "JSON-LD author"),
        (
            page(data(author="https://x.example/ida") + '<meta name="author" content="Ida B.">'),
            "author",
            "Ida B.",
            "meta author",
        ),
        (page("", body='<a rel="author" href="/i">Ida Brandt</a>'), "author", "Ida Brandt", "link to the author"),
        (
            page("", body='<b itemprop="author" itemscope><i itemprop="name">Ida</i></b>'),
            "author",
            "Ida",
            "microdata author",
        ),
        (page(data(datePublished="2031-03-04")), "published", "2031-03-04", "JSON-LD datePublished"),
        (
            page(data(datePublished="soon") + meta("article:published_time", "2031-03-04T10:00Z")),
            "published",
            "2031-03-04T10:00:00+00:00",
            "meta article:published_time",
        ),
        (
            page("", body='<header><h1>x</h1><time datetime="2031-03-04">today</time></header>'),
            "published",
            "2031-03-04",
            "time element",
        ),
        (page("", body='<div><time datetime="2031-03-04">of a teaser</time></div>'), "published", None, None),
        (page(meta("article:modified_time", "2031-03-05")), "modified", "2031-03-05", "meta article:modified_time"),
        (
            page(
                '<link rel="canonical" href="https://g.example/"><meta property="og:url" content="https://g.example/a">'
            ),
            "url",
            "https://g.example/a",
            "meta og:url",
        ),
        (page('<link rel="canonical" href="javascript:alert(1)//x">'), "url", None, None),
        (page(data(mainEntityOfPage={"@id": "https://g.example/b"})), "url", "https://g.example/b", "JSON-LD url"),
        (page("", attributes=' lang="en-GB"'), "language", "en", "html lang"),
        (page("", attributes=' lang="es"'), "language", None, None),
        (page(data(isAccessibleForFree="False")), "complete", False, "JSON-LD isAccessibleForFree"),
        (
            page(data(isAccessibleForFree="https://schema.org/False")),
            "complete",
            False,
            "JSON-LD isAccessibleForFree",
        ),
        (page(data(isAccessibleForFree=True)), "complete", None, None),
        (page(data(isAccessibleForFree=False, articleBody=" ".join(TOLD * 2))), "complete", None, None),
        (page(meta("article:content_tier", "locked")), "complete", False, "meta article:content_tier"),
    ],
)
def test_metadata(html: str, key: str, value: object, origin: str | None) -> None:
    metadata = page_document(html, "x.html").metadata
    assert getattr(metadata, key) == value
    assert dict(metadata.origins).get(key) == origin


def test_of_several_nodes_the_article_is_read_and_broken_data_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    crumbs = '<script type="application/ld+json">{"@type": "WebPage", "name": "Page", "headline": "Page"}</script>'
    deep = f'<script type="application/ld+json">{"[" * 200_000}</script>'
    metadata = page_document(page(broken + deep + crumbs + data(headline="Bridge shut")), "x.html").metadata
    assert metadata.title == "Bridge shut"


def test_a_host_is_a_label_that_groups_nothing() -> None:
    article = article_from(page_document(page(""), "x.html", url="https://www.gazette.example/a"), "x.html")
    assert (article.outlet, article.label) == (None, "gazette.example?")
    assert dict(article.origins)["url"] == "address"


def test_a_page_of_the_readers_own_network_has_the_address_it_was_fetched_from() -> None:
    canonical = '<link rel="canonical" href="{}">'.format
    for url in ("http://wiki/a", "http://[::1]:8080/a"):
        assert page_document(page(""), "x.html", url=url).metadata.url == url
        assert page_document(page(canonical("/b?c=d")), "x.html", url=url).metadata.url == url[:-1] + "b?c=d"
    # the machine of whoever made the template is no address of a page that is elsewhere
    public = "https://gazette.example/a"
    assert page_document(page(canonical("http://localhost/b")), "x.html", url=public).metadata.url == public


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T09:30:00Z", "2031-03-04T09:30:00+00:00"),
        ("2031-03-04 09:30:00 +0100", "2031-03-04T09:30:00+01:00"),
        ("2031-03-04 09:30 UTC", "2031-03-04T09:30:00+00:00"),
        ("Tue, 04 Mar 2031 09:30:00 GMT", "2031-03-04T09:30:00+00:00"),
        ("March 4, 2031", "2031-03-04"),
        ("Tuesday, 4th Mar 2031", "2031-03-04"),
        ("March 4, 2031 9:30 PM", "2031-03-04"),
        ("Mayor 5, 2031", None),
        ("04/03/2031", None),
        ("2031-13-04", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(said: str, iso: str | None) -> None:
    assert iso_of(said) == iso


def test_a_headline_that_was_cut_within_an_emoji_can_be_written() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry \ud83d", "publisher": {"name": "Ledger \ud83d"}})
    page = f"<script type='application/ld+json'>{data}</script><p>The ferry ran aground at noon on Monday.</p>"
    article = article_from(page_document(page, "a.html"), "a.html")
    assert (article.title, article.outlet) == ("Ferry \ufffd", "Ledger \ufffd")
