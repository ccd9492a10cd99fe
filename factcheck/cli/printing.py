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
_FLEXIBLE_WIDTH = 20
"""A column that may be cut keeps this much, so that every column stays to be seen."""
_GAP = 3
"""Columns between two columns of a table."""


def console(*, stderr: bool = False) -> Console:
    """A console that takes nothing as markup and fits the terminal, or 100 columns where there is none."""
    from rich.console import Console

    width = shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, width=width)


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    title: str = "",
    numbers: Sequence[str] = (),
    flexible: Sequence[str] = (),
) -> None:
    """Print rows under their headings on stdout.

    Columns named in ``numbers`` are set to the right; those in ``flexible`` are cut where the terminal is too narrow.
    """
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    screen = console()
    cells = [[display_line("" if cell is None else str(cell)) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(columns, *cells, strict=True)]
    room = screen.width - _GAP * (len(columns) - 1)
    grid = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, show_edge=False)
    for name, width in zip(columns, _fitted(widths, [name in flexible for name in columns], room), strict=True):
        grid.add_column(
            name, justify="right" if name in numbers else "left", no_wrap=True, overflow="ellipsis", width=width
        )
    for row in cells:
        grid.add_row(*map(Text, row))
    screen.print(grid)


def _fitted(widths: Sequence[int], flexible: Sequence[bool], room: int) -> list[int]:
    """The widths, those of flexible columns made smaller, the widest first, until all fit into the room."""
    fitted = list(widths)
    wide = [index for index, may_shrink in enumerate(flexible) if may_shrink]
    for _ in range(max(0, sum(fitted) - room)):
        widest = max(wide, key=fitted.__getitem__, default=None)
        if widest is None or fitted[widest] <= _FLEXIBLE_WIDTH:
            break
        fitted[widest] -= 1
    return fitted


def lines(pairs: Iterable[tuple[str, object]]) -> None:
    """Print named values on stdout, a line each, the names aligned; empty values are left out."""
    shown = [(name, display_line(str(value))) for name, value in pairs if value not in (None, "", ())]
    width = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        click.echo(f"{name:<{width}}  {value}")


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
