"""Opening the file and beginning transactions: nothing else in factcheck does either.

The sqlite3 module is imported here alone, and is the one that sqlite-utils picks (pysqlite3 where it is installed).
Two SQLite libraries in one process would drop each other's locks on the file, and with them other people's labels.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from factcheck.errors import (
    DatabaseDamaged,
    DatabaseError,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseUnwritable,
    Interrupted,
    NewerSchema,
    NotOurDatabase,
    UnsafeFilesystem,
)
from factcheck.store.filesystems import network_filesystem
from factcheck.store.lock import LOCK_SECONDS, write_lock
from factcheck.store.schema import APPLICATION_ID, migrate, schema_version

if TYPE_CHECKING:
    import sqlite3
else:
    from sqlite_utils.utils import sqlite3

__all__ = ["open_db", "path_of", "read_tx", "snapshot", "sqlite3", "translated", "wal_is_safe", "write_tx"]

_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "cell_size_check = ON",
    "mmap_size = 0",
    "journal_size_limit = 67108864",
)

_OPENED: WeakKeyDictionary[Database, tuple[int, int] | None] = WeakKeyDictionary()
"""Which file each database was opened on: the path may come to lead to another."""

_FIXED_IN_LINE = {(3, 44): (3, 44, 6), (3, 50): (3, 50, 7)}
"""The releases that brought the mending of the WAL-reset bug to older lines."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether a SQLite is free of the WAL-reset bug, which can lose committed writes (sqlite.org/wal.html)."""
    return version >= (3, 51, 3) or version >= _FIXED_IN_LINE.get((version[0], version[1]), (3, 51, 3))


def open_db(path: Path, *, create: bool = False, readonly: bool = False) -> Database:
    """Open a factcheck database, made and migrated where need be.

    Raises DatabaseMissing (unless ``create``), NotOurDatabase, NewerSchema, UnsafeFilesystem, and DatabaseError for
    what else keeps it from being opened or trusted. ``readonly`` never writes, so it never migrates.
    """
    _check_place(path, create=create and not readonly)
    if not readonly:
        _check_rights(path)
    with translated(path):
        db = _connect_readonly(path) if readonly else _connect(path, "rwc" if create else "rw")
        try:
            _make_ready(db, path, create=create, readonly=readonly)
        except BaseException:
            db.close()
            raise
    _OPENED[db] = _identity(path)
    return db


@contextmanager
def write_tx(db: Database) -> Iterator[None]:
    """One write transaction: begun at once under the lock file, committed at the end, rolled back on any error.

    What was written is on the disk when the block has ended without an error. Raises DatabaseError where another
    writer keeps the lock for too long, inside another ``write_tx``, and for whatever SQLite refuses.
    """
    if db.conn.in_transaction:
        raise DatabaseError("a write transaction inside another: the inner one could not be undone on its own")
    path = path_of(db)
    with write_lock(path), translated(path), _transaction(db.conn, "BEGIN IMMEDIATE"):
        if _identity(path) != _OPENED.get(db):
            raise DatabaseError(
                f"{path}: moved, deleted or replaced while it was open, so that what is written would be lost; "
                "open it again"
            )
        yield


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def read_tx(db: Database) -> Iterator[None]:
    """Several reads that see one state of the database."""
    with translated(path_of(db)), _transaction(db.conn, "BEGIN"):
        yield


@contextmanager
def snapshot(path: Path) -> Iterator[Database]:
    """A read-only connection of its own that sees one state, and keeps no writer waiting however slowly it is read.

    With a write-ahead log a transaction does that. With a rollback journal a reader would hold up every writer, so
    that the file is first copied, page by page, to a temporary one.
    """
    with ExitStack() as stack:
        db = stack.enter_context(closing(open_db(path, readonly=True)))
        if db.conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="factcheck-")))
            db = stack.enter_context(closing(_copy(db, path, folder / path.name)))
        stack.enter_context(read_tx(db))
        yield db


def _copy(db: Database, path: Path, copy: Path) -> Database:
    with translated(path), closing(sqlite3.connect(copy)) as target:
        db.conn.backup(target)
    return open_db(copy, readonly=True)


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say in factcheck's errors what SQLite raises."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if str(error) == "interrupted":
            raise Interrupted(f"{path}: stopped: the answer is no longer wanted") from error
        if "locked" in str(error):
            raise DatabaseLocked(f"{path}: {error}; another program keeps it locked") from error
        raise DatabaseError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NotOurDatabase(f"{path}: not a factcheck database (nor any SQLite file)") from error
        kind = DatabaseDamaged if "malformed" in str(error) else DatabaseError
        raise kind(f"{path}: {error}") from error


