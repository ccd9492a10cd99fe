"""Who said what and when, and what it was before: of one claim, of one annotator, of everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.grammar.text import display_line
from factcheck.review.facts import shown
from factcheck.review.keymap import Keymap
from factcheck.store import BatchRow, Store
from factcheck.tui.bindings import bindings_of
from factcheck.tui.pasts import Entry, PastPage, change, inside, local_with_zone, of_all, of_claim
from factcheck.tui.screens.over import Over
from factcheck.tui.widgets.past_list import PastList

_VIEWS = ("this claim", "all mine", "everybody")

Read = Callable[[Store], PastPage]


@dataclass(frozen=True, slots=True)
class PastCalls:
    """What the screen asks of the desk: pages of the past (answered later), and undo and redo."""

    read: Callable[[Read, Callable[[PastPage], None], Callable[[str], None]], None]
    undo: Callable[[], None]
    redo: Callable[[], None]


class HistoryScreen(Over[int | None]):
    """Hands back the claim to go to, or ``None``.

    ``claim_id`` is the claim at hand, ``None`` in an empty queue: the annotator's own history is shown then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("tab,right", "view(1)", show=False, priority=True),
        Binding("shift+tab,left", "view(-1)", show=False, priority=True),
    ]

    def __init__(self, keymap: Keymap, calls: PastCalls, claim_id: int | None, annotator: str) -> None:
        super().__init__()
        own = bindings_of(keymap, {"undo": "undo", "redo": "redo", "history": "dismiss(None)"})
        self._bindings = type(self._bindings).merge([self._bindings, own])
        self._calls = calls
        self._claim_id = claim_id
        self._annotator = annotator
        self._view = 0 if claim_id is not None else 1
        self._before: int | None = None
        self._asked = 0
        self._reading = False
        self._undo_key = keymap.shown("undo")

    def compose(self) -> ComposeResult:
        """Whose history, the list, all about the entry at hand, and the keys."""
        with Vertical(id="past"):
            yield Static(id="past-views", markup=False)
            yield PastList(id="past-list")
            yield Static(id="past-entry", markup=False)
            keys = f"enter goes, opens + · tab turns · {self._undo_key} undoes yours"
            yield Static(Content(f"{keys} · x was taken back · esc"), id="past-keys", markup=False)

    def on_mount(self) -> None:
        """Read the first page."""
        self._list.focus()
        self._start()

    @property
    def _list(self) -> PastList:
        return self.query_one("#past-list", PastList)

    # ---- reading

    def _start(self) -> None:
        """Read the history that is chosen from its newest entry."""
        views = [name for number, name in enumerate(_VIEWS) if number or self._claim_id is not None]
        chosen = _VIEWS[self._view]
        parts = [Content.styled(f"▸{name}", "bold") if name == chosen else Content(f" {name}") for name in views]
        self.query_one("#past-views", Static).update(Content("   ").join([Content("History"), *parts]))
        self._before = None
        self._list.tell("…")
        self._read_on()

    def _read_on(self) -> None:
        self._asked += 1
        self._reading = True
        asked, first = self._asked, self._before is None
        self._calls.read(self._question(), lambda page: self._take(asked, page, first=first), self._fail)

    def _question(self) -> Read:
        before, claim_id = self._before, self._claim_id
        if self._view == 0 and claim_id is not None:
            return lambda store: of_claim(store, claim_id, before)
        annotator = self._annotator if self._view == 1 else None
        return lambda store: of_all(store, annotator, before)

    def _take(self, asked: int, page: PastPage, *, first: bool) -> None:
        if asked != self._asked or not self.stands():
            return
        self._reading = False
        self._before = page.before
        if first and not page.entries:
            self._list.tell("Nothing was said yet.")
        else:
            self._list.extend(page.entries, more=page.before is not None)

    def _fail(self, reason: str) -> None:
        if self.stands():
            self._reading = False
            self._list.tell(display_line(f"Could not be read: {reason}"))

    def on_past_list_ended(self) -> None:
        """Read the next page."""
        if not self._reading and self._before is not None:
            self._read_on()

    # ---- what keys do

    def action_view(self, step: int) -> None:
        """Turn to another history."""
        views = [number for number in range(len(_VIEWS)) if number or self._claim_id is not None]
        self._view = views[(views.index(self._view) + step) % len(views)]
        self._start()

    def action_undo(self) -> None:
        """Take back what the annotator said last, and show it."""
        self._calls.undo()
        self._start()

    def action_redo(self) -> None:
        """Say it again, and show it."""
        self._calls.redo()
        self._start()

    def on_click(self, event: events.Click) -> None:
        """A click on the names of the histories turns to the next."""
        if event.widget is self.query_one("#past-views"):
            self.action_view(1)

    def on_past_list_chosen(self, message: PastList.Chosen) -> None:
        """Go to the claim of an entry; open or close one that is about many."""
        batch = message.entry.opens
        if batch is None:
            self.dismiss(message.entry.claim_id)
        elif message.entry.further is not None:
            self._open(batch, message.entry.further)
        elif self._list.is_open(batch.batch):
            self._list.close(batch.batch)
        else:
            self._open(batch, None)

    def _open(self, batch: BatchRow, before: int | None) -> None:
        """Read what a batch said of each claim, the next page of it where it has been opened."""

        def take(page: PastPage) -> None:
            if self.stands():
                self._list.open(batch.batch, page.entries)

        self._calls.read(lambda store: inside(store, batch, before), take, self._fail)

    def on_past_list_moved(self, message: PastList.Moved) -> None:
        """Show all about the entry at hand."""
        lines = _about(message.entry) if message.entry is not None else ()
        self.query_one("#past-entry", Static).update(Content("\n").join(lines))


def _about(entry: Entry) -> Iterator[Content]:
    """When to the second and in which zone, who, by what; which claim; what was changed."""
    when = local_with_zone(entry.at)
    state = " · taken back since" if entry.taken_back else " · takes back what was said" if entry.undoes else ""
    if entry.opens is not None:
        batch = entry.opens
        yield Content(display_line(f"{when} · {entry.who} · {batch.origin} · batch {batch.batch[:8]}{state}"))
        # What takes back says nothing of its own that could stand.
        stand = "" if entry.undoes else f", {batch.standing:,} of them stand"
        yield Content(f"{batch.claims:,} claims, {batch.events:,} changes{stand}")
        yield Content(entry.words)
        return
    row = entry.rows[0]
    yield Content(display_line(f"{when} · {entry.who} · {row.origin} · batch {row.batch[:8]}{state}"))
    yield Content(f"claim {display_line(row.claim_key[:8])}  “{shown(row.quote)}”")
    yield Content(" · ".join(map(change, entry.rows)))
