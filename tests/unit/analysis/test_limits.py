"""What was left out for want of room is said: pairs that are not kept, articles that are not listed."""

from __future__ import annotations

from collections import Counter

import pytest

from articles import article
from compare.analysis import compare, pairs
from compare.analysis.links import BEST, NEAREST_ALL
from compare.loading import gather
from compare.model import Comparison


def crowd(count: int) -> Comparison:
    """Compare so many articles that say nearly the same."""
    telling = (
        "The ferry struck the north pier at noon, and crane {n} lifted it out.\n\nHarbour office {n} was closed.\n"
    )
    return compare(gather([article(telling.format(n=n), f"{n:03}.txt") for n in range(count)]))


@pytest.mark.parametrize(("count", "listed"), [(NEAREST_ALL, NEAREST_ALL - 1), (NEAREST_ALL + 1, BEST)])
def test_the_nearest_are_all_there_are_or_it_is_said(count: int, listed: int) -> None:
    comparison = crowd(count)
    found = Counter(near.sentence for near in comparison.nearest)
    assert {found[s.id] for a in comparison.coverage.articles for s in a.comparable} == {listed}
    assert any(f"the {BEST} nearest articles" in warning for warning in comparison.warnings) is (listed == BEST)


def test_pairs_that_are_not_kept_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not any("are kept" in warning for warning in crowd(8).warnings)
    monkeypatch.setattr(pairs, "CLOSE", 2)
    (said,) = [warning for warning in crowd(8).warnings if "are kept" in warning]
    assert int(said.rsplit("at least ", 1)[1].split()[0].replace(",", "")) > 0
