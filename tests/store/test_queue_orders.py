"""In what order and in what slices a queue hands out its claims."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest

from factcheck import filters
from factcheck.errors import DatabaseError, Interrupted
from factcheck.model import (
    Casualty,
    Claim,
    ClaimFilter,
    ClaimType,
    DateValue,
    LabelField,
    Order,
    Published,
    SectionKind,
    Value,
    ViewCount,
)
from factcheck.store import QueueSlice, RunCounts, Store
from factcheck.store.labels import new_event
from factcheck.store.queues import walk
from tests.store.making import MADE_BY, Made, article_of, claim_at

TODAY = date(2031, 5, 14)
ARTICLES = 150
TYPES = (ClaimType.CASUALTY, ClaimType.VIEW_COUNT, ClaimType.MEMBERSHIP, ClaimType.DATE)


def value_of(number: int, kind: str) -> Value:
    if kind == "views":
        return ViewCount("views", number, number, "=")
    if kind == "died":
        return Casualty("killed", number, number, "=")
    return DateValue("2031", "DATE", date(2031, 1, 1), date(2031, 12, 31), "year")


def article(number: int, lot: random.Random) -> Made:
    words = [
        (f"#{part}:{lot.choice((3, 4, 5, 1000 + number * 10 + part))}", lot.choice(("died", "views", "year")))
        for part in range(5)
    ]
    made = article_of(". ".join(f"{quote} {kind}" for quote, kind in words), name=f"{number}.txt")
    day = None if lot.random() < 0.1 else TODAY - timedelta(lot.randrange(20))
    published = Published(day, str(day), "meta", inferred=False) if day else None
    made = replace(made, published=published, publisher=lot.choice(("Wire", "Post", None)))
    return made, [_claim(made, quote, kind, lot) for quote, kind in words]


def _claim(made: object, quote: str, kind: str, lot: random.Random) -> Claim:
    segment = SectionKind.TEASER if lot.random() < 0.1 else SectionKind.BODY
    made_claim = claim_at(made, quote, value_of(int(quote[3:]), kind), segment=segment)  # type: ignore[arg-type]
    return replace(made_claim, flags=("odd",)) if lot.random() < 0.1 else made_claim


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many small articles, some labelled by two people who agree or not."""
    found = tmp_path_factory.mktemp("orders") / "claims.db"
    lot = random.Random(7)
    with Store.open(found, create=True) as made:
        run = made.start_run({}, MADE_BY)
        added = made.add(run, [article(number, lot) for number in range(ARTICLES)])
        made.finish_run(run, RunCounts(ARTICLES, added.stored, 0, 0, 0, added.claims))
        for claim_id in lot.sample(range(1, ARTICLES * 5), 60):
            for who in ("ana", "bo"):
                said = lot.choice(("correct", "wrong_span"))
                made.label([new_event(claim_id, who, LabelField.EXTRACTION, said, batch=who, origin="review")])
    return found


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, readonly=True) as opened:
        yield opened


def slices(store: Store, line: str = "", order: Order = Order.READING) -> list[QueueSlice]:
    wanted = filters.parse(line, annotator="ana", today=TODAY, order=order)
    return list(store.queue(wanted, "ana"))


def ids(store: Store, line: str = "", order: Order = Order.READING) -> list[int]:
    return list(chain.from_iterable(piece.ids for piece in slices(store, line, order)))


def facts(store: Store) -> dict[int, tuple[int, str, int]]:
    """By claim its tier, its article's day and its article's number, told in another way."""
    rows = store._db.conn.execute(
        "SELECT c.id, c.article_id, a.day, c.type, c.value, c.flags, c.segment FROM claims c "
        "JOIN articles a ON a.id = c.article_id"
    ).fetchall()
    where: dict[str, set[int]] = {}
    for _, article_id, _, _, value, _, segment in rows:
        if segment != "teaser":
            where.setdefault(value, set()).add(article_id)
    found = {}
    for claim_id, article_id, day, kind, value, flags, segment in rows:
        said = {labels.extraction for labels in store.claim(claim_id).labels}
        single = kind in ("casualty", "view_count") and segment != "teaser" and len(where[value]) == 1
        tier = 0 if len(said) > 1 else 1 if flags != "[]" else 2 if single else 3 + TYPES.index(ClaimType(kind))
        found[claim_id] = (tier, day, article_id)
    return found


