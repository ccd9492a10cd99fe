"""Short ways of saying something of a claim, for tests."""

from __future__ import annotations

from factcheck.model import LabelEvent, LabelField, Labels
from factcheck.store import Store
from factcheck.store.labels import new_event

EXTRACTION, VERDICT, NOTE = LabelField.EXTRACTION, LabelField.VERDICT, LabelField.NOTE


def event(
    claim_id: int, field: LabelField, value: str | None, *, annotator: str = "ana", batch: str = "b"
) -> LabelEvent:
    return new_event(claim_id, annotator, field, value, batch=batch, origin="review")


def say(store: Store, claim_id: int, field: LabelField, value: str | None, *, annotator: str = "ana") -> LabelEvent:
    """Say one thing in a batch of its own."""
    batch = f"{annotator}-{store.stats().events}"
    said = event(claim_id, field, value, annotator=annotator, batch=batch)
    store.label([said])
    return said


def labels_of(store: Store, claim_id: int, annotator: str = "ana") -> Labels | None:
    return next((one for one in store.claim(claim_id).labels if one.annotator == annotator), None)
