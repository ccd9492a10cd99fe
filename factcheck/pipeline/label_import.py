"""Edited labels of a file as events in the store: only what differs from what stands is written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from factcheck.errors import LabelError, UsageError
from factcheck.exchange.label_file import LabelRow
from factcheck.model import LabelEvent, LabelField, Labels, Reject
from factcheck.store import Store
from factcheck.store.labels import new_event

_OBJECTS = (LabelField.CORRECTED_VALUE, LabelField.CORRECTED_SPAN)
"""Fields of JSON, which a spreadsheet may write with other blanks."""


@dataclass(frozen=True, slots=True)
class LabelImport:
    """What an import did, or would do: ``read == changed + unchanged + rejected`` in rows of the file."""

    read: int
    changed: int
    unchanged: int
    events: tuple[LabelEvent, ...]
    rejects: tuple[Reject, ...]


def import_labels(
    store: Store,
    rows: Iterable[LabelRow | Reject],
    *,
    source: str,
    annotator: str | None = None,
    dry_run: bool = False,
) -> LabelImport:
    """Append an event, all in one batch, for every label of the rows that differs from what its annotator says.

    A row whose label was changed since the export (another ``labelled_at``) is rejected, so that an old file never
    undoes later work. ``annotator`` stands in where a row names none. With ``dry_run`` nothing is written.
    """
    batch = uuid4().hex
    events: list[LabelEvent] = []
    rejects: list[Reject] = []
    read = changed = 0
    for row in rows:
        read += 1
        planned = row if isinstance(row, Reject) else _plan(store, row, source, annotator, batch)
        if isinstance(planned, Reject):
            rejects.append(planned)
        elif planned:
            changed += 1
            events += planned
    if events and not dry_run:
        store.label(events)
    return LabelImport(read, changed, read - changed - len(rejects), tuple(events), tuple(rejects))


def _plan(store: Store, row: LabelRow, source: str, annotator: str | None, batch: str) -> list[LabelEvent] | Reject:
    who = row.annotator or annotator
    try:
        claim = store.claim(store.resolve(row.claim_key))
    except UsageError as error:
        return Reject(source, str(error), row.line)
    if who is None:
        if any(row.labels.values()):
            return Reject(source, "no annotator: fill the column or give --annotator", row.line)
        return []
    standing = next((labels for labels in claim.labels if labels.annotator == who), Labels(claim.id, who))
    differing = {
        field: value for field, value in row.labels.items() if not _same(field, getattr(standing, field.value), value)
    }
    if differing and row.labelled_at != standing.labelled_at and row.annotator is not None:
        return Reject(source, _outdated(who, standing.labelled_at), row.line)
    events = [
        new_event(claim.id, who, field, value, batch=batch, origin="import") for field, value in differing.items()
    ]
    try:
        store.check_events(events)
    except LabelError as error:
        return Reject(source, str(error), row.line)
    return events


def _outdated(who: str, since: str | None) -> str:
    """Why a row that speaks of another label than the one that stands is not taken."""
    if since is not None:
        return f"{who}'s label was changed after this file was written ({since})"
    return (
        f"{who}'s label does not stand here: it was taken back, or the file is of another database; "
        "with labelled_at emptied it is said anew"
    )


def _same(field: LabelField, standing: str | None, given: str | None) -> bool:
    if field in _OBJECTS and standing and given:
        return bool(json.loads(standing) == json.loads(given))
    return standing == given
