"""The reader's marks, kept: what was said to be kept is on the disk and outlasts a crash, a kill, a second window."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from compare.errors import ReviewNotKept, ReviewRefused, reason_of
from compare.model import Article, ReaderMark
from compare.review.coding import decoded, encoded
from compare.review.database import NAME, Damaged, is_damage, open_database, open_to_read
from compare.review.journal import Act, Concerns, Deed, standing, to_redo, to_undo
from compare.review.selectors import concerns


class Store:
    """All marks of a reader, of every set. Any thread may ask it.

    Reading never fails: where the file cannot be read, there are no marks and :attr:`trouble` says why. Writing either
    is on the disk when it returns, or raises :class:`~compare.errors.ReviewNotKept` and has changed nothing.

    Args:
        folder: where the file is kept; with ``None`` marks last as long as the store.
    """

    def __init__(self, folder: Path | None) -> None:
        self.trouble = ""
        """One line on what is wrong with the file and what became of it; empty if nothing is."""
        self._folder = folder
        self._guard = RLock()
        self._acts: list[Act] = []
        self._seen: int | None = None
        self._identity: tuple[int, int] | None = None
        self._refused: ReviewNotKept | ReviewRefused | None = None
        self._closed = False
        self._connection = self._opened()
        with self._guard:
            self._read()

    @property
    def marks(self) -> tuple[ReaderMark, ...]:
        """All marks that stand, in the order in which they were first made."""
        with self._guard:
            return tuple(standing(self._acts).values())

    def marks_on(self, articles: Sequence[Article]) -> tuple[ReaderMark, ...]:
        """Return the marks about any of these articles, or about earlier versions of them."""
        about = concerns(articles)
        return tuple(mark for mark in self.marks if about(mark))

    def refresh(self) -> bool:
        """Read what other programs have written since; tell whether there was anything. Cheap if there was not."""
        with self._guard:
            before = tuple(self._acts)
            self._read()
            return tuple(self._acts) != before

    def put(self, *marks: ReaderMark) -> None:
        """Keep marks, in one act; one with the id of an earlier mark replaces it.

        Raises:
            ReviewNotKept: they could not be written.
        """
        if marks:
            self._act(lambda: Act(0, Deed.CHANGE, puts=marks))

    def drop(self, *ids: str) -> None:
        """Take marks away, in one act; ids that are not there are passed over.

        Raises:
            ReviewNotKept: it could not be written.
        """

        def act() -> Act | None:
            present = standing(self._acts)
            gone = tuple(present[name] for name in dict.fromkeys(ids) if name in present)
            return Act(0, Deed.CHANGE, drops=gone) if gone else None

        self._act(act)

    def take_in(self, marks: Iterable[ReaderMark]) -> int:
        """Keep marks from elsewhere, in one act, and return how many were new or newer than those of the same id.

        Raises:
            ReviewNotKept: they could not be written.
        """
        new: dict[str, ReaderMark] = {}

        def act() -> Act | None:
            present = standing(self._acts)
            for mark in marks:
                have = new.get(mark.id) or present.get(mark.id)
                if have is None or have.made < mark.made:
                    new[mark.id] = mark
            return Act(0, Deed.CHANGE, puts=tuple(new.values())) if new else None

        self._act(act)
        return len(new)

    def undo(self, articles: Sequence[Article]) -> Act | None:
        """Take back the newest act about these articles, whichever window it was made in.

        Returns:
            the act that was undone, ``None`` if there is none.

        Raises:
            ReviewNotKept: it could not be written.
        """
        return self._turn(Deed.UNDO, concerns(articles))

    def redo(self, articles: Sequence[Article]) -> Act | None:
        """Do again what was undone last; what :meth:`undo` says holds here too."""
        return self._turn(Deed.REDO, concerns(articles))

    def can(self, deed: Deed, articles: Sequence[Article]) -> bool:
        """Tell whether there is anything to undo or to redo about these articles, as far as was read."""
        with self._guard:
            choose = to_undo if deed is Deed.UNDO else to_redo
            return choose(self._acts, concerns(articles)) is not None

    def close(self) -> None:
        """Let go of the file."""
        with self._guard:
            if self._connection:
                self._connection.close()
            self._connection, self._closed = None, True
            self._refused = ReviewNotKept(self._name, "has been closed")

    @property
    def _name(self) -> str:
        return str(self._folder / NAME) if self._folder else "marks"

    def _turn(self, deed: Deed, about: Concerns) -> Act | None:
        turned: list[Act] = []

        def act() -> Act | None:
            found = (to_undo if deed is Deed.UNDO else to_redo)(self._acts, about)
            turned.extend([found] if found else [])
            return Act(0, deed, of=found.number) if found else None

        self._act(act)
        return turned[0] if turned else None

    # -- the file ---------------------------------------------------------------------------------------------------

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
        self._acts, self._seen = [], None
        self._connection = self._opened()

    def _read(self) -> None:
        """Read the acts that were added since, if any were."""
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

    def _read_on(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._seen:
            self._add_new(connection)
            self._seen = version

    def _add_new(self, connection: sqlite3.Connection) -> None:
        last = self._acts[-1].number if self._acts else 0
        rows = connection.execute(
            "SELECT number, deed, of, puts, drops FROM act WHERE number > ? ORDER BY number", (last,)
        )
        self._acts += [_act_of(*row) for row in rows.fetchall()]

    def _act(self, choose: Callable[[], Act | None]) -> None:
        """Add the act that is chosen once everything that others wrote is known and nobody else can write."""
        with self._guard:
            if self._folder is None and self._refused is None:
                act = choose()
                if act:
                    self._acts.append(replace(act, number=len(self._acts) + 1))
                return
            self._read()
            if self._refused and not self._closed:
                self._reopen()  # what was in the way may be gone by now
                self._read()
            if self._refused or self._connection is None:
                raise self._refused or ReviewNotKept(self._name, "has been closed")
            with self._transaction(self._connection) as connection:
                self._add_new(connection)
                act = choose()
                if act:
                    connection.execute("INSERT INTO act (deed, of, puts, drops) VALUES (?, ?, ?, ?)", _row(act))
            self._add_new(self._connection)

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
