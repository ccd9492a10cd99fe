"""Keys that say something of the claim at hand: one key says it, saves it and moves on."""

from __future__ import annotations

from factcheck.grammar.text import display_line
from factcheck.model import LabelField, Labels
from factcheck.review import labelling
from factcheck.review.keys import LabelKey
from factcheck.review.ledger import Batch
from factcheck.store import ClaimRow
from factcheck.tui.requests import Redo, Save, Undo
from factcheck.tui.screens.moving import Moving
from factcheck.tui.screens.prompt import Prompt


class Labelling(Moving):
    """Labels, notes, undo and redo."""

    def action_label(self, field: str, value: str) -> None:
        """Say it, hand it to the writer, and move on; the screen shows it as saved when the writer says so."""
        choice = self.keymap.choice(LabelField(field), value)
        self.when_still(lambda: self._say(choice))

    def _say(self, choice: LabelKey) -> None:
        row = self.current
        if row is None:
            self.app.bell()
        else:
            self._judge(row, labelling.say(choice, self._standing(row)))

    def _judge(self, row: ClaimRow, batch: Batch | None) -> None:
        """Save what was said of a claim; where that makes it done, or it was done before, move on."""
        before = self._standing(row)
        if not self._send(batch):
            return
        done = labelling.is_done(self._standing(row))
        if done and not self._stays:
            self._move_on(was_open=not labelling.is_done(before))

    def _standing(self, row: ClaimRow) -> Labels:
        return self.ledger.expected(row.labels or Labels(row.id, self._annotator))

    def _send(self, batch: Batch | None) -> bool:
        """Hand a batch to the writer; whether anything may be written at all."""
        if self.readonly:
            self._tell("This database is open for reading only: nothing is saved.", error=True)
            return False
        if batch is not None:
            self._leaving = False
            self.ledger.sent(batch)
            self.reader.ask(Save(batch))
            self._redraw(*batch.claim_ids)
        return True

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
        self.lay_over(
            Prompt(f"Note on “{quote}”", "enter saves · esc leaves it as it is", standing.note or ""), write
        )

    def action_undo(self) -> None:
        """Forget what failed to be saved, or else take back the newest label on disk."""
        self.when_still(self._undo)

    def _undo(self) -> None:
        batch = self.ledger.drop_newest_failed()
        if batch is not None:
            self._tell("Forgot what had not been saved.")
            self._redraw(*batch.claim_ids)
        elif self._send(None):
            self._jump(Undo())

    def action_redo(self) -> None:
        """Say again what undo took back."""
        self.when_still(lambda: self._jump(Redo()) if self._send(None) else None)

    def action_retry(self) -> None:
        """Send again what failed; the events keep their ids, so that nothing is written twice."""
        batches = list(self.ledger.failed.values())
        for batch in batches:
            self._send(batch)
        if not batches:
            self._tell("Everything is saved.")

    def action_stay(self) -> None:
        """Move on after a label, or stay."""
        self._stays = not self._stays
        self._show_status()
