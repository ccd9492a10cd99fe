"""A database of the first release comes up to date when it is opened, with all that was in it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from factcheck.model import ClaimFilter, LabelField
from factcheck.store import Store
from factcheck.store.db import sqlite3
from factcheck.store.schema import APPLICATION_ID, migrations, schema_version
from tests.store.making import harbour, missed
from tests.store.saying import say

_TABLES = ("runs", "articles", "sections", "claims", "members", "label_events")


def first_release(new: Path, old: Path) -> None:
    """Make a database as the first release made it, with the rows of a newer one."""
    with closing(Database(old, execute_plugins=False)) as db:
        migrations.apply(db, stop_before="m002_corrections_and_places")
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute("PRAGMA user_version = 1")
        db.conn.commit()
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in _TABLES:
            columns = [row[1] for row in connection.execute(f"PRAGMA main.table_xinfo({table})") if row[6] == 0]
            names = ", ".join(f'"{name}"' for name in columns)
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")  # noqa: S608
        connection.execute("INSERT INTO claims_fts (rowid, quote, sentence) SELECT id, quote, sentence FROM claims")


def test_a_database_of_the_first_release_is_brought_up_to_date(store: Store, path: Path, tmp_path: Path) -> None:
    say(store, 3, LabelField.EXTRACTION, "correct")
    say(store, 3, LabelField.NOTE, "rang the port", annotator="bo")
    say(store, 1, LabelField.VERDICT, "refuted")
    store.undo("ana")
    events = store.events(3)
    old = tmp_path / "old.db"
    first_release(path, old)
    with Store.open(old) as opened:
        assert opened._db.conn.execute("PRAGMA user_version").fetchone()[0] == schema_version()
        assert [one.claim for one in opened.article_claims(1)] == list(harbour()[1])
        assert opened.events(3) == events
        assert list(opened.check()) == []
        assert [one.id for one in opened.article_claims(1)] == list(opened.claim_ids(ClaimFilter(foreign=True)))
        assert [one.claim_id for one in opened.precedents(1)] == [3]
        assert opened.add_claim(missed(), 1, "ana").id == 7
    with Store.open(old, readonly=True) as again:
        assert list(again.check()) == []
