"""A folder of files that can be done without: bounded in bytes, and what was not asked for the longest goes first.

They lie in the user's cache folder, and whoever empties that costs the next run some time and nothing else. Every file
is whole or is not there (:func:`compare.stored.write_beside`), and two programs may use one folder at once.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from compare import folders
from compare.stored import write_beside

ABANDONED = 3_600
"""Seconds after which a file that is still being written belongs to a program that was killed."""


class Shelf:
    """The files under one folder of the user's caches.

    Args:
        name: the folder's own name, beneath that of the program.
        suffix: what the names of all files end in; whatever does not is an unfinished file.
        most: the bytes that all files together may take.
        folder: the whole path, in the place of ``name``.
    """

    def __init__(self, name: str, *, suffix: str, most: int, folder: Path | None = None) -> None:
        if folder is None:
            folder = folders.cache() / name
        self.folder = folder
        self._suffix = suffix
        self._most = most

    def __contains__(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return self._file(name).is_file()

    def get(self, name: str) -> bytes | None:
        """Return what is in a file, which is thereby the last to go; ``None`` where nothing can be read."""
        file = self._file(name)
        try:
            if file.stat().st_size > self._most:
                return None
            data = file.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # of a folder that is for reading alone
            os.utime(file)
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep data, and let go of what then is too much; more than fits on the whole shelf is not kept at all.

        Raises:
            OSError: the system refused; what was there under that name may still be.
        """
        if len(data) > self._most:
            self.drop(name)
            return
        self._make_room(len(data), self._file(name))
        write_beside(self._file(name), data)

    def drop(self, name: str) -> None:
        """Let go of a file, if it is there.

        Raises:
            OSError: the system refused.
        """
        self._file(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Yield the names of all files; none where the folder cannot be read."""
        for file, _ in self._files():
            if file.name.endswith(self._suffix):
                yield file.name.removesuffix(self._suffix)

    def _make_room(self, needed: int, replaced: Path) -> None:
        kept: list[tuple[float, int, Path]] = []
        for file, told in self._files():
            if file.name.endswith(self._suffix):
                if file != replaced:
                    kept.append((told.st_mtime, told.st_size, file))
            elif time.time() - told.st_mtime > ABANDONED:
                _let_go(file)
        left = self._most - needed - sum(size for _, size, _ in kept)
        for _, size, file in sorted(kept):
            if left >= 0:
                return
            _let_go(file)
            left += size

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        try:
            with os.scandir(self.folder) as entries:
                found = list(entries)
        except OSError:
            return
        for entry in found:
            with suppress(OSError):  # another program has let go of it meanwhile
                if entry.is_file(follow_symlinks=False):
                    yield Path(entry.path), entry.stat(follow_symlinks=False)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{self._suffix}"


def _let_go(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
