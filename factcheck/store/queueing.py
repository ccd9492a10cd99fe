"""The store as queues ask it: which claims a filter lets through, in what order, and why one of them comes now."""

from __future__ import annotations

import time
from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from threading import Lock

from sqlite_utils import Database

from factcheck.errors import DatabaseError, Interrupted
from factcheck.model import ClaimFilter, ClaimType, Order
from factcheck.store.conditions.query import count_query
from factcheck.store.conditions.said_terms import Scope, disputed, done, given_claims, whose
from factcheck.store.db import read_tx, translated
from factcheck.store.opened import Opened
from factcheck.store.queues.id_sets import opposite
from factcheck.store.queues.remembered import Remembered
from factcheck.store.queues.tiers import DEFAULT_WEIGHTS
from factcheck.store.queues.walk import FIRST, Walk, wanted_ids
from factcheck.store.queues.why import why
from factcheck.store.rows import QueueSlice, Why
from factcheck.store.vocabulary import vocabulary

_SLICE = 20_000
"""Claims of a slice behind the first; more where more are there at once, up to the most."""

_MOST = 65_536

_PAUSE = 0.08
"""Seconds after which a slice is handed out however short it is."""


class Queueing(Opened):
    """Filters of claims answered. ``interrupt`` is the one method that another thread may call."""

    def __init__(self, db: Database, *, readonly: bool = False) -> None:
        super().__init__(db, readonly=readonly)
        self._stopping = Lock()
        self._questions: set[_Question] = set()
        self._is_at_work = False
        self._disputed = Remembered(disputed)
        self._done: dict[str | None, Remembered] = {}

    def claim_ids(self, filter: ClaimFilter) -> array[int]:  # noqa: A002 - the model's name
        """The numbers of the claims in a queue, in the filter's order, all at once. Raises Interrupted."""
        with self._asked() as question:
            return wanted_ids(self._db, filter, check=question.check)

    def count(self, filter: ClaimFilter) -> int:  # noqa: A002 - the model's name
        """How many claims a queue holds. Raises Interrupted."""
        with self._asked():
            found = int(self._db.conn.execute(*count_query(filter)).fetchone()[0])
        return found if filter.sample is None else min(found, filter.sample)

    def queue(
        self,
        filter: ClaimFilter,  # noqa: A002 - the model's name
        annotator: str | None,
        weights: Sequence[ClaimType] = DEFAULT_WEIGHTS,
    ) -> Generator[QueueSlice, None, None]:
        """The claims of a queue in its order, in slices: the first is short, and there as soon as it is found.

        A slice says of each claim whether the annotator (anybody, where that is ``None``) has it still to do. Slices
        may be empty: where nothing is found for a while, so that the caller can stop, by ``close`` or by asking for
        no more. Claims that come while it goes on are not in it. ``weights`` are the types of claim for the helpful
        order, the weightiest first. Raises Interrupted once ``interrupt`` was called.
        """
        question = _Question()
        self._questions.add(question)
        try:
            with self._at_work(question):
                walk = Walk(self._db, filter, weights, question.check, self._disputed)
            undone: bytearray | None = None
            for ids in self._pieces(question, walk):
                with self._at_work(question):
                    if undone is None and len(ids) > FIRST:
                        undone = self._undone(annotator, walk.size)
                    still_open = self._open(annotator, ids) if undone is None else map(undone.__getitem__, ids)
                    piece = QueueSlice(ids, bytearray(still_open))
                yield piece
        finally:
            self._questions.discard(question)

    def vocabulary(self, field: str, prefix: str, limit: int = 20) -> list[tuple[str, int | None]]:
        """Names of a search field that are in the database and begin so, with how many claims have each if known.

        Raises UsageError for a field that has no names.
        """
        with translated(self._path):
            return vocabulary(self._db, field, prefix, limit)

    def why(
        self,
        claim_id: int,
        annotator: str | None,
        order: Order = Order.HELPFUL,
        weights: Sequence[ClaimType] = DEFAULT_WEIGHTS,
    ) -> Why:
        """What puts a claim where it comes in the queue of an annotator. Raises UsageError where there is none."""
        with read_tx(self._db):
            return why(self._db, claim_id, annotator, order, weights)

    def _pieces(self, question: _Question, walk: Walk) -> Iterator[array[int]]:
        """What a walk finds, put together to pieces worth handing out."""
        steps = walk.ids()
        held, since, is_first = array("q"), time.perf_counter(), True
        while True:
            with self._at_work(question):
                found = next(steps, None)
            if found is not None:
                held += found
            late = time.perf_counter() - since >= _PAUSE
            if (held and (is_first or found is None)) or len(held) >= _SLICE or (late and found is not None):
                begun = FIRST if is_first else 0
                if begun:
                    yield held[:begun]
                for start in range(begun, len(held) or 1, _MOST):
                    yield held[start : start + _MOST]
                is_first = is_first and not held
                held, since = array("q"), time.perf_counter()
            if found is None:
                return

    def _undone(self, annotator: str | None, size: int) -> bytearray:
        """The set of claims that the annotator has still to do."""
        if annotator not in self._done:
            by = whose((), annotator)
            self._done = {annotator: Remembered(lambda among: done(Scope(by, among)))}
        return opposite(self._done[annotator].mask(self._db, size))

    def _open(self, annotator: str | None, ids: Sequence[int]) -> Iterator[bool]:
        """For each of a few claims whether the annotator has it still to do."""
        query = done(Scope(whose((), annotator), given_claims(ids)))
        finished = frozenset(chain.from_iterable(self._db.conn.execute(query.text, query.values)))
        return (one not in finished for one in ids)

    def interrupt(self) -> None:
        """Stop the questions that are under way, from whatever thread; what is being written goes on to its end."""
        with self._stopping:
            for question in self._questions:
                question.stopped = True
            if self._is_at_work:
                self._db.conn.interrupt()

    @contextmanager
    def _asked(self) -> Iterator[_Question]:
        """A question that is answered in one go."""
        question = _Question()
        self._questions.add(question)
        try:
            with self._at_work(question):
                yield question
        finally:
            self._questions.discard(question)

    @contextmanager
    def _at_work(self, question: _Question) -> Iterator[None]:
        """While the connection reads for a question; only then may it be interrupted, lest a label be lost."""
        with self._stopping:
            question.check()
            self._is_at_work = True
        try:
            with translated(self._path):
                yield
        except DatabaseError:
            question.check()  # SQLite does not always say that it was interrupted: a full-text table fails to open
            raise
        finally:
            with self._stopping:
                self._is_at_work = False


class _Question:
    """Something that is asked of the store; ``stopped`` when its answer is no longer wanted."""

    def __init__(self) -> None:
        self.stopped = False

    def check(self) -> None:
        if self.stopped:
            raise Interrupted("stopped: the answer is no longer wanted")
