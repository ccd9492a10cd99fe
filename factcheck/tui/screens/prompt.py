"""A line of text asked for: the note, the words to search for."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from factcheck.grammar.text import display_line
from factcheck.tui.screens.typing import Typing
from factcheck.tui.widgets.typed_line import TypedLine


class Prompt(Typing[str | None]):
    """Hands back what was typed, or ``None`` after Escape; while it stands, no key of the desk does anything."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, title: str, hint: str, value: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        """A title, the line, and what Enter and Escape do."""
        with Vertical(id="prompt"):
            yield Static(Content(display_line(self._title)), id="prompt-title", markup=False)
            line = TypedLine(self._value, id="prompt-line", select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static(Content(display_line(self._hint)), id="prompt-hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter hands the line back."""
        self.dismiss(event.value)
