"""Label events: made, checked, appended, taken back and said again.

Nothing is ever changed or deleted. What an annotator says of a field is the value of the last event that was not
taken back. Undo appends events that name those taken back; redo appends the same words as fresh events.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from factcheck.errors import LabelError
from factcheck.model import LABEL_CHOICES, UNSAID_FIELDS, LabelEvent, LabelField, Labels
from factcheck.store.odd_characters import storable, storable_or_none
from factcheck.values import span_from_json

_UNDO_ORIGIN = "undo"
_REDO_ORIGIN = "redo"

_EVENT_COLUMNS = "op_id, batch, claim_id, annotator, field, value, at, origin, undoes"

NEWEST_BATCH = "SELECT batch FROM standing_events WHERE annotator = ? ORDER BY id DESC LIMIT 1"
EVENTS_OF_BATCH = f"SELECT {_EVENT_COLUMNS} FROM standing_events WHERE annotator = ? AND batch = ? ORDER BY id"


def new_event(  # noqa: PLR0913 - an event has so many parts
    claim_id: int,
    annotator: str,
    field: LabelField,
    value: str | None,
    *,
    batch: str,
    origin: str,
    undoes: str | None = None,
) -> LabelEvent:
    """An event that happens now, with an identity of its own."""
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    return LabelEvent(uuid4().hex, batch, claim_id, annotator, field, value, at, origin, undoes)


def check_event(event: LabelEvent) -> None:
    """Raise LabelError where the label scheme does not know what the event says."""
    if not event.annotator.strip():
        raise LabelError("a label needs the name of its annotator")
    if event.value is None:
        return
    choices = LABEL_CHOICES.get(event.field)
    if choices and event.value not in choices:
        raise LabelError(f"{event.field.value} cannot be {event.value!r}; it can be {', '.join(choices)}")
    if event.field in _SHAPES:
        try:
            _SHAPES[event.field](event.value)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise LabelError(f"{event.field.value} cannot be {event.value[:60]!r}: {error}") from error


def _check_time(text: str) -> None:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("a time needs its zone")


_SHAPES: Mapping[LabelField, Callable[[str], object]] = {
    LabelField.CORRECTED_VALUE: json.loads,
    LabelField.CORRECTED_SPAN: span_from_json,
    LabelField.SNOOZED_UNTIL: _check_time,
}
"""What reads the fields that hold more than a word; it raises where the text is of another shape."""


def append(db: Database, events: Sequence[LabelEvent]) -> None:
    """Append events whose ``op_id`` is not there yet; the caller holds the write transaction.

    Raises LabelError where an event speaks of a claim or takes back an event that does not exist.
    """
    _check_targets(db, events)
    db.conn.executemany(
        f"INSERT INTO label_events ({_EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (op_id) DO NOTHING",
        [
            (
                event.op_id,
                event.batch,
                event.claim_id,
                storable(event.annotator),
                event.field.value,
                storable_or_none(event.value),
                event.at,
                event.origin,
                event.undoes,
            )
            for event in events
        ],
    )


def _check_targets(db: Database, events: Sequence[LabelEvent]) -> None:
    claims = {event.claim_id for event in events}
    missing = claims - _present(db, "SELECT id FROM claims WHERE id IN (SELECT value FROM json_each(?))", claims)
    if missing:
        raise LabelError(f"there is no claim number {min(missing)}; it may have gone with a newer extraction")
    undone = {event.undoes for event in events if event.undoes is not None}
    unknown = undone - {event.op_id for event in events}
    unknown -= _present(db, "SELECT op_id FROM label_events WHERE op_id IN (SELECT value FROM json_each(?))", unknown)
    if unknown:
        raise LabelError(f"there is no event {min(unknown)} to take back")


def _present(db: Database, sql: str, keys: Iterable[object]) -> set[Any]:
    wanted = list(keys)
    return {row[0] for row in db.conn.execute(sql, (json.dumps(wanted),))} if wanted else set()


def _event(row: Sequence[Any]) -> LabelEvent:
    """The event of a row of ``_EVENT_COLUMNS``."""
    op_id, batch, claim_id, annotator, field, value, at, origin, undoes = row
    return LabelEvent(op_id, batch, claim_id, annotator, LabelField(field), value, at, origin, undoes)


def events_of_claim(db: Database, claim_id: int) -> list[LabelEvent]:
    """Everything that was ever said of a claim, oldest first."""
    rows = db.conn.execute(f"SELECT {_EVENT_COLUMNS} FROM label_events WHERE claim_id = ? ORDER BY id", (claim_id,))
    return [_event(row) for row in rows]


def undo(db: Database, annotator: str) -> tuple[LabelEvent, ...]:
    """Take back the annotator's newest batch that stands; the caller holds the write transaction."""
    newest = db.conn.execute(NEWEST_BATCH, (annotator,)).fetchone()
    if newest is None:
        return ()
    rows = db.conn.execute(EVENTS_OF_BATCH, (annotator, newest[0]))
    taken_back = tuple(_event(row) for row in rows)
    _append_each(
        db,
        taken_back,
        lambda event, batch: new_event(
            event.claim_id, annotator, event.field, None, batch=batch, origin=_UNDO_ORIGIN, undoes=event.op_id
        ),
    )
    return taken_back


def redo(db: Database, annotator: str) -> tuple[LabelEvent, ...]:
    """Say again the batch most recently undone, if nothing was said since; the caller holds the write transaction."""
    ids = _undone_and_open(db, annotator)
    if not ids:
        return ()
    rows = db.conn.execute(
        f"SELECT {_EVENT_COLUMNS} FROM label_events WHERE op_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(ids),),
    )
    return _append_each(
        db,
        [_event(row) for row in rows],
        lambda event, batch: new_event(
            event.claim_id, annotator, event.field, event.value, batch=batch, origin=_REDO_ORIGIN
        ),
    )


def _append_each(
    db: Database, events: Iterable[LabelEvent], answer: Callable[[LabelEvent, str], LabelEvent]
) -> tuple[LabelEvent, ...]:
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
        if batch[0][2] == _REDO_ORIGIN:
            answered += 1
        elif batch[0][1] is None:
            return []
        elif answered:
            answered -= 1
        else:
            return [undoes for _, undoes, _ in batch]
    return []


def current_labels(db: Database, claim_ids: Iterable[int]) -> dict[int, list[Labels]]:
    """What stands, by claim and sorted by annotator, of the claims named; claims without labels are left out.

    The same rows as the view ``current_labels`` gives, but of these claims alone, however many others there are.
    """
    rows = db.conn.execute(
        "SELECT claim_id, annotator, field, value, at, max(id) FROM standing_events "
        "WHERE claim_id IN (SELECT value FROM json_each(?)) GROUP BY claim_id, annotator, field "
        "ORDER BY claim_id, annotator",
        (json.dumps(list(claim_ids)),),
    )
    found: dict[int, list[Labels]] = {}
    for (claim_id, annotator), group in groupby(rows, key=itemgetter(0, 1)):
        said = [(field, value, at) for _, _, field, value, at, _ in group]
        values = {field: value for field, value, _ in said if value is not None}
        times = [at for field, _, at in said if field not in UNSAID_FIELDS]
        if values.keys() - UNSAID_FIELDS:
            labels = Labels(claim_id, annotator, **values, labelled_at=max(times))
            found.setdefault(claim_id, []).append(labels)
    return found
