"""Words that tell two things of one name apart."""

from __future__ import annotations

import pytest

from compare.analysis.contrasts import are_contrasted
from compare.model import ConflictKind

from .stories import kinds, tell


@pytest.mark.parametrize(
    ("one", "other", "contrasted"),
    [
        ("The first offer was four percent.", "The second offer was six.", True),
        ("Operating profit rose.", "Profit after tax rose.", True),
        ("Sales fell by 8 percent.", "Profit fell by 18 percent.", True),
        ("Sales fell by 8 percent.", "Revenue fell by 9 percent.", False),
        ("Profit rose this year.", "Next year’s profit will rise.", True),
        ("The northern tunnel is open.", "The south tunnel is closed.", True),
        ("The north tunnel is open.", "The northern tunnel is closed.", False),
        ("The first tunnel opened before the second.", "The second tunnel opened.", False),
        ("The first tunnel is open.", "The tunnel is closed.", False),
        ("A new report has 46 houses destroyed.", "In the old town 52 houses were destroyed.", False),
        ("North Ardane fired two rockets.", "The south fired two rockets.", False),
        ("The blast left ten dead.", "Right behind the market twelve died.", False),
        ("A bus crashed in the morning and killed five.", "It killed seven, police said in the evening.", False),
    ],
)
def test_what_is_contrasted(one: str, other: str, contrasted: bool) -> None:
    assert are_contrasted(one, other) is contrasted
    assert are_contrasted(other, one) is contrasted


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [("first", "first", [ConflictKind.FIGURE]), ("first", "second", []), ("first", "last", [ConflictKind.FIGURE])],
)
def test_figures_of_two_things_do_not_disagree(one: str, other: str, conflicts: list[ConflictKind]) -> None:
    offer = "The dockers of Lund spoke of the {} offer of the harbour board, a rise of {} percent in wages."
    assert kinds(tell(offer.format(one, 4), offer.format(other, 6))) == conflicts


def test_opposites_of_two_things_do_not_contradict_each_other() -> None:
    found = "Two climbers were found {} on the {} face of the mountain near Lund on Sunday."
    assert kinds(tell(found.format("dead", "north"), found.format("alive", "north"))) == [ConflictKind.CONTRADICTION]
    assert not tell(found.format("dead", "north"), found.format("alive", "south")).conflicts


def test_two_whose_figures_stand_beside_their_names_are_two_if_either_text_knows_both() -> None:
    fined = "The regulator in Lund fined the maker of lamps {} {} million dollars on Tuesday{}."
    told = fined.format("Solbit", 310, "")
    assert not tell(told, fined.format("Ardent", 420, ", after Solbit in the spring")).conflicts
    assert kinds(tell(told, fined.format("Solbit", 420, ""))) == [ConflictKind.FIGURE]


def test_who_is_named_beside_the_punishment_of_another_is_not_punished_by_it() -> None:
    jailed = "was jailed for {} years in Lund on Monday for the crash of the lorry on the old bridge"
    driver, other = (
        f"Ivo Brand {jailed.format(6)}.",
        f"The manager of the firm {jailed.format(2)}, alongside Ivo Brand.",
    )
    assert not tell(driver, other).conflicts
    assert kinds(tell(driver, f"Ivo Brand {jailed.format(2)}.")) == [ConflictKind.FIGURE]
