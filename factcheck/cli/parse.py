"""``factcheck parse``: the grammars alone, on any text."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any

import click

from factcheck.cli.printing import data, rejected
from factcheck.model import Reject

Parser = Callable[[Mapping[str, Any]], Mapping[str, Any]]

_FILE = click.argument("file", type=click.File("rb"), metavar="FILE.jsonl")


@click.group()
def parse() -> None:
    """Run a grammar alone over JSON Lines; "-" reads standard input."""


@parse.command()
@_FILE
@click.option(
    "--mode",
    type=click.Choice(["news", "narrative"]),
    default="news",
    show_default=True,
    help="Resolve against the publication date, or against the last date mentioned.",
)
def dates(file: IO[bytes], mode: str) -> int:
    """Find time expressions as TIMEX3.

    Reads {"doc_id" or "id", "dct" or "date", "text"} a line and writes {"doc_id", "timexes": [{"start", "end",
    "text", "type", "value", "mod"?}]}.
    """
    from factcheck.grammar.timex.records import timex_record

    return _parse(file, lambda record: timex_record(record, mode="narrative" if mode == "narrative" else "news"))


@parse.command()
@_FILE
def quantities(file: IO[bytes]) -> int:
    """Find numbers with their bounds.

    Reads {"id", "text"} a line and writes {"id", "quantities": [{"start", "end", "quote", "low", "high",
    "comparator"}]}.
    """
    from factcheck.grammar.quantity import quantity_record

    return _parse(file, quantity_record)


def _parse(file: IO[bytes], parser: Parser) -> int:
    name = getattr(file, "name", "-")
    failed = False
    for entry in _records(file, str(name)):
        answer = entry if isinstance(entry, Reject) else _answer(parser, *entry, str(name))
        if isinstance(answer, Reject):
            failed = True
            rejected(answer)
        else:
            data(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return int(failed)


def _records(file: IO[bytes], name: str) -> Iterator[tuple[int, dict[str, Any]] | Reject]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError) as error:
            yield Reject(name, f"not JSON: {error}", number)
            continue
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            yield number, record
        else:
            yield Reject(name, 'not an object with a "text" that is a string', number)


def _answer(parser: Parser, number: int, record: Mapping[str, Any], name: str) -> Mapping[str, Any] | Reject:
    try:
        return parser(record)
    except ValueError as error:
        return Reject(name, str(error), number)
