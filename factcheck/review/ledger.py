"""What has been pressed and is not yet known to be on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from factcheck.model import Claim, LabelEvent, Labels


class Saving(StrEnum):
    """How far a claim's newest labels have come."""

    SAVED = "saved"
    UNDER_WAY = "under way"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one keypress says; it is written, undone and written again as a whole.

    ``added`` are claims that it puts in, each with the number of its article. ``name`` is the batch id, needed where
    there are no events to tell it.
    """

    events: tuple[LabelEvent, ...] = ()
    added: tuple[tuple[int, Claim], ...] = ()
    name: str = ""

    @property
    def id(self) -> str:
        """The batch id that its events share."""
        return self.name or self.events[0].batch

    @property
    def claim_ids(self) -> tuple[int, ...]:
        """The claims that it speaks of, the one that the keypress was about first; not those that it adds."""
        return tuple(dict.fromkeys(event.claim_id for event in self.events))

    def of_claim(self, claim_id: int) -> Batch:
        """What it says of one claim."""
        if self.claim_ids == (claim_id,) and not self.added:
            return self
        return Batch(tuple(event for event in self.events if event.claim_id == claim_id), name=self.id)


@dataclass(slots=True)
class Ledger:
    """Batches under way and batches that failed, each by its id, oldest first."""

    under_way: dict[str, Batch] = field(default_factory=dict)
    failed: dict[str, Batch] = field(default_factory=dict)

    def sent(self, batch: Batch) -> None:
        """A batch went to the writer, for the first time or again.

        What failed before and said the same fields of the same claims is forgotten, so that trying it again later
        cannot overrule this newer word.
        """
        self.failed.pop(batch.id, None)
        said = {(event.claim_id, event.field) for event in batch.events}
        for older in list(self.failed.values()):
            kept = tuple(event for event in older.events if (event.claim_id, event.field) not in said)
            if not kept and not older.added:
                del self.failed[older.id]
            elif len(kept) < len(older.events):
                self.failed[older.id] = replace(older, events=kept, name=older.id)
        self.under_way[batch.id] = batch

    def acknowledged(self, batch_id: str) -> None:
        """The writer said that a batch is on disk."""
        self.under_way.pop(batch_id, None)

    def refused(self, batch_id: str) -> None:
        """The writer said that a batch is not, or may not be, on disk."""
        batch = self.under_way.pop(batch_id, None)
        if batch is not None:
            self.failed[batch_id] = batch

    def drop_newest_failed(self) -> Batch | None:
        """Forget the newest batch that failed, and hand it over; ``None`` where none failed."""
        return self.failed.popitem()[1] if self.failed else None

    def saving(self, claim_id: int) -> Saving:
        """How far the labels of one claim have come; a failure outweighs what is under way."""
        if any(claim_id in batch.claim_ids for batch in self.failed.values()):
            return Saving.FAILED
        if any(claim_id in batch.claim_ids for batch in self.under_way.values()):
            return Saving.UNDER_WAY
        return Saving.SAVED

    def of_claim(self, claim_id: int) -> list[Batch]:
        """What batches that are not known to be on disk say of a claim, those that failed first."""
        batches = [batch.of_claim(claim_id) for batch in (*self.failed.values(), *self.under_way.values())]
        return [batch for batch in batches if batch.events]

    def expected(self, stored: Labels) -> Labels:
        """The claim's labels as they will stand once what is under way has been written."""
        words: dict[str, Any] = {event.field.value: event.value for event in self._events(stored.claim_id)}
        return replace(stored, **words)

    def _events(self, claim_id: int) -> Iterator[LabelEvent]:
        for batch in self.under_way.values():
            yield from batch.of_claim(claim_id).events
