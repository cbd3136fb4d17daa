"""Where a report may be written: never over an input, over what is no report of ours only where that is asked for."""

from __future__ import annotations

import os
import shlex
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from compare.errors import OutputForeign, OutputRefused
from compare.model.ours import START, is_ours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import CoverageSet


def inputs_of(coverage: CoverageSet) -> list[str]:
    """Return whatever a set came from, which must never be written over: paths, and addresses among them."""
    return [*coverage.inputs, *(article.source for article in coverage.articles)]


def in_place(path: Path) -> bool:
    """Whether the target is a pipe or a device; a file behind /dev/stdout is one too, since the shell holds it open."""
    if names_device(path):
        return path.exists() and not path.is_dir()
    return path.exists() and not path.is_file() and not path.is_dir()


def names_device(path: PurePath) -> bool:
    """Whether a path is among those that the system keeps for devices and open files; ``C:\\dev`` is a folder like any
    other."""
    return path.parts[:1] == ("/",) and path.parts[1:2] in (("dev",), ("proc",))


def refuse_name(target: str) -> None:
    """Refuse, with OutputRefused, a name that no file can have: what Python says of it is another thing in each of its
    versions."""
    if "\0" in target:
        raise OutputRefused(target, "holds a zero byte, as no name of a file does", "name another file")


def refuse_input(path: Path, target: str, inputs: Iterable[str]) -> None:
    """Refuse to write over an input, with OutputRefused. ``target`` is the path as the user wrote it."""
    for source in inputs:
        try:
            same = path.samefile(source)
        except (OSError, ValueError):  # an address, or a file that is gone
            continue
        if same:
            raise OutputRefused(target, "is one of the sources that are compared", "name another file")


def refuse_loss(path: Path, target: str, *, force: bool) -> None:
    """Refuse, with OutputRefused, to write over what is no report of ours, or where there is no folder."""
    from compare.export.tables import is_table

    folder = path.resolve().parent if path.is_symlink() else path.parent
    if not folder.exists():
        raise OutputRefused(
            target, f"there is no folder {folder}", f"make it with: mkdir -p {shlex.quote(str(folder))}"
        )
    if not folder.is_dir():
        raise OutputRefused(target, f"{folder} is not a folder", "name another file")
    if not path.exists():
        return
    if not os.access(path, os.W_OK):
        raise OutputRefused(target, "is write-protected", "name another file")
    with path.open("rb") as file:
        head = file.read(START)
    # nothing is lost with an empty file, such as one made by mktemp
    if head and not (is_ours(head) or is_table(head)) and not force:
        raise OutputForeign(target, "exists and is not a report of compare")
