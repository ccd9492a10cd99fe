"""Keys that move through the queue and the article."""

from __future__ import annotations

from factcheck.review.ledger import Saving
from factcheck.tui.screens.desk import DeskScreen


class Moving(DeskScreen):
    """From claim to claim and from article to article."""

    def action_next(self) -> None:
        """The next claim."""
        self.when_still(lambda: self._step(1))

    def action_previous(self) -> None:
        """The claim before."""
        self.when_still(lambda: self._step(-1))

    def _step(self, rows: int) -> None:
        self.queue_list.cursor += rows

    def action_next_open(self) -> None:
        """The next claim to do, from the top again behind the last."""
        self.when_still(self._go_to_open)

    def _go_to_open(self) -> None:
        found = self._next_open(self.queue_list.cursor)
        if found is None:
            found = self._next_open(-1)
        if found is None:
            self._tell("Nothing is left to do in this queue.")
        else:
            self.queue_list.cursor = found

    def _next_open(self, after: int) -> int | None:
        """The next claim to do that no label is under way for."""
        queue = self.queue_list.queue
        found = queue.next_open(after)
        while found is not None and self.ledger.saving(queue.ids[found]) is Saving.UNDER_WAY:
            found = queue.next_open(found)
        return found

    def _move_on(self, *, was_open: bool) -> None:
        """From a claim to do to the next one to do, from a done one to the next row."""
        queue, here = self.queue_list.queue, self.queue_list.cursor
        after = self._next_open(here) if was_open else here + 1
        if after is not None and after < len(queue):
            self.queue_list.cursor = after
        elif self._next_open(-1) not in {None, here}:
            skip = self.keymap.shown("skip")
            self._tell(f"End of the queue. {skip} goes to what is still to do above.")

    def action_next_article(self) -> None:
        """The next article's first claim."""
        self.when_still(lambda: self._find_article(1))

    def action_previous_article(self) -> None:
        """The article's first claim, or the first of the article before."""
        self.when_still(lambda: self._find_article(-1))

    def action_scroll_article(self, lines: int) -> None:
        """Scroll the article without leaving the queue."""
        self.article_view.scroll_relative(y=lines, animate=False)
