"""The list of a history: one line for what was done at once, further pages behind the last line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.tui.pasts import Entry, local
from factcheck.tui.widgets.line_view import LineView
from factcheck.tui.wrap import fit

_WHO_CELLS = 10
_WIDE = 90
"""Cells from which what was said and the claim's words have a column each of fixed width."""


class PastList(LineView):
    """Entries, one a line: a mark, when, who, what, and the words of the claim.

    Marks: ``x`` was taken back, ``u`` takes back; ``+`` opens, ``-`` closes. ``more`` says that there are further
    entries, which ``Ended`` asks for.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"past-list--cursor", "past-list--quiet", "past-list--gone"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(False)", show=False),
        Binding("end", "edge(True)", show=False),
        Binding("enter", "choose", show=False),
    ]

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Moved(Message):
        """Another entry is at hand; ``None`` in an empty list."""

        entry: Entry | None

    @dataclass
    class Ended(Message):
        """The cursor has come near the end of what was read."""

    @dataclass
    class Chosen(Message):
        """An entry was entered."""

        entry: Entry

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.entries: list[Entry] = []
        self.more = False
        self._opened: set[str] = set()
        self._words = ""

    @property
    def entry(self) -> Entry | None:
        """The entry at hand."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def tell(self, words: str) -> None:
        """Say something in place of entries."""
        self.entries, self.more, self._words = [], False, words
        self._opened.clear()
        self._changed()
        self.cursor = 0

    def extend(self, entries: list[Entry], *, more: bool) -> None:
        """Take in a further page."""
        self.entries, self.more = [*self.entries, *entries], more
        self._changed()

    def open(self, batch: str, entries: list[Entry]) -> None:
        """Put the entries of a batch below its own line, or in place of the line that stands for further ones."""
        place = next((n for n, entry in enumerate(self.entries) if _batch(entry) == batch), None)
        if place is not None:
            self._opened.add(batch)
            end = self._end_of(place)
            if self.entries[end - 1].further is not None:
                end -= 1
            self.entries[end : self._end_of(place)] = entries
            self._changed()

    def close(self, batch: str) -> None:
        """Take the entries of a batch away from below its line."""
        place = next((n for n, entry in enumerate(self.entries) if _batch(entry) == batch), None)
        if place is not None:
            self._opened.discard(batch)
            del self.entries[place + 1 : self._end_of(place)]
            self._changed()

    def is_open(self, batch: str) -> bool:
        """Whether the entries of a batch are shown."""
        return batch in self._opened

    def _end_of(self, place: int) -> int:
        end = place + 1
        while end < len(self.entries) and self.entries[end].inner:
            end += 1
        return end

    def _changed(self) -> None:
        self.take_length(len(self.entries))
        self.cursor = self.cursor
        self.refresh()
        self.post_message(self.Moved(self.entry))

    # ---- moving

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the list."""
        return max(0, min(cursor, len(self.entries) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two lines anew, and tell the screen."""
        self.refresh_line(old)
        self.refresh_line(new)
        height, top = self.size.height, self.scroll_offset.y
        wanted = min(max(top, new - height + 1), new)
        if wanted != top and height:
            self.scroll_to(y=wanted, animate=False, force=True)
        self.post_message(self.Moved(self.entry))
        if self.more and new >= len(self.entries) - max(1, height):
            self.post_message(self.Ended())

    def action_move(self, rows: int) -> None:
        """Up or down."""
        self.cursor += rows

    def action_page(self, direction: int) -> None:
        """A screenful up or down."""
        self.cursor += direction * max(1, self.size.height - 1)

    def action_edge(self, last: bool) -> None:  # noqa: FBT001 - Textual passes an action's arguments by position
        """To the first entry, or the last that was read."""
        self.cursor = len(self.entries) - 1 if last else 0

    def action_choose(self) -> None:
        """Enter the entry at hand."""
        if self.entry is not None:
            self.post_message(self.Chosen(self.entry))

    def on_click(self, event: events.Click) -> None:
        """Stand on the line that was clicked; enter the one that is at hand already."""
        position = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if position == self.cursor:
            self.action_choose()
        elif position < len(self.entries):
            self.cursor = position

    def on_resize(self) -> None:
        """Lines are as wide as the list."""
        self.take_length(len(self.entries))

    # ---- drawing

    def render_line(self, y: int) -> Strip:
        """One entry."""
        position = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        base = self.base_style
        if position >= len(self.entries):
            words = self._words if not self.entries and not y else "…" if self.more and self.entries else ""
            return Strip([Segment(fit(words if position == len(self.entries) else "", width), base)], width)
        quiet = base + self._style("quiet")
        if position == self.cursor:
            base = base + self._style("cursor")
            quiet = base
        return Strip(self._cells(self.entries[position], width, base, quiet), width)

    def _cells(self, entry: Entry, width: int, base: Style, quiet: Style) -> list[Segment]:
        opening = " "
        if entry.opens is not None and not entry.inner:
            opening = "-" if entry.opens.batch in self._opened else "+"
        mark = "x" if entry.taken_back else "u" if entry.undoes else " "
        pointer = "▸" if entry is self.entry else " "
        left = f"{pointer}{opening}{mark} {local(entry.at, '%Y-%m-%d %H:%M')} "
        if entry.inner:
            left = f"{pointer}  {mark}   "
        who = fit(entry.who, _WHO_CELLS) + " "
        rest = width - len(left) - _WHO_CELLS - 1
        quoted = 0 if not entry.quote else rest * 2 // 5 if width >= _WIDE else min(18, rest // 3)
        words = base + self._style("gone") if entry.taken_back else base
        said = Segment(fit(entry.words, rest - quoted - bool(quoted)), words)
        behind = [Segment(" " + fit(entry.quote, quoted), quiet)] if quoted else []
        return [Segment(left, quiet), Segment(who, base), said, *behind]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"past-list--{name}", partial=True)


def _batch(entry: Entry) -> str | None:
    return entry.opens.batch if entry.opens is not None and not entry.inner else None
