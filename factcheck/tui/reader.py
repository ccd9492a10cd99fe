"""The one thread of the desk that owns a Store: requests in, answers out."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Condition, Thread

from factcheck.errors import FactcheckError
from factcheck.model import ClaimFilter, ReviewState
from factcheck.review.queue import ReviewQueue
from factcheck.store import Store, StoredClaim
from factcheck.tui.answers import (
    Answer,
    ArticleFound,
    ArticleRead,
    Failed,
    Lost,
    PageRead,
    QueueRead,
    Saved,
    TakenBack,
)
from factcheck.tui.requests import FindArticle, ReadArticle, ReadPage, ReadQueue, Redo, Request, Save, Undo

PAGE_ROWS = 128
_WAITING_PAGES = 8
"""Page requests kept waiting: a held Page Down outruns the disk, and nobody looks at pages flown past."""


class Reader(Thread):
    """Answers requests one at a time with one Store, and posts what it finds, from its own thread.

    Labels, queues and undo are answered in the order asked. Of articles only the newest asked for counts, and of
    pages the newest comes first: they follow a cursor that has moved on since. ``close`` lets everything asked in
    order be done before the thread ends, so that no label is dropped on the way out.
    """

    def __init__(self, path: Path, annotator: str, post: Callable[[Answer], object]) -> None:
        super().__init__(name="factcheck-reader", daemon=True)
        self._path = path
        self._annotator = annotator
        self._post = post
        self._changed = Condition()
        self._in_order: deque[Request] = deque()
        self._article: ReadArticle | None = None
        self._pages: deque[ReadPage] = deque(maxlen=_WAITING_PAGES)
        self._closing = False

    def ask(self, request: Request) -> None:
        """Take a request from any thread; returns at once."""
        with self._changed:
            match request:
                case ReadPage(generation, page, _):
                    if all((waiting.generation, waiting.page) != (generation, page) for waiting in self._pages):
                        self._pages.append(request)
                case ReadArticle():
                    self._article = request
                case _:
                    self._in_order.append(request)
            self._changed.notify()

    def close(self) -> None:
        """End the thread once what was asked in order has been answered."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    def run(self) -> None:
        """Open the Store and answer until closed."""
        try:
            store = Store.open(self._path)
        except (FactcheckError, OSError) as error:
            self._post(Lost(str(error)))
            return
        with closing(store):
            while (request := self._next()) is not None:
                self._post(self._answer(store, request))

    def _next(self) -> Request | None:
        with self._changed:
            while True:
                if self._in_order:
                    return self._in_order.popleft()
                if self._closing:
                    return None
                if self._article is not None:
                    request, self._article = self._article, None
                    return request
                if self._pages:
                    return self._pages.pop()
                self._changed.wait()

    def _answer(self, store: Store, request: Request) -> Answer:
        try:
            return self._dispatch(store, request)
        except (FactcheckError, OSError) as error:
            return Failed(request, str(error))
        except Exception as error:  # noqa: BLE001 - the worker's edge: a thread that died would save no label and say nothing
            return Failed(request, f"a fault in factcheck: {type(error).__name__}: {error}")

    def _dispatch(self, store: Store, request: Request) -> Answer:
        match request:
            case ReadQueue():
                return self._read_queue(store, request)
            case ReadPage(generation, page, ids):
                return PageRead(generation, page, store.rows(ids, self._annotator))
            case ReadArticle(article_id):
                return ArticleRead(store.article(article_id), store.article_claims(article_id))
            case FindArticle():
                return ArticleFound(request.generation, _article_start(store, request))
            case Save(batch):
                store.label(batch.events)
                return Saved(batch.id, store.claim(batch.claim_id))
            case Undo() | Redo():
                return self._taken_back(store, again=isinstance(request, Redo))

    def _read_queue(self, store: Store, request: ReadQueue) -> QueueRead:
        ids = store.claim_ids(request.filter)
        queue = ReviewQueue(ids, self._open(store, request.filter, ids))
        return QueueRead(request.generation, queue, len(ids) or store.count(ClaimFilter(foreign=True)))

    def _open(self, store: Store, wanted: ClaimFilter, ids: array[int]) -> bytearray:
        """One byte a claim: 1 while the annotator has it to do."""
        if wanted.state is ReviewState.TODO:
            return bytearray(b"\x01") * len(ids)
        if wanted.state is ReviewState.DONE:
            return bytearray(len(ids))
        to_do = set(store.claim_ids(replace(wanted, state=ReviewState.TODO, annotator=self._annotator)))
        return bytearray(map(to_do.__contains__, ids))

    def _taken_back(self, store: Store, *, again: bool) -> TakenBack:
        events = store.redo(self._annotator) if again else store.undo(self._annotator)
        claims: list[StoredClaim] = [store.claim(claim_id) for claim_id in dict.fromkeys(e.claim_id for e in events)]
        return TakenBack(events, claims, again)


def _article_start(store: Store, request: FindArticle) -> int | None:
    """The position in the queue where the article sought begins, found page by page."""
    ids, position = request.ids, request.position
    here = _article_of(store, ids, position)
    if request.step > 0:
        return _leaves(store, ids, position, here, 1)
    before = _leaves(store, ids, position, here, -1)
    if before is not None and before + 1 == position:
        there = _article_of(store, ids, before)
        before = _leaves(store, ids, before, there, -1)
    return 0 if before is None else before + 1


def _article_of(store: Store, ids: array[int], position: int) -> int | None:
    rows = store.rows(ids[position : position + 1], None)
    return rows[0].article_id if rows else None


def _leaves(store: Store, ids: array[int], position: int, article_id: int | None, step: int) -> int | None:
    """The first position from ``position`` in the direction of ``step`` that holds a claim of another article."""
    while 0 <= position < len(ids):
        page = (
            ids[position : position + PAGE_ROWS] if step > 0 else ids[max(0, position - PAGE_ROWS + 1) : position + 1]
        )
        articles = {row.id: row.article_id for row in store.rows(page, None)}
        for claim_id in page if step > 0 else reversed(page):
            if articles.get(claim_id, article_id) != article_id:
                return position
            position += step
    return None
