"""Standard output: the same bytes on every system, and one line where they cannot be written."""

from __future__ import annotations

import errno
import io
import sys

import pytest

from compare.cli import main
from compare.errors import OutputFailed
from compare.stdout import put
from faults import refusing


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
@pytest.mark.parametrize("arguments", [["--keys"], ["--completion", "bash"], ["--version"]], ids=" ".join)
def test_what_is_printed_is_the_same_wherever_it_is(
    arguments: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(arguments) == 0
    printed = capsysbinary.readouterr().out
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")  # as a pipe of Windows is opened
    monkeypatch.setattr(sys, "stdout", out)
    assert main(arguments) == 0
    assert out.buffer.getvalue() == printed
    assert b"\r" not in printed


class Refusing(io.BytesIO):
    def __init__(self, reason: int) -> None:
        super().__init__()
        self.write = refusing(reason)  # type: ignore[method-assign]


def test_what_cannot_be_written_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["--keys"]) == 1
    assert "standard output is closed" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Refusing(errno.ENOSPC)))
    assert main(["--completion", "zsh"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "could not be written (no space left on device)" in line


@pytest.mark.parametrize(("platform", "kind"), [("win32", BrokenPipeError), ("linux", OutputFailed)])
def test_windows_says_in_other_words_that_nobody_reads(
    platform: str, kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Refusing(errno.EINVAL)))
    with pytest.raises(kind):
        put("a report")
