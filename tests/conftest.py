"""What holds for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def _no_data_of_the_readers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the marks that whoever runs them has made."""
    os.environ["XDG_DATA_HOME"] = str(Path(tmp_path_factory.mktemp("data")))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: tests of the real program wait half of their time."""
    return 2 * (os.cpu_count() or 1)
