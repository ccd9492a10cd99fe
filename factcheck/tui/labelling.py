"""From a key to label events: what one keypress says, given what already stands."""

from __future__ import annotations

from uuid import uuid4

from factcheck.model import LabelField, Labels
from factcheck.store.labels import new_event
from factcheck.tui.keys import LabelKey
from factcheck.tui.ledger import Batch

ORIGIN = "review"
_CLEARED = (LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS)


def say(choice: LabelKey, standing: Labels) -> Batch | None:
    """What a label key says; ``None`` where it stands already.

    A verdict on a claim without an extraction label also says that the claim was extracted correctly: nobody can
    judge a claim that is none.
    """
    said: dict[LabelField, str | None] = {}
    if choice.field is LabelField.VERDICT and standing.extraction is None:
        said[LabelField.EXTRACTION] = "correct"
    if getattr(standing, choice.field.value) != choice.value:
        said[choice.field] = choice.value
    return _batch(said, standing)


def clear(standing: Labels) -> Batch | None:
    """Take the labels off, the note excepted; ``None`` where none stands."""
    return _batch({field: None for field in _CLEARED if getattr(standing, field.value) is not None}, standing)


def note(text: str, standing: Labels) -> Batch | None:
    """Write the note, or take it off where the text is blank; ``None`` where nothing would change."""
    value = text.strip() or None
    return None if value == standing.note else _batch({LabelField.NOTE: value}, standing)


def is_done(labels: Labels | None) -> bool:
    """Whether these labels make a claim done: anything but a note alone."""
    return labels is not None and any(getattr(labels, field.value) is not None for field in _CLEARED)


def _batch(said: dict[LabelField, str | None], standing: Labels) -> Batch | None:
    if not said:
        return None
    batch = uuid4().hex
    return Batch(
        tuple(
            new_event(standing.claim_id, standing.annotator, field, value, batch=batch, origin=ORIGIN)
            for field, value in said.items()
        )
    )
