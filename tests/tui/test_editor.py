"""Opening a source outside of the program: in the reader's editor, at the line, or in the browser."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from compare.tui.opening import address_of, editor_for, words_of
from systems import posix
from tui.story import article


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@posix
@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vim", ["+7", "FILE"]),
        ("code --wait", ["--wait", "--goto", "FILE:7"]),
        ("hx", ["FILE:7"]),
        ("mine", ["FILE"]),
    ],
)
def test_the_editor_opens_the_file_at_the_line(tmp_path: Path, editor: str, arguments: list[str]) -> None:
    file = tmp_path / "a b.txt"
    file.write_text("text", encoding="utf-8")
    name, *own = editor.split()
    path = program(tmp_path, name)
    command = editor_for(replace(article("h"), source=str(file)), 7, {"EDITOR": " ".join([path, *own])})
    assert command == [path, *(argument.replace("FILE", str(file)) for argument in arguments)]


@posix
def test_a_page_opens_at_no_line_since_its_text_has_lines_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>text", encoding="utf-8")
    vim = program(tmp_path, "vim")
    read = replace(article("h"), source=str(page), extractor="html")
    assert editor_for(read, 7, {"EDITOR": vim}) == [vim, str(page)]


@posix
@pytest.mark.parametrize("name", ["-c:!touch owned;.txt", "+:q.txt", "a b.txt"])
@pytest.mark.parametrize("editor", ["vim", "code", "mine"])
def test_the_name_of_a_file_is_no_option_of_the_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editor: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)  # where `compare .` gives a file its bare name
    Path(name).write_text("text", encoding="utf-8")
    command = editor_for(replace(article("h"), source=name), 7, {"EDITOR": program(tmp_path, editor)})
    assert command is not None
    file = command[-1].removesuffix(":7")
    assert file[0] not in "-+"
    assert Path(file).samefile(name)


def test_without_file_or_editor_there_is_nothing_to_edit(tmp_path: Path) -> None:
    there = replace(article("h"), source=str(tmp_path / "x"))
    assert editor_for(there, 1) is None
    (tmp_path / "x").write_text("x", encoding="utf-8")
    assert editor_for(there, 1, {"VISUAL": "no-such-editor", "PATH": str(tmp_path)}) is None
    assert editor_for(there, 1, {"PATH": str(tmp_path)}) is None


def test_only_web_addresses_go_to_the_browser() -> None:
    assert address_of(replace(article("h"), url="https://news.example/1")) == "https://news.example/1"
    assert address_of(replace(article("h"), url=None, source="http://news.example/2")) == "http://news.example/2"
    assert address_of(replace(article("h"), url="javascript:alert(1)", source="x.txt")) is None
    assert address_of(replace(article("h"), url="file:///etc/passwd", source="x.txt")) is None
    # what a page calls its own address is text from outside
    assert (
        address_of(replace(article("h"), url="http://[evil", source="http://news.example/3")) == "http://news.example/3"
    )


def test_an_editor_that_cannot_be_told_is_none(tmp_path: Path) -> None:
    file = tmp_path / "h.txt"
    file.write_text("text")
    assert editor_for(replace(article("h"), source=str(file)), 1, {"EDITOR": "vi '"}) is None


def test_an_editor_of_windows_is_told_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    named = r'"C:\Program Files\Code\code.cmd" --wait'
    assert words_of(named) == [r"C:\Program Files\Code\code.cmd", "--wait"]
    assert words_of(r"C:\tools\micro.exe") == [r"C:\tools\micro.exe"]
    with pytest.raises(ValueError, match="quotation"):
        words_of('"C:\\tools')
    file = tmp_path / "h.txt"
    file.write_text("text")
    monkeypatch.setattr("shutil.which", lambda name, path: name)
    assert editor_for(replace(article("h"), source=str(file)), 1, {}) == ["notepad", str(file)]
