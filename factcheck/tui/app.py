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

from factcheck.model import Order
from factcheck.review.keymap import Keymap
from factcheck.tui.answers import Lost
from factcheck.tui.commands import commands
from factcheck.tui.safe_output import SafeOutput
from factcheck.tui.screens.panes import Answered
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.themes import DARK, THEMES, after


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
        for theme in THEMES.values():
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
        """Everything that the desk can do by name, then Textual's own."""
        row = self.review.current if self.review.stands() else None
        for command in commands(self.review.keymap, row.type if row is not None else None):
            act = partial(self.run_action, command.action, self.review)
            yield SystemCommand(command.title, command.meaning, act)
        yield from (command for command in super().get_system_commands(screen) if command.title != "Quit")

    def action_theme(self) -> None:
        """Dark, light, high contrast, in turn."""
        self.theme = after(self.theme)

    def action_use_theme(self, name: str) -> None:
        """A theme by the name that a settings file knows."""
        self.theme = THEMES[name].name

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
