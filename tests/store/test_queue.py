from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model import ClaimFilter, ClaimType, LabelField, Order, ReviewState, SectionKind
from factcheck.store import RunCounts, Store
from factcheck.store.conditions.query import done_query
from factcheck.store.labels import new_event
from factcheck.store.labels.undoing import EVENTS_OF_BATCH, NEWEST_BATCH
from tests.store.making import MADE_BY, article_of, claim_at, killed


def say(store: Store, annotator: str, claim_id: int, field: LabelField, value: str | None) -> None:
    store.label([new_event(claim_id, annotator, field, value, batch=f"{annotator}{claim_id}", origin="review")])


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ClaimFilter(), [1, 2, 3, 4, 5]),
        (ClaimFilter(foreign=True), [1, 2, 3, 4, 5, 6]),
        (ClaimFilter(types=(ClaimType.CASUALTY,)), [1, 3]),
        (ClaimFilter(types=(ClaimType.CASUALTY, ClaimType.DATE), foreign=True), [1, 2, 3, 6]),
        (ClaimFilter(segments=(SectionKind.TEASER,)), [6]),
        (ClaimFilter(segments=(SectionKind.HEADLINE, SectionKind.TEASER)), [1, 6]),
        (ClaimFilter(article_id=1), [1, 2, 3, 4, 5]),
        (ClaimFilter(article_id=2), []),
        (ClaimFilter(text="bruun"), [4]),
        (ClaimFilter(text="kill"), [1, 2, 3]),
        (ClaimFilter(text="killed at least"), [3]),
        (ClaimFilter(text="3,400 viewed"), [5]),
        (ClaimFilter(text="9"), []),
        (ClaimFilter(text="9", foreign=True), [6]),
        (ClaimFilter(text="  "), [1, 2, 3, 4, 5]),
        (ClaimFilter(text='" !'), []),
    ],
)
def test_a_filter_gives_its_claims_in_queue_order(store: Store, wanted: ClaimFilter, ids: list[int]) -> None:
    assert list(store.claim_ids(wanted)) == ids
    assert store.count(wanted) == len(ids)


def test_queue_order_is_article_then_title_then_place(store: Store) -> None:
    article = article_of("8 died, 9 died.", name="late.txt", title="10 died")
    claims = [
        claim_at(article, "9", killed(9)),
        claim_at(article, "8", killed(8)),
        claim_at(article, "10", killed(10), field="title"),
    ]
    store.add(store.start_run({}, MADE_BY), [(article, claims)])
    rows = store.rows(store.claim_ids(ClaimFilter(article_id=3)), None)
    assert [row.quote for row in rows] == ["10", "8", "9"]


def test_states_are_an_annotators_own_or_anybodys(store: Store) -> None:
    def queue(state: ReviewState, annotator: str | None) -> list[int]:
        return list(store.claim_ids(ClaimFilter(state=state, annotator=annotator)))

    say(store, "ana", 1, LabelField.EXTRACTION, "correct")
    say(store, "ana", 2, LabelField.NOTE, "look again")
    say(store, "bo", 3, LabelField.VERDICT, "refuted")
    say(store, "bo", 4, LabelField.CHECK_WORTHINESS, "unimportant")
    say(store, "bo", 4, LabelField.CHECK_WORTHINESS, None)
    assert queue(ReviewState.DONE, "ana") == [1]
    assert queue(ReviewState.TODO, "ana") == [2, 3, 4, 5]
    assert queue(ReviewState.DONE, "bo") == [3]
    assert queue(ReviewState.DONE, None) == [1, 3]
    assert queue(ReviewState.TODO, None) == [2, 4, 5]
    store.undo("ana")
    store.undo("ana")
    assert queue(ReviewState.DONE, "ana") == []


def test_rows_come_in_the_order_asked_with_the_annotators_labels(store: Store) -> None:
    say(store, "ana", 3, LabelField.VERDICT, "supported")
    say(store, "bo", 3, LabelField.NOTE, "hm")
    rows = store.rows([5, 99, 3, 1], "ana")
    assert [row.id for row in rows] == [5, 3, 1]
    labelled = rows[1]
    assert labelled.labels is not None
    assert (labelled.labels.verdict, labelled.labels.note, labelled.labelled_by) == ("supported", None, 2)
    assert (rows[0].labels, rows[0].labelled_by) == (None, 0)
    assert (rows[2].headline, rows[2].source_id) == ("Crane falls at Velm harbour, killing 2", "port/harbour.txt")
    assert store.rows([], "ana") == []
    assert store.rows([3], None)[0].labels is None


