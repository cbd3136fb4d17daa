"""The real program in a real terminal: it opens, takes keys, and leaves the terminal as it was."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from e2e.terminals import MAIN, SILENT, Fork, Terminal
from project import SEEDS
from sets import PIER, written
from web_server import serving


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
    terminal = Terminal(tmp_path, "--norc", "-i", program="/bin/bash", more={"PS1": "ready$ "}, size=(120, 32))
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
    terminal.begin()
    terminal.child.send("fg\r")
    terminal.wait(lambda text: not terminal.put_back() and "finding 3/" in text)  # all is drawn again
    terminal.child.send("n")
    terminal.wait(lambda text: "finding 4/" in text)

    os.kill(_foreground(terminal), signal.SIGTERM)
    terminal.wait(lambda _: terminal.raw.rstrip().endswith(b"ready$"))
    assert terminal.put_back()
    terminal.child.send("echo status $?; exit\r")
    terminal.wait(lambda text: f"status {128 + signal.SIGTERM}" in text)
    terminal.left()
    assert b"Traceback" not in terminal.raw


def test_without_colour_the_glyphs_suffice(start: Callable[..., Fork]) -> None:
    terminal = start(SEEDS, size=(120, 32), NO_COLOR="1")
    text = terminal.wait(lambda text: "finding 1/" in text and "▌" in text)
    assert "= " in text
    terminal.send("q")
    assert terminal.came_to() == 0
    colours = {char.fg for row in terminal.screen.buffer.values() for char in row.values()}
    assert not any(map(_coloured, colours))


def test_a_set_that_cannot_be_opened_is_one_line(start: Callable[..., Fork], tmp_path: Path) -> None:
    terminal = start(tmp_path / "nothing.txt")
    assert terminal.came_to() == 1
    last = terminal.raw.rsplit(b"\x1b", 1)[-1].decode()
    assert "nothing.txt: no such file or folder; check the spelling" in last
    assert b"Traceback" not in terminal.raw


def test_quitting_while_a_source_blocks_does_not_wait_for_it(start: Callable[..., Fork]) -> None:
    terminal = start(SILENT, SEEDS)
    terminal.wait(lambda text: "quit" in text)
    terminal.send("q")
    begun = time.monotonic()
    assert terminal.came_to() == 0
    assert time.monotonic() - begun < 5  # nobody ever writes to the pipe


def test_who_has_waited_enough_for_a_server_compares_what_is_there(start: Callable[..., Fork], tmp_path: Path) -> None:
    texts = [written(tmp_path, PIER) / name for name in PIER]
    with serving() as server:
        terminal = start(server.url("/slow"), *texts, NO_PROXY="127.0.0.1")
        terminal.wait(lambda text: "Esc compares what is there" in text and text.count("✓") == len(texts))
        terminal.send("\x1b")
        terminal.wait(lambda text: "2 articles · 1 claim " in text)
        terminal.send("w")
        terminal.wait(lambda text: "/slow: was still being fetched" in text)
        terminal.send("q")
        terminal.wait(lambda text: "Warnings" not in text)
        terminal.send("q")
        assert terminal.came_to() == 0


def test_standard_input_is_read_and_the_keyboard_still_works(tmp_path: Path) -> None:
    written(tmp_path, PIER)
    command = f"cat {tmp_path}/one.txt | {shlex.quote(sys.executable)} -c {shlex.quote(MAIN)} - {tmp_path}/two.txt"
    terminal = Terminal(tmp_path, "-c", command, program="/bin/sh")
    terminal.wait(lambda text: "2 articles" in text and "1 claim " in text)
    terminal.child.send("q")
    assert terminal.left() == 0


def test_without_state_nothing_of_a_reading_is_used_or_kept(start: Callable[..., Fork], tmp_path: Path) -> None:
    def read(*options: str, begins: str, keys: str, ends: str) -> None:
        terminal = start(SEEDS, *options)
        terminal.wait(lambda text: begins in text)
        for key in keys:
            terminal.send(key)
        terminal.wait(lambda text: ends in text)
        terminal.send("q")
        assert terminal.came_to() == 0

    def all_kept() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    read("--no-state", begins="finding 1/", keys="nn", ends="finding 3/")
    assert all_kept() == {}
    read(begins="finding 1/", keys="n", ends="finding 2/")
    before = all_kept()
    assert {"places.json", "recent.json"} <= {path.name for path in before}
    read("--no-state", begins="finding 1/", keys="nn", ends="finding 3/")
    assert all_kept() == before
    read(begins="back where you left this set", keys="", ends="5 articles")


def _foreground(terminal: Terminal) -> int:
    """The process that the shell has in the foreground."""
    return os.tcgetpgrp(terminal.child.fileno())


def _coloured(colour: str) -> bool:
    """Whether a colour of the terminal is more than a shade of grey."""
    parts = {colour[n : n + 2] for n in (0, 2, 4)}
    return len(colour) == 6 and len(parts) > 1


def test_a_mark_that_the_screen_confirmed_outlasts_a_kill(start: Callable[..., Fork], tmp_path: Path) -> None:
    sources = [str(written(tmp_path, PIER) / name) for name in PIER]
    terminal = start(*sources)
    terminal.wait(lambda text: "in all 2" in text)
    terminal.send(" c")
    terminal.wait(lambda text: "confirmed" in text.splitlines()[-2])
    terminal.tell(signal.SIGKILL)
    assert terminal.came_to() == -signal.SIGKILL
    again = start(*sources)
    again.wait(lambda text: "✓ verdict" in text)
    again.send("u")
    again.wait(lambda text: "taken back: confirmed" in text and "✓ verdict" not in text)
    again.send("q")
    assert again.came_to() == 0
