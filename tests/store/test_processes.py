"""Many processes at once, and processes that are killed: nothing acknowledged may be lost."""

from __future__ import annotations

import os
import random
import threading
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import DatabaseError
from factcheck.store import RunCounts, Store
from factcheck.store.db import sqlite3
from factcheck.store.lock import write_lock
from tests.store import processes
from tests.store.making import MADE_BY
from tests.store.processes import ARTICLES_A_BATCH, answer_of, several, started

SECONDS = float(os.environ.get("FACTCHECK_LABELLING_SECONDS", "3"))
"""How long eight processes label at once; give more for a longer test."""


def op_ids(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT op_id FROM label_events")}


def test_eight_processes_label_at_once_without_an_error_or_a_lost_label(store: Store, path: Path) -> None:
    store.close()
    with several([(processes.label_for, path, f"annotator {number}", SECONDS) for number in range(8)]) as answers:
        results = [answer_of(connection) for connection in answers]
    written = [op_id for ids, _ in results for op_id in ids]
    assert [error for _, errors in results for error in errors] == []
    assert all(ids for ids, _ in results)
    assert op_ids(path) == set(written)
    with Store.open(path) as reopened:
        assert list(reopened.check()) == []
        assert reopened.stats().events == len(written)
        assert len(reopened.stats().by_annotator) == 8


def test_four_processes_that_make_the_same_database_at_once_all_succeed(tmp_path: Path) -> None:
    for number in range(5):
        path = tmp_path / f"{number}.db"
        with several([(processes.open_and_close, path)] * 4) as answers:
            assert [answer_of(connection) for connection in answers] == [""] * 4
        with Store.open(path) as store:
            assert list(store.check()) == []


def test_no_acknowledged_label_is_lost_when_the_process_is_killed_fifty_times(store: Store, path: Path) -> None:
    store.close()
    chance = random.Random(50)
    acknowledged: set[str] = set()
    for number in range(50):
        with started(processes.label_until_killed, path, f"annotator {number}") as (process, connection):
            for _ in range(chance.randint(1, 12)):
                acknowledged.add(answer_of(connection))
            process.kill()
            process.join()
            while connection.poll():
                try:
                    acknowledged.add(connection.recv())
                except EOFError:
                    break
    written = op_ids(path)
    assert acknowledged - written == set()
    assert len(written - acknowledged) <= 50  # a label may be on the disk before its process could say so
    with Store.open(path) as reopened:
        assert list(reopened.check()) == []


def test_a_process_killed_while_it_adds_leaves_whole_batches(path: Path) -> None:
    Store.open(path, create=True).close()
    chance = random.Random(7)
    for number in range(8):
        Path(f"{path}").unlink(missing_ok=True)
        for suffix in ("-wal", "-shm", "-journal"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        Store.open(path, create=True).close()
        with started(processes.add_until_killed, path) as (process, connection):
            batches = {answer_of(connection) for _ in range(1 + number % 3)}
            killer = threading.Timer(chance.random() * 0.02, process.kill)
            killer.start()
            killer.join()
            process.join()
        with Store.open(path) as store:
            stats = store.stats()
            assert stats.articles % ARTICLES_A_BATCH == 0
            assert stats.articles >= len(batches) * ARTICLES_A_BATCH
            assert stats.claims == 2 * stats.articles
            assert [problem for problem in store.check() if problem.check != "search"] == []
            store.finish_run(1, RunCounts(stats.articles, stats.articles, 0, 0, 0, stats.claims))
            assert list(store.check()) == []


def test_a_writer_that_waits_too_long_is_told_who_holds_the_lock(store: Store, path: Path) -> None:
    with started(processes.hold_lock, path) as (process, connection):
        assert answer_of(connection) == "held"
        with (
            pytest.raises(DatabaseError, match=f"process {process.pid} .*holds claims.db.lock"),
            write_lock(path, 0.05),
        ):
            pass
        connection.send("go on")
        process.join()
    store.start_run({}, MADE_BY)


def test_a_waiting_writer_gets_its_turn_when_the_holder_is_killed(store: Store, path: Path) -> None:
    with started(processes.hold_lock, path) as (process, connection):
        assert answer_of(connection) == "held"
        killer = threading.Timer(0.05, process.kill)
        killer.start()
        run = store.start_run({}, MADE_BY)
        killer.join()
    assert run == 2
