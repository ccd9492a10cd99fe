"""Keys that show more, copy, and lead out of the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from threading import Thread

from factcheck.errors import UsageError
from factcheck.filters import parse, replace_term
from factcheck.grammar.text import display_line
from factcheck.model import Article, ClaimFilter
from factcheck.review.facts import shown
from factcheck.review.links import link_to, web_address
from factcheck.store import Progress, StoredArticle, StoredClaim
from factcheck.tui.browser import open_page
from factcheck.tui.pasts import PastPage
from factcheck.tui.screens.guideline import Guiding
from factcheck.tui.screens.help import HelpScreen
from factcheck.tui.screens.history import HistoryScreen, PastCalls, Read
from factcheck.tui.screens.labelling import Labelling
from factcheck.tui.screens.sitting import Sitting


class Looking(Guiding, Sitting, Labelling):
    """Help, history, progress, copies, focus, and the way out."""

    def action_focus_mode(self) -> None:
        """Only the article and the panel, or the queue too."""
        self.toggle_class("-focus")

    def action_help(self) -> None:
        """Every key."""
        self.lay_over(HelpScreen(self.keymap))

    # ---- copies and the article's page

    def _on_article(self, act: Callable[[StoredClaim, StoredArticle], None]) -> None:
        """Act on the claim at hand with its article; where that is on its way, once it has been read."""
        self.when_still(partial(self._with_article, act))

    def _with_article(self, act: Callable[[StoredClaim, StoredArticle], None]) -> None:
        row, claim, article = self.current, self._claim_at_hand(), self._article_at_hand()
        if row is None:
            self.app.bell()
        elif claim is not None and article is not None:
            act(claim, article)
        else:
            self.ask(lambda store: (store.claim(row.id), store.article(row.article_id)), lambda found: act(*found))

    def action_copy(self) -> None:
        """Copy the claim's words, made safe to paste."""
        self._on_article(lambda claim, _: self._copy(shown(claim.claim.quote), "Copied the words."))

    def action_copy_sentence(self) -> None:
        """Copy the sentence at hand, made safe to paste, for the search that follows."""
        self._on_article(lambda claim, _: self._copy(shown(claim.sentence), "Copied the sentence."))

    def action_copy_link(self) -> None:
        """Copy a link to the claim's words on the article's page, or the command that shows the claim."""
        self._on_article(self._copy_link)

    def _copy_link(self, claim: StoredClaim, stored: StoredArticle) -> None:
        link = link_to(claim, stored.article, self._db_path)
        self._copy(link, f"Copied: {display_line(link)}")

    def _copy(self, text: str, words: str) -> None:
        self.app.copy_to_clipboard(text)
        self._tell(words)

    def action_open_source(self) -> None:
        """Open the article's page in the browser; the notice shows which."""
        self._on_article(lambda _, stored: self._open_source(stored.article))

    def _open_source(self, article: Article) -> None:
        try:
            url = web_address(article)
        except UsageError as error:
            self._tell(f"Not opened: {error}.", error=True)
            return
        self._tell(f"Opening {display_line(url)}")
        # A daemon: a browser that takes its time keeps nobody from leaving the desk.
        Thread(target=self._open_page, args=(url,), name="factcheck-browser", daemon=True).start()

    def _open_page(self, url: str) -> None:
        try:
            open_page(url)
        except (UsageError, OSError) as error:
            copies = self.keymap.shown("copy_link")
            words = f"Not opened: {error}. {copies} copies a link to the claim; the page is {display_line(url)}"
            self.app.call_from_thread(self._tell, display_line(words), error=True)

    # ---- history

    def action_history(self) -> None:
        """Who changed what when: of the claim at hand first."""
        self.when_still(self._open_history)

    def _open_history(self) -> None:
        row = self.current
        calls = PastCalls(self._read_past, self.action_undo, self.action_redo)
        screen = HistoryScreen(self.keymap, calls, row.id if row is not None else None, self._annotator)
        self.lay_over(screen, self._go_from_history)

    def _read_past(self, read: Read, then: Callable[[PastPage], None], otherwise: Callable[[str], None]) -> None:
        # By way of the reader: labels and undo that are under way are on disk before anything is read.
        self.ask(
            lambda _: None,
            lambda _: self.ask_walker(read, then, topic="history", otherwise=otherwise),
            topic="before history",
        )

    def _go_from_history(self, claim_id: int | None) -> None:
        if claim_id is not None and not self._go_to(claim_id):
            everything = self.keymap.shown("all")
            self._tell(f"That claim is not in this queue; {everything} shows the whole queue.")

    # ---- progress

    def action_progress(self) -> None:
        """How far the work is."""
        # Brings the plotting library along, which nobody needs before.
        from factcheck.tui.screens.dashboard import DashboardScreen  # noqa: PLC0415

        line = replace_term(self._search, "state", None)
        count = partial(self._count_work, line)
        screen = DashboardScreen(self.keymap, self._annotator, line, count, self._outlook, today=date.today())
        self.lay_over(screen)

    def _count_work(
        self,
        line: str,
        whole: bool,  # noqa: FBT001 - the call's shape
        then: Callable[[Progress], None],
        otherwise: Callable[[str], None],
    ) -> None:
        wanted = ClaimFilter(annotator=self._annotator)
        if not whole:
            wanted = parse(line, annotator=self._annotator, today=date.today(), order=self._order)
        offset = datetime.now().astimezone().utcoffset() or timedelta()
        self.ask(
            lambda _: None,
            lambda _: self.ask_walker(
                lambda store: store.progress(wanted, offset=offset), then, topic="progress", otherwise=otherwise
            ),
            topic="before progress",
        )

    # ---- the way out

    def action_quit(self) -> None:
        """Leave once everything is on disk; asked twice, leave at once."""
        if self._leaving:
            self._exit()
            return
        self._leaving = True
        self.when_still(self._leave)

    def _leave(self) -> None:
        self._leaving = True
        failed = len(self.ledger.failed)
        if failed:
            again, out = self.keymap.shown("retry"), self.keymap.shown("quit")
            self._tell(f"{failed} not saved. {again} tries again; {out} again leaves without.", error=True)
        elif self.ledger.under_way:
            self._tell("Saving, then leaving.")
        else:
            self._exit()

    def _exit(self) -> None:
        self.app.exit(return_code=1 if self.ledger.failed else 0)
