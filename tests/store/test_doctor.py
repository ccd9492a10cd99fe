"""Each kind of damage is done by plain SQL with the guards taken off, and must be seen and named."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from factcheck.model import LabelField
from factcheck.store import Store
from factcheck.store.db import sqlite3
from factcheck.store.labels import new_event
from tests.store.making import missed

TRIGGERS = ("claims_quote_on_update", "articles_text_stays", "label_events_no_update", "label_events_no_delete")


FIELD = "UPDATE label_events SET field = '{}', value = {} WHERE id = 6"
WIDE = """'{"field": "text", "start": 0, "end": 9999}'"""
PLACE = "INSERT INTO places (annotator, search, claim_id, at) VALUES ('ana', '', 99, '2031')"


def damage(path: Path, *statements: str) -> None:
    """Run statements without foreign keys and guards, and put the guards back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        for name in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for sql in guards.values():
            connection.execute(sql)


@pytest.fixture
def labelled(store: Store, path: Path) -> Path:
    """A closed database with a label that was taken back and said again, and one that stands."""
    store.label([new_event(3, "ana", LabelField.VERDICT, "supported", batch="1", origin="review")])
    store.label([new_event(4, "bo", LabelField.EXTRACTION, "correct", batch="2", origin="review")])
    store.undo("ana")
    store.redo("ana")
    store.label([new_event(4, "bo", LabelField.DUPLICATE_OF, store.claim(3).key, batch="3", origin="review")])
    store.add_claim(missed(), 1, "cy")
    assert list(store.check()) == []
    store.close()
    return path


@pytest.mark.parametrize(
    ("check", "words", "statements"),
    [
        ("text", "claim 3: text", ["UPDATE claims SET quote = 'at least 13' WHERE id = 3"]),
        ("text", "claim 3: text", ["UPDATE claims SET start = start + 1 WHERE id = 3"]),
        ("text", "is not its sentence", ["UPDATE claims SET sentence = 'A crane stood.' WHERE id = 3"]),
        (
            "text",
            "not the one that was stored",
            ["UPDATE articles SET text = replace(text, 'Else', 'Some')"],
        ),
        ("text", "gap or overlap", ["UPDATE sections SET start = start + 1 WHERE id = 2"]),
        ("text", "gap or overlap", ["DELETE FROM sections WHERE article_id = 2"]),
        ("foreign_keys", "of articles that is not there", ["DELETE FROM articles WHERE id = 1"]),
        ("foreign_keys", "row 1 of members names a row of claims", ["UPDATE members SET claim_id = 99 WHERE id = 1"]),
        ("values", "claim 4: names 3 members", ["DELETE FROM members WHERE id = 2"]),
        ("values", "claim 1: the value is not one of a casualty", ["UPDATE claims SET value = '{}' WHERE id = 1"]),
        ("values", "of a rumour", ["UPDATE claims SET type = 'rumour' WHERE id = 1"]),
        ("labels", "event 2: extraction cannot be 'maybe'", ["UPDATE label_events SET value = 'maybe' WHERE id = 2"]),
        ("labels", "no label field is called 'mood'", ["UPDATE label_events SET field = 'mood' WHERE id = 2"]),
        ("labels", "takes back ffff, which is no earlier", ["UPDATE label_events SET undoes = 'ffff' WHERE id = 3"]),
        (
            "labels",
            "no earlier word of the same",
            ["UPDATE label_events SET annotator = 'bo' WHERE id = 3"],
        ),
        ("labels", "event 5: duplicate_of must be the key", ["UPDATE label_events SET value = 'f' WHERE id = 5"]),
        ("labels", "event 6: corrected_span must be", [FIELD.format("corrected_span", "'{}'")]),
        ("labels", "event 6: corrected_span ends at 9999", [FIELD.format("corrected_span", WIDE)]),
        ("labels", "event 6: snoozed_until must be", [FIELD.format("snoozed_until", "'later'")]),
        ("labels", "event 6: claim number 1 was extracted", ["UPDATE label_events SET claim_id = 1 WHERE id = 6"]),
        ("added", "claim 7: added by 'di', who never said so", ["UPDATE claims SET added_by = 'di' WHERE id = 7"]),
        ("added", "claim 7: no extractor found it, and nobody", ["UPDATE claims SET added_by = NULL WHERE id = 7"]),
        ("precedents", "claim 7: noted in judged_claims as 'x'", ["UPDATE judged_claims SET kind = 'x'"]),
        ("foreign_keys", "row 1 of places names a row of claims", [PLACE]),
        ("runs", "run 1: read 3, but stored 2", ["UPDATE runs SET read = 3"]),
        ("runs", "0 rejects are written down", ["UPDATE runs SET rejected = 1, read = 3"]),
        ("runs", "2 articles are its work", ["UPDATE runs SET stored = 1, read = 1"]),
        ("schema", "the trigger label_events_no_delete is missing", []),
        ("search", "1 claims cannot be found", ["DELETE FROM claims_fts_docsize WHERE id = 5"]),
        ("search", "full-text index", ["DELETE FROM claims_fts_data WHERE id > 10"]),
        ("integrity", "go back to a copy", []),
    ],
)
def test_every_kind_of_damage_is_seen(labelled: Path, check: str, words: str, statements: list[str]) -> None:
    damage(labelled, *statements)
    seen_by = {check, "integrity"} if check == "search" else {check}  # a newer SQLite looks at the index itself
    if check == "schema":
        with closing(sqlite3.connect(labelled)) as connection:
            connection.execute("DROP TRIGGER label_events_no_delete")
    elif check == "integrity":
        break_an_index(labelled)
    with Store.open(labelled) as store:
        problems = list(store.check())
    assert any(problem.check in seen_by and words in problem.detail for problem in problems), problems
    assert not any("\n" in problem.detail for problem in problems)


def break_an_index(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claims_queue'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size + size // 2)
        file.write(b"\xff" * (size // 2))


def test_a_database_that_may_only_be_read_is_checked_too(labelled: Path) -> None:
    with Store.open(labelled, readonly=True) as store:
        assert list(store.check()) == []
    damage(labelled, "UPDATE runs SET read = 3")
    with Store.open(labelled, readonly=True) as store:
        assert [problem.check for problem in store.check()] == ["runs"]
