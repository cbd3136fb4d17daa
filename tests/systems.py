"""What of the tests needs which system. CI runs them on three; what is left out says why."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, devices, modes or a shell as POSIX has them")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs prlimit and /dev/full")

_IMPORT = re.compile(
    r"^(?:from|import) (fcntl|pexpect|pty|resource|termios"  # modules that Windows has not
    r"|e2e\.(?:rounds|terminals)|benchmarks\.(?:fuzz|fuzz_targets|scale|startup)|benchmarks import scale)\b",  # or ours
    re.MULTILINE,
)


def posix_alone(file: Path) -> str:
    """Return what keeps a file of tests from being imported on Windows; empty if nothing does."""
    found = _IMPORT.search(file.read_text(encoding="utf-8"))
    return found[1] if found else ""
