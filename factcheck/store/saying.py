"""The store as annotators write to it: labels, added claims, undo and redo, bulk labels, their history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from factcheck.errors import LabelError
from factcheck.model import Claim, ClaimFilter, LabelEvent, LabelField
from factcheck.store import labels
from factcheck.store.db import read_tx, translated, write_tx
from factcheck.store.labels import added as additions
from factcheck.store.labels import bulk as bulk_labels
from factcheck.store.labels import history as changes
from factcheck.store.labels import undoing
from factcheck.store.odd_characters import storable, storable_or_none
from factcheck.store.opened import Opened
from factcheck.store.queues.walk import wanted_ids
from factcheck.store.reading import claim_rows, stored_claims
from factcheck.store.rows import BatchRow, Bulk, BulkPlan, HistoryRow, StoredClaim

_SAMPLE = 5


class Saying(Opened):
    """What is said of claims. Each write is one transaction, and on the disk when its method returns."""

    def label(self, events: Sequence[LabelEvent]) -> None:
        """Append events, all or none; one whose ``op_id`` is there already changes nothing.

        Raises LabelError for what the label scheme does not know, and where there is no such claim.
        """
        for event in events:
            labels.check_event(event)
        with write_tx(self._db):
            labels.check_words(self._db, events)
            labels.append(self._db, events)

    def check_events(self, events: Sequence[LabelEvent]) -> None:
        """Raise LabelError where ``label`` would refuse what the events say; writes nothing."""
        for event in events:
            labels.check_event(event)
        with translated(self._path):
            labels.check_words(self._db, events)

    def apply(
        self,
        events: Sequence[LabelEvent] = (),
        *,
        added: Sequence[tuple[int, Claim]] = (),
        annotator: str,
        batch: str | None = None,
    ) -> tuple[StoredClaim, ...]:
        """Add claims and append events, all or none, as one batch of one annotator; returns the claims added.

        ``added`` are claims with the numbers of their articles; of each the annotator says that they put it in and
        that it is correct. The same again, with the same batch, changes nothing. Raises LabelError as ``label`` does,
        and where a claim of that type stands on those very words already.
        """
        batch = batch or (events[0].batch if events else uuid4().hex)
        if any(event.annotator != annotator for event in events):
            raise LabelError("a batch is one annotator's")
        said = [replace(event, batch=batch) for event in events]
        for event in said:
            labels.check_event(event)
        with write_tx(self._db):
            ids = [additions.add(self._db, article, claim, annotator, batch) for article, claim in added]
            labels.check_words(self._db, said)
            labels.append(self._db, said)
            found = {one: claim for one in ids for claim in stored_claims(self._db, "c.id = ?", one)}
        return tuple(found[one] for one in ids)

    def add_claim(
        self, claim: Claim, article_id: int, annotator: str, *, batch: str | None = None, note: str | None = None
    ) -> StoredClaim:
        """Add a claim that extraction missed, with a note where there is one; see ``apply``."""
        batch = batch or uuid4().hex
        with write_tx(self._db):
            added = additions.add(self._db, article_id, claim, annotator, batch, note)
            return stored_claims(self._db, "c.id = ?", added)[0]

    def undo(self, annotator: str, *, dry_run: bool = False) -> tuple[LabelEvent, ...]:
        """Take back the annotator's newest batch that stands; returns its events, none where nothing stands.

        A dry run takes nothing back, here and in the other ways of undoing.
        """
        return self._take_back(lambda: undoing.newest_batch(self._db, storable(annotator)), dry_run=dry_run)

    def undo_to(self, annotator: str, at: datetime, *, dry_run: bool = False) -> tuple[LabelEvent, ...]:
        """Take back, as one batch, all that stands of what the annotator said after a moment; returns those events.

        The moment needs its zone. What was taken back since then stays so.
        """
        return self._take_back(lambda: undoing.said_since(self._db, storable(annotator), at), dry_run=dry_run)

    def undo_batch(self, batch: str, *, dry_run: bool = False) -> tuple[LabelEvent, ...]:
        """Take back what stands of a batch, an import for one, whoever said it; returns those events.

        ``batch`` is its id or a unique beginning of at least four characters; UsageError otherwise.
        """
        return self._take_back(lambda: undoing.whole_batch(self._db, storable(batch)), dry_run=dry_run)

    def _take_back(self, find: Callable[[], tuple[LabelEvent, ...]], *, dry_run: bool) -> tuple[LabelEvent, ...]:
        if dry_run:
            with read_tx(self._db):
                return find()
        with write_tx(self._db):
            taken = find()
            undoing.take_back(self._db, taken)
        return taken

    def redo(self, annotator: str) -> tuple[LabelEvent, ...]:
        """Say again the batch most recently undone, if the annotator said nothing since; returns the fresh events."""
        with write_tx(self._db):
            return undoing.redo(self._db, storable(annotator))

    def bulk_plan(
        self,
        filter: ClaimFilter,  # noqa: A002 - the joint's name
        annotator: str,
        wanted: Mapping[LabelField, str | None],
        *,
        relabel: bool = False,
    ) -> BulkPlan:
        """What ``bulk`` would do to the claims of a filter, and a few of those that would change."""
        with read_tx(self._db):
            ids = wanted_ids(self._db, filter)
            plan = bulk_labels.plan(self._db, ids, storable(annotator), wanted, relabel=relabel)
            sample = claim_rows(self._db, plan.first(_SAMPLE), storable(annotator))
        return BulkPlan(plan.matching, len(plan.changing), plan.already, plan.otherwise, tuple(sample))

    def bulk(
        self,
        filter: ClaimFilter,  # noqa: A002 - the joint's name
        annotator: str,
        wanted: Mapping[LabelField, str | None],
        *,
        relabel: bool = False,
    ) -> Bulk:
        """Say the same of every claim of a filter, in one transaction and one batch, so that one undo takes it back.

        A claim of which the annotator says something else in one of these fields is left alone, unless ``relabel``.
        A verdict brings ``correct`` along as a single label does. Raises LabelError as ``label`` does, and for
        what can only be said of one claim.
        """
        with write_tx(self._db):
            ids = wanted_ids(self._db, filter)
            plan = bulk_labels.plan(self._db, ids, storable(annotator), wanted, relabel=relabel)
            return bulk_labels.say(self._db, plan, storable(annotator))

    def events(self, claim_id: int) -> list[LabelEvent]:
        """Everything that was ever said of a claim, oldest first."""
        with translated(self._path):
            return labels.events_of_claim(self._db, claim_id)

    def history(
        self,
        *,
        claim_id: int | None = None,
        annotator: str | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> list[HistoryRow]:
        """Changes, the newest first, of one claim or all, by one annotator or all.

        The next page lies ``before`` the id of the last row.
        """
        with read_tx(self._db):
            return changes.history(self._db, claim_id, storable_or_none(annotator), before, limit)

    def batches(self, *, annotator: str | None = None, before: int | None = None, limit: int = 50) -> list[BatchRow]:
        """Batches, the newest first, of one annotator or all; the next page lies ``before`` the last ``first_id``."""
        with read_tx(self._db):
            return changes.batches(self._db, storable_or_none(annotator), before, limit)
