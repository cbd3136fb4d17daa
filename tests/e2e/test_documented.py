"""The commands that README and docs show are run as they stand, on files of the names that they use."""

from __future__ import annotations

import io
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from compare.cli import main
from compare.model import ParagraphKind
from project import SEEDS
from sets import written
from unit.loading.making import pdf_of
from unit.test_docs import PAGES, commands

FERRY = "Harbour shut after ferry hits pier\n\nThe ferry Alma struck the north pier at noon. Nobody was hurt.\n"
PIER = "Pier damaged by ferry\n\nA ferry hit the northern pier on Monday. No one was injured, the port said.\n"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Port News</title>
<item><title>Ferry hits pier in the harbour</title><link>https://port.example/1</link>
<description>The ferry Alma struck the north pier of the harbour at noon.</description></item>
<item><title>Harbour closed after ferry accident</title><link>https://port.example/2</link>
<description>The harbour was closed for two hours after a ferry hit the pier.</description></item>
</channel></rss>"""

MARKS = '{"schema": "compare-review/1", "marks": []}'

LOCAL = sorted(
    {
        command
        for page in PAGES
        for command in commands(page.read_text(encoding="utf-8"))
        # not what asks a server or is one, needs what was opened before, or stands for any command
        if "://" not in command and "--serve" not in command and "SOURCE" not in command and command != "compare"
    }
)


@pytest.fixture
def folder(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with everything the commands name."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "set").mkdir()
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "pier.html").write_text(f"<h1>Pier</h1><p>{PIER}</p>", encoding="utf-8")
    files = {"a.txt": FERRY, "other.txt": PIER, "notes.txt": PIER, "feed.xml": FEED, "received.json": MARKS}
    written(tmp_path, files)
    (tmp_path / "b.pdf").write_bytes(pdf_of([(ParagraphKind.TITLE, "Pier damaged"), (ParagraphKind.BODY, PIER)]))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_are_such_commands() -> None:
    assert len(LOCAL) > 6


@pytest.mark.parametrize("command", LOCAL)
def test_a_documented_command_works(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(FERRY.encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    before = set(folder.rglob("*"))
    assert main(shlex.split(command)[1:]) == 0, capsys.readouterr().err
    made = set(folder.rglob("*")) - before
    assert capsys.readouterr().out or made
