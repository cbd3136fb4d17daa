"""Serving to a browser: where it listens, who is answered, what is run; without a browser (see e2e/test_browser.py)."""

from __future__ import annotations

import re
import shlex
import socket
import sys
from pathlib import Path

import pytest

from compare.browser import server
from compare.browser.address import HOST, PORT, Address, listener, parse
from compare.browser.server import Windows, allowed, command
from compare.cli import main
from compare.errors import AddressError, UsageError
from compare.review import export_marks


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", Address(HOST, None)),
        ("8123", Address(HOST, 8123)),
        (":8123", Address(HOST, 8123)),
        ("localhost:0", Address("localhost", 0)),
        ("[::1]:8123", Address("::1", 8123)),
        ("desk-4.example:80", Address("desk-4.example", 80)),
    ],
)
def test_an_address_is_a_port_with_or_without_a_host(text: str, address: Address) -> None:
    assert parse(text) == address


@pytest.mark.parametrize("text", ["seeds/", "seeds", "a.txt", "127.0.0.1", "::1:80", "host:65536", "host:", "a b:1"])
def test_anything_else_is_refused_and_told_apart_from_a_source(text: str) -> None:
    with pytest.raises(UsageError, match="name the sources before --serve"):
        parse(text)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("x.org", False),
    ],
)
def test_what_others_can_reach_is_known(host: str, loopback: bool) -> None:
    assert Address(host, 1).loopback is loopback


def test_where_no_port_is_named_a_free_one_is_found() -> None:
    with listener(Address(port=0)) as first:
        assert first.getsockname()[0] == "127.0.0.1"
        assert first.getsockname()[1] != 0
    with listener(Address()) as usual, listener(Address()) as other:
        assert usual.getsockname() != other.getsockname()
        assert other.getsockname()[1] != PORT
        assert usual.getsockname()[0] == other.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["a..b", "x" * 70])
def test_what_can_be_no_name_of_a_computer_is_said(host: str) -> None:
    with pytest.raises(AddressError, match="is no name of a computer"):
        listener(Address(host, 0))


@pytest.mark.parametrize(
    ("host", "origin", "answered"),
    [
        ("127.0.0.1:8000", None, True),
        ("localhost:8000", "http://localhost:8000", True),
        ("[::1]:8000", "http://[::1]:8000", True),
        ("desk:8000", "http://desk:8000", True),
        ("127.0.0.1:8000", "https://elsewhere.example", False),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", False),
        ("127.0.0.1:8000", "null", False),
        ("127.0.0.1:8000", "http://[", False),
        ("rebound.example:8000", "http://rebound.example:8000", False),
        ("rebound.example:8000", None, False),
        ("[:8000", None, False),
    ],
)
def test_only_its_own_page_is_answered(host: str, origin: str | None, answered: bool) -> None:
    assert allowed(host, origin, named="desk") is answered


def test_the_program_in_a_window_gets_the_arguments_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    odd = ["--", "a b.txt", "$(touch x); 'q'", "-o"]
    shell, *words = shlex.split(command(odd))
    assert shell == "exec"
    assert words == [sys.executable, "-P", "-m", "compare", *odd]


def test_nor_does_the_shell_of_windows_act_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    line = command(["--", "https://news.example/a?b=1&calc", 'a "b" %PATH%|c'])
    assert not re.search(r'(?<!\^)[()%!"<>&|]', line)
    assert line.replace("^", "").endswith(r'-- https://news.example/a?b=1&calc "a \"b\" %PATH%|c"')


def test_the_page_asks_nobody_else_for_anything() -> None:
    page = Path(server.__file__).with_name("app_index.html").read_text(encoding="utf-8")
    assert "://" not in page


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["-", "--serve"], 2, "- cannot be served"),
        (["--serve", "-o", "x.md"], 2, "name one of them"),
        (["--serve", "seeds/"], 2, "not HOST:PORT"),
        (["nothing.txt", "--serve"], 1, "nothing.txt: no such file"),
    ],
)
def test_what_cannot_be_served_is_said_at_once(
    arguments: list[str], status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == status
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["-", "--serve"], ["a.txt", "--serve", "seeds/"], ["-"]])
def test_who_asks_for_what_cannot_be_opened_has_no_marks_taken_in(
    wrong: list[str], own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("compare.cli._has_screen", lambda: True)
    monkeypatch.setattr(sys, "stdin", None)
    marks = own_folders / "marks.json"
    marks.write_text(export_marks([]), encoding="utf-8")
    assert main([*wrong, "--review-from", str(marks)]) == 2
    assert "taken in" not in capsys.readouterr().err
    assert not (own_folders / "data").exists()


def test_an_address_in_use_and_a_missing_library_are_one_line(
    pair: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server((HOST, 0)) as taken:
        address = f"{HOST}:{taken.getsockname()[1]}"
        assert main([*pair, "--serve", address]) == 1
    # each system has words of its own for an address in use
    assert re.search(rf"{re.escape(address)}: cannot be served \(.+\); name another", capsys.readouterr().err)
    monkeypatch.setitem(sys.modules, "compare.browser.server", None)
    monkeypatch.delitem(sys.modules, "compare.browser.server")
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main([*pair, "--serve", "0"]) == 1
    assert "--serve: needs textual-serve, which is not installed; run pip install" in capsys.readouterr().err


def test_a_host_that_others_reach_is_served_and_said(
    pair: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Windows, "listen", lambda self, socket, ready: ready(self.command))
    assert main([*pair, "--watch", "--serve", "0.0.0.0:0"]) == 0
    said = capsys.readouterr()
    assert "0.0.0.0 is not this computer alone" in said.err
    assert f"--watch -- {pair[0]} {pair[1]}" in said.out
    assert main([*pair, "--serve", "0"]) == 0
    assert capsys.readouterr().err == ""
