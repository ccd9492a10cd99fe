"""Where the annotator is, kept over restarts; why the claim at hand comes now; and how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from factcheck.errors import SearchError
from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter, LabelEvent, LabelField
from factcheck.review.facts import Fact
from factcheck.review.keymap import as_shown
from factcheck.review.labelling import is_done
from factcheck.review.moments import clock
from factcheck.review.reasons import reasons
from factcheck.store import Place, Store, StoredClaim, Why
from factcheck.tui.answers import QueueRead, Saved, TakenBack
from factcheck.tui.requests import ReadQueue
from factcheck.tui.screens.desk import DeskScreen

_KEEP_SECONDS = 20
"""How old the place may be that a killed desk leaves behind."""

_FIRST_LABELS = (
    (LabelField.VERDICT, "supported", "supported"),
    (LabelField.VERDICT, "refuted", "refuted"),
    (LabelField.EXTRACTION, "correct", "read rightly"),
)


@dataclass(frozen=True, slots=True)
class _Start:
    """Where to begin: the place of the last sitting, and the search line that is opened; ``trouble`` with another."""

    place: Place | None
    is_new: bool
    line: str
    wanted: ClaimFilter
    trouble: str


class Placing(DeskScreen):
    """The place is written by the reader: when the search changes, on the way out, and now and then while moving."""

    _here: int | None = None
    _kept: tuple[str, int | None] | None = None
    _told_why: tuple[int, int] | None = None
    _parts_before: list[QueueRead] | None = None

    def on_mount(self) -> None:
        """Keep the place from time to time."""
        self.set_interval(_KEEP_SECONDS, self._keep_place)

    def on_unmount(self) -> None:
        """Keep the place on the way out; the reader does what it was asked before it ends."""
        self._keep_place()

    def open_queue(self) -> None:
        """Open where the annotator was, unless a search is asked for; the keys wait for what is on disk."""
        self._seeking = self._reading = True
        self._asked = 1
        self._parts_before = []
        self.ask(self._find_start, self._open_there, topic="start", otherwise=self._open_at_home)

    def _find_start(self, store: Store) -> _Start:
        """Where to begin; on the reader's thread, so that the walk begins without a way over the screen."""
        place = store.place(self._annotator)
        is_new = not store.history(annotator=self._annotator, limit=1)
        line, trouble = self._first_search or (place.search if place is not None else self._home), ""
        try:
            wanted = self._wanted(line)
        except SearchError as error:
            line, wanted, trouble = "", self._wanted(""), str(error)
        self.walker.ask(ReadQueue(1, wanted))
        return _Start(place, is_new, line, wanted, trouble)

    def _open_there(self, start: _Start) -> None:
        place = start.place
        if start.is_new and not self.readonly:
            self._hint = self._first_steps()
        self._search, self._filter = start.line, start.wanted
        if place is not None and place.search == start.line:
            self._sought = self._here = place.claim_id
            self._kept = place.search, place.claim_id
        if start.trouble:
            self._tell(display_line(start.trouble), error=True)
        self._take_parts_before()
        self._show_status()
        self._keep_place()

    def _take_parts_before(self) -> None:
        """Take what the walker answered before the reader did."""
        parts, self._parts_before = self._parts_before or [], None
        for part in parts:
            self._take_queue(part)

    def _open_at_home(self, reason: str) -> None:
        self._tell(f"Your place could not be read: {display_line(reason)}", error=True)
        self._parts_before = None
        self.read_queue(self._first_search or self._home)

    def read_queue(self, search: str) -> None:
        """Read a queue, and keep its search line as the place."""
        super().read_queue(search)
        self._keep_place()

    def _keep_place(self) -> None:
        """Write down the search line and the claim at hand, where they are not the ones that are kept."""
        place = self._search, self._here
        if self.readonly or place == self._kept or not self._asked:
            return
        self._kept = place
        annotator, (search, claim_id) = self._annotator, place
        self.ask(
            lambda store: store.keep_place(annotator, search, claim_id),
            lambda _: None,
            topic="place",
            otherwise=self._not_kept,
        )

    def _not_kept(self, reason: str) -> None:  # noqa: ARG002 - the next try says it again; a label that fails is told
        self._kept = None

    # ---- how to begin

    def _first_steps(self) -> str:
        """The three keys that matter first, on one line."""
        choices = [(self.keymap.choice(field, value), words) for field, value, words in _FIRST_LABELS]
        parts = [f"{as_shown(key.keys[0])} {words}" for key, words in choices if key.keys]
        return " · ".join([*parts, f"{self.keymap.shown('help')} all keys"])

    def _take_claims(self, claims: Sequence[StoredClaim]) -> None:
        """Whoever has a label on disk knows how to begin."""
        if self._hint and any(is_done(self._said_of(claim).own) for claim in claims):
            self._hint = ""
        super()._take_claims(claims)
        for claim in claims:
            self._set_aside.discard(claim.id)
            position = self.queue_list.queue.position(claim.id)
            if claim.id in self.queue_list.put_off and position is not None and not is_done(self._said_of(claim).own):
                self.queue_list.queue.set_open(position, is_open=False)
                self._set_aside.add(claim.id)
        self._show_status()

    # ---- why this one

    def _show_claim(self, *, ask: bool = True) -> None:
        """Show the claim at hand, and ask why it comes now; the answer is shown when it is there."""
        super()._show_claim(ask=ask)
        queue, cursor = self.queue_list.queue, self.queue_list.cursor
        if not self._seeking and cursor < len(queue):
            self._here = queue.ids[cursor]
        claim = self._claim_at_hand()
        if claim is None:
            self._told_why = None
        elif self._told_why != (claim.id, self._generation):
            self._told_why = claim.id, self._generation
            self._ask_why(claim)

    def _ask_why(self, claim: StoredClaim) -> None:
        wanted, annotator = self._filter, self._annotator

        is_put_off = claim.id in self.queue_list.put_off

        def find(store: Store) -> tuple[Why, datetime | None]:
            until = _put_off_until(store, claim.id, annotator) if is_put_off else None
            return store.why(claim.id, annotator, wanted.order), until

        def show(found: tuple[Why, datetime | None]) -> None:
            why, until = found
            lines = [] if until is None else [f"put off until {clock(until)}"]
            lines += [display_line(reason) for reason in reasons(why, wanted)]
            self.panel.aside(claim.id, "why", [Fact("why now", "; ".join(lines))])

        self.ask(find, show, topic="why", otherwise=lambda _: None)

    # ---- what is put off

    def _take_queue(self, answer: QueueRead) -> None:
        """With the whole queue there, ask what is put off: the list marks it, an empty queue tells of it."""
        if self._parts_before is not None:
            self._parts_before.append(answer)
            return
        if answer.generation == self._asked and answer.first:
            self._set_aside.clear()
        super()._take_queue(answer)
        if answer.generation == self._asked and answer.last:
            annotator = self._annotator
            self.ask(lambda store: store.snoozed(annotator, datetime.now(UTC)), self._take_put_off, topic="snoozed")

    def _take_put_off(self, claims: frozenset[int]) -> None:
        if claims != self.queue_list.put_off:
            self._set_put_off(claims)
            self._show_claim()

    def _set_put_off(self, claims: frozenset[int]) -> None:
        self.queue_list.put_off = claims
        self.queue_list.refresh()
        self._told_why = None

    def _take_saved(self, answer: Saved) -> None:
        """What is on disk may have put a claim off."""
        batch = self.ledger.under_way.get(answer.batch_id)
        self._note_put_off(batch.events if batch is not None else (), stand=True)
        super()._take_saved(answer)

    def _take_back(self, answer: TakenBack) -> None:
        """What was taken back may have put a claim off."""
        self._note_put_off(answer.events, stand=answer.again)
        super()._take_back(answer)

    def _note_put_off(self, events: Sequence[LabelEvent], *, stand: bool) -> None:
        said = frozenset(event.claim_id for event in events if event.field is LabelField.SNOOZED_UNTIL)
        if said:
            self._set_put_off(self.queue_list.put_off | said if stand else self.queue_list.put_off - said)


def _put_off_until(store: Store, claim_id: int, annotator: str) -> datetime | None:
    """Until when an annotator has put a claim off."""
    rows = store.history(claim_id=claim_id, annotator=annotator)
    said = (row for row in rows if row.field is LabelField.SNOOZED_UNTIL and row.stands and row.undoes is None)
    newest = next(said, None)
    return datetime.fromisoformat(newest.after) if newest is not None and newest.after is not None else None
