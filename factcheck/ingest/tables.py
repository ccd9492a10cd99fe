"""Rows of a CSV file with the physical lines that each spans (RFC 4180, line breaks in cells included)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.ingest.encoding import decode
from factcheck.ingest.fields import COLUMNS, Fields, NotARecord, fields_of
from factcheck.ingest.streams import MAX_RECORD_BYTES, Line

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's column names in order, and what stands between its cells."""

    columns: tuple[str, ...]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first physical line, and its bytes without the last line ending, or why it is none."""

    line: int
    raw: bytes
    reason: str | None = None


class _TooLong(Exception):
    """A row is over the bound, or a line of it was."""


class _RowLines:
    """Feeds ``csv.reader`` line by line and remembers the bytes of the row being read.

    The bytes are fed as Latin-1, one character each: everything that structures a table is ASCII, and neither
    UTF-8 nor Windows-1252 has an ASCII byte inside a longer character. So each row can be decoded by itself.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self.first = 0
        self.pieces: list[bytes] = []
        self._size = 0

    def start_row(self) -> None:
        """Forget the lines of the row before."""
        self.first, self.pieces, self._size = 0, [], 0

    def __iter__(self) -> _RowLines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.first = self.first or line.number
        if line.data is None:
            raise _TooLong
        self._size += len(line.data) + 1
        if self._size > MAX_RECORD_BYTES:
            raise _TooLong
        self.pieces.append(line.data)
        return line.data.decode("latin-1") + "\n"


def read_heading(line: bytes) -> Heading:
    """The heading that a file's first line is; raises ``NotARecord`` where it has no text column or one twice."""
    if line.startswith(_UTF16):
        raise NotARecord("is UTF-16; a table must be UTF-8 or Windows-1252")
    line = line.removeprefix(_BOM).removesuffix(b"\r")
    found = (Heading(_names(line, delimiter), delimiter) for delimiter in _DELIMITERS)
    headings = [heading for heading in found if "text" in heading.columns]
    if not headings:
        raise NotARecord(f'has no column "text" (it needs that; {", ".join(COLUMNS)} are known)')
    columns = headings[0].columns
    twice = next((name for index, name in enumerate(columns) if name in columns[:index]), None)
    if twice is not None:
        raise NotARecord(f'has two columns "{twice}"')
    return headings[0]


def _names(line: bytes, delimiter: str) -> tuple[str, ...]:
    try:
        cells = _cells(line, delimiter)
    except NotARecord:
        return ()
    return tuple(name if (folded := name.strip().casefold()) not in COLUMNS else folded for name in cells)


def rows(lines: Iterable[Line], delimiter: str) -> Iterator[Row]:
    """The rows in file order; blank lines are passed over, a row that is broken says why."""
    feed = _RowLines(lines)
    # csv.reader's own bound on a cell is 131,072 characters unless raised, for the whole process
    csv.field_size_limit(max(csv.field_size_limit(), MAX_RECORD_BYTES))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.start_row()
        reason = None
        try:
            next(reader)
        except StopIteration:
            return
        except _TooLong:
            reason = f"is longer than {MAX_RECORD_BYTES // 2**20} MB (or a quotation mark is never closed)"
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
        except csv.Error as error:
            reason = _why(error, feed)
        raw = b"\n".join(feed.pieces).removesuffix(b"\r")
        if reason or raw.strip():
            yield Row(feed.first, b"" if reason else raw, reason)


def _why(error: csv.Error, feed: _RowLines) -> str:
    last = feed.first + len(feed.pieces) - 1
    through = f"; lines {feed.first} to {last} are lost" if last > feed.first else ""
    if "unexpected end" in str(error):
        return f"its quotation mark is never closed{through}"
    return f"is not CSV: {error}{through}"


def parse(raw: bytes, heading: Heading) -> tuple[Fields, tuple[str, ...]]:
    """A row's fields, and flags about its encoding; raises ``NotARecord`` where its cells do not fit the heading."""
    cells = _cells(raw, heading.delimiter)
    if len(cells) != len(heading.columns):
        raise NotARecord(f"has {len(cells)} cells under {len(heading.columns)} columns")
    decoded = decode(raw)
    return fields_of(dict(zip(heading.columns, cells, strict=True))), decoded.flags if decoded else ()


def _cells(raw: bytes, delimiter: str) -> list[str]:
    decoded = decode(raw)
    if decoded is None:
        raise NotARecord("is not text")
    lines = (line + "\n" for line in decoded.text.split("\n"))
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration) as error:
        raise NotARecord(f"is not CSV: {error}") from error
