"""The lock file beside a database, under which one process at a time writes.

SQLite's own waiting polls, so that under load some processes get hardly a turn; the kernel's lock queue is fair. The
lock is the kernel's: it ends with the process that held it, however that dies. The file itself stays.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import DatabaseLocked, DatabaseUnwritable

if sys.platform != "win32":
    import fcntl

LOCK_SECONDS = 30.0
"""How long a writer waits for its turn before it gives up."""

_HOLDER_BYTES = 200


def lock_path(database: Path) -> Path:
    """The lock file of a database."""
    return database.with_name(database.name + ".lock")


@contextmanager
def write_lock(database: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the database's lock file; raises DatabaseLocked, which says who holds it, after so many seconds.

    Where the platform has no ``flock`` this does nothing: SQLite's own lock then decides.
    """
    if sys.platform == "win32":
        yield
        return
    path = lock_path(database)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise DatabaseUnwritable(
            f"{path}: cannot be opened for writing ({error.strerror}); may you write there?"
        ) from error
    if not _acquire(descriptor, seconds):
        raise DatabaseLocked(
            f"{database}: no turn to write in {seconds:g} s; {_holder(path)} holds {path.name}. Try again, or end it."
        )
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()} ({Path(sys.argv[0] or 'python').name})".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, seconds: float) -> bool:
    """Take the lock at once, or wait in the kernel's queue; on giving up the descriptor is closed, now or later."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _Waiting(descriptor).acquired(seconds)
    return True


class _Waiting:
    """A thread blocked in the kernel's queue: the only way to wait there with a bound and without a signal."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._guard = threading.Lock()
        self._done = threading.Event()
        self._abandoned = False
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        with self._guard:
            if self._abandoned:
                os.close(self._descriptor)
            self._done.set()

    def acquired(self, seconds: float) -> bool:
        """Wait so long; whatever ends the waiting early, the lock is let go of when it comes after all."""
        try:
            self._done.wait(seconds)
        finally:
            with self._guard:
                self._abandoned = not self._done.is_set()
        return not self._abandoned


def _holder(path: Path) -> str:
    """Who wrote its name into the lock file last."""
    with path.open("rb") as file:
        return file.read(_HOLDER_BYTES).decode(errors="replace") or "another process"
