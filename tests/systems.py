"""What of the tests needs which system or program. CI runs them on three systems; what is left out says why."""

from __future__ import annotations

import ast
import shutil
import sys
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

import pytest

from project import ROOT, TESTS

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, devices, modes or a shell as POSIX has them")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs prlimit and /dev/full")

_POSIX = frozenset({"fcntl", "pexpect", "pty", "resource", "termios"})
"""Modules that Windows has not, or that do nothing there."""


def needs(program: str) -> pytest.MarkDecorator:
    """Mark what asks a program of the system that not every machine has."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"needs {program}")


def posix_alone(file: Path) -> str:
    """Return what keeps a file of tests from being imported on Windows, by way of whichever of our modules; empty if
    nothing does."""
    return _needed(file, frozenset())


def _needed(file: Path, above: Set[Path]) -> str:
    for module in _imported(file):
        if module.partition(".")[0] in _POSIX:
            return module
        for path in (_file(root, module) for root in (TESTS, ROOT)):
            if path and path not in above and (found := _needed(path, above | {file})):
                return found
    return ""


@cache
def _imported(file: Path) -> tuple[str, ...]:
    """The modules that a file imports whenever it is imported, and what may be modules in them."""
    return tuple(_modules(file))


def _modules(file: Path) -> Iterator[str]:
    for line in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(line, ast.Import):
            yield from (name.name for name in line.names)
        elif isinstance(line, ast.ImportFrom):
            here = file.parents[line.level - 1].relative_to(TESTS).parts if line.level else ()
            module = ".".join((*here, *filter(None, [line.module])))
            yield module
            yield from (f"{module}.{name.name}" for name in line.names)


def _file(root: Path, module: str) -> Path | None:
    path = root.joinpath(*module.split("."))
    found = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in found if file.is_file()), None)
