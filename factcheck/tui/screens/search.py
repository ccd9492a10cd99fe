"""The search line: completed while it is typed, with what it finds, and with its mistakes shown where they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from factcheck.errors import SearchError
from factcheck.filters import Completion, completions
from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter
from factcheck.tui.counts import Counts
from factcheck.tui.screens.over import Over
from factcheck.tui.widgets.typed_line import TypedLine

Names = Sequence[tuple[str, int | None]]
"""Names of a field as they lie in the database, with how many claims have each."""

_HINT = "enter searches · tab takes · ↑ ↓ choose · esc leaves · an empty line shows all"
_TEXT_CELLS = 28
"""Cells of the column in which completions stand; their meanings are beside it."""


class SearchLine(TypedLine):
    """The line; its keys for what is offered are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.leave", show=False),
        Binding("tab", "screen.take", show=False),
        Binding("up", "screen.choose(-1)", show=False),
        Binding("down", "screen.choose(1)", show=False),
        Binding("right", "right", show=False),
    ]

    async def action_right(self) -> None:
        """A character on, or, at the end, take what is offered."""
        if self.cursor_at_end:
            await self.run_action("screen.take")
        else:
            self.action_cursor_right()


class SearchPrompt(Over[str | None]):
    """Hands back a search line that can be read, or ``None`` after Escape.

    ``read`` parses a line, ``count`` and ``names`` ask the database and hand over what it says when it says it:
    typing waits for neither.
    """

    def __init__(
        self,
        line: str,
        read: Callable[[str], ClaimFilter],
        count: Callable[[ClaimFilter, Callable[[Counts], None]], None],
        names: Callable[[str, str, Callable[[Names], None]], None],
    ) -> None:
        super().__init__()
        self._first = line
        self._read = read
        self._count = count
        self._names = names
        self._known: dict[tuple[str, str], Names] = {}
        self._wanted_name: tuple[str, str] | None = None
        self._offers: list[Completion] = []
        self._offered_for = ("", -1)
        self._offers_closed = False
        self._error: SearchError | None = None

    def compose(self) -> ComposeResult:
        """What could be written above the line, what is found and what is wrong below it."""
        with Vertical(id="search") as box:
            box.border_title = "Search the claims"
            offers = OptionList(id="search-offers", markup=False)
            offers.can_focus = False
            yield offers
            line = SearchLine(self._first, id="search-line", select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static(id="search-found", markup=False)
            yield Static(id="search-said", markup=False)

    def on_mount(self) -> None:
        """Offer what goes on from the line as it is, and follow its cursor."""
        self.watch(self._line, "cursor_position", self._offer_again, init=False)
        self._offer()
        self._judge()

    @property
    def _line(self) -> SearchLine:
        return self.query_one("#search-line", SearchLine)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#search-offers", OptionList)

    # ---- what could be written

    def _offer_again(self) -> None:
        self._offers_closed = False
        self._offer()

    def _offer(self) -> None:
        """Show what could stand at the cursor; names that lie in the database are asked for and come later."""
        self._offered_for = line, cursor = self._line.value, self._line.cursor_position
        self._wanted_name = None
        found = completions(line, cursor, self._vocabulary)
        self._offers = [offer for offer in found if line[offer.start : offer.end] != offer.text]
        if self._wanted_name is not None:
            field, prefix = self._wanted_name
            self._names(field, prefix, lambda names: self._take_names(field, prefix, names))
        self._list.clear_options()
        self._list.add_options([_option(offer) for offer in self._offers])
        self._list.highlighted = 0 if self._offers else None
        self._list.display = bool(self._offers) and not self._offers_closed

    def _vocabulary(self, field: str, prefix: str) -> Names:
        known = self._known.get((field, prefix))
        if known is None:
            self._wanted_name = field, prefix
        return known or ()

    def _take_names(self, field: str, prefix: str, names: Names) -> None:
        """The database told what it holds; it is offered if it is still what is being typed."""
        self._known[field, prefix] = names
        if self.stands() and self._wanted_name == (field, prefix):
            self._offer()

    def _catch_up(self) -> None:
        """Offer for the line as it is: a key typed ahead comes before the news that the line has changed."""
        if self._offered_for != (self._line.value, self._line.cursor_position):
            self._offer_again()

    def action_choose(self, step: int) -> None:
        """Up or down what is offered."""
        self._catch_up()
        if not self._list.display:
            self._offer_again()
        elif self._list.highlighted is not None:
            self._list.highlighted = (self._list.highlighted + step) % len(self._offers)

    def action_take(self) -> None:
        """Write what is lit into the line."""
        self._catch_up()
        lit = self._list.highlighted
        if self._list.display and lit is not None:
            self._take(self._offers[lit])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        self._take(self._offers[event.option_index])

    def _take(self, offer: Completion) -> None:
        """Put a completion into the line; behind a value at the end, the next term can be typed at once."""
        line = self._line
        goes_on = offer.text.endswith((":", "=", ">", "<")) or line.value[offer.end :].strip()
        text = display_line(offer.text) + ("" if goes_on else " ")
        line.value = line.value[: offer.start] + text + line.value[offer.end :]
        line.cursor_position = offer.start + len(text)

    def action_leave(self) -> None:
        """Close what is offered, or else leave all as it was."""
        self._catch_up()
        if self._list.display:
            self._offers_closed = True
            self._list.display = False
        else:
            self.dismiss(None)

    # ---- what is found

    def on_input_changed(self) -> None:
        """Judge the line anew."""
        self._offer_again()
        self._judge()

    def _judge(self) -> None:
        """Count what the line finds, or say what is wrong with it."""
        try:
            wanted = self._read(self._line.value)
        except SearchError as error:
            self._error = error
            self.call_after_refresh(self._show_error)
        else:
            self._error = None
            line = self._line.value
            self._tell(Content.styled("…", "$secondary"), Content(_HINT))
            self._count(wanted, lambda counts: self._take_counts(line, counts))

    def _take_counts(self, line: str, counts: Counts) -> None:
        if self.stands() and self._line.value == line:
            self._tell(Content.styled(counts.words, "bold"), Content(_HINT))

    def _show_error(self) -> None:
        """Mark the term that cannot be read, and say why below it; one that is being typed is no alarm yet."""
        if self._error is None:
            return
        error, line = self._error, self._line
        # The column may be that of a value within its term: marked is what is left of the term from there on.
        end = max(error.column + 1, line.value.rfind(error.term, 0, error.column + len(error.term)) + len(error.term))
        start, stop = (
            max(0, cell_len(display_line(line.value[:place])) - round(line.scroll_offset.x))
            for place in (error.column, end)
        )
        tint = "$secondary" if self._offers and error.column <= line.cursor_position <= end else "$text-error"
        meant = f" · did you mean {' or '.join(error.meant)}?" if error.meant else ""
        self._tell(
            Content.styled(" " * start + "^" * max(1, stop - start), tint),
            Content.styled(display_line(f"{error.reason}{meant}"), tint),
        )

    def _tell(self, found: Content, said: Content) -> None:
        self.query_one("#search-found", Static).update(found, layout=False)
        self.query_one("#search-said", Static).update(said, layout=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter hands the line back, unless it cannot be read; what is known of it may be older than the line."""
        try:
            self._read(event.value)
        except SearchError:
            self.app.bell()
        else:
            self.dismiss(event.value.strip())


def _option(offer: Completion) -> Content:
    text, meaning = display_line(offer.text), display_line(offer.meaning)
    padding = " " * max(2, _TEXT_CELLS - cell_len(text))
    return Content.assemble((text, "bold"), padding, (meaning, "$secondary"))
