"""The same report in every format gives the same sentences but for what a format loses, and counts as one voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.analysis import compare
from compare.loading import Source, gather, read
from compare.model import Article, CoverageSet, ParagraphKind

from .one_report import BODY, FILES, LOST, REPORT


def told(article: Article) -> list[tuple[bool, str]]:
    """The sentences of an article but for furniture, which a format adds, and whether they are compared."""
    furniture = {p.id for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE}
    return [(s.comparable, " ".join(article.cut(s).split())) for s in article.sentences if s.paragraph not in furniture]


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = {}
    for suffix, data in FILES.items():
        opened = read(Source(f"report{suffix}", None, data))
        assert opened.refused == ()
        (found[suffix],) = opened.articles
    return found


@pytest.mark.parametrize("suffix", FILES)
def test_the_same_sentences(suffix: str, articles: dict[str, Article]) -> None:
    plain, other = told(articles[".txt"]), told(articles[suffix])
    assert other == plain
    assert len(plain) == 14


@pytest.mark.parametrize("suffix", FILES)
def test_the_same_title_and_kinds(suffix: str, articles: dict[str, Article]) -> None:
    lost = LOST.get(suffix, ())
    assert articles[suffix].title == REPORT[0][1]
    assert [p.kind for p in articles[suffix].paragraphs if p.kind is not ParagraphKind.FURNITURE] == [
        BODY if kind in lost else kind for kind, _ in REPORT
    ]


def test_all_formats_are_one_report_and_one_voice_though_outlets_differ(articles: dict[str, Article]) -> None:
    assert len(gather(list(articles.values())).articles) == 1
    texts = {article.text: replace(article, outlet=suffix) for suffix, article in articles.items()}
    assert len(texts) > 5
    comparison = compare(CoverageSet(tuple(texts.values()), tuple(article.id for article in texts.values())))
    assert comparison.index.voices == 1
    assert {claim.status.value for claim in comparison.claims} == {"unique"}
    assert comparison.conflicts == ()
