from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import ClaimType, LabelField
from factcheck.store import BatchWord, HistoryRow, Store
from factcheck.store.labels.history import _ROWS
from tests.store.making import missed
from tests.store.saying import EXTRACTION, NOTE, VERDICT, event, labels_of, say


def changes(rows: list[HistoryRow]) -> list[Any]:
    return [(row.annotator, row.field.value, row.before, row.after, row.stands) for row in rows]


def test_each_change_tells_from_what_to_what(store: Store) -> None:
    say(store, 1, EXTRACTION, "correct")
    say(store, 1, EXTRACTION, "wrong_span")
    say(store, 1, EXTRACTION, "duplicate", annotator="bo")
    store.undo("ana")
    assert changes(store.history(claim_id=1)) == [
        ("ana", "extraction", "wrong_span", "correct", True),
        ("bo", "extraction", None, "duplicate", True),
        ("ana", "extraction", "correct", "wrong_span", False),
        ("ana", "extraction", None, "correct", True),
    ]
    newest = store.history(claim_id=1, limit=1)[0]
    assert (newest.origin, newest.claim_key, newest.type) == ("undo", store.claim(1).key, ClaimType.CASUALTY)
    assert (newest.quote, newest.claim_id) == ("2", 1)
    assert newest.undoes == store.history(claim_id=1)[2].op_id


def test_pages_follow_each_other_by_key(store: Store) -> None:
    for number in range(7):
        say(store, 1 + number % 2, NOTE, str(number), annotator=("ana", "bo")[number % 3 == 0])
    ways: tuple[dict[str, Any], ...] = (
        {},
        {"claim_id": 2},
        {"annotator": "ana"},
        {"claim_id": 1, "annotator": "bo"},
    )
    for wanted in ways:
        whole = store.history(**wanted)
        seen: list[HistoryRow] = []
        while page := store.history(**wanted, before=seen[-1].id if seen else None, limit=2):
            seen += page
        assert seen == whole
        assert whole
    assert len(store.history()) == 7


def test_a_batch_is_one_line(store: Store) -> None:
    store.label([event(claim, EXTRACTION, "correct", batch="one") for claim in (1, 2, 3)])
    store.label([event(1, NOTE, "a", batch="two"), event(2, NOTE, "b", batch="two", annotator="bo")])
    store.label([event(1, EXTRACTION, None, batch="three"), event(1, VERDICT, "refuted", batch="three")])
    store.undo("ana")
    taken, third, second, first = store.batches()
    assert first.said == (BatchWord(EXTRACTION, "correct", 3),)
    assert (first.claims, first.events, first.standing, first.annotators) == (3, 3, 3, ("ana",))
    assert (second.said, second.annotators) == ((BatchWord(NOTE, "…", 2),), ("ana", "bo"))
    assert third.said == (BatchWord(EXTRACTION, None, 1), BatchWord(VERDICT, "refuted", 1))
    assert (third.standing, third.undoes) == (0, False)
    assert (taken.undoes, taken.origin, taken.said) == (True, "undo", third.said)
    assert [row.batch for row in store.batches(annotator="bo")] == ["two"]


def test_pages_of_batches_follow_each_other_by_key(store: Store) -> None:
    for number in range(5):
        store.label([event(claim, NOTE, "x", batch=f"batch {number}") for claim in (1, 2)])
    rows = store.batches(limit=2)
    rows += store.batches(limit=2, before=rows[-1].first_id)
    rows += store.batches(limit=2, before=rows[-1].first_id)
    assert [row.batch for row in rows] == [f"batch {number}" for number in (4, 3, 2, 1, 0)]
    assert store.batches(before=rows[-1].first_id) == []


def test_an_added_claim_has_a_history_also_while_it_is_withdrawn(store: Store) -> None:
    added = store.add_claim(missed(), 1, "ana")
    store.undo("ana")
    rows = store.history(claim_id=added.id)
    assert [(row.field, row.before, row.after) for row in rows if row.field is LabelField.ADDED] == [
        (LabelField.ADDED, "yes", None),
        (LabelField.ADDED, None, "yes"),
    ]


@pytest.mark.parametrize(
    ("where", "index"),
    [
        ("", "SCAN e"),
        (" WHERE e.annotator = 'ana'", "label_events_annotator"),
        (" WHERE e.annotator = 'ana' AND e.id < 100", "label_events_annotator"),
    ],
)
def test_a_page_is_read_without_a_sort(store: Store, where: str, index: str) -> None:
    rows = store._db.conn.execute(f"EXPLAIN QUERY PLAN {_ROWS}{where} ORDER BY e.id DESC LIMIT 100")
    plan = "\n".join(row[3] for row in rows)
    assert index in plan
    assert "TEMP B-TREE" not in plan


WORDS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["correct", "duplicate", None]), st.sampled_from(["ana", "bo"])),
        st.sampled_from(["undo", "redo"]),
    ),
    max_size=12,
)


@given(WORDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_newest_change_leads_to_what_stands(store: Store, said: list[Any]) -> None:
    for one in said:
        if one == "undo":
            store.undo("ana")
        elif one == "redo":
            store.redo("ana")
        else:
            say(store, 1, EXTRACTION, one[0], annotator=one[1])
    for annotator in ("ana", "bo"):
        rows = store.history(claim_id=1, annotator=annotator)
        labels = labels_of(store, 1, annotator)
        assert (rows[0].after if rows else None) == (labels.extraction if labels else None)
        for newer, older in pairwise(rows):
            assert newer.before == older.after
