"""Figures that conflict though no close link ties their sentences: who is named and what is counted tell that they are
of one thing."""

from __future__ import annotations

import pytest

from articles import article
from compare.analysis import compare
from compare.loading import gather
from compare.model import Comparison, ConflictKind

from .stories import FILL, kinds, tell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Moss, a 61-year-old crane driver, fell from her cab.", "Ada Moss, 63, fell from the cab of her crane."),
        ("The crane driver Ada Moss dead at 61.", "Ada Moss has died in Lund at the age of 63, her crane silent."),
        (
            "Ada Moss, who was 61 years old, fell from her cab.",
            "The driver Ada Moss died aged 63: she fell from her cab.",
        ),
    ],
)
def test_two_ages_of_one_who_is_named_in_full_need_no_close_link(one: str, other: str) -> None:
    (conflict,) = tell(one, other).conflicts
    assert conflict.kind is ConflictKind.FIGURE


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
        ("jailed for three years", "told that she faces up to ten years in prison", 0),
        ("jailed for three years", "jailed, after four years on the run,", 0),
        ("jailed for three years", "jailed; prosecutors had sought five years in prison", 0),
    ],
)
def test_what_a_court_gave_is_compared_whatever_stands_around_it(one: str, other: str, found: int) -> None:
    assert len(tell(SENTENCED.format(one), SENTENCED.format(other)).conflicts) == found


def dated(**days: tuple[str, str]) -> Comparison:
    """Compare one-sentence reports, each with the day of its publication."""
    made = [article("\n\n".join([line, *FILL[name]]), outlet=name, published=day) for name, (day, line) in days.items()]
    return compare(gather(made))


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
def test_the_ban_of_one_who_is_named_in_full_needs_no_close_link(other: str, found: int) -> None:
    assert len(tell("The regatta jury banned the skipper Ada Moss for three years.", other).conflicts) == found


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
        ("About 800 kg of ammonia were released.", "A forklift of 1,100 kilos burnt out.", False),
    ],
)
def test_of_figures_that_each_text_gives_once_no_link_need_tell(one: str, other: str, found: bool) -> None:
    result = tell(one, other)
    assert kinds(result) == [ConflictKind.FIGURE] * found


def test_two_tolls_of_one_day_are_a_conflict_and_of_two_days_an_update() -> None:
    one, other = "The quake is now known to have killed 121.", "By Friday authorities had confirmed 127 deaths."

    def told(day: str) -> Comparison:
        texts = [[one, *FILL["Gazette"]], [other, *FILL["Courier"]]]
        rows = zip(texts, ("Gazette", "Courier"), ("2026-10-20", day), strict=True)
        return compare(gather([article("\n\n".join(t), outlet=name, published=when) for t, name, when in rows]))

    assert kinds(told("2026-10-20")) == [ConflictKind.FIGURE]
    assert kinds(told("2026-10-21")) == [ConflictKind.UPDATE]


def test_those_of_whom_it_is_said_that_they_died_are_counted() -> None:
    def told(of: str) -> Comparison:
        lines = f"Nine patients fell ill. Two of them {of}.", "Three patients have died in the outbreak."
        texts = [[lines[0], *FILL["Gazette"]], [lines[1], *FILL["Courier"]]]
        rows = zip(texts, ("Gazette", "Courier"), ("2026-02-03", "2026-02-06"), strict=True)
        return compare(gather([article("\n\n".join(t), outlet=name, published=when) for t, name, when in rows]))

    assert kinds(told("have died")) == [ConflictKind.UPDATE]
    assert not told("are old").conflicts


def test_the_two_others_are_not_all() -> None:
    one = "The two other victims were being treated at the hospital of Lund."
    other = "The three victims were treated at the hospital of Lund, a spokeswoman said."
    assert not tell(one, other).conflicts
    assert kinds(tell(one.replace(" other", ""), other)) == [ConflictKind.FIGURE]
