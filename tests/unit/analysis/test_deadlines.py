"""Deadlines: what is one, when two differ, and of which sentences they are compared."""

from __future__ import annotations

import pytest

from compare.analysis.deadlines import WITH_FIGURE, Deadlines, deadlines, differ, due_otherwise
from compare.model import ConflictKind

from .stories import kinds, tell, tie


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("It will report by the end of October.", [("by", None, 10, None)]),
        ("It stays closed until at least Christmas.", [("by", None, 12, None)]),
        ("They pay $120 billion a year by 2035.", [("by", 2035, None, None)]),
        ("It lowers the rate from Feb. 1.", [("from", None, 2, 1)]),
        ("It is due before 14 May 2027.", [("by", 2027, 5, 14)]),
        ("It is due by May 20, and ready.", [("by", None, 5, 20)]),
        ("It had by May 20,000 pages.", [("by", None, 5, None)]),
        ("It may open in October.", []),
        ("He came by October Street.", [("by", None, 10, None)]),
        ("It rose by 12.", []),
    ],
)
def test_what_is_a_deadline(words: str, given: list[tuple[str, int | None, int | None, int | None]]) -> None:
    assert [(d.how, d.year, d.month, d.day) for d in deadlines(words)] == given


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("by the end of October", "by the end of September", True),
        ("until at least Christmas", "by Thanksgiving", True),
        ("by 2035", "by 2030", True),
        ("from Feb. 1", "from March 1", True),
        ("by October 2026", "by October", False),
        ("by 15 October", "by October", False),
        ("by 2026", "by October", False),
        ("by October 2026", "by 2027", True),
        ("from October", "by September", False),
        ("by Christmas", "until December 2026", False),
    ],
)
def test_when_two_deadlines_differ(one: str, other: str, expected: bool) -> None:
    ((a,), (b,)) = deadlines(one), deadlines(other)
    assert differ(a, b) is expected
    assert differ(b, a) is expected


REPORT = "The inquiry into the crane of Lund will report to the harbour board by the end of {}, the mayor said."


DUTY = "The harbour board must {} the plans for the crane of Lund by the end of {}, the mayor said."


@pytest.mark.parametrize("due", [REPORT, DUTY.replace("{}", "hand in", 1)])
def test_linked_sentences_with_one_deadline_each_conflict(due: str) -> None:
    result = tell(due.format("October"), due.format("September"))
    assert kinds(result) == [ConflictKind.FIGURE]
    assert result.conflicts[0].why.startswith("The deadlines differ. ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (REPORT.format("October"), REPORT.format("October")),
        # who has both tells of the change
        (REPORT.format("October"), REPORT.format("September") + " It had been due by October."),
        # in which of two they differ nobody knows
        (REPORT.format("October"), REPORT.format("September").replace("said", "said before March")),
        # of two deeds
        (DUTY.format("hand in", "October"), DUTY.format("decide on", "September")),
        # nothing ties the sentences
        ("It will report by October.", "Visitors must book by September."),
    ],
)
def test_what_is_no_conflict_of_deadlines(one: str, other: str) -> None:
    assert not tell(one, other).conflicts


@pytest.mark.parametrize(
    ("sum_of", "score", "found"),
    [("$120 billion", WITH_FIGURE, True), ("$120 billion", 0.34, False), ("$90 billion", 0.59, False)],
)
def test_a_figure_in_common_ties_sentences_of_a_poor_link(sum_of: str, score: float, found: bool) -> None:
    one = "Rich countries agreed to pay $120 billion a year by 2035 to those that the sea threatens."
    other = f"Help for countries near the sea will be tripled, to {sum_of} by 2030."
    result = tell(one, other)
    links = Deadlines(result).telling([tie(result, one, other, score)])
    assert [clash.opening for clash in due_otherwise(result, links)] == ["The deadlines differ."] * found
