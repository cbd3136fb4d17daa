"""What once made the program crash, hang or grow: the cases that ``make fuzz`` found, each tried for ever after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.fuzz import CASES, tried
from benchmarks.fuzz_targets import TARGETS

from systems import posix

pytestmark = posix  # by its signals a case is ended that takes too long

KEPT = sorted(CASES.glob("*.json"))


@pytest.mark.parametrize("about", KEPT, ids=lambda path: path.stem)
def test_what_once_went_wrong_does_not(about: Path) -> None:
    case = json.loads(about.read_text(encoding="utf-8"))
    end = tried(case["target"], case["name"], about.with_suffix("").read_bytes())
    assert not end.startswith("!"), end


@pytest.mark.parametrize("target", TARGETS)
def test_the_sound_samples_end_well(target: str) -> None:
    ends = {name: tried(target, name, data) for name, data in TARGETS[target].samples()}
    assert set(ends.values()) <= {"read"}, ends
