"""The real program in a real terminal: it opens, takes keys, and leaves the terminal as it was."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pyte
import pytest

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
        except (pexpect.TIMEOUT, pexpect.EOF):
            pass
        return "\n".join(self.screen.display)

    def wait(self, reached: Callable[[str], bool]) -> str:
        """Wait until the screen shows what is waited for."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if reached(text := self.text()):
                return text
        raise AssertionError(f"not within 20 seconds; the screen shows:\n{self.text()}")

    def left(self) -> int:
        """Wait for the end and return the exit status."""
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before or b""
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)


@pytest.mark.parametrize("size", [(80, 24), (120, 32), (200, 50)], ids=str)
def test_it_opens_takes_keys_and_leaves_the_terminal_as_it_was(tmp_path: Path, size: tuple[int, int]) -> None:
    terminal = Terminal(tmp_path, str(SEEDS), size=size)
    first = terminal.wait(lambda text: "finding 1/" in text)
    assert "5 articles" in first
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 2/" in text)
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
    for mode in (b"\x1b[?1049", b"\x1b[?1000", b"\x1b[?25"):  # other screen, mouse, cursor: all put back
        on, off = (b"l", b"h") if mode == b"\x1b[?25" else (b"h", b"l")
        assert terminal.raw.rfind(mode + off) > terminal.raw.rfind(mode + on) >= 0, mode


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
    terminal.left()
    assert time.monotonic() - start < 5


def test_standard_input_is_read_and_the_keyboard_still_works(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A first report\n\nThe bridge at Oster fell on Tuesday night.\n")
    (tmp_path / "two.txt").write_text("A second report\n\nOn Tuesday night Oster lost its bridge.\n")
    command = f"cat {tmp_path}/one.txt | {shlex.quote(sys.executable)} -c {shlex.quote(MAIN)} - {tmp_path}/two.txt"
    terminal = Terminal(tmp_path, "-c", command, program="/bin/sh")
    terminal.wait(lambda text: "2 articles" in text and "claims" in text)
    terminal.child.send("q")
    assert terminal.left() == 0


def _coloured(colour: str) -> bool:
    """Whether a colour of the terminal is more than a shade of grey."""
    parts = {colour[n : n + 2] for n in (0, 2, 4)}
    return len(colour) == 6 and len(parts) > 1
