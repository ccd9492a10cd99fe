"""Sets of claims that label events decide, read once and then kept up to date by the events that came since."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import chain

from sqlite_utils import Database

from factcheck.store.conditions.clauses import Sql
from factcheck.store.conditions.said_terms import EVERY_CLAIM, given_claims
from factcheck.store.queues.id_sets import ids_of, members

_MANY = 2_000
"""Where events spoke of more claims since, the set is read anew."""


class Remembered:
    """The claims that a query over label events gives; ``query`` takes the condition on ``claim_id`` to keep to.

    Events are only ever appended, and one that takes another back names the same claim: what a set held before an
    event it holds after it, but for that event's claim.
    """

    def __init__(self, query: Callable[[Sql], Sql]) -> None:
        self._query = query
        self._newest = 0
        self._mask = bytearray()

    def mask(self, db: Database, size: int) -> bytearray:
        """One byte an id, 1 where the claim is in, for at least ``size`` ids; not to be changed."""
        newest = int(db.conn.execute("SELECT coalesce(max(id), 0) FROM label_events").fetchone()[0])
        if size > len(self._mask):
            self._mask.extend(bytes(size - len(self._mask)))
        if newest != self._newest:
            self._catch_up(db)
            self._newest = newest
        return self._mask

    def ids(self, db: Database, size: int) -> array[int]:
        """The ids in the set below ``size``, from the least."""
        return members(self.mask(db, size)[:size])

    def _catch_up(self, db: Database) -> None:
        since = "SELECT DISTINCT claim_id FROM label_events WHERE id > ? LIMIT ?"
        touched = array("q")
        if self._newest:
            touched.extend(chain.from_iterable(db.conn.execute(since, (self._newest, _MANY + 1))))
        if 0 < len(touched) <= _MANY:
            for claim_id in touched:
                self._put(claim_id, 0)
            query = self._query(given_claims(touched))
        else:
            self._mask = bytearray(len(self._mask))
            query = self._query(EVERY_CLAIM)
        for claim_id in ids_of(db, query):
            self._put(claim_id, 1)

    def _put(self, claim_id: int, is_in: int) -> None:
        if claim_id >= len(self._mask):
            self._mask.extend(bytes(claim_id + 1 - len(self._mask)))
        self._mask[claim_id] = is_in
