"""Figures of two things that are told in the same words are no conflict; of one thing they are."""

from __future__ import annotations

import pytest

from compare.analysis.subjects import Subject, other_days, other_names, same_figure, same_names, subject
from compare.model import Comparison, ConflictKind, Fact, FactKind, Mention

from .stories import FILL, story

COST = "The council of {} put the price of its new {} at ${} million, the highest in the county."
FALL = "A roof fell in near {} on {} and left {} people injured, the fire brigade said."
ELSEWHERE = "A roof fell in on Friday and left 25 people injured, the worst such accident in Northern Ardane."


def tell(one: list[str], other: list[str]) -> Comparison:
    return story(Gazette=[*one, *FILL["Gazette"]], Courier=[*other, *FILL["Courier"]], Post=FILL["Post"])


def sides(comparison: Comparison) -> list[int]:
    """The number of sides of each conflict of figures."""
    return [len(c.sides) for c in comparison.conflicts if c.kind is ConflictKind.FIGURE]


def test_the_price_of_one_thing_is_disputed_and_that_of_another_is_not() -> None:
    ours = COST.format("Selwick", "bridge", 30)
    assert sides(tell([ours], [COST.format("Selwick", "bridge", 50)])) == [2]
    assert sides(tell([ours], [COST.format("Lund", "school", 50)])) == []


def test_where_one_text_counts_the_injured_of_two_places_both_must_name_the_same() -> None:
    both = [FALL.format("Selwick", "Friday", 12), FALL.format("Lund", "Monday", 40)]
    assert sides(tell(both, [FALL.format("Varmo", "Friday", 25)])) == []
    (conflict,) = tell(both, [FALL.format("Selwick", "Friday", 25)]).conflicts
    assert "12" in conflict.why
    assert "25" in conflict.why


def test_disputes_of_two_places_are_two_conflicts() -> None:
    ours = [FALL.format("Selwick", "Friday", 12), FALL.format("Lund", "Monday", 40)]
    theirs = [FALL.format("Selwick", "Friday", 25), FALL.format("Lund", "Monday", 60)]
    assert sides(tell(ours, theirs)) == [2, 2]


def test_other_names_on_another_day_are_another_accident() -> None:
    assert sides(tell([FALL.format("Selwick", "Friday", 12)], [FALL.format("Lund", "Monday", 25)])) == []


def test_a_place_that_one_text_calls_otherwise_is_no_other_accident() -> None:
    assert sides(tell([FALL.format("Selwick", "Friday", 12)], [ELSEWHERE])) == [2]


def test_an_earlier_toll_in_the_same_text_makes_no_second_accident() -> None:
    risen = [FALL.format("Selwick", "Friday", 12), "Officials had put the number of injured at nine an hour before."]
    assert sides(tell(risen, [ELSEWHERE])) == [2]


@pytest.mark.parametrize(
    ("denial", "found"),
    [
        ("The bridge at Selwick was not closed to lorries before the storm.", [ConflictKind.CONTRADICTION]),
        ("The bridge at Lund was not closed to lorries before the storm.", []),
    ],
)
def test_a_denial_contradicts_what_is_said_of_the_same(denial: str, found: list[ConflictKind]) -> None:
    asserted = "The bridge at Selwick was closed to lorries before the storm."
    assert [c.kind for c in tell([asserted], [denial]).conflicts] == found


def test_other_words_with_the_same_ending_are_not_the_same_words_of_two_speakers() -> None:
    told = "“{} and then the whole north wall came down,” said {} of Selwick on Friday."
    ours = [told.format("I parked my lorry by the old mill", "Ada Moss")]
    theirs = [told.format("We heard a loud crack from upstairs", "Ivo Lund")]
    assert tell(ours, theirs).conflicts == ()


def fact(kind: FactKind, value: str, start: int, unit: str = "") -> tuple[Fact, Mention]:
    mention = Mention("a", "a.1", start, start + len(value), value)
    return Fact(f"f{start}", kind, value, unit, (mention,)), mention


def test_a_subject_is_what_is_named_but_for_who_says_so() -> None:
    words = "Ada Moss said the mayor of Port Selwick greeted 36 dockers"
    found = [
        fact(FactKind.NAME, "Ada Moss", 100),
        fact(FactKind.ATTRIBUTION, "Ada Moss", 100),
        fact(FactKind.NAME, "Port Selwick", 127),
        fact(FactKind.DATE, "friday", 160, "weekday"),
        fact(FactKind.DATE, "2026-11-27", 170, "day"),  # a Friday
        fact(FactKind.DATE, "18:40", 190, "time"),
        fact(FactKind.NUMBER, "36", 148),
        fact(FactKind.NUMBER, "2", 200),
    ]
    assert subject(words, 100, found, "en") == Subject(
        names=frozenset({frozenset({"port", "selwick"})}),
        slots=frozenset({"mayor of …", "… greeted"}),
        days=frozenset({"friday"}),
        figures=frozenset({(FactKind.NUMBER, "36")}),
    )


def of(*names: str, days: str = "", figures: str = "") -> Subject:
    return Subject(
        names=frozenset(frozenset(name.lower().split()) for name in names),
        slots=frozenset(),
        days=frozenset(days.split()),
        figures=frozenset((FactKind.NUMBER, figure) for figure in figures.split()),
    )


@pytest.mark.parametrize(
    ("one", "other", "same", "others"),
    [
        (of("Selwick"), of("Port Selwick", "Ardane"), True, False),
        (of("Selwick", "Lund"), of("Selwick", "Ardane"), False, False),
        (of("Selwick Council"), of("Lund Council"), False, True),
        (of("Selwick"), of(), False, False),
        (of(), of(), False, False),
    ],
)
def test_names_of_two_subjects(one: Subject, other: Subject, same: bool, others: bool) -> None:
    assert (same_names(one, other), other_names(one, other)) == (same, others)
    assert (same_names(other, one), other_names(other, one)) == (same, others)


def test_days_and_figures_of_two_subjects() -> None:
    assert other_days(of(days="friday"), of(days="monday"))
    assert not other_days(of(days="friday"), of(days="friday monday"))
    assert not other_days(of(days="friday"), of("Selwick"))
    assert same_figure(of(figures="36"), of(figures="36 80"))
    assert not same_figure(of(figures="36"), of(days="friday"))
