"""The real program in a real terminal: it opens, takes keys, and leaves the terminal as it was."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).parents[2] / "seeds"
MAIN = "import sys; from compare.cli import main; sys.exit(main())"


class Terminal:
    """The program and the screen it draws on."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (120, 32),
        program: str = "",
        **environment: str,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._text = ""
        self._before = 0
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            program or sys.executable,
            list(arguments) if program else ["-c", MAIN, *arguments],
            dimensions=(rows, columns),
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                **environment,
            },
            timeout=20,
        )

    def text(self) -> str:
        """What the screen shows now."""
        try:
            while True:
                data = self.child.read_nonblocking(65536, timeout=0.05)
                self.raw += data
                self._stream.feed(data)
                self._text = ""
        except (pexpect.TIMEOUT, pexpect.EOF):
            pass
        self._text = self._text or "\n".join(self.screen.display)  # to put it together costs more than to wait
        return self._text

    def wait(self, reached: Callable[[str], bool]) -> str:
        """Wait until the screen shows what is waited for."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if reached(text := self.text()):
                return text
        raise AssertionError(f"not within 20 seconds; the screen shows:\n{self.text()}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.text()
        self.screen.resize(rows, columns)
        self._text = ""
        self._before = len(self.raw)
        self.child.setwinsize(rows, columns)

    @property
    def drawn_since(self) -> int:
        """How many bytes have been drawn since the last resize."""
        return len(self.raw) - self._before

    def put_back(self) -> bool:
        """Whether the other screen, the mouse and the cursor are as they were before the program."""
        modes = ((b"\x1b[?1049", b"h", b"l"), (b"\x1b[?1000", b"h", b"l"), (b"\x1b[?25", b"l", b"h"))
        return all(self.raw.rfind(mode + off) > self.raw.rfind(mode + on) >= 0 for mode, on, off in modes)

    def left(self) -> int:
        """Wait for the end and return the exit status."""
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before or b""
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)


def test_it_opens_takes_keys_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, str(SEEDS), size=(80, 24))
    first = terminal.wait(lambda text: "finding 1/" in text)
    assert "5 articles" in first
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 2/" in text)
    for columns, rows in ((120, 32), (200, 50)):
        terminal.resize(columns, rows)
        terminal.wait(lambda text: "finding 2/" in text and "5 articles" in text.splitlines()[0][-80:])
    terminal.child.send("/")
    terminal.child.send("A24")
    terminal.wait(lambda text: "hit " in text)
    terminal.child.send("\r")
    terminal.child.send("?")
    terminal.wait(lambda text: "Esc closes" in text)
    terminal.child.send("q")
    terminal.wait(lambda text: "Esc closes" not in text)
    terminal.child.send("q")
    assert terminal.left() == 0
    assert terminal.put_back()


def test_ten_keys_a_resize_and_a_rest_in_the_shell(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "--norc", "-i", program="/bin/bash", PS1="ready$ ", size=(120, 32))
    terminal.wait(lambda text: "ready$" in text)
    terminal.child.send(f"{shlex.quote(sys.executable)} -c {shlex.quote(MAIN)} {shlex.quote(str(SEEDS))}\r")
    terminal.wait(lambda text: "finding 1/" in text)
    for key in ("n", "n", "N", "\x1b[C", "j", "k", "f", "v", "P", "n"):
        terminal.child.send(key)
    terminal.wait(lambda text: "finding 3/" in text)

    for columns, rows in ((60, 20), (20, 5), (140, 40)):
        terminal.resize(columns, rows)
        terminal.wait(lambda text: text != "" and terminal.drawn_since > 0)
    terminal.wait(lambda text: "finding 3/" in text and "5 articles" in text.splitlines()[0][80:])

    terminal.child.send("\x1a")
    terminal.wait(lambda text: "Stopped" in text)
    assert terminal.put_back()
    terminal.child.send("fg\r")
    terminal.wait(lambda _: not terminal.put_back())
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 4/" in text)

    os.kill(_foreground(terminal), signal.SIGTERM)
    terminal.wait(lambda _: terminal.raw.rstrip().endswith(b"ready$"))
    assert terminal.put_back()
    terminal.child.send("echo status $?; exit\r")
    terminal.wait(lambda text: f"status {128 + signal.SIGTERM}" in text)
    terminal.left()
    assert b"Traceback" not in terminal.raw


def test_a_terminal_that_is_closed_ends_the_program_and_the_place_is_kept(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, str(SEEDS), size=(20, 5), XDG_STATE_HOME=str(tmp_path))
    terminal.wait(lambda text: text.strip() != "")
    terminal.resize(80, 24)
    terminal.wait(lambda text: "finding 1/" in text)
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 2/" in text)
    os.close(terminal.child.fileno())
    assert _ended(terminal) == 128 + signal.SIGHUP
    assert [path.name for path in tmp_path.rglob("places.json")]


def test_without_colour_the_glyphs_suffice(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, str(SEEDS), NO_COLOR="1")
    text = terminal.wait(lambda text: "finding 1/" in text and "▌" in text)
    assert "= " in text
    terminal.child.send("q")
    assert terminal.left() == 0
    colours = {char.fg for row in terminal.screen.buffer.values() for char in row.values()}
    assert not any(map(_coloured, colours))


def test_a_set_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, str(tmp_path / "nothing.txt"))
    assert terminal.left() == 1
    last = terminal.raw.rsplit(b"\x1b", 1)[-1].decode()
    assert "nothing.txt: no such file or folder; check the spelling" in last
    assert b"Traceback" not in terminal.raw


def test_quitting_while_a_source_blocks_does_not_wait_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    terminal = Terminal(tmp_path, str(tmp_path / "pipe.txt"), str(SEEDS))
    terminal.wait(lambda text: "quit" in text)
    terminal.child.send("q")
    start = time.monotonic()
    assert terminal.left() == 0
    assert time.monotonic() - start < 5  # nobody ever writes to the pipe


def test_standard_input_is_read_and_the_keyboard_still_works(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A first report\n\nThe bridge at Oster fell on Tuesday night.\n")
    (tmp_path / "two.txt").write_text("A second report\n\nOn Tuesday night Oster lost its bridge.\n")
    command = f"cat {tmp_path}/one.txt | {shlex.quote(sys.executable)} -c {shlex.quote(MAIN)} - {tmp_path}/two.txt"
    terminal = Terminal(tmp_path, "-c", command, program="/bin/sh")
    terminal.wait(lambda text: "2 articles" in text and "claims" in text)
    terminal.child.send("q")
    assert terminal.left() == 0


def _ended(terminal: Terminal) -> int | None:
    """Wait for the end of a program whose terminal is closed, and return its exit status."""
    child = terminal.child
    assert child.pid is not None
    child.closed = True
    end = time.monotonic() + 20
    while time.monotonic() < end:
        pid, status = os.waitpid(child.pid, os.WNOHANG)
        if pid:
            child.terminated = True
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    child.kill(signal.SIGKILL)
    return None


def _foreground(terminal: Terminal) -> int:
    """The process that the shell has in the foreground."""
    return os.tcgetpgrp(terminal.child.fileno())


def _coloured(colour: str) -> bool:
    """Whether a colour of the terminal is more than a shade of grey."""
    parts = {colour[n : n + 2] for n in (0, 2, 4)}
    return len(colour) == 6 and len(parts) > 1


def test_a_mark_that_the_screen_confirmed_outlasts_a_kill(tmp_path: Path) -> None:
    for name, text in (
        ("one.txt", "The pier at Oster was closed.\n"),
        ("two.txt", "A storm closed the pier at Oster.\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    sources = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    terminal = Terminal(tmp_path, *sources, size=(80, 24))
    terminal.wait(lambda text: "in all 2" in text)
    terminal.child.send(" c")
    terminal.wait(lambda text: "confirmed" in text.splitlines()[-2])
    terminal.child.kill(signal.SIGKILL)
    terminal.left()
    again = Terminal(tmp_path, *sources, size=(80, 24))
    again.wait(lambda text: "✓ verdict" in text)
    again.child.send("u")
    again.wait(lambda text: "taken back: confirmed" in text and "✓ verdict" not in text)
    again.child.send("q")
    assert again.left() == 0
