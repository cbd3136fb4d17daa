"""Addresses and feeds as a user opens them: the program itself, against a server on this machine."""

from __future__ import annotations

import io
import json
import os
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


@pytest.fixture(scope="module")
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def surroundings(home: Path) -> dict[str, str]:
    return {f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "DATA", "STATE")} | {"NO_PROXY": "127.0.0.1"}


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "compare", *arguments],
        capture_output=True,
        env={**os.environ, **surroundings(home)},
        timeout=60,
        check=False,
    )


def test_a_set_is_fetched_opened_offline_and_compared_with_itself_later(server: WebServer, home: Path) -> None:
    urls = [server.url("/0"), server.url("/1"), server.url("/gone")]
    fetched = run(home, *urls, "-o", "-", "--format", "json")
    assert fetched.returncode == 0
    (line,) = fetched.stderr.decode().splitlines()
    assert line == f"compare: not compared: {urls[2]}: answers 404 Not Found; check the address"
    articles = json.loads(fetched.stdout)["articles"]
    assert {article["source"] for article in articles} == set(urls[:2])
    assert all(article["retrieved"].endswith("+00:00") and article["url"] for article in articles)
    asked = server.asked.total()
    offline = run(home, *urls[1::-1], "--offline", "-o", "-", "--format", "json")
    assert json.loads(offline.stdout)["articles"] == articles
    assert server.asked.total() == asked
    server.gives("/0", page(STORY[0] + " Nobody had been warned."))
    since = run(home, urls[0], "-o", "-", "--format", "json", "--since")
    assert [a["outlet"] for a in json.loads(since.stdout)["articles"]] == ["127.0.0.1"] * 2


def test_a_feed_opens_what_is_about_one_story(server: WebServer, home: Path) -> None:
    done = run(home, server.url("/feed"), "--about", "ferry", "-o", "-", "--format", "json")
    assert len(json.loads(done.stdout)["articles"]) == 6
    assert b"4 entries not about 'ferry' left out" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--offline", "--refresh"], 2, "exclude each other"),
        (["--since", "/0"], 2, "is not a date such as 2025-10-15"),
        (["--strict", "/gone"], 1, "answers 404 Not Found; check the address"),
    ],
)
def test_one_line_says_what_is_wrong(
    server: WebServer,
    home: Path,
    arguments: list[str],
    status: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in surroundings(home).items():
        monkeypatch.setenv(name, value)
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
