"""Tables and lines for people: article text in them can neither command the terminal nor break a row."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.grammar.text import display, display_line
from factcheck.model import Reject

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH_WITHOUT_TERMINAL = 100


def console(*, stderr: bool = False) -> Console:
    """A console that takes nothing as markup and fits the terminal, or 100 columns where there is none."""
    from rich.console import Console

    width = shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, width=width)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "", numbers: Sequence[str] = ()
) -> None:
    """Print rows under their headings on stdout; columns named in ``numbers`` are set to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, show_edge=False)
    for name in columns:
        grid.add_column(name, justify="right" if name in numbers else "left", no_wrap=True, overflow="ellipsis")
    for row in rows:
        grid.add_row(*(Text(display_line("" if cell is None else str(cell))) for cell in row))
    console().print(grid)


def lines(pairs: Iterable[tuple[str, object]]) -> None:
    """Print named values on stdout, a line each, the names aligned; empty values are left out."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        if value not in (None, "", ()):
            grid.add_row(Text(name, style="dim"), Text(display(str(value))))
    console().print(Padding(grid, 0))


def rejected(reject: Reject) -> None:
    """Say on stderr what was rejected, where and why, on one line."""
    where = reject.source if reject.line is None else f"{reject.source}:{reject.line}"
    click.echo(display_line(f"rejected {where}: {reject.reason}"), err=True)


def talk(message: str) -> None:
    """Say something to the user that is no data."""
    click.echo(display(message), err=True)


def data(text: str) -> None:
    """Write data to stdout: as it is to a file or a pipe, made harmless where stdout is a terminal."""
    sys.stdout.write(display(text) if sys.stdout.isatty() else text)