def path_of(db: Database) -> Path:
    """The file behind an open database."""
    return Path(next(row[2] for row in db.conn.execute("PRAGMA database_list") if row[1] == "main"))


def _check_place(path: Path, *, create: bool) -> None:
    if not path.exists():
        if not create:
            raise DatabaseMissing(f"{path}: there is no such file; `factcheck extract` makes one")
        if not path.parent.is_dir():
            raise DatabaseError(f"{path}: there is no folder {path.parent}")
    elif not path.is_file():
        raise NotOurDatabase(f"{path}: not a file")
    elif not os.access(path, os.R_OK):
        raise DatabaseError(f"{path}: cannot be read by you; ask for the right, or for a copy")
    kind = network_filesystem(path)
    if kind:
        raise UnsafeFilesystem(
            f"{path}: lies on a network file system ({kind}), where SQLite's locks cannot be trusted "
            "and labels can be lost; copy it to a local disk"
        )


def _check_rights(path: Path) -> None:
    unwritable = _unwritable(path)
    if unwritable:
        raise DatabaseUnwritable(
            f"{path}: {unwritable} cannot be written by you; ask for the right, or work on a copy"
        )


def _unwritable(path: Path) -> Path | None:
    """What keeps us from writing: the file, or its folder, since SQLite writes a journal beside the file."""
    for needed in (path, path.absolute().parent):
        if needed.exists() and not os.access(needed, os.W_OK):
            return needed
    return None


def _connect(path: Path, mode: str) -> Database:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=LOCK_SECONDS, isolation_level=None
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return Database(connection, recursive_triggers=True, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def _connect_readonly(path: Path) -> Database:
    """Open for reading, also in a folder that may not be written, as long as no unfinished log lies beside it.

    Whoever may write and opens the file as if to write leaves no empty log behind when it is closed.
    """
    if _unwritable(path) is None and wal_is_safe(sqlite3.sqlite_version_info):
        db = _connect(path, "rw")
        db.conn.execute("PRAGMA query_only = ON")
        return db
    return _connect_unwritable(path)


def _connect_unwritable(path: Path) -> Database:
    db: Database | None = None
    try:
        db = _connect(path, "ro")
        db.conn.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        if db is not None:
            db.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise DatabaseError(
                f"{path}: {error}; {log.name} holds writes that are not yet in it: copy both to a folder "
                "that you may write to"
            ) from error
        return _connect(path, "ro&immutable=1")
    return db


def _make_ready(db: Database, path: Path, *, create: bool, readonly: bool) -> None:
    if _needs_migration(db, path, create=create):
        if readonly:
            raise DatabaseError(
                f"{path}: made by an older factcheck; open it once for writing to bring it up to date"
            )
        _prepare(db, path, create=create)
    elif not readonly and not wal_is_safe(sqlite3.sqlite_version_info):
        _leave_wal(db, path)


def _needs_migration(db: Database, path: Path, *, create: bool) -> bool:
    """Whether tables are missing; raises for a file that is not ours or is too new."""
    application_id, version, empty = _marks(db)
    if empty and create:
        return True
    if application_id != APPLICATION_ID:
        raise NotOurDatabase(f"{path}: not a factcheck database; give another path")
    if version > schema_version():
        raise NewerSchema(
            f"{path}: written by a newer factcheck (schema {version}, this one knows {schema_version()}); "
            "upgrade factcheck"
        )
    return bool(version < schema_version())


def _marks(db: Database) -> tuple[int, int, bool]:
    """The file's application id, its schema's number and whether it holds no tables, all in one state of it."""
    with _transaction(db.conn, "BEGIN"):
        empty = db.conn.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0]
        application_id = db.conn.execute("PRAGMA application_id").fetchone()[0]
        version = db.conn.execute("PRAGMA user_version").fetchone()[0]
    return application_id, version, bool(empty)


def _prepare(db: Database, path: Path, *, create: bool) -> None:
    """Make or migrate the tables; of several processes that come at once, one does it and the others find it done."""
    with write_lock(path):
        if not _needs_migration(db, path, create=create):
            return
        if wal_is_safe(sqlite3.sqlite_version_info):
            db.conn.execute("PRAGMA journal_mode = WAL")
        with _transaction(db.conn, "BEGIN IMMEDIATE"):
            migrate(db)


def _leave_wal(db: Database, path: Path) -> None:
    """Give up a write-ahead log that a newer SQLite left, since this one could lose writes in it."""
    if db.conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        return
    try:
        with write_lock(path):
            db.conn.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise DatabaseLocked(
            f"{path}: in use with a write-ahead log, which SQLite {sqlite3.sqlite_version} could damage; close the "
            "other program first, or install factcheck-desk[wal]"
        ) from error
