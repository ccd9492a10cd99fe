"""The screen of a database that cannot be worked with: what is the matter, what to do, and three keys."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseUnwritable,
    NewerSchema,
    NotOurDatabase,
    UnsafeFilesystem,
)
from factcheck.grammar.text import display_line
from factcheck.tui.screens.over import Over

AGAIN, READING, LEAVE = "again", "reading", "leave"
"""What the screen hands back: try again, open for reading only, leave."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps a database from being worked with, in words safe to draw: a heading, the matter, what to do."""

    title: str
    matter: str
    remedy: str


_WORDS: tuple[tuple[type[Exception], str, str], ...] = (
    (
        DatabaseMissing,
        "There is no such database",
        "Check the path. `factcheck extract FILES --db {path}` makes a database of the articles in FILES.",
    ),
    (
        NotOurDatabase,
        "This is not a factcheck database",
        "Give the path of another file with --db. Nothing was changed in this one.",
    ),
    (
        NewerSchema,
        "A newer factcheck wrote this database",
        "Or ask whoever wrote it for an export. Nothing was changed in the file.",
    ),
    (
        UnsafeFilesystem,
        "This database lies on a network drive",
        "Copy it to a disk of this computer and work on the copy. People who share one database need one computer.",
    ),
    (
        DatabaseDamaged,
        "This database is damaged",
        "Keep the file and go on with a copy from before. `factcheck doctor --db {path}` says what is damaged.",
    ),
    (
        DatabaseLocked,
        "Another program keeps this database locked",
        "Wait for the other program or end it, then try again. No label is lost.",
    ),
    (
        DatabaseUnwritable,
        "You may not write this database",
        "Ask for the right to write, or work on a copy of the file in a folder of your own.",
    ),
)
_OTHERWISE = ("This database cannot be opened", "Mend what is said here, then try again.")


def trouble(error: Exception, path: Path) -> Trouble:
    """The words for an error met at a database."""
    title, remedy = next(((title, remedy) for kind, title, remedy in _WORDS if isinstance(error, kind)), _OTHERWISE)
    reason = str(error.strerror or error) if isinstance(error, OSError) else str(error)
    matter = reason.removeprefix(f"{path}: ")
    sentence = f"{matter[:1].upper()}{matter[1:]}".rstrip(".") + "."
    return Trouble(title, display_line(sentence), display_line(remedy.format(path=shlex.quote(str(path)))))


class TroubleScreen(Over[str]):
    """Hands back ``AGAIN``, ``READING`` or ``LEAVE``; ``readable`` says whether reading was tried and works."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,f5,enter", "dismiss('again')", show=False),
        Binding("o", "read", show=False),
        Binding("q,escape", "dismiss('leave')", show=False),
        Binding("f6", "app.next_desk", show=False),
        Binding("ctrl+t", "app.theme", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, error: Exception, path: Path, *, readable: bool, others: bool) -> None:
        super().__init__()
        self._trouble = trouble(error, path)
        self._path = path
        self._readable = readable
        self._others = others

    def compose(self) -> ComposeResult:
        """The words, and the keys below them; they scroll where there is little room."""
        with VerticalScroll(id="trouble"):
            yield Static(Content.styled(self._trouble.title, "bold $text-error"), markup=False)
            yield Static(Content.styled(display_line(str(self._path)), "$secondary"), markup=False)
            yield Static(Content(self._trouble.matter), markup=False)
            yield Static(Content(self._trouble.remedy), markup=False)
            yield Static(Content("\n").join(self._keys()), id="trouble-keys", markup=False)

    def on_mount(self) -> None:
        """Arrows and page keys scroll at once."""
        self.query_one("#trouble").focus()

    def _keys(self) -> list[Content]:
        keys = [("r", "try again")]
        if self._readable:
            keys.append(("o", "open for reading only: nothing can be saved"))
        if self._others:
            keys.append(("F6", "go to the other database"))
        keys.append(("q", "leave"))
        return [Content.assemble((f"{key:>2}", "bold $text-accent"), f"  {words}") for key, words in keys]

    def action_read(self) -> None:
        """Open for reading only, where that works."""
        if self._readable:
            self.dismiss(READING)
        else:
            self.app.bell()

    def action_scroll(self, lines: int) -> None:
        """Scroll as the queue does."""
        self.query_one("#trouble").scroll_relative(y=lines, animate=False)
