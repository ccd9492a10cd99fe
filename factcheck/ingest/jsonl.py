"""One JSON object a line, read so that what it says is what is stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.ingest.fields import Fields, NotARecord, fields_of
from factcheck.ingest.streams import MAX_RECORD_BYTES, Line

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_EXACT_DIGITS = 18
"""Longer integers do not fit a database's 64 bits, nor longer than 4,300 digits Python's own conversion."""


def record_lines(lines: Iterable[Line]) -> Iterator[tuple[int, bytes | None]]:
    """The number and the bytes of each line that holds anything, without line ending and byte order mark.

    The bytes are ``None`` where the line was too long to hold.
    """
    for line in lines:
        data = line.data
        if data is not None:
            data = data.removeprefix(_BOM) if line.number == 1 else data
            data = data.removesuffix(b"\r")
            if not data.strip():
                continue
        yield line.number, data


def parse(raw: bytes) -> Fields:
    """The fields of one line; raises ``NotARecord`` with the reason where it holds no record.

    NaN and the infinities, which are no JSON but common in exports, are read as null. Numbers that 64 bits cannot
    hold are kept as written, as strings. A key that stands twice is refused: nothing says which is meant.
    """
    if raw.startswith(_UTF16):
        raise NotARecord("is UTF-16; a record file must be UTF-8")
    try:
        record = _DECODER.decode(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotARecord(f"is not UTF-8: byte {error.start + 1} of the line") from error
    except json.JSONDecodeError as error:
        raise NotARecord(f"is not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise NotARecord("is not a record: its brackets are nested too deep") from error
    if not isinstance(record, dict):
        raise NotARecord("is JSON, but not an object")
    return fields_of(record)


TOO_LONG = f"is longer than {MAX_RECORD_BYTES // 2**20} MB"
"""Why a line is refused unread."""


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _EXACT_DIGITS else digits


def _decimal(digits: str) -> float | str:
    value = float(digits)
    return digits if value in {float("inf"), float("-inf")} else value


def _null(_: str) -> None:
    return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for index, key in enumerate(keys) if key in keys[:index])
        raise NotARecord(f"its key {json.dumps(twice)} stands twice")
    return record


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_int=_integer, parse_float=_decimal, parse_constant=_null)
