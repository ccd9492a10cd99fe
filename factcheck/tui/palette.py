"""Textual's command palette, made to bear a terminal without room for it and a quick escape."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual import work
from textual.command import CommandPalette
from textual.css.query import NoMatches

from factcheck.tui.screens.over import Over

_GATHER: Any = CommandPalette._gather_commands  # noqa: SLF001 - it has no public name


class Palette(CommandPalette, Over[None]):
    """Each of these would end the app: a search outrun, a page key where no line is laid out, enter typed twice."""

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)  # noqa: SLF001 - the one that it cancels
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):  # the palette was left while the search went on
            await _GATHER.__wrapped__(self, search_value)

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)
