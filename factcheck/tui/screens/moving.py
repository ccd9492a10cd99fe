"""Keys that move through the queue and the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from factcheck.grammar.text import display_line
from factcheck.model import FOREIGN_SECTIONS
from factcheck.review.ledger import Saving
from factcheck.review.words import LETTER_FIELDS
from factcheck.store import BatchRow, Store, StoredClaim
from factcheck.tui.screens.desk import DeskScreen

_BATCHES = 16
"""Batches looked at in one go on the way back."""

_NOT_BY_HAND = frozenset({"bulk", "import", "seed"})


@dataclass(slots=True)
class Trail:
    """The way back through what was labelled: claims met, where the next batch lies, and where it left the cursor."""

    met: list[int] = field(default_factory=list)
    before: int | None = None
    left_at: int | None = None


class Moving(DeskScreen):
    """From claim to claim, from article to article, and back."""

    _trail = Trail()

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

    # ---- back

    def action_back(self) -> None:
        """The claim labelled last; again, the one before it, over restarts."""
        self.when_still(self._go_back)

    def _go_back(self) -> None:
        """Go further, or begin anew where the cursor has left the trail meanwhile."""
        row = self.current
        here = row.id if row is not None else None
        if not self._trail.met or self._trail.left_at != here:
            self._trail = Trail()
        trail, annotator = self._trail, self._annotator
        passed = {*trail.met, *([] if here is None else [here])}
        self._jumps += 1
        self.ask(
            lambda store: _labelled_before(store, annotator, trail.before, passed),
            partial(self._take_back_step, trail),
            otherwise=self._give_up_back,
        )

    def _take_back_step(self, trail: Trail, found: tuple[StoredClaim, int] | None) -> None:
        """Stand on the claim, or say how to see one that this queue does not hold."""
        if found is None:
            first = "That was the first claim that you labelled." if trail.met else "There is nothing to go back to."
            self._tell(first)
        else:
            claim, trail.before = found
            trail.met.append(claim.id)
            words = (
                f"{len(trail.met)} back: {_said(claim, self._annotator)} · “{display_line(claim.claim.quote[:60])}”"
            )
            if not self._go_to(claim.id):
                name = "foreign" if claim.claim.segment in FOREIGN_SECTIONS else "all"
                words += f" · not in this queue; {self.keymap.shown(name)} shows more"
            row = self.current
            trail.left_at = (
                claim.id if self.queue_list.queue.position(claim.id) is not None else row.id if row else None
            )
            self._tell(words)
        self._landed()

    def _give_up_back(self, reason: str) -> None:
        self._tell(f"Not done: {display_line(reason)}", error=True)
        self._landed()

    def action_scroll_article(self, lines: int) -> None:
        """Scroll the article without leaving the queue."""
        self.article_view.scroll_relative(y=lines, animate=False)


def _labelled_before(
    store: Store, annotator: str, before: int | None, passed: set[int]
) -> tuple[StoredClaim, int] | None:
    """The claim that the annotator labelled last before an event, and where its batch begins; ``None`` if none.

    Claims that were passed already, and what was said of many at once or is taken back, are left out.
    """
    while batches := store.batches(annotator=annotator, before=before, limit=_BATCHES):
        for batch in batches:
            before = batch.first_id
            if batch.standing and not batch.undoes and batch.origin not in _NOT_BY_HAND:
                claim_id = next((one for one in _claims_of(store, batch, annotator) if one not in passed), None)
                if claim_id is not None:
                    return store.claim(claim_id), before
    return None


def _claims_of(store: Store, batch: BatchRow, annotator: str) -> list[int]:
    """The claims that a batch said something of, which stands."""
    rows = store.history(annotator=annotator, before=batch.last_id + 1, limit=batch.events)
    return [row.claim_id for row in rows if row.batch == batch.batch and row.stands]


def _said(claim: StoredClaim, annotator: str) -> str:
    """What the annotator says of a claim."""
    own = next((labels for labels in claim.labels if labels.annotator == annotator), None)
    said = [getattr(own, field.value) for field in LETTER_FIELDS] if own is not None else []
    return display_line(", ".join(value.replace("_", " ") for value in said if value) or "no label")
