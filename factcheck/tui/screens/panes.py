"""What the review screen shows: the panes, the claim at hand in them, and the lines above and below."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from textual.app import ComposeResult
from textual.message import Message
from textual.notifications import SeverityLevel

from factcheck.grammar.text import display_line
from factcheck.model import Article, ClaimFilter, ClaimType, LabelEvent, LabelField
from factcheck.review.keymap import Keymap
from factcheck.review.ledger import Ledger
from factcheck.review.words import word
from factcheck.store import ClaimRow, StoredArticle, StoredClaim
from factcheck.tui.answers import Answer
from factcheck.tui.empty import Empty, why_empty
from factcheck.tui.reader import PAGE_ROWS, Reader
from factcheck.tui.requests import ReadArticle, ReadPage
from factcheck.tui.screens.waiting import WaitingScreen
from factcheck.tui.widgets.article_view import ArticleView
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.claim_panel import ClaimPanel, Standing
from factcheck.tui.widgets.key_bar import KeyBar
from factcheck.tui.widgets.status_bar import Place, StatusBar

_PANES = 4
_PATIENCE_SECONDS = 0.1
"""How long the article before stays on the screen while the next is read: blanking it at once would flicker."""


@dataclass
class Answered(Message):
    """A thread of a desk answered."""

    answer: Answer
    desk: PanesScreen


class PanesScreen(WaitingScreen):
    """The queue, the article and the panel: they show what is in memory, and ask the reader for what is not."""

    # Textual declares this one without ClassVar, so that saying it here would be a type error.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide"), (170, "-broad")]  # noqa: RUF012 - see above

    def __init__(self, db_path: Path, annotator: str, keymap: Keymap, *, which: str, readonly: bool) -> None:
        super().__init__()
        self._which = which
        self.readonly = readonly
        self.reader = Reader(db_path, annotator, self._post, readonly=readonly)
        self.keymap = keymap
        self.ledger = Ledger()
        self._db_path = db_path
        self._annotator = annotator
        self._search = ""
        self._filter = ClaimFilter(annotator=annotator)
        self._reading = False
        self._generation = 0
        self._claims = 0
        self._articles: OrderedDict[int, tuple[StoredArticle, list[StoredClaim]]] = OrderedDict()
        self._stays = False
        self._hint = ""
        self._set_aside: set[int] = set()
        self._progress = ""
        self._told = ("", 0.0)

    def compose(self) -> ComposeResult:
        """Status on top, keys at the bottom, the desk between them."""
        self._take_width()
        retry = self.keymap.shown("retry")
        yield StatusBar(self._db_path, self._annotator, self._which, retry=retry, id="status")
        yield ClaimList(self._fetch, self.ledger.saving, self.unless_moving, id="queue")
        yield ArticleView(self._annotator, id="article")
        yield ClaimPanel(id="claim")
        yield KeyBar(self.keymap, id="keys")

    def _post(self, answer: Answer) -> None:
        # The loop may have ended while a thread still works: nobody is left to be told.
        with suppress(RuntimeError):
            self.post_message(Answered(answer, self))

    def stands(self) -> bool:
        """Whether every pane is there: keys and answers may come before they are mounted and after they are gone."""
        return len(self.query("#status, #queue, #article, #claim")) == _PANES

    @property
    def queue_list(self) -> ClaimList:
        """The list of the queue."""
        return self.query_one("#queue", ClaimList)

    @property
    def article_view(self) -> ArticleView:
        """The article pane."""
        return self.query_one("#article", ArticleView)

    @property
    def panel(self) -> ClaimPanel:
        """The pane about the claim."""
        return self.query_one("#claim", ClaimPanel)

    @property
    def current(self) -> ClaimRow | None:
        """The claim under the cursor; ``None`` in an empty queue, or while its row is on the way."""
        return self.queue_list.row(self.queue_list.cursor)

    def _has_row(self) -> bool:
        queue = self.queue_list
        return not len(queue.queue) or self.current is not None or bool(queue.absence(queue.cursor))

    def _fetch(self, page: int) -> None:
        ids = self.queue_list.queue.ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
        self.reader.ask(ReadPage(self._generation, page, ids))

    # ---- showing

    def on_claim_list_moved(self) -> None:
        """The cursor moved."""
        if self.stands():
            self._show_claim()

    def on_article_view_picked(self, message: ArticleView.Picked) -> None:
        """Go to the claim that was clicked in the article, if the queue holds it."""
        self._go_to(message.claim_id)

    def _go_to(self, claim_id: int) -> bool:
        """Stand on a claim, if the queue holds it."""
        position = self.queue_list.queue.position(claim_id)
        if position is not None:
            self.queue_list.cursor = position
        return position is not None

    def _show_claim(self, *, ask: bool = True) -> None:
        """Show the claim at hand; ``ask`` for its article where it is not in memory."""
        self._show_status()
        row = self.current
        if row is None:
            self._show_absence()
            return
        self.query_one("#keys", KeyBar).show(row.type)
        stored, claims = self._articles.get(row.article_id, (None, []))
        claim = self._claim_at_hand()
        if stored is None or claim is None:
            if ask:
                self.reader.ask(ReadArticle(row.article_id))
                self.set_timer(_PATIENCE_SECONDS, partial(self._show_waiting, row.id))
            return
        self._articles.move_to_end(stored.id)
        self.article_view.show(stored, claims, claim.claim)
        self.panel.show(claim, stored.article, self._said_of(claim))

    def _show_waiting(self, claim_id: int) -> None:
        """Take the article before off the screen if the one asked for has still not come."""
        row = self.current if self.stands() else None
        if row is not None and row.id == claim_id and self._claim_at_hand() is None:
            self.article_view.clear()
            self.panel.tell("…", display_line(row.quote))

    def _claim_at_hand(self) -> StoredClaim | None:
        """The whole claim under the cursor; ``None`` while its article is on the way."""
        row = self.current
        _, claims = self._articles.get(row.article_id, (None, [])) if row is not None else (None, [])
        return next((claim for claim in claims if row is not None and claim.id == row.id), None)

    def _article_at_hand(self) -> StoredArticle | None:
        """The article of the claim under the cursor; ``None`` while it is on the way."""
        row = self.current
        return self._articles.get(row.article_id, (None, []))[0] if row is not None else None

    def _published(self) -> date | None:
        """The publication day of the article at hand, where it is known."""
        stored = self._article_at_hand()
        return stored.article.published.day if stored is not None and stored.article.published is not None else None

    def _said_of(self, claim: StoredClaim) -> Standing:
        own = next((labels for labels in claim.labels if labels.annotator == self._annotator), None)
        others = tuple(labels for labels in claim.labels if labels.annotator != self._annotator)
        return Standing(own, others, tuple(self.ledger.of_claim(claim.id)), self.ledger.saving(claim.id))

    def _show_absence(self) -> None:
        """Say why there is no claim at hand, or ask for it: a list too small to be drawn asks for nothing."""
        self.article_view.clear()
        if not len(self.queue_list.queue):
            if self._reading:
                self.panel.tell("…", "Reading the queue.")
            else:
                empty = Empty(self._search, self._filter, self._claims, len(self.queue_list.put_off), self._db_path)
                self.panel.tell("Nothing here", why_empty(empty, self.keymap))
        elif absence := self.queue_list.absence(self.queue_list.cursor):
            self.panel.tell(
                "No claim", f"This claim: {absence}. {self.keymap.shown('reload')} reads the queue again."
            )
        else:
            self._fetch(self.queue_list.cursor // PAGE_ROWS)

    def _show_status(self) -> None:
        queue = self.queue_list.queue
        place = Place(
            self.queue_list.cursor + 1 if len(queue) else 0,
            len(queue),
            queue.left,
            self._reading,
            len(self._set_aside),
        )
        self.query_one("#status", StatusBar).show(
            place,
            self._filter,
            self._search,
            hint=self._hint,
            progress=self._progress,
            under_way=len(self.ledger.under_way),
            failed=len(self.ledger.failed),
            stays=self._stays,
        )

    def _redraw(self, *claim_ids: int) -> None:
        """Draw what shows claims' labels: their rows, the counts, the article's marks and, at hand, the panel."""
        for claim_id in claim_ids:
            self.queue_list.redraw(claim_id)
        row = self.current
        if row is not None and row.id in claim_ids:
            self._show_claim()
        else:
            self._show_status()

    def _tell(self, words: str, *, error: bool = False) -> None:
        severity: SeverityLevel = "error" if error else "information"
        stands, now = (8 if error else 3), monotonic()
        if words != self._told[0] or now > self._told[1]:  # the same words twice would only cover the desk
            self._told = words, now + stands
            self.notify(display_line(words), markup=False, severity=severity, timeout=stands)


_MOST_EVENTS = 6
_WORDS_OF_EVENT = 60


def in_words(events: Sequence[LabelEvent], claims: Sequence[StoredClaim], articles: Mapping[int, Article]) -> str:
    """What events say of claims of articles, on one line of bearable length."""
    known = {claim.id: claim for claim in claims}
    first_of_each = {(event.field, event.value): event for event in reversed(events)}
    spoken_of = len({event.claim_id for event in events})
    if spoken_of > len(first_of_each):  # a bulk label: it says the same of each claim
        return f"{in_words(list(reversed(first_of_each.values())), claims, articles)} on {spoken_of:,} claims"
    retyped = {event.claim_id: event.value for event in events if event.field is LabelField.CORRECTED_TYPE}
    words = []
    for event in events[:_MOST_EVENTS]:
        claim = known.get(event.claim_id)
        kind = ClaimType(retyped.get(event.claim_id) or (claim.claim.type if claim is not None else ClaimType.DATE))
        article = articles.get(claim.article_id) if claim is not None else None
        said = word(event.field, event.value, kind, article)
        words.append(said if len(said) <= _WORDS_OF_EVENT else f"{said[:_WORDS_OF_EVENT]}…")
    return display_line(", ".join(words) + (f" … {len(events):,} in all" if len(events) > len(words) else ""))