def test_a_claim_is_named_by_key_beginning_or_number(store: Store) -> None:
    key = store.claim(3).key
    assert store.resolve(key) == 3
    assert store.resolve(f" {key[:6]} ") == 3
    assert store.resolve("3") == 3
    too_short = "zzz" if key[:3].isdigit() else key[:3]
    for unknown in ("", "zzzz", too_short, "99", "9" * 30, "%", "\x00", "\ud800", "¹"):
        with pytest.raises(UsageError, match="no claim"):
            store.resolve(unknown)


def test_a_beginning_that_several_claims_share_is_refused(store: Store) -> None:
    article = article_of("Bruun left.", name="moves.txt")
    store.add(store.start_run({}, MADE_BY), [(article, [claim_at(article, "Bruun", killed(n)) for n in (1, 2)])])
    key = store.article_claims(3)[0].key
    with pytest.raises(UsageError, match="several claims"):
        store.resolve(key[:8])
    assert store.resolve(key) == 7


@given(st.text(st.one_of(st.characters(), st.sampled_from("\"'*^(){}:+-\x00\ud800 NEARANDORNOT")), max_size=50))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_words_make_a_search_fail(store: Store, words: str) -> None:
    assert store.count(ClaimFilter(text=words)) == len(store.claim_ids(ClaimFilter(text=words)))


LONG_WORDS = ["a" * 100_000, "a " * 100_000, '"' * 100_000, "NEAR(" * 20_000, "a* OR " * 20_000]


@pytest.mark.parametrize("words", LONG_WORDS, ids=["one", "many", "quotes", "nested", "operators"])
def test_no_long_words_make_a_search_fail(store: Store, words: str) -> None:
    assert store.count(ClaimFilter(text=words)) == len(store.claim_ids(ClaimFilter(text=words)))


def test_search_knows_a_word_without_its_accents(store: Store) -> None:
    article = article_of("Élodie: 12 died.", name="accents.txt")
    run = store.start_run({}, MADE_BY)
    store.add(run, [(article, [claim_at(article, "12", killed(12))])])
    store.finish_run(run, RunCounts(1, 1, 0, 0, 0, 1))
    assert list(store.claim_ids(ClaimFilter(text="elodie"))) == [7]


def plan(store: Store, sql: str, parameters: Sequence[object] = ()) -> str:
    return "\n".join(row[3] for row in store._db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", parameters))


def executed(store: Store, call: Callable[[], object]) -> list[str]:
    """The statements that a call has SQLite run, their values put in."""
    statements: list[str] = []
    store._db.conn.set_trace_callback(statements.append)
    try:
        call()
    finally:
        store._db.conn.set_trace_callback(None)
    return statements


@pytest.mark.parametrize("order", [Order.READING, Order.NEWEST, Order.HELPFUL])
@pytest.mark.parametrize("state", [None, ReviewState.TODO])
def test_a_queue_is_walked_along_indexes_without_a_sort(
    store: Store, order: Order, state: ReviewState | None
) -> None:
    wanted = ClaimFilter(order=order, state=state, annotator="ana")
    walks = [
        sql for sql in executed(store, lambda: list(store.queue(wanted, "ana"))) if "INDEXED BY claims_queue" in sql
    ]
    assert walks
    for sql in walks:
        rows = store._db.conn.execute(f"EXPLAIN QUERY PLAN {sql}")
        outermost = [row[3] for row in rows if row[1] == 0]
        assert any("c USING INDEX claims_queue" in step for step in outermost)
        # Claims on one span may be sorted among themselves; more would wait for all before the first.
        assert "USE TEMP B-TREE FOR ORDER BY" not in outermost


def test_what_is_done_is_read_from_its_index_alone(store: Store) -> None:
    assert "COVERING INDEX label_events_state" in plan(store, *done_query("ana"))
    assert "COVERING INDEX label_events_state" in plan(store, *done_query(None))


def test_undo_finds_the_last_word_and_its_batch_without_a_search(store: Store) -> None:
    assert "TEMP B-TREE" not in plan(store, NEWEST_BATCH, ["ana"])
    assert "label_events_batch (batch=? AND annotator=?)" in plan(store, EVENTS_OF_BATCH, ["ana", "b"])
