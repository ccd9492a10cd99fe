"""Keys that put a claim right: its value, its words, its type, and the claims beside it."""

from __future__ import annotations

from factcheck.grammar.text import display_line
from factcheck.review import labelling
from factcheck.review.corrections import as_json, corrected, example
from factcheck.review.fixes import apply
from factcheck.store import ClaimRow
from factcheck.tui.bindings import fix_keys
from factcheck.tui.screens.labelling import Labelling
from factcheck.tui.screens.prompt import Prompt


class Correcting(Labelling):
    """What is right is said in label events; what the extractor found stays beside it."""

    def action_fix(self, number: int) -> None:
        """Put the value right by one key; what the key means depends on the claim's type."""
        key = fix_keys(self.keymap)[number]
        self.when_still(lambda: self._fix(key))

    def _fix(self, key: str) -> None:
        row = self.current
        fix = self.keymap.fix(row.type, key) if row is not None else None
        value = apply(fix, row.value, self._published()) if row is not None and fix is not None else None
        if row is None or value is None:
            self.app.bell()
        else:
            self._judge(row, labelling.correct(as_json(value), self._standing(row)))

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
        self._judge(row, labelling.correct(as_json(value), self._standing(row)))
