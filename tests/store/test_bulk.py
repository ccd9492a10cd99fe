from __future__ import annotations

import pytest

from factcheck.errors import LabelError
from factcheck.model import ClaimFilter, ClaimType, LabelField
from factcheck.store import BulkPlan, Store
from tests.store.making import MADE_BY, article_of, claim_at, killed, missed
from tests.store.saying import EXTRACTION, NOTE, VERDICT, labels_of, say

CASUALTIES = ClaimFilter(types=(ClaimType.CASUALTY,), foreign=True)
CORRECT = {EXTRACTION: "correct"}


def counts(plan: BulkPlan) -> tuple[int, int, int, int]:
    return plan.matching, plan.changing, plan.already, plan.otherwise


def test_a_plan_tells_what_would_change_and_a_few_of_it(store: Store) -> None:
    say(store, 1, EXTRACTION, "correct")
    say(store, 3, EXTRACTION, "wrong_span")
    say(store, 6, EXTRACTION, "duplicate", annotator="bo")
    plan = store.bulk_plan(CASUALTIES, "ana", CORRECT)
    assert counts(plan) == (3, 1, 1, 1)
    assert [row.id for row in plan.sample] == [6]
    assert counts(store.bulk_plan(CASUALTIES, "ana", CORRECT, relabel=True)) == (3, 2, 1, 0)
    assert store.stats().events == 3


def test_a_bulk_label_is_one_batch_that_one_undo_takes_back(store: Store) -> None:
    say(store, 3, EXTRACTION, "wrong_span")
    done = store.bulk(CASUALTIES, "ana", CORRECT)
    assert (done.claims, done.events) == (2, 2)
    assert {one.batch for claim in (1, 6) for one in store.events(claim)} == {done.batch}
    assert [row.origin for row in store.batches(limit=1)] == ["bulk"]
    labels = labels_of(store, 3)
    assert labels is not None
    assert labels.extraction == "wrong_span"
    assert len(store.undo("ana")) == 2
    assert [labels_of(store, claim) for claim in (1, 6)] == [None, None]
    assert len(store.redo("ana")) == 2
    assert list(store.check()) == []


def test_a_second_bulk_label_says_nothing(store: Store) -> None:
    store.bulk(CASUALTIES, "ana", CORRECT)
    before = store.stats().events
    assert store.bulk(CASUALTIES, "ana", CORRECT).claims == 0
    assert store.stats().events == before


def test_a_bulk_verdict_brings_correct_along_as_a_single_one_does(store: Store) -> None:
    say(store, 1, EXTRACTION, "wrong_span")
    store.bulk(CASUALTIES, "ana", {VERDICT: "refuted"})
    said = [labels_of(store, claim) for claim in (1, 3, 6)]
    assert [(one.extraction, one.verdict) for one in said if one] == [
        ("wrong_span", "refuted"),
        ("correct", "refuted"),
        ("correct", "refuted"),
    ]


def test_relabelling_lets_corrections_fall(store: Store) -> None:
    say(store, 1, EXTRACTION, "wrong_value")
    say(store, 1, LabelField.CORRECTED_VALUE, "{}")
    store.bulk(CASUALTIES, "ana", CORRECT, relabel=True)
    labels = labels_of(store, 1)
    assert labels is not None
    assert (labels.extraction, labels.corrected_value) == ("correct", None)


def test_withdrawn_claims_are_not_meant(store: Store) -> None:
    store.add_claim(missed(), 1, "bo")
    store.undo("bo")
    assert store.bulk_plan(CASUALTIES, "ana", CORRECT).matching == 3


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ({}, "needs something to say"),
        ({LabelField.ADDED: "yes"}, "only be said of one claim at a time"),
        ({LabelField.DUPLICATE_OF: "f" * 16}, "only be said of one claim at a time"),
        ({EXTRACTION: "supported"}, "extraction cannot be 'supported'"),
        ({LabelField.SNOOZED_UNTIL: "later"}, "a time with its zone"),
    ],
)
def test_what_makes_no_sense_for_many_is_refused(
    store: Store, wanted: dict[LabelField, str | None], reason: str
) -> None:
    for way in (store.bulk_plan, store.bulk):
        with pytest.raises(LabelError, match=reason):
            way(CASUALTIES, "ana", wanted)
    assert store.stats().events == 0


def test_many_claims_are_labelled_in_one_transaction(store: Store) -> None:
    texts = [article_of(f"A fire killed {number} people.", name=str(number)) for number in range(1000, 3000)]
    run = store.start_run({}, MADE_BY)
    store.add(run, [(text, [claim_at(text, text.text[14:18], killed(1))]) for text in texts])
    assert store.bulk(CASUALTIES, "ana", {NOTE: "checked by list"}).claims == 2003
    assert store.progress(ClaimFilter(annotator="ana")).done == 0
    assert len(store.undo("ana")) == 2003
