"""What goes with the work: places, saved searches, what is put off, precedents, progress."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.errors import DatabaseError, UsageError
from factcheck.model import ClaimFilter, ClaimType, LabelEvent, LabelField, ReviewState
from factcheck.store import Said, Store
from factcheck.store.labels import new_event
from tests.store.making import BETTER, MADE_BY, article_of, claim_at, harbour, killed, missed
from tests.store.saying import EXTRACTION, NOTE, VERDICT, event, say

NOON = datetime(2031, 5, 14, 12, tzinfo=UTC)


def test_a_place_is_kept_over_restarts_and_is_each_annotators_own(store: Store, path: Path) -> None:
    assert store.place("ana") is None
    store.keep_place("ana", "type:casualty", 3)
    store.keep_place("ana", "type:date", 2)
    store.keep_place("bo", "", None)
    with Store.open(path) as again:
        kept = again.place("ana")
        assert kept is not None
        assert (kept.search, kept.claim_id) == ("type:date", 2)
        assert kept.at.endswith("+00:00")
    other = store.place("bo")
    assert other is not None
    assert (other.search, other.claim_id) == ("", None)


def test_a_place_at_a_claim_that_goes_is_a_place_without_one(store: Store) -> None:
    store.keep_place("ana", "x", 5)
    store.keep_place("bo", "x", 999)
    article, claims = harbour()
    store.add(store.start_run({}, BETTER), [(article, claims[:1])])
    for annotator in ("ana", "bo"):
        kept = store.place(annotator)
        assert kept is not None
        assert kept.claim_id is None


def test_whoever_only_reads_keeps_no_place(store: Store, path: Path) -> None:
    store.keep_place("bo", "", None)
    with Store.open(path, readonly=True) as reader:
        assert reader.place("ana") is None
        with pytest.raises(DatabaseError):
            reader.keep_place("ana", "", None)


def test_a_search_is_saved_under_a_name_of_its_own(store: Store) -> None:
    store.save_search("tolls", "type:casualty", "ana")
    store.save_search(" dates ", "type:date", "bo")
    with pytest.raises(UsageError, match="ana has saved a search as 'tolls' already"):
        store.save_search("tolls", "type:date", "bo")
    store.save_search("tolls", "value>=10", "bo", replace=True)
    assert [(one.name, one.search, one.annotator) for one in store.saved_searches()] == [
        ("dates", "type:date", "bo"),
        ("tolls", "value>=10", "bo"),
    ]
    store.delete_search("tolls")
    assert [one.name for one in store.saved_searches()] == ["dates"]
    with pytest.raises(UsageError, match="no search is saved as 'tolls'"):
        store.delete_search("tolls")
    with pytest.raises(UsageError, match="needs a name"):
        store.save_search("  ", "x", "ana")


def test_a_claim_is_put_off_until_its_time_or_until_it_is_judged(store: Store) -> None:
    for claim_id, until in (
        (1, "2031-05-14T13:00:00Z"),
        (2, "2031-05-14T13:00:00+02:00"),
        (3, "2031-05-15T00:00:00Z"),
    ):
        say(store, claim_id, LabelField.SNOOZED_UNTIL, until)
    say(store, 4, LabelField.SNOOZED_UNTIL, "2031-06-01T00:00:00Z", annotator="bo")
    say(store, 1, NOTE, "after lunch")
    assert store.snoozed("ana", NOON) == {1, 3}
    assert store.snoozed("bo", NOON) == {4}
    assert store.snoozed("ana", NOON + timedelta(hours=2)) == {3}
    say(store, 3, VERDICT, "supported")
    assert store.snoozed("ana", NOON) == {1}
    say(store, 1, LabelField.SNOOZED_UNTIL, None)
    assert store.snoozed("ana", NOON) == frozenset()
    store.undo("ana")
    assert store.snoozed("ana", NOON) == {1}


@pytest.fixture
def tolls(store: Store) -> Store:
    """Beside the harbour's six claims: 7 to 12, one a text."""
    texts = [
        "A storm killed at least 40 people.",
        "A fire killed at least 7 people.",
        "A flood killed more than 9 people.",
        "A quake killed dozens in the hills.",
        "A fall hurt at least 3 climbers.",
        "A blast killed at least twenty people.",
    ]
    quotes = ["at least 40", "at least 7", "more than 9", "dozens", "at least 3", "at least twenty"]
    comparators = [">=", ">=", ">", ">=", ">=", ">="]
    made = []
    for number, text in enumerate(texts):
        article = article_of(text, name=f"{number}.txt")
        value = killed(number, None, comparators[number])
        if number == 4:
            value = type(value)("injured", 3, None, ">=")
        made.append((article, [claim_at(article, quotes[number], value)]))
    store.add(store.start_run({}, MADE_BY), made)
    return store


def test_precedents_are_judged_claims_of_the_kind_and_the_most_alike_come_first(tolls: Store) -> None:
    for claim_id in (8, 9, 10, 11, 12):
        say(tolls, claim_id, EXTRACTION, "correct")
    found = tolls.precedents(7)
    assert [one.claim_id for one in found] == [12, 8, 10]
    assert (found[0].quote, found[0].type, found[0].adjudicated) == ("at least twenty", ClaimType.CASUALTY, False)
    assert found[0].said == (Said(EXTRACTION, "correct", 1),)
    assert found[0].value == tolls.claim(12).claim.value
    assert found[0].sentence == tolls.claim(12).sentence
    assert [one.claim_id for one in tolls.precedents(7, limit=9)] == [12, 8, 10, 9]
    assert [one.claim_id for one in tolls.precedents(11)] == []


