"""``factcheck history`` and ``factcheck undo``: what was said when, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options, printing
from factcheck.errors import UsageError
from factcheck.model import LabelEvent

if TYPE_CHECKING:
    from factcheck.store import BatchRow, BatchWord, HistoryRow, Store

_BATCH_LENGTH = 8
"""Digits of a batch's id that are shown; any unique beginning will do."""

_SHOWN = 20
"""Labels of a dry run that are printed one by one."""


@click.command()
@click.argument("claim", metavar="[CLAIM]", required=False)
@options.database
@click.option("--annotator", metavar="NAME", help="Only what this person said.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many lines.")
@options.as_json
def history(*, claim: str | None, db: Path, annotator: str | None, limit: int, as_json: bool) -> int:
    """Show what was said, the newest first.

    A line stands for what is undone together: a keypress, a bulk label, an import. With CLAIM, the key of a claim or
    the beginning of it, a line stands for each change of its labels.
    """
    from factcheck.store import Store

    with Store.open(db, readonly=True) as store:
        if claim is None:
            return _print_batches(store.batches(annotator=annotator, limit=limit), as_json=as_json)
        found = store.resolve(claim)
        return _print_changes(store.history(claim_id=found, annotator=annotator, limit=limit), as_json=as_json)


def _print_batches(rows: Sequence[BatchRow], *, as_json: bool) -> int:
    if as_json:
        return _print_json(rows)
    if not rows:
        printing.talk("nothing has been said yet")
        return 0
    printing.table(
        ("at", "who", "by", "batch", "claims", "what"),
        [
            (
                _local(row.at),
                ", ".join(row.annotators),
                row.origin,
                row.batch[:_BATCH_LENGTH],
                f"{row.claims:,}",
                _what(row),
            )
            for row in rows
        ],
        numbers=("claims",),
        flexible=("who", "what"),
    )
    return 0


def _what(row: BatchRow) -> str:
    words = ", ".join(map(_words, row.said))
    if row.undoes:
        return f"takes back {words}"
    if row.standing == 0:
        return f"(taken back) {words}"
    return words if row.standing == row.events else f"({row.events - row.standing:,} taken back) {words}"


def _words(word: BatchWord) -> str:
    times = f" ×{word.count:,}" if word.count > 1 else ""
    return f"{word.field.replace('_', ' ')} {'cleared' if word.value is None else word.value}{times}"


def _print_changes(rows: Sequence[HistoryRow], *, as_json: bool) -> int:
    if as_json:
        return _print_json(rows)
    if not rows:
        printing.talk("nothing was said of this claim")
        return 0
    printing.table(
        ("at", "who", "by", "field", "from", "to", ""),
        [
            (
                _local(row.at),
                row.annotator,
                row.origin,
                row.field.replace("_", " "),
                row.before or "–",
                row.after or "–",
                "" if row.stands else "taken back",
            )
            for row in rows
        ],
        flexible=("from", "to"),
    )
    return 0


def _print_json(rows: Sequence[BatchRow] | Sequence[HistoryRow]) -> int:
    printing.data(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    return 0


@click.command()
@options.database
@click.option(
    "--annotator",
    metavar="NAME",
    envvar="FACTCHECK_ANNOTATOR",
    help="Whose labels; yours, by your login name, if not given.",
)
@click.option(
    "--to", "time", metavar="TIME", help='All that was said after this: 2026-11-25T17:00, "10 minutes ago".'
)
@click.option("--batch", metavar="ID", help="This batch of history, whoever it is of: an import, a bulk label.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken back, and change nothing.")
def undo(*, db: Path, annotator: str | None, time: str | None, batch: str | None, dry_run: bool) -> int:
    """Take back the last thing that you said, or more.

    Nothing is lost: what stood before shows again, the history keeps both, and redo in the review says it once more.
    """
    if time is not None and batch is not None:
        raise UsageError("--to and --batch say two different things; give one of them")
    who = annotator or options.login_name()
    at = None if time is None else _moment(time)
    from factcheck.store import Store

    with Store.open(db, readonly=dry_run) as store:
        if batch is not None:
            taken = store.undo_batch(batch, dry_run=dry_run)
        elif at is not None:
            printing.talk(f"all that {who} said after {_iso(at)}")
            taken = store.undo_to(who, at, dry_run=dry_run)
        else:
            taken = store.undo(who, dry_run=dry_run)
        if dry_run:
            for line in _preview(store, taken):
                printing.talk(line)
    if not taken:
        whose = "nothing of it stands" if batch is not None else f"{who} said nothing that stands"
        printing.talk(f"{whose}{' since then' if at else ''}; `factcheck history` shows what there is")
    claims = len({event.claim_id for event in taken})
    click.echo(
        f"{_counted(len(taken), 'label')} on {_counted(claims, 'claim')} {'to take' if dry_run else 'taken'} back"
    )
    return 0


def _preview(store: Store, events: Sequence[LabelEvent]) -> Iterator[str]:
    shown = events[-_SHOWN:]
    keys = {row.id: row.key for row in store.rows([event.claim_id for event in shown], None)}
    for event in reversed(shown):
        said = f"{event.field.replace('_', ' ')} {event.value or 'cleared'}"
        yield f"{_local(event.at)}  {event.annotator}: claim {keys[event.claim_id][:_BATCH_LENGTH]} {said}"
    if len(events) > len(shown):
        yield f"and {len(events) - len(shown):,} more before these"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _local(at: str) -> str:
    """A time of an event in the zone of whoever reads it."""
    return _iso(datetime.fromisoformat(at).astimezone())


def _iso(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="seconds")


def _moment(words: str) -> datetime:
    """The past moment that ISO time or plain words name, in the local zone unless they give one; else UsageError."""
    try:
        at = datetime.fromisoformat(words.strip()).astimezone()
    except ValueError:
        at = _moment_in_words(words)
    if at > datetime.now().astimezone():
        raise UsageError(f"{words!r} is {_iso(at)}, which is still to come; nothing was said after it")
    return at


def _moment_in_words(words: str) -> datetime:
    import dateparser

    settings = {"TIMEZONE": "local", "RETURN_AS_TIMEZONE_AWARE": True, "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(words, languages=["en"], settings=settings)
    if found is None:
        raise UsageError(f'{words!r} is no time; give one as 2026-11-25T17:00, "10 minutes ago" or "yesterday 17:00"')
    return found.astimezone()
