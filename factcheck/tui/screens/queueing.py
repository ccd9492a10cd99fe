"""Keys that choose what the queue holds, and in what order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from factcheck.errors import SearchError
from factcheck.filters import replace_term
from factcheck.grammar.text import display_line
from factcheck.model import ClaimType, Order, ReviewState
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.screens.prompt import Prompt

T = TypeVar("T")

_STATES: Sequence[str | None] = (None, ReviewState.TODO.value, ReviewState.DONE.value)
_TYPES: Sequence[str | None] = (None, *(kind.value for kind in ClaimType))


class Queueing(DeskScreen):
    """The search line and the keys that change a term of it."""

    def action_cycle_type(self) -> None:
        """All types, then each alone."""
        self._narrow("type", _after(_TYPES, self._term("type")))

    def action_cycle_state(self) -> None:
        """All, to do, done."""
        self._narrow("state", _after(_STATES, self._term("state")))

    def action_cycle_order(self) -> None:
        """What helps most first, reading order, newest first, by lot."""
        self._narrow("order", _after(tuple(Order), self._filter.order))

    def action_foreign(self) -> None:
        """With or without other articles' teasers and page furniture."""
        self._narrow("section", None if self._term("section") == "*" else "*")

    def _term(self, field: str) -> str | None:
        """What the search line asks of a field by one plain term; ``None`` where it asks nothing, or more."""
        asked = [term for term in self._filter.terms if term.field == field]
        plain = len(asked) == 1 and not asked[0].negated and len(asked[0].values) == 1
        return asked[0].values[0] if plain else None

    def _narrow(self, field: str, value: str | None) -> None:
        term = None if value is None else f"{field}:{value}"
        self.read_queue(replace_term(self._search, field, term))

    def action_all(self) -> None:
        """The whole queue."""
        self.read_queue("")

    def action_reload(self) -> None:
        """The same queue as it is on disk."""
        self.read_queue(self._search)

    def action_search(self) -> None:
        """Ask for words."""
        self._ask_search(self._search)

    def _ask_search(self, line: str) -> None:
        def search(text: str | None) -> None:
            if text is None:
                return
            try:
                self.read_queue(text.strip())
            except SearchError as error:
                self._tell(display_line(str(error)), error=True)
                self._ask_search(text)

        hint = "enter searches · an empty line shows all · esc leaves it as it is"
        self.app.push_screen(Prompt("Search the claims", hint, line), search)


def _after(choices: Sequence[T], current: T) -> T:
    return choices[(choices.index(current) + 1) % len(choices)] if current in choices else choices[0]
