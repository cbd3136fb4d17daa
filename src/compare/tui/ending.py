"""Being ended from outside: by a signal, by a terminal that was closed, by a server that has gone.

Textual leaves these to the system, which ends the process on the spot: the terminal stays in the state the screen was
drawn in, and the reader's place is lost. Here they end the program as its own key does. Where the terminal is gone
there is nothing to restore, and what is written to it might block for ever: only the place is kept.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

PATIENCE = 10
"""Seconds until a program that was told to end and does not is ended by the system."""

UNSEEN = 128 + 1
"""Exit status where the terminal is gone, whether a signal (hangup, number 1) said so or not."""

LOOK = 2.0
"""Seconds between two looks at whether somebody is still there."""

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


def end_on_signals(end: Callable[[int], None], keep: Callable[[], None], *, served: bool) -> None:
    """Have signals end the program, with the exit status a shell expects of it. Called from the main thread.

    Args:
        served: the screen is drawn to a server, not to a terminal.
        end: ends the program with an exit status; called at any point of the main thread.
        keep: keeps what must not be lost; called instead where the terminal is gone.
    """

    def told(number: int, _: FrameType | None) -> None:
        if hasattr(signal, "alarm"):
            signal.alarm(PATIENCE)
        if served or terminal_is_there():
            end(128 + number)
        else:
            end_unseen(keep)

    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks for
            signal.signal(number, told)


def watcher(*, served: bool) -> Callable[[], bool]:
    """Return what tells whether somebody is there to see the screen. Not every closed terminal sends a signal, and a
    server that was killed sends none."""
    if not served:
        return terminal_is_there
    server = os.getppid()
    return lambda: os.getppid() == server


def end_unseen(keep: Callable[[], None]) -> None:
    """End where nobody sees it; in order would be to write to the terminal first."""
    try:
        keep()
    finally:
        os._exit(UNSEEN)


def terminal_is_there() -> bool:
    """Whether the terminal the screen is drawn to can still be written to."""
    try:
        return sys.__stderr__ is not None and os.isatty(sys.__stderr__.fileno())
    except (OSError, ValueError):
        return False
