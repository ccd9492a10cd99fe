"""The review desk in the terminal. Textual is imported when the desk is opened, not before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import DatabaseError, FactcheckError

if TYPE_CHECKING:
    from factcheck.review.ledger import Batch
    from factcheck.tui.app import ReviewApp

_DRAIN_SECONDS = 40.0
"""How long leaving waits for labels that are being written: somewhat longer than a writer waits for its turn."""


def run(
    dbs: Sequence[Path], annotator: str, *, config: Path | None = None, search: str = "", readonly: bool = False
) -> int:
    """Open a desk of ``annotator`` on each database and stay in them; the exit code once every label is on disk.

    Raises UsageError for settings that make no sense, and DatabaseError where the annotator gave a database up that
    cannot be worked with, and where labels were left that could not be saved.
    """
    from factcheck.review import settings  # noqa: PLC0415 - `factcheck --help` should not pay for what the desk needs

    named = [(db, settings.load(db, config)) for db in dbs]
    from factcheck.tui import collector  # noqa: PLC0415 - nor for this
    from factcheck.tui.app import ReviewApp  # noqa: PLC0415 - nor for Textual
    from factcheck.tui.signals import Signals  # noqa: PLC0415 - nor for this

    (db, own), *others = named
    collector.spare()
    app = ReviewApp(db, annotator, own, others=others, search=search, readonly=readonly)
    with Signals(app.end_by, partial(_finish, app, annotator)) as signals:
        try:
            app.run()
        finally:
            unsaved = _finish(app, annotator)
    if unsaved:
        raise DatabaseError(f"{', '.join(map(str, dbs))}: {unsaved} of your last labels could not be saved")
    if signals.number:
        return signals.exit_code
    if app.fault is not None:
        raise app.fault
    if app.failure:
        raise DatabaseError(app.failure)
    return app.return_code or 0


def _finish(app: ReviewApp, annotator: str) -> int:
    """Let every desk write what it was told, and count what could not be written."""
    unsaved = 0
    for path, desk in app.desks:
        desk.walker.close()
        desk.reader.close()
        if desk.reader.opened.is_set() and desk.reader.ident is not None:
            desk.reader.join(_DRAIN_SECONDS)
        unsaved += len(desk.ledger.failed) + write_rest(path, annotator, desk.ledger.under_way.values())
    return unsaved


def write_rest(db: Path, annotator: str, batches: Iterable[Batch]) -> int:
    """Write batches whose fate the desk did not live to hear, and count those that cannot be; twice is as once."""
    from factcheck.store import Store  # noqa: PLC0415 - see above

    left = list(batches)
    if not left:
        return 0
    try:
        with Store.open(db) as store:
            while left:
                store.apply(left[0].events, added=left[0].added, annotator=annotator, batch=left[0].id)
                left.pop(0)
    except (FactcheckError, OSError):
        return len(left)
    return 0
