"""The acts of the journal in their file: what others wrote is read on, and an act is added while nobody else can.

What was added is on the disk and outlasts a crash, a kill, a second window.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from compare.errors import ReviewNotKept, ReviewRefused, reason_of
from compare.model import ReaderMark
from compare.review.coding import decoded, encoded
from compare.review.database import NAME, Damaged, is_damage, open_database, open_to_read
from compare.review.journal import Act, Deed


class Acts:
    """All acts of a reader, and the file that they are in. One thread at a time may ask it.

    Reading never fails: where the file cannot be read, there are no acts and :attr:`trouble` says why.

    Args:
        folder: where the file is kept; with ``None`` acts last as long as this.
    """

    def __init__(self, folder: Path | None) -> None:
        self.trouble = ""
        """One line on what is wrong with the file and what became of it; empty if nothing is."""
        self._folder = folder
        self._found: list[Act] = []
        self._seen: int | None = None
        self._identity: tuple[int, int] | None = None
        self._refused: ReviewNotKept | ReviewRefused | None = None
        self._closed = False
        self._connection = self._opened()
        self.read()

    @property
    def all(self) -> Sequence[Act]:
        """The acts in their order, as far as they were read."""
        return self._found

    def read(self) -> None:
        """Read the acts that were added since, if any were. Cheap if none was."""
        if self._connection and self._identity and self._on_disk() != self._identity:
            self._reopen()  # it was deleted or set aside as damaged: marks have to go where they are looked for
        try:
            if self._connection:
                self._read_on(self._connection)
        except (sqlite3.Error, ValueError) as error:
            if is_damage(error):
                self._reopen()
            else:
                self._refuse(ReviewNotKept(self._name, _reason(error)))

    def add(self, choose: Callable[[Sequence[Act]], Act | None]) -> None:
        """Add the act that is chosen once everything that others wrote is known and nobody else can write.

        Args:
            choose: given all acts, returns what is to be added, without its number; ``None`` for nothing.

        Raises:
            ReviewNotKept: it could not be written; nothing was changed.
            ReviewRefused: the file is another program's, or a newer version's.
        """
        if self._folder is None and self._refused is None:
            if act := choose(self._found):
                self._found.append(replace(act, number=len(self._found) + 1))
            return
        self.read()
        if self._refused and not self._closed:
            self._reopen()  # what was in the way may be gone by now
            self.read()
        if self._refused or self._connection is None:
            raise self._refused or ReviewNotKept(self._name, "has been closed")
        with self._transaction(self._connection) as connection:
            self._add_new(connection)
            if act := choose(self._found):
                connection.execute("INSERT INTO act (deed, of, puts, drops) VALUES (?, ?, ?, ?)", _row(act))
        self._add_new(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
        self._connection, self._closed = None, True
        self._refused = ReviewNotKept(self._name, "has been closed")

    @property
    def _name(self) -> str:
        return str(self._folder / NAME) if self._folder else "marks"

    def _opened(self) -> sqlite3.Connection | None:
        """Open the file, or say why it cannot be written, or not even read."""
        if self._folder is None:
            return None
        try:
            connection, self.trouble = open_database(self._folder)
        except ReviewRefused as error:
            self._refuse(error)
            return None
        except (OSError, sqlite3.Error, Damaged) as error:
            self._refuse(ReviewNotKept(self._name, _reason(error)))
            with suppress(OSError, sqlite3.Error, ReviewRefused):
                return open_to_read(self._folder)
            return None
        self._refused = None
        self._identity = self._on_disk()
        return connection

    def _refuse(self, error: ReviewNotKept | ReviewRefused) -> None:
        self._refused, self.trouble = error, str(error)

    def _on_disk(self) -> tuple[int, int] | None:
        with suppress(OSError):
            found = (self._folder / NAME).stat() if self._folder else None
            return (found.st_dev, found.st_ino) if found else None
        return None

    def _reopen(self) -> None:
        if self._connection:
            self._connection.close()
        self._found, self._seen = [], None
        self._connection = self._opened()

    def _read_on(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._seen:
            self._add_new(connection)
            self._seen = version

    def _add_new(self, connection: sqlite3.Connection) -> None:
        last = self._found[-1].number if self._found else 0
        rows = connection.execute(
            "SELECT number, deed, of, puts, drops FROM act WHERE number > ? ORDER BY number", (last,)
        )
        self._found += [_act_of(*row) for row in rows.fetchall()]

    @contextmanager
    def _transaction(self, connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):  # SQLite has rolled back already where the disk is full
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error | ValueError):
                raise ReviewNotKept(self._name, _reason(error)) from error
            raise


def _row(act: Act) -> tuple[str, int, str, str]:
    puts, drops = (json.dumps([encoded(mark) for mark in marks]) for marks in (act.puts, act.drops))
    return act.deed, act.of, puts, drops


def _act_of(number: int, deed: str, of: int, puts: str, drops: str) -> Act:
    """Return the act that a row holds.

    Raises:
        ValueError: it holds none.
    """
    try:
        return Act(number, Deed(deed), _marks(puts), _marks(drops), of)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"act {number} cannot be read: {error}") from error


def _marks(written: str) -> tuple[ReaderMark, ...]:
    found = json.loads(written)
    if not isinstance(found, list):
        raise ValueError("is no list of marks")
    return tuple(map(decoded, found))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return reason_of(error)
    said = str(error)
    return "another program is writing to it" if said == "database is locked" else said or "is damaged"
