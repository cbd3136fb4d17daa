"""Places in an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import plain
from timing import assert_linear


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    text = end.join(("The ferry sank.", "", "It lies off Lund.", "Nobody was hurt."))
    article = plain(text, "a.txt")
    assert [article.line_of(text.index(word)) for word in ("The", "sank", "It", "Nobody")] == [1, 1, 3, 4]


@pytest.mark.parametrize(
    ("source", "extractor", "same"),
    [
        ("set/a.txt", "text", True),
        ("set/A.MD", "markdown", True),
        ("report.2024", "text", True),
        ("-", "text", True),
        ("set/z.zip/a.txt", "text", True),
        ("set/collected.txt", "html", True),
        ("set/a.html", "html", False),
        ("https://news.example/1", "html", False),
        ("set/a.json#3", "text", False),
        ("set/mail.eml", "text", False),
        ("set/a.pdf", "pdf", False),
    ],
)
def test_a_text_has_the_lines_of_its_file_where_it_is_that(source: str, extractor: str, *, same: bool) -> None:
    assert replace(plain("A line."), source=source, extractor=extractor).is_its_file is same


def test_many_places_of_a_long_article_are_found_in_linear_time() -> None:
    made = {lines: replace(plain("A line."), text="A line.\n" * lines) for lines in (4_000, 16_000)}

    def places(lines: int) -> list[int]:
        return [made[lines].line_of(at) for at in range(0, 8 * lines, 8)]

    assert places(4_000) == [*range(1, 4_001)]
    assert_linear(places, 4_000)
