"""One label for a whole queue: chosen by its usual key, looked at before anything is written, one batch to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.grammar.text import display_line
from factcheck.model import LabelField
from factcheck.review.keymap import Keymap, as_shown
from factcheck.review.keys import FIELD_TITLES, LabelKey
from factcheck.review.words import TYPE_WORDS, letters
from factcheck.store import Bulk, BulkPlan, ClaimRow
from factcheck.tui.screens.over import Over
from factcheck.tui.wrap import fit
from factcheck.values import in_words

Refuse = Callable[[str], None]

_QUOTE_CELLS = 26
_COUNT_CELLS = 11


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be said of every claim; with ``relabel`` also of those that are labelled otherwise."""

    label: LabelKey
    relabel: bool = False

    @property
    def words(self) -> dict[LabelField, str | None]:
        """The label as the store takes it."""
        return {self.label.field: self.label.value}


@dataclass(frozen=True, slots=True)
class BulkCalls:
    """What the screen asks of the desk; both answer later."""

    plan: Callable[[Wanted, Callable[[BulkPlan], None], Refuse], None]
    write: Callable[[Wanted, Callable[[Bulk], None], Refuse], None]


class _Stage(Enum):
    CHOOSING = auto()
    COUNTING = auto()
    SHOWN = auto()
    WRITING = auto()


class BulkScreen(Over[tuple[LabelKey, Bulk] | None]):
    """Hands back the label and what was written, or ``None`` where nothing was. ``queue`` says which claims it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("enter", "write", show=False),
        Binding("r", "relabel", show=False),
    ]

    def __init__(self, keymap: Keymap, queue: str, calls: BulkCalls) -> None:
        super().__init__()
        self._keymap = keymap
        self._queue = queue
        self._calls = calls
        self._stage = _Stage.CHOOSING
        self._wanted: Wanted | None = None
        self._plan: BulkPlan | None = None

    def compose(self) -> ComposeResult:
        """One page that changes from step to step, and the keys of the step below it."""
        with VerticalScroll(id="bulk") as box:
            box.border_title = "One label for the whole queue"
            yield Static(id="bulk-page", markup=False)
            yield Static(id="bulk-hint", markup=False)

    def on_mount(self) -> None:
        """Ask for the label."""
        self.query_one("#bulk").focus()
        lines = [Content.assemble("Claims: ", (display_line(self._queue), "$text-warning")), Content("")]
        for field, title in FIELD_TITLES.items():
            keys = [(as_shown(key.keys[0]), key.words) for key in self._keymap.of_field(field) if key.keys]
            lines.append(Content.styled(title, "$secondary"))
            lines.append(
                Content("   ").join([Content.assemble((key, "bold $text-accent"), " ", words) for key, words in keys])
            )
        self._show(lines, "the key of a label shows what it would change · esc leaves")

    def _show(self, lines: list[Content], hint: str) -> None:
        self.query_one("#bulk-page", Static).update(Content("\n").join(lines))
        self.query_one("#bulk-hint", Static).update(Content.styled(hint, "$secondary"))

    def on_key(self, event: events.Key) -> None:
        """While a label is chosen, its key chooses it."""
        pressed = {event.key, event.character}
        if self._stage is _Stage.CHOOSING:
            found = next((label for label in self._keymap.labels if pressed & set(label.keys)), None)
            if found is not None:
                event.stop()
                event.prevent_default()
                self._count(Wanted(found))

    # ---- the preview

    def _count(self, wanted: Wanted) -> None:
        self._stage, self._wanted = _Stage.COUNTING, wanted
        self._show([*self._heading(), Content("…")], "counting · esc leaves")
        self._calls.plan(wanted, lambda plan: self._take_plan(wanted, plan), self._refused)

    def _take_plan(self, wanted: Wanted, plan: BulkPlan) -> None:
        if self.stands() and self._stage is _Stage.COUNTING and wanted is self._wanted:
            self._stage, self._plan = _Stage.SHOWN, plan
            self._show([*self._heading(), *self._figures(plan), *self._sample(plan)], self._choices(plan))

    def _heading(self) -> list[Content]:
        label = self._wanted.label if self._wanted is not None else None
        words = f"{FIELD_TITLES[label.field]}: {label.words}" if label is not None else ""
        return [
            Content.assemble("Claims: ", (display_line(self._queue), "$text-warning")),
            Content.assemble("Label:  ", (words, "bold")),
            Content(""),
        ]

    def _figures(self, plan: BulkPlan) -> list[Content]:
        return [
            _figure(plan.matching, "in the queue"),
            _figure(plan.changing, "would change", "bold"),
            _figure(plan.already, "say so already"),
            _figure(plan.otherwise, "labelled otherwise, left alone"),
        ]

    def _sample(self, plan: BulkPlan) -> list[Content]:
        width = self.query_one("#bulk-page").size.width
        return [Content(""), *(_row(row, width) for row in plan.sample)] if plan.sample else []

    def _choices(self, plan: BulkPlan) -> str:
        parts = (
            [f"enter labels {plan.changing:,}, {self._keymap.shown('undo')} takes all back"]
            if plan.changing
            else ["nothing to change"]
        )
        if self._wanted is not None and self._wanted.relabel:
            parts.append("r leaves alone what is labelled otherwise")
        elif plan.otherwise:
            parts.append(f"r relabels the {plan.otherwise:,} too")
        return " · ".join([*parts, "esc leaves"])

    def action_relabel(self) -> None:
        """Count claims that are labelled otherwise among those to change, or leave them alone."""
        wanted, plan = self._wanted, self._plan
        if self._stage is not _Stage.SHOWN or wanted is None or plan is None:
            return
        if wanted.relabel or plan.otherwise:
            self._count(replace(wanted, relabel=not wanted.relabel))

    # ---- doing it

    def action_write(self) -> None:
        """Label what the preview shows."""
        wanted, plan = self._wanted, self._plan
        if self._stage is not _Stage.SHOWN or wanted is None or plan is None or not plan.changing:
            return
        self._stage = _Stage.WRITING
        self._show([*self._heading(), Content(f"Labelling {plan.changing:,} claims …")], "until it is on disk")
        self._calls.write(wanted, lambda done: self._finish(wanted.label, done), self._refused)

    def _finish(self, label: LabelKey, done: Bulk) -> None:
        if self.stands():
            self.dismiss((label, done))

    def _refused(self, reason: str) -> None:
        """Nothing was written: a bulk label is one transaction."""
        if self.stands():
            self._stage, self._plan = _Stage.SHOWN, None
            why = Content.styled(display_line(f"Not done: {reason}"), "$text-error")
            self._show([*self._heading(), why], "esc leaves")

    def action_leave(self) -> None:
        """Leave without a change; what is being written is waited for."""
        if self._stage is not _Stage.WRITING:
            self.dismiss(None)


def _figure(count: int, words: str, style: str = "") -> Content:
    return Content.styled(f"{count:>{_COUNT_CELLS},}  {words}", style)


def _row(row: ClaimRow, width: int) -> Content:
    """A claim in one line: its letters, type, quote and value."""
    said = "".join(letter for letter, _ in letters(row.labels))
    quote, value = fit(display_line(row.quote), _QUOTE_CELLS), display_line(in_words(row.value))
    return Content(fit(f" {said} {fit(TYPE_WORDS[row.type], 9)}{quote}  {value}", max(20, width)).rstrip())
