"""``factcheck parse``: the grammars alone, on any text."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

import click

from factcheck.cli import options
from factcheck.cli.printing import data, rejected
from factcheck.errors import UsageError
from factcheck.model import ENGLISH, Reject

if TYPE_CHECKING:
    from factcheck.grammar.quantity.locales import Locale
    from factcheck.grammar.quantity.model import Kind
    from factcheck.grammar.timex import Mode

Parser = Callable[[Mapping[str, Any]], Mapping[str, Any] | str]
"""What is made of a record: one of JSON, or lines for people."""


@click.group()
def parse() -> None:
    """Run a grammar alone over text or JSON Lines; "-" reads standard input."""


@parse.command()
@click.argument("file", type=click.File("rb"), metavar="FILE")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The publication date of what states none.",
)
@click.option(
    "--mode",
    type=click.Choice(["news", "narrative"]),
    default="news",
    show_default=True,
    help="Resolve against the publication date, or against the last date mentioned.",
)
@options.language
@click.option("--explain", is_flag=True, help="Print the rule, the anchor and the arithmetic of each, for people.")
def dates(file: IO[bytes], day: datetime | None, mode: Mode, language: str, *, explain: bool) -> int:
    """Find time expressions as TIMEX3, in a text or in JSON Lines.

    JSON Lines are told by their first brace: {"doc_id" or "id", "dct" or "date", "text"}. Writes {"doc_id",
    "timexes": [{"start", "end", "text", "type", "value", "mod"?, "first"?, "last"?, "granularity"?, "anchor"?,
    "range"?}]}, a line a text.
    """
    from factcheck.grammar.timex.records import timex_lines, timex_record

    stated = day.date() if day else None
    if language != ENGLISH and (explain or mode != "news"):
        raise UsageError("--explain and --mode are for English; leave them out with --language")
    if explain:
        return _parse(file, lambda record: timex_lines(record, mode, stated), texts=True)
    return _parse(file, lambda record: timex_record(record, mode, stated, language), texts=True)


def _known_kinds(_: click.Context, __: click.Parameter, kinds: tuple[str, ...]) -> tuple[str, ...]:
    from factcheck.grammar.quantity.model import KINDS

    for kind in kinds:
        if kind not in KINDS:
            raise click.BadParameter(f"{kind!r} is no kind; one of {', '.join(KINDS)}")
    return kinds


@parse.command()
@click.argument("file", type=click.File("rb"), metavar="FILE")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    callback=_known_kinds,
    help="Only numbers of this kind; may be repeated: count, percent, fraction, multiple, money, measure, "
    "temperature, duration, age, year, ordinal. Years and ordinals are found only where they are asked for.",
)
@click.option(
    "--locale",
    type=click.Choice(["en", "de", "fr"]),
    default="en",
    show_default=True,
    help="How digits are set: 1,200.5 (en), 1.200,5 (de), 1 200,5 (fr). Words are English.",
)
def quantities(file: IO[bytes], kinds: tuple[Kind, ...], locale: Locale) -> int:
    """Find numbers with their bounds, in a text or in JSON Lines.

    JSON Lines are told by their first brace: {"id" or "doc_id", "text"}. Writes {"id", "quantities": [{"start",
    "end", "quote", "low", "high", "comparator", "kind", "unit", "rounded"?}]}, a line a text. A bound that is open is
    null; "rounded" is the least and the most that a rounded number may stand for.
    """
    from factcheck.grammar.quantity import quantity_record

    return _parse(file, lambda record: quantity_record(record, kinds, locale), texts=True)


def _parse(file: IO[bytes], parser: Parser, *, texts: bool = False) -> int:
    """Answer each record on stdout; ``texts`` says that what begins with no brace is one text."""
    name = str(getattr(file, "name", "-"))
    failed = False
    for entry in _records(file, name, texts=texts):
        answer = entry if isinstance(entry, Reject) else _answer(parser, *entry, name)
        if isinstance(answer, Reject):
            failed = True
            rejected(answer)
        else:
            data(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return int(failed)


def _records(file: IO[bytes], name: str, *, texts: bool) -> Iterator[tuple[int, dict[str, Any]] | Reject]:
    blank = b""
    for number, line in enumerate(file, start=1):
        if not line.strip(_BLANK):
            blank += line
        elif texts and not line.strip(_BLANK).startswith(b"{"):
            yield _text(blank + line + file.read(), name)
            return
        else:
            texts = False
            yield _record(line, number, name)


_BLANK = b"\xef\xbb\xbf \t\r\n"


def _text(raw: bytes, name: str) -> tuple[int, dict[str, Any]] | Reject:
    from factcheck.ingest.encoding import decode

    decoded = decode(raw)
    return (1, {"doc_id": name, "text": decoded.text}) if decoded else Reject(name, "no text in any known encoding")


def _record(line: bytes, number: int, name: str) -> tuple[int, dict[str, Any]] | Reject:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError) as error:
        return Reject(name, f"not JSON: {error}", number)
    if isinstance(record, dict) and isinstance(record.get("text"), str):
        return number, record
    return Reject(name, 'not an object with a "text" that is a string', number)


def _answer(parser: Parser, number: int, record: Mapping[str, Any], name: str) -> Mapping[str, Any] | str | Reject:
    try:
        return parser(record)
    except ValueError as error:
        return Reject(name, str(error), number)
