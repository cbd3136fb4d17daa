"""Putting data in the place of a file in one step: whoever looks, and whatever ends the program, finds the old or the
new, and what a killed program left half-written beside it is taken away by the next one that writes there.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows, where nobody can take away a file that is open
    fcntl = None  # type: ignore[assignment]

_NAMES = ".compare-*.tmp"


def replace_file(path: Path, data: bytes) -> None:
    """Write beside the path, then move over it; the mode stays that of the file that was there.

    Raises:
        OSError: the system refused; what stood at the path still stands there, and nothing beside it.
    """
    _clear(path.parent)
    while not _moved_over(path, data):
        pass


def _moved_over(path: Path, data: bytes) -> bool:
    """Do that, or nothing if another program cleared the file beside the path before it was locked."""
    beside = path.with_name(_NAMES.replace("*", secrets.token_hex(6)))
    try:
        with beside.open("xb") as file:
            _lock(file)
            if not beside.exists():
                return False
            if path.exists():
                beside.chmod(stat.S_IMODE(path.stat().st_mode))  # by name: Windows has no fchmod before 3.13
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if fcntl is None:
                file.close()  # Windows moves no file that is open
            beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return True


def _lock(file: IO[bytes]) -> None:
    """Lock a file as long as it is open; the system frees it when a program is killed."""
    if fcntl is not None:
        with suppress(OSError):  # a file system without locks, where nobody gets one to clear with either
            fcntl.flock(file, fcntl.LOCK_EX)


def _clear(folder: Path) -> None:
    """Take away what programs that were killed have left in a folder: what no program has locked."""
    with suppress(OSError):  # a folder that can be written to, yet not listed
        for left in folder.glob(_NAMES):
            with suppress(OSError):
                _take_away(left)


def _take_away(left: Path) -> None:
    file = os.open(left, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
    finally:
        os.close(file)
    if fcntl is None:
        left.unlink()
