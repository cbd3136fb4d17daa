"""One text that several outlets print is analysed once."""

from __future__ import annotations

from compare.analysis import compare
from compare.analysis.copies import MANY, Copies
from compare.analysis.links import BEST, NEAREST_ALL
from compare.analysis.wording import same_words
from compare.loading import gather
from compare.model import Article, Comparison, Status

from .stories import FILL, claim, report

TOLD = ["The dam at Rask broke at noon and the lower valley was flooded within the hour.", *FILL["Gazette"]]
AGAIN = ["Within an hour the lower valley was flooded after the dam at Rask had broken at noon.", *FILL["Courier"]]


def compared(*articles: Article) -> Comparison:
    return compare(gather(articles))


def test_a_copy_stands_wherever_the_original_does() -> None:
    result = compared(
        report("A", *TOLD, published="2030-01-01"), report("B", *AGAIN), report("C", *TOLD, published="2030-01-02")
    )
    found = claim(result, "the dam at Rask")
    assert len(found.articles) == 3
    assert (found.status, found.voices) == (Status.COMMON, 2)
    assert len(found.sentences) == 3
    pairs = {frozenset(result.index.article_of[s].outlet for s in (x.a, x.b)) for x in result.links if x.score == 1.0}
    assert pairs == {frozenset("AC")}
    assert len(result.index.links_of[found.sentences[0]]) == 2
    for one in result.coverage.articles:
        others = [a for a in result.coverage.articles if a is not one]
        assert all((s.id, o.id) in result.index.nearest for s in one.sentences if s.comparable for o in others)
    of = result.index.article_of
    same = [near for near in result.nearest if {of[near.sentence].outlet, of[near.match].outlet} == {"A", "C"}]
    assert {near.score for near in same} == {1.0}
    assert {m.article for f in result.facts for m in f.mentions} <= set(result.index.articles)


def test_links_of_copies_have_their_spans_on_the_right_side() -> None:
    result = compared(report("A", *TOLD), report("B", *AGAIN), report("C", *TOLD))
    spans = [(link, *pair) for link in result.links for pair in same_words(result, link)]
    assert {link.score == 1.0 for link, _, _ in spans} == {True, False}, "of copies, and of others"
    for link, x, y in spans:
        left = result.index.article_of[link.a].text[x.start : x.end]
        right = result.index.article_of[link.b].text[y.start : y.end]
        assert left.casefold().split() == right.casefold().split()


def test_the_first_published_is_the_original() -> None:
    late, early = report("A", *TOLD, published="2030-01-02"), report("B", *TOLD, published="2030-01-01")
    assert Copies.of(gather([late, early])).originals.articles == (early,)


def test_articles_of_different_texts_are_left_as_they_are() -> None:
    result = compared(report("A", *TOLD), report("B", *AGAIN))
    assert Copies.of(result.coverage).put_back(result) is result


def test_very_many_copies_stay_few_links() -> None:
    count = MANY + 10
    result = compared(report("A", *AGAIN), *(report(f"B{n}", *TOLD) for n in range(count)))
    assert count > NEAREST_ALL
    assert len(result.links) < 8 * len(TOLD) * count
    assert len(result.nearest) <= BEST * sum(len(a.sentences) for a in result.coverage.articles)
    assert result.index.voices == 2
