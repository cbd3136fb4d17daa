"""The list of conflicts asks the rule for figures of all sentences that share a claim, and of no others."""

from __future__ import annotations

import numpy as np
from benchmarks.quality.conflicts import held, told_conflicts, told_figures
from benchmarks.quality.stories import Story

TEXTS = (
    "The ferry struck the pier on Monday. The crash killed 12 people. 40 people were hurt.",
    "The ferry struck the pier on Monday. The crash killed 15 people. 41 people were hurt.",
)


def story() -> Story:
    """Two reports, the first two sentences of which are labelled: each states what its counterpart does."""
    spans = [(text.index(part), text.index(part) + len(part)) for text in TEXTS for part in text.split(". ")]
    article = np.array([0, 0, 0, 1, 1, 1], dtype=np.int64)
    stated = {0: frozenset("a"), 1: frozenset("b"), 3: frozenset("a"), 4: frozenset("b")}
    return Story("ferry", TEXTS, tuple(spans), article, stated)


def test_figures_are_held_against_each_other_where_the_labels_say_so() -> None:
    (deaths,) = [each for each in held(story()) if each.is_flagged]
    assert deaths.words == ("The crash killed 12 people", "The crash killed 15 people")
    assert deaths.values == ("12", "15")
    *_, last = told_figures([story()])
    assert last.endswith("flagged 1")
    assert not [line for line in told_figures([story()]) if "hurt" in line]


def test_conflicts_are_told_with_a_sentence_of_each_side() -> None:
    *lines, kinds = told_conflicts([story()])
    assert any(line.startswith("ferry figure ") for line in lines)
    assert "    The crash killed 12 people." in lines
    assert "figure" in kinds
