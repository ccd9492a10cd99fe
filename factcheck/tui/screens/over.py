"""What is laid over the desk and taken away by a key."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

R = TypeVar("R")


class Over(ModalScreen[R]):
    """A modal screen that is left only once: of a key typed twice, the second would take away what lies beneath."""

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Leave with a result, unless it is left already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
