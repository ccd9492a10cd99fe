"""Keys that choose what the queue holds, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from factcheck.filters import parse, replace_term
from factcheck.model import ClaimFilter, ClaimType, Order, ReviewState
from factcheck.review import labelling
from factcheck.review.keys import FIELD_TITLES, LabelKey
from factcheck.review.moments import clock
from factcheck.store import Bulk, BulkPlan, SavedSearch
from factcheck.tui.counts import Counts, count
from factcheck.tui.screens.bulk import BulkCalls, BulkScreen, Refuse, Wanted
from factcheck.tui.screens.labelling import Labelling
from factcheck.tui.screens.placing import Placing
from factcheck.tui.screens.saved import SaveAs, SavedCalls, SavedScreen
from factcheck.tui.screens.search import Names, SearchPrompt

T = TypeVar("T")

_STATES: Sequence[str | None] = (None, ReviewState.TODO.value, ReviewState.DONE.value)
_TYPES: Sequence[str | None] = (None, *(kind.value for kind in ClaimType))


class Queueing(Placing, Labelling):
    """The search line, the keys that change a term of it, and what is done to all of a queue or put off."""

    # ---- terms of the search line

    def action_cycle_type(self) -> None:
        """All types, then each alone."""
        self._narrow("type", _after(_TYPES, self._term("type")))

    def action_cycle_state(self) -> None:
        """All, to do, done."""
        self._narrow("state", _after(_STATES, self._term("state")))

    def action_cycle_order(self) -> None:
        """What helps most first, reading order, newest first, by lot."""
        order = _after(tuple(Order), self._filter.order)
        self._narrow("order", None if order is self._order else order)

    def action_foreign(self) -> None:
        """With or without other articles' teasers and page furniture."""
        self._narrow("section", None if self._term("section") == "*" else "*")

    def _term(self, field: str) -> str | None:
        """What the search line asks of a field by one plain term; ``None`` where it asks nothing, or more."""
        asked = [term for term in self._filter.terms if term.field == field]
        plain = len(asked) == 1 and not asked[0].negated and len(asked[0].values) == 1
        return asked[0].values[0] if plain else None

    def _narrow(self, field: str, value: str | None) -> None:
        term = None if value is None else f"{field}:{value}"
        self._in_turn(lambda: self.read_queue(replace_term(self._search, field, term)))

    def action_all(self) -> None:
        """The whole queue."""
        self._in_turn(lambda: self.read_queue(""))

    def action_reload(self) -> None:
        """The same queue as it is on disk."""
        self._in_turn(lambda: self.read_queue(self._search))

    def _in_turn(self, act: Callable[[], None]) -> None:
        """Read a queue after what was typed before: an undo under way is to be seen in it.

        It does not wait for a queue that is still being read: the newer one takes its place.
        """
        if self._jumps or self._held:
            self.when_still(act)
        else:
            act()

    # ---- searching

    def action_search(self) -> None:
        """Ask for words and conditions."""
        self.lay_over(SearchPrompt(self._search, self._read_line, self._count, self._names), self._use)

    def action_saved_searches(self) -> None:
        """Choose among the searches that have a name."""
        calls = SavedCalls(self._read_line, self._count, self._fetch_saved, self._save_search, self._delete_search)
        self.lay_over(SavedScreen(self._search, calls, readonly=self.readonly), self._use)

    def _use(self, line: str | None) -> None:
        # What is still being counted would keep the walker from the queue.
        self.ask_walker(lambda _: None, lambda _: None, topic="counts")
        self.ask_walker(lambda _: None, lambda _: None, topic="names")
        if line is not None:
            self.read_queue(line)

    def _read_line(self, line: str) -> ClaimFilter:
        return parse(line, annotator=self._annotator, today=date.today(), order=self._order)

    def _count(self, wanted: ClaimFilter, then: Callable[[Counts], None]) -> None:
        annotator = self._annotator
        self.ask_walker(lambda store: count(store, wanted, annotator), then, topic="counts")

    def _names(self, field: str, prefix: str, then: Callable[[Names], None]) -> None:
        self.ask_walker(lambda store: store.vocabulary(field, prefix), then, topic="names")

    def _fetch_saved(self, then: Callable[[Sequence[SavedSearch]], None]) -> None:
        self.ask(lambda store: store.saved_searches(), then, topic="saved")

    def _save_search(self, wanted: SaveAs, then: Callable[[], None], refuse: Refuse) -> None:
        search, annotator = self._search, self._annotator
        self.ask(
            lambda store: store.save_search(wanted.name, search, annotator, replace=wanted.replace),
            lambda _: then(),
            otherwise=refuse,
        )

    def _delete_search(self, name: str, then: Callable[[], None], refuse: Refuse) -> None:
        self.ask(lambda store: store.delete_search(name), lambda _: then(), otherwise=refuse)

    # ---- all of a queue

    def action_bulk(self) -> None:
        """One label for the whole queue, after a look at what would change."""
        if self._send(None):
            calls = BulkCalls(self._plan_bulk, self._write_bulk)
            self.lay_over(BulkScreen(self.keymap, self._search or "the whole queue", calls), self._took_bulk)

    def _plan_bulk(self, wanted: Wanted, then: Callable[[BulkPlan], None], refuse: Refuse) -> None:
        claims, annotator = self._filter, self._annotator

        def plan(_: None) -> None:
            self.ask_walker(
                lambda store: store.bulk_plan(claims, annotator, wanted.words, relabel=wanted.relabel),
                then,
                topic="counts",
                otherwise=refuse,
            )

        # By way of the reader: labels that are under way are on disk before anything is counted.
        self.ask(lambda _: None, plan)

    def _write_bulk(self, wanted: Wanted, then: Callable[[Bulk], None], refuse: Refuse) -> None:
        claims, annotator = self._filter, self._annotator
        self.ask(
            lambda store: store.bulk(claims, annotator, wanted.words, relabel=wanted.relabel), then, otherwise=refuse
        )

    def _took_bulk(self, done: tuple[LabelKey, Bulk] | None) -> None:
        self._use(None)
        if done is None:
            return
        label, bulk = done
        claims = f"{bulk.claims:,} claim{'' if bulk.claims == 1 else 's'}"
        words = f"{FIELD_TITLES[label.field].lower()} {label.words}"
        if bulk.claims:
            self._tell(f"{claims} labelled {words}; {self.keymap.shown('undo')} takes them all back.")
            self._hint = ""
        else:
            self._tell("Nothing was labelled: meanwhile no claim of the queue was left to change.")
        self.read_queue(self._search)

    # ---- putting off

    def action_snooze(self) -> None:
        """Put the claim at hand off; it stays to do, but not before its time."""
        self.when_still(self._put_off_claim)

    def _put_off_claim(self) -> None:
        row = self.current
        if row is None:
            self.app.bell()
            return
        standing = self._standing(row)
        if labelling.is_done(standing):
            self._tell(f"This claim is done: there is nothing to put off. {self.keymap.shown('clear')} clears it.")
            return
        until = datetime.now(UTC) + self._snooze
        if self._send(labelling.snooze(until, standing)):
            self._tell(f"Put off until {clock(until)}; {self.keymap.shown('undo')} takes that back.")
            self._move_on(was_open=True)


def _after(choices: Sequence[T], current: T) -> T:
    return choices[(choices.index(current) + 1) % len(choices)] if current in choices else choices[0]
