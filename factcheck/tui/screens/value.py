"""The right value, written in words: what they are read as stands beneath while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from factcheck.grammar.text import display_line
from factcheck.model import Value
from factcheck.review.facts import shown
from factcheck.tui.screens.typing import Typing
from factcheck.tui.widgets.typed_line import TypedLine
from factcheck.values import in_words

Read = Callable[[str], tuple[Value | None, str]]
"""Words to the value that they say, or to why they say none."""


class ValuePrompt(Typing[Value | None]):
    """Hands back the value that was written; it cannot be left with Enter while the words say none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, title: str, words: str, example: str, read: Read) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._example = example
        self._read = read

    def compose(self) -> ComposeResult:
        """What was extracted, the line, what it says, and what could be written."""
        with Vertical(id="prompt"):
            yield Static(Content(display_line(self._title)), id="prompt-title", markup=False)
            line = TypedLine(self._words, id="prompt-line", select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static("", id="prompt-value", markup=False)
            yield Static(Content(f"enter saves · esc leaves · {self._example}"), id="prompt-hint", markup=False)

    async def on_mount(self) -> None:
        """Say what the words say to begin with."""
        self._tell(self._words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read the words anew."""
        self._tell(event.value)

    def _tell(self, words: str) -> None:
        value, reason = self._read(words)
        said = (
            Content.styled(f"= {shown(in_words(value))}", "bold $text-primary")
            if value is not None
            else Content.styled(f"no value: {shown(reason)}", "$text-warning")
        )
        self.query_one("#prompt-value", Static).update(said, layout=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter hands over what the words say, if they say something."""
        value, _ = self._read(event.value)
        if value is None:
            self.app.bell()
        else:
            self.dismiss(value)
