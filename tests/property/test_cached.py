"""What is kept of any set, under any corrections, is what the analysis found."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from compare.analysis import compare
from compare.cached import Analyses
from compare.model.schema import json_text

from .test_analysis import Told, sets
from .test_corrections import any_correction, few, loaded


@few
@given(sets, st.randoms(use_true_random=False))
def test_what_is_found_is_what_was_kept(articles: Told, random: Random) -> None:
    coverage = loaded(articles)
    made = tuple(any_correction(coverage, random) for _ in range(random.randint(1, 4)))
    comparison = compare(coverage, made)
    with TemporaryDirectory() as folder:
        analyses = Analyses(Path(folder))
        analyses.keep(coverage, made, comparison)
        shuffled = random.sample(made, len(made))
        found = analyses.find(coverage, [*shuffled, *made[:1]])
    assert found == comparison
    assert json_text(found) == json_text(comparison)
