"""Forks the program, imported once, into terminals: a line of JSON asks for each, and a number answers.

``{"tty", "arguments", "environment"}`` starts one and is answered with its process id; ``{"pid"}`` with the status of
``os.waitpid`` if it has ended or stopped since, else ``null``. In each, file 9 is a pipe that nobody ever writes to.
"""

from __future__ import annotations

import json
import os
import pkgutil
import signal
import sys
import termios
from fcntl import ioctl
from importlib import import_module

import compare
from compare.cli import main

SILENT = 9
"""A pipe to read from, as a shell opens one for ``<(command)``, where the command never says anything."""


def become(tty: str, environment: dict[str, str]) -> None:
    """Make this process the only one in a terminal."""
    os.setsid()
    terminal = os.open(tty, os.O_RDWR)
    ioctl(terminal, termios.TIOCSCTTY, 0)  # it is the controlling one of the new session, as a shell's is
    for stream in (0, 1, 2):
        os.dup2(terminal, stream)
    os.close(terminal)
    # as a shell starts a program, whatever the tests were started with: nohup and & have signals ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]


def serve() -> int:
    """Fork until nobody asks any more; returns in each fork with the exit status of the program."""
    for line in open(0, "rb", buffering=0, closefd=False):  # noqa: SIM115 - a fork must find nothing read ahead
        asked = json.loads(line)
        if "pid" in asked:
            pid, status = os.waitpid(asked["pid"], os.WNOHANG | os.WUNTRACED)
            answer = status if pid else None
        else:
            answer = os.fork()
            if not answer:
                become(asked["tty"], asked["environment"])
                return main(asked["arguments"])
        print(json.dumps(answer), flush=True)
    return 0


if __name__ == "__main__":
    reading, writing = os.pipe()
    os.dup2(reading, SILENT)
    for module in pkgutil.walk_packages(compare.__path__, "compare."):
        if not module.name.startswith(("compare.__main__", "compare.browser")):
            import_module(module.name)
    sys.exit(serve())
