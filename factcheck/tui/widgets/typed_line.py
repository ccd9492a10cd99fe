"""A line to type in that takes keys in the order in which they were struck."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class TypedLine(Input):
    """An ``Input`` whose every key acts at once.

    Textual lets a key that is bound, such as Backspace, climb to the app before it acts, while characters act in the
    line itself: of keys typed ahead, over a slow connection, the characters would overtake the others.
    """

    async def _on_key(self, event: events.Key) -> None:
        bound = self._bindings.key_to_bindings.get(event.key, [])
        if bound:
            event.stop()
            event.prevent_default()
            await self.run_action(bound[0].action)
