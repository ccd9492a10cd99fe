"""What is laid over the desk and taken away again."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

R = TypeVar("R")


class Over(ModalScreen[R]):
    """A modal screen that takes itself away and nothing else, whatever was typed or came in the meantime."""

    _left = False

    def stands(self) -> bool:
        """Whether answers can be shown here: what is left loses its parts before it is no longer attached."""
        return self.is_attached and not self._left

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Leave with a result, with what lies above it; do nothing where it is left already.

        Textual takes away what is on top: of a key typed twice, the second would take what lies beneath.
        """
        stack = self.app.screen_stack
        if self not in stack:
            return AwaitComplete()
        for above in reversed(stack[stack.index(self) + 1 :]):
            above.dismiss()
        self._left = True
        return super().dismiss(result)
