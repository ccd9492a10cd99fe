"""How far the work has come: in words on top, in bars below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.grammar.text import display_line
from factcheck.review.keymap import Keymap
from factcheck.review.progress import days_in_a_row
from factcheck.store import Progress
from factcheck.tui.bindings import bindings_of
from factcheck.tui.charts import people_charts, work_charts
from factcheck.tui.screens.over import Over
from factcheck.tui.widgets.bar_chart import BarChart

Count = Callable[[bool, Callable[[Progress], None], Callable[[str], None]], None]


class DashboardScreen(Over[None]):
    """The counts of the queue at hand, or of all claims; they are asked for when the screen opens.

    ``count(whole, then, otherwise)`` asks for them; ``outlook`` puts the sitting and what is left in words; the days
    are counted back from ``today``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("tab,a", "turn", show=False, priority=True),
    ]

    # Textual declares this one without ClassVar, so that saying it here would be a type error.
    HORIZONTAL_BREAKPOINTS = [(0, "-column"), (110, "-columns")]  # noqa: RUF012 - see above

    def __init__(  # noqa: PLR0913 - all that it needs of the desk, which it does not know
        self,
        keymap: Keymap,
        annotator: str,
        search: str,
        count: Count,
        outlook: Callable[[int], Sequence[str]],
        *,
        today: date,
    ) -> None:
        super().__init__()
        self._bindings = type(self._bindings).merge(
            [self._bindings, bindings_of(keymap, {"progress": "dismiss(None)"})]
        )
        self._annotator = annotator
        self._search = search
        self._count = count
        self._outlook = outlook
        self._today = today
        self._whole = not search

    def compose(self) -> ComposeResult:
        """Words, and room for the bars."""
        with VerticalScroll(id="dashboard") as page:
            page.border_title = Content("Progress")
            page.border_subtitle = Content(
                f"{'tab all claims or this queue · ' if self._search else ''}esc goes back"
            )
            yield Static(id="dashboard-words", markup=False)
            yield Container(id="charts")

    def on_mount(self) -> None:
        """Ask for the counts."""
        self.query_one("#dashboard").focus()
        self._ask()

    def action_scroll(self, lines: int) -> None:
        """Scroll as the queue does."""
        self.query_one("#dashboard").scroll_relative(y=lines, animate=False)

    def action_turn(self) -> None:
        """From this queue to all claims and back."""
        if self._search:
            self._whole = not self._whole
            self._ask()

    def _ask(self) -> None:
        whole = self._whole
        self._say("Counting …")
        self._count(whole, lambda counted: self._show(counted) if whole is self._whole else None, self._fail)

    def _say(self, *lines: str) -> None:
        whose = "All claims" if self._whole else f"This queue: {display_line(self._search)}"
        self.query_one("#dashboard-words", Static).update(
            Content("\n").join([Content.styled(whose, "bold"), *map(Content, lines)])
        )

    def _fail(self, reason: str) -> None:
        if self.stands():
            self._say(display_line(f"Could not be counted: {reason}"))

    def _show(self, counted: Progress) -> None:
        if not self.stands():
            return
        mine = {day for day, annotator in counted.by_day if annotator == self._annotator}
        days = days_in_a_row(mine, self._today)
        now = counted.by_day.get((self._today, self._annotator), 0)
        said = [f"{counted.done:,} done", f"{counted.left:,} left", f"{counted.snoozed:,} put off"]
        habit = [f"{now:,} of yours today", f"{days} day{'' if days == 1 else 's'} in a row"]
        sitting = list(self._outlook(counted.left))
        self._say(" · ".join([*said, *habit]), f"This sitting: {' · '.join(sitting)}")
        room = self.query_one("#charts")
        room.remove_children()
        columns = work_charts(counted), people_charts(counted, self._annotator, self._today)
        room.mount_all(Vertical(*map(BarChart, column), classes="chart-column") for column in columns)
