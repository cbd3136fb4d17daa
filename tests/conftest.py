"""What holds for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def _no_data_of_the_readers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the marks and settings of whoever runs them, and from what is remembered of their sets."""
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(tmp_path_factory.mktemp(name.lower())))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: tests of the screen and of the real program wait half of their time."""
    return 2 * (os.cpu_count() or 1)
