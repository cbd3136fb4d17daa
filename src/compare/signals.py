"""Being told to end while a report is made: nothing half written stays beside its target.

Python makes an exception of Ctrl+C alone; other signals end a process on the spot. The screen has its own way
(:mod:`compare.tui.ending`).
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def ends_in_order() -> Iterator[None]:
    """Have SIGTERM and SIGHUP leave by ``SystemExit``, with the exit status a shell expects of them.

    Signals that were set to something else, as ``nohup`` does, stay so; in a thread of another program nothing changes.
    """

    def told(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [number for number in signals if signal.getsignal(number) is signal.SIG_DFL]
    if current_thread() is not main_thread():
        ours = []
    for number in ours:
        signal.signal(number, told)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
