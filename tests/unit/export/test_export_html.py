"""The HTML report: one page that needs nothing else, in which everything said leads to where it stands."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from compare.export import Options, render
from compare.model.ours import is_ours
from html_texts import Read

if TYPE_CHECKING:
    from compare.model import Comparison


@pytest.fixture
def page(comparison: Comparison) -> str:
    return render(comparison, "html")


def section(page: str, id: str) -> str:
    """Return a section without its tags, white space folded."""
    _, after = page.split(f'<section aria-labelledby="{id}">')
    return " ".join(re.sub("<[^>]*>", "", after.partition("</section>")[0]).split())


def test_it_begins_with_the_line_that_tells_it_is_a_report(page: str) -> None:
    assert page.startswith('<!-- compare/1 report -->\n<!DOCTYPE html>\n<html lang="en">')
    assert is_ours(page.encode())


def test_it_says_the_same_sections_as_the_other_reports(page: str) -> None:
    assert [words for level, words in Read(page).headings if level == 2] == [
        *("The reports", "Limits", "What stands out", "Who states what", "Conflicts", "Each report against the others"),
        *("Facts", "Same wording", "The reports, annotated", "Paragraph by paragraph", "Not compared", "Sources"),
        "Method",
    ]


def test_headings_skip_no_level(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("quote_words", [None, 3])
def test_every_link_within_it_leads_somewhere(comparison: Comparison, quote_words: int | None) -> None:
    read = Read(render(comparison, "html", options=Options(quote_words=quote_words)))
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)


def test_evidence_leads_to_its_sentence(comparison: Comparison, page: str) -> None:
    herald = next(a for a in comparison.coverage.articles if a.label == "Ostrey Herald")
    sum_of = re.search(r'<a href="#([^"]+)">herald.txt:3</a><small> characters (\d+)–(\d+)', page)
    assert sum_of
    start, end = int(sum_of[2]), int(sum_of[3])
    assert sum_of[1] == f"{herald.id}-{start}"
    assert herald.text[start:end].startswith("The road bridge at Ostrey was closed on Monday")
    assert f'<span id="{herald.id}-{start}" class="conflict">' in page
    assert herald.sha256 in section(page, "sources")


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    assert not re.search(r"<(script|img|link|iframe|object|form)\b|\bsrc=|\bstyle=|@import|url\(", page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    allowed = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{allowed}'" in page


def test_glyphs_have_words(page: str) -> None:
    assert '<span aria-hidden="true">! 3/3</span><span class="said">conflict, 3 of 3: </span>' in page
    assert '<span aria-hidden="true">—</span><span class="said">not in this text </span>' in page
    assert '<span aria-hidden="true">?</span><span class="said">perhaps only here: </span>' in page


def test_conflicts_quote_both_sides(page: str) -> None:
    conflicts = section(page, "conflicts")
    assert "Contradiction. One says Monday, the other Tuesday." in conflicts
    assert "The road bridge at Ostrey was closed on Monday" in conflicts
    assert "The road bridge at Ostrey was closed on Tuesday" in conflicts


def test_what_is_unknown_is_said(comparison: Comparison, page: str) -> None:
    assert "Cut: post?." in section(page, "limits")
    assert "This text is cut: what it lacks is unknown." in section(page, "outlets")
    assert "Read more: Ten bridges to walk" in section(page, "excluded")
    unsought = replace(comparison, conflicts=(), findings=(), settings={"conflicts": False})
    assert "Conflicts were not looked for." in section(render(unsought, "html"), "conflicts")


def test_paragraphs_stand_beside_their_counterparts(page: str) -> None:
    beside = section(page, "paragraphs")
    assert "Each paragraph of Ostrey Herald" in beside
    assert beside.index("closed on Monday") < beside.index("closed on Tuesday")


def test_each_article_is_in_its_own_language_and_direction(comparison: Comparison) -> None:
    languages = dict(zip((a.id for a in comparison.coverage.articles), ("ar", "pt-BR", "x y"), strict=True))
    articles = tuple(replace(a, language=languages[a.id]) for a in comparison.coverage.articles)
    page = render(replace(comparison, coverage=replace(comparison.coverage, articles=articles)), "html")
    for article, language in languages.items():
        assert f'<div lang="{"" if " " in language else language}" data-text="{article}">' in page
    assert page.count('<p class="body" dir="auto">') > 3


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://x.example/a?b=1&c", True), ("javascript:alert(1)", False), ("https://x.example/ onclick=x", False)],
)
def test_only_public_addresses_are_links(comparison: Comparison, url: str, linked: bool) -> None:
    first, *others = comparison.coverage.articles
    coverage = replace(comparison.coverage, articles=(replace(first, url=url), *others))
    read = Read(render(replace(comparison, coverage=coverage), "html"))
    assert [link for link in read.links if not link.startswith("#")] == ([url] if linked else [])


def test_every_article_can_be_had_back(comparison: Comparison, page: str) -> None:
    assert Read(page).texts == {a.id: a.text for a in comparison.coverage.articles}


def test_no_control_character_is_in_it(page: str) -> None:
    assert not {"\x1b", "\u202e", "\r"} & set(page)
