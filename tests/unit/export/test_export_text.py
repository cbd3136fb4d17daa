"""The plain text report: no wider than the page, nothing that acts, most telling first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from compare.export import render
from compare.export.wrap import wrap
from compare.model import CoverageSet, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Article, Comparison


@pytest.mark.parametrize("width", [50, 80, 132])
def test_lines_are_no_wider_than_the_page(comparison: Comparison, width: int) -> None:
    lines = render(comparison, "txt", width=width).splitlines()
    assert lines[0] == "compare/1 report"
    assert max(map(cell_len, lines)) <= width


def test_nothing_in_it_acts(comparison: Comparison) -> None:
    text = render(comparison, "txt")
    assert visible(text) == text
    assert "␛" in text
    assert "[/b]" in text


def test_sections(comparison: Comparison) -> None:
    text = render(comparison, "txt")
    titles = [line for line in text.splitlines() if line.isupper()]
    assert titles == [
        *("LIMITS", "WHAT STANDS OUT", "WHO STATES WHAT", "CONFLICTS"),
        *("FACTS", "SAME WORDING", "NOT COMPARED"),
    ]


def test_the_matrix_is_aligned_with_its_head(comparison: Comparison) -> None:
    text = render(comparison, "txt")
    assert "\n  1 2 3\n" in text
    assert "\n  = = ~  “The road bridge" in text


def test_each_report_says_what_only_it_has_and_lacks(comparison: Comparison) -> None:
    text = render(comparison, "txt")
    gazette = text.split("2  River|Gazette, set/gazette.txt\n")[-1].split("\n\n")[0]
    assert "perhaps (50%) “Buses go by Lower Ferry.” 2:2" in gazette
    assert "Not in this text:\n    - commentary: “Bridge at Ostrey closed" in gazette
    assert "unknown: cut" in text


def test_long_lists_say_how_much_more_there_is(comparison: Comparison) -> None:
    many = replace(comparison, findings=comparison.findings * 10)
    assert "… and 18 more (all in the Markdown report)" in render(many, "txt")


def test_many_reports_are_counted_instead_of_drawn(comparison: Comparison, article_of: Callable[..., Article]) -> None:
    more = tuple(article_of(f"Outlet {n}", f"Other news {n}.", outlet=f"Outlet {n}") for n in range(42))
    articles = tuple(sorted((*comparison.coverage.articles, *more), key=lambda a: a.id))
    many = replace(comparison, coverage=CoverageSet(articles, tuple(a.id for a in articles)))
    text = render(many, "txt")
    assert "\n    3 of 45  “The road bridge" in text
    assert max(map(cell_len, text.splitlines())) <= 80


def test_wrapping_counts_cells() -> None:
    assert wrap("橋梁 閉鎖 橋梁", 9, "> ", "  ") == ["> 橋梁", "  閉鎖", "  橋梁"]
    assert wrap("abcdefghij", 6, "> ", "  ") == ["> abcd", "  efgh", "  ij"]
    assert wrap("a b", 80, "> ") == ["> a b"]
