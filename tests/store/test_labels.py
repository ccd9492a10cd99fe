from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import LabelError
from factcheck.model import LabelEvent, LabelField, Labels
from factcheck.store import Store
from factcheck.store.labels import new_event

EXTRACTION, VERDICT, NOTE = LabelField.EXTRACTION, LabelField.VERDICT, LabelField.NOTE


def event(
    claim_id: int, field: LabelField, value: str | None, *, annotator: str = "ana", batch: str = "b"
) -> LabelEvent:
    return new_event(claim_id, annotator, field, value, batch=batch, origin="review")


def labels_of(store: Store, claim_id: int, annotator: str = "ana") -> Labels | None:
    return next((one for one in store.claim(claim_id).labels if one.annotator == annotator), None)


def view(store: Store) -> list[tuple[object, ...]]:
    cursor = store._db.conn.execute("SELECT * FROM current_labels ORDER BY claim_id, annotator")
    return [tuple(row) for row in cursor]


def test_what_is_said_last_stands(store: Store) -> None:
    store.label([event(1, EXTRACTION, "correct", batch="1"), event(1, NOTE, "see line 2", batch="1")])
    last = event(1, EXTRACTION, "wrong_span", batch="2")
    store.label([last])
    labels = labels_of(store, 1)
    assert labels == Labels(1, "ana", extraction="wrong_span", note="see line 2", labelled_at=last.at)
    assert view(store) == [(1, "ana", "wrong_span", *[None] * 4, "see line 2", *[None] * 3, last.at)]


def test_two_annotators_never_overwrite_each_other(store: Store) -> None:
    store.label([event(1, VERDICT, "supported", annotator="bo")])
    store.label([event(1, VERDICT, "refuted", annotator="ana")])
    assert [(one.annotator, one.verdict) for one in store.claim(1).labels] == [
        ("ana", "refuted"),
        ("bo", "supported"),
    ]


def test_one_annotator_in_two_windows_loses_nothing(store: Store, path: Path) -> None:
    with Store.open(path) as other:
        store.label([event(1, VERDICT, "supported", batch="1")])
        other.label([event(1, VERDICT, "refuted", batch="2")])
        assert labels_of(store, 1) == labels_of(other, 1)
        assert [said.value for said in store.events(1)] == ["supported", "refuted"]
        assert [said.value for said in store.undo("ana")] == ["refuted"]
        assert [said.value for said in other.undo("ana")] == ["supported"]
        assert store.undo("ana") == ()


def test_a_cleared_field_says_nothing_but_its_time_counts(store: Store) -> None:
    store.label([event(1, EXTRACTION, "correct", batch="1"), event(1, NOTE, "hm", batch="1")])
    cleared = event(1, NOTE, None, batch="2")
    store.label([cleared])
    assert labels_of(store, 1) == Labels(1, "ana", extraction="correct", labelled_at=cleared.at)
    store.label([event(1, EXTRACTION, None, batch="3")])
    assert labels_of(store, 1) is None
    assert view(store) == []


def test_the_same_event_again_changes_nothing(store: Store) -> None:
    said = event(1, EXTRACTION, "correct")
    for _ in range(3):
        store.label([said, said])
    assert store.events(1) == [said]


def test_a_history_reads_in_one_order(store: Store) -> None:
    store.label([event(1, EXTRACTION, "correct", batch="1")])
    store.undo("ana")
    store.redo("ana")
    first, undo, again = store.events(1)
    assert (first.value, first.origin) == ("correct", "review")
    assert (undo.undoes, undo.value, undo.origin) == (first.op_id, None, "undo")
    assert (again.undoes, again.value, again.origin) == (None, "correct", "redo")
    assert len({one.op_id for one in (first, undo, again)}) == 3
    assert first.at < undo.at < again.at
    assert first.at.endswith("+00:00")


def test_undo_takes_back_a_whole_keypress_and_shows_what_stood_before(store: Store) -> None:
    store.label([event(1, EXTRACTION, "correct", batch="1")])
    store.label([event(1, EXTRACTION, "duplicate", batch="2"), event(2, NOTE, "same as 1", batch="2")])
    assert {said.claim_id for said in store.undo("ana")} == {1, 2}
    labels = labels_of(store, 1)
    assert labels is not None
    assert labels.extraction == "correct"
    assert labels_of(store, 2) is None


def test_undo_is_an_annotators_own(store: Store) -> None:
    store.label([event(1, EXTRACTION, "correct", annotator="bo")])
    assert store.undo("ana") == ()
    assert store.redo("bo") == ()
    assert labels_of(store, 1, "bo") is not None


def test_redo_goes_step_by_step_and_ends_with_a_fresh_word(store: Store) -> None:
    for number, choice in enumerate(("correct", "wrong_span", "duplicate")):
        store.label([event(1, EXTRACTION, choice, batch=str(number))])
    for _ in range(3):
        store.undo("ana")
    assert [store.redo("ana")[0].value for _ in range(2)] == ["correct", "wrong_span"]
    store.label([event(2, NOTE, "something else", batch="x")])
    assert store.redo("ana") == ()
    labels = labels_of(store, 1)
    assert labels is not None
    assert labels.extraction == "wrong_span"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (event(1, EXTRACTION, "supported"), "extraction cannot be 'supported'; it can be correct"),
        (event(1, LabelField.CONFIDENCE, "sure"), "confidence cannot be"),
        (event(1, LabelField.CORRECTED_VALUE, "{low: 3}"), "must be JSON"),
        (event(1, LabelField.CORRECTED_VALUE, "[" * 100_000), "must be JSON"),
        (event(1, EXTRACTION, "correct", annotator="  "), "name of its annotator"),
        (event(99, EXTRACTION, "correct"), "no claim number 99"),
        (replace(event(1, EXTRACTION, None), undoes="f" * 32), "no event f+ to take back"),
    ],
)
def test_a_label_that_makes_no_sense_is_refused_with_its_batch(store: Store, wrong: LabelEvent, reason: str) -> None:
    with pytest.raises(LabelError, match=reason):
        store.label([event(2, EXTRACTION, "correct"), wrong])
    assert store.stats().events == 0


def test_notes_may_say_anything(store: Store) -> None:
    store.label([event(1, NOTE, "'; DROP TABLE claims; -- \U0001f6a2 [/b]\x00\ud800")])
    labels = labels_of(store, 1)
    assert labels is not None
    assert labels.note == "'; DROP TABLE claims; -- \U0001f6a2 [/b]\ufffd\ufffd"


@pytest.mark.parametrize("sql", ["UPDATE label_events SET value = 'x'", "DELETE FROM label_events"])
def test_even_plain_sql_cannot_change_an_event(store: Store, sql: str) -> None:
    store.label([event(1, EXTRACTION, "correct")])
    with pytest.raises(Exception, match="only ever appended"):
        store._db.conn.execute(sql)


def test_replacing_an_event_changes_nothing(store: Store) -> None:
    said = event(1, EXTRACTION, "correct")
    store.label([said])
    for op_id, event_id in ((said.op_id, None), ("fresh", 1)):
        store._db.conn.execute(
            "INSERT OR REPLACE INTO label_events (id, claim_id, annotator, field, value, at, origin, batch, op_id) "
            "VALUES (?, 1, 'ana', 'extraction', 'duplicate', 'x', 'x', 'x', ?)",
            (event_id, op_id),
        )
    assert store.events(1) == [said]
