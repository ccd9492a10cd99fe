"""``factcheck review``: the desk."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.errors import UsageError


@click.command()
@options.database
@options.annotator
def review(db: Path, annotator: str | None) -> int:
    """Review the claims in the terminal: one key labels, "?" shows every key.

    Each label is on disk before the screen says so.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; to label in a spreadsheet, see export --excel and import")
    from factcheck.tui import run

    return run(db, annotator or options.login_name())
