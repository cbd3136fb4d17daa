"""Being ended from outside: by a signal, by a terminal that was closed, by a server that has gone.

Textual leaves these to the system, which ends the process on the spot: the terminal stays in the state the screen was
drawn in, and the reader's place is lost. Here they end the program as its own key does. Where the terminal is gone
there is nothing to restore, and what is written to it might block for ever: only the place is kept.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from types import FrameType

    from textual.driver import Driver

PATIENCE = 10
"""Seconds until a program that was told to end and does not is ended by the system."""

UNSEEN = 128 + 1
"""Exit status where the terminal is gone, whether a signal (hangup, number 1) said so or not."""

LOOK = 2.0
"""Seconds between two looks at whether somebody is still there."""

BROWSER = "textual.drivers.web_driver:WebDriver"
"""What textual-serve has Textual draw with."""

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


class Outside:
    """What ends the program from outside: with the exit status a shell expects of a signal, once the screen is built,
    since Textual cannot stop half way; at once where nobody would see it.

    Args:
        leave: ends the program with an exit status.
        keep: keeps what must not be lost; called instead where the terminal is gone.
    """

    def __init__(self, leave: Callable[[int], None], keep: Callable[[], None]) -> None:
        self._leave = leave
        self._keep = keep
        self._served = is_served()
        self._server = os.getppid()
        self._built = False
        self._status: int | None = None

    def heed(self) -> None:
        """Have signals end the program. Called from the main thread, within the loop of events."""
        from asyncio import get_running_loop  # the command line asks this module where it is, and has no loop

        loop = get_running_loop()

        def told(number: int, _: FrameType | None) -> None:
            if hasattr(signal, "alarm"):
                signal.alarm(PATIENCE)
            if not self._served and not terminal_is_there():
                end_unseen(self._keep)
            with suppress(RuntimeError):  # the loop is over: the program is leaving already
                loop.call_soon_threadsafe(self._end, 128 + number)

        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks for
                signal.signal(number, told)
        hold_stops(True)  # one that came while Textual takes the terminal would have it take it twice

    def heed_stops(self, driver: Driver) -> None:
        """Have Ctrl+Z wait for the loop. Textual stops from within the signal: where that comes while something is
        being written, it waits for ever for a lock that it holds itself. Called once Textual listens to the signal."""
        if hasattr(signal, "SIGTSTP") and callable(stop := signal.getsignal(signal.SIGTSTP)):
            from asyncio import get_running_loop

            loop = get_running_loop()

            def told(number: int, frame: FrameType | None) -> None:
                if driver._auto_restart:
                    loop.call_soon_threadsafe(stop, number, None)
                else:  # an editor has the terminal, for whose end the loop waits: it stops with this program or neither
                    stop(number, frame)

            signal.signal(signal.SIGTSTP, told)
        hold_stops(False)

    def _end(self, status: int) -> None:
        self._status = status
        if self._built:
            self._leave(status)

    def ended(self) -> bool:
        """Say that the screen is built; leave, and tell so, if a signal has come by then."""
        self._built = True
        if self._status is not None:
            self._leave(self._status)
        return self._status is not None

    def look(self) -> None:
        """End if nobody is there any more. Not every closed terminal sends a signal, and a server that was killed sends
        none."""
        if not (os.getppid() == self._server if self._served else terminal_is_there()):
            end_unseen(self._keep)


def hold_stops(hold: bool) -> None:
    """Have the system keep Ctrl+Z back from this thread and those it starts, or let it through again."""
    if hasattr(signal, "pthread_sigmask") and hasattr(signal, "SIGTSTP"):
        signal.pthread_sigmask(signal.SIG_BLOCK if hold else signal.SIG_UNBLOCK, {signal.SIGTSTP})


def is_served() -> bool:
    """Whether the screen will be drawn to the server that has started this process."""
    return os.environ.get("TEXTUAL_DRIVER") == BROWSER


def end_unseen(keep: Callable[[], None]) -> None:
    """End where nobody sees it; in order would be to write to the terminal first."""
    try:
        keep()
    finally:
        os._exit(UNSEEN)


def leave(status: int, others: Collection[threading.Thread]) -> None:
    """End with an exit status if a thread is still at work; else do nothing.

    On its way out Python makes an end of such a thread where it next asks for the interpreter. Where that is in the
    middle of numpy, in C++ that knows of no such end, the process is aborted: one in forty that were left while a set
    was compared. What Python does on its way out is done here, but for that.

    Args:
        status: the exit status.
        others: threads that are nobody's business here, such as those of whoever has called.
    """
    if any(thread.daemon for thread in threading.enumerate() if thread not in others):
        atexit._run_exitfuncs()
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError, ValueError):  # it is closed, or nobody reads it
                stream.flush()
        os._exit(status)


def terminal_is_there() -> bool:
    """Whether the terminal the screen is drawn to can still be written to."""
    try:
        return sys.__stderr__ is not None and os.isatty(sys.__stderr__.fileno())
    except (OSError, ValueError):
        return False
