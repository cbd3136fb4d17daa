"""Decisions: who says that somebody will do a thing, and who that he will not; and what is no dispute."""

from __future__ import annotations

import pytest

from compare.analysis import compare
from compare.loading import gather
from compare.model import ConflictKind

from .stories import DAYS, FILL, report, told


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("The bank said it would apply for permission to appeal.", "The bank is not going to appeal, we understand."),
        ("Her lawyer said she would appeal within 21 days.", "Ada Moss will not appeal against the ban."),
        ("The bank of Lund is planning to appeal.", "The bank of Lund decided not to appeal."),
        ("The bank of Lund agreed to appeal.", "The bank of Lund vows not to appeal."),
        ("Ada Moss plans to resign in May.", "Ada Moss said she had no intention of leaving the board."),
        ("Ada Moss, who will step down in May, was calm.", "Asked about it, she denied that she is leaving."),
        ("The club had threatened to walk out.", "The club never seriously considered leaving."),
        ("The union said it would attend.", "The union said it saw no point in attending."),
        ("The airline will apologise to the crew.", "The airline refused to apologise."),
        ("Job losses are inevitable, Ivo Lund said.", "The owner denied that any jobs would be cut."),
        ("The site will close in June.", "Ivo Lund said the firm had no plans to close any of its nine factories."),
        ("Ada Moss will stand again, her agent said.", "A friend said that she won't be running again."),
        ("The firm will shut its bakery in Lund.", "The firm denied that it would close the bakery."),
    ],
)
def test_a_yes_and_a_no_are_a_contradiction_whatever_else_they_share(yes: str, no: str) -> None:
    (conflict,) = told(yes, no).conflicts
    assert conflict.kind is ConflictKind.CONTRADICTION
    assert [len(side) for side in conflict.sides] == [1, 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "He rejected calls to step down.",
            "Robert Vance told the radio that he would resign at the end of the month.",
        ),
        ('Mr Pruett said: "I will not resign."', "Alan Pruett announced his resignation in three lines."),
        ("Lund has not asked for foreign help.", "Lund on Monday appealed for international assistance."),
        ("The union said it would attend.", "The union will not be at the meeting after all."),
        ("Interior Minister Ivo Lund was due to visit the port.", "The minister will not come today after all."),
    ],
)
def test_a_later_report_that_tells_of_a_change_is_an_update(old: str, new: str) -> None:
    (conflict,) = told(old, new, DAYS).conflicts
    assert conflict.kind is ConflictKind.UPDATE
    assert told(old, new).conflicts[0].kind is ConflictKind.CONTRADICTION


def test_who_denied_it_has_not_thought_better_of_it_whatever_comes_later() -> None:
    (conflict,) = told("Ada Moss denied that she is leaving the board.", "Ada Moss will resign in May.", DAYS).conflicts
    assert conflict.kind is ConflictKind.CONTRADICTION


@pytest.mark.parametrize("days", [(None, DAYS[1]), (DAYS[0], None), (None, None)])
def test_of_reports_without_a_day_none_is_later(days: tuple[str | None, str | None]) -> None:
    (conflict,) = told("Ada Moss said she would not resign.", "Ada Moss will resign in May.", days).conflicts
    assert conflict.kind is ConflictKind.CONTRADICTION


def test_it_is_said_whether_a_later_report_tells_otherwise() -> None:
    refused, will = "Ada Moss said she would not resign.", "Ada Moss will resign in May."
    (turned,), (disputed,) = told(refused, will, DAYS).conflicts, told(refused, will).conflicts
    assert turned.why.startswith(f"A later report tells otherwise. Gazette: “{refused[:-1]}")
    assert disputed.why.startswith(f"One says so, the other not. Courier: “{will[:-1]}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another one decides
        ("Ada Moss will resign in May.", "Ivo Lund will not resign, he said."),
        ("The prosecution will appeal, it said.", "The defendant will not appeal, it is understood."),
        ("The chairman will resign in May.", "The mayor said she would not resign."),
        ("Ada Moss will stand again in May.", "Ivo Lund will not run again, he said."),
        ("The minister will visit the port in May.", "Tourists will not come to the port, it is feared."),
        ("Ada Moss will visit the port in May.", "The ships will not come to the port in May."),
        ("The player will appeal, his agent said.", "The club will not appeal, said its president."),
        ("Ivo Lund will appeal, he said.", "His finance director will not appeal."),
        ("The widow will sue the builder.", "The builder will not sue the makers of the crane."),
        # on another thing
        ("The firm will close its factory in Tarn.", "The firm said it would not close the plant in Selwick."),
        ("Ada Moss will sue the builder.", "Ada Moss will not sue the council."),
        # left open, asked, or of an earlier year
        ("Ada Moss will resign if the vote is lost.", "Ada Moss said she would not resign."),
        ("Ada Moss might resign in May.", "Ada Moss said she would not resign."),
        ("Ada Moss will resign in May.", "Ada Moss did not rule out resigning."),
        ("Ada Moss said in 2019 that she would resign.", "Ada Moss said she would not resign."),
        # another thing of the same word
        ("The site will close in June.", "The firm said it had no plans to close other factories."),
        ("The shop will close at noon.", "The firm said it had no plans to close any of its shops."),
        ("The sale will close in June.", "The firm said it had no plans to close any of its shops."),
        ("Police will appeal for witnesses.", "Ada Moss will not appeal against the ban."),
        ("The ship will leave the harbour.", "Ada Moss said she was not leaving the board."),
        # who tells both tells the dispute
        ("Ada Moss will resign in May. She had said that she would not resign.", "Ada Moss said she would not resign."),
    ],
)
def test_what_is_no_dispute_over_a_decision(one: str, other: str) -> None:
    assert not told(one, other).conflicts


def test_one_outlet_does_not_contradict_itself() -> None:
    texts = "Ada Moss will resign in May.", "Ada Moss said she would not resign."
    pair = [report("Gazette", text, FILL["Gazette"][n]) for n, text in enumerate(texts)]
    assert not compare(gather(pair)).conflicts
