"""Which paragraphs say something of each other, for the rows of the screen and of reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from compare.model import Comparison, Status
from compare.model.partners import Partner, partners_of
from tui.story import HERALD, comparison

STORY = replace(comparison(), counterparts=())


def partners(of: Comparison, paragraph: str, among: Iterable[str] = ()) -> tuple[Partner, ...]:
    """The partners of one paragraph in some articles, or in all."""
    return partners_of(of, [paragraph], among or of.index.articles).get(paragraph, ())


def test_a_claim_joins_its_paragraphs_as_surely_as_it_is_shared() -> None:
    found = partners(STORY, "h.p3")
    assert {p.article for p in found} == {"l", "v", "p", "d"}
    assert HERALD not in {p.article for p in found}
    assert [p.sure for p in found] == sorted((p.sure for p in found), reverse=True)
    assert {p.paragraph for p in found if p.sure} >= {"l.p2", "v.p2", "p.p2", "d.p2"}


def test_that_nobody_else_says_it_makes_no_two_reprints_sure() -> None:
    of_one_voice = replace(STORY, claims=tuple(replace(c, status=Status.UNIQUE) for c in STORY.claims))
    found = partners(of_one_voice, "h.p3")
    assert {p.paragraph for p in found} == {p.paragraph for p in partners(STORY, "h.p3")}
    assert not any(p.sure for p in found)


def test_only_some_articles_are_asked() -> None:
    every = partners(STORY, "h.p3")
    some = partners(STORY, "h.p3", ("v", "p"))
    assert some == tuple(partner for partner in every if partner.article in ("v", "p"))
    assert some
