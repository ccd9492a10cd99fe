"""The queue: a list of any length that holds only ids and the pages in view."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.grammar.text import display_line
from factcheck.model import FOREIGN_SECTIONS, DateValue, Labels, Value
from factcheck.review.corrections.corrected import corrected_type, corrected_value
from factcheck.review.ledger import Saving
from factcheck.review.queue import ReviewQueue
from factcheck.review.words import SECTION_LETTERS, TYPE_WORDS, letters
from factcheck.store import ClaimRow
from factcheck.tui.reader import PAGE_ROWS
from factcheck.tui.widgets.line_view import LineView
from factcheck.tui.wrap import fit
from factcheck.values import in_words

_KEPT_PAGES = 64
_WIDE_ROW = 62
"""Cells beside the fixed columns from which quote, value and source each have a column of their own."""

_CORRECTED = "≠ "
"""Before a value that is not the extractor's own."""

_SAVING_LETTERS = {Saving.SAVED: " ", Saving.UNDER_WAY: "…", Saving.FAILED: "!"}


class ClaimList(LineView):
    """One claim a row, drawn line by line; rows not in memory are asked for and drawn when they come.

    ``fetch`` asks for a page of the queue; ``saving`` says how far a claim's newest labels have come. ``put_off`` are
    the claims whose time has not come.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "claim-list--cursor",
        "claim-list--quiet",
        "claim-list--good",
        "claim-list--bad",
        "claim-list--mixed",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(False)", show=False),
        Binding("end", "edge(True)", show=False),
    ]

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or on the same row of another queue."""

        position: int

    def __init__(
        self,
        fetch: Callable[[int], None],
        saving: Callable[[int], Saving],
        unless_moving: Callable[[Callable[[], None]], None],
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._saving = saving
        self._unless_moving = unless_moving
        self._pages: OrderedDict[int, dict[int, ClaimRow | None]] = OrderedDict()
        self._unreadable: set[int] = set()
        self.queue = ReviewQueue()
        self.put_off: frozenset[int] = frozenset()

    def show(self, queue: ReviewQueue, cursor: int) -> None:
        """Take a queue and stand on one of its rows."""
        self.queue = queue
        self._pages.clear()
        self._unreadable.clear()
        self.take_length(len(queue))
        self.set_reactive(ClaimList.cursor, cursor)
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(cursor))

    def grow(self, part: ReviewQueue) -> None:
        """Take a further stretch of the queue in behind the last row."""
        shown = len(self.queue) - self.scroll_offset.y
        self.queue.extend(part)
        self.take_length(len(self.queue))
        if shown <= self.size.height:
            self.refresh()

    def insert(self, position: int, claim_id: int, *, is_open: bool) -> None:
        """Take a claim in at a position, the cursor staying on its claim.

        What is shown is fetched anew, since every page behind it has moved.
        """
        self.queue.insert(position, claim_id, is_open=is_open)
        self._move_pages(self.cursor + (position <= self.cursor < len(self.queue) - 1))

    def take_out(self, claim_id: int) -> None:
        """Take a claim out, the cursor staying on its claim, or coming to the one behind it."""
        position = self.queue.position(claim_id)
        if position is not None:
            self.queue.remove(position)
            self._move_pages(max(0, min(self.cursor - (position < self.cursor), len(self.queue) - 1)))

    def _move_pages(self, cursor: int) -> None:
        self._pages.clear()
        self._unreadable.clear()
        self.take_length(len(self.queue))
        self.set_reactive(ClaimList.cursor, cursor)
        self._keep_in_view()
        self.refresh()

    def take_page(self, page: int, ids: array[int], rows: list[ClaimRow]) -> None:
        """Keep the rows of a page that was fetched; those of the ids asked for that have none are gone.

        The queue may hold other ids there by now, for it grows and changes: a row that was not asked for is asked for
        when it is looked at.
        """
        found: dict[int, ClaimRow | None] = dict.fromkeys(ids)
        self._pages[page] = found | {row.id: row for row in rows}
        self._pages.move_to_end(page)
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        self.refresh()

    def give_up_page(self, page: int) -> bool:
        """Ask for a page that could not be read no more until the queue is read anew; whether it is the first."""
        first = not self._unreadable
        self._unreadable.add(page)
        self.refresh()
        return first

    def take_labels(self, claim_id: int, labels: Labels | None, *, is_open: bool) -> None:
        """Show a claim's labels as they stand on disk, and count it as to do or done."""
        position = self.queue.position(claim_id)
        if position is not None:
            self.queue.set_open(position, is_open=is_open)
            self.refresh_line(position)
        for rows in self._pages.values():
            row = rows.get(claim_id)
            if row is not None:
                rows[claim_id] = replace(row, labels=labels)

    def redraw(self, claim_id: int) -> None:
        """Draw a claim's row anew: how far its labels have come has changed."""
        position = self.queue.position(claim_id)
        if position is not None:
            self.refresh_line(position)

    def row(self, position: int) -> ClaimRow | None:
        """The claim at a position; ``None`` while its page is on the way, or where it is gone."""
        if not 0 <= position < len(self.queue):
            return None
        page = self._pages.get(position // PAGE_ROWS)
        return page.get(self.queue.ids[position]) if page is not None else None

    def absence(self, position: int) -> str:
        """Why there is no row at a position: it is gone, or cannot be read; empty while it is on the way."""
        if position // PAGE_ROWS in self._unreadable:
            return "could not be read"
        page = self._pages.get(position // PAGE_ROWS)
        claim_id = self.queue.ids[position]
        gone = page is not None and claim_id in page and page[claim_id] is None
        return "no longer in the database" if gone else ""

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the queue."""
        return max(0, min(cursor, len(self.queue) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Tell the screen, and draw the two rows anew; between two articles also the other claims of both."""
        before, here = self.row(old), self.row(new)
        around = {row.article_id for row in (before, here) if row is not None}
        for position in range(self.scroll_offset.y, self.scroll_offset.y + self.size.height):
            row = self.row(position)
            if position in {old, new} or (len(around) > 1 and row is not None and row.article_id in around):
                self.refresh_line(position)
        self._keep_in_view()
        self.post_message(self.Moved(new))

    def action_page(self, direction: int) -> None:
        """A screenful up or down."""
        self._unless_moving(lambda: self._step(direction * max(1, self.size.height - 1)))

    def _step(self, rows: int) -> None:
        self.cursor += rows

    def action_edge(self, last: bool) -> None:  # noqa: FBT001 - Textual passes an action's arguments by position
        """To the first or the last claim."""
        self._unless_moving(lambda: self._step(len(self.queue) if last else -len(self.queue)))

    def on_click(self, event: events.Click) -> None:
        """Stand on the row that was clicked."""
        position = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if position < len(self.queue):
            self.cursor = position

    def on_resize(self) -> None:
        """Rows are as wide as the widget: nothing to scroll sideways."""
        self.take_length(len(self.queue))
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Scroll no further than needed to see the cursor with some rows on either side."""
        height, top = self.size.height, self.scroll_offset.y
        margin = min(3, height // 5)
        lowest = self.cursor - height + 1 + margin
        wanted = min(max(top, lowest), max(0, self.cursor - margin))
        if wanted != top and height:
            self.scroll_to(y=wanted, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One row of the queue, or a blank one behind its end."""
        position = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        base = self.base_style
        if position >= len(self.queue):
            return Strip.blank(width, base)
        quiet = base + self.get_component_rich_style("claim-list--quiet", partial=True)
        if position == self.cursor:
            quiet = base = base + self.get_component_rich_style("claim-list--cursor", partial=True)
        row = self.row(position)
        pointer = self._pointer(position, row)
        if row is None:
            absence = self.absence(position)
            if not absence:
                self._fetch(position // PAGE_ROWS)
            return Strip([Segment(fit(f"{pointer} {f'({absence})' if absence else '…'}", width), quiet)], width)
        return Strip([Segment(pointer, quiet), *self._cells(row, width - 1, base, quiet)], width)

    def _pointer(self, position: int, row: ClaimRow | None) -> str:
        """An arrow at the cursor, a bar at the other claims of its article."""
        here = self.row(self.cursor)
        if position == self.cursor:
            return "▸"
        return "│" if row is not None and here is not None and row.article_id == here.article_id else " "

    def _cells(self, row: ClaimRow, width: int, base: Style, quiet: Style) -> list[Segment]:
        marks = []
        for letter, letter_tone in letters(row.labels):
            tint = (
                self.get_component_rich_style(f"claim-list--{letter_tone}", partial=True) if letter_tone else Style()
            )
            marks.append(Segment(letter, base + tint))
        saving = self._saving(row.id)
        mark = "z" if saving is Saving.SAVED and row.id in self.put_off else _SAVING_LETTERS[saving]
        alarm = self.get_component_rich_style("claim-list--bad", partial=True)
        marks.append(Segment(mark, base + alarm if saving is Saving.FAILED else quiet))
        kind = Segment(f"{SECTION_LETTERS[row.segment]} {fit(TYPE_WORDS[row.type], 9)}", quiet)
        text = quiet if row.segment in FOREIGN_SECTIONS else base
        return [*marks, kind, *_columns(row, width - 15, text, quiet)]


def _columns(row: ClaimRow, width: int, text: Style, quiet: Style) -> list[Segment]:
    """Quote, value and source beside each other, or what tells most where there is no room for all."""
    quote, (said, mark) = display_line(row.quote), _said_value(row)
    if width < _WIDE_ROW:
        return [Segment(fit(mark + _brief(quote, said), width), text)]
    quoted, source = min(32, width * 3 // 10), min(28, width * 2 // 10)
    return [
        Segment(fit(quote, quoted) + " ", text),
        Segment(fit(mark + display_line(in_words(said)), width - quoted - source - 2) + " ", text),
        Segment(fit(display_line(row.headline or row.source_id), source), quiet),
    ]


def _brief(quote: str, said: Value) -> str:
    """A value in few words: those of a count repeat its quote, a date without its quote would tell nothing."""
    if not isinstance(said, DateValue):
        return display_line(in_words(said))
    event = f" · {said.event.words}" if said.event else ""
    return f"{quote} → {display_line(said.timex + event)}"


def _said_value(row: ClaimRow) -> tuple[Value, str]:
    """The value as the annotator has put it right, with a mark before it, else the extractor's own."""
    right = corrected_value(corrected_type(row.labels) or row.type, row.labels)
    return (row.value, "") if right is None else (right, _CORRECTED)
