"""What SECURITY.md promises of a whole run: to whom it speaks, what it keeps, and who may read that."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare import chosen, places, recent
from compare.cli import main
from compare.export.options import SUFFIXES
from compare.loading import renaming
from compare.session import load
from compare.tui.app import CompareApp
from sets import PIER, written
from systems import posix
from tui.conftest import main_of, until
from watched import outward, watched
from web_server import STORY, WebServer, page, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as running:
        for n in range(2):
            running.gives(f"/{n}", page(STORY[n]), ETag=f'"{n}"')
        yield running


def fetched(server: WebServer, *options: str) -> None:
    """Write a report of two pages."""
    assert main([server.url("/0"), server.url("/1"), "-o", "-", *options]) == 0


async def test_a_run_asks_nobody_for_anything(tmp_path: Path) -> None:
    sources = [str(written(tmp_path, PIER) / name) for name in PIER]
    with watched() as heard:
        for suffix in SUFFIXES:
            assert main([*sources, "-o", str(tmp_path / f"report.{suffix}"), "--review"]) == 0
        app = CompareApp(sources)
        async with app.run_test() as pilot:
            await until(pilot, lambda: main_of(pilot).state.analysed)
            for key in "nWCOA?":
                await pilot.press(key)
    assert f"open {sources[0]}" in heard
    assert outward(heard) == []


def test_whom_a_run_asks_is_who_was_named(server: WebServer) -> None:
    with watched() as heard:
        fetched(server)
    assert outward(heard)
    assert not [line for line in outward(heard) if f"'127.0.0.1', {server.server_address[1]}" not in line]
    assert server.asked == {"/0": 1, "/1": 1}


PAGES = {"data/snapshots/*/history.json": 2, "data/snapshots/*/*.gz": 2, "cache/web/*.json": 2}
"""What is kept of two pages: how many files of which names."""

READING = {
    **{"data/review.db": 1, "data/review.lock": 1, "cache/analyses/*.comparison": 1},
    **{f"state/{name}.json": 1 for name in ("recent", "places", "report")},
    "settings/outlets.toml": 1,
}
"""The same of who reads them."""


def all_kept(home: Path) -> dict[Path, int]:
    """The mode of each file and folder under a home."""
    return {path: stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*")}


@posix
def test_only_its_user_may_read_what_a_run_keeps_or_see_its_name(server: WebServer, own_folders: Path) -> None:
    before = os.umask(0)
    try:
        fetched(server, "--review")
        coverage = load([server.url("/0"), server.url("/1")])
        recent.remember([server.url("/0")])
        places.keep_place(coverage, places.Place("", "", "", "", (), (), "", commentary=True, folded=True))
        chosen.keep({"target": "report.md"})
        renaming.keep(coverage.articles[0], "Lund Ledger")
    finally:
        os.umask(before)
    kept = all_kept(own_folders)
    assert not {path: oct(mode) for path, mode in kept.items() if mode & 0o077}
    assert_told(own_folders, PAGES | READING)


def test_without_state_a_run_keeps_its_pages_alone(server: WebServer, own_folders: Path) -> None:
    fetched(server, "--no-state", "--review")
    assert_told(own_folders, PAGES)


def assert_told(home: Path, told: dict[str, int]) -> None:
    """Fail if anything is kept but these files."""
    found = {pattern: list(home.glob(pattern)) for pattern in told}
    assert {pattern: len(files) for pattern, files in found.items()} == told
    assert {path for path in all_kept(home) if path.is_file()} == {file for files in found.values() for file in files}
