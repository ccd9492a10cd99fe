"""Keys that were typed ahead: they wait until the claim that they were meant for is at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen

from factcheck.tui.screens.opening import OpeningScreen

T = TypeVar("T")


class WaitingScreen(OpeningScreen):
    """Holds back what is to be done while the cursor is about to move, or while the row under it is on the way."""

    def __init__(self) -> None:
        super().__init__()
        self._jumps = 0
        self._seeking = False
        self._held: list[Callable[[], None]] = []

    def when_still(self, act: Callable[[], None]) -> None:
        """Act at once, or, while the cursor is about to move or its row is on the way, when it has come to rest.

        A label typed ahead must meet the claim that it was meant for.
        """
        self._held.append(act)
        self._let_go()

    def unless_moving(self, act: Callable[[], None]) -> None:
        """Act at once unless something asked for before is about to set the cursor; then after it.

        Other than a label, a move need not wait for the row that it moves from.
        """
        if self._jumps or self._seeking or self._held:
            self.when_still(act)
        else:
            act()

    def lay_over(self, screen: Screen[T], then: Callable[[T | None], None] | None = None) -> None:
        """Open a screen over this one; keys that were still held were typed for it, and do nothing here.

        Where another desk or screen has come to lie on top in the meantime, nothing opens.
        """
        self._held.clear()
        if self.is_current:
            self.app.push_screen(screen, then)

    def _let_go(self) -> None:
        while self._held and self._is_still():
            self._held.pop(0)()

    def _is_still(self) -> bool:
        return self._has_row() and not self._jumps and not self._seeking

    def _has_row(self) -> bool:
        """Whether the row under the cursor is there, or will not come."""
        return True

    def _landed(self) -> None:
        self._jumps -= 1
        self._let_go()
