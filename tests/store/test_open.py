from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest

from factcheck.errors import DatabaseError, DatabaseMissing, NewerSchema, NotOurDatabase
from factcheck.model import ClaimFilter
from factcheck.store import Store, db
from factcheck.store.db import open_db, sqlite3, wal_is_safe, write_tx
from tests.store import processes
from tests.store.making import MADE_BY, article_of
from tests.store.processes import answer_of, started


def setting(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_missing_file_is_not_made_by_mistake(path: Path) -> None:
    for readonly in (False, True):
        with pytest.raises(DatabaseMissing, match="no such file"):
            Store.open(path, readonly=readonly)
    with pytest.raises(DatabaseMissing):
        Store.open(path, create=True, readonly=True)
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="there is no folder"):
        Store.open(tmp_path / "nowhere" / "claims.db", create=True)


@pytest.mark.parametrize("content", [b"Dear reader,\n" * 100, b"", b"SQLite format 3\x00 but no more"])
def test_a_file_that_is_no_database_of_ours_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotOurDatabase):
        Store.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(NotOurDatabase, match="not a factcheck database"):
            Store.open(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["the desk's claims?mode=x.db", "50% #1.db", "a&b;c.db", "ÅÄÖ \U0001f6a2.db", "-.db"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with Store.open(path, create=True) as store:
        assert store.start_run({}, MADE_BY) == 1
        assert list(store.export_rows("articles")) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == [name, f"{name}.lock"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOurDatabase, match="not a file"):
        Store.open(tmp_path, create=True)


def test_a_newer_schema_is_refused_for_writing_and_for_reading(store: Store, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    for readonly in (False, True):
        with pytest.raises(NewerSchema, match=r"schema 9999.*upgrade"):
            Store.open(path, readonly=readonly)


def test_opening_again_changes_nothing(store: Store, path: Path) -> None:
    ids = store.claim_ids(ClaimFilter())
    store.close()
    for create in (True, False):
        with Store.open(path, create=create) as again:
            assert again.claim_ids(ClaimFilter()) == ids


def test_a_connection_is_as_safe_as_sqlite_can_be(path: Path) -> None:
    with closing(open_db(path, create=True)) as opened:
        pragmas = ("foreign_keys", "synchronous", "busy_timeout", "recursive_triggers")
        settings = [opened.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert settings == [1, 2, 30_000, 1]


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 3), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)
def test_a_write_ahead_log_only_where_it_cannot_lose_writes(version: tuple[int, ...], *, safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_the_journal_suits_the_sqlite_at_hand(store: Store, path: Path) -> None:
    store.close()
    assert setting(path, "journal_mode") == ("wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete")


def test_an_older_sqlite_leaves_the_write_ahead_log(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.claim_ids(ClaimFilter())
    store.close()
    monkeypatch.setattr(db, "wal_is_safe", lambda _: False)
    with Store.open(path) as older:
        assert setting(path, "journal_mode") == "delete"
        assert older.claim_ids(ClaimFilter()) == before
        assert older.start_run({}, MADE_BY) == 2


@pytest.mark.skipif(not wal_is_safe(sqlite3.sqlite_version_info), reason="this SQLite is given no write-ahead log")
def test_an_older_sqlite_does_not_join_in_a_write_ahead_log(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.count(ClaimFilter()) == 5
    monkeypatch.setattr(db, "wal_is_safe", lambda _: False)
    monkeypatch.setattr(db, "LOCK_SECONDS", 0.05)
    with pytest.raises(DatabaseError, match="close the other program first"):
        Store.open(path)


def test_all_works_with_a_rollback_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "wal_is_safe", lambda _: False)
    with Store.open(path, create=True) as store, Store.open(path) as other:
        assert store.start_run({}, MADE_BY) == 1
        assert other.start_run({}, MADE_BY) == 2
        assert list(store.check()) == []
    assert setting(path, "journal_mode") == "delete"


def test_reading_only_refuses_to_write(store: Store, path: Path) -> None:
    with Store.open(path, readonly=True) as reader:
        assert reader.count(ClaimFilter()) == store.count(ClaimFilter())
        with pytest.raises(DatabaseError, match="readonly"):
            reader.start_run({}, MADE_BY)


def test_nothing_is_left_beside_the_file_but_its_lock(store: Store, path: Path) -> None:
    store.close()
    with Store.open(path, readonly=True) as reader:
        assert len(list(reader.export_rows("claims", labelled_only=False))) == 6
    assert sorted(file.name for file in path.parent.iterdir()) == ["claims.db", "claims.db.lock"]


def test_a_transaction_is_rolled_back_on_any_error(path: Path) -> None:
    class Interrupted(BaseException):
        pass

    def write_and_fail() -> None:
        with write_tx(opened):
            opened.conn.execute("INSERT INTO runs (started_at, made_by, arguments) VALUES ('x', 'x', '{}')")
            raise Interrupted

    with closing(open_db(path, create=True)) as opened:
        with pytest.raises(Interrupted):
            write_and_fail()
        assert opened.conn.execute("SELECT count(*) FROM runs").fetchone()[0] == 0
        with write_tx(opened):
            assert opened.conn.in_transaction


@pytest.mark.parametrize("replaced", [True, False])
def test_a_file_replaced_or_gone_is_not_written_to_in_vain(store: Store, path: Path, *, replaced: bool) -> None:
    path.rename(path.with_name("old.db"))
    if replaced:
        Store.open(path, create=True).close()
    with pytest.raises(DatabaseError, match="open it again"):
        store.start_run({}, MADE_BY)


def test_a_full_disk_is_an_error_that_leaves_everything_as_it_was(store: Store) -> None:
    connection = store._db.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    large = article_of("A flood killed 7 people. " * 2000, name="large.txt")
    with pytest.raises(DatabaseError, match="full"):
        store.add(store.start_run({}, MADE_BY), [(large, [])])
    assert (store.stats().articles, connection.in_transaction) == (2, False)
    connection.execute("PRAGMA max_page_count = 1000000")
    assert store.add(1, [(large, [])]).stored == 1


def test_a_transaction_inside_another_is_refused(path: Path) -> None:
    def twice() -> None:
        with write_tx(opened), write_tx(opened):
            pass

    with closing(open_db(path, create=True)) as opened:
        with pytest.raises(DatabaseError, match="inside another"):
            twice()
        assert not opened.conn.in_transaction


def test_a_damaged_file_is_said_to_be_damaged(store: Store, path: Path) -> None:
    store.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(DatabaseError, match=r"claims\.db"), Store.open(path) as damaged:
        damaged.rows(damaged.claim_ids(ClaimFilter()), None)


@pytest.fixture
def locked_folder(store: Store, path: Path) -> Iterator[Path]:
    """A folder with a database that nobody but root may write; pytest's own folders cannot even be entered."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can become somebody who may not write")
    store.close()
    folder = Path(mkdtemp())
    shutil.copy(path, folder / "claims.db")
    folder.chmod(0o555)
    yield folder
    shutil.rmtree(folder)


def as_nobody(database: Path) -> str:
    with started(processes.read_as_nobody, database) as (_, connection):
        return str(answer_of(connection))


def test_a_folder_that_cannot_be_written_can_be_read(locked_folder: Path) -> None:
    assert as_nobody(locked_folder / "claims.db") == "5 in the queue, 6 in all"


def test_writes_that_cannot_be_folded_in_are_not_passed_over(locked_folder: Path) -> None:
    (locked_folder / "claims.db-wal").write_bytes(b"some frames")
    assert "copy both to a folder" in as_nobody(locked_folder / "claims.db")


def test_a_folder_that_cannot_be_written_is_refused_for_writing(locked_folder: Path) -> None:
    with started(processes.label_as_nobody, locked_folder / "claims.db") as (_, connection):
        assert "cannot be written by you" in answer_of(connection)
