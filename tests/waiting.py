"""Waiting for what another thread or process does. On the screen :func:`tui.conftest.until` waits, in a terminal
:meth:`e2e.terminals.Screen.wait`: they must read or draw meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20
"""Seconds that anything is waited for; the machine may be busy with other tests."""

LOOK = 0.005
"""Seconds between two looks."""


def wait(reached: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < end, f"it did not happen within {PATIENCE} seconds"
        time.sleep(LOOK)
