"""Watching the files of a set: a thread that posts a message when one has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass
class FilesChanged(Message):
    """Some of the files are others now."""


class Watch(Thread):
    """Watches the files of a set. It ends when it is stopped, or with the program.

    Args:
        post: takes the message that something changed.
        files: their absolute paths.
    """

    def __init__(self, post: Callable[[Message], bool], files: frozenset[Path]) -> None:
        super().__init__(name="compare-watch", daemon=True)
        self._post = post
        self.files = files
        self._stopped = Event()

    def stop(self) -> None:
        """Stop watching."""
        self._stopped.set()

    def run(self) -> None:
        """Watch the folders of the files, since an editor may put a new file in the place of the old one."""
        from watchfiles import watch

        folders = {file.parent for file in self.files if file.parent.is_dir()}
        changes = watch(
            *folders,
            watch_filter=lambda _, path: Path(path) in self.files,
            stop_event=self._stopped,
            recursive=False,
            raise_interrupt=False,
        )
        for _ in changes:
            self._post(FilesChanged())


def files_of(inputs: Iterable[str]) -> frozenset[Path]:
    """Return the absolute paths of files."""
    return frozenset(Path(path).absolute() for path in inputs)
