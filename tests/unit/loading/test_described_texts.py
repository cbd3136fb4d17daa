"""What texts say of themselves: header lines, front matter, and the dates in them."""

from __future__ import annotations

import pytest

from compare.loading import Source, read
from compare.loading.blocks import lines_of
from compare.loading.front_matter import read_front
from compare.loading.metadata import UNKNOWN
from compare.loading.timestamps import iso
from compare.model import Article, ParagraphKind
from timing import assert_linear

TOLD = "The ferry left the harbour at noon with forty passengers on board.\nNobody was hurt when it ran aground.\n"


def opened(text: str, name: str = "x.txt") -> Article:
    reading = read(Source(name, None, text.encode()))
    assert reading.articles[0].text == text
    return reading.articles[0]


def furniture(article: Article) -> list[tuple[str, str | None]]:
    return [(article.cut(p), p.reason) for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE]


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_header_lines_are_metadata_and_stay_in_the_text(name: str) -> None:
    head = (
        "Title: Ferry aground\nOutlet: Ledger\nDate: 15 October 2025\nURL: https://ledger.example/1\nAuthor: J. Doe\n"
    )
    article = opened(f"{head}\n{TOLD}", name)
    assert (article.title, article.outlet, article.label) == ("Ferry aground", "Ledger", "Ledger")
    assert (article.published, article.url) == ("2025-10-15", "https://ledger.example/1")
    assert furniture(article) == [(line, "header line") for line in head.splitlines()]
    assert [article.cut(s) for s in article.sentences if s.comparable] == TOLD.splitlines()


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("Title: Ferry aground\n\n", True),
        ("Source: Mayor to resign\n\n", False),
        ("Source: The Ledger\nDate: 2025-10-15\n", True),
        ("Title: Ferry aground\n", False),  # the first words of a paragraph
        ("Weather: Rain\nTitle: Ferry\n\n", False),
        ("http://ledger.example/1\n\n", False),
        ("Note: this comes first.\n\n", False),
    ],
)
def test_a_first_line_with_a_colon_is_no_header_for_that(head: str, known: bool) -> None:
    assert any(reason == "header line" for _, reason in furniture(opened(head + TOLD))) is known


def test_headers_alone_are_a_text() -> None:
    assert furniture(opened("Title: Ferry aground\nOutlet: Ledger\n")) == []


def test_a_date_that_is_not_understood_is_said() -> None:
    reading = read(Source("x.txt", None, f"Outlet: Ledger\nDate: 03/04/2025\n\n{TOLD}".encode()))
    assert reading.articles[0].published is None
    assert reading.warnings == ("x.txt: the date '03/04/2025' is not understood and left out",)


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Ferry: aground"\nsource: https://ledger.example/1\npublisher: Ledger # of the port\n'
        "authors:\n  - J. Doe\n  - K. Roe\ndate: 2025-10-15\ntags: [sea, 'land']\nnested:\n  title: no\n---\n",
        '+++\ntitle = "Ferry: aground"\noutlet = "Ledger"\nurl = "https://ledger.example/1"\ndate = 2025-10-15\n+++\n',
    ],
    ids=["yaml", "toml"],
)
def test_front_matter_is_metadata_and_stays_in_the_text(front: str) -> None:
    article = opened(front + TOLD, "x.md")
    assert (article.title, article.outlet, article.published) == ("Ferry: aground", "Ledger", "2025-10-15")
    assert article.url == "https://ledger.example/1"
    assert furniture(article) == [(front.strip(), "front matter")]
    assert opened(front.replace("\n", "\r\n") + TOLD, "x.md").outlet == "Ledger"


def test_reporting_between_two_dividing_lines_is_no_front_matter() -> None:
    article = opened(f"---\nSELWICK: {TOLD}\nThe mayor spoke at noon.\n\n---\n\nThe ship was late.\n", "x.md")
    assert [article.cut(s) for s in article.sentences if s.comparable][-2:] == [
        "The mayor spoke at noon.",
        "The ship was late.",
    ]
    assert {reason for _, reason in furniture(article)} == {"dividing line"}


def test_front_matter_of_many_forms() -> None:
    inside = "title: Ferry aground\nsummary: >-\n  It ran\n\n  aground.\ntags: [\n  sea,\n]\nlist:\n- a"
    article = opened(f"---\n{inside}\nauthors: [Mary O'Neal, J. Doe]\n---\n{TOLD}", "x.md")
    assert (article.title, article.author) == ("Ferry aground", "Mary O'Neal, J. Doe")
    assert [reason for _, reason in furniture(article)] == ["front matter"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (r"""["Anna \"Nan\" Lee", 'Bo O''Neill']""", """Anna "Nan" Lee, Bo O'Neill"""),
        ("['Desk #1 of the Ledger', J. Doe] # both", "Desk #1 of the Ledger, J. Doe"),
        ("[J. Doe, K. Roe,]", "J. Doe, K. Roe"),
        ("[]", None),
    ],
)
def test_items_of_a_list_in_front_matter_are_read_as_single_values_are(written: str, names: str | None) -> None:
    assert opened(f"---\ntitle: Ferry aground\nauthors: {written}\n---\n{TOLD}", "x.md").author == names


def test_of_items_that_have_keys_their_name_is_read_and_nothing_deeper() -> None:
    people = "author:\n  - name: J. Doe\n    at: [Ledger]\n    beats:\n      - sea\n  - at: Post\n  - 'K. Roe'\n"
    assert opened(f"---\n{people}---\n{TOLD}", "x.md").author == "J. Doe, K. Roe"
    assert opened(f"---\ntitle: x\nauthor:\n  list:\n    - J. Doe\n---\n{TOLD}", "x.md").author is None


def test_a_list_that_ends_in_space_takes_no_longer_for_it() -> None:
    def read_it(size: int) -> None:
        front = "---\na: [" + size * " " + '"\n---'
        assert read_front(front, lines_of(front)).metadata == UNKNOWN

    assert_linear(read_it, 3_000)


def test_front_matter_that_is_broken_is_said() -> None:
    for inside in ("title = [\n", "a = " + "[" * 5000 + "\n"):
        reading = read(Source("x.md", None, f"+++\n{inside}+++\n{TOLD}".encode()))
        assert reading.warnings == ("x.md: the front matter, no TOML, is not understood and left out",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-10-15", "2025-10-15"),
        ("2025-10-15T08:00:00Z", "2025-10-15T08:00:00+00:00"),
        ("Wed, 15 Oct 2025 08:00:00 +0200", "2025-10-15T08:00:00+02:00"),
        ("Wednesday, October 15, 2025", "2025-10-15"),
        ("15th Sept. 2025", "2025-09-15"),
        ("Oct. 15, 2025 at 8:00 p.m.", "2025-10-15"),
        ("10/15/2025", "2025-10-15"),
        ("31.12.2025, 14:02", "2025-12-31"),
        ("05.05.2025", "2025-05-05"),
        ("03.04.2025", None),
        ("31/02/2025", None),
        ("15/10.2025", None),
        ("October 45, 2025", None),
        ("soon", None),
        ("", None),
        ("9" * 5000, None),
        ("October 15, 2025 8:00 PM", "2025-10-15"),
        ("2025-10-15 08:00:00 UTC", "2025-10-15T08:00:00+00:00"),
        ("20251015T080000Z", "2025-10-15T08:00:00+00:00"),
        ("1712101520000", None),  # milliseconds, not a day of 1712
    ],
)
def test_dates_are_understood_for_certain_or_not_at_all(written: str, meant: str | None) -> None:
    assert iso(written) == meant
