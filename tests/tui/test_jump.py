"""The letters by which a reader jumps to a sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compare.tui.screens.jump import LETTERS, labelled


@pytest.mark.parametrize("count", [0, 1, 26, 27, 60, 300, 676, 700])
def test_letters_are_short_and_none_begins_another(count: int) -> None:
    labels = list(labelled([f"s{n}" for n in range(count)]).values())
    assert len(labels) == len(set(labels)) == min(count, len(LETTERS) ** 2)
    in_order = sorted(labels)  # where one begins another, it begins the next one
    assert not any(after.startswith(label) for label, after in pairwise(in_order))
    assert max(map(len, labels), default=0) == (0 if not count else 1 if count <= 26 else 2)
