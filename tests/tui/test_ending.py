"""A stop from outside comes between two steps of the program, never within one."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from compare.tui.ending import SIGNALS, Outside, hold_stops
from systems import posix


@pytest.fixture
def stops() -> Iterator[list[int]]:
    """What Textual would do at Ctrl+Z, here only noted."""
    noted: list[int] = []
    before = signal.signal(signal.SIGTSTP, lambda number, _: noted.append(number))
    yield noted
    signal.signal(signal.SIGTSTP, before)


@pytest.fixture
def _handlers() -> Iterator[None]:
    """Put back what a program changes of a process."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    hold_stops(False)


@posix
@pytest.mark.usefixtures("_handlers")
async def test_a_stop_before_the_terminal_is_taken_waits_until_it_is(stops: list[int]) -> None:
    driver: Any = SimpleNamespace(_auto_restart=True)
    outside = Outside(lambda _: None, lambda: None)
    outside.heed()
    signal.raise_signal(signal.SIGTSTP)
    await asyncio.sleep(0)
    assert stops == []
    outside.heed_stops(driver)
    await asyncio.sleep(0)
    assert stops == [signal.SIGTSTP]


@posix
async def test_a_stop_waits_for_the_loop_unless_an_editor_has_the_terminal(stops: list[int]) -> None:
    driver: Any = SimpleNamespace(_auto_restart=True)
    Outside(lambda _: None, lambda: None).heed_stops(driver)
    os.kill(os.getpid(), signal.SIGTSTP)
    assert stops == []  # this might have been the middle of a write
    await asyncio.sleep(0)
    assert stops == [signal.SIGTSTP]
    driver._auto_restart = False
    os.kill(os.getpid(), signal.SIGTSTP)
    assert len(stops) == 2


WORKING = """
import atexit, sys, threading
from compare.tui.ending import leave

atexit.register(print, "done at the end")
def work():
    while True:
        pass
threading.Thread(target=work, daemon=True).start()
leave(7, threading.enumerate() if sys.argv[1] == "others" else [threading.main_thread()])
print("still here")
"""


@pytest.mark.parametrize(
    ("whose", "status", "said"),
    [("own", 7, "done at the end\n"), ("others", 0, "still here\ndone at the end\n")],
)
def test_who_leaves_while_a_thread_is_at_work_ends_before_python_stops_it(whose: str, status: int, said: str) -> None:
    ended = subprocess.run([sys.executable, "-c", WORKING, whose], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (status, said, "")
