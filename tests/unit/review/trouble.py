"""What can be wrong with the place that marks are kept in, made so that it holds for root too."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compare.review import database

NOBODY = 65534


@contextmanager
def full_disk(_: Path) -> Iterator[None]:
    """Let no file of this process grow, wherever it is, as if there were no room for it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def closed_folder(folder: Path) -> Iterator[None]:
    """Let this process read a folder and its marks, and write neither. It has to lie where everybody may look."""
    (folder / database.NAME).chmod(0o444)
    folder.chmod(0o555)
    own = os.geteuid()
    if own == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)
        folder.chmod(0o755)
        (folder / database.NAME).chmod(0o600)


def damage(folder: Path) -> bytes:
    """Put something else in the place of the marks, as another program may, and return it."""
    for log in folder.glob(f"{database.NAME}-*"):
        log.unlink()
    other = b"no database at all, just words" * 200
    beside = folder / "other"
    beside.write_bytes(other)
    beside.replace(folder / database.NAME)
    return other
