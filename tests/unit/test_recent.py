"""The sets opened last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare import folders
from compare.recent import LENGTH, recent, remember


@pytest.fixture(autouse=True)
def state(own_folders: Path) -> Path:
    return own_folders / "state" / "recent.json"


def test_the_newest_comes_first_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "a"):
        remember([name])
    assert recent() == [[str(tmp_path / "a")], [str(tmp_path / "b")]]


def test_addresses_are_remembered_as_they_are(tmp_path: Path) -> None:
    remember(["https://news.example/a", str(tmp_path / "b.txt")])
    assert recent() == [["https://news.example/a", str(tmp_path / "b.txt")]]


def test_what_cannot_be_written_leaves_nothing_behind(state: Path) -> None:
    state.mkdir(parents=True)
    remember(["/a.txt"])
    assert list(state.parent.iterdir()) == [state]


def test_the_list_is_bounded() -> None:
    for n in range(LENGTH + 5):
        remember([str(n)])
    assert len(recent()) == LENGTH


def test_standard_input_cannot_be_opened_again(state: Path) -> None:
    remember(["-", "a.txt"])
    assert not state.exists()


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, '{"a": 1}', '["a"]', "null", "[[]]"])
def test_a_damaged_list_is_an_empty_one(state: Path, content: str) -> None:
    state.parent.mkdir()
    state.write_text(content, encoding="utf-8")
    assert recent() == []
    remember(["a.txt"])
    assert len(json.loads(state.read_text(encoding="utf-8"))) == 1


def test_a_home_that_cannot_be_written_to_costs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(folders, "state", lambda: tmp_path / "file")
    remember(["a.txt"])
    assert recent() == []
