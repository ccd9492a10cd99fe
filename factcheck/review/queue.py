"""The queue of claims as the desk holds it: ids in queue order and which of them are still to do."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field


@dataclass(slots=True)
class ReviewQueue:
    """The ids that a filter let through, in queue order, with one byte each: 1 while to do, 0 when done.

    The ids stand until the queue is read again: a claim that was labelled stays where it was, so that undo and a
    second look find it.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    open: bytearray = field(default_factory=bytearray)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def left(self) -> int:
        """How many are still to do."""
        return self.open.count(1)

    def position(self, claim_id: int) -> int | None:
        """Where a claim stands, 0-based; ``None`` where it is not in the queue."""
        try:
            return self.ids.index(claim_id)
        except ValueError:
            return None

    def extend(self, part: ReviewQueue) -> None:
        """Take what was found further on."""
        self.ids.extend(part.ids)
        self.open.extend(part.open)

    def insert(self, position: int, claim_id: int, *, is_open: bool) -> None:
        """Take a claim in at a position: one that was added while the queue stands."""
        self.ids.insert(position, claim_id)
        self.open.insert(position, is_open)

    def remove(self, position: int) -> None:
        """Take the claim at a position out: one that was added and is withdrawn."""
        del self.ids[position]
        del self.open[position]

    def set_open(self, position: int, *, is_open: bool) -> None:
        """Mark the claim at a position as to do or as done."""
        self.open[position] = is_open

    def next_open(self, after: int) -> int | None:
        """The position of the next claim to do behind ``after``; ``None`` where there is none behind it."""
        found = self.open.find(1, max(0, after + 1))
        return None if found < 0 else found

    def first_open(self) -> int | None:
        """The position of the first claim to do."""
        return self.next_open(-1)
