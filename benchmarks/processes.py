"""The processes in which something is measured: what they are told of the world."""

from __future__ import annotations

import os

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What numpy's libraries read when they are imported, which is when the first set is compared."""


def compute_in_one_thread() -> None:
    """Hold the libraries of this process, which are not imported yet, to one thread."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process that is measured.

    It computes in one thread. What Python compiles it keeps, whatever this process was told: the code of an installed
    program is compiled, and to compile it anew takes longer than what is measured.
    """
    return {**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "PYTHONDONTWRITEBYTECODE": "", **more}
