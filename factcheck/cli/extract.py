"""``factcheck extract``: the batch command."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options, printing
from factcheck.grammar.text import display_line
from factcheck.model import Reject

if TYPE_CHECKING:
    from factcheck.pipeline.extraction import Progress
    from factcheck.store import RunCounts, Store


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.database
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day of publication, as 2022-11-24."
)
@options.language
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; by default what suits the input.")
@options.as_json
def extract(
    paths: tuple[str, ...], db: Path, published: datetime | None, language: str, jobs: int | None, *, as_json: bool
) -> int:
    """Extract claims from articles into the database.

    PATH is a file, a folder or a glob of plain text, HTML, JSONL or CSV, each also gzipped. What is in the database
    already is left as it is, so the same command can be run again, or after it was stopped.
    """
    from factcheck.extract.registry import DEFAULT_EXTRACTORS
    from factcheck.pipeline.extraction import Listener, extract_paths
    from factcheck.pipeline.workers import Recipe
    from factcheck.store import Store

    rejects: list[Reject] = []
    began = time.monotonic()
    with Store.open(db, create=True) as store, _progress() as show:
        listener = Listener(lambda reject: _reject(reject, rejects), show)
        recipe = Recipe(DEFAULT_EXTRACTORS, published.date() if published else None, language)
        counts = extract_paths(store, paths, recipe, jobs=jobs, listener=listener)
        seconds = time.monotonic() - began
        if as_json:
            _print_json(db, counts, rejects, seconds)
        else:
            _print_tables(store, db, counts, seconds)
    return int(counts.rejected > 0)


def _reject(reject: Reject, rejects: list[Reject]) -> None:
    rejects.append(reject)
    printing.rejected(reject)


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """A progress bar on stderr where that is a terminal; it goes away when the run ends."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=printing.console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def show(progress: Progress) -> None:
            name = Text(display_line(progress.source))
            name.truncate(40, overflow="ellipsis")
            said = f"{progress.counts.stored:,} stored · {name.plain}"
            bar.update(task, total=progress.sources, completed=progress.sources_read, description=said)

        yield show


def _print_json(db: Path, counts: RunCounts, rejects: list[Reject], seconds: float) -> None:
    summary = {"db": str(db)} | asdict(counts) | {"seconds": round(seconds, 3), "rejects": list(map(asdict, rejects))}
    printing.data(json.dumps(summary, ensure_ascii=False) + "\n")


def _print_tables(store: Store, db: Path, counts: RunCounts, seconds: float) -> None:
    from factcheck.cli.inspect import print_claims_by_type

    updated = f" ({counts.updated:,} made again)" if counts.updated else ""
    printing.lines(
        [
            ("articles read", f"{counts.read:,}"),
            ("stored", f"{counts.stored:,}{updated}"),
            ("unchanged", f"{counts.unchanged:,}"),
            ("rejected", f"{counts.rejected:,}"),
            ("claims added", f"{counts.claims:,} in {seconds:.1f} s"),
        ]
    )
    click.echo()
    print_claims_by_type(store.stats(), title=f"Claims in {db.name}")
