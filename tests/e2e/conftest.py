"""What tests of the program share: a home of its own, and terminals to start it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from systems import home_in

if TYPE_CHECKING:
    from e2e.terminals import Fork


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where all is kept that one test makes the program remember; nothing of another test is there."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in home_in(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Fork]]:
    """Starts the program in terminals, with a home of its own, and lets go of them at the end."""
    from e2e.terminals import Fork  # which Windows cannot import

    started: list[Fork] = []

    def one(*arguments: object, size: tuple[int, int] = (80, 24), **environment: str) -> Fork:
        started.append(Fork(tmp_path, *map(str, arguments), size=size, more=environment))
        return started[-1]

    yield one
    for each in started:
        each.close()
