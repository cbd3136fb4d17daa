"""What a piece of work asks of the system beside computing: other programs, servers, files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_OUTWARD = (
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "pty.spawn", "webbrowser.open"),
    *("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"),
)
"""What leaves the program, as Python's audit events name it."""

_listening: list[list[str]] = []


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if _listening and (event == "open" or event in _OUTWARD):
        line = _of_file(*arguments) if event == "open" else f"{event} {arguments}"
        for heard in _listening:
            heard.append(line)


def _of_file(path: object, _: object, flags: int, *__: object) -> str:
    writes = flags & (os.O_WRONLY | os.O_RDWR) and not str(path).endswith(".pyc") and ".pyc." not in str(path)
    return f"{'write' if writes else 'open'} {path}"


sys.addaudithook(_hear)  # which cannot be taken away again


@contextmanager
def watched() -> Iterator[list[str]]:
    """Give a list that fills with what is asked for in here, by any thread: a line each, such as ``open a.txt``,
    or ``write a.txt``; what Python keeps of a module that it imports is not counted as written."""
    heard: list[str] = []
    _listening.append(heard)
    try:
        yield heard
    finally:
        _listening.remove(heard)


def outward(heard: list[str]) -> list[str]:
    """Return what of it leaves the program."""
    return [line for line in heard if line.startswith(_OUTWARD)]
