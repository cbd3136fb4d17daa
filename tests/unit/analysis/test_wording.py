"""The word diff: whole words, spans that hold, a budget that changes the method and nothing else."""

from __future__ import annotations

from itertools import count

import pytest

from compare.analysis import wording
from compare.analysis.wording import Op, equal_spans, word_diff
from timing import within

A = "Reports say that Norrland is investing about $75 million in the port."
B = "Norrland has also made an investment in the port, the town said."


def test_it_never_cuts_a_word() -> None:
    words = {A[e.a.start : e.a.end] for e in word_diff(A, B) if e.op is Op.DELETE}
    assert words == {"Reports say that", "is investing about $75 million"}
    assert [A[x.start : x.end] for x, _ in equal_spans(A, B)] == ["Norrland", "in the port", "."]


def test_case_is_no_difference() -> None:
    assert [e.op for e in word_diff("The Port", "the port")] == [Op.EQUAL]


def test_a_stray_short_word_joins_the_edits_around_it() -> None:
    edits = word_diff("red boats of wood", "old ships of iron")
    assert [e.op for e in edits] == [Op.DELETE, Op.INSERT]


@pytest.mark.parametrize(("a", "b"), [("", ""), ("", "one two"), ("one two", ""), ("  ", "…"), (A, A)])
def test_edges(a: str, b: str) -> None:
    assert_holds_together(a, b)


def assert_holds_together(a: str, b: str) -> None:
    """What is not inserted is all of the one, what is not deleted all of the other."""
    edits = word_diff(a, b)
    kept = "".join(a[e.a.start : e.a.end] for e in edits if e.op is not Op.INSERT)
    made = "".join(b[e.b.start : e.b.end] for e in edits if e.op is not Op.DELETE)
    assert ("".join(kept.split()), "".join(made.split())) == ("".join(a.split()), "".join(b.split()))
    assert all(e.a.start <= e.a.end <= len(a) and e.b.start <= e.b.end <= len(b) for e in edits)


def test_a_long_pair_goes_to_rapidfuzz_with_the_same_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    by_dmp = word_diff(A, B)  # not what is kept of it: that would be the same whoever is asked
    monkeypatch.setattr(wording, "LONG_PAIR", 0)
    monkeypatch.setattr(wording, "_by_diff_match_patch", None)
    assert word_diff(A, B) == by_dmp


def test_any_other_pair_goes_to_diff_match_patch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_by_rapidfuzz", None)
    assert word_diff(A, B)


def test_a_very_long_pair_ends() -> None:
    a, b = "one two three " * 3_000, "two three four " * 3_000
    with within(4):
        assert_holds_together(a, b)
    assert sum(len(a[x.start : x.end].split()) for x, _ in equal_spans(a, b)) > 5_900


def test_no_clock_decides_what_is_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    a = " ".join(f"{n} boats of {n * n} in {n % 7} harbours" for n in range(60))
    b = " ".join(f"{n} ships of {n * n} from {n % 5} ports" for n in range(60))
    shared = word_diff(a, b)
    hours = count(0, 3600)
    monkeypatch.setattr("time.time", lambda: next(hours))
    assert word_diff(a, b) == shared
    assert len([edit for edit in shared if edit.op is Op.EQUAL]) > 50
