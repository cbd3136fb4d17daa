"""Small files that the program keeps for itself, most of them in the user's state folder: read if they can be, written
whole."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from compare import folders


def read(name: str) -> object:
    """Return the content of a file of ours; ``None`` if it is not there or damaged."""
    with suppress(OSError, ValueError, RecursionError):
        content: object = json.loads(_file(name).read_text(encoding="utf-8"))
        return content
    return None


def write(name: str, content: object) -> None:
    """Replace a file of ours.

    A home that cannot be written to costs the reader some comfort and nothing else, so it raises nothing.
    """
    with suppress(OSError):
        write_beside(_file(name), json.dumps(content, indent=1).encode())


def write_beside(file: Path, data: bytes) -> None:
    """Put data at a place in one step, so that whoever reads it meanwhile sees the old or the new. Only its user may
    read it: all that the program keeps for itself tells what somebody reads.

    Raises:
        OSError: the system refused.
    """
    from tempfile import mkstemp

    private(file.parent)
    handle, name = mkstemp(prefix=f"{file.name}.", dir=file.parent)  # it is made for its user alone
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def private(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing. Only their user may look into them: the very names of
    files tell of whom somebody reads.

    Raises:
        OSError: the system refused.
    """
    for each in reversed([folder, *folder.parents]):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)


def _file(name: str) -> Path:
    return folders.state() / name
