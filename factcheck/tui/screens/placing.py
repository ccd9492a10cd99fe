"""Where the annotator is, kept over restarts; why the claim at hand comes now; and how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from factcheck.errors import SearchError
from factcheck.grammar.text import display_line
from factcheck.model import LabelField
from factcheck.review.facts import Fact
from factcheck.review.keymap import as_shown
from factcheck.review.labelling import is_done, is_snoozed
from factcheck.review.reasons import reasons
from factcheck.review.snoozing import clock
from factcheck.store import Place, Store, StoredClaim, Why
from factcheck.tui.answers import QueueRead
from factcheck.tui.screens.desk import DeskScreen

_KEEP_SECONDS = 20
"""How old the place may be that a killed desk leaves behind."""

_FIRST_LABELS = (
    (LabelField.VERDICT, "supported", "supported"),
    (LabelField.VERDICT, "refuted", "refuted"),
    (LabelField.EXTRACTION, "correct", "read rightly"),
)


class Placing(DeskScreen):
    """The place is written by the reader: when the search changes, on the way out, and now and then while moving."""

    _here: int | None = None
    _kept: tuple[str, int | None] | None = None
    _told_why: tuple[int, int] | None = None

    def on_mount(self) -> None:
        """Keep the place from time to time."""
        self.set_interval(_KEEP_SECONDS, self._keep_place)

    def on_unmount(self) -> None:
        """Keep the place on the way out; the reader does what it was asked before it ends."""
        self._keep_place()

    def open_queue(self) -> None:
        """Open where the annotator was, unless a search is asked for; the keys wait for what is on disk."""
        self._seeking = self._reading = True
        self.ask(
            partial(_start, annotator=self._annotator), self._open_there, topic="start", otherwise=self._open_at_home
        )

    def _open_there(self, start: tuple[Place | None, bool]) -> None:
        place, is_new = start
        if is_new and not self.readonly:
            self._hint = self._first_steps()
        line = self._first_search or (place.search if place is not None else self._home)
        if place is not None and place.search == line:
            self._sought = self._here = place.claim_id
            self._kept = place.search, place.claim_id
        try:
            self.read_queue(line)
        except SearchError as error:
            self._tell(display_line(str(error)), error=True)
            self.read_queue("")

    def _open_at_home(self, reason: str) -> None:
        self._tell(f"Your place could not be read: {display_line(reason)}", error=True)
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

        def show(why: Why) -> None:
            own = next((labels for labels in claim.labels if labels.annotator == annotator), None)
            lines = [display_line(reason) for reason in reasons(why, wanted)]
            if own is not None and own.snoozed_until is not None and is_snoozed(own, datetime.now(UTC)):
                lines.insert(0, f"put off until {clock(datetime.fromisoformat(own.snoozed_until))}")
            self.panel.aside(claim.id, "why", [Fact("why now", "; ".join(lines))])

        self.ask(
            lambda store: store.why(claim.id, annotator, wanted.order), show, topic="why", otherwise=lambda _: None
        )

    # ---- an empty queue

    def _take_queue(self, answer: QueueRead) -> None:
        """Where the queue is empty, ask whether the claims that it could hold are put off."""
        super()._take_queue(answer)
        if answer.generation == self._asked and answer.last and not len(self.queue_list.queue):
            annotator = self._annotator
            self.ask(
                lambda store: len(store.snoozed(annotator, datetime.now(UTC))), self._take_snoozed, topic="snoozed"
            )

    def _take_snoozed(self, count: int) -> None:
        self._put_off = count
        if not len(self.queue_list.queue) and not self._reading:
            self._show_absence()


def _start(store: Store, annotator: str) -> tuple[Place | None, bool]:
    """The annotator's place, and whether they have said nothing here yet."""
    return store.place(annotator), not store.history(annotator=annotator, limit=1)
