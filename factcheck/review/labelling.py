"""From a key to label events: what one keypress says, given what already stands."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from factcheck.model import SAID_FIELDS, Claim, ClaimType, LabelEvent, LabelField, Labels, SpanRef
from factcheck.review.keys import LabelKey
from factcheck.review.ledger import Batch
from factcheck.store.labels import JUDGING_FIELDS, new_event, words
from factcheck.values import span_to_json

ORIGIN = "review"
_CLEARED = tuple(field for field in SAID_FIELDS if field is not LabelField.NOTE)


def say(choice: LabelKey, standing: Labels) -> Batch | None:
    """What a label key says; ``None`` where it stands already.

    What else a choice brings along, or makes fall, is the label scheme's rule: ``store.labels.words``.
    """
    return _batch(words({choice.field: choice.value}, standing), standing)


def correct(value_json: str, standing: Labels) -> Batch | None:
    """Write the right value, and that the extracted one is wrong; ``None`` where that stands already.

    Where the right words or the right type stand, the value is one more part of that correction.
    """
    wanted = {LabelField.EXTRACTION: "wrong_value", LabelField.CORRECTED_VALUE: value_json}
    if (standing.extraction == "wrong_span" and standing.corrected_span) or (
        standing.extraction == "wrong_type" and standing.corrected_type
    ):
        del wanted[LabelField.EXTRACTION]
    return _batch(words(wanted, standing), standing)


def respan(span: SpanRef, value_json: str | None, standing: Labels) -> Batch | None:
    """Write the right words and their value, ``None`` for the extracted one; ``None`` where that stands already."""
    return _batch(_respanned(span, value_json, standing), standing)


def retype(kind: ClaimType, value_json: str | None, standing: Labels) -> Batch | None:
    """Write the right type, and the value where one is read as that; ``None`` where that stands already."""
    wanted = {
        LabelField.EXTRACTION: "wrong_type",
        LabelField.CORRECTED_TYPE: kind.value,
        LabelField.CORRECTED_VALUE: value_json,
    }
    return _batch(words(wanted, standing), standing)


def same_as(key: str, standing: Labels) -> Batch | None:
    """Say of which other claim this is a duplicate; ``None`` where that stands already."""
    return _batch(_duplicate(key, standing), standing)


def add(article_id: int, claim: Claim) -> Batch:
    """Put a claim in that extraction missed."""
    return Batch(added=((article_id, claim),), name=uuid4().hex)


def split(span: SpanRef, value_json: str | None, standing: Labels, article_id: int, second: Claim) -> Batch:
    """Cut a claim to its first part and put the second in."""
    first = _batch(_respanned(span, value_json, standing), standing)
    return Batch(first.events if first else (), ((article_id, second),), first.id if first else uuid4().hex)


def merge(span: SpanRef, value_json: str | None, standing: Labels, key: str, other: Labels) -> Batch | None:
    """Widen a claim over another one, which is a duplicate of it then; ``key`` is the first one's."""
    said = [(standing, _respanned(span, value_json, standing)), (other, _duplicate(key, other))]
    batch = uuid4().hex
    events = [event for labels, fields in said for event in _events(fields, labels, batch)]
    return Batch(tuple(events)) if events else None


def _respanned(span: SpanRef, value_json: str | None, standing: Labels) -> dict[LabelField, str | None]:
    wanted = {
        LabelField.EXTRACTION: "wrong_span",
        LabelField.CORRECTED_SPAN: span_to_json(span),
        LabelField.CORRECTED_VALUE: value_json,
    }
    return words(wanted, standing)


def _duplicate(key: str, standing: Labels) -> dict[LabelField, str | None]:
    return words({LabelField.EXTRACTION: "duplicate", LabelField.DUPLICATE_OF: key}, standing)


def clear(standing: Labels) -> Batch | None:
    """Take the labels off, the note excepted; ``None`` where none stands."""
    return _batch({field: None for field in _CLEARED if getattr(standing, field.value) is not None}, standing)


def note(text: str, standing: Labels) -> Batch | None:
    """Write the note, or take it off where the text is blank; ``None`` where nothing would change."""
    value = text.strip() or None
    return None if value == standing.note else _batch({LabelField.NOTE: value}, standing)


def snooze(until: datetime, standing: Labels) -> Batch:
    """Put the claim off until a moment, which needs its zone; it stays to do, but is handed out no earlier."""
    moment = until.astimezone(UTC).isoformat(timespec="seconds")
    event = new_event(
        standing.claim_id, standing.annotator, LabelField.SNOOZED_UNTIL, moment, batch=uuid4().hex, origin=ORIGIN
    )
    return Batch((event,))


def is_done(labels: Labels | None) -> bool:
    """Whether these labels make a claim done: anything but a note alone."""
    return labels is not None and any(getattr(labels, field.value) is not None for field in JUDGING_FIELDS)


def _batch(said: dict[LabelField, str | None], standing: Labels) -> Batch | None:
    return Batch(_events(said, standing, uuid4().hex)) if said else None


def _events(said: dict[LabelField, str | None], standing: Labels, batch: str) -> tuple[LabelEvent, ...]:
    return tuple(
        new_event(standing.claim_id, standing.annotator, field, value, batch=batch, origin=ORIGIN)
        for field, value in said.items()
    )
