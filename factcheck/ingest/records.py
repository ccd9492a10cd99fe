"""Files to records: the raw bytes of one article each, with its identity, before anything of it is understood."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.ingest import jsonl, tables
from factcheck.ingest.fields import NotARecord
from factcheck.ingest.sources import Source, kind_of
from factcheck.ingest.streams import Damaged, lines, opened, whole
from factcheck.model import Reject

_SNIFFED_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Record:
    """One article's raw bytes; picklable, so that another process can read the article out of it.

    ``source`` is for people: the file's name, with the line behind a colon in a record file. ``source_id`` is the
    record's own id, else the source's name. ``media_type`` is ``text/plain``, ``text/html``, ``application/json``
    or ``text/csv``. ``raw`` is the file's bytes, unpacked, or those of the line or row without its line ending;
    ``sha256`` is theirs, in hex. ``line`` is the line or row's first physical line. ``heading`` is the table's.
    """

    source: str
    source_id: str
    media_type: str
    raw: bytes
    sha256: str
    line: int | None = None
    heading: tables.Heading | None = None


def records(source: Source) -> Iterator[Record | Reject]:
    """The records of a file, streaming; each that cannot be read becomes a ``Reject`` and the rest goes on.

    What lies before damage in a packed file is read, and the damage is one ``Reject``. Memory is bounded by the
    longest record that is let through (``streams.MAX_RECORD_BYTES``, for texts and pages ``MAX_FILE_BYTES``).
    """
    last = 0
    count = 0
    try:
        with opened(source.path) as stream:
            reader = _READERS[kind_of(source.path) or _sniffed(source)]
            for found in reader(source, stream):
                last = found.line or last
                count += 1
                yield found
    except Damaged as damage:
        yield Reject(source.name, _after(str(damage), last), last + 1 if last else None)
        return
    if not count:
        yield Reject(source.name, "holds no record")


def _after(reason: str, last: int) -> str:
    return f"{reason} after line {last}; what follows is lost" if last else reason


def _sniffed(source: Source) -> str:
    """The media type that the first bytes of a file of no known suffix look like."""
    with opened(source.path) as stream:
        head = stream.read(_SNIFFED_BYTES).lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html")) or (lower.startswith(b"<") and b"<html" in lower):
        return "text/html"
    return "application/json" if head.startswith(b'{"') else "text/plain"


def _file_reader(media_type: str) -> Callable[[Source, BinaryIO], Iterator[Record | Reject]]:
    def read(source: Source, stream: BinaryIO) -> Iterator[Record | Reject]:
        raw = whole(stream)
        if not raw.strip():
            yield Reject(source.name, "is empty")
        else:
            yield Record(source.name, source.name, media_type, raw, _sha256(raw))

    return read


def _read_lines(source: Source, stream: BinaryIO) -> Iterator[Record | Reject]:
    for number, raw in jsonl.record_lines(lines(stream)):
        if raw is None:
            yield Reject(source.name, jsonl.TOO_LONG, number)
            continue
        try:
            identity = jsonl.parse(raw).id or f"{source.name}:{number}"
        except NotARecord as refusal:
            yield Reject(source.name, str(refusal), number)
            continue
        yield Record(f"{source.name}:{number}", identity, "application/json", raw, _sha256(raw), number)


def _read_rows(source: Source, stream: BinaryIO) -> Iterator[Record | Reject]:
    table = lines(stream)
    first = next((line for line in table if line.data is None or line.data.strip()), None)
    if first is None:
        return
    try:
        heading = tables.read_heading(first.data or b"")
    except NotARecord as refusal:
        yield Reject(source.name, str(refusal), first.number)
        return
    for row in tables.rows(table, heading.delimiter):
        yield _row_record(source, heading, row)


def _row_record(source: Source, heading: tables.Heading, row: tables.Row) -> Record | Reject:
    try:
        if row.reason:
            raise NotARecord(row.reason)
        fields, _ = tables.parse(row.raw, heading)
    except NotARecord as refusal:
        return Reject(source.name, str(refusal), row.line)
    where = f"{source.name}:{row.line}"
    return Record(where, fields.id or where, "text/csv", row.raw, _sha256(row.raw), row.line, heading)


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


_READERS: dict[str, Callable[[Source, BinaryIO], Iterator[Record | Reject]]] = {
    "text/plain": _file_reader("text/plain"),
    "text/html": _file_reader("text/html"),
    "application/json": _read_lines,
    "text/csv": _read_rows,
}
