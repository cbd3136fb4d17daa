"""A server, a clock that is wound by hand, and places of its own for all that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from compare.loading.web import Clock
from web_server import WebServer, serving


class Hands:
    """A clock that stands still but for who waits by it."""

    def __init__(self) -> None:
        self.at = datetime(2025, 10, 15, 14, 2, tzinfo=UTC)
        self.waited: list[float] = []

    def clock(self) -> Clock:
        return Clock(lambda: self.at, self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.at += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def _own_surroundings(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running
