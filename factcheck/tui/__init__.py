"""The review desk in the terminal. Textual is imported when the desk is opened, not before."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import DatabaseError

_DRAIN_SECONDS = 40.0
"""How long leaving waits for labels that are being written: somewhat longer than a writer waits for its turn."""


def run(db: Path, annotator: str) -> int:
    """Open the desk of ``annotator`` on a database and stay in it; the exit code, 0 where every label is saved.

    Raises DatabaseError where the database cannot be opened.
    """
    from factcheck.store import Store  # noqa: PLC0415 - `factcheck --help` should not pay for SQLite

    Store.open(db).close()
    from factcheck.tui.app import ReviewApp  # noqa: PLC0415 - nor for Textual

    app = ReviewApp(db, annotator)
    app.run()
    app.review.reader.close()
    app.review.reader.join(_DRAIN_SECONDS)
    if app.failure:
        raise DatabaseError(app.failure)
    return app.return_code or 0
