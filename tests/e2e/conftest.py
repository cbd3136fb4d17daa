"""What tests of the program in a terminal share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from e2e.terminals import Fork


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
