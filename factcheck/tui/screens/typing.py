"""What screens with one line to type in share."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from factcheck.tui.screens.over import Over
from factcheck.tui.widgets.typed_line import TypedLine

R = TypeVar("R")

_ENTER = "\n"


class Typing(Over[R]):
    """A screen whose one line takes every key: also those that were typed ahead, before the line stood.

    Over a slow connection the key that opens the screen and a whole line with its Enter come at once. Textual sends
    them to the desk, whence they climb to the app, which hands them over here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "type_ahead('\\n')", show=False)]

    _ahead = ""

    @property
    def line(self) -> TypedLine:
        """The line to type in."""
        return self.query_one(TypedLine)

    async def on_mount(self) -> None:
        """Put into the line what was typed before it stood."""
        ahead, self._ahead = self._ahead, ""
        for character in ahead:
            await self.action_type_ahead(character)

    async def action_type_ahead(self, character: str) -> None:
        """Take a character or Enter that did not reach the line by itself."""
        if not self.query(TypedLine):
            self._ahead += character
        elif character == _ENTER:
            await self.line.action_submit()
        else:
            self.line.insert_text_at_cursor(character)
