"""Opposed states of one thing, told in words of which few are common."""

from __future__ import annotations

import pytest

from compare.analysis import compare
from compare.loading import gather
from compare.model import ConflictKind

from .stories import DAYS, FILL, report, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Planned operations will go ahead in Lund.", "All planned surgery was called off in Lund."),
        ("Ada Moss showed no emotion as it was read.", "In the dock Ada Moss sobbed and held her sister."),
        ("The car of the farmer Bruce Lund was found burnt out.", "Bruce Lund has had his car returned undamaged."),
        ("The search for the ferry continues in the bay.", "The search for the ferry ended on Monday night."),
        ("The search for the ferry continues off Selwick.", "The search for the ferry ended on Monday night."),
        ("Police have been questioning a technician.", "The technician was never questioned, police said."),
        ("Patients should not stop taking the tablets.", "Patients were told to stop taking the tablets at once."),
        ("No one has been arrested over the harbour raid.", "Two men have been arrested over the harbour raid."),
        ("No one has died of the gas in the port, doctors said.", "A man of the port died last night of the gas."),
        ("No passengers died of the gas in the port.", "A man of the port died last night of the gas."),
        (
            "Sirens at the fish plant went off at once, the owner said.",
            "The siren of the fish plant never sounded, workers said.",
        ),
        ("A siren at the fish plant went, and all left.", "The alarm of the fish plant never went off, workers said."),
        ("The coast road remains closed in the storm.", "The road was reopened in the storm."),
        ("The fire in the harbour was not under control.", "The flames of the harbour fire were under control."),
        ("I broke no rule, said the head of the port.", "The head of the port broke the ethics rules, it is said."),
    ],
)
def test_each_tells_another_state(one: str, other: str) -> None:
    (conflict,) = told(one, other).conflicts
    assert conflict.kind is ConflictKind.CONTRADICTION


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Planned operations will go ahead.", "All planned surgery was called off.", ConflictKind.UPDATE),
        ("No one has been arrested over the raid.", "Two men have been arrested over the raid.", ConflictKind.UPDATE),
        (
            "No one had been taken to hospital with the tablets.",
            "A woman spent two nights in hospital after the tablets last month.",
            ConflictKind.CONTRADICTION,
        ),
        (
            "No one had been taken to hospital with the tablets.",
            "Last month a woman spent two nights in hospital after the tablets.",
            ConflictKind.CONTRADICTION,
        ),
        ("Ada Moss showed no emotion in court.", "Ada Moss wept in court.", ConflictKind.CONTRADICTION),
        ("The coast road is still closed.", "The coast road has reopened.", ConflictKind.UPDATE),
        ("The oil spill is not yet contained.", "The oil spill has been contained.", ConflictKind.UPDATE),
    ],
)
def test_a_state_that_may_turn_has_turned_in_a_later_report(old: str, new: str, kind: ConflictKind) -> None:
    assert [conflict.kind for conflict in told(old, new, DAYS).conflicts] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # both tell the same state
        ("The search for the ferry continues in the bay.", "The search for the ferry is still going on in the bay."),
        # of another person or thing
        ("Moss showed no emotion as the verdict was read.", "Ivo Lund sobbed in the dock."),
        ("Moss is still on the run.", "Ivo Lund was arrested at a motel."),
        ("The regatta will go ahead.", "The concert in Selwick was called off."),
        ("The coast road remains closed in the storm.", "The hill road was reopened in the storm."),
        ("Forty schools remain closed in the storm.", "Twelve schools were reopened in the storm."),
        ("The fire is not under control in the hills.", "The news of the fire was contained in a letter."),
        ("Wednesday's exam in Lund will go ahead.", "Tuesday's exam in Lund was called off."),
        # at another time
        ("Ada Moss showed no emotion in court.", "Ada Moss had wept in court."),
        ("The vote of the jury was unanimous.", "One judge of the jury held out until midnight."),
        ("No one was arrested at first over the raid.", "Two men were arrested over the raid."),
        ("No one was killed on the pier.", "In 2019 a worker was killed on the pier."),
        # not so, left open, or another thing of the same word
        ("The search for the ferry continues in the bay.", "The search for the ferry has not ended, police said."),
        ("The regatta will go ahead in Lund.", "The regatta in Lund could be called off."),
        ("The rule allowed agencies to go ahead with the plan.", "The plan is on hold for a review."),
        ("Moss is still on the run.", "Moss was caught on camera in a shop."),
        # who tells both tells the change
        ("The regatta will go ahead in Lund. It had been called off.", "The regatta in Lund was called off."),
    ],
)
def test_what_is_no_dispute_over_a_state(one: str, other: str) -> None:
    assert not told(one, other).conflicts


def test_one_outlet_does_not_contradict_itself() -> None:
    states = "Ada Moss showed no emotion as it was read.", "In the dock Ada Moss sobbed and held her sister."
    pair = [report("Gazette", text, FILL["Gazette"][n]) for n, text in enumerate(states)]
    assert not compare(gather(pair)).conflicts
