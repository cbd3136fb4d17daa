"""What is counted of each article."""

from __future__ import annotations

from dataclasses import replace

from compare.model import FactKind, FindingKind, Passage, Reuse
from compare.model.tally import Common, in_common, tallies, words_of
from tui.story import HERALD, LEDGER, POST, VOICE, K, comparison, made

STORY = comparison()


def test_each_article_is_counted_in_the_order_of_display() -> None:
    counted = tallies(STORY)
    assert tuple(counted) == STORY.coverage.order
    ledger = counted[LEDGER]
    assert [claim.id for claim in ledger.only_here] == ["rust"]
    assert sorted(claim.id for claim in ledger.perhaps) == ["japanese", "title-l"]
    assert ledger.claims == 7
    assert ledger.facts == {FactKind.MONEY: 1}
    assert ledger.findings == {FindingKind.CONFLICT: 1, FindingKind.SOLE: 1, FindingKind.FACT: 1}


def test_what_a_cut_text_lacks_is_unknown() -> None:
    counted = tallies(STORY)
    assert {claim.id for claim in counted[POST].lacks} == {"hurt", "cost", "ferry"}
    assert counted[VOICE].lacks == ()
    assert counted[VOICE].unknown == 4


def test_furniture_is_no_reporting_and_a_figure_is_one_word() -> None:
    text = made("a", [(K.FURNITURE, "Read more here"), (K.BODY, "The mayor's 1,200.5 tons, twenty-one in all.")])
    assert words_of(text) == 7


def test_words_in_common_are_counted_once() -> None:
    def run(*places: tuple[str, int, int]) -> Reuse:
        return Reuse(12, tuple(Passage(*place) for place in places))

    one = made("a", [(K.BODY, "one two three four five six seven eight nine ten")])
    two = made("b", [(K.BODY, "one two three four one two three four five")], "Other")
    covered = replace(STORY.coverage, articles=(one, two), order=("b", "a"))
    # the first run lies within the second; in b the words of one stretch stand twice
    runs = (run(("a", 0, 13), ("b", 0, 13)), run(("a", 0, 18), ("b", 0, 18), ("b", 19, 37)))
    of_two = replace(STORY, coverage=covered, reuse=runs, claims=(), facts=(), conflicts=(), findings=(), links=())
    assert in_common(of_two) == (Common("b", "a", 4, one_voice=False),)
    as_one = replace(of_two, voices={"a": "a", "b": "a"})
    assert in_common(as_one)[0].one_voice
    assert in_common(STORY) == ()


def test_counts_are_the_same_in_any_order_of_display() -> None:
    turned = replace(STORY, coverage=replace(STORY.coverage, order=tuple(reversed(STORY.coverage.order))))
    assert dict(tallies(turned)) == dict(tallies(STORY))
    assert tuple(tallies(turned))[-1] == HERALD
