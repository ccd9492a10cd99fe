"""How the review screen asks for what is on disk, and how the answers reach it; what the keys do is in the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from factcheck.filters import parse
from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter
from factcheck.review.labelling import is_done
from factcheck.review.settings import Settings
from factcheck.store import Store, StoredClaim
from factcheck.tui.answers import (
    ArticleFound,
    ArticleRead,
    Failed,
    Lost,
    PageRead,
    QueueRead,
    Saved,
    TakenBack,
    Told,
)
from factcheck.tui.bindings import bindings
from factcheck.tui.reader import PAGE_ROWS
from factcheck.tui.requests import Ask, FindArticle, ReadArticle, ReadPage, ReadQueue, Redo, Request, Save, Undo
from factcheck.tui.screens.panes import Answered, PanesScreen, in_words
from factcheck.tui.walker import Walker

T = TypeVar("T")

_KEPT_ARTICLES = 8


class DeskScreen(PanesScreen):
    """Everything on disk is asked of the reader or the walker and shown when it answers."""

    def __init__(  # noqa: PLR0913 - what the command line says
        self,
        db_path: Path,
        annotator: str,
        settings: Settings,
        *,
        search: str = "",
        which: str = "",
        readonly: bool = False,
    ) -> None:
        """``search`` is a line that was asked for; ``which`` tells this desk from others that are open."""
        super().__init__(db_path, annotator, settings.keymap, which=which, readonly=readonly)
        self._bindings = type(self._bindings).merge([self._bindings, bindings(settings.keymap)])
        self.walker = Walker(db_path, annotator, self._post, self.reader.opened, settings.weights)
        self.settings = settings
        self._first_search = search
        self._home = settings.search
        self._order = settings.order
        self._snooze = settings.snooze
        self._stays = settings.stay
        self.set_class(settings.focus, "-focus")
        self._unanswered: dict[str, Ask] = {}
        self._asked = 0
        self._sought: int | None = None
        self._leaving = False

    def on_mount(self) -> None:
        """Start the threads and ask for the queue."""
        self.reader.start()
        self.walker.start()
        self.queue_list.focus()
        self.panel.tell("…", "Reading the queue.")
        self.open_queue()

    def open_queue(self) -> None:
        """Ask for the queue that the desk opens with."""
        self.read_queue(self._first_search or self._home)

    def on_unmount(self) -> None:
        """Let the reader finish what it was asked and end."""
        self.walker.close()
        self.reader.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """No key does anything before the desk stands or after it is gone."""
        return self.stands()

    # ---- asking

    def ask(
        self,
        work: Callable[[Store], T],
        then: Callable[[T], None],
        *,
        topic: str = "",
        otherwise: Callable[[str], None] | None = None,
    ) -> None:
        """Have short work done with the reader's Store; ``then`` takes what it gives."""
        request = Ask(work, then, topic, otherwise)
        self._unanswered[topic] = request
        self.reader.ask(request)

    def ask_walker(
        self,
        work: Callable[[Store], T],
        then: Callable[[T], None],
        *,
        topic: str,
        otherwise: Callable[[str], None] | None = None,
    ) -> None:
        """Have long work that only reads done beside the reader; a newer question of the topic ends an older one."""
        request = Ask(work, then, topic, otherwise)
        self._unanswered[topic] = request
        self.walker.ask(request)

    def read_queue(self, search: str) -> None:
        """Read the queue that a search line describes, keeping the claim at hand; raises UsageError for nonsense."""
        self._filter = self._wanted(search)
        self._search = search
        self._asked += 1
        queue, cursor = self.queue_list.queue, self.queue_list.cursor
        self._sought = queue.ids[cursor] if cursor < len(queue) else self._sought
        self._seeking = self._reading = True
        request = ReadQueue(self._asked, self._filter)
        if self.ledger.under_way:
            # By way of the reader: what was just said is on disk before the queue is read.
            self.ask(
                lambda _: None, lambda _: self._walk(request), topic="queue", otherwise=lambda _: self._walk(request)
            )
        else:
            self._walk(request)
        self._show_status()

    def _wanted(self, search: str) -> ClaimFilter:
        return parse(search, annotator=self._annotator, today=date.today(), order=self._order)

    def _walk(self, request: ReadQueue) -> None:
        if request.generation == self._asked:
            self.walker.ask(request)

    def _find_article(self, step: int) -> None:
        if len(self.queue_list.queue):
            self._jump(FindArticle(self._generation, self.queue_list.queue.ids, self.queue_list.cursor, step))

    def _jump(self, request: Request) -> None:
        """Ask for what may move the cursor; keys typed ahead wait for the answer."""
        self._jumps += 1
        self.reader.ask(request)

    # ---- the answers

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
            case Told(ask, result):
                self._answered(ask)
                ask.then(result)
                self._let_go()
            case Failed():
                self._take_failure(message.answer)
            case Lost():
                pass

    def _answered(self, ask: Ask) -> None:
        if self._unanswered.get(ask.topic) is ask:
            del self._unanswered[ask.topic]

    def _take_queue(self, answer: QueueRead) -> None:
        """Show a queue's first stretch at once; a further one makes it longer."""
        if answer.generation != self._asked:
            return
        before = 0
        if answer.first:
            self._generation = answer.generation
            self._articles.clear()
            self.queue_list.show(answer.part, 0)
        else:
            before = len(self.queue_list.queue)
            self.queue_list.grow(answer.part)
        self._reading = not answer.last
        self._claims = answer.claims
        if self._seeking:
            self._seek(answer, before)
        self._show_status()
        if answer.last and not len(self.queue_list.queue):
            self._show_absence()
        self._let_go()

    def _seek(self, answer: QueueRead, before: int) -> None:
        """Stand on the claim that was at hand if it is in the queue, else on the first to do."""
        found = answer.part.position(self._sought) if self._sought is not None else answer.part.first_open()
        if found is not None:
            self.queue_list.cursor = before + found
        elif answer.last:
            self.queue_list.cursor = self.queue_list.queue.first_open() or 0
        self._seeking = found is None and not answer.last

    def _take_page(self, answer: PageRead) -> None:
        """Draw the rows; the claim at hand may be among them."""
        if answer.generation != self._generation:
            return
        waiting = self.current is None
        self.queue_list.take_page(answer.page, answer.ids, answer.rows)
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
            self.appear()

    def _take_place(self, answer: ArticleFound) -> None:
        """Go to the article that was sought."""
        if answer.generation == self._generation:
            if answer.position is None:
                self._tell("This is the last article of the queue.")
            else:
                self.queue_list.cursor = answer.position
        self._landed()

    def _take_saved(self, answer: Saved) -> None:
        """What was said is on disk: show it."""
        self.ledger.acknowledged(answer.batch_id)
        self._take_claims(answer.claims)
        self._take_in(answer.added)
        queue = self.queue_list.queue
        if len(queue) and not queue.left and not self.ledger.under_way and not self._reading:
            self._tell(
                "Nothing is left in this queue but what is put off."
                if self._set_aside
                else "Everything in this queue is done."
            )
        if self._leaving and not self.ledger.under_way and not self.ledger.failed:
            self.app.exit(return_code=0)

    def _take_back(self, answer: TakenBack) -> None:
        """Undo or redo is on disk: show it, and go where it happened."""
        if answer.events:
            self._take_claims(answer.claims)
            self._take_in(answer.entered)
            self._take_out(answer.withdrawn)
            self._go_to(answer.claims[0].id)
            what = "Said again" if answer.again else "Took back"
            articles = {number: stored.article for number, (stored, _) in self._articles.items()}
            words = in_words(answer.events, answer.claims, articles)
            self._tell(f"{what}: {words} · “{display_line(answer.claims[0].claim.quote[:60])}”")
            if len({event.claim_id for event in answer.events}) > len(answer.claims):
                self.read_queue(self._search)
        else:
            self._tell("Nothing to say again." if answer.again else "Nothing of yours to take back.")
        self._landed()

    def _take_failure(self, answer: Failed) -> None:
        """Say what went wrong; a label that failed is kept for another try and is not shown as saved."""
        reason = display_line(answer.reason)
        again = f"{self.keymap.shown('reload')} tries again"
        match answer.request:
            case Save(batch):
                self.ledger.refused(batch.id)
                self._leaving = False
                self._redraw(*batch.claim_ids)
                self._tell(f"Not saved: {reason} · {self.keymap.shown('retry')} tries again", error=True)
            case Undo() | Redo():
                self._tell(f"Not done: {reason}", error=True)
                self._landed()
            case ReadQueue(generation, _):
                if generation == self._asked:
                    self._seeking = self._reading = False
                    self._tell(f"Could not be read: {reason} · {again}", error=True)
                    self._let_go()
            case FindArticle():
                self._tell(f"Could not be read: {reason} · {again}", error=True)
                self._landed()
            case ReadPage(generation, page, _):
                if generation == self._generation:
                    if self.queue_list.give_up_page(page):
                        self._tell(f"Could not be read: {reason} · {again}", error=True)
                    self._show_claim()
                    self._let_go()
            case ReadArticle():
                self.panel.tell("No article", f"The article could not be read: {reason}")
            case Ask(otherwise=otherwise):
                self._answered(answer.request)
                if otherwise is None:
                    self._tell(f"Not done: {reason}", error=True)
                else:
                    otherwise(answer.reason)

    def _take_claims(self, claims: Sequence[StoredClaim]) -> None:
        """Show claims' labels as they stand on disk."""
        for claim in claims:
            own = self._said_of(claim).own
            self.queue_list.take_labels(claim.id, own, is_open=not is_done(own))
            stored, known = self._articles.get(claim.article_id, (None, []))
            if stored is not None:
                self._articles[claim.article_id] = (stored, [claim if old.id == claim.id else old for old in known])
            self._redraw(claim.id)

    def _take_in(self, added: Sequence[StoredClaim]) -> None:
        """Show claims that were put in: in the article, and in the queue among those of their article."""
        for claim in added:
            stored, known = self._articles.get(claim.article_id, (None, []))
            if stored is None or self._reading:
                self._articles.pop(claim.article_id, None)
                self.read_queue(self._search)
                return
            others = [old for old in known if old.id != claim.id]
            self._articles[claim.article_id] = (stored, sorted([*others, claim], key=_place))
            self._renumber()
            own = self._said_of(claim).own
            self.queue_list.insert(self._seat(claim), claim.id, is_open=not is_done(own))
            self._show_moved()

    def _take_out(self, withdrawn: Sequence[StoredClaim]) -> None:
        """Take claims that were put in out of the article and the queue again."""
        for claim in withdrawn:
            stored, known = self._articles.get(claim.article_id, (None, []))
            if stored is not None:
                self._articles[claim.article_id] = (stored, [old for old in known if old.id != claim.id])
            self._renumber()
            self.queue_list.take_out(claim.id)
            self._show_moved()

    def _show_moved(self) -> None:
        """Ask for the rows around the cursor anew; what is shown of its claim stays until they come."""
        if len(self.queue_list.queue):
            self._fetch(self.queue_list.cursor // PAGE_ROWS)
            self._show_status()
        else:
            self._show_claim()

    def _renumber(self) -> None:
        """Let what was asked of the queue's rows by their places come too late: the places change."""
        self._asked += 1
        self._generation = self._asked

    def _seat(self, claim: StoredClaim) -> int:
        """Where a claim belongs in the queue: by its place in the article, among the article's claims at hand."""
        ids, cursor = self.queue_list.queue.ids, self.queue_list.cursor
        places = {known.id: _place(known) for known in self._articles[claim.article_id][1] if known.id != claim.id}
        first = last = min(cursor, len(ids))
        while first and ids[first - 1] in places:
            first -= 1
        while last < len(ids) and ids[last] in places:
            last += 1
        before = [position for position in range(first, last) if places[ids[position]] <= _place(claim)]
        return before[-1] + 1 if before else first


def _place(claim: StoredClaim) -> tuple[bool, int, int]:
    """The order of an article's claims: the title's first."""
    return claim.claim.field == "text", claim.claim.start, claim.claim.end
