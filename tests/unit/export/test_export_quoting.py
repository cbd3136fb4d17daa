"""Where it is bounded how much of the articles a report quotes, it says so (see ``test_export_kinds`` for how much)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import compare
from compare.export import PROFILES, Options, render, strip_all

if TYPE_CHECKING:
    from compare.model import Comparison


def test_a_report_that_quotes_no_more_than_allowed_says_so_and_has_no_article_in_full(seeds: Comparison) -> None:
    made = [compare.export(seeds, format=name, quote_words=6) for name in ("md", "html", "txt")]
    made += [compare.export(seeds, profile=name, quote_words=6) for name in PROFILES[1:]]
    for report in made:
        assert "At most 6 words" in " ".join(report.split())
        assert strip_all(report) == {}


def test_one_word_is_said_to_be_one(comparison: Comparison) -> None:
    assert "At most one word of an article is quoted" in render(comparison, "md", options=Options(quote_words=1))
