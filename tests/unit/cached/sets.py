"""What becomes of a set and of what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from compare.model import CoverageSet


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").glob("*"))


def first(coverage: CoverageSet, **changes: object) -> CoverageSet:
    """The set with its first article changed."""
    article, *others = coverage.articles
    return replace(coverage, articles=(replace(article, **changes), *others))  # type: ignore[arg-type]
