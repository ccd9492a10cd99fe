"""What people say of claims: label events made, checked, appended and taken back, and what stands of them."""

from factcheck.store.labels.events import (
    EVENT_COLUMNS,
    JUDGING_FIELDS,
    append,
    check_event,
    check_words,
    current_labels,
    event_of,
    events_of_claim,
    moment,
    new_event,
    snoozed_query,
    words,
)

__all__ = [
    "EVENT_COLUMNS",
    "JUDGING_FIELDS",
    "append",
    "check_event",
    "check_words",
    "current_labels",
    "event_of",
    "events_of_claim",
    "moment",
    "new_event",
    "snoozed_query",
    "words",
]
