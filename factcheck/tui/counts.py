"""How many claims a search finds, and how many of them are to do: asked of the walker while a search is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.model import ClaimFilter, Order, ReviewState
from factcheck.store import Store


@dataclass(frozen=True, slots=True)
class Counts:
    """Claims that match, and those of them that are to do for the annotator."""

    matching: int
    left: int

    @property
    def words(self) -> str:
        """In words: "1,204 claims, 1,100 to do"."""
        return f"{self.matching:,} claim{'' if self.matching == 1 else 's'}, {self.left:,} to do"


def count(store: Store, wanted: ClaimFilter, annotator: str) -> Counts:
    """Count the claims of a filter; ``wanted.annotator`` is the annotator's.

    A sample, and what others said, are counted along the queue itself: what is to do of a sample is no sample of what
    is to do, and ``by`` would tell to whom "to do" applies.
    """
    if wanted.sample is None and all(term.field != "by" for term in wanted.terms):
        return Counts(store.count(wanted), store.count(replace(wanted, state=ReviewState.TODO)))
    quick = wanted if wanted.sample is not None else replace(wanted, order=Order.READING)
    matching = left = 0
    for part in store.queue(quick, annotator):
        matching += len(part.ids)
        left += part.open.count(1)
    return Counts(matching, left)
