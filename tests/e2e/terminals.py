"""A pseudo-terminal with the program in it, and the screen that the program draws."""

from __future__ import annotations

import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from fcntl import ioctl
from functools import cache
from pathlib import Path
from select import select
from typing import TYPE_CHECKING

import pexpect
import pyte

from waiting import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAIN = "import sys; from compare.cli import main; sys.exit(main())"

SILENT = "/dev/fd/9"
"""What :class:`Fork` can give the program for a source that never comes."""


def environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """All that a program in a terminal is told of the world."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **more,
    }


class Screen(ABC):
    """What a program has drawn."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._text = ""
        self._before = 0

    @abstractmethod
    def _drawn(self) -> bytes:
        """Return what was drawn since, after a while nothing."""

    def text(self) -> str:
        """What the screen shows now."""
        while data := self._drawn():
            self.raw += data
            self._stream.feed(data)
            self._text = ""
        self._text = self._text or "\n".join(self.screen.display)  # to put it together costs more than to wait
        return self._text

    def wait(self, reached: Callable[[str], bool]) -> str:
        """Wait until the screen shows what is waited for."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if reached(text := self.text()):
                return text
        raise AssertionError(f"not within {PATIENCE} seconds; the screen shows:\n{self.text()}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.begin()
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    @abstractmethod
    def _set_size(self, columns: int, rows: int) -> None: ...

    def begin(self) -> None:
        """See only what is drawn from here on."""
        self.text()
        self.screen.reset()
        self._text = ""
        self._before = len(self.raw)

    @property
    def drawn_since(self) -> int:
        """How many bytes have been drawn since :meth:`begin` or the last resize."""
        return len(self.raw) - self._before

    def put_back(self) -> bool:
        """Whether the other screen, the mouse and the cursor are as they were before the program."""
        modes = ((b"\x1b[?1049", b"h", b"l"), (b"\x1b[?1000", b"h", b"l"), (b"\x1b[?25", b"l", b"h"))
        return all(self.raw.rfind(mode + off) > self.raw.rfind(mode + on) >= 0 for mode, on, off in modes)


class Terminal(Screen):
    """The program as it is started anew, or another ``program``."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (120, 32),
        program: str = "",
        more: Mapping[str, str] = {},
    ) -> None:
        super().__init__(size)
        columns, rows = size
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            program or sys.executable,
            list(arguments) if program else ["-c", MAIN, *arguments],
            dimensions=(rows, columns),
            env=environment(home, more),
            timeout=PATIENCE,
        )

    def _drawn(self) -> bytes:
        with suppress(pexpect.TIMEOUT, pexpect.EOF):
            return bytes(self.child.read_nonblocking(65536, timeout=0.05))
        return b""

    def _set_size(self, columns: int, rows: int) -> None:
        self.child.setwinsize(rows, columns)

    def left(self) -> int:
        """Wait for the end and return the exit status."""
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before or b""
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)


class _Source:
    """A process that has imported the program and forks it: a second less for each start."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("forking.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(Path("/nowhere"), {"OPENBLAS_NUM_THREADS": "1"}),
            text=True,
        )

    def ask(self, **asked: object) -> int | None:
        assert self._process.stdin is not None and self._process.stdout is not None
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        answer: int | None = json.loads(self._process.stdout.readline())
        return answer


@cache
def _source() -> _Source:
    return _Source()


class Fork(Screen):
    """The program as it comes from a process that has imported it already; all else is as in :class:`Terminal`.

    Attributes:
        pid: of the program.
        settings: of the terminal, as they were before.
    """

    def __init__(
        self, home: Path, *arguments: str, size: tuple[int, int] = (80, 24), more: Mapping[str, str] = {}
    ) -> None:
        super().__init__(size)
        self._ours, self._its = pty.openpty()
        self._set_size(*size)
        self.settings = termios.tcgetattr(self._its)
        asked = {"tty": os.ttyname(self._its), "arguments": arguments, "environment": environment(home, more)}
        pid = _source().ask(**asked)
        assert pid is not None
        self.pid = pid

    def _drawn(self) -> bytes:
        return os.read(self._ours, 65536) if select([self._ours], [], [], 0.02)[0] else b""

    def _set_size(self, columns: int, rows: int) -> None:
        ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def tell(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        os.close(self._ours)

    def came_to(self) -> int:
        """Wait until the program has ended or stopped: its exit status, or minus the signal that did it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            status = _source().ask(pid=self.pid)
            with suppress(OSError):  # a terminal that nobody reads holds up whoever writes to it
                self.text()
            if status is not None:
                return -os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError(f"did not end within {PATIENCE} seconds; the screen shows:\n{self._text}")

    def restored(self) -> bool:
        """Whether the terminal is as it was: screen, mouse, cursor and settings."""
        self.text()
        return self.put_back() and termios.tcgetattr(self._its) == self.settings

    def close(self) -> None:
        """Let go of the terminal."""
        for end in (self._ours, self._its):
            with suppress(OSError):
                os.close(end)
