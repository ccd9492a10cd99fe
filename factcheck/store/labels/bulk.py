"""One label for many claims at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from factcheck.errors import LabelError
from factcheck.model import LabelField, Labels
from factcheck.store.labels.events import append, check_event, new_event, words
from factcheck.store.rows import Bulk

ORIGIN = "bulk"

_OF_ONE_CLAIM = frozenset({LabelField.ADDED, LabelField.CORRECTED_SPAN, LabelField.DUPLICATE_OF})

_CONSEQUENT = (
    LabelField.EXTRACTION,
    LabelField.CORRECTED_VALUE,
    LabelField.CORRECTED_TYPE,
    LabelField.CORRECTED_SPAN,
    LabelField.DUPLICATE_OF,
)
"""Fields that a label in another can bring along or make fall."""

Words = Mapping[LabelField, str | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be said of which claims; the rest of those that match are counted."""

    matching: int
    changing: Mapping[int, Words]
    already: int
    otherwise: int

    def first(self, number: int) -> list[int]:
        """Some claims that would change, the first in the queue."""
        return list(islice(self.changing, number))


def plan(db: Database, ids: Iterable[int], annotator: str, wanted: Words, *, relabel: bool) -> Plan:
    """What has to be said so that ``wanted`` stands of each of these claims; the caller holds a transaction."""
    _check(annotator, wanted)
    standing = _standing(db, annotator, {*wanted, *_CONSEQUENT})
    fresh = words(wanted, Labels(0, annotator))
    matching = already = otherwise = 0
    changing: dict[int, Words] = {}
    for claim_id in ids:
        matching += 1
        said = standing.get(claim_id)
        needed = fresh if said is None else words(wanted, said)
        if not needed:
            already += 1
        elif said is not None and not relabel and _says_otherwise(said, wanted):
            otherwise += 1
        else:
            changing[claim_id] = needed
    return Plan(matching, changing, already, otherwise)


def say(db: Database, planned: Plan, annotator: str) -> Bulk:
    """Say what was planned, in one batch; the caller holds the write transaction."""
    batch = uuid4().hex
    events = [
        new_event(claim_id, annotator, field, value, batch=batch, origin=ORIGIN)
        for claim_id, needed in planned.changing.items()
        for field, value in needed.items()
    ]
    append(db, events)
    return Bulk(batch, len(planned.changing), len(events))


def _check(annotator: str, wanted: Words) -> None:
    if not wanted:
        raise LabelError("a bulk label needs something to say")
    for field, value in wanted.items():
        if field in _OF_ONE_CLAIM:
            raise LabelError(f"{field.value} can only be said of one claim at a time")
        check_event(new_event(0, annotator, field, value, batch="", origin=ORIGIN))


def _says_otherwise(said: Labels, wanted: Words) -> bool:
    return any(getattr(said, field.value) not in (None, value) for field, value in wanted.items())


def _standing(db: Database, annotator: str, fields: Iterable[LabelField]) -> dict[int, Labels]:
    """What an annotator says of all claims in these fields: one walk along their own events."""
    names = ", ".join(f"'{field.value}'" for field in sorted(fields))
    rows = db.conn.execute(
        "SELECT claim_id, field, value, max(id) FROM standing_events "
        f"WHERE annotator = ? AND field IN ({names}) GROUP BY claim_id, field ORDER BY claim_id",
        (annotator,),
    )
    found: dict[int, Labels] = {}
    for claim_id, group in groupby(rows, key=itemgetter(0)):
        values: dict[str, Any] = {field: value for _, field, value, _ in group if value is not None}
        if values:
            found[claim_id] = Labels(claim_id, annotator, **values)
    return found
