"""A sitting of one annotator over one database, free of any screen: the queue, the claim at hand, what is said of it.

Every method that says something has it on the disk when it returns. Those that cannot do what was asked raise
UsageError with the reason, and DatabaseError where the file does not take it; nothing has changed then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Self

from factcheck.errors import DatabaseError, SearchError, UsageError
from factcheck.filters import parse
from factcheck.model import Article, ClaimFilter, LabelEvent, LabelField, Labels
from factcheck.review import labelling
from factcheck.review.keys import LabelKey
from factcheck.review.ledger import Batch
from factcheck.review.progress import Outlook, Tally
from factcheck.review.queue import ReviewQueue
from factcheck.review.reasons import reasons
from factcheck.review.settings import Settings
from factcheck.store import HistoryRow, Precedent, Store, StoredClaim

Events = Sequence[LabelEvent]

_HISTORY_PAGE = 50


class Session:
    """Where one annotator is in a queue. ``clock`` gives the wall's time with its zone, ``monotonic`` seconds."""

    def __init__(
        self,
        store: Store,
        annotator: str,
        settings: Settings,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.store = store
        self.annotator = annotator
        self.settings = settings
        self.stays = settings.stay
        self.search = ""
        self.filter = ClaimFilter()
        self.queue = ReviewQueue()
        self._clock = clock
        self._monotonic = monotonic
        self._tally = Tally(monotonic())
        self._has_queue = False
        self._position = 0
        self._claim: StoredClaim | None = None
        self._article: tuple[int, Article] | None = None
        self._behind: Iterator[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._has_queue:
            self.keep_place()

    # The queue

    def open(self, search: str | None = None) -> None:
        """Read the queue of a search line; of ``None``, the one left last time, at its claim, else the settings'.

        Raises SearchError for a line that cannot be read, and leaves the queue as it was.
        """
        place = self.store.place(self.annotator) if search is None else None
        if place is not None:
            # What was kept by another version may not be read by this one: that must not bar the door.
            with suppress(SearchError):
                self.read(place.search, place.claim_id)
                return
        self.read(self.settings.search if search is None else search)

    def read(self, search: str, claim_id: int | None = None) -> None:
        """Read the queue of a search line and stand on a claim of it, else on the first to do."""
        wanted = parse(search, annotator=self.annotator, today=self._clock().date(), order=self.settings.order)
        queue = ReviewQueue()
        for part in self.store.queue(wanted, self.annotator, self.settings.weights):
            queue.extend(ReviewQueue(part.ids, part.open))
        self.search, self.filter, self.queue, self._has_queue = search, wanted, queue, True
        position = queue.position(claim_id) if claim_id is not None else None
        self._position, self._claim = 0, None
        if len(queue):
            self._stand_on(position if position is not None else queue.first_open() or 0)

    @property
    def claim(self) -> StoredClaim | None:
        """The claim at hand; ``None`` where the queue is empty."""
        return self._claim

    @property
    def place(self) -> int | None:
        """Where in the queue the claim at hand stands, 1-based; ``None`` where it is of no part of it."""
        here = self._claim is not None and len(self.queue) and self.queue.ids[self._position] == self._claim.id
        return self._position + 1 if here else None

    @property
    def article(self) -> Article:
        """The article of the claim at hand; UsageError where there is no claim."""
        claim = self.at_hand
        if self._article is None or self._article[0] != claim.article_id:
            self._article = claim.article_id, self.store.article(claim.article_id).article
        return self._article[1]

    @property
    def at_hand(self) -> StoredClaim:
        """The claim at hand; UsageError where the queue is empty."""
        if self._claim is None:
            raise UsageError("there is no claim in this queue")
        return self._claim

    @property
    def standing(self) -> Labels:
        """What the annotator says of the claim at hand."""
        claim = self.at_hand
        own = next((labels for labels in claim.labels if labels.annotator == self.annotator), None)
        return own or Labels(claim.id, self.annotator)

    def outlook(self) -> Outlook:
        """How the work goes."""
        return self._tally.outlook(self.queue.left, self._monotonic(), self._clock())

    @property
    def put_off(self) -> int:
        """How many claims of the queue were put off since it was read, and are not done."""
        ids = [one for one in self._snoozed() if self.queue.position(one) is not None]
        return sum(not labelling.is_done(row.labels) for row in self.store.rows(ids, self.annotator))

    def reasons(self) -> list[str]:
        """Why the claim at hand comes where it does in the queue, in words; none for one that is not of the queue."""
        if self._claim is None or self.place is None:
            return []
        why = self.store.why(self._claim.id, self.annotator, self.filter.order, self.settings.weights)
        return reasons(why, self.filter)

    def precedents(self) -> list[Precedent]:
        """Claims like the one at hand that were judged already."""
        return self.store.precedents(self.at_hand.id)

    def history(self, limit: int) -> list[HistoryRow]:
        """What was said of the claim at hand, the newest first."""
        return self.store.history(claim_id=self.at_hand.id, limit=limit)

    # Saying

    def say(self, choice: LabelKey) -> Events:
        """Say a label of the claim at hand and go to the next to do; returns the events, none where it stood so."""
        return self.judge(labelling.say(choice, self.standing))

    def note(self, text: str) -> Events:
        """Write a note, or take it off where there are no words; the claim stays at hand."""
        return self.save(labelling.note(text, self.standing))

    def clear(self) -> Events:
        """Take the labels off the claim at hand, the note excepted."""
        return self.save(labelling.clear(self.standing))

    def snooze(self, lasting: timedelta) -> datetime:
        """Put the claim at hand off and go to the next to do; returns until when."""
        until = self._clock() + lasting
        self.store.label(labelling.snooze(until, self.standing).events)
        self._take(self.at_hand.id, self._snoozed())
        self._move_on()
        return until

    def judge(self, batch: Batch | None) -> Events:
        """Write what judges the claim at hand and go on as the desk does; returns the events, none for no batch."""
        was_done = labelling.is_done(self.standing)
        events = self.save(batch)
        if not self.stays:
            if was_done:
                self._step_if_any(1)
            else:
                self._move_on()
        return events

    def save(self, batch: Batch | None) -> Events:
        """Write what was said and stay; returns the events, none for no batch."""
        if batch is None:
            return ()
        self.store.label(batch.events)
        self._behind = None
        for claim_id in batch.claim_ids:
            self._take(claim_id)
        return batch.events

    def put_in(self, batch: Batch) -> StoredClaim:
        """Write what puts a claim in, and stay; it stands behind the claim at hand in the queue, and is done."""
        (added,) = self.store.apply(batch.events, added=batch.added, annotator=self.annotator, batch=batch.id)
        self._behind = None
        self.queue.insert(min(self._position + 1, len(self.queue)), added.id, is_open=False)
        for claim_id in batch.claim_ids:
            self._take(claim_id)
        return added

    def _snoozed(self) -> frozenset[int]:
        return self.store.snoozed(self.annotator, self._clock())

    def _take(self, claim_id: int, snoozed: Container[int] = ()) -> None:
        """Read a claim again, and note in the queue and the tally whether it is done."""
        claim = self.store.claim(claim_id)
        if self._claim is not None and self._claim.id == claim_id:
            self._claim = claim
        own = next((labels for labels in claim.labels if labels.annotator == self.annotator), None)
        done = labelling.is_done(own)
        self._mark(claim_id, is_open=not done and claim_id not in snoozed)
        if done:
            self._tally.done(claim_id, self._monotonic())
        else:
            self._tally.reopened(claim_id)

    def _mark(self, claim_id: int, *, is_open: bool) -> None:
        position = self.queue.position(claim_id)
        if position is not None:
            self.queue.set_open(position, is_open=is_open)

    def undo(self) -> Events:
        """Take back what the annotator did last, also before this sitting, and go to its claim; returns it."""
        taken = self.store.undo(self.annotator)
        if not taken:
            raise UsageError("there is nothing of yours to take back")
        put_in = {event.claim_id for event in taken if event.field is LabelField.ADDED}
        return self._changed(taken, gone=put_in)

    def redo(self) -> Events:
        """Say again what undo took back, and go to its claim; returns what is said again."""
        again = self.store.redo(self.annotator)
        if not again:
            raise UsageError("there is nothing to say again")
        return self._changed(again)

    def _changed(self, events: Events, gone: Collection[int] = ()) -> Events:
        """Take up events of any claims: a few are looked at one by one; for many, or if claims came or went, all."""
        self._behind = None
        claims = [one for one in dict.fromkeys(event.claim_id for event in events) if one not in gone]
        if len(claims) > _HISTORY_PAGE or any(event.field is LabelField.ADDED for event in events):
            here = self._claim.id if self._claim is not None and self._claim.id not in gone else None
            self.read(self.search, claims[0] if claims else here)
        snoozed = self._snoozed()
        for claim_id in claims[:_HISTORY_PAGE]:
            self._take(claim_id, snoozed)
        if claims:
            self._go_to(claims[0])
        return events

    # Moving

    def skip(self) -> None:
        """Go to the next claim to do, from the top again behind the last; what is skipped stays to do."""
        if not self._move_on():
            only = len(self.queue) and self.queue.open[self._position]
            raise UsageError(f"nothing {'else ' if only else ''}is left to do in this queue")

    def _move_on(self) -> bool:
        """Go to the next claim to do; one that has gone with a newer extraction is passed over."""
        here = self._position if self.place else self._position - 1
        while (found := self._open_behind(here)) is not None and found != here:
            with suppress(UsageError):
                self._stand_on(found)
                return True
            self.queue.set_open(found, is_open=False)
        return False

    def _open_behind(self, position: int) -> int | None:
        found = self.queue.next_open(position)
        return self.queue.first_open() if found is None else found

    def step(self, rows: int) -> None:
        """Go so many rows on, or back where ``rows`` is negative; UsageError at either end."""
        if not self._step_if_any(rows):
            raise UsageError(f"this is the {'last' if rows > 0 else 'first'} claim of the queue")

    def _step_if_any(self, rows: int) -> bool:
        if not 0 <= self._position + rows < len(self.queue):
            return False
        self._stand_on(self._position + rows)
        return True

    def next_article(self) -> None:
        """Go to the first claim of the next article."""
        last = self._edge(self._position, 1)
        if last + 1 >= len(self.queue):
            raise UsageError("this is the last article of the queue")
        self._stand_on(last + 1)

    def previous_article(self) -> None:
        """Go to this article's first claim; from there, to the first of the article before."""
        first = self._edge(self._position, -1)
        if first == self._position:
            if first == 0:
                raise UsageError("this is the first article of the queue")
            first = self._edge(first - 1, -1)
        self._stand_on(first)

    def _edge(self, position: int, step: int) -> int:
        """The last place, in a direction, of the claims of one article that follow each other."""
        article = self._article_at(position)
        while 0 <= position + step < len(self.queue) and self._article_at(position + step) == article:
            position += step
        return position

    def _article_at(self, position: int) -> int | None:
        rows = self.store.rows(self.queue.ids[position : position + 1], None)
        return rows[0].article_id if rows else None

    def _stand_on(self, position: int) -> None:
        self._claim = self.store.claim(self.queue.ids[position])
        self._position = position

    def back(self) -> None:
        """Go back through the claims that the annotator labelled last, also before this sitting, the newest first."""
        if self._behind is None:
            self._behind = self._labelled_last()
        found = next(self._behind, None)
        if found is None:
            self._behind = None
            raise UsageError("you have labelled nothing further back; back again begins with the newest")
        self._go_to(found)

    def _labelled_last(self) -> Iterator[int]:
        """The claims labelled, each once, the newest first."""
        seen: set[int] = set()
        before = None
        while page := self.store.history(annotator=self.annotator, before=before, limit=_HISTORY_PAGE):
            for row in page:
                if row.claim_id not in seen and row.stands and row.undoes is None:
                    seen.add(row.claim_id)
                    yield row.claim_id
            before = page[-1].id

    def go_to(self, key: str) -> None:
        """Go to the claim that a key, a beginning of it or a number names, be it in the queue or not."""
        self._go_to(self.store.resolve(key))

    def _go_to(self, claim_id: int) -> None:
        position = self.queue.position(claim_id)
        if position is not None:
            self._position = position
        self._claim = self.store.claim(claim_id)

    def keep_place(self) -> None:
        """Keep search and claim for the next sitting; a file that does not take it costs no label."""
        with suppress(DatabaseError):
            self.store.keep_place(self.annotator, self.search, self._claim.id if self._claim else None)
