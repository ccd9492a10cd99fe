"""What the review screen shows, and how the reader's answers reach it; what the keys do is in ``review``."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter, LabelEvent
from factcheck.review.labelling import is_done
from factcheck.review.ledger import Ledger
from factcheck.store import ClaimRow, StoredArticle, StoredClaim
from factcheck.tui.answers import (
    Answer,
    ArticleFound,
    ArticleRead,
    Failed,
    Lost,
    PageRead,
    QueueRead,
    Saved,
    TakenBack,
)
from factcheck.tui.empty import why_empty
from factcheck.tui.reader import PAGE_ROWS, Reader
from factcheck.tui.requests import FindArticle, ReadArticle, ReadPage, ReadQueue, Redo, Request, Save, Undo
from factcheck.tui.widgets.article_view import ArticleView
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.claim_panel import ClaimPanel, Standing
from factcheck.tui.widgets.key_bar import KeyBar
from factcheck.tui.widgets.status_bar import Place, StatusBar

_PANES = 4
_KEPT_ARTICLES = 8
_PATIENCE_SECONDS = 0.1
"""How long the article before stays on the screen while the next is read: blanking it at once would flicker."""


@dataclass
class Answered(Message):
    """The reader answered."""

    answer: Answer


class DeskScreen(Screen[None]):
    """The queue, the article and the panel; everything on disk is asked of the reader and shown when it answers."""

    # Textual declares this one without ClassVar, so that saying it here would be a type error.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide"), (170, "-broad")]  # noqa: RUF012 - see above

    def __init__(self, db_path: Path, annotator: str) -> None:
        super().__init__()
        self._db_path = db_path
        self._annotator = annotator
        self.reader = Reader(db_path, annotator, self._post)
        self.ledger = Ledger()
        self._filter = ClaimFilter(annotator=annotator)
        self._asked = 0
        self._generation = 0
        self._keep: int | None = None
        self._claims = 0
        self._articles: OrderedDict[int, tuple[StoredArticle, list[StoredClaim]]] = OrderedDict()
        self._stays = False
        self._leaving = False
        self._jumps = 0
        self._held: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """Status on top, keys at the bottom, the desk between them."""
        yield StatusBar(self._db_path, self._annotator, id="status")
        with Container(id="desk"):
            yield ClaimList(self._fetch, self.ledger.saving, id="queue")
            yield ArticleView(self._annotator, id="article")
            yield ClaimPanel(id="claim")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Start the reader and ask for the queue."""
        self.reader.start()
        self.queue_list.focus()
        self.query_one("#claim", ClaimPanel).tell("…", "Reading the queue.")
        self._read_queue(self._filter)

    def on_unmount(self) -> None:
        """Let the reader finish what it was asked and end."""
        self.reader.close()

    def _post(self, answer: Answer) -> None:
        # The loop may have ended while the reader still writes: nobody is left to be told.
        with suppress(RuntimeError):
            self.post_message(Answered(answer))

    def stands(self) -> bool:
        """Whether every pane is there: keys and answers may come before they are mounted and after they are gone."""
        return len(self.query("#status, #queue, #article, #claim")) == _PANES

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """No key does anything before the desk stands or after it is gone."""
        return self.stands()

    @property
    def queue_list(self) -> ClaimList:
        """The list of the queue."""
        return self.query_one("#queue", ClaimList)

    @property
    def article_view(self) -> ArticleView:
        """The article pane."""
        return self.query_one("#article", ArticleView)

    @property
    def current(self) -> ClaimRow | None:
        """The claim under the cursor; ``None`` in an empty queue, or while its row is on the way."""
        return self.queue_list.row(self.queue_list.cursor)

    # ---- asking

    def _read_queue(self, wanted: ClaimFilter) -> None:
        self._filter = wanted
        self._asked += 1
        queue, cursor = self.queue_list.queue, self.queue_list.cursor
        self._keep = queue.ids[cursor] if cursor < len(queue) else None
        self._jump(ReadQueue(self._asked, wanted))

    def _find_article(self, step: int) -> None:
        if len(self.queue_list.queue):
            self._jump(FindArticle(self._generation, self.queue_list.queue.ids, self.queue_list.cursor, step))

    def _fetch(self, page: int) -> None:
        ids = self.queue_list.queue.ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
        self.reader.ask(ReadPage(self._generation, page, ids))

    def _jump(self, request: Request) -> None:
        """Ask for what may move the cursor; keys typed ahead wait for the answer."""
        self._jumps += 1
        self.reader.ask(request)

    def when_still(self, act: Callable[[], None]) -> None:
        """Act at once, or, while the cursor is about to move or its row is on the way, when it has come to rest.

        A label typed ahead must meet the claim that it was meant for.
        """
        self._held.append(act)
        self._let_go()

    def _let_go(self) -> None:
        while self._held and self._is_still():
            self._held.pop(0)()

    def _is_still(self) -> bool:
        queue = self.queue_list
        here = not len(queue.queue) or self.current is not None or bool(queue.absence(queue.cursor))
        return here and not self._jumps

    def _landed(self) -> None:
        self._jumps -= 1
        self._let_go()

    # ---- the reader's answers

    def on_answered(self, message: Answered) -> None:
        """Take an answer, unless there is nothing left to show it on; `Lost` is the app's."""
        if not self.stands():
            return
        match message.answer:
            case QueueRead():
                self._take_queue(message.answer)
            case PageRead():
                self._take_page(message.answer)
            case ArticleRead():
                self._take_article(message.answer)
            case ArticleFound():
                self._take_place(message.answer)
            case Saved():
                self._take_saved(message.answer)
            case TakenBack():
                self._take_back(message.answer)
            case Failed():
                self._take_failure(message.answer)
            case Lost():
                pass

    def _take_queue(self, answer: QueueRead) -> None:
        """Stand on the claim that was at hand if it is in the queue, else on the first to do."""
        if answer.generation == self._asked:
            self._generation = answer.generation
            queue = answer.queue
            position = None if self._keep is None else queue.position(self._keep)
            self._claims = answer.claims
            self._articles.clear()
            self.queue_list.show(queue, (queue.first_open() or 0) if position is None else position)
        self._landed()

    def _take_page(self, answer: PageRead) -> None:
        """Draw the rows; the claim at hand may be among them."""
        if answer.generation != self._generation:
            return
        waiting = self.current is None
        self.queue_list.take_page(answer.page, answer.rows)
        if waiting:
            self._show_claim()
            self._let_go()

    def _take_article(self, answer: ArticleRead) -> None:
        """Keep the article, and show it if its claim is still at hand."""
        self._articles[answer.article.id] = (answer.article, answer.claims)
        while len(self._articles) > _KEPT_ARTICLES:
            self._articles.popitem(last=False)
        row = self.current
        if row is not None and row.article_id == answer.article.id:
            self._show_claim(ask=False)

    def _take_place(self, answer: ArticleFound) -> None:
        """Go to the article that was sought."""
        if answer.generation == self._generation:
            if answer.position is None:
                self._tell("This is the last article of the queue.")
            else:
                self.queue_list.cursor = answer.position
        self._landed()

    def _take_saved(self, answer: Saved) -> None:
        """A label is on disk: show it."""
        self.ledger.acknowledged(answer.batch_id)
        self._take_claims([answer.claim])
        queue = self.queue_list.queue
        if len(queue) and not queue.left and not self.ledger.under_way:
            self._tell("Everything in this queue is done.")
        if self._leaving and not self.ledger.under_way and not self.ledger.failed:
            self.app.exit(return_code=0)

    def _take_back(self, answer: TakenBack) -> None:
        """Undo or redo is on disk: show it, and go where it happened."""
        if answer.events:
            self._take_claims(answer.claims)
            position = self.queue_list.queue.position(answer.claims[0].id)
            if position is not None:
                self.queue_list.cursor = position
            what = "Said again" if answer.again else "Took back"
            self._tell(f"{what}: {_in_words(answer.events)} · “{display_line(answer.claims[0].claim.quote[:60])}”")
        else:
            self._tell("Nothing to say again." if answer.again else "Nothing of yours to take back.")
        self._landed()

    def _take_failure(self, answer: Failed) -> None:
        """Say what went wrong; a label that failed is kept for another try and is not shown as saved."""
        reason = display_line(answer.reason)
        match answer.request:
            case Save(batch):
                self.ledger.refused(batch.id)
                self._leaving = False
                self._redraw(batch.claim_id)
                self._tell(f"Not saved: {reason} · R tries again", error=True)
            case Undo() | Redo():
                self._tell(f"Not done: {reason}", error=True)
                self._landed()
            case ReadQueue() | FindArticle():
                self._tell(f"Could not be read: {reason} · F5 tries again", error=True)
                self._landed()
            case ReadPage(generation, page, _):
                if generation == self._generation:
                    if self.queue_list.give_up_page(page):
                        self._tell(f"Could not be read: {reason} · F5 tries again", error=True)
                    self._show_claim()
                    self._let_go()
            case ReadArticle():
                self.query_one("#claim", ClaimPanel).tell("No article", f"The article could not be read: {reason}")

    def _take_claims(self, claims: Sequence[StoredClaim]) -> None:
        """Show claims' labels as they stand on disk."""
        for claim in claims:
            own = self._said_of(claim).own
            self.queue_list.take_labels(claim.id, own, is_open=not is_done(own))
            stored, known = self._articles.get(claim.article_id, (None, []))
            if stored is not None:
                self._articles[claim.article_id] = (stored, [claim if old.id == claim.id else old for old in known])
            self._redraw(claim.id)

    # ---- showing

    def on_claim_list_moved(self) -> None:
        """The cursor moved."""
        if self.stands():
            self._show_claim()

    def on_article_view_picked(self, message: ArticleView.Picked) -> None:
        """Go to the claim that was clicked in the article, if the queue holds it."""
        position = self.queue_list.queue.position(message.claim_id)
        if position is not None:
            self.queue_list.cursor = position

    def _show_claim(self, *, ask: bool = True) -> None:
        """Show the claim at hand; ``ask`` for its article where it is not in memory."""
        self._show_status()
        row = self.current
        if row is None:
            self._show_absence()
            return
        stored, claims = self._articles.get(row.article_id, (None, []))
        claim = self._claim_at_hand()
        panel = self.query_one("#claim", ClaimPanel)
        if stored is None or claim is None:
            if ask:
                self.reader.ask(ReadArticle(row.article_id))
                self.set_timer(_PATIENCE_SECONDS, partial(self._show_waiting, row.id))
            return
        self._articles.move_to_end(stored.id)
        self.article_view.show(stored, claims, claim.claim)
        panel.show(claim, stored.article, self._said_of(claim))

    def _show_waiting(self, claim_id: int) -> None:
        """Take the article before off the screen if the one asked for has still not come."""
        row = self.current if self.stands() else None
        if row is not None and row.id == claim_id and self._claim_at_hand() is None:
            self.article_view.clear()
            self.query_one("#claim", ClaimPanel).tell("…", display_line(row.quote))

    def _claim_at_hand(self) -> StoredClaim | None:
        """The whole claim under the cursor; ``None`` while its article is on the way."""
        row = self.current
        _, claims = self._articles.get(row.article_id, (None, [])) if row is not None else (None, [])
        return next((claim for claim in claims if row is not None and claim.id == row.id), None)

    def _published(self) -> date | None:
        """The publication day of the article at hand, where it is known."""
        row = self.current
        stored, _ = self._articles.get(row.article_id, (None, [])) if row is not None else (None, [])
        return stored.article.published.day if stored is not None and stored.article.published is not None else None

    def _said_of(self, claim: StoredClaim) -> Standing:
        own = next((labels for labels in claim.labels if labels.annotator == self._annotator), None)
        others = tuple(labels for labels in claim.labels if labels.annotator != self._annotator)
        return Standing(own, others, tuple(self.ledger.of_claim(claim.id)), self.ledger.saving(claim.id))

    def _show_absence(self) -> None:
        """Say why there is no claim at hand, or ask for it: a list too small to be drawn asks for nothing."""
        self.article_view.clear()
        panel = self.query_one("#claim", ClaimPanel)
        if not len(self.queue_list.queue):
            panel.tell("Nothing here", why_empty(self._filter, self._claims, self._db_path))
        elif absence := self.queue_list.absence(self.queue_list.cursor):
            panel.tell("No claim", f"This claim: {absence}. F5 reads the queue again.")
        else:
            self._fetch(self.queue_list.cursor // PAGE_ROWS)

    def _show_status(self) -> None:
        queue = self.queue_list.queue
        place = Place(self.queue_list.cursor + 1 if len(queue) else 0, len(queue), queue.left)
        self.query_one("#status", StatusBar).show(
            place,
            self._filter,
            under_way=len(self.ledger.under_way),
            failed=len(self.ledger.failed),
            stays=self._stays,
        )

    def _redraw(self, claim_id: int) -> None:
        """Draw what shows a claim's labels: its row, the counts, the article's marks and, at hand, the panel."""
        self.queue_list.redraw(claim_id)
        row = self.current
        if row is not None and row.id == claim_id:
            self._show_claim()
        else:
            self._show_status()

    def _tell(self, words: str, *, error: bool = False) -> None:
        self.notify(words, markup=False, severity="error" if error else "information", timeout=8 if error else 3)


def _in_words(events: Sequence[LabelEvent]) -> str:
    words = (f"{event.field.value} {(event.value or 'cleared')[:60]}".replace("_", " ") for event in events)
    return display_line(", ".join(words))
