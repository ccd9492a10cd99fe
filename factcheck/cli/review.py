"""``factcheck review``: the desk."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.errors import UsageError


@click.command()
@click.argument("search", metavar="[SEARCH]", required=False)
@click.option(
    "--db",
    "dbs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="The database; give it again to open another beside it.  [default: claims.db]",
)
@options.annotator
@click.option("--readonly", is_flag=True, help="Look, and change nothing.")
@options.config
def review(
    *, search: str | None, dbs: tuple[Path, ...], annotator: str | None, readonly: bool, config: Path | None
) -> int:
    """Review the claims in the terminal: one key labels, "?" shows every key.

    Each label is on disk before the screen says so. SEARCH is the search line that the queue opens with, such as
    "type:casualty label:none"; without it the desk opens where you left it. F6 goes from one database to the next.
    """
    from factcheck.filters import parse

    name = annotator or options.login_name()
    if search:
        parse(search, annotator=name, today=date.today())
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "review needs a terminal; `factcheck label` does without one, and a spreadsheet takes export --excel"
        )
    from factcheck.tui import run

    return run(_distinct(dbs), name, config=config, search=search or "", readonly=readonly)


def _distinct(dbs: tuple[Path, ...]) -> list[Path]:
    """Each database once: two desks on one file would undo each other's labels."""
    named = dbs or (Path(os.environ.get("FACTCHECK_DB") or "claims.db"),)
    distinct: dict[Path, Path] = {}
    for db in named:
        distinct.setdefault(db.resolve(), db)
    return list(distinct.values())
