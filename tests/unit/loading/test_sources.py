"""From arguments to a plan, and from a plan to articles."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from compare.errors import (
    ManifestError,
    NotFetched,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceNoFile,
    SourceNotText,
    SourceTooLarge,
    SourceUnreadable,
    SourceUnsupported,
)
from compare.loading import LIMIT, Plan, expand, read
from compare.loading.sources import Source, is_handed_over, leads_outside
from faults import refusing
from systems import posix

TOLD = "The ferry left the harbour at noon with forty passengers on board.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "set"
    (made / "deeper").mkdir(parents=True)
    for name in ("b.txt", "a.md", "deeper/c.txt", ".hidden.txt"):
        (made / name).write_text(f"{TOLD}It was {name}.\n", encoding="utf-8")
    return made


def names(plan: Plan) -> list[str]:
    return [source.name for source in plan.sources]


def refusal(plan: Plan) -> SourceError:
    (error,) = plan.refused
    assert "\n" not in str(error)
    return error


def test_a_folder_is_its_texts_by_name_and_not_what_lies_deeper(folder: Path) -> None:
    for name in ("set", "set/", "./set"):
        assert names(expand([name])) == ["set/a.md", "set/b.txt"]
    assert names(expand([str(folder)])) == [f"{folder.as_posix()}/a.md", f"{folder.as_posix()}/b.txt"]


def test_files_are_taken_as_they_come_and_once(folder: Path) -> None:
    assert names(expand(["set/b.txt", "set/a.md", "set/../set/b.txt", "set"])) == ["set/b.txt", "set/a.md"]


def test_globs_are_expanded_here_as_well(folder: Path) -> None:
    assert names(expand(["set/*.txt"])) == ["set/b.txt"]
    assert names(expand(["set/**/*.txt"])) == ["set/b.txt", "set/deeper/c.txt"]
    assert names(expand(["set/*"])) == ["set/a.md", "set/b.txt"]
    assert isinstance(refusal(expand(["set/*.nothing"])), SourceMissing)
    (folder / "[x].txt").write_text(TOLD, encoding="utf-8")
    assert names(expand(["set/[x].txt"])) == ["set/[x].txt"]


def test_a_scan_says_what_it_passed_over(folder: Path) -> None:
    for name in ("x.png", "y.png", "z.exe", "LICENSE"):
        (folder / name).write_bytes(b"something")
    plan = expand(["set"])
    assert names(plan) == ["set/a.md", "set/b.txt"]
    assert plan.warnings == ("set: passed over 4 files of other formats (1 .exe, 2 .png, 1 without suffix)",)


def test_a_scan_passes_over_our_own_reports(folder: Path) -> None:
    (folder / "report.md").write_text("<!-- compare/1 report of 5 articles -->\n# Diff\n", encoding="utf-8")
    (folder / "report.txt").write_text("compare/1 report\n", encoding="utf-8")
    (folder / "report.json").write_text('{"schema": "compare/1"}', encoding="utf-8")
    plan = expand(["set"])
    assert names(plan) == ["set/a.md", "set/b.txt"]
    assert plan.warnings == ()
    assert names(expand(["set/report.md"])) == ["set/report.md"]


def test_a_page_with_our_name_in_its_address_is_no_report_of_ours(folder: Path) -> None:
    saved = "<!-- saved from url=(0033)https://tests.example/compare/10-phones -->\n<!doctype html><p>Text."
    (folder / "saved.html").write_text(saved, encoding="utf-8")
    assert names(expand(["set"])) == ["set/a.md", "set/b.txt", "set/saved.html"]


@pytest.mark.parametrize(("name", "what"), [("x.png", ".png"), ("x.EXE", ".exe")])
def test_other_formats_that_are_named_are_refused(folder: Path, name: str, what: str) -> None:
    (folder.parent / name).write_text("x", encoding="utf-8")
    error = refusal(expand([name]))
    assert isinstance(error, SourceUnsupported)
    assert what in str(error)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "none.txt: no such file or folder; check the spelling"),
        ("", "'': no such file or folder; check the spelling"),
        ("a\0b", "a␀b: no such file or folder; check the spelling"),
        pytest.param(
            "The mayor has gone. " * 20, "cannot be read (file name too long); check the path", marks=posix, id="a text"
        ),
        ("none/*.txt", "none/*.txt: matches no file or folder; check the pattern"),
        ("www.ledger.example/1", "no such file or folder; check the spelling, or write https:// before an address"),
        ("ledger.example/2025/ferry", "check the spelling, or write https:// before an address"),
        ("https:/ledger.example/1", "check the spelling, or write https:// before an address"),
    ],
)
def test_what_is_not_there(folder: Path, name: str, message: str) -> None:
    error = refusal(expand([name]))
    assert isinstance(error, SourceMissing | SourceUnreadable)
    assert str(error).endswith(message)


def test_a_text_given_for_the_name_of_its_file_is_not_told_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The mayor has gone. " * 20
    assert len(str(refusal(expand([text])))) < 300
    monkeypatch.setattr(Path, "stat", refusing(errno.ENOENT))  # as Windows answers
    error = refusal(expand([text]))
    assert isinstance(error, SourceMissing)
    assert len(str(error)) < 300


@posix
def test_odd_files_of_a_folder(folder: Path) -> None:
    (folder / "c.txt").symlink_to("nowhere")
    (folder / "z\udcff.txt").write_text(f"{TOLD}Odd.", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    missing, odd = expand(["set"]).sources[-2:]
    with pytest.raises(SourceMissing, match=r"set/c\.txt"):
        read(missing)
    assert read(odd).articles[0].source == "set/z?.txt"


@posix
def test_a_link_in_a_circle_costs_the_others_nothing(folder: Path) -> None:
    (folder / "c.txt").symlink_to("c.txt")
    for named in ("set", "set/*.txt", "set/c.txt"):
        with pytest.raises(SourceUnreadable, match=r"set/c\.txt: cannot be read \(too many levels of symbolic links\)"):
            read(expand([named]).sources[-1])
    entries = "[[article]]\nsource = 'c.txt'\n[[article]]\nsource = 'b.txt'\n"
    (folder / "coverage.toml").write_text(entries, encoding="utf-8")
    plan = expand(["set"])
    assert names(plan) == ["set/b.txt"]
    assert isinstance(refusal(plan), SourceMissing)


@posix
def test_whatever_a_folder_is_called_what_is_said_of_it_can_be_written(folder: Path) -> None:
    odd = folder.rename(folder.with_name("s\udcfe"))
    (odd / "x.png").write_bytes(b"")
    (odd / "y.png").write_bytes(b"")
    plans = [expand([str(odd)]), expand([f"{odd}/*"]), expand([f"{odd}/x.png"])]
    entries = ("b.txt", "gone.txt", "deeper", "../x.txt", "https://a.example/b")
    listed = "".join(f"[[article]]\nsource = '{source}'\n" for source in entries)
    (odd / "coverage.toml").write_text(listed, encoding="utf-8")
    plans.append(expand([str(odd)]))
    said = [*(plan.warnings for plan in plans), *(map(str, plan.refused) for plan in plans)]
    lines = [line for each in said for line in each]
    assert len(lines) == 8
    assert all(line.encode() for line in lines)


def test_an_empty_folder(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert isinstance(refusal(expand(["set/empty"])), SourceEmpty)


def test_a_name_whose_suffix_is_none_is_text(folder: Path) -> None:
    for name in ("ledger", "ledger.2025", "Mayor v. council"):
        (folder / name).write_text(TOLD, encoding="utf-8")
        (source,) = expand([f"set/{name}"]).sources
        assert read(source).articles[0].extractor == "text"


MANIFEST = """
title = "The ferry"
[[article]]
source = "b.txt"
outlet = "Ledger"
title = "Sunk"
date = 2025-10-15
url = "https://ledger.example/1"
"""


def test_a_manifest_tells_what_the_text_does_not(folder: Path) -> None:
    (folder / "coverage.toml").write_text(MANIFEST, encoding="utf-8")
    for name in ("set", "set/coverage.toml"):
        plan = expand([name])
        assert plan.title == "The ferry"
        (source,) = plan.sources
        article = read(source).articles[0]
        assert (article.source, article.outlet, article.label) == ("set/b.txt", "Ledger", "Ledger")
        assert (article.title, article.published, article.url) == ("Sunk", "2025-10-15", "https://ledger.example/1")
    assert expand(["set"]).warnings == ("set: coverage.toml leaves out 1 file of this folder",)
    assert expand(["set/b.txt", "set"]).sources[0].metadata.outlet == "Ledger"
    assert [s.metadata.outlet for s in expand(["set/*"]).sources] == ["Ledger", None]


@pytest.mark.parametrize("outside", ["../c.txt", "deeper/../../c.txt", "ABSOLUTE"])
def test_a_manifest_that_was_found_names_nothing_outside(folder: Path, outside: str) -> None:
    (folder.parent / "c.txt").write_text(TOLD, encoding="utf-8")
    outside = str(folder.parent / "c.txt") if outside == "ABSOLUTE" else outside
    (folder / "coverage.toml").write_text(f"[[article]]\nsource = '{outside}'\n", encoding="utf-8")
    error = refusal(expand(["set"]))
    assert isinstance(error, ManifestError)
    assert "outside of its folder" in str(error)
    assert len(expand(["set/coverage.toml"]).sources) == 1


@pytest.mark.parametrize(("source", "outside"), [("/x", True), ("C:x", True), ("//host/x", True), ("a/b.txt", False)])
def test_what_leads_outside_on_windows(source: str, outside: bool) -> None:
    assert leads_outside(source, PureWindowsPath) is outside


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("http://a.example/b", NotFetched),
        ("none.txt", SourceMissing),
        ("deeper", ManifestError),
        ("page.exe", SourceUnsupported),
    ],
)
def test_what_a_manifest_names_and_cannot_be_had(folder: Path, source: str, kind: type[SourceError]) -> None:
    (folder / "page.exe").write_text("x", encoding="utf-8")
    (folder / "coverage.toml").write_text(f"{MANIFEST}[[article]]\nsource = '{source}'\n", encoding="utf-8")
    plan = expand(["set"])
    assert isinstance(refusal(plan), kind)
    assert names(plan) == ["set/b.txt"]


def test_a_manifest_that_is_wrong_is_refused_and_named(folder: Path) -> None:
    (folder / "coverage.toml").write_text("x = 1", encoding="utf-8")
    plan = expand(["set"])
    assert plan.sources == ()
    assert str(refusal(plan)).startswith("set/coverage.toml: ")


def test_standard_input_is_one_article() -> None:
    plan = expand(["-", "-"], stdin=io.BytesIO(TOLD.encode()))
    (source,) = plan.sources
    article = read(source).articles[0]
    assert (article.source, article.label, article.text) == ("-", "stdin?", TOLD)


def test_standard_input_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = io.BytesIO(b"x" * (LIMIT + 10))
    assert isinstance(refusal(expand(["-"], stdin=endless)), SourceTooLarge)
    monkeypatch.setattr(sys, "stdin", None)
    assert isinstance(refusal(expand(["-"])), SourceUnreadable)


def test_files_that_cannot_be_read(folder: Path) -> None:
    def reading(name: str, data: bytes) -> None:
        (folder / name).write_bytes(data)
        (source,) = expand([f"set/{name}"]).sources
        read(source)

    with pytest.raises(SourceEmpty):
        reading("e.txt", b" \n\n")
    with pytest.raises(SourceNotText):
        reading("n.txt", b"\0\1\2")
    with pytest.raises(SourceTooLarge, match="has more than the 5 MB an article may have"):
        reading("l.txt", b"x" * (LIMIT + 1))
    with pytest.raises(SourceTooLarge, match=r"has 5\.2 MB, more than the 5 MB"):
        reading("l.txt", b"x" * (LIMIT + 200_000))
    with pytest.raises(SourceUnreadable, match="folder"):
        read(Source("set", folder))
    with pytest.raises(SourceMissing):
        read(Source("gone.txt", folder / "gone.txt"))
    with pytest.raises(SourceUnsupported):
        read(Source("x.png", None, b"x"))


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (source,) = expand(["set/b.txt"]).sources

    # not by the mode of the file: root, whom tests may run as, is refused nothing
    monkeypatch.setattr(Path, "open", refusing(errno.EACCES))
    with pytest.raises(SourceUnreadable, match="permission denied"):
        read(source)


@posix
@pytest.mark.parametrize("way", ["named", "manifest", "listed", "link"])
def test_what_is_no_file_is_not_waited_for(folder: Path, way: str) -> None:
    pipe = folder / ("pipe.toml" if way == "manifest" else "pipe.txt")
    os.mkfifo(pipe)
    name = f"set/{pipe.name}"
    if way == "listed":
        (folder / "list.toml").write_text("[[article]]\nsource = 'pipe.txt'\n", encoding="utf-8")
        name = "set/list.toml"
    elif way == "link":
        (folder / "link.txt").symlink_to(pipe)
        name = "set/link.txt"
    plan = expand([name])
    error = refusal(plan)
    assert isinstance(error, SourceNoFile)
    assert str(error).endswith(f"is no file but a pipe, a device or a socket; hand it in: compare - <{error.source}")
    assert name in plan.inputs
    assert isinstance(refusal(expand(["/dev/null"])), SourceNoFile)


@posix
def test_what_the_shell_has_opened_is_read(folder: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, TOLD.encode())
    os.close(writing)
    try:
        (source,) = expand([f"/dev/fd/{reading}"]).sources
        assert read(source).articles[0].text == TOLD
    finally:
        os.close(reading)


@posix
def test_what_the_shell_has_opened_is_read_to_its_bound(folder: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        (source,) = expand([f"/dev/fd/{endless.fileno()}"]).sources
        with pytest.raises(SourceTooLarge):
            read(source)


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("/dev/stdin", True),
        ("/dev/fd/63", True),
        ("/proc/self/fd/11", True),
        ("/dev/tty", False),
        ("dev/fd/3", False),
        ("/home/dev/fd/3", False),
    ],
)
def test_what_the_shell_has_opened_is_told_by_its_name(path: str, opened: bool) -> None:
    assert is_handed_over(PurePosixPath(path)) is opened
    assert not is_handed_over(PureWindowsPath(path))


def test_a_text_that_claims_nothing_is_said(folder: Path) -> None:
    (folder / "f.txt").write_text("Advertisement\n", encoding="utf-8")
    (source,) = expand(["set/f.txt"]).sources
    assert read(source).warnings == ("set/f.txt: holds no sentence that can be compared",)
