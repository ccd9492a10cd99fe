"""Searches that were given a name, with what each finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from factcheck.errors import SearchError
from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter
from factcheck.store import SavedSearch
from factcheck.tui.counts import Counts
from factcheck.tui.screens.over import Over
from factcheck.tui.screens.prompt import Prompt
from factcheck.tui.wrap import fit

_HINT = "enter uses it · s saves the present search · x deletes · esc leaves"
_USUAL_CELLS = 74
"""The width of the list where it is not known yet."""


@dataclass(frozen=True, slots=True)
class SaveAs:
    """A name for the present search; with ``replace`` it may have been another's."""

    name: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class SavedCalls:
    """What the list asks of the desk; all but ``read`` answer later, ``failed`` with why something was not done."""

    read: Callable[[str], ClaimFilter]
    count: Callable[[ClaimFilter, Callable[[Counts], None]], None]
    fetch: Callable[[Callable[[Sequence[SavedSearch]], None]], None]
    save: Callable[[SaveAs, Callable[[], None], Callable[[str], None]], None]
    delete: Callable[[str, Callable[[], None], Callable[[str], None]], None]


class SavedScreen(Over[str | None]):
    """Hands back the search line that was chosen, or ``None`` after Escape. ``present`` is the line in use."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("s", "save", show=False),
        Binding("x", "delete", show=False),
        Binding("y", "yes", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(self, present: str, calls: SavedCalls, *, readonly: bool) -> None:
        super().__init__()
        self._present = present
        self._calls = calls
        self._readonly = readonly
        self._searches: list[SavedSearch] = []
        self._counts: dict[str, str] = {}
        self._question: tuple[SavedSearch | None, Callable[[], None]] | None = None

    def compose(self) -> ComposeResult:
        """The list, what it says, and its keys."""
        with Vertical(id="saved") as box:
            box.border_title = "Saved searches"
            yield OptionList(id="saved-list", markup=False)
            yield Static(id="saved-said", markup=False)
            yield Static(_HINT, id="saved-hint", markup=False)

    def on_mount(self) -> None:
        """Ask for the searches."""
        self._list.focus()
        self._say("…")
        self._fetch("")

    @property
    def _list(self) -> OptionList:
        return self.query_one("#saved-list", OptionList)

    def _say(self, words: str, *, error: bool = False) -> None:
        self.query_one("#saved-said", Static).update(
            Content.styled(display_line(words), "$text-error" if error else "")
        )

    # ---- what is there

    def _fetch(self, lit: str) -> None:
        """Read the list anew; ``lit`` names the search to stand on."""
        self._calls.fetch(lambda searches: self._show(list(searches), lit))

    def _show(self, searches: list[SavedSearch], lit: str) -> None:
        if not self.stands():
            return
        stood = self._list.highlighted or 0
        self._searches, self._counts, self._question = searches, {}, None
        self._list.clear_options()
        self._list.add_options([self._row(search) for search in searches])
        self._list.display = bool(searches)
        if searches:
            names = [search.name for search in searches]
            self._list.highlighted = names.index(lit) if lit in names else min(stood, len(names) - 1)
        self._say("" if searches else "No search is saved yet. s gives the present one a name.")
        self._count_from(0)

    def _row(self, search: SavedSearch) -> Content:
        """Name and counts on one line, the search line below them."""
        width = self._list.scrollable_content_region.width or _USUAL_CELLS
        name, line = display_line(search.name), display_line(search.search) or "(all claims)"
        count = self._counts.get(search.name, "…")
        room = max(12, width - cell_len(count) - 2)
        return Content.assemble(
            (fit(name, room), "bold"), "  ", (count, ""), "\n", (fit(f"  {line}", width).rstrip(), "$text-warning")
        )

    def on_resize(self) -> None:
        """Columns as wide as there is room."""
        for position in range(len(self._searches)):
            self._redraw(position)

    def _redraw(self, position: int) -> None:
        self._list.replace_option_prompt_at_index(position, self._row(self._searches[position]))

    def _count_from(self, position: int) -> None:
        """Count one search after the other: the newest question of a kind would end those before it."""
        if position >= len(self._searches):
            return
        search = self._searches[position]
        try:
            wanted = self._calls.read(search.search)
        except SearchError as error:
            self._take_count(search, position, f"cannot be read: {error.term}")
            return
        self._calls.count(wanted, lambda counts: self._take_count(search, position, counts.words))

    def _take_count(self, search: SavedSearch, position: int, words: str) -> None:
        if self.stands() and position < len(self._searches) and self._searches[position] is search:
            self._counts[search.name] = display_line(words)
            self._redraw(position)
            self._count_from(position + 1)

    # ---- what the keys do

    def _lit(self) -> SavedSearch | None:
        lit = self._list.highlighted
        return self._searches[lit] if lit is not None and lit < len(self._searches) else None

    def action_move(self, step: int) -> None:
        """As in the queue."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def on_option_list_option_highlighted(self) -> None:
        """Another search is lit: what was asked of the one before is asked no more."""
        if self._question is not None and self._question[0] is not self._lit():
            self._question = None
            self._say("")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click uses the search, where it can be read."""
        search = self._searches[event.option_index]
        try:
            self._calls.read(search.search)
        except SearchError as error:
            self._say(str(error), error=True)
        else:
            self.dismiss(search.search)

    def action_leave(self) -> None:
        """Leave what was asked, or the list."""
        if self._question is not None:
            self._question = None
            self._say("")
        else:
            self.dismiss(None)

    def action_yes(self) -> None:
        """Do what was asked, if the search that is lit is still the one that was then."""
        question, self._question = self._question, None
        if question is not None and question[0] is self._lit():
            question[1]()

    def _ask(self, question: str, act: Callable[[], None]) -> None:
        self._question = self._lit(), act
        self._say(f"{question} y does · any move or esc does not")

    def _may_write(self) -> bool:
        if self._readonly:
            self._say("This database is open for reading only: nothing is saved.", error=True)
        return not self._readonly

    def action_delete(self) -> None:
        """Ask, then forget the search that is lit; its claims and labels stay."""
        search = self._lit()
        if search is not None and self._may_write():
            self._ask(
                f"Delete “{search.name}”, for everybody?",
                lambda: self._calls.delete(search.name, lambda: self._fetch(""), self._refused),
            )

    def action_save(self) -> None:
        """Ask for a name for the present search."""
        if self._may_write():
            line = display_line(self._present) or "(all claims)"
            hint = f"enter saves for everybody · esc leaves · {line}"
            self.app.push_screen(Prompt("A name for the present search", hint, ""), self._save)

    def _save(self, name: str | None) -> None:
        name = (name or "").strip()
        if not name:
            return
        if any(search.name == name for search in self._searches):
            self._ask(
                f"“{name}” is there already; put the present search in its place?",
                lambda: self._write(SaveAs(name, replace=True)),
            )
        else:
            self._write(SaveAs(name))

    def _write(self, wanted: SaveAs) -> None:
        self._calls.save(wanted, lambda: self._fetch(wanted.name), self._refused)

    def _refused(self, reason: str) -> None:
        if self.stands():
            self._say(f"Not done: {reason}", error=True)
