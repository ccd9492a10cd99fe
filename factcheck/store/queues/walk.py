"""A queue's claims in its order, handed out in slices: the first at once, a million within two seconds.

Nothing is kept open between two slices, so that no reader holds up a writer and whoever takes the slices can stop.
Few claims are sorted as a whole. Of many, the first are looked for in queue order; then all are walked, a stretch of
articles at a time, along the index of the order, and what no stretch can tell by itself (labels, words) is met with
sets that are read once.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from heapq import nsmallest
from itertools import chain
from typing import TypeVar

from sqlite_utils import Database

from factcheck.model import ClaimFilter, ClaimType, Order
from factcheck.store.conditions.clauses import Sql, all_of
from factcheck.store.conditions.query import QUEUE_ORDER, clauses
from factcheck.store.conditions.said_terms import disputed
from factcheck.store.db import sqlite3
from factcheck.store.queues.id_sets import both, ids_of, mask_of, opposite
from factcheck.store.queues.lots import LOT_BITS, lots
from factcheck.store.queues.remembered import Remembered
from factcheck.store.queues.stretches import Stretches
from factcheck.store.queues.tiers import DEFAULT_WEIGHTS, FLAGGED, SINGLE, Tiers

FIRST = 64
"""Claims that are looked for before all others: what a tall screen shows of its list."""

FEW = 10_000
"""So many claims are sorted as a whole."""

_QUICKLY = 0.04
"""Seconds that the search for the first claims may take; what it has found by then is their beginning."""

_HEAPS = 64
"""Into how many heaps a queue by lot is dealt."""

_STEPS = 1_000
"""Steps of SQLite's machine between two looks at the clock."""

_IN_ARTICLE = QUEUE_ORDER.removeprefix("c.article_id, ")
NEWEST_ORDER = f"a.day DESC, a.id DESC, {_IN_ARTICLE}"
"""The newest article first, undated ones last, each from its title on."""

_CLAIMS = "claims c INDEXED BY claims_queue"
_BY_NEWEST = f"articles a INDEXED BY articles_newest CROSS JOIN {_CLAIMS} ON c.article_id = a.id"
_BY_ARTICLE = f"articles a CROSS JOIN {_CLAIMS} ON c.article_id = a.id"

_WALKS = {
    Order.READING: (_BY_ARTICLE, f"a.id, {_IN_ARTICLE}"),
    Order.NEWEST: (_BY_NEWEST, NEWEST_ORDER),
    Order.HELPFUL: (_BY_NEWEST, NEWEST_ORDER),
}
"""By which index an order is walked, and the order in words that let SQLite see that nothing need be sorted."""

Taken = TypeVar("Taken")


def wanted_ids(
    db: Database,
    wanted: ClaimFilter,
    weights: Sequence[ClaimType] = DEFAULT_WEIGHTS,
    check: Callable[[], None] = lambda: None,
) -> array[int]:
    """All the claims that a filter lets through, in its order; the caller holds a transaction or needs none."""
    found = array("q")
    for ids in Walk(db, wanted, weights, check, Remembered(disputed)).ids(at_once=True):
        found += ids
    return found


