"""Pages that mean harm, or are broken: bounded work, one line that names the source, and no control on the terminal."""

from __future__ import annotations

import sys

import pytest

from compare.errors import ExtraMissing, SourceEmpty, SourceError, SourceNotText, SourceTooHeavy
from compare.loading.article import article_from
from compare.loading.html import page_document
from timing import cpu_seconds, within
from unit.loading.page_samples import PAGE, TITLE, TOLD

DEEP = 100_000


@pytest.mark.parametrize(
    ("html", "error"),
    [
        (f"<p>x</p>{'<div>' * DEEP}deep", SourceTooHeavy),
        (f"{'<ul><li>' * DEEP}deep", SourceTooHeavy),
        ("<i></i>" * (DEEP + 1), SourceTooHeavy),
        ("", SourceEmpty),
        ("<!-- nothing -->", SourceEmpty),
        ("<html><body><script>x()</script></body></html>", SourceEmpty),
        ("<frameset><frame src='a'></frameset>", SourceEmpty),
        (b"\x00\x01\x02\x03" * 50, SourceNotText),
    ],
)
def test_refused(html: str | bytes, error: type[SourceError]) -> None:
    with within(5), pytest.raises(error, match=r"^x\.html: [^\n]+$"):
        page_document(html, "x.html")


@pytest.mark.parametrize(
    "junk",
    [
        f'<p class="{"a " * 500_000}" style="{"x" * 500_000}" onclick="{"y" * 500_000}">z</p>',
        "<p>" * 5_000,
        "<a href='javascript:x()'>" * 100 + "click",
        "</div></p></article>" * 2_000,
        f"<table><tr><td>{'<td>' * 2_000}",
        "<svg><p>" + "&#27;[2J" * 2_000,
        '<script type="application/ld+json">' + '{"@graph":[' * 5_000 + "</script>",
    ],
)
def test_junk_does_not_hide_the_report(junk: str) -> None:
    with within(10):
        document = page_document(PAGE.replace("</body>", f"{junk}</body>"), "x.html")
    assert TOLD[0] in [document.text[b.start : b.end] for b in document.blocks if b.reason is None]


def test_escapes_in_a_title_reach_no_terminal() -> None:
    page = PAGE.replace(TITLE, "Bridge &#27;]0;owned&#7; shut \x1b[31m\x9b2J").replace("application/ld+json", "x/x")
    article = article_from(page_document(page, "x.html"), "x.html")
    shown = article.title + article.label + article.text
    assert not [letter for letter in shown if (ord(letter) < 32 and letter != "\n") or 127 <= ord(letter) < 160]


@pytest.mark.parametrize(
    "charset", [None, "utf-8", "iso-8859-1", "no-such-thing", "unicode_escape", "base64", "punycode"]
)
@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "utf-16"])
def test_a_wrong_encoding_is_not_believed(charset: str | None, declared: str) -> None:
    page = f'<meta charset="{declared}"><p>{"Müller sagt: “Ö”, größer als früher. " * 5}</p>'
    assert "Müller sagt: “Ö”" in page_document(page.encode(), "x.html", charset=charset).text
    older = page_document(page.encode("cp1252"), "x.html", charset=charset)
    assert "Müller sagt: “Ö”" in older.text


def test_a_declared_encoding_is_used() -> None:
    page = '<meta charset="{}"><p>Паром сел на мель у порта</p>'
    for encoding in ("windows-1251", "koi8-r"):
        assert "Паром сел" in page_document(page.format(encoding).encode(encoding), "x.html").text
        assert "Паром сел" in page_document(page.format("x").encode(encoding), "x.html", charset=encoding).text
    assert "Паром сел" in page_document(page.encode("utf-16"), "x.html").text


@pytest.mark.parametrize("package", ["lxml", "trafilatura"])
def test_without_the_extra_it_is_named(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("compare.loading.pages")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("compare.loading.pages", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ExtraMissing, match=rf"{package}.*compare-news\[web\]"):
        page_document(PAGE, "x.html")


@pytest.mark.parametrize(
    "blank",
    [
        PAGE.replace("</body>", f"{' ' * 300_000}</body>"),
        " " * 300_000 + PAGE,
        PAGE.replace(TITLE, f"{TITLE}{' ' * 300_000}x"),
        PAGE.replace("</head>", f"<script type='application/ld+json'>{{}}-->{' ' * 300_000}x</script></head>"),
    ],
    ids=["behind", "before", "in the title", "in data"],
)
def test_white_space_costs_nothing(blank: str) -> None:
    assert cpu_seconds(lambda: page_document(blank, "x.html"), enough=2) < 2


def test_long_lists_in_lists_of_data_cost_nothing() -> None:
    lists = "[" * 800 + "1" + f"{',1' * 1_999}]" * 800
    page = PAGE.replace("</head>", f"<script type='application/ld+json'>{lists}</script></head>")
    assert cpu_seconds(lambda: page_document(page, "x.html"), enough=1) < 1
