"""The program as a user runs it: every way in, every way it can go wrong, one clear line each."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from compare import __version__, cli
from compare.export import strip_all
from faults import refusing
from project import SEEDS
from sets import written
from systems import linux, posix

ONE = "The ferry struck a pier on Monday.\n\nNine passengers were hurt, the harbour office said.\n"
TWO = "A ferry has hit the pier of Lund.\n\nThe harbour office said that nine people had been hurt.\n"


def start(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Start the program as the shell does. It costs more than a second: for what only a real process can show."""
    return subprocess.run(
        [sys.executable, "-m", "compare", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=300,
        check=False,
    )


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program in this process, with standard streams of its own, none of them a terminal."""
    given = [str(argument) for argument in arguments]
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin, b"", b"")]
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        try:
            status = cli.main(given)
        except SystemExit as left:  # of argparse, after --help
            status = int(left.code or 0)
    written = []
    for stream in streams[1:]:
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        written.append(buffer.getvalue())
    return subprocess.CompletedProcess(given, status, *written)


def said(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    text = done.stderr.decode()
    assert "Traceback" not in text
    return text.splitlines()


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    return written(tmp_path / "set", {"a.txt": ONE, "b.txt": TWO})


# -- ways in and out ------------------------------------------------------------------------------------------------


def test_without_a_terminal_the_text_report_is_printed() -> None:
    done = start(SEEDS)
    assert done.returncode == 0
    assert done.stdout.startswith(b"compare/1 report")
    assert "$75 million" in done.stdout.decode()
    assert b"\x1b" not in done.stdout + done.stderr


def test_the_suffix_decides_the_format(pair: Path, tmp_path: Path) -> None:
    for suffix, start in (
        (".md", "<!-- compare/1 report -->"),
        (".json", '{"schema":"compare/1"'),
        (".txt", "compare/1"),
    ):
        target = tmp_path / f"report{suffix}"
        assert run(pair, "-o", target).returncode == 0
        written = target.read_text(encoding="utf-8")
        assert ("".join(written.split()) if suffix == ".json" else written).startswith(start)


def test_stdout_with_a_format(pair: Path) -> None:
    assert json.loads(run(pair, "-o", "-", "--format", "json").stdout)["schema"] == "compare/1"
    assert run(pair, "-o", "-").stdout.startswith(b"<!-- compare/1 report -->")


def test_standard_input_is_an_article(pair: Path) -> None:
    done = start("-", pair / "b.txt", "-o", "-", "--format", "json", stdin=ONE.encode())
    assert done.returncode == 0
    assert sorted(a["source"] == "-" for a in json.loads(done.stdout)["articles"]) == [False, True]


def test_a_manifest_gives_outlets(pair: Path) -> None:
    (pair / "coverage.toml").write_text(
        'title = "Ferry"\n[[article]]\nsource = "a.txt"\noutlet = "Gazette"\ndate = "2025-10-15"\n'
        '[[article]]\nsource = "b.txt"\noutlet = "Courier"\n',
        encoding="utf-8",
    )
    for source in (pair, pair / "coverage.toml"):
        report = json.loads(run(source, "-o", "-", "--format", "json").stdout)
        assert {a["outlet"] for a in report["articles"]} == {"Gazette", "Courier"}
        assert {a["published"] for a in report["articles"]} == {"2025-10-15", None}


def test_the_markdown_report_gives_the_articles_back(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert run(SEEDS, "-o", target).returncode == 0
    texts = set(strip_all(target.read_bytes().decode()).values())  # with the line ends that they have
    assert texts == {path.read_bytes().decode() for path in SEEDS.glob("*.txt")}


def test_a_report_in_the_folder_is_passed_over(pair: Path) -> None:
    first = run(pair, "-o", pair / "report.md")
    again = run(pair, "-o", pair / "report.md")
    assert first.returncode == again.returncode == 0
    assert len(json.loads(run(pair, "-o", "-", "--format", "json").stdout)["articles"]) == 2


def test_order_changes_no_byte_of_the_json(pair: Path) -> None:
    there = run(pair / "a.txt", pair / "b.txt", "-o", "-", "--format", "json").stdout
    back = run(pair / "b.txt", pair / "a.txt", "-o", "-", "--format", "json").stdout
    assert there == back


def test_version_and_help() -> None:
    said = f"compare {__version__}".encode()
    # beside others it is the parser that answers
    assert [done.stdout.strip() for done in (start("--version"), run("--version"), run(SEEDS, "--version"))] == [
        said
    ] * 3
    assert b"SOURCE" in run("--help").stdout


@posix
def test_head_may_leave_early() -> None:
    shell = f"{sys.executable} -m compare {SEEDS} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", shell], capture_output=True, timeout=300, check=False)
    assert done.stdout == b"compare/1 report\n"
    assert b"Traceback" not in done.stderr
    assert b"Broken pipe" not in done.stderr


def test_nothing_named_and_nothing_remembered() -> None:
    check_refusal(run(), 2, "no SOURCE named")


# -- bad input ------------------------------------------------------------------------------------------------------


def check_refusal(done: subprocess.CompletedProcess[bytes], status: int, *words: str) -> None:
    lines = said(done)
    assert done.returncode == status, lines
    assert len(lines) == 1
    assert lines[0].startswith("compare: ")
    for word in words:
        assert word in lines[0]
    assert done.stdout == b""


def test_missing_path(tmp_path: Path) -> None:
    check_refusal(start(tmp_path / "nowhere"), 1, "nowhere", "no such file or folder")


def test_empty_folder(tmp_path: Path) -> None:
    check_refusal(run(tmp_path), 1, tmp_path.name, "name at least two files")


def test_one_article_only(pair: Path) -> None:
    check_refusal(run(pair / "a.txt"), 1, "only one article to compare", "name at least two files")


def test_wrong_option(pair: Path) -> None:
    check_refusal(start(pair, "--wrong"), 2, "--wrong", "--help")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", ["holds no text"]),
        ("blank.txt", b" \n\n\t ", ["holds no text"]),
        ("binary.txt", bytes(range(256)) * 40, ["is not a text file"]),
        ("large.txt", b"The ferry struck a pier on Monday. " * 600_000, ["21.0 MB", "5 MB"]),
        ("sheet.xlsx", b"ferries", [".xlsx", "cannot be read yet"]),
    ],
)
def test_a_file_that_is_no_article(pair: Path, name: str, content: bytes, words: Sequence[str]) -> None:
    bad = pair.parent / name
    bad.write_bytes(content)
    rest = run(bad, pair / "a.txt", pair / "b.txt")
    assert rest.returncode == 0
    assert any(name in line and all(word in line for word in words) for line in said(rest))
    assert b"nine" in rest.stdout.lower()
    check_refusal(run(bad, pair / "a.txt", "--strict"), 1, name, *words)


def test_an_unreadable_file(pair: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    # the tests may run as root, whom no permission stops: so the system's refusal is played by the file itself
    opened = Path.open

    def refuse_one(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse_one)
    assert cli.main([str(pair / "a.txt"), str(pair / "b.txt"), "-o", "-"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "only one article" in captured.err
    assert "a.txt: cannot be read (permission denied)" in captured.err


def test_invalid_utf8_is_read_and_said(pair: Path) -> None:
    (pair / "a.txt").write_bytes("Für die Fähre war’s zu spät, ihr Kapitän schlief.\n".encode("cp1252") * 3)
    done = run(pair)
    assert done.returncode == 0
    assert any("a.txt" in line and "UTF-8" in line for line in said(done))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_unicode_encodings(pair: Path, encoding: str) -> None:
    (pair / "a.txt").write_bytes((ONE + "Überfahrt nach Århus.\n").encode(encoding))
    report = json.loads(run(pair, "-o", "-", "--format", "json").stdout)
    assert any("Århus" in a["text"] for a in report["articles"])


def test_one_line_of_a_hundred_thousand_words(pair: Path) -> None:
    (pair / "a.txt").write_text("the ferry struck a pier and nine were hurt " * 11_112, encoding="utf-8")
    done = run(pair)
    assert done.returncode == 0
    said(done)


def test_escapes_and_markup_in_the_text_stay_text(pair: Path) -> None:
    hostile = (
        "Red \x1b[31malert\x1b[0m and \u202eevil\u202c with [/b] and [red] markup, <script>alert(1)</script> said.\n"
    )
    (pair / "a.txt").write_text(ONE + hostile, encoding="utf-8")
    for options in ([], ["-o", "-"], ["-o", "-", "--format", "json"]):
        done = run(pair, *options)
        assert done.returncode == 0
        output = (done.stdout + done.stderr).decode()
        assert "\x1b" not in output
        if "json" not in options:
            assert "\u202e" not in output
            assert "[red]" in output.replace("\\", "")
    assert "<script>" not in run(pair, "-o", "-").stdout.decode()


@posix
def test_a_file_name_cannot_speak_to_the_terminal(pair: Path) -> None:
    (pair / "\x1b]0;owned\x07.txt").write_bytes(b"")
    done = run(pair)
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr


# -- targets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_an_input_is_never_written_over(pair: Path, options: list[str]) -> None:
    (pair / "c.md").write_text(ONE, encoding="utf-8")
    check_refusal(run(pair, "-o", pair / "c.md", *options), 1, "c.md", "is one of the sources")
    assert (pair / "c.md").read_text(encoding="utf-8") == ONE


def test_a_stranger_is_written_over_only_by_force(pair: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("my notes", encoding="utf-8")
    check_refusal(run(pair, "-o", target), 1, "notes.md", "--force")
    assert target.read_text(encoding="utf-8") == "my notes"
    assert run(pair, "-o", target, "--force").returncode == 0
    assert run(pair, "-o", target).returncode == 0


def test_a_missing_folder(pair: Path, tmp_path: Path) -> None:
    check_refusal(run(pair, "-o", tmp_path / "no" / "report.md"), 1, "report.md", "mkdir")


def test_a_format_that_is_none(pair: Path, tmp_path: Path) -> None:
    check_refusal(run(pair, "-o", tmp_path / "report.pdf"), 2, "pdf")


@linux
def test_a_full_disk_is_said(pair: Path) -> None:
    check_refusal(run(pair, "-o", "/dev/full", "--format", "md"), 1, "/dev/full", "could not be written")


def test_a_failed_write_leaves_the_old_report(
    pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.md"
    assert cli.main([str(pair), "-o", str(target)]) == 0
    before = target.read_bytes()

    monkeypatch.setattr(os, "fsync", refusing(errno.ENOSPC))
    assert cli.main([str(pair), "-o", str(target)]) == 1
    assert "no space left" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.md"]


@posix
def test_a_device_is_written_in_place(pair: Path) -> None:
    done = start(pair, "-o", "/dev/stdout", "--format", "txt")
    assert done.returncode == 0
    assert done.stdout.startswith(b"compare/1 report")


def test_interrupted(pair: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.session.load", interrupt)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert cli.main([str(pair), "-o", "-"]) == 130
    assert capsys.readouterr().err == "compare: interrupted\n"


@pytest.mark.parametrize("closed", ["<&-", "2>&-"])
@posix
def test_a_closed_standard_stream_stops_no_report(pair: Path, tmp_path: Path, closed: str) -> None:
    command = f"{sys.executable} -m compare {pair} -o {tmp_path / 'report.md'} {closed}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.md").exists()


@posix
def test_a_closed_standard_output_is_said(pair: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m compare {pair} >&-"], capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 1
    assert (
        said(done)[-1]
        == "compare: -: could not be written (standard output is closed); nothing was changed there, try another place"
    )


@pytest.mark.parametrize("pattern", ["*/coverage.toml", "*/*"])
def test_a_manifest_found_by_a_glob_is_never_written_over(pair: Path, pattern: str) -> None:
    manifest = pair / "coverage.toml"
    text = '[[article]]\nsource = "a.txt"\n[[article]]\nsource = "b.txt"\n'
    manifest.write_text(text, encoding="utf-8")
    check_refusal(
        run(pair.parent / pattern, "-o", manifest, "--format", "md", "--force"),
        1,
        "coverage.toml",
        "one of the sources",
    )
    assert manifest.read_text(encoding="utf-8") == text
