"""Choices among few or many: the right type, which other claim this is the same as, whether two are to be one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from factcheck.grammar.text import display_line
from factcheck.model import ClaimType, Value
from factcheck.review.facts import shown
from factcheck.review.words import TYPE_WORDS
from factcheck.tui.screens.over import Over
from factcheck.tui.screens.span import TYPES
from factcheck.tui.screens.typing import Typing
from factcheck.tui.widgets.typed_line import TypedLine
from factcheck.values import in_words


@dataclass(frozen=True, slots=True)
class Typed:
    """A type that a claim could be of: the value that its words have as that, or why they have none."""

    type: ClaimType
    value: Value | None
    reason: str


class TypeScreen(Over[Typed | None]):
    """The four types, one key each, with what the claim's words say as each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        *(Binding(str(number), f"choose({number})", show=False) for number in range(1, len(TYPES) + 1)),
    ]

    def __init__(self, title: str, current: ClaimType, choices: Sequence[Typed]) -> None:
        super().__init__()
        self._title = title
        self._current = current
        self._choices = choices

    def compose(self) -> ComposeResult:
        """One line a type."""
        with Vertical(id="prompt"):
            yield Static(Content(display_line(self._title)), id="prompt-title", markup=False)
            yield Static(Content("\n").join(map(self._line, range(len(TYPES)))), id="pick-types", markup=False)
            yield Static("1–4 chooses, saves and goes on · esc leaves it as it is", id="prompt-hint", markup=False)

    def _line(self, place: int) -> Content:
        choice = self._choices[place]
        said = (
            f"= {shown(in_words(choice.value))}" if choice.value is not None else f"no value: {shown(choice.reason)}"
        )
        return Content.assemble(
            (f"{place + 1} ", "bold $text-accent"),
            (f"{TYPE_WORDS[choice.type]:9}", "bold" if choice.value is not None else "$secondary"),
            (said, "" if choice.value is not None else "$secondary"),
            ("  (as it is)" if choice.type is self._current else "", "$text-warning"),
        )

    def action_choose(self, number: int) -> None:
        """Hand over a type, unless the claim is of it."""
        choice = self._choices[number - 1]
        if choice.type is self._current:
            self.app.bell()
        else:
            self.dismiss(choice)


class ConfirmScreen(Over[bool]):
    """Says what would be done; Enter does it, Escape leaves all as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", show=False),
        Binding("escape", "dismiss(False)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[tuple[str, str]], hint: str) -> None:
        super().__init__()
        self._title = title
        self._lines = lines
        self._hint = hint

    def compose(self) -> ComposeResult:
        """A title, the lines, each with a title of its own, and what the keys do."""
        lines = [Content.assemble((f"{title:10}", "$secondary"), shown(text)) for title, text in self._lines]
        with Vertical(id="prompt"):
            yield Static(Content(display_line(self._title)), id="prompt-title", markup=False)
            yield Static(Content("\n").join(lines), id="pick-lines", markup=False)
            yield Static(Content(display_line(self._hint)), id="prompt-hint", markup=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim to choose; ``here`` where it stands in the article at hand."""

    key: str
    type: ClaimType
    quote: str
    value: Value
    source: str
    here: bool

    @property
    def words(self) -> str:
        """What a word typed is looked for in."""
        return f"{TYPE_WORDS[self.type]} {self.quote} {in_words(self.value)} {self.source} {self.key}".casefold()


class PickScreen(Typing[Candidate | None]):
    """Claims to choose from, fewer with every word typed; ``seek`` asks for claims elsewhere that hold the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-8)", show=False, priority=True),
        Binding("pagedown", "move(8)", show=False, priority=True),
    ]

    def __init__(self, title: str, here: Sequence[Candidate], seek: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._here = here
        self._seek = seek
        self._elsewhere: Sequence[Candidate] = ()
        self._sought = False
        self._shown: list[Candidate] = []
        self._pointed: int | None = None

    def compose(self) -> ComposeResult:
        """The list above the line that narrows it."""
        with Vertical(id="pick"):
            yield Static(Content(display_line(self._title)), id="prompt-title", markup=False)
            choices = OptionList(id="pick-list", markup=False)
            choices.can_focus = False
            yield choices
            line = TypedLine("", id="prompt-line", placeholder="words to look for, here and in other articles")
            line.cursor_blink = False
            yield line
            yield Static("", id="prompt-hint", markup=False)

    async def on_mount(self) -> None:
        """Show what is known, and ask for more."""
        self.line.focus()
        self._show()
        self._seek("")

    def take(self, elsewhere: Sequence[Candidate]) -> None:
        """Take the claims found elsewhere."""
        if self.stands():
            self._elsewhere, self._sought = elsewhere, True
            self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list, and look elsewhere."""
        self._sought = False
        self._show()
        self._seek(event.value)

    def _show(self) -> None:
        wanted = self.line.value.casefold().split()
        choices = self.query_one(OptionList)
        before = self._chosen()
        known = {candidate.key: candidate for candidate in (*self._here, *self._elsewhere)}
        self._shown = [candidate for candidate in known.values() if all(word in candidate.words for word in wanted)]
        choices.clear_options()
        choices.add_options([Option(_row(candidate)) for candidate in self._shown])
        self._pointed = None
        keys = [candidate.key for candidate in self._shown]
        if keys:
            choices.highlighted = keys.index(before.key) if before is not None and before.key in keys else 0
        count = f"{len(keys)} claims" if self._sought else f"{len(keys)} claims, looking elsewhere …"
        self.query_one("#prompt-hint", Static).update(
            Content(f"{count} · ↑↓ choose · enter says that it is the same · esc leaves"), layout=False
        )

    def _chosen(self) -> Candidate | None:
        highlighted = self.query_one(OptionList).highlighted
        return self._shown[highlighted] if highlighted is not None and highlighted < len(self._shown) else None

    def action_move(self, lines: int) -> None:
        """Another row; there is none yet where the key was typed ahead of the list."""
        if self._shown:
            choices = self.query_one(OptionList)
            choices.highlighted = max(0, min((choices.highlighted or 0) + lines, len(self._shown) - 1))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Point at the row with an arrow, as the queue does: it needs no colour."""
        choices = self.query_one(OptionList)
        for row, arrow in ((self._pointed, " "), (event.option_index, "▸")):
            if row is not None and row < len(self._shown):
                choices.replace_option_prompt_at_index(row, _row(self._shown[row], arrow))
        self._pointed = event.option_index

    def on_option_list_option_selected(self) -> None:
        """A click chooses."""
        self._choose()

    def on_input_submitted(self) -> None:
        """Enter chooses among what the line as it stands leaves: its last letters may not have been shown yet."""
        self._show()
        self._choose()

    def _choose(self) -> None:
        if (chosen := self._chosen()) is None:
            self.app.bell()
        else:
            self.dismiss(chosen)


def _row(candidate: Candidate, arrow: str = " ") -> Content:
    place = "here" if candidate.here else shown(candidate.source)
    return Content.assemble(
        f"{arrow} ",
        (f"{TYPE_WORDS[candidate.type]:9}", "$secondary"),
        f"“{shown(candidate.quote[:80])}” = {shown(in_words(candidate.value))[:120]}  ",
        (place, "$secondary"),
    )
