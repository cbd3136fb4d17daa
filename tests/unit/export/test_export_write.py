"""Writing: what is refused, what is kept, and that nothing is lost."""

from __future__ import annotations

import errno
import io
import os
import stat
import threading
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from compare.errors import OutputFailed, OutputRefused, UsageError
from compare.export import FORMATS, render, write
from compare.export.targets import names_device
from compare.export.writing import check
from faults import refusing
from systems import posix

from .bridge import compared

if TYPE_CHECKING:
    from compare.model import Comparison


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "report.md"


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_suffix_decides(comparison: Comparison, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report.{suffix.upper()}"
    write(comparison, str(path))
    assert path.read_bytes() == render(comparison, next(f for f in FORMATS if f == suffix)).encode()


def test_the_format_overrules_the_suffix(comparison: Comparison, target: Path) -> None:
    write(comparison, str(target), format="json")
    assert target.read_text().startswith('{\n "schema": "compare/1"')


@pytest.mark.parametrize("name", ["report.docx", "report"])
def test_other_formats_are_refused_by_name(comparison: Comparison, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="use md, html, json, csv or txt"):
        write(comparison, str(tmp_path / name))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("format", FORMATS)
def test_reports_are_written_over(comparison: Comparison, target: Path, format: str) -> None:
    write(comparison, str(target), format=format)
    write(comparison, str(target))
    assert target.read_text() == render(comparison, "md")


def test_tables_are_written_beside_the_first(comparison: Comparison, tmp_path: Path) -> None:
    write(comparison, str(tmp_path / "r.csv"))
    others = {"r-articles.csv", "r-claims.csv", "r-conflicts.csv", "r-facts.csv", "r-stances.csv"}
    assert {path.name for path in tmp_path.iterdir()} == others | {"r.csv"}
    write(comparison, str(tmp_path / "r.csv"))  # all are known again as ours
    (tmp_path / "r-facts.csv").write_text("my,own,table\n")
    (tmp_path / "r.csv").unlink()
    with pytest.raises(OutputRefused, match=r"r-facts\.csv: exists and is not a report"):
        write(comparison, str(tmp_path / "r.csv"))
    assert not (tmp_path / "r.csv").exists()


@posix
def test_a_table_beside_the_first_is_no_input_either(target: Path) -> None:
    comparison = compared(folder=str(target.parent))
    source = target.parent / "herald.txt"
    source.write_text("the article")
    (target.parent / "r-claims.csv").symlink_to(source)
    with pytest.raises(OutputRefused, match="one of the sources"):
        write(comparison, str(target.parent / "r.csv"), force=True)
    assert source.read_text() == "the article"


def test_other_files_are_not_written_over(comparison: Comparison, target: Path) -> None:
    target.write_text("my notes")
    with pytest.raises(OutputRefused, match="--force"):
        write(comparison, str(target))
    assert target.read_text() == "my notes"
    write(comparison, str(target), force=True)
    assert target.read_text() == render(comparison, "md")


def test_an_empty_file_is_nothing_to_lose(comparison: Comparison, target: Path) -> None:
    target.touch()
    write(comparison, str(target))
    assert target.stat().st_size


@pytest.mark.parametrize("way", ["path", "link", "hard link", "input"])
@posix
def test_inputs_are_never_written_over(target: Path, way: str) -> None:
    source = target.parent / "herald.txt"
    source.write_text("the article")
    comparison = compared(folder=str(target.parent))
    path = target
    if way == "path":
        path = source
    elif way == "link":
        target.symlink_to(source)
    elif way == "hard link":
        target.hardlink_to(source)
    else:
        target.write_text("a manifest")
        comparison = replace(comparison, coverage=replace(comparison.coverage, inputs=(str(target),)))
    with pytest.raises(OutputRefused, match="one of the sources"):
        write(comparison, str(path), force=True)
    assert source.read_text() == "the article"


def test_a_file_that_is_write_protected_is_refused(
    comparison: Comparison, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(comparison, str(target))
    before = target.read_bytes()
    # not by the mode of the file: root, whom tests may run as, may write whatever it is
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(OutputRefused, match="is write-protected"):
        write(comparison, str(target), force=True)
    assert target.read_bytes() == before


def test_a_missing_folder_is_named(comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match=r"no folder .*new dir; make it with: mkdir -p '.*new dir'"):
        write(comparison, str(tmp_path / "new dir" / "report.md"))


def test_a_folder_is_refused(comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match=r"is a folder; name a file in it"):
        write(comparison, str(tmp_path), format="md")


def test_no_file_has_a_zero_byte_in_its_name(comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="holds a zero byte"):
        write(comparison, str(tmp_path / "a\0b.md"))


def test_a_file_is_no_folder(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputRefused, match="is not a folder"):
        write(comparison, str(tmp_path / "file" / "report.md"))


@posix
def test_links_are_followed(comparison: Comparison, target: Path) -> None:
    link = target.with_name("link.md")
    link.symlink_to("report.md")
    write(comparison, str(link))
    assert link.is_symlink()
    assert target.read_text() == render(comparison, "md")


@posix
def test_links_in_a_circle_fail(comparison: Comparison, target: Path) -> None:
    target.symlink_to(target.name)
    with pytest.raises(OutputFailed):
        write(comparison, str(target))


@posix
def test_the_mode_is_kept(comparison: Comparison, target: Path) -> None:
    target.touch(mode=0o640)
    target.chmod(0o640)
    write(comparison, str(target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_usual_mode(comparison: Comparison, target: Path) -> None:
    mask = os.umask(0o027)
    try:
        write(comparison, str(target))
    finally:
        os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_report(
    comparison: Comparison, target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target.write_text("<!-- compare/1 report -->\nold")

    full = refusing(errno.ENOSPC)
    monkeypatch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
    with pytest.raises(OutputFailed, match=os.strerror(errno.ENOSPC).lower()):
        write(comparison, str(target))
    assert target.read_text().endswith("old")
    assert [path.name for path in target.parent.iterdir()] == ["report.md"]


@posix
def test_pipes_are_written_in_place(comparison: Comparison, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write(comparison, str(pipe))
    reader.join(10)
    assert got == [render(comparison, "md").encode()]
    assert pipe.is_fifo()


@posix
def test_devices_are_written_in_place(comparison: Comparison) -> None:
    write(comparison, "/dev/null")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("path", "device"),
    [
        (PurePosixPath("/dev/stdout"), True),
        (PurePosixPath("/proc/self/fd/1"), True),
        (PurePosixPath("dev/report.md"), False),
        (PureWindowsPath("C:/dev/report.md"), False),
        (PureWindowsPath("/dev/report.md"), False),
    ],
)
def test_a_folder_of_windows_that_is_called_dev_holds_no_devices(path: PurePath, device: bool) -> None:
    assert names_device(path) is device


def test_stdout(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", out)
    write(comparison, "-")
    write(comparison, "-", format="txt")
    data = out.buffer.getvalue()
    assert data == (render(comparison, "md") + render(comparison, "txt")).encode()


def test_refusals_can_be_had_before_the_work(target: Path) -> None:
    assert check(str(target), []) == "md"
    target.write_text("my notes")
    with pytest.raises(OutputRefused):
        check(str(target), [])


@posix
def test_what_the_shell_appends_to_is_kept(comparison: Comparison, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("before\n")
    with log.open("ab") as file:
        write(comparison, f"/dev/fd/{file.fileno()}")
    assert log.read_text() == "before\n" + render(comparison, "md")


@posix
def test_a_pipe_that_nobody_reads_any_more_is_no_failure_of_ours(comparison: Comparison) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        with pytest.raises(BrokenPipeError):
            write(comparison, f"/dev/fd/{writing}")
    finally:
        os.close(writing)
