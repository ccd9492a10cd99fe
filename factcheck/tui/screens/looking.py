"""Keys that show more, copy, and lead out of the desk."""

from __future__ import annotations

from factcheck.review.facts import shown
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.screens.help import HelpScreen


class Looking(DeskScreen):
    """Help, copies, focus, and the way out."""

    def action_focus_mode(self) -> None:
        """Only the article and the panel, or the queue too."""
        self.toggle_class("-focus")

    def action_copy(self) -> None:
        """Copy the claim's words, made safe to paste."""
        self.when_still(lambda: self._copy(sentence=False))

    def action_copy_sentence(self) -> None:
        """Copy the sentence at hand, made safe to paste, for the search that follows."""
        self.when_still(lambda: self._copy(sentence=True))

    def _copy(self, *, sentence: bool) -> None:
        claim = self._claim_at_hand()
        if claim is not None:
            self.app.copy_to_clipboard(shown(claim.sentence if sentence else claim.claim.quote))
            self._tell(f"Copied the {'sentence' if sentence else 'words'}.")

    def action_help(self) -> None:
        """Every key."""
        self.app.push_screen(HelpScreen(self.keymap))

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
