"""The thread of the desk that walks through all claims: queues, counts, names to complete. It never writes.

A walk over a million claims takes a second or two. It is done beside the reader, so that a label never waits for it,
and handed over in stretches, so that the first rows are there at once; a newer question of its kind ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

from factcheck.errors import DatabaseError, Interrupted
from factcheck.model import ClaimFilter, ClaimType
from factcheck.review.queue import ReviewQueue
from factcheck.store import Store
from factcheck.tui.answers import Answer, Lost, QueueRead, Told
from factcheck.tui.requests import Ask, ReadQueue, Request
from factcheck.tui.store_thread import StoreThread

_FIRST_FRAME_SECONDS = 0.05
"""How long a walk stands back behind its first rows: what it takes of the interpreter, their frame waits for."""


class Walker(StoreThread):
    """Of queues, and of each topic of other questions, only the newest counts: it ends an older one under way.

    ``opened`` is the reader's: the database is to be brought up to date before it is read. ``weights`` are the types
    of claim for the helpful order. A database of which not even the first queue can be read is lost.
    """

    def __init__(
        self,
        path: Path,
        annotator: str,
        post: Callable[[Answer], object],
        opened: Event,
        weights: Sequence[ClaimType] = (),
    ) -> None:
        super().__init__("factcheck-walker", post)
        self._path = path
        self._annotator = annotator
        self._opened = opened
        self._weights = weights
        self._walked = False
        self._store: Store | None = None
        self._waiting: dict[str, Request] = {}
        self._under_way: Request | None = None

    def close(self) -> None:
        """End the thread; what is under way is given up, for nobody waits for it."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._give_up()
            self._changed.notify()

    def _open(self) -> Store:
        self._opened.wait()
        self._store = Store.open(self._path, readonly=True)
        return self._store

    def _take(self, request: Request) -> None:
        topic = _topic(request)
        self._waiting.pop(topic, None)
        self._waiting[topic] = request
        if self._under_way is not None and _topic(self._under_way) == topic:
            self._give_up()

    def _next(self) -> Request | None:
        self._under_way = self._waiting.pop(next(iter(self._waiting))) if self._waiting else None
        return self._under_way

    def _give_up(self) -> None:
        if self._under_way is not None and self._store is not None:
            self._under_way = None
            self._store.interrupt()

    def _serve(self, store: Store, request: Request) -> None:
        while self._under_way is request:
            # An interruption that was meant for the question before may come late: this one is then asked again.
            with suppress(Interrupted):
                if isinstance(request, ReadQueue):
                    self._walk_or_lose(store, request)
                elif isinstance(request, Ask):
                    self._post(Told(request, request.work(store)))
                return

    def _walk_or_lose(self, store: Store, request: ReadQueue) -> None:
        try:
            self._walk(store, request)
        except Interrupted:
            raise
        except DatabaseError as error:
            if self._walked:
                raise
            self._post(Lost(error))
        else:
            self._walked = True

    def _walk(self, store: Store, request: ReadQueue) -> None:
        first, found = True, 0
        for part in store.queue(request.filter, self._annotator, self._weights):
            if self._under_way is not request:
                return
            self._post(QueueRead(request.generation, ReviewQueue(part.ids, part.open), first=first, last=False))
            if first:
                self._stand_back(request)
            first, found = False, found + len(part.ids)
        claims = 0 if found else store.count(ClaimFilter(foreign=True))
        self._post(QueueRead(request.generation, ReviewQueue(), first=first, last=True, claims=claims))

    def _stand_back(self, request: ReadQueue) -> None:
        """Let the first rows be drawn before the rest is walked, unless the walk is given up."""
        with self._changed:
            self._changed.wait_for(lambda: self._under_way is not request, _FIRST_FRAME_SECONDS)


def _topic(request: Request) -> str:
    return request.topic if isinstance(request, Ask) else "queue"
