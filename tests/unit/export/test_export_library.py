"""The library gives the reports that the program writes, the same on any day and in any place."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import compare
from compare.cli import main
from compare.errors import UsageError
from compare.export import FORMATS, PROFILES
from compare.session import analyse, load
from project import ROOT
from systems import posix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo


def test_the_library_gives_what_the_program_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = compare.compare(compare.load(["seeds/"]))
    assert main(["seeds/", "-o", str(tmp_path / "a.json")]) == 0
    assert compare.export(made, format="json") == (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(compare.export(made, format="json"))["schema"] == "compare/1"
    for profile in PROFILES:  # that of pr leads to the files beside it
        written = tmp_path / f"{profile}.md"
        assert compare.export(made, written, profile=profile) == written.read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="no format"):
        compare.export(made, format="doc")  # type: ignore[arg-type]


class Later(datetime):
    """A calendar that stands years ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Later:
        return cls(2041, 2, 3, 4, 5, 6, tzinfo=tz)


@pytest.fixture
def enter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Goes into a time zone, and back at the end."""

    def into(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield into
    monkeypatch.undo()
    time.tzset()


@posix
def test_reports_are_the_same_on_any_day_and_in_any_time_zone(
    enter: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = set()
    for zone, day in (("UTC", 0.0), ("Pacific/Kiritimati", 9e8)):
        enter(zone)
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda day=day: day)
            for module in [m for name, m in sys.modules.items() if name.startswith("compare.")]:
                if vars(module).get("datetime") is datetime:
                    patch.setattr(module, "datetime", Later if day else datetime)
            comparison = analyse(load(["seeds/"]))
            made.add(tuple(compare.export(comparison, format=name) for name in FORMATS))
            made.add(tuple(compare.export(comparison, profile=name) for name in PROFILES))
    assert len(made) == 2
