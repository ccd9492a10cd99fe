"""Taking back all since a time, and a whole batch of several annotators."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.errors import UsageError
from factcheck.model import LabelEvent
from factcheck.store import Store
from tests.store.saying import EXTRACTION, NOTE, VERDICT, event, labels_of, say


def after(said: LabelEvent) -> datetime:
    return datetime.fromisoformat(said.at)


def three(store: Store) -> list[LabelEvent]:
    return [say(store, claim_id, EXTRACTION, "correct") for claim_id in (1, 2, 3)]


def test_all_that_was_said_after_a_time_is_taken_back_as_one(store: Store) -> None:
    first, second, third = three(store)
    say(store, 1, EXTRACTION, "duplicate", annotator="bo")
    assert store.undo_to("ana", after(first), dry_run=True) == (second, third)
    assert store.undo_to("ana", after(first)) == (second, third)
    assert [labels_of(store, claim_id) is not None for claim_id in (1, 2, 3)] == [True, False, False]
    assert labels_of(store, 1, "bo") is not None
    assert [one.claim_id for one in store.redo("ana")] == [2, 3]
    assert store.redo("ana") == ()
    assert len(store.undo("ana")) == 2
    assert list(store.check()) == []


def test_a_time_in_any_zone_is_the_same_moment(store: Store) -> None:
    first, _, _ = three(store)
    east = after(first).astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert len(store.undo_to("ana", east, dry_run=True)) == 2
    with pytest.raises(ValueError, match="zone"):
        store.undo_to("ana", after(first).replace(tzinfo=None))


def test_what_was_taken_back_already_is_not_taken_back_again(store: Store) -> None:
    first, second, _ = three(store)
    store.undo("ana")
    assert store.undo_to("ana", after(first)) == (second,)
    assert store.undo_to("ana", after(first)) == ()
    assert store.redo("ana")[0].claim_id == 2
    assert store.redo("ana")[0].claim_id == 3


def test_a_word_said_twice_is_redone_in_its_order(store: Store) -> None:
    start = datetime.now(UTC)
    for choice in ("correct", "wrong_span", "duplicate"):
        say(store, 1, EXTRACTION, choice)
    assert len(store.undo_to("ana", start)) == 3
    assert labels_of(store, 1) is None
    store.redo("ana")
    labels = labels_of(store, 1)
    assert labels is not None
    assert labels.extraction == "duplicate"


def test_a_batch_of_several_is_taken_back_as_each_ones_own_word(store: Store) -> None:
    say(store, 1, EXTRACTION, "wrong_value", annotator="bo")
    both = [
        event(1, VERDICT, "refuted", annotator="ana", batch="c0ffee12"),
        event(1, EXTRACTION, "correct", annotator="bo", batch="c0ffee12"),
        event(2, NOTE, "late", annotator="bo", batch="c0ffee12"),
    ]
    store.label(both)
    assert store.undo_batch("c0ff", dry_run=True) == tuple(both)
    assert store.undo_batch("c0ffee12") == tuple(both)
    assert labels_of(store, 1, "ana") is None
    labels = labels_of(store, 1, "bo")
    assert labels is not None
    assert labels.extraction == "wrong_value"
    assert list(store.check()) == []
    assert store.undo_batch("c0ff") == ()
    assert [one.annotator for one in store.redo("bo")] == ["bo", "bo"]
    assert [one.value for one in store.redo("ana")] == ["refuted"]


def test_a_batch_is_named_by_a_beginning_that_is_its_own(store: Store) -> None:
    for batch in ("abcd1", "abcd2", "abcd"):
        store.label([event(1, NOTE, batch, batch=batch)])
    assert [one.value for one in store.undo_batch("abcd")] == ["abcd"]
    assert [one.value for one in store.undo_batch("abcd2")] == ["abcd2"]
    with pytest.raises(UsageError, match="no batch has the id 'abc'"):
        store.undo_batch("abc")
    store.label([event(1, NOTE, "x", batch="dcba1"), event(1, NOTE, "y", batch="dcba2")])
    with pytest.raises(UsageError, match=r"'dcba' can mean several batches \(dcba1, dcba2"):
        store.undo_batch("dcba")


def test_a_dry_run_changes_nothing(store: Store) -> None:
    first, *_ = three(store)
    assert [one.claim_id for one in store.undo("ana", dry_run=True)] == [3]
    store.undo_batch(first.batch, dry_run=True)
    assert store.stats().events == 3
