"""The review desk as a Textual app: one desk for each database, their troubles, the palette, and the way out."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from factcheck.grammar.text import display_line
from factcheck.review.settings import Settings
from factcheck.tui.answers import Lost
from factcheck.tui.commands import commands
from factcheck.tui.palette import Palette
from factcheck.tui.safe_output import SafeOutput
from factcheck.tui.screens.panes import Answered
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.trouble import AGAIN, READING, TroubleScreen
from factcheck.tui.screens.typing import Typing
from factcheck.tui.themes import THEMES, after

if sys.platform != "win32":
    from factcheck.tui.terminal import DeskDriver

EXIT_TROUBLE = 3
"""The exit code where a database could not be worked with, as the command line documents it."""

_PATIENCE_SECONDS = 2.0
"""How long opening may take before the desk says that it waits."""


@dataclass(slots=True)
class _Place:
    """A database that was named: its desk once it was looked at, and what keeps it from being worked with."""

    path: Path
    settings: Settings
    which: str
    readonly: bool
    desk: ReviewScreen | None = None
    mode: str = ""
    trouble: Lost | None = None
    warned: bool = False


class ReviewApp(App[None]):
    """The desks of one annotator, one over each database, each with its own threads, queue and unsaved labels.

    ``failure`` says, after the app has ended, what made it end where that was not the annotator; ``fault`` is what
    went wrong in factcheck itself.
    """

    CSS_PATH = "factcheck.tcss"
    TITLE = "factcheck review"
    DEFAULT_MODE: ClassVar[str] = "desk-0"  # the first desk's, so that Textual draws no empty screen before it
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT: ClassVar[float] = 3

    def __init__(  # noqa: PLR0913 - what the command line says
        self,
        db_path: Path,
        annotator: str,
        settings: Settings | None = None,
        *,
        others: Sequence[tuple[Path, Settings]] = (),
        search: str = "",
        readonly: bool = False,
    ) -> None:
        """``others`` are further databases with their settings; ``search`` is a line asked for in all of them."""
        super().__init__()
        self.failure = ""
        self.fault: Exception | None = None
        self._annotator = annotator
        self._first_search = search
        named = [(db_path, settings or Settings()), *others]
        names = _names([path for path, _ in named])
        self._places = [_Place(*one, which, readonly) for one, which in zip(named, names, strict=True)]
        self._at = 0
        self._made = 0
        self._running_loop: asyncio.AbstractEventLoop | None = None
        self._signal = 0
        self._safe_output = SafeOutput(())
        self._make(self._places[0])
        for theme in THEMES.values():
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = THEMES[named[0][1].theme].name
        self._drawn_in = self.get_css_variables()
        self.stylesheet.set_variables(self._drawn_in)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Textual's own, which reads every rule anew, where a theme gave the rules other colours.

        Textual asks for it at each change of mode too; reading the rules takes longer than the desk takes to open.
        """
        variables = self.get_css_variables()
        if variables != self._drawn_in:
            self._drawn_in = variables
            super().refresh_css(animate)
            return
        for screen in self.screen_stack:
            self.stylesheet.update(screen, animate=animate)

    @property
    def review(self) -> ReviewScreen:
        """The desk that is being looked at."""
        return self._desk(self._places[self._at])

    @property
    def desks(self) -> list[tuple[Path, ReviewScreen]]:
        """Every desk that was looked at, with the path of its database."""
        return [(place.path, place.desk) for place in self._places if place.desk is not None]

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, made to outlive its terminal where that is one of Linux or macOS."""
        driver = super().get_driver_class()
        if sys.platform != "win32" and driver.__module__ == "textual.drivers.linux_driver":
            return DeskDriver
        return driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and behind them the net that lets no control character through, as one."""
        others = tuple(super().get_line_filters())
        if self._safe_output.others != others:
            self._safe_output = SafeOutput(others)
        return [self._safe_output]

    def on_mount(self) -> None:
        """Open the first desk."""
        self._running_loop = asyncio.get_running_loop()
        self._show(0)
        if self._signal:
            self.end_by(self._signal)

    # ---- desks

    def _make(self, place: _Place) -> ReviewScreen:
        """A desk with threads of its own, in a mode of its own: what is open above it stays while others show."""
        which = " · ".join(words for words in (place.which, "reading only" if place.readonly else "") if words)
        place.desk = desk = ReviewScreen(
            place.path,
            self._annotator,
            place.settings,
            search=self._first_search,
            which=which,
            readonly=place.readonly,
        )
        place.mode, place.trouble = f"desk-{self._made}", None
        self._made += 1
        self.add_mode(place.mode, lambda: desk)
        return desk

    def _desk(self, place: _Place) -> ReviewScreen:
        return place.desk or self._make(place)

    def _show(self, number: int) -> None:
        place = self._places[number]
        desk = self._desk(place)
        self._at = number
        self.switch_mode(place.mode)
        self.set_timer(_PATIENCE_SECONDS, partial(self._say_that_it_waits, desk))
        self._show_trouble(place)

    def action_next_desk(self) -> None:
        """The next database, from the first again behind the last."""
        if len(self._places) == 1:
            self.notify("One database is open. factcheck review --db A --db B opens two.", markup=False)
            return
        self._show((self._at + 1) % len(self._places))

    def _say_that_it_waits(self, desk: ReviewScreen) -> None:
        if desk.stands() and not desk.reader.opened.is_set():
            desk.panel.tell(
                "Waiting",
                "Another program keeps the database, or it is being brought up to date. The desk opens by itself; "
                f"{desk.keymap.shown('quit')} leaves.",
            )

    # ---- troubles

    async def on_key(self, event: events.Key) -> None:
        """Hand a character that the desk was sent, though a line to type in stands over it by then, to that line."""
        if isinstance(self.screen, Typing) and event.is_printable and event.character:
            event.prevent_default()
            await self.screen.action_type_ahead(event.character)

    def on_answered(self, message: Answered) -> None:
        """Show the trouble of a database that cannot be worked with; every other answer is the desk's."""
        if isinstance(message.answer, Lost):
            for place in self._places:
                if place.desk is message.desk and place.trouble is None:
                    place.trouble = message.answer
                    self._show_trouble(place)

    def _show_trouble(self, place: _Place) -> None:
        """Lay the trouble over its desk, once that is the one looked at."""
        lost = place.trouble
        above = [screen for screen in self.screen_stack if isinstance(screen, TroubleScreen)]
        if lost is not None and place is self._places[self._at] and not above:
            others = len(self._places) > 1
            screen = TroubleScreen(lost.error, place.path, readable=lost.readable, others=others)
            self.push_screen(screen, partial(self._take_choice, place))

    def _take_choice(self, place: _Place, choice: str | None) -> None:
        if choice in {AGAIN, READING}:
            before = place.mode
            place.readonly = place.readonly or choice == READING
            self._make(place)
            self._show(self._places.index(place))
            self.remove_mode(before)
        elif choice is not None:
            self._leave_trouble(place)

    def _leave_trouble(self, place: _Place) -> None:
        if place.trouble is not None:
            self.failure = str(place.trouble.error)
            self.exit(return_code=EXIT_TROUBLE)

    # ---- names and themes

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that the desk can do by name, then Textual's own."""
        row = self.review.current if self.review.stands() else None
        for command in commands(self.review.keymap, row.type if row is not None else None):
            act = partial(self.run_action, command.action, self.review)
            yield SystemCommand(command.title, command.meaning, act)
        yield from (
            command for command in super().get_system_commands(screen) if command.title not in {"Quit", "Theme"}
        )

    def action_command_palette(self) -> None:
        """Everything by name."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_theme(self) -> None:
        """Dark, light, high contrast."""
        self.theme = after(self.theme)

    def action_use_theme(self, name: str) -> None:
        """One of the desk's themes by its name in the settings."""
        self.theme = THEMES[name].name

    # ---- the way out

    async def action_quit(self) -> None:
        """Leave the way that the desk does, saving first; at once where there is no desk yet."""
        place = self._places[self._at]
        if place.trouble is not None:
            self._leave_trouble(place)
        elif self.review.stands():
            self.review.action_quit()
        else:
            self.exit()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, unless a desk that is not looked at has labels that could not be saved: it is shown first, once."""
        for number, place in enumerate(self._places):
            desk = place.desk
            if number != self._at and desk is not None and desk.ledger.failed and not place.warned:
                place.warned = True
                self._show(number)
                desk.action_quit()
                return
        super().exit(result, return_code, message)

    def end_by(self, number: int) -> None:
        """Leave because of a signal, whatever is open or unsaved; safe to call from a signal handler."""
        self._signal = number
        if self._running_loop is not None:
            self._running_loop.call_soon_threadsafe(partial(super().exit, return_code=128 + number))

    def _handle_exception(self, error: Exception) -> None:
        """Leave because of a fault of factcheck's.

        Textual would print a traceback with all local variables; the command line says one line, safe to print.
        """
        if self.is_headless:
            super()._handle_exception(error)
        elif self.fault is None:
            self.fault = error
            self._close_messages_no_wait()


def _names(paths: Sequence[Path]) -> Iterator[str]:
    """What tells databases apart, in few words; nothing where there is only one."""
    if len(paths) == 1:
        yield ""
        return
    short = [path.name for path in paths]
    for number, path in enumerate(paths, 1):
        name = path.name if short.count(path.name) == 1 else "/".join(path.absolute().parts[-2:])
        yield display_line(f"{name} ({number} of {len(paths)})")
