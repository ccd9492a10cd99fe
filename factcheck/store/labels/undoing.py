"""Words taken back and said again: undo appends events that name those taken back, redo the same words afresh."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from uuid import uuid4

from sqlite_utils import Database

from factcheck.errors import UsageError
from factcheck.model import LabelEvent
from factcheck.store.labels.events import EVENT_COLUMNS, append, event_of, moment, new_event

UNDO_ORIGIN = "undo"
REDO_ORIGIN = "redo"

NEWEST_BATCH = "SELECT batch FROM standing_events WHERE annotator = ? ORDER BY id DESC LIMIT 1"
EVENTS_OF_BATCH = f"SELECT {EVENT_COLUMNS} FROM standing_events WHERE batch = ? AND annotator = ? ORDER BY id"
_WHOLE_BATCH = f"SELECT {EVENT_COLUMNS} FROM standing_events WHERE batch = ? ORDER BY id"
_SAID_SINCE = f"SELECT {EVENT_COLUMNS} FROM standing_events WHERE annotator = ? AND at > ? ORDER BY id"

_MIN_PREFIX = 4

Events = tuple[LabelEvent, ...]


def newest_batch(db: Database, annotator: str) -> Events:
    """What stands of the annotator's newest batch of which anything stands."""
    newest = db.conn.execute(NEWEST_BATCH, (annotator,)).fetchone()
    return _events(db, EVENTS_OF_BATCH, newest[0], annotator) if newest else ()


def said_since(db: Database, annotator: str, at: datetime) -> Events:
    """What stands of all that an annotator said after a moment."""
    return _events(db, _SAID_SINCE, annotator, moment(at))


def whole_batch(db: Database, batch: str) -> Events:
    """What stands of a batch, whoever said it. Raises UsageError where no batch, or more than one, is meant."""
    return _events(db, _WHOLE_BATCH, _batch_named(db, batch))


def _batch_named(db: Database, name: str) -> str:
    """The batch of this id, or of the only id that begins so."""
    end = name + "\U0010ffff" if len(name) >= _MIN_PREFIX else name
    found = [
        row[0]
        for row in db.conn.execute(
            "SELECT DISTINCT batch FROM label_events WHERE batch >= ? AND batch <= ? ORDER BY batch LIMIT 3",
            (name, end),
        )
    ]
    if name in found[:1] or len(found) == 1:
        return str(found[0])
    if found:
        raise UsageError(f"{name!r} can mean several batches ({', '.join(found)}, …); give more of the id")
    raise UsageError(
        f"no batch has the id {name!r}; give at least {_MIN_PREFIX} characters of one that history shows"
    )


def take_back(db: Database, events: Events) -> None:
    """Take events back in one batch, each as its own annotator's; the caller holds the write transaction."""
    _append_each(
        db,
        events,
        lambda event, batch: new_event(
            event.claim_id, event.annotator, event.field, None, batch=batch, origin=UNDO_ORIGIN, undoes=event.op_id
        ),
    )


def redo(db: Database, annotator: str) -> Events:
    """Say again the batch most recently undone, if nothing was said since; the caller holds the write transaction."""
    ids = _undone_and_open(db, annotator)
    if not ids:
        return ()
    words = f"SELECT {EVENT_COLUMNS} FROM label_events WHERE op_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return _append_each(
        db,
        _events(db, words, json.dumps(ids)),
        lambda event, batch: new_event(
            event.claim_id, annotator, event.field, event.value, batch=batch, origin=REDO_ORIGIN
        ),
    )


def _events(db: Database, sql: str, *parameters: str) -> Events:
    return tuple(event_of(row) for row in db.conn.execute(sql, parameters))


def _append_each(
    db: Database, events: Iterable[LabelEvent], answer: Callable[[LabelEvent, str], LabelEvent]
) -> Events:
    batch = uuid4().hex
    answers = tuple(answer(event, batch) for event in events)
    append(db, answers)
    return answers


def _undone_and_open(db: Database, annotator: str) -> list[str]:
    """The op_ids of the batch that a redo would say again.

    Walks back from the newest event: each redo met answers the undo before it; the first undo that is not
    answered is the one, and anything else that was said ends the walk.
    """
    rows = db.conn.execute(
        "SELECT batch, undoes, origin FROM label_events WHERE annotator = ? ORDER BY id DESC", (annotator,)
    )
    answered = 0
    for _, group in groupby(rows, key=itemgetter(0)):
        batch = list(group)
        if batch[0][2] == REDO_ORIGIN:
            answered += 1
        elif batch[0][1] is None:
            return []
        elif answered:
            answered -= 1
        else:
            return [undoes for _, undoes, _ in batch]
    return []