def test_of_two_alike_the_one_that_more_agree_on_comes_first(tolls: Store) -> None:
    say(tolls, 8, EXTRACTION, "wrong_value", annotator="bo")
    say(tolls, 8, EXTRACTION, "wrong_value")
    say(tolls, 8, LabelField.CORRECTED_VALUE, '{"low": 8}', annotator="bo")
    say(tolls, 8, NOTE, "rescuers count too", annotator="bo")
    say(tolls, 12, EXTRACTION, "correct")
    first, second = tolls.precedents(7)
    assert (first.claim_id, first.adjudicated, first.note) == (8, True, "rescuers count too")
    assert first.said == (Said(EXTRACTION, "wrong_value", 2),)
    assert first.corrected_value == '{"low": 8}'
    assert (second.claim_id, second.adjudicated) == (12, False)


def test_claims_on_which_people_are_divided_or_that_were_taken_back_are_no_precedents(tolls: Store) -> None:
    say(tolls, 8, EXTRACTION, "correct")
    say(tolls, 8, EXTRACTION, "wrong_value", annotator="bo")
    say(tolls, 12, EXTRACTION, "correct")
    tolls.undo("ana")
    say(tolls, 9, NOTE, "only a note")
    added = tolls.add_claim(missed(), 1, "cy")
    assert [one.claim_id for one in tolls.precedents(7)] == [added.id]
    tolls.undo("cy")
    assert tolls.precedents(7) == []
    say(tolls, 8, EXTRACTION, "correct", annotator="cy")
    assert [(one.claim_id, one.adjudicated) for one in tolls.precedents(7)] == [(8, True)]


def test_one_annotators_own_precedents_leave_other_peoples_out(tolls: Store) -> None:
    say(tolls, 8, EXTRACTION, "correct")
    say(tolls, 12, EXTRACTION, "correct", annotator="bo")
    assert [one.claim_id for one in tolls.precedents(7, "bo")] == [12]
    assert {one.claim_id for one in tolls.precedents(7)} == {8, 12}


def test_a_claim_is_no_precedent_of_itself_and_an_unknown_one_is_refused(tolls: Store) -> None:
    say(tolls, 7, EXTRACTION, "correct")
    assert tolls.precedents(7) == []
    with pytest.raises(UsageError, match="no claim number 99"):
        tolls.precedents(99)


def said_at(store: Store, claim_id: int, field: LabelField, value: str, at: str, *, annotator: str = "ana") -> None:
    made = new_event(claim_id, annotator, field, value, batch=at, origin="review")
    store.label([LabelEvent(made.op_id, made.batch, claim_id, annotator, field, value, at, "review")])


def test_progress_counts_what_the_desk_counts(store: Store) -> None:
    said_at(store, 1, EXTRACTION, "correct", "2031-05-14T23:30:00.000000+00:00")
    said_at(store, 1, VERDICT, "refuted", "2031-05-16T10:00:00.000000+00:00")
    said_at(store, 2, EXTRACTION, "correct", "2031-05-15T10:00:00.000000+00:00")
    said_at(store, 3, NOTE, "hm", "2031-05-15T11:00:00.000000+00:00")
    said_at(store, 1, VERDICT, "supported", "2031-05-15T10:00:00.000000+00:00", annotator="bo")
    mine = store.progress(ClaimFilter(annotator="ana"))
    assert (mine.done, mine.left, mine.snoozed) == (2, 3, 0)
    assert mine.done == store.count(ClaimFilter(state=ReviewState.DONE, annotator="ana"))
    assert mine.by_day == {(date(2031, 5, 14), "ana"): 1, (date(2031, 5, 15), "ana"): 1, (date(2031, 5, 15), "bo"): 1}
    assert mine.by_annotator == {"ana": 2, "bo": 1}
    assert mine.by_verdict == {"refuted": 1}
    assert mine.by_type[ClaimType.CASUALTY, ReviewState.DONE] == 1
    assert sum(mine.by_type.values()) == 5
    whole = store.progress(offset=timedelta(hours=1))
    assert whole.by_day == {(date(2031, 5, 15), "ana"): 2, (date(2031, 5, 15), "bo"): 1}
    assert whole.by_verdict == {"refuted": 1, "supported": 1}
    assert (whole.done, whole.left) == (2, 3)
    west = store.progress(offset=timedelta(hours=-11))
    assert west.by_day[date(2031, 5, 14), "ana"] == 2


def test_progress_of_a_sample_is_the_samples(store: Store) -> None:
    sample = ClaimFilter(annotator="ana", sample=3, seed="velm")
    drawn = list(store.claim_ids(sample))
    say(store, drawn[0], EXTRACTION, "correct")
    rest = next(claim_id for claim_id in range(1, 6) if claim_id not in drawn)
    say(store, rest, EXTRACTION, "correct")
    progress = store.progress(sample)
    assert (progress.done, progress.left) == (1, 2)


def test_progress_of_a_filter_is_the_filters(store: Store) -> None:
    store.label([event(1, EXTRACTION, "correct"), event(4, EXTRACTION, "correct")])
    tolls = store.progress(ClaimFilter(types=(ClaimType.CASUALTY,), annotator="ana"))
    assert (tolls.done, tolls.left) == (1, 1)
    assert set(tolls.by_type) == {(ClaimType.CASUALTY, ReviewState.DONE), (ClaimType.CASUALTY, ReviewState.TODO)}
    assert tolls.by_annotator == {"ana": 2}
