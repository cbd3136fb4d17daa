"""Figures that conflict though no close link ties their sentences: who is named and what is counted tell that they are
of one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.analysis.clash import NEAREST
from compare.analysis.disagreement import disagreements
from compare.analysis.gaps import Book
from compare.model import LIKELY, ConflictKind

from .stories import DAYS, dated, kinds, tell, tie, told

FAR = 0.1
"""The score of a link that says next to nothing."""

BANNED = "The regatta jury banned the skipper {} for three years."


def differing(one: str, other: str, score: float) -> list[ConflictKind]:
    """Return the conflicts of figures between two sentences whose link has this score, and that is the only one."""
    result = tell(one, other)
    return [clash.kind for clash in disagreements(Book(result), [tie(result, one, other, score)])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Moss, a 61-year-old crane driver, fell from her cab.", "Ada Moss, 63, fell from the cab of her crane."),
        ("The crane driver Ada Moss dead at 61.", "Ada Moss has died in Lund at the age of 63, her crane silent."),
        (
            "Ada Moss, who was 61 years old, fell from her cab.",
            "The driver Ada Moss died aged 63: she fell from her cab.",
        ),
        (
            BANNED.format("Ada Moss"),
            "Ada Moss will not fight her two-year suspension, a friend of the skipper told us.",
        ),
    ],
)
def test_the_age_or_ban_of_one_who_is_named_in_full_needs_no_close_link(one: str, other: str) -> None:
    assert differing(one, other, FAR) == [ConflictKind.FIGURE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The driver Moss, 61, fell from her cab.", "The driver Ada Moss, 63, fell from the cab of her crane."),
        (BANNED.format("Moss"), "Moss will not fight her two-year suspension, a friend of the skipper told us."),
    ],
)
def test_where_a_surname_is_all_they_need_a_likely_link(one: str, other: str) -> None:
    assert differing(one, other, LIKELY) == [ConflictKind.FIGURE]
    assert not differing(one, other, LIKELY - 0.01)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((None, None), [ConflictKind.FIGURE]),
        ((None, "2026-07-01"), [ConflictKind.FIGURE]),
        (("2026-03-02", "2026-04-30"), [ConflictKind.FIGURE]),
        (("2026-03-02", "2026-07-01"), []),
    ],
)
def test_the_age_of_one_who_is_named_in_full_needs_no_link_in_reports_of_one_season(
    days: tuple[str | None, str | None], expected: list[ConflictKind]
) -> None:
    one, other = (
        "Ada Moss, 61, was in the cab that night.",
        "Prison terms followed, for the driver Ada Moss, 62, as well.",
    )
    assert [clash.kind for clash in disagreements(Book(told(one, other, days)), [])] == expected


SENTENCED = "The crane's owner Ada Moss was {} for bribing inspectors in Lund, a court ruled on Friday."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("jailed for three years", "sentenced to four years in prison", 1),
        ("given a three-year prison term", "jailed for four years", 1),
        ("jailed for three years", "sentenced to three years", 0),
        ("jailed for three years", "given a suspended four-year prison term", 0),
        ("banned for three years", "given a two-year suspension", 1),
        ("banned from all courts for three years", "given a ban of three years", 0),
        ("banned for three years", "back after a two-year ban", 0),
        ("banned for three games", "banned for four games", 0),
        ("jailed for three years", "told that she faces up to ten years in prison", 0),
        ("jailed for three years", "jailed, after four years on the run,", 0),
        ("jailed for three years", "jailed; prosecutors had sought five years in prison", 0),
    ],
)
def test_what_a_court_gave_is_compared_whatever_stands_around_it(one: str, other: str, found: int) -> None:
    assert len(tell(SENTENCED.format(one), SENTENCED.format(other)).conflicts) == found


LEAST = "A tram left the rails near the old market of Lund, killing {} people, police said."


def test_a_toll_rises_above_the_least_that_was_known_the_day_before() -> None:
    result = dated(Gazette=("2025-03-02", LEAST.format("at least three")), Courier=("2025-03-03", LEAST.format("five")))
    (conflict,) = result.conflicts
    assert (conflict.kind, len(conflict.sides)) == (ConflictKind.UPDATE, 2)
    assert "Gazette: “" in conflict.why


@pytest.mark.parametrize(("one", "other", "found"), [(180, 181, 1), (180, 180, 0), (180, "nearly 190", 0)])
def test_passengers_are_counted_though_nothing_befell_them(one: object, other: object, found: int) -> None:
    aboard = "The ferry left the quay of Lund with {} passengers and six crew, her owner said."
    assert len(tell(aboard.format(one), aboard.format(other)).conflicts) == found


EARLY = "Nine commuters were hurt when a tram jumped its track by the old brewery this morning."
LATER = "In all sixteen people suffered injuries, doctors at the Lund clinic say."


@pytest.mark.parametrize(
    ("later", "day", "found"),
    [
        (LATER, "2025-03-03", [ConflictKind.UPDATE]),
        (LATER, "2025-03-02", []),
        ("In all ninety people suffered injuries, doctors at the Lund clinic say.", "2025-03-03", []),
        ("In all sixteen people suffered injuries in the fog of 1994, doctors say.", "2025-03-03", []),
        ("Sixteen suffered injuries on the line to Malmo, and nine suffered injuries here.", "2025-03-03", []),
    ],
)
def test_a_toll_rises_though_nothing_links_the_sentences(later: str, day: str, found: list[ConflictKind]) -> None:
    result = dated(Gazette=("2025-03-02", EARLY), Courier=(day, later))
    assert not [link for link in result.links if {EARLY, later} == {result.index.words(s) for s in (link.a, link.b)}]
    assert kinds(result) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Ada Moss will not fight her two-year suspension, a friend of the skipper told us.", 1),
        ("Ivo Lund will not fight his two-year suspension, a friend of the skipper told us.", 0),
        ("Ada Moss will not fight her three-year suspension, a friend of the skipper told us.", 0),
    ],
)
def test_the_ban_of_one_is_not_that_of_another(other: str, found: int) -> None:
    assert len(tell(BANNED.format("Ada Moss"), other).conflicts) == found


def test_the_least_of_the_same_day_is_no_other_toll() -> None:
    result = dated(Gazette=("2025-03-02", LEAST.format("at least three")), Courier=("2025-03-02", LEAST.format("five")))
    assert not result.conflicts


def test_who_gave_the_least_does_not_say_what_the_next_day_tells() -> None:
    result = dated(
        Gazette=("2025-03-02", LEAST.format("at least three")),
        Courier=("2025-03-03", LEAST.format("five")),
        Post=("2025-03-04", LEAST.format("six")),
    )
    assert all("Courier and Gazette: “" not in conflict.why for conflict in result.conflicts)
    assert any(len(conflict.sides) == 3 for conflict in result.conflicts)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # each text gives one large count of a thing: no other words need be common
        ("About 87,000 packs were sent to pharmacies.", "In total 78,000 packs were distributed.", True),
        ("About 87,000 packs were sent to pharmacies.", "Some 86,500 packs were distributed.", False),
        ("In all 87,000 packs were sent to pharmacies.", "In total 87,900 packs were distributed.", True),
        ("In all 87,000 packs were sent to pharmacies.", "More than 87,900 packs were distributed.", False),
        ("Up to 87,000 packs were sent to pharmacies.", "In total 87,900 packs were distributed.", False),
        ("About 870 packs were sent to pharmacies.", "In total 780 packs were distributed.", False),
        ("About 87,000 packs were sent to pharmacies.", "In total 38,000 packs were distributed.", False),
        ("About 87,000 packs were sent.", "In total 78,000 packs were sold, and 81,000 packs were made.", False),
        ("Ada Moss got 87,000 votes in Lund.", "Ivo Brandt got 78,000 votes in Selwick.", False),
        ("Moss has 2,301 career points.", "The record of the league is 2,769 points.", False),
        # of a sum or weight a word beside it must be
        ("The repair is expected to cost $45 million.", "The repair will cost an estimated $54 million.", True),
        ("Ten boats cost him $45 million.", "A bonus of $54 million was paid to nobody.", False),
        ("About 800 kg of ammonia were released.", "Some 1,100 kilos of ammonia escaped by a pipe.", True),
        ("About 800 kg of ammonia were released.", "Some 850 kilos of ammonia escaped by a pipe.", False),
        ("The yard released 11 tonnes of ammonia.", "The yard sold 11 tons of ammonia.", False),
        ("About 800 kg of ammonia were released.", "Some 1,100 kilos of flour went to bakers.", False),
        ("About 800 kg of ammonia were released.", "A forklift of 1,100 kilos burnt out.", False),
    ],
)
def test_of_figures_that_each_text_gives_once_no_link_need_tell(one: str, other: str, found: bool) -> None:
    unlinked = replace(tell(one, other), links=())
    assert [clash.kind for clash in disagreements(Book(unlinked), ())] == [ConflictKind.FIGURE] * found


def test_sums_whose_sentences_hardly_meet_are_of_two_things() -> None:
    one, other = "The repair is expected to cost $45 million.", "The repair will cost an estimated $54 million."
    met = replace(tell(one, other), links=())
    for score, found in ((NEAREST, 1), (NEAREST - 0.01, 0)):
        nearest = tuple(replace(n, score=score) for n in met.nearest)
        assert len([*disagreements(Book(replace(met, nearest=nearest)), ())]) == found


def test_two_tolls_of_one_day_are_a_conflict_and_of_two_days_an_update() -> None:
    one, other = "The quake is now known to have killed 121.", "By Friday authorities had confirmed 127 deaths."
    assert kinds(told(one, other)) == [ConflictKind.FIGURE]
    assert kinds(told(one, other, DAYS)) == [ConflictKind.UPDATE]


def test_those_of_whom_it_is_said_that_they_died_are_counted() -> None:
    ill, later = "Nine patients fell ill. Two of them {}.", "Three patients have died in the outbreak."
    assert kinds(told(ill.format("have died"), later, DAYS)) == [ConflictKind.UPDATE]
    assert not told(ill.format("are old"), later, DAYS).conflicts


def test_a_toll_that_a_later_report_gives_lower_is_no_conflict() -> None:
    one, other = "The quake is now known to have killed 127.", "By Friday authorities had confirmed 121 deaths."
    assert kinds(told(one, other)) == [ConflictKind.FIGURE]
    assert not told(one, other, DAYS).conflicts


def test_the_two_others_are_not_all() -> None:
    one = "The two other victims were being treated at the hospital of Lund."
    other = "The three victims were treated at the hospital of Lund, a spokeswoman said."
    assert not tell(one, other).conflicts
    assert kinds(tell(one.replace(" other", ""), other)) == [ConflictKind.FIGURE]
