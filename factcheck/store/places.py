"""Where each annotator was in the queue, and searches kept under a name."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from factcheck.errors import UsageError
from factcheck.store.labels import moment
from factcheck.store.rows import Place, SavedSearch


def place(db: Database, annotator: str) -> Place | None:
    """Where an annotator was last, if anywhere."""
    found = db.conn.execute("SELECT search, claim_id, at FROM places WHERE annotator = ?", (annotator,)).fetchone()
    return Place(*found) if found else None


def keep_place(db: Database, annotator: str, search: str, claim_id: int | None) -> None:
    """Write down where an annotator is; a claim that has gone meanwhile is none."""
    db.conn.execute(
        "INSERT INTO places (annotator, search, claim_id, at) "
        "VALUES (?, ?, (SELECT id FROM claims WHERE id = ?), ?) "
        "ON CONFLICT (annotator) DO UPDATE "
        "SET search = excluded.search, claim_id = excluded.claim_id, at = excluded.at",
        (annotator, search, claim_id, moment(datetime.now(UTC))),
    )


def saved_searches(db: Database) -> list[SavedSearch]:
    """All searches that were saved, by name."""
    rows = db.conn.execute("SELECT name, search, annotator, at FROM saved_searches ORDER BY name")
    return [SavedSearch(*row) for row in rows]


def save_search(db: Database, name: str, search: str, annotator: str, *, replace: bool) -> None:
    """Save a search under a name; UsageError where the name is blank, or taken and not to be replaced."""
    if not name:
        raise UsageError("a saved search needs a name")
    taken = db.conn.execute("SELECT annotator FROM saved_searches WHERE name = ?", (name,)).fetchone()
    if taken and not replace:
        raise UsageError(f"{taken[0]} has saved a search as {name!r} already; take another name, or replace it")
    db.conn.execute(
        "INSERT INTO saved_searches (name, search, annotator, at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE "
        "SET search = excluded.search, annotator = excluded.annotator, at = excluded.at",
        (name, search, annotator, moment(datetime.now(UTC))),
    )


def delete_search(db: Database, name: str) -> None:
    """Forget a saved search; UsageError where there is none of that name."""
    if db.conn.execute("DELETE FROM saved_searches WHERE name = ?", (name,)).rowcount == 0:
        raise UsageError(f"no search is saved as {name!r}")
