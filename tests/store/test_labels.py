from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import LabelError
from factcheck.model import SAID_FIELDS, LabelEvent, LabelField, Labels, claim_key
from factcheck.store import Store
from factcheck.store.labels import words
from tests.store.making import TEXT, TITLE, harbour
from tests.store.saying import EXTRACTION, NOTE, VERDICT, event, labels_of

KEY = claim_key(harbour()[0].sha256, harbour()[1][0])


def span(field: str, start: float, end: float) -> str:
    return json.dumps({"field": field, "start": start, "end": end})


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
        (event(1, LabelField.CORRECTED_TYPE, "rumour"), "corrected_type cannot be 'rumour'; it can be view_count"),
        (event(1, LabelField.CORRECTED_SPAN, "[1, 2]"), "must be a JSON object with field, start and end"),
        (event(1, LabelField.CORRECTED_SPAN, span("body", 1, 2)), "must be a JSON object with field"),
        (event(1, LabelField.CORRECTED_SPAN, span("text", 2, 2)), "must be a JSON object with field"),
        (event(1, LabelField.CORRECTED_SPAN, span("text", 0.5, 2)), "must be a JSON object with field"),
        (event(1, LabelField.CORRECTED_SPAN, span("text", 1, len(TEXT) + 1)), f"but the text has {len(TEXT)}"),
        (event(1, LabelField.CORRECTED_SPAN, span("title", 1, len(TITLE) + 1)), f"but the title has {len(TITLE)}"),
        (event(1, LabelField.DUPLICATE_OF, "f" * 16), "duplicate_of must be the key of a claim"),
        (event(1, LabelField.DUPLICATE_OF, KEY), "cannot be a duplicate of itself"),
        (event(1, LabelField.SNOOZED_UNTIL, "2031-05-14T08:00:00"), "must be a time with its zone"),
        (event(1, LabelField.SNOOZED_UNTIL, "tomorrow"), "must be a time with its zone"),
        (event(1, LabelField.SNOOZED_UNTIL, "2031-02-30T08:00:00Z"), "must be a time with its zone"),
        (event(1, LabelField.ADDED, "yes"), "claim number 1 was extracted"),
        (event(1, LabelField.ADDED, "no"), "added cannot be 'no'"),
        (event(1, EXTRACTION, "correct", annotator="  "), "name of its annotator"),
        (event(99, EXTRACTION, "correct"), "no claim number 99"),
        (replace(event(1, EXTRACTION, None), undoes="f" * 32), "no event f+ to take back"),
    ],
)
def test_a_label_that_makes_no_sense_is_refused_with_its_batch(store: Store, wrong: LabelEvent, reason: str) -> None:
    with pytest.raises(LabelError, match=reason):
        store.label([event(2, EXTRACTION, "correct"), wrong])
    assert store.stats().events == 0


def test_every_field_that_says_something_comes_back(store: Store) -> None:
    said = {
        LabelField.EXTRACTION: "duplicate",
        LabelField.CHECK_WORTHINESS: "unimportant",
        LabelField.VERDICT: "conflicting",
        LabelField.CONFIDENCE: "low",
        LabelField.CORRECTED_VALUE: "{}",
        LabelField.NOTE: "the same",
        LabelField.CORRECTED_TYPE: "date",
        LabelField.CORRECTED_SPAN: span("text", len(TEXT) - 1, len(TEXT)),
        LabelField.DUPLICATE_OF: store.claim(2).key,
    }
    assert set(said) == set(SAID_FIELDS)
    store.label([event(1, field, value) for field, value in said.items()])
    labels = labels_of(store, 1)
    assert labels is not None
    assert {field: getattr(labels, field.value) for field in said} == said
    assert view(store)[0][2:-1] == tuple(said.values())


def test_what_says_nothing_of_a_claim_makes_it_neither_labelled_nor_later_labelled(store: Store) -> None:
    first = event(1, EXTRACTION, "correct", batch="1")
    store.label([event(2, LabelField.SNOOZED_UNTIL, "2031-05-14T08:00:00+02:00"), first])
    store.label([event(1, LabelField.SNOOZED_UNTIL, "2031-05-14T08:00:00Z", batch="2")])
    assert labels_of(store, 2) is None
    labels = labels_of(store, 1)
    assert labels is not None
    assert (labels.labelled_at, labels.snoozed_until) == (first.at, "2031-05-14T08:00:00Z")
    assert [row[0] for row in view(store)] == [1]
    assert [row["claim_key"] for row in store.export_rows("claims")] == [KEY]


@pytest.mark.parametrize(
    ("wanted", "standing", "said"),
    [
        ({VERDICT: "refuted"}, {}, {EXTRACTION: "correct", VERDICT: "refuted"}),
        ({VERDICT: "refuted"}, {"extraction": "wrong_span"}, {VERDICT: "refuted"}),
        ({VERDICT: "refuted", EXTRACTION: "wrong_type"}, {}, {VERDICT: "refuted", EXTRACTION: "wrong_type"}),
        ({VERDICT: None}, {"verdict": "refuted"}, {VERDICT: None}),
        ({EXTRACTION: "correct"}, {"extraction": "correct"}, {}),
        (
            {EXTRACTION: "correct"},
            {"extraction": "wrong_value", "corrected_value": "{}", "duplicate_of": "k"},
            {EXTRACTION: "correct", LabelField.CORRECTED_VALUE: None, LabelField.DUPLICATE_OF: None},
        ),
        (
            {EXTRACTION: "wrong_value", LabelField.CORRECTED_VALUE: "{}"},
            {"extraction": "wrong_span", "corrected_span": "s"},
            {EXTRACTION: "wrong_value", LabelField.CORRECTED_VALUE: "{}"},
        ),
        (
            {EXTRACTION: "duplicate", LabelField.DUPLICATE_OF: "k"},
            {"corrected_span": "s"},
            {EXTRACTION: "duplicate", LabelField.DUPLICATE_OF: "k", LabelField.CORRECTED_SPAN: None},
        ),
    ],
)
def test_a_label_brings_along_what_goes_with_it(
    wanted: dict[LabelField, str | None], standing: dict[str, Any], said: dict[LabelField, str | None]
) -> None:
    assert words(wanted, Labels(1, "ana", **standing)) == said


def test_a_check_without_writing_refuses_the_same(store: Store) -> None:
    with pytest.raises(LabelError, match="duplicate of itself"):
        store.check_events([event(1, LabelField.DUPLICATE_OF, KEY)])
    store.check_events([event(1, LabelField.DUPLICATE_OF, store.claim(2).key)])
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
