"""Updates that no figure shows: what is a later stage of one affair, and what is none."""

from __future__ import annotations

import pytest

from compare.analysis.stages import Stages
from compare.model import LIKELY, Comparison, ConflictKind

from .stories import dated, tie

ARRESTED = "A man of 34 was arrested over the fire at the old mill of Lund, police said."
CHARGED = "The man of 34 arrested over the fire at the old mill of Lund was charged with arson, police said."
MISSING = "Two climbers are missing on the ridge above Lund, rescuers said."
HURT = "Twelve people were injured when the tram left the rails near Lund."


def told(earlier: list[str], later: str) -> Comparison:
    """Compare a report with one of two days later."""
    return dated(Gazette=("2030-05-01", "\n\n".join(earlier)), Courier=("2030-05-03", later))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (ARRESTED, CHARGED),
        (MISSING, "Two climbers who were missing on the ridge above Lund were found alive, rescuers said."),
        (
            "The search for the climber Ivo Lund, 29, on the ridge above Lund goes on, rescuers said.",
            "The body of the climber Ivo Lund was found on the ridge above Lund by a shepherd, rescuers said.",
        ),
        (
            "The harbour master of Lund has been suspended without pay over the sunken crane.",
            "The harbour master of Lund was sacked on Sunday over the sunken crane.",
        ),
        (HURT, "One of twelve people who were injured when the tram left the rails near Lund died on Sunday."),
    ],
)
def test_a_later_stage_is_an_update(earlier: str, later: str) -> None:
    result = told([earlier], later)
    (conflict,) = result.conflicts
    assert conflict.kind is ConflictKind.UPDATE
    assert [result.index.article_of[side[0]].outlet for side in conflict.sides] == ["Gazette", "Courier"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            ARRESTED,
            "The man of 34 arrested over the fire at the old mill of Lund has not yet been charged, police said.",
        ),
        (ARRESTED, "The man of 34 arrested over the fire at the old mill of Lund could be charged soon, police said."),
        (ARRESTED, "The man of 34 arrested over the fire at the old mill of Lund was freed without being charged."),
        (ARRESTED, "The man of 34 arrested over the fire at the old mill of Lund was convicted of theft in 2011."),
        (
            CHARGED,
            "The man of 34 charged with arson at the old mill of Lund faces ten years if convicted, police said.",
        ),
        (MISSING, "Rescuers found a rope of the two climbers missing on the ridge above Lund."),
        (
            "The search for a new harbour master of Lund, who knows cranes, goes on, the town said.",
            "A harbour master of Lund was found on Sunday who knows cranes, the town said.",
        ),
        (HURT, "Nobody died when the tram left the rails near Lund and twelve people were injured."),
    ],
)
def test_what_is_not_reached_or_was_years_ago_is_none(earlier: str, later: str) -> None:
    assert not told([earlier], later).conflicts


def test_what_the_earlier_text_tells_as_well_is_none() -> None:
    assert not told([ARRESTED, "Hours later a judge in Karsk said that he had been charged."], CHARGED).conflicts


@pytest.mark.parametrize(("score", "found"), [(LIKELY, True), (LIKELY - 0.01, False)])
def test_of_two_sentences_that_are_hardly_linked_neither_is_a_stage_of_the_other(score: float, found: bool) -> None:
    result = told([ARRESTED], CHARGED)
    order = Stages(result).order(tie(result, ARRESTED, CHARGED, score))
    assert (order is not None) is found
    if order:
        assert [*map(result.index.words, order)] == [ARRESTED, CHARGED]


def test_of_reports_of_one_day_or_none_neither_is_later() -> None:
    for days in (("2030-05-01", "2030-05-01"), (None, "2030-05-01"), (None, None)):
        assert not dated(Gazette=(days[0], ARRESTED), Courier=(days[1], CHARGED)).conflicts
