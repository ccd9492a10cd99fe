"""From a key to label events: what one keypress says, given what already stands."""

from __future__ import annotations

from uuid import uuid4

from factcheck.model import LabelField, Labels
from factcheck.review.keys import LabelKey
from factcheck.review.ledger import Batch
from factcheck.store.labels import new_event

ORIGIN = "review"
_JUDGING = (LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS)
_CLEARED = (*_JUDGING, LabelField.CORRECTED_VALUE)


def say(choice: LabelKey, standing: Labels) -> Batch | None:
    """What a label key says; ``None`` where it stands already.

    A verdict on a claim without an extraction label also says that the claim was extracted correctly: nobody can
    judge a claim that is none. A right value that was written falls when the value is no longer called wrong.
    """
    said: dict[LabelField, str | None] = {}
    if choice.field is LabelField.VERDICT and standing.extraction is None:
        said[LabelField.EXTRACTION] = "correct"
    if getattr(standing, choice.field.value) != choice.value:
        said[choice.field] = choice.value
    if said.get(LabelField.EXTRACTION, "wrong_value") != "wrong_value" and standing.corrected_value is not None:
        said[LabelField.CORRECTED_VALUE] = None
    return _batch(said, standing)


def correct(value_json: str, standing: Labels) -> Batch | None:
    """Write the right value, and that the extracted one is wrong; ``None`` where that stands already."""
    wanted: dict[LabelField, str | None] = {
        LabelField.EXTRACTION: "wrong_value",
        LabelField.CORRECTED_VALUE: value_json,
    }
    return _batch(
        {field: value for field, value in wanted.items() if getattr(standing, field.value) != value}, standing
    )


def clear(standing: Labels) -> Batch | None:
    """Take the labels off, the note excepted; ``None`` where none stands."""
    return _batch({field: None for field in _CLEARED if getattr(standing, field.value) is not None}, standing)


def note(text: str, standing: Labels) -> Batch | None:
    """Write the note, or take it off where the text is blank; ``None`` where nothing would change."""
    value = text.strip() or None
    return None if value == standing.note else _batch({LabelField.NOTE: value}, standing)


def is_done(labels: Labels | None) -> bool:
    """Whether these labels make a claim done: anything but a note alone."""
    return labels is not None and any(getattr(labels, field.value) is not None for field in _JUDGING)


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
