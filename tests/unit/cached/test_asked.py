"""When comparisons are kept: on the command line, on the screen, and as the settings say."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compare import cli, tui
from compare.cached import Analyses
from compare.cli import main
from compare.tui.memory import Memory
from project import SEEDS


@pytest.fixture
def home(own_folders: Path, pair: list[str]) -> Path:
    """A small set, and folders of its own for all that is kept."""
    (own_folders / "set").mkdir()
    for file in pair:
        shutil.move(file, own_folders / "set")
    return own_folders


def configure(home: Path, settings: str) -> None:
    (home / "settings").mkdir()
    (home / "settings" / "config.toml").write_text(settings, encoding="utf-8")


def kept(home: Path) -> list[Path]:
    return list((home / "cache" / "analyses").glob("*"))


def test_a_report_is_the_same_when_its_set_was_opened_before(
    home: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    reports = []
    for _ in range(2):
        assert main([str(home / "set"), "-o", "-", "--format", "json"]) == 0
        reports.append(capsysbinary.readouterr().out)
        assert len(kept(home)) == 1
    assert reports[0] == reports[1]


def test_a_set_that_was_opened_before_needs_nothing_that_analyses(tmp_path: Path) -> None:
    # all of it is English: to tell other languages takes numpy as well
    code = f"""
import sys
from pathlib import Path
from compare import cli, session, tui
from compare.cached import Analyses
comparison = session.analyse(session.load([{str(SEEDS)!r}]), analyses=Analyses(Path({str(tmp_path)!r})))
print(len(comparison.claims), "numpy" in sys.modules)
"""
    first, second = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert (first[1], second) == ("True", [first[0], "False"])


def test_without_state_no_comparison_is_kept_or_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main([str(home / "set"), "-o", "-", "--format", "txt", "--no-state"]) == 0
    assert kept(home) == []
    assert main([str(home / "set"), "-o", "-", "--format", "txt"]) == 0
    monkeypatch.setattr(Analyses, "find", lambda *_: pytest.fail("it was looked for"))
    assert main([str(home / "set"), "-o", "-", "--format", "txt", "--no-state"]) == 0


@pytest.mark.parametrize(
    ("settings", "arguments", "wanted"),
    [
        ("", ["set"], True),
        ("cache = true", ["set"], True),
        ("cache = false", ["set"], False),
        ("", ["set", "--no-state"], False),
        ("", ["set", "--state", "marks"], True),
    ],
)
def test_the_screen_keeps_comparisons_unless_asked_otherwise(
    home: Path, monkeypatch: pytest.MonkeyPatch, settings: str, arguments: list[str], wanted: bool
) -> None:
    monkeypatch.chdir(home)
    configure(home, settings)
    given: list[Memory] = []

    def run(_: object, *, memory: Memory, **__: object) -> int:
        given.append(memory)
        return 0

    monkeypatch.setattr(cli, "_has_screen", lambda: True)
    monkeypatch.setattr(tui, "run", run)
    assert main(arguments) == 0
    assert [memory.analyses is not None for memory in given] == [wanted]


@pytest.mark.parametrize("settings", ["cache = false", "cache = 3", "cache = ["])
def test_the_settings_forbid_it(home: Path, settings: str) -> None:
    configure(home, settings)
    assert main([str(home / "set"), "-o", "-", "--format", "txt"]) == 0
    assert kept(home) == []


def test_of_what_came_from_standard_input_nothing_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BytesIO(b"A ferry hit a pier, and nine were hurt."))
    monkeypatch.setattr(sys, "stdin", text)
    assert main([str(home / "set"), "-", "-o", "-", "--format", "txt"]) == 0
    assert kept(home) == []
