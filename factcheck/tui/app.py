"""The review desk as a Textual app: themes, the command palette, and the way out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from factcheck.model import Order
from factcheck.review.keymap import Keymap, as_shown
from factcheck.review.keys import FIELD_TITLES
from factcheck.tui.answers import Lost
from factcheck.tui.safe_output import SafeOutput
from factcheck.tui.screens.panes import Answered
from factcheck.tui.screens.review import ReviewScreen

DARK = Theme(
    name="factcheck-dark",
    primary="#8ab4d8",
    secondary="#9aa7b5",
    accent="#d8b36a",
    warning="#d8b36a",
    error="#e08a84",
    success="#8fc29a",
    foreground="#d5d9de",
    background="#16191d",
    surface="#1b1f24",
    panel="#252a31",
    dark=True,
)
LIGHT = Theme(
    name="factcheck-light",
    primary="#1f5f8f",
    secondary="#56616d",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a8322a",
    success="#2b6e3f",
    foreground="#22262b",
    background="#f7f5f0",
    surface="#fdfcf9",
    panel="#e9e5db",
    dark=False,
)


class ReviewApp(App[None]):
    """The desk of one annotator over one database.

    ``failure`` says, after the app has ended, what made it end where that was not the annotator.
    """

    CSS_PATH = "factcheck.tcss"
    TITLE = "factcheck review"
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT: ClassVar[float] = 3

    def __init__(  # noqa: PLR0913 - what the command line and the settings say
        self,
        db_path: Path,
        annotator: str,
        keymap: Keymap | None = None,
        *,
        search: str = "",
        order: Order = Order.HELPFUL,
        readonly: bool = False,
    ) -> None:
        super().__init__()
        self.failure = ""
        self.review = ReviewScreen(
            db_path, annotator, keymap or Keymap(), search=search, order=order, readonly=readonly
        )
        self._safe_output = SafeOutput()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = DARK.name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and behind them the net that lets no control character through."""
        return [*super().get_line_filters(), self._safe_output]

    def on_mount(self) -> None:
        """Open the desk."""
        self.push_screen(self.review)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every label and action by name, then Textual's own."""
        keymap = self.review.keymap
        for key in keymap.labels:
            action = f"label('{key.field.value}', '{key.value}')"
            title = f"{FIELD_TITLES[key.field]}: {key.words}{_in_brackets(key.keys)}"
            yield self._command(title, key.meaning, action)
        for entry in keymap.actions:
            title = f"{entry.meaning[0].upper()}{entry.meaning[1:]}{_in_brackets(entry.keys)}"
            yield self._command(title, entry.group, entry.action)
        yield from (command for command in super().get_system_commands(screen) if command.title != "Quit")

    def _command(self, title: str, help_text: str, action: str) -> SystemCommand:
        return SystemCommand(title, help_text, partial(self.run_action, action, self.review))

    def action_theme(self) -> None:
        """Dark or light."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    async def action_quit(self) -> None:
        """Leave the way that the desk does, saving first; at once where there is no desk yet."""
        if self.review.stands():
            self.review.action_quit()
        else:
            self.exit()

    def on_answered(self, message: Answered) -> None:
        """End where the database cannot be opened; every other answer is the desk's."""
        if isinstance(message.answer, Lost):
            self.failure = str(message.answer.error)
            self.exit(return_code=1)


def _in_brackets(keys: tuple[str, ...]) -> str:
    return f" ({as_shown(keys[0])})" if keys else ""
