"""``factcheck export`` and ``factcheck import``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from factcheck.cli import options, printing
from factcheck.errors import UsageError
from factcheck.exchange.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.store import Store


@click.command()
@options.database
@click.option("--table", type=click.Choice(list(COLUMNS)), default="claims", show_default=True, help="What to write.")
@click.option(
    "--format", "form", type=click.Choice(["csv", "jsonl"]), help="By default what the file's name ends in, else csv."
)
@click.option("--all", "everything", is_flag=True, help="Claims without a label too.")
@click.option("--excel", is_flag=True, help="For spreadsheets: a byte order mark and the formula guard.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file; else stdout.")
def export(*, db: Path, table: str, form: str | None, everything: bool, excel: bool, output: Path | None) -> int:
    """Write labelled claims as CSV or JSON Lines.

    A CSV has one row a claim and annotator, JSON Lines one record a claim. The other tables have all articles,
    labelled or not; tolls are how many each article says were killed, injured, missing, displaced or captured. The
    file is written whole or not at all, from one state of the database. docs/formats.md lists the columns.
    """
    form = form or ("jsonl" if output and output.suffix in (".jsonl", ".ndjson") else "csv")
    if excel and form != "csv":
        raise UsageError("--excel is for CSV")
    if output and output.resolve() == db.resolve():
        raise UsageError(f"{output} is the database itself; give another file")
    from factcheck.store import Store

    with Store.open(db, readonly=True) as store, _target(output) as file:
        rows = _rows(store, table, labelled_only=not everything)
        count = _write(file, rows, table, form, excel=excel)
    noun = {"claims": "row" if form == "csv" else "claim", "tolls": "article"}.get(table, table.removesuffix("s"))
    printing.talk(f"{count:,} {noun}{'' if count == 1 else 's'} written to {output or 'stdout'}")
    if count == 0 and table == "claims" and not everything:
        printing.talk("no claim has a label yet; --all writes those without one too")
    return 0


def _rows(store: Store, table: str, *, labelled_only: bool) -> Iterable[Mapping[str, Any]]:
    if table != "tolls":
        return store.export_rows(table, labelled_only=labelled_only)
    from factcheck.pipeline.tolls import toll_rows

    return toll_rows(store)


def _write(file: TextIO, rows: Iterable[Mapping[str, Any]], table: str, form: str, *, excel: bool) -> int:
    from factcheck.exchange.lines import claim_records, toll_records, write_jsonl
    from factcheck.exchange.tables import write_csv

    if form == "csv":
        return write_csv(file, rows, COLUMNS[table], excel=excel)
    shaped = {"claims": claim_records, "tolls": toll_records}.get(table)
    return write_jsonl(file, shaped(rows) if shaped else rows)


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    """The file to write, replaced whole at the end; or stdout, made harmless where it is a terminal."""
    from factcheck.exchange.atomic import replacing

    if output is not None:
        with replacing(output) as file:
            yield file
    elif sys.stdout.isatty():
        text = StringIO(newline="")
        yield text
        printing.data(text.getvalue())
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="LABELS.csv")
@options.database
@options.annotator
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_(file: Path, db: Path, annotator: str | None, *, dry_run: bool) -> int:
    """Take edited labels back from an exported CSV.

    Only what differs from what stands is written, as further label events that undo can take back. A row whose label
    was changed in the database since the export is rejected.
    """
    from factcheck.exchange.label_file import read_labels
    from factcheck.pipeline.label_import import import_labels
    from factcheck.store import Store

    with Store.open(db) as store:
        done = import_labels(store, read_labels(file), source=file.name, annotator=annotator, dry_run=dry_run)
    for reject in done.rejects:
        printing.rejected(reject)
    if dry_run:
        for event in done.events:
            printing.talk(f"{event.annotator}: claim {event.claim_id} {event.field} -> {event.value or '(cleared)'}")
    changed = f"{done.changed:,} {'would change' if dry_run else 'changed'}"
    click.echo(f"{done.read:,} rows read: {changed}, {done.unchanged:,} unchanged, {len(done.rejects):,} rejected")
    return int(bool(done.rejects))
