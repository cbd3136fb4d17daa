"""The processes in which something is measured: how they start, what they are told of the world, what they take."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What numpy's libraries read when they are imported, which is when the first set is compared."""

MIB = 1024 * 1024

BOUND = 4096 * MIB
"""Address space that a large set may take, four times its target: a run that needs more fails, not the machine."""


def compute_in_one_thread() -> None:
    """Hold the libraries of this process, which are not imported yet, to one thread."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process that is measured.

    It computes in one thread. What Python compiles it keeps, whatever this process was told: the code of an installed
    program is compiled, and to compile it anew takes longer than what is measured.
    """
    return {**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "PYTHONDONTWRITEBYTECODE": "", **more}


def apart(module: str, *arguments: str) -> Any:
    """Run a module in a process of its own, and return the JSON that it prints.

    Raises:
        CalledProcessError: it failed; ``stderr`` holds what it said.
    """
    command = [sys.executable, "-m", module, *arguments]
    return json.loads(subprocess.run(command, env=environment(), capture_output=True, text=True, check=True).stdout)


def bound_memory() -> None:
    """Let this process, on a system of the POSIX kind, have no more memory than :data:`BOUND`."""
    import resource  # which Windows has not

    resource.setrlimit(resource.RLIMIT_AS, (BOUND, BOUND))


def peak_memory() -> float:
    """Return the most memory that this process has had, in MiB, on a system of the POSIX kind."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (MIB if sys.platform == "darwin" else 1024)  # bytes there, KiB elsewhere
