"""The file that the marks are in: SQLite, opened so that what was confirmed is on the disk, whoever else writes to it.

Opening is done by one program at a time, under a lock that a killed program cannot leave behind: a damaged file is set
aside once, and one of an earlier version is copied, then brought up to date.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from compare.errors import ReviewRefused
from compare.stored import private

NAME = "review.db"
"""The file's name in its folder."""

OURS = 0x636D7072
"""What marks the file as ours, as ``application_id``: "cmpr"."""

PATIENCE = 5.0
"""Seconds to wait for another program that is writing: a thousand times what one act takes."""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE act (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        deed TEXT NOT NULL CHECK (deed IN ('change', 'undo', 'redo')),
        of INTEGER NOT NULL DEFAULT 0,
        puts TEXT NOT NULL DEFAULT '[]',
        drops TEXT NOT NULL DEFAULT '[]'
    )
    """,
)
"""What brings the file from each version to the next, beginning with an empty one; the version is their number."""


class Damaged(Exception):
    """The file is no database any more, or its content makes no sense."""


def open_database(folder: Path) -> tuple[sqlite3.Connection, str]:
    """Open the database of a folder; it is made if it is not there.

    Returns:
        the connection, in which nothing is begun by itself, and a line on what was found damaged and set aside, or "".

    Raises:
        ReviewRefused: a newer version of the program made the file, or it is another program's. It is left as it is.
        OSError: the folder cannot be made or written to.
        sqlite3.Error: the system refused.
    """
    private(folder)
    file = folder / NAME
    with _locked(folder):
        try:
            return _opened(file), ""
        except Damaged:
            aside = _set_aside(file)
            return _opened(file), f"{file}: was damaged and is kept as {aside.name}; your marks begin anew"


def open_to_read(folder: Path) -> sqlite3.Connection | None:
    """Open the database of a folder that cannot be written to; ``None`` if there is none.

    Raises:
        ReviewRefused: as :func:`open_database`.
        sqlite3.Error: it cannot be read either.
    """
    file = folder / NAME
    if not file.exists():
        return None
    # a log beside it may hold acts that are not in the file yet; without one nothing but the file need be looked at
    how = "mode=ro" if file.with_name(f"{NAME}-wal").exists() else "mode=ro&immutable=1"
    connection = _connect(f"{file.absolute().as_uri()}?{how}", uri=True)
    try:
        _check_owner(connection, file)
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(file: Path) -> sqlite3.Connection:
    _make_private(file)
    connection = _connect(str(file))
    try:
        _check_owner(connection, file)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Damaged
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")  # a commit returns when it is on the disk
        _bring_up_to_date(connection, file)
        connection.execute("SELECT number, deed, of, puts, drops FROM act LIMIT 1").fetchone()
    except BaseException as error:
        connection.close()
        if is_damage(error):
            raise Damaged from error
        raise
    return connection


def is_damage(error: BaseException) -> bool:
    """Whether an error of SQLite's says that the file itself is broken, and not that it cannot be had just now."""
    broken = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
    if isinstance(error, sqlite3.DatabaseError) and str(getattr(error, "sqlite_errorname", "")).startswith(broken):
        return True
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith(("no such table", "no such column"))


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    # the store guards it with a lock of its own, so that it may be asked from any thread
    return sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=uri)


def _check_owner(connection: sqlite3.Connection, file: Path) -> None:
    owner, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    made = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != OURS and (owner or version or made):
        raise ReviewRefused(str(file), "is another program's", "move it away, or name another folder with --state")
    if version > len(STEPS):
        raise ReviewRefused(str(file), "was made by a newer version of compare", "install that version")


def _bring_up_to_date(connection: sqlite3.Connection, file: Path) -> None:
    """Take each step to the present version in one transaction, a copy being made before the first."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == len(STEPS):
        return
    if version:
        copy = _free_name(file, f"version-{version}")
        _make_private(copy)
        with closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version:]:
            connection.execute(step)
        connection.execute(f"PRAGMA application_id = {OURS}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite has rolled back already where the disk is full
            connection.execute("ROLLBACK")
        raise


def _make_private(file: Path) -> None:
    """Make a file, if it is not there, that nobody else may read: marks are the reader's own business."""
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _set_aside(file: Path) -> Path:
    """Move a damaged file, and the logs that belong to it, to a name that is free."""
    aside = _free_name(file, "damaged")
    for suffix in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            file.with_name(f"{file.name}{suffix}").rename(aside.with_name(f"{aside.name}{suffix}"))
    return aside


def _free_name(file: Path, what: str) -> Path:
    n = 1
    while (name := file.with_name(f"{file.stem}.{what}-{n}{file.suffix}")).exists():
        n += 1
    return name


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder. SQLite's own lock on an empty file does it: the system frees it when a program ends."""
    lock = folder / "review.lock"
    _make_private(lock)
    with closing(sqlite3.connect(lock, timeout=PATIENCE, isolation_level=None)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield
