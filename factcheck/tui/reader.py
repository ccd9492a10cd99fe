"""The thread of the desk that reads what is in view and writes what is said: its requests take milliseconds."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Event

from factcheck.errors import (
    DatabaseLocked,
    DatabaseMissing,
    FactcheckError,
    NewerSchema,
    NotOurDatabase,
    UnsafeFilesystem,
)
from factcheck.model import ClaimFilter, LabelEvent, LabelField
from factcheck.store import Store, StoredClaim
from factcheck.tui.answers import Answer, ArticleFound, ArticleRead, PageRead, Saved, TakenBack, Told
from factcheck.tui.requests import Ask, FindArticle, ReadArticle, ReadPage, ReadQueue, Redo, Request, Save, Undo
from factcheck.tui.store_thread import StoreThread

PAGE_ROWS = 128
_BEYOND_READING = (DatabaseMissing, NotOurDatabase, NewerSchema, UnsafeFilesystem, DatabaseLocked)
"""What keeps a database from being read as well; a locked one would only be waited for once more."""
_WAITING_PAGES = 8
"""Page requests kept waiting: a held Page Down outruns the disk, and nobody looks at pages flown past."""


class Reader(StoreThread):
    """Labels, undo and other work are done in the order asked; pages and articles when nothing else waits.

    Of articles only the newest asked for counts, and of pages the newest comes first: they follow a cursor that has
    moved on since. ``close`` lets everything asked in order be done before the thread ends, so that no label is
    dropped on the way out. ``opened`` is set once the database is open, and brought up to date, or is not to be had.
    """

    def __init__(
        self, path: Path, annotator: str, post: Callable[[Answer], object], *, readonly: bool = False
    ) -> None:
        super().__init__("factcheck-reader", post)
        self._path = path
        self._annotator = annotator
        self._readonly = readonly
        self._in_order: deque[Request] = deque()
        self._article: ReadArticle | None = None
        self._pages: deque[ReadPage] = deque(maxlen=_WAITING_PAGES)
        self.opened = Event()

    def _open(self) -> Store:
        try:
            return Store.open(self._path, readonly=self._readonly)
        finally:
            self.opened.set()

    def _readable(self, error: Exception) -> bool:
        if self._readonly or isinstance(error, _BEYOND_READING):
            return False
        try:
            with Store.open(self._path, readonly=True) as store:
                next(store.queue(ClaimFilter(), None), None)
        except (FactcheckError, OSError):
            return False
        return True

    def _take(self, request: Request) -> None:
        match request:
            case ReadPage(generation, page, _):
                for again in [one for one in self._pages if (one.generation, one.page) == (generation, page)]:
                    self._pages.remove(again)
                self._pages.append(request)
            case ReadArticle():
                self._article = request
            case Ask(topic=topic) if topic:
                older = [waiting for waiting in self._in_order if isinstance(waiting, Ask) and waiting.topic == topic]
                for waiting in older:
                    self._in_order.remove(waiting)
                self._in_order.append(request)
            case _:
                self._in_order.append(request)

    def _next(self) -> Request | None:
        if self._in_order:
            return self._in_order.popleft()
        if self._closing:
            return None
        if self._article is not None:
            request, self._article = self._article, None
            return request
        return self._pages.pop() if self._pages else None

    def _serve(self, store: Store, request: Request) -> None:
        self._post(self._found(store, request))

    def _found(self, store: Store, request: Request) -> Answer:
        match request:
            case ReadPage(generation, page, ids):
                return PageRead(generation, page, ids, store.rows(ids, self._annotator))
            case ReadArticle(article_id):
                return ArticleRead(store.article(article_id), store.article_claims(article_id))
            case FindArticle():
                return ArticleFound(request.generation, _article_start(store, request))
            case Save(batch):
                added = store.apply(batch.events, added=batch.added, annotator=self._annotator, batch=batch.id)
                return Saved(batch.id, [store.claim(one) for one in batch.claim_ids], added)
            case Undo() | Redo():
                return self._taken_back(store, again=isinstance(request, Redo))
            case Ask():
                return Told(request, request.work(store))
            case ReadQueue():
                raise TypeError("queues are read by the walker")

    def _taken_back(self, store: Store, *, again: bool) -> TakenBack:
        events = store.redo(self._annotator) if again else store.undo(self._annotator)
        touched = list(dict.fromkeys(event.claim_id for event in events))
        claims: list[StoredClaim] = [store.claim(claim_id) for claim_id in touched[:PAGE_ROWS]]
        added = [claim for claim in claims if any(_puts_in(event, claim.id) for event in events)]
        standing = {
            one.id for article in {claim.article_id for claim in added} for one in store.article_claims(article)
        }
        return TakenBack(
            events,
            claims,
            again,
            tuple(claim for claim in added if claim.id in standing),
            tuple(claim for claim in added if claim.id not in standing),
        )


def _puts_in(event: LabelEvent, claim_id: int) -> bool:
    return event.claim_id == claim_id and event.field is LabelField.ADDED


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
