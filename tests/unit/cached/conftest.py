"""A set of some reports, what the analysis finds in it, and a place to keep that."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.generate import coverage as generate

import compare
from compare import session
from compare.cached import Analyses
from compare.model import Comparison, CoverageSet


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> CoverageSet:
    folder = tmp_path_factory.mktemp("set")
    for n, report in enumerate(generate(4, words=150)):
        (folder / f"{n}.txt").write_text(report.text, encoding="utf-8")
    return session.load([str(folder)])


@pytest.fixture(scope="module")
def comparison(coverage: CoverageSet) -> Comparison:
    return compare.compare(coverage)


@pytest.fixture
def analyses(tmp_path: Path) -> Analyses:
    return Analyses(tmp_path / "cache")
