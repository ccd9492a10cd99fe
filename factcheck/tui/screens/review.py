"""What the keys of the review screen do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter, ClaimType, LabelField, Labels, ReviewState
from factcheck.review import labelling
from factcheck.review.corrections import as_json, corrected, example
from factcheck.review.facts import shown
from factcheck.review.keys import ACTION_KEYS, LABEL_KEYS, LabelKey, label_key
from factcheck.review.ledger import Batch, Saving
from factcheck.store import ClaimRow
from factcheck.tui.requests import Redo, Save, Undo
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.screens.help import HelpScreen
from factcheck.tui.screens.prompt import Prompt

T = TypeVar("T")

_STATES = (None, ReviewState.TODO, ReviewState.DONE)
_TYPES: tuple[tuple[ClaimType, ...], ...] = ((), *((kind,) for kind in ClaimType))


class ReviewScreen(DeskScreen):
    """Where the annotator works: one key says something of the claim at hand, saves it and moves on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key.key, f"label('{key.field.value}', '{key.value}')", key.short, show=False)
            for key in LABEL_KEYS
        ),
        *(Binding(action.keys, action.action, action.meaning, show=False) for action in ACTION_KEYS),
    ]

    # ---- labels

    def action_label(self, field: str, value: str) -> None:
        """Say it, hand it to the writer, and move on; the screen shows it as saved when the writer says so."""
        choice = label_key(LabelField(field), value)
        self.when_still(lambda: self._say(choice))

    def _say(self, choice: LabelKey) -> None:
        row = self.current
        if row is None:
            self.app.bell()
            return
        standing = self._standing(row)
        self._send(labelling.say(choice, standing))
        if not self._stays:
            self._move_on(was_open=not labelling.is_done(standing))

    def _standing(self, row: ClaimRow) -> Labels:
        return self.ledger.expected(row.labels or Labels(row.id, self._annotator))

    def _send(self, batch: Batch | None) -> None:
        if batch is None:
            return
        self._leaving = False
        self.ledger.sent(batch)
        self.reader.ask(Save(batch))
        self._redraw(batch.claim_id)

    def _move_on(self, *, was_open: bool) -> None:
        """From a claim to do to the next one to do, from a done one to the next row."""
        queue, here = self.queue_list.queue, self.queue_list.cursor
        after = self._next_open(here) if was_open else here + 1
        if after is not None and after < len(queue):
            self.queue_list.cursor = after
        elif self._next_open(-1) not in {None, here}:
            self._tell("End of the queue. Space goes to what is still to do above.")

    def _next_open(self, after: int) -> int | None:
        """The next claim to do that no label is under way for."""
        queue = self.queue_list.queue
        found = queue.next_open(after)
        while found is not None and self.ledger.saving(queue.ids[found]) is Saving.UNDER_WAY:
            found = queue.next_open(found)
        return found

    def action_clear(self) -> None:
        """Take the labels off the claim at hand, and stay on it."""
        self.when_still(self._clear)

    def _clear(self) -> None:
        if (row := self.current) is not None:
            self._send(labelling.clear(self._standing(row)))

    def action_note(self) -> None:
        """Ask for the note of the claim at hand."""
        self.when_still(self._ask_note)

    def _ask_note(self) -> None:
        if (row := self.current) is None:
            return
        standing = self._standing(row)

        def write(text: str | None) -> None:
            if text is not None:
                self._send(labelling.note(text, standing))

        quote = display_line(row.quote[:60])
        self.app.push_screen(
            Prompt(f"Note on “{quote}”", "enter saves · esc leaves it as it is", standing.note or ""), write
        )

    def action_correct_value(self) -> None:
        """Ask for the right value of the claim at hand."""
        self.when_still(lambda: self._ask_value(""))

    def _ask_value(self, words: str) -> None:
        row = self.current
        if row is None:
            return
        hint = example(row.value)
        if not hint:
            self._tell("The right members of a list go into the note (n).")
            return

        def write(text: str | None) -> None:
            if text is not None and text.strip():
                self._correct(row, text)

        title = f"The right value for “{display_line(row.quote[:60])}”"
        self.app.push_screen(Prompt(title, f"enter saves · for example {hint}", words), write)

    def _correct(self, row: ClaimRow, words: str) -> None:
        value = corrected(row.value, words, self._published())
        if value is None:
            self._tell("That could not be read as a value of this claim.", error=True)
            self._ask_value(words)
            return
        standing = self._standing(row)
        self._send(labelling.correct(as_json(value), standing))
        if not self._stays:
            self._move_on(was_open=not labelling.is_done(standing))

    def action_undo(self) -> None:
        """Forget what failed to be saved, or else take back the newest label on disk."""
        self.when_still(self._undo)

    def _undo(self) -> None:
        batch = self.ledger.drop_newest_failed()
        if batch is None:
            self._jump(Undo())
            return
        self._tell("Forgot a label that had not been saved.")
        self._redraw(batch.claim_id)

    def action_redo(self) -> None:
        """Say again what undo took back."""
        self.when_still(lambda: self._jump(Redo()))

    def action_retry(self) -> None:
        """Send again what failed; the events keep their ids, so that nothing is written twice."""
        batches = list(self.ledger.failed.values())
        for batch in batches:
            self._send(batch)
        if not batches:
            self._tell("Everything is saved.")

    # ---- moving

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

    def action_next_article(self) -> None:
        """The next article's first claim."""
        self.when_still(lambda: self._find_article(1))

    def action_previous_article(self) -> None:
        """The article's first claim, or the first of the article before."""
        self.when_still(lambda: self._find_article(-1))

    def action_scroll_article(self, lines: int) -> None:
        """Scroll the article without leaving the queue."""
        self.article_view.scroll_relative(y=lines, animate=False)

    # ---- the queue

    def action_cycle_type(self) -> None:
        """All types, then each alone."""
        self._read_queue(replace(self._filter, types=_after(_TYPES, self._filter.types)))

    def action_cycle_state(self) -> None:
        """All, to do, done."""
        self._read_queue(replace(self._filter, state=_after(_STATES, self._filter.state)))

    def action_foreign(self) -> None:
        """With or without other articles' teasers and page furniture."""
        self._read_queue(replace(self._filter, foreign=not self._filter.foreign))

    def action_all(self) -> None:
        """The whole queue."""
        self._read_queue(ClaimFilter(annotator=self._annotator))

    def action_reload(self) -> None:
        """The same queue as it is on disk."""
        self._read_queue(self._filter)

    def action_search(self) -> None:
        """Ask for words."""

        def search(text: str | None) -> None:
            if text is not None:
                self._read_queue(replace(self._filter, text=text.strip()))

        hint = "enter searches · an empty line shows all · esc leaves it as it is"
        self.app.push_screen(Prompt("Search the claims", hint, self._filter.text), search)

    # ---- the desk

    def action_copy(self) -> None:
        """Copy the sentence at hand, made safe to paste, for the search that follows."""
        self.when_still(self._copy)

    def _copy(self) -> None:
        claim = self._claim_at_hand()
        if claim is not None:
            self.app.copy_to_clipboard(shown(claim.sentence))
            self._tell("Copied the sentence.")

    def action_advance(self) -> None:
        """Move on after a label, or stay."""
        self._stays = not self._stays
        self._show_status()

    def action_help(self) -> None:
        """Every key."""
        self.app.push_screen(HelpScreen())

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
            self._tell(f"{failed} not saved. R tries again; q again leaves without.", error=True)
        elif self.ledger.under_way:
            self._tell("Saving, then leaving.")
        else:
            self._exit()

    def _exit(self) -> None:
        self.app.exit(return_code=1 if self.ledger.failed else 0)


def _after(choices: Sequence[T], current: T) -> T:
    return choices[(choices.index(current) + 1) % len(choices)]
