"""Where marks are kept is chosen on the command line, and what does not fit together is refused there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import compare.browser
from compare.arguments import asked_for, parser
from compare.cli import main
from compare.errors import UsageError
from compare.recent import remember


def test_marks_are_kept_unless_asked_otherwise() -> None:
    asked = parser().parse_args(["a.txt"])
    assert (asked.state, asked.no_state) == (None, False)
    assert parser().parse_args(["--state", "marks", "a.txt"]).state == "marks"
    assert parser().parse_args(["a.txt", "--no-state"]).no_state


@pytest.mark.parametrize(
    ("given", "sources"),
    [
        ("a b --strict c", ["a", "b", "c"]),
        ("-o report.md a --review b", ["a", "b"]),
        ("a --since", ["a"]),
        ("a --since 2025-10-15 b", ["a", "b"]),
        ("a -o - -", ["a", "-"]),
        ("a --strict -- -b --strict", ["a", "-b", "--strict"]),
        ("--since -- a", ["a"]),
        ("", []),
    ],
)
def test_sources_and_options_stand_in_any_order(given: str, sources: list[str]) -> None:
    assert asked_for(given.split()).sources == sources


def test_an_option_that_is_not_known_is_named() -> None:
    with pytest.raises(UsageError, match="unrecognized arguments: --bogus"):
        asked_for(["a", "--bogus", "b"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("--formt", " (did you mean --format?)"),
        ("--ouput=x.md", " (did you mean --output?)"),
        ("--out", " (did you mean --output?)"),  # it is much like --about as well
        ("--no_state", " (did you mean --no-state?)"),
        ("--bogus", ""),
        ("-x", ""),
    ],
)
def test_an_option_much_like_one_that_is_known_is_told_which(written: str, meant: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked_for(["a", written])
    assert str(caught.value) == f"unrecognized arguments: {written}{meant}; see compare --help"


def test_a_folder_and_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--state", "marks", "--no-state", "a.txt"]) == 2
    assert "not allowed with" in capsys.readouterr().err


def test_no_folder_is_not_this_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--state=", "--review", "seeds/", "-o", "-"]) == 2
    assert "--state names no folder" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--state=my marks", "--no-state"])
def test_every_window_in_the_browser_has_the_same_marks(monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    served: list[str] = []

    def serve(_address: object, options: Sequence[str], **_: object) -> None:
        served.extend(options)

    monkeypatch.setattr(compare.browser, "serve", serve)
    assert main(["seeds/", "--serve=127.0.0.1:8000", option]) == 0
    assert served == [option, "--", "seeds/"]


@pytest.mark.parametrize("more", [[], ["--serve"], ["-o", "-"]], ids=["screen", "browser", "report"])
def test_without_state_no_set_of_before_is_opened(
    more: list[str], own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remember(["seeds/"])
    assert main(["--no-state", *more]) == 2
    assert "no SOURCE named, and --no-state uses none of the sets opened before" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--watch", "-o", "x.md"], "--watch reads files again for the screen"),
        (["--watch", "--format", "json"], "name one of them"),
        (["--watch", "--review"], "--watch reads files again for the screen"),
        (["--watch", "--profile", "memo"], "--watch reads files again for the screen"),
        (["-o", ""], "-o names no file; name one, or - for standard output"),
    ],
)
def test_options_that_mean_nothing_together_are_wrong_usage(
    options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["seeds/", *options]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--about=ferry", "--since"])
def test_what_is_asked_of_sources_is_refused_where_the_screen_asks_for_them(
    option: str, own_folders: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(["seeds/"])
    for opening in ("compare.browser.serve", "compare.tui.run"):
        monkeypatch.setattr(opening, lambda *_, **__: pytest.fail("it was opened"))
    assert main(["--serve", option]) == 2
    assert "--about and --since are asked of the sources that are named; name one" in capsys.readouterr().err
    monkeypatch.setattr("compare.cli._has_screen", lambda: True)
    assert main([option]) == 2
    assert "name one" in capsys.readouterr().err