LINES = (
    "",
    "type:casualty",
    "value>=1000",
    "flag:odd",
    "publisher:wire",
    "label:none",
    "-died",
    "section:*",
    "-value:3",
)


@pytest.fixture(params=["few", "many", "unhurried"])
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims sorted as a whole, walked, and walked without a search for the first."""
    if request.param != "few":
        monkeypatch.setattr(walk, "FEW", -1)
    if request.param == "unhurried":
        monkeypatch.setattr(walk, "_QUICKLY", -1)
        monkeypatch.setattr(walk, "_STEPS", 1)


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("line", LINES)
def test_helpful_order_goes_by_tiers_then_by_the_newest_article(store: Store, line: str) -> None:
    known = facts(store)
    found = ids(store, line, Order.HELPFUL)
    reading = ids(store, line)
    places = {claim_id: place for place, claim_id in enumerate(reading)}
    assert sorted(found) == sorted(reading)

    def key(claim_id: int) -> tuple[int, int, int, int]:
        tier, day, article_id = known[claim_id]
        newest = -date.fromisoformat(day).toordinal() if day else 0
        return tier, newest, -article_id, places[claim_id]

    assert found == sorted(found, key=key)


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("line", LINES)
def test_newest_order_keeps_articles_together_and_undated_ones_last(store: Store, line: str) -> None:
    known = facts(store)
    days = [known[one][1:] for one in ids(store, line, Order.NEWEST)]
    assert days == sorted(days, reverse=True)
    assert sorted(ids(store, line, Order.NEWEST)) == sorted(ids(store, line))


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("order", Order)
def test_slices_ids_and_count_are_of_the_same_claims(store: Store, line: str, order: Order) -> None:
    wanted = filters.parse(line, annotator="ana", today=TODAY, order=order)
    found = ids(store, line, order)
    assert len(found) == len(set(found)) == store.count(wanted) > 0
    assert list(store.claim_ids(wanted)) == found


@pytest.mark.usefixtures("ways")
def test_each_slice_says_what_is_still_to_do(store: Store) -> None:
    done = set(ids(store, "state:done"))
    assert done
    for piece in slices(store, order=Order.HELPFUL):
        assert [not still for still in piece.open] == [claim_id in done for claim_id in piece.ids]


def test_lots_are_the_same_for_everybody_with_one_seed(store: Store) -> None:
    drawn = ids(store, "seed:may", Order.RANDOM)
    another = filters.parse("seed:may order:random", annotator="bo", today=TODAY)
    assert drawn == list(store.claim_ids(another))
    assert drawn != ids(store, "seed:june", Order.RANDOM)
    assert sorted(drawn) == sorted(ids(store))
    assert drawn != sorted(drawn)


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("order", Order)
def test_a_sample_is_drawn_by_lot_and_put_in_the_order(store: Store, order: Order) -> None:
    sample = ids(store, "sample:20 seed:may", order)
    assert len(sample) == 20
    assert set(sample) == set(ids(store, "seed:may order:random")[:20])
    assert sample == [one for one in ids(store, "seed:may", order) if one in set(sample)]
    assert store.count(filters.parse("sample:20", annotator=None, today=TODAY)) == 20


def test_weights_put_another_type_first(store: Store) -> None:
    wanted = ClaimFilter(order=Order.HELPFUL)
    known = facts(store)
    found = chain.from_iterable(piece.ids for piece in store.queue(wanted, None, (ClaimType.DATE,)))
    kinds = [row.type for row in store.rows([one for one in found if known[one][0] > 2], None)]
    assert kinds == sorted(kinds, key=[ClaimType.DATE, *TYPES].index)


def test_a_queue_is_asked_for_anew_after_it_was_left_and_writers_need_not_wait(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "FEW", -1)
    with Store.open(path) as reader, Store.open(path) as writer:
        pieces = reader.queue(ClaimFilter(), "ana")
        first = next(pieces)
        note = new_event(first.ids[0], "ana", LabelField.NOTE, "x", batch="n", origin="review")
        writer.label([note])
        reader.label([replace(note, op_id="another")])
        pieces.close()
        assert next(reader.queue(ClaimFilter(), "ana")).ids == first.ids


def test_an_interrupt_ends_a_queue_at_its_next_slice_and_leaves_the_store_whole(store: Store) -> None:
    pieces = store.queue(ClaimFilter(), "ana")
    next(pieces)
    store.interrupt()
    with pytest.raises(Interrupted):
        next(pieces)
    assert store.count(ClaimFilter()) == len(ids(store))


def test_another_thread_interrupts_a_query_that_is_at_work(store: Store) -> None:
    at_work, stopped = threading.Event(), threading.Event()

    def wait() -> None:
        at_work.set()
        stopped.wait(5)

    # SQLite asks at every step whether to go on, so that the interrupt falls within the query.
    store._db.conn.set_progress_handler(wait, 1)

    def stop() -> None:
        at_work.wait(5)
        store.interrupt()
        stopped.set()

    thread = threading.Thread(target=stop)
    thread.start()
    with pytest.raises(Interrupted) as caught:
        store.count(ClaimFilter())
    thread.join()
    store._db.conn.set_progress_handler(None, 0)
    assert isinstance(caught.value, DatabaseError)
    assert store.count(ClaimFilter()) > 0


def test_an_interrupt_at_any_step_is_an_interrupt_even_where_sqlite_says_otherwise(path: Path) -> None:
    words = filters.parse("views", annotator="ana", today=TODAY)
    ended = 0
    for step in range(1, 60):
        with Store.open(path) as store:
            taken = iter(range(1, step + 1))

            def tick(store: Store = store, taken: Iterator[int] = taken, step: int = step) -> None:
                if next(taken, 0) == step:
                    store.interrupt()

            # The table of words is opened at the first search: in the middle of that, its error is another one.
            store._db.conn.set_progress_handler(tick, 1)
            try:
                store.count(words)
            except DatabaseError as error:
                assert isinstance(error, Interrupted)  # noqa: PT017 - which one, of all steps alike
                ended += 1
    assert ended


def test_what_is_said_between_two_queues_shows_in_the_second(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "FEW", -1)
    wanted = ClaimFilter(order=Order.HELPFUL, annotator="ana")

    def read(store: Store) -> tuple[list[int], bytes]:
        found = list(store.queue(wanted, "ana"))
        return list(chain.from_iterable(piece.ids for piece in found)), b"".join(piece.open for piece in found)

    with Store.open(path) as store:
        read(store)
        ids_before, open_before = read(store)
        last = ids_before[open_before.rindex(1)]
        assert ids_before.index(last) > len(ids_before) // 2
        for who, said in (("ana", "correct"), ("bo", "wrong_span")):
            store.label([new_event(last, who, LabelField.EXTRACTION, said, batch=f"now {who}", origin="review")])
        ids_after, open_after = read(store)
        assert last in ids_after[: len(ids_after) // 2]
        assert open_after[ids_after.index(last)] == 0
        with Store.open(path) as fresh:
            assert read(fresh) == (ids_after, open_after)
        store.undo("bo")
        store.undo("ana")
        assert read(store) == (ids_before, open_before)


def test_an_interrupt_while_nothing_is_asked_changes_nothing(store: Store) -> None:
    store.interrupt()
    assert store.count(ClaimFilter()) > 0
