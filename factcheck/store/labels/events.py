"""Label events: made, checked, appended, and what stands of them.

Nothing is ever changed or deleted. What an annotator says of a field is the value of the last event that was not
taken back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from factcheck.errors import LabelError
from factcheck.model import LABEL_CHOICES, UNSAID_FIELDS, LabelEvent, LabelField, Labels
from factcheck.store.judged import note_judged
from factcheck.store.odd_characters import storable, storable_or_none
from factcheck.values import span_from_json

EVENT_COLUMNS = "op_id, batch, claim_id, annotator, field, value, at, origin, undoes"

JUDGING_FIELDS = (LabelField.EXTRACTION, LabelField.CHECK_WORTHINESS, LabelField.VERDICT)
"""A standing label in one of these makes a claim done; a note alone does not."""

_FALLING = {
    "correct": (
        LabelField.CORRECTED_VALUE,
        LabelField.CORRECTED_TYPE,
        LabelField.CORRECTED_SPAN,
        LabelField.DUPLICATE_OF,
    ),
    "duplicate": (LabelField.CORRECTED_VALUE, LabelField.CORRECTED_TYPE, LabelField.CORRECTED_SPAN),
    "wrong_value": (LabelField.DUPLICATE_OF,),
    "wrong_span": (LabelField.CORRECTED_VALUE, LabelField.DUPLICATE_OF),
    "wrong_type": (LabelField.CORRECTED_VALUE, LabelField.DUPLICATE_OF),
}
_FALLING["not_a_claim"] = _FALLING["correct"]
"""Which corrections fall when the extraction comes to be called so: those that would then mend nothing."""


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
    at = moment(datetime.now(UTC))
    return LabelEvent(uuid4().hex, batch, claim_id, annotator, field, value, at, origin, undoes)


def words(wanted: Mapping[LabelField, str | None], standing: Labels) -> dict[LabelField, str | None]:
    """What has to be said so that the words wanted stand; empty where they all stand already.

    A verdict on a claim without an extraction label also says that the claim was extracted correctly: nobody can
    judge a claim that is none. A correction that was written falls when the extraction comes to be called something
    that it does not mend, unless it is among the words wanted.
    """
    said: dict[LabelField, str | None] = {}
    if wanted.get(LabelField.VERDICT) and standing.extraction is None:
        said[LabelField.EXTRACTION] = "correct"
    said |= wanted
    said = {field: value for field, value in said.items() if getattr(standing, field.value) != value}
    for field in _FALLING.get(said.get(LabelField.EXTRACTION) or "", ()):
        if field not in wanted and getattr(standing, field.value) is not None:
            said[field] = None
    return said


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
        read, shape = _SHAPES[event.field]
        try:
            read(event.value)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise LabelError(f"{event.field.value} must be {shape}, not {event.value[:60]!r}") from error


def _check_time(text: str) -> None:
    # SQLite compares these, and reads fewer ways of writing a time than Python does.
    if not _TIME.fullmatch(text):
        raise ValueError(text)
    datetime.fromisoformat(text)


_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)

_SHAPES: Mapping[LabelField, tuple[Callable[[str], object], str]] = {
    LabelField.CORRECTED_VALUE: (json.loads, "JSON"),
    LabelField.CORRECTED_SPAN: (span_from_json, "a JSON object with field, start and end"),
    LabelField.SNOOZED_UNTIL: (_check_time, "a time with its zone, such as 2026-11-25T09:00:00+00:00"),
}
"""What reads the fields that hold more than a word, raising where they hold something else; and what they must be."""


def check_words(db: Database, events: Iterable[LabelEvent]) -> None:
    """Raise LabelError where an event says what cannot be of the database's own claims and articles."""
    for event in events:
        if event.value is not None and event.field in _FITS:
            _FITS[event.field](db, event.claim_id, event.value)


def _check_span(db: Database, claim_id: int, value: str) -> None:
    span = span_from_json(value)
    found = db.conn.execute(
        "SELECT length(coalesce(a.title, '')), a.size FROM claims c JOIN articles a ON a.id = c.article_id "
        "WHERE c.id = ?",
        (claim_id,),
    ).fetchone()
    if found is None:
        return
    title, size = found
    length = title if span.field == "title" else size - title
    if span.end > length:
        raise LabelError(f"corrected_span ends at {span.end}, but the {span.field} has {length} characters")


def _check_duplicate(db: Database, claim_id: int, value: str) -> None:
    found = db.conn.execute("SELECT id FROM claims WHERE claim_key = ?", (storable(value),)).fetchone()
    if found is None:
        raise LabelError(f"duplicate_of must be the key of a claim, and none has the key {value[:60]!r}")
    if found[0] == claim_id:
        raise LabelError("a claim cannot be a duplicate of itself")


def _check_added(db: Database, claim_id: int, _: str) -> None:
    if db.conn.execute("SELECT 1 FROM claims WHERE id = ? AND added_by IS NULL", (claim_id,)).fetchone():
        raise LabelError(
            f"claim number {claim_id} was extracted; only a claim that somebody put in can be said added"
        )


_FITS: Mapping[LabelField, Callable[[Database, int, str], None]] = {
    LabelField.CORRECTED_SPAN: _check_span,
    LabelField.DUPLICATE_OF: _check_duplicate,
    LabelField.ADDED: _check_added,
}


def append(db: Database, events: Sequence[LabelEvent]) -> None:
    """Append events whose ``op_id`` is not there yet; the caller holds the write transaction.

    Raises LabelError where an event speaks of a claim or takes back an event that does not exist.
    """
    _check_targets(db, events)
    db.conn.executemany(
        f"INSERT INTO label_events ({EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
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
    note_judged(db, {event.claim_id for event in events if event.field in JUDGING_FIELDS and event.undoes is None})


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


def event_of(row: Sequence[Any]) -> LabelEvent:
    """The event of a row of ``EVENT_COLUMNS``."""
    op_id, batch, claim_id, annotator, field, value, at, origin, undoes = row
    return LabelEvent(op_id, batch, claim_id, annotator, LabelField(field), value, at, origin, undoes)


def events_of_claim(db: Database, claim_id: int) -> list[LabelEvent]:
    """Everything that was ever said of a claim, oldest first."""
    rows = db.conn.execute(f"SELECT {EVENT_COLUMNS} FROM label_events WHERE claim_id = ? ORDER BY id", (claim_id,))
    return [event_of(row) for row in rows]


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


def snoozed_query(annotator: str, at: datetime) -> tuple[str, list[str]]:
    """The SQL and parameters that give the ids of the claims that an annotator put off beyond a moment."""
    sql = (
        "SELECT claim_id FROM (SELECT claim_id, value, max(id) FROM standing_events "
        "WHERE annotator = ? AND field = 'snoozed_until' GROUP BY claim_id) WHERE julianday(value) > julianday(?)"
    )
    return sql, [storable(annotator), moment(at)]


def moment(at: datetime) -> str:
    """A moment as events hold it: ISO 8601 in UTC with its zone. ValueError where the time has no zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")
