"""Every key, what the letters mean, and how the desk behaves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model import ClaimType
from factcheck.review.keymap import Keymap, as_shown
from factcheck.review.keys import FIELD_TITLES
from factcheck.review.words import TYPE_WORDS
from factcheck.tui.bindings import bindings_of
from factcheck.tui.screens.over import Over

_MANNERS = """
One key says it, saves it and moves on to the next claim to do; on a claim that was done, to the next row. A verdict
on a claim without an extraction label says “correct” as well, so that one key is enough for a good claim. {stay}
makes the desk stay on a claim after a label, for instance to give it several.

A letter in the queue is on disk. … is being saved. ! is not saved: {retry} tries again. {undo} works across restarts,
one keypress at a time; nothing is ever deleted, and other people's labels are never touched. {history} shows who said
what when.

A small letter beside the type tells the section: h headline, c caption, t teaser, f furniture; none is the body.

Tab goes from the queue to the article and the panel, where arrows and Page Up or Down scroll. A click picks a row, a
claim in the article, or a key at the bottom. ctrl+p finds every action by its name.
"""

_LABEL_CELLS, _ACTION_CELLS = 8, 12
"""For the keys: labels have one key mostly, and need the room for their words."""


class HelpScreen(Over[None]):
    """The help page, made from the key tables."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    # Textual declares this one without ClassVar, so that saying it here would be a type error.
    HORIZONTAL_BREAKPOINTS = [(0, "-column"), (160, "-columns")]  # noqa: RUF012 - see above

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._bindings = type(self._bindings).merge([self._bindings, bindings_of(keymap, {"help": "dismiss(None)"})])
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """What labels mean, and what the other keys do: beside each other where there is room."""
        with VerticalScroll(id="help") as page:
            page.border_title = "Keys and letters"
            page.border_subtitle = "esc goes back"
            yield Static(_label_help(self._keymap), markup=False)
            yield Static(_action_help(self._keymap), markup=False)

    def on_mount(self) -> None:
        """Arrows and page keys scroll at once."""
        self.query_one("#help").focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll as the queue does."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def _label_help(keymap: Keymap) -> Content:
    parts: list[Content] = []
    for field, title in FIELD_TITLES.items():
        parts.append(_title(title))
        parts += [_row(key.keys, f"{key.letter}  {key.words:20} {key.meaning}") for key in keymap.of_field(field)]
        parts.append(Content(""))
    keys = {name: keymap.shown(name) for name in ("stay", "retry", "undo", "history")}
    manners = [" ".join(manner.split()) for manner in _MANNERS.format_map(keys).split("\n\n")]
    return Content("\n").join([*parts, Content("\n\n".join(manners))])


def _action_help(keymap: Keymap) -> Content:
    parts: list[Content] = []
    for group, actions in keymap.groups():
        parts += [Content(""), _title(group)]
        parts += [_row(action.keys, action.meaning, _ACTION_CELLS) for action in actions]
    for kind in ClaimType:
        parts += [Content(""), _title(f"The right value of a {TYPE_WORDS[kind]} claim in one key")]
        parts += [_row((fix.key,), fix.meaning, _ACTION_CELLS) for fix in keymap.fixes_of(kind) if fix.key]
    return Content("\n").join(parts[1:])


def _title(words: str) -> Content:
    return Content.styled(words, "bold $text-primary")


def _row(keys: tuple[str, ...], words: str, cells: int = _LABEL_CELLS) -> Content:
    return Content.assemble((" ".join(map(as_shown, keys)).rjust(cells), "bold $text-accent"), f"  {words}")
