"""``factcheck label``: the review in lines."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.grammar.text import display_line


@click.command()
@click.argument("search", metavar="[SEARCH]", required=False)
@options.database
@options.annotator
@options.config
def label(*, search: str | None, db: Path, annotator: str | None, config: Path | None) -> int:
    """Review the claims line by line, for screen readers, plain terminals and pipes.

    The queue, keys and labels are those of review; SEARCH is its search line. Each claim is told in short lines, and
    an answer is a key or a word: "1" or "supported", "note: rang them", "value: at least 15", "undo", "help", "quit".
    An answer is on disk before it is told as saved. Where the answers come from no terminal, the exit code is 1 if
    one of them made no sense.
    """
    from factcheck.review import settings
    from factcheck.review.line_mode.dialogue import Dialogue
    from factcheck.review.line_mode.mending import MendingSession
    from factcheck.store import Store

    chosen = settings.load(db, config)
    patient = sys.stdin.isatty()
    _take_any_character()
    with Store.open(db) as store, MendingSession(store, annotator or options.login_name(), chosen) as session:
        session.open(search)
        dialogue = Dialogue(session, db, _asked if patient else _asked_and_echoed, _told, patient=patient)
        dialogue.run()
    return int(dialogue.unread > 0 and not patient)


def _take_any_character() -> None:
    """Let no byte that is typed, and no character that the terminal lacks, end the sitting."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _told(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _asked(prompt: str) -> str | None:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        _told("")
    return line or None


def _asked_and_echoed(prompt: str) -> str | None:
    """The same where nobody's typing shows, so that what is written reads as the talk that it was."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    _told(display_line(line.rstrip("\n")))
    return line or None
