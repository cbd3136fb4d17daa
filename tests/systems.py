"""What of the tests needs which system, or which program of it. CI runs them on three; what is left out says why."""

from __future__ import annotations

import ast
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from screenshots.chromium import PROGRAM

from project import ROOT, TESTS

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, devices, timers or a shell as POSIX has them")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs prlimit, /dev/full, or a queue of connections")
chromium = pytest.mark.skipif(PROGRAM is None, reason="needs Chromium (apt install chromium)")
bash = pytest.mark.skipif(shutil.which("bash") is None, reason="asks bash itself")
pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc (apt install pandoc)")

POSIX = {"fcntl", "pexpect", "pty", "resource", "termios"}
"""Modules that tests import and Windows has not, or not as tests need them."""


def home_in(folder: Path) -> dict[str, str]:
    """Return the environment that has the program keep all it keeps in a folder, on each system."""
    xdg = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {**xdg, "WIN_PD_OVERRIDE_LOCAL_APPDATA": str(folder)}


@cache
def posix_alone(file: Path) -> str:
    """Return what keeps a file of tests from being imported on Windows: a module that it imports, or that one of ours
    does which it imports; empty if nothing does."""
    imported = set(_imported(file))
    ours = (path for name in sorted(imported) if (path := _ours(name)) and path != file)
    return min(imported & POSIX, default="") or next(filter(None, map(posix_alone, ours)), "")


def _imported(file: Path) -> Iterator[str]:
    """Yield the names of all modules that are imported with a file, and of what is taken from them."""
    package = ".".join(file.relative_to(TESTS).parent.parts) if file.is_relative_to(TESTS) else ""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = ".".join(filter(None, (package if node.level else "", node.module)))
            yield from (module, *(f"{module}.{name.name}" for name in node.names))


def _ours(module: str) -> Path | None:
    """Return the file of a module that is ours and not the product's, if it is."""
    for root in (TESTS, ROOT):
        file = root.joinpath(*module.split(".")).with_suffix(".py")
        if file.is_file():
            return file
    return None
