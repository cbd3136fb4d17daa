"""Addresses and feeds as a user opens them: the program itself, against a server on this machine."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare import cli
from compare.loading.collecting import SourceProgress
from compare.meter import meter
from compare.session import Progress
from web_server import STORY, WebServer, page, serving

JSON = ("-o", "-", "--format", "json")


@pytest.fixture(scope="module")
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def articles_of(report: bytes) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(report)["articles"]
    return found


def test_a_set_is_fetched_and_opened_offline(server: WebServer, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    urls = [server.url("/0"), server.url("/1"), server.url("/gone")]
    command = [sys.executable, "-m", "compare", *urls, *JSON]
    fetched = subprocess.run(command, capture_output=True, timeout=60, check=True)
    (line,) = fetched.stderr.decode().splitlines()
    assert line == f"compare: not compared: {urls[2]}: answers 404 Not Found; check the address"
    articles = articles_of(fetched.stdout)
    assert {article["source"] for article in articles} == set(urls[:2])
    assert all(str(article["retrieved"]).endswith("+00:00") and article["url"] for article in articles)
    asked = server.asked.total()
    assert cli.main([*urls[1::-1], "--offline", *JSON]) == 0
    assert articles_of(capsysbinary.readouterr().out) == articles
    assert server.asked.total() == asked


def test_a_page_is_compared_with_what_it_was(server: WebServer, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    urls = [server.url("/3"), server.url("/4")]
    assert cli.main([*urls, "-o", "-"]) == 0
    server.gives("/3", page(STORY[0] + " Nobody had been warned."))
    capsysbinary.readouterr()
    assert cli.main([urls[0], *JSON, "--refresh", "--since=2099-01-01"]) == 0
    assert len(articles_of(capsysbinary.readouterr().out)) == 2


def test_a_feed_opens_what_is_about_one_story(
    server: WebServer, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    assert cli.main([server.url("/feed"), "--about", "ferry", "-o", str(tmp_path / "coverage.toml")]) == 0
    assert len(list(tmp_path.glob("*.txt"))) == 6
    capsysbinary.readouterr()
    assert cli.main([server.url("/feed"), "--about", "ferry", *JSON]) == 0
    report = capsysbinary.readouterr()
    assert len(articles_of(report.out)) == 6
    assert b"4 entries not about 'ferry' left out" in report.err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--offline", "--refresh"], 2, "exclude each other"),
        (["--since", "/0"], 2, "is not a date such as 2025-10-15"),
        (["--strict", "/gone"], 1, "answers 404 Not Found; check the address"),
    ],
)
def test_one_line_says_what_is_wrong(
    server: WebServer, arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    addressed = [server.url(word) if word.startswith("/") else word for word in arguments]
    assert cli.main([*addressed, server.url("/2"), "-o", "-"]) == status
    shown = capsys.readouterr()
    (line,) = shown.err.splitlines()
    assert said in line
    assert shown.out == ""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_each_source_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    names = [f"https://news.example/{n}" for n in range(30)]
    with meter(screen) as show:
        show(Progress("loading", 0, 30, "", tuple(SourceProgress(name) for name in names)))
        first = SourceProgress(names[0], "reading", 40_000, 80_000)
        second = SourceProgress(names[1], "failed", note="answers [bold]404\x1b[2J")
        rest = tuple(SourceProgress(name, "done", 9_000) for name in names[2:])
        show(Progress("loading", 29, 30, names[0], (first, second, *rest)))
    drawn = screen.getvalue()
    assert "reading 40 kB" in drawn
    assert "failed answers [bold]404␛[2J" in drawn
    assert names[2] in drawn
    assert names[29] not in drawn, "a long list would scroll the screen away"
