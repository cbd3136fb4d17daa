"""What contradicts what: how much two clauses have to have in common, and how sure their link has to be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare.analysis.clash import Clash
from compare.analysis.polarity import Clauses, contradictions
from compare.model import Comparison, ConflictKind

from .stories import FILL, story, tie

OVERLOADED = "The ferry was overloaded when she left the harbour on Friday."


def between(one: str, other: str, score: float = 0.9) -> list[Clash]:
    """The contradictions between two sentences that are linked with a score."""
    result = story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]])
    return list(contradictions(Clauses(result), [tie(result, one, other, score)]))


@pytest.mark.parametrize(
    ("asserted", "denied", "contradict"),
    [
        (OVERLOADED, "The owner denied that the ferry was overloaded when she left the harbour.", True),
        # most of the denial is of something else
        (
            "The ferry was overloaded.",
            "The owner denied that the ferry full of frightened sheep was overloaded.",
            False,
        ),
        # most of the assertion is of something else
        (
            "The ferry was overloaded with frightened sheep from the northern islands.",
            "The owner denied that the ferry was overloaded.",
            False,
        ),
        # what is denied is another thing of the same ferry
        (OVERLOADED, "The owner denied that the ferry was late when she left the harbour on Friday.", False),
        # of another year
        (
            "In 2019 the ferry was overloaded when she left the harbour.",
            "The owner denied that in 2021 the ferry was overloaded when she left the harbour.",
            False,
        ),
        (
            "In 2019 the ferry was overloaded when she left the harbour.",
            "The owner denied that in 2019 the ferry was overloaded when she left the harbour.",
            True,
        ),
        # the past of an irregular verb
        ("The owner paid the crew on Friday.", "The owner did not pay the crew.", True),
        # a consonant is doubled, a "y" is an "i" in the past
        ("The ferry stopped at the old pier.", "The ferry did not stop at the pier.", True),
        ("The ferry carried sheep to the pier.", "The ferry did not carry sheep to the pier.", True),
        ("The owner paid the crew on Friday.", "The owner denied having paid the crew.", True),
        ("Both wore life jackets the whole time.", "Neither was wearing a life jacket.", True),
        # what is denied of everybody is denied wherever it was
        (
            "Four of the crew were in serious condition at the hospital of Lund that night.",
            "No one was in serious condition, the harbour office said.",
            True,
        ),
        (
            "Four of the crew were in serious condition at the hospital of Lund that night.",
            "No one was in a stable condition, the harbour office said.",
            False,
        ),
        ("Two sailors were hurt when the crane fell on the quay of Lund.", "No passengers were hurt, he said.", False),
        # nobody of some is not nobody at all
        ("The pilot was taken to hospital in Lund.", "None of the passengers was taken to hospital in Lund.", False),
        ("Two passengers were taken to hospital.", "None of the passengers was taken to hospital.", True),
        ("Two men were taken to hospital in Lund.", "No people were taken to hospital in Lund.", True),
        # the same is done with another thing
        ("The bank of Lund raised its forecast on Friday.", "The bank of Lund did not raise its key rate.", False),
        ("The bank of Lund raised its key rate.", "The bank of Lund did not raise the key rate on Friday.", True),
        # of another time
        ("A sailor was hurt on the pier of Lund.", "Nobody was hurt at first on the pier of Lund.", False),
        ("In 2019 a sailor was hurt on the pier of Lund.", "Nobody was hurt on the pier of Lund.", False),
        # one word in common is none
        ("It was overloaded.", "The owner denied that it was overloaded.", False),
    ],
)
def test_a_denial_is_of_most_of_what_is_asserted(asserted: str, denied: str, contradict: bool) -> None:
    found = between(asserted, denied)
    assert [clash.kind for clash in found] == [ConflictKind.CONTRADICTION] * contradict


@pytest.mark.parametrize(("score", "contradict"), [(0.6, True), (0.59, False)])
def test_opposites_count_only_where_the_link_is_likely(score: float, contradict: bool) -> None:
    plan = "The council of Lund {} the plan for a second crane in the harbour on Friday."
    assert len(between(plan.format("approved"), plan.format("rejected"), score)) == contradict


@pytest.mark.parametrize(
    ("decided", "contradict"), [("rejected", True), ("did not reject", False), ("approved", False)]
)
def test_who_denies_the_opposite_says_the_same(decided: str, contradict: bool) -> None:
    plan = "The council of Lund {} the plan for a second crane in the harbour on Friday."
    assert len(between(plan.format("approved"), plan.format(decided))) == contradict


def sides(comparison: Comparison, linked: Sequence[tuple[str, str]]) -> list[list[set[str | None]]]:
    """The outlets on the sides of each contradiction between linked sentences."""
    index = comparison.index
    found = contradictions(Clauses(comparison), [tie(comparison, one, other, 0.9) for one, other in linked])
    return [[{index.article_of[s].outlet for s in side} for side in clash.sides] for clash in found]


def test_who_denies_the_same_stands_on_one_side_and_what_else_is_denied_is_another_dispute() -> None:
    denied = "The owner of the Corrie denied that {} was overloaded when she left the harbour on Friday."
    ferry, boat = denied.format("the ferry"), denied.format("his boat")
    result = story(
        Gazette=[OVERLOADED, *FILL["Gazette"]], Courier=[ferry, *FILL["Courier"]], Post=[boat, *FILL["Post"]]
    )
    assert sides(result, [(OVERLOADED, ferry), (OVERLOADED, boat)]) == [[{"Gazette"}, {"Courier", "Post"}]]
    drunk = "The captain was drunk when the ferry left the harbour on Friday."
    sober = "The owner of the Corrie denied that the captain was drunk when the ferry left the harbour on Friday."
    result = story(Gazette=[OVERLOADED, drunk, *FILL["Gazette"]], Courier=[ferry, sober, *FILL["Courier"]])
    assert sides(result, [(OVERLOADED, ferry), (drunk, sober)]) == [[{"Gazette"}, {"Courier"}]] * 2