class Walk:
    """One filter on its way to ids.

    ``check`` is called between queries and raises where the walk is to stop. ``disputed`` are the claims that
    annotators disagree about, as they were last read.
    """

    def __init__(
        self,
        db: Database,
        wanted: ClaimFilter,
        weights: Sequence[ClaimType],
        check: Callable[[], None],
        disputed: Remembered,
    ) -> None:
        self._db = db
        self._wanted = wanted
        self._clauses = list(clauses(wanted))
        self._check = check
        self._helpful = wanted.order is Order.HELPFUL
        self._tiers = Tiers(db, weights)
        self._disputed = disputed
        self.size = 1 + int(db.conn.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()[0])
        """One more than the greatest id when the walk began; claims that come later are left out."""

    def ids(self, *, at_once: bool = False) -> Iterator[array[int]]:
        """The ids in the filter's order, in arrays that may be empty; ``at_once`` says that all are waited for."""
        if self._wanted.sample is not None:
            yield from self._sample(self._wanted.sample)
        elif self._wanted.order is Order.RANDOM:
            yield from self._by_lot()
        elif (few := self._few()) is not None:
            yield self._sorted(few)
        else:
            yield from self._many(at_once=at_once)

    def _rows(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        self._check()
        return self._db.conn.execute(sql, values)

    # Few claims

    def _few(self) -> array[int] | None:
        """Where one clause alone leaves but few claims, these, in no order; the other clauses are still to be met."""
        for ids in self._selections():
            found = array("q", chain.from_iterable(self._rows(f"{ids.text} LIMIT {FEW + 1}", ids.values)))
            if len(found) <= FEW:
                return array("q", frozenset(found))
        return None

    def _selections(self) -> Iterator[Sql]:
        articles = all_of(clause.condition for clause in self._clauses if clause.of_article)
        if articles.values:
            yield Sql(f"SELECT c.id FROM {_BY_ARTICLE} WHERE {articles.text}", articles.values)
        for clause in self._clauses:
            if clause.ids is not None and not clause.negated:
                yield Sql(f"SELECT * FROM ({clause.ids.text})", clause.ids.values)

    def _sorted(self, ids: Iterable[int], *, tiers: bool = True) -> array[int]:
        """Those of the ids that every clause lets through, in the filter's order."""
        where = all_of(clause.condition for clause in self._clauses)
        in_tiers = self._helpful and tiers
        order = QUEUE_ORDER if self._wanted.order is Order.READING else NEWEST_ORDER
        query = Sql(
            f"SELECT c.id{', ' + self._tiers.exact_sql if in_tiers else ''} "
            "FROM json_each(?) j CROSS JOIN claims c ON c.id = j.value CROSS JOIN articles a ON a.id = c.article_id "
            f"WHERE {where.text} ORDER BY {order}",
            (f"[{','.join(map(str, ids))}]", *where.values),
        )
        if in_tiers:
            return self._disputed_first(self._tiers.arranged(self._rows(query.text, query.values)))
        self._check()
        found = ids_of(self._db, query)
        if self._wanted.order is Order.RANDOM:
            return array("q", sorted(found, key=lots(self._wanted.seed)))
        return found

    def _disputed_first(self, ids: array[int]) -> array[int]:
        known = self._disputed.mask(self._db, self.size)
        first = [one for one in ids if known[one]]
        if not first:
            return ids
        return self._sorted(first, tiers=False) + array("q", (one for one in ids if not known[one]))

    # By lot

    def _sample(self, count: int) -> Iterator[array[int]]:
        lot, drawn = lots(self._wanted.seed), array("q")
        for found in self._in_no_order():
            drawn = array("q", nsmallest(count, chain(drawn, found), key=lot))
            yield array("q")
        yield self._sorted(drawn)

    def _by_lot(self) -> Iterator[array[int]]:
        """Claims are dealt to heaps by the beginnings of their lots, so that each heap is sorted in a moment."""
        lot = lots(self._wanted.seed)
        heaps = [array("q") for _ in range(_HEAPS)]
        for found in self._in_no_order():
            for one in found:
                heaps[lot(one) * _HEAPS >> LOT_BITS].append(one)
            yield array("q")
        for heap in heaps:
            yield array("q", sorted(heap, key=lot))

    def _in_no_order(self) -> Iterator[array[int]]:
        few = self._few()
        if few is not None:
            yield self._sorted(few, tiers=False)
            return
        keep = self._kept()
        for found in self._walked(Order.READING, "c.id", _flat):
            yield _let_through(found, keep, frozenset())

    # Many claims

    def _many(self, *, at_once: bool) -> Iterator[array[int]]:
        first = array("q")
        if self._helpful:
            first = self._sorted(self._disputed.ids(self._db, self.size), tiers=False)
        if not at_once:
            first += self._first(FIRST - len(first), frozenset(first))
        yield first
        keep = self._kept()
        yield array("q")
        if self._helpful:
            yield from self._in_tiers(keep, frozenset(first))
            return
        for found in self._walked(self._wanted.order, "c.id", _flat):
            yield _let_through(found, keep, frozenset(first))

    def _first(self, count: int, known: frozenset[int]) -> array[int]:
        """The first claims of the queue beside those known: as many as are wanted or as are found quickly."""
        found = array("q")
        with _deadline(self._db, _QUICKLY):
            for ids in self._searches(count + len(known)):
                found.extend(one for one in ids if one not in known)
                if len(found) >= count:
                    break
        return found[: max(0, count)]

    def _searches(self, count: int) -> Iterator[Iterable[int]]:
        """The first claims of the queue, tier by tier where it has tiers, each as long as somebody goes on asking."""
        where = all_of(clause.condition for clause in self._clauses)
        source, order = _WALKS[self._wanted.order]
        for number, tier in enumerate(self._tiers.conditions() if self._helpful else ["TRUE"]):
            if self._helpful and number == FLAGGED and (few := self._tiers.flagged(FIRST)) is not None:
                yield self._sorted(few, tiers=False)
                continue
            sql = f"SELECT c.id FROM {source} WHERE {tier} AND {where.text} ORDER BY {order} LIMIT ?"
            yield chain.from_iterable(self._rows(sql, (*where.values, count)))

    def _in_tiers(self, keep: bytearray | None, seen: frozenset[int]) -> Iterator[array[int]]:
        """Tier by tier: the flagged as they are met, the others when all have been."""
        singles = bytearray(self.size)
        for thing in self._tiers.things():
            self._check()
            self._tiers.mark_singles(thing, singles)
            yield array("q")
        buckets = [array("q") for _ in range(self._tiers.count)]
        for rows in self._walked(Order.NEWEST, f"c.id, {self._tiers.quick_sql}", list):
            _distribute(rows if keep is None else [row for row in rows if keep[row[0]]], singles, buckets)
            yield array("q", (one for one in buckets[FLAGGED] if one not in seen))
            del buckets[FLAGGED][:]
        for bucket in buckets:
            yield array("q", (one for one in bucket if one not in seen))

    def _kept(self) -> bytearray | None:
        """The set of claims that all clauses with sets of their own let through; ``None`` for every claim."""
        keep: bytearray | None = None
        for clause in self._clauses:
            if clause.ids is None:
                continue
            ids = array("q", chain.from_iterable(self._rows(clause.ids.text, clause.ids.values)))
            if clause.negated and not ids:
                continue
            mask = mask_of(ids, self.size)
            if clause.negated:
                mask = opposite(mask)
            keep = mask if keep is None else both(keep, mask)
        return keep

    def _walked(self, order: Order, columns: str, take: Callable[[sqlite3.Cursor], Taken]) -> Iterator[Taken]:
        """All claims that each clause without a set lets through, a stretch of articles at a time."""
        rest = [clause for clause in self._clauses if clause.ids is None]
        where = all_of([Sql("c.id < ?", (self.size,)), *(clause.condition for clause in rest)])
        source, by = _WALKS[order]
        if order is Order.READING and not any(clause.of_article for clause in rest):
            source, by = _CLAIMS, QUEUE_ORDER
        stretches = Stretches(self._db, by_day=order is not Order.READING, column=by.split(",")[0])
        for bounds in stretches:
            rows = self._rows(
                f"SELECT {columns} FROM {source} WHERE {bounds.text} AND {where.text} ORDER BY {by}",
                (*bounds.values, *where.values),
            )
            yield stretches.timed(take, rows)


def _flat(rows: sqlite3.Cursor) -> array[int]:
    return array("q", chain.from_iterable(rows))


def _let_through(ids: array[int], keep: bytearray | None, seen: frozenset[int]) -> array[int]:
    """The ids that are in the set and were not handed out before."""
    if keep is not None:
        return array("q", (one for one in ids if keep[one] and one not in seen))
    return array("q", (one for one in ids if one not in seen)) if seen else ids


def _distribute(rows: Iterable[tuple[int, int]], singles: bytearray, buckets: Sequence[array[int]]) -> None:
    """Put each id into the bucket of its tier; what is a single source is so unless it is flagged."""
    add = [bucket.append for bucket in buckets]
    for claim_id, tier in rows:
        add[SINGLE if tier and singles[claim_id] else tier](claim_id)


@contextmanager
def _deadline(db: Database, seconds: float) -> Iterator[None]:
    """End the block, without an error, when a query in it is still at work after so many seconds."""
    end = time.perf_counter() + seconds
    db.conn.set_progress_handler(lambda: time.perf_counter() > end, _STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if time.perf_counter() <= end:
            raise
    finally:
        db.conn.set_progress_handler(None, 0)
