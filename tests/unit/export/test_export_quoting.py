"""How much of the articles a report quotes, where that is bounded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import compare
from compare.export import PROFILES, Options, render, strip_all

if TYPE_CHECKING:
    from compare.model import Comparison


WORD = re.compile(r"\w+(?:[.,'’\-]\w+)*")


@pytest.mark.parametrize("limit", [6, 12])
def test_no_format_quotes_more_words_than_allowed(seeds: Comparison, limit: int) -> None:
    runs = set()
    for article in seeds.coverage.articles:
        words = WORD.findall(article.text.casefold())
        runs |= {tuple(words[n : n + limit + 1]) for n in range(len(words) - limit)}
    titles = [article.title for article in seeds.coverage.articles if article.title]
    made = [compare.export(seeds, format=name, quote_words=limit) for name in ("md", "html", "csv", "txt")]
    made += [compare.export(seeds, profile=name, quote_words=limit) for name in PROFILES[1:]]
    for report in made:
        assert "[…]" in report.replace("\\", "")
        plain = re.sub(r"<[^>]*>", " ", report).replace("\\", "").replace("&quot;", '"').replace("&amp;", "&")
        for title in (seeds.coverage.title, *titles):  # the name of a work is no quotation from it
            plain = re.sub(r"\s+".join(map(re.escape, title.split())), "| ", plain)
        parts = re.split(r"\[…\]|[|“”]|\n\s*\n", plain)
        found = [WORD.findall(part.casefold()) for part in parts]
        over = [
            w[n : n + limit + 1] for w in found for n in range(len(w) - limit) if tuple(w[n : n + limit + 1]) in runs
        ]
        assert not over, over[:3]
        assert f"At most {limit} words" in " ".join(report.split()) or report.startswith("\ufeff")
        assert strip_all(report) == {}


def test_one_word_is_said_to_be_one(comparison: Comparison) -> None:
    assert "At most one word of an article is quoted" in render(comparison, "md", options=Options(quote_words=1))
