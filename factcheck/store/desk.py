"""The store as a review desk asks it: places, saved searches, what is put off, precedents, progress."""

from __future__ import annotations

from datetime import datetime, timedelta

from factcheck.errors import UsageError
from factcheck.model import ClaimFilter
from factcheck.store import places, progress
from factcheck.store.db import read_tx, translated, write_tx
from factcheck.store.labels import JUDGING_FIELDS, current_labels, precedents, snoozed_query
from factcheck.store.odd_characters import storable, storable_or_none
from factcheck.store.opened import Opened
from factcheck.store.reading import stored_claims
from factcheck.store.rows import Place, Precedent, Progress, SavedSearch


class Desk(Opened):
    """What goes with the work on claims, and is no part of what is said of them."""

    def snoozed(self, annotator: str, at: datetime) -> frozenset[int]:
        """The claims that an annotator has put off beyond a moment and has not judged since."""
        with read_tx(self._db):
            ids = [row[0] for row in self._db.conn.execute(*snoozed_query(annotator, at))]
            said = current_labels(self._db, ids)
        done = {
            one
            for one, labels in said.items()
            for own in labels
            if own.annotator == storable(annotator) and any(getattr(own, field.value) for field in JUDGING_FIELDS)
        }
        return frozenset(ids) - done

    def place(self, annotator: str) -> Place | None:
        """Where an annotator was last, ``None`` where nowhere yet."""
        with translated(self._path):
            return places.place(self._db, storable(annotator))

    def keep_place(self, annotator: str, search: str, claim_id: int | None) -> None:
        """Keep where an annotator is, over restarts."""
        with write_tx(self._db):
            places.keep_place(self._db, storable(annotator), storable(search), claim_id)

    def saved_searches(self) -> list[SavedSearch]:
        """Everybody's saved searches, by name."""
        with translated(self._path):
            return places.saved_searches(self._db)

    def save_search(self, name: str, search: str, annotator: str, *, replace: bool = False) -> None:
        """Save a search line under a name; UsageError where it is blank, or taken and not to be replaced."""
        with write_tx(self._db):
            places.save_search(
                self._db, storable(name.strip()), storable(search), storable(annotator), replace=replace
            )

    def delete_search(self, name: str) -> None:
        """Forget a saved search; UsageError where there is none of that name."""
        with write_tx(self._db):
            places.delete_search(self._db, storable(name.strip()))

    def precedents(self, claim_id: int, annotator: str | None = None, limit: int = 3) -> list[Precedent]:
        """Judged claims of the same kind and alike in their words, the best first; UsageError where there is none.

        Everybody's judgements, or those of one annotator alone.
        """
        with read_tx(self._db):
            found = stored_claims(self._db, "c.id = ?", claim_id)
            if not found:
                raise UsageError(f"there is no claim number {claim_id}")
            return precedents.precedents(self._db, found[0], storable_or_none(annotator), limit)

    def progress(
        self,
        filter: ClaimFilter = ClaimFilter(),  # noqa: A002, B008 - the joint's name; a frozen value
        *,
        offset: timedelta = timedelta(),
    ) -> Progress:
        """How far the work has come, that of ``filter.annotator`` or of all.

        ``offset`` is how far the zone of the days is ahead of UTC.
        """
        with read_tx(self._db):
            return progress.progress(self._db, filter, offset)
