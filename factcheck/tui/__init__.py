"""The review desk in the terminal. Textual is imported when the desk is opened, not before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import DatabaseError, FactcheckError
from factcheck.model import LabelEvent

_DRAIN_SECONDS = 40.0
"""How long leaving waits for labels that are being written: somewhat longer than a writer waits for its turn."""


def run(db: Path, annotator: str) -> int:
    """Open the desk of ``annotator`` on a database and stay in it; 0, the exit code, when every label is on disk.

    Raises DatabaseError where the database cannot be opened, and where labels were left that could not be saved.
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
    ledger = app.review.ledger
    unsaved = len(ledger.failed) + write_rest(db, (batch.events for batch in ledger.under_way.values()))
    if unsaved:
        raise DatabaseError(f"{db}: {unsaved} of your last labels could not be saved")
    return app.return_code or 0


def write_rest(db: Path, batches: Iterable[tuple[LabelEvent, ...]]) -> int:
    """Write batches whose fate the desk did not live to hear, and count those that cannot be; twice is as once."""
    from factcheck.store import Store  # noqa: PLC0415 - see above

    left = list(batches)
    if not left:
        return 0
    try:
        with Store.open(db) as store:
            while left:
                store.label(left[0])
                left.pop(0)
    except (FactcheckError, OSError):
        return len(left)
    return 0
