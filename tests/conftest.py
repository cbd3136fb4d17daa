"""What holds for all tests."""

from __future__ import annotations

import os

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: tests of the screen and of the real program wait half of their time."""
    return 2 * (os.cpu_count() or 1)
