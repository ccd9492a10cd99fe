"""Bytes out of files, plain or gzipped, in bounded pieces."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

MAX_FILE_BYTES = 64 * 2**20
"""The longest text or page that is read, after unpacking."""

MAX_RECORD_BYTES = 16 * 2**20
"""The longest line or row that is read."""

_SKIP = 2**20
_GZIP_MAGIC = b"\x1f\x8b"


class Damaged(Exception):
    """Reading had to stop; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a stream without its line feed; ``data`` is ``None`` where it was too long to hold."""

    number: int
    data: bytes | None


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked where its name ends in ``.gz`` or its first bytes are gzip's.

    Raises ``Damaged`` in place of whatever opening or reading inside the block raises.
    """
    try:
        with path.open("rb") as plain:
            packed = path.suffix.casefold() == ".gz" or plain.read(2) == _GZIP_MAGIC
            plain.seek(0)
            if packed:
                with gzip.GzipFile(fileobj=plain) as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield plain
    except EOFError as error:
        raise Damaged("the gzip file is cut off") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise Damaged(f"the gzip file is damaged: {error}") from error
    except OSError as error:
        raise Damaged(f"cannot be read: {error.strerror or error}") from error


def whole(stream: BinaryIO, limit: int = MAX_FILE_BYTES) -> bytes:
    """Everything in the stream; raises ``Damaged`` where that is more than ``limit`` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Damaged(f"is longer than {limit // 2**20} MB")
    return data


def lines(stream: BinaryIO, limit: int = MAX_RECORD_BYTES) -> Iterator[Line]:
    """The stream's lines, split at line feeds only; what is over ``limit`` bytes is skipped without being held."""
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        if data.endswith(b"\n"):
            yield Line(number, data[:-1])
        elif len(data) <= limit:
            yield Line(number, data)
        else:
            del data
            while (rest := stream.readline(_SKIP)) and not rest.endswith(b"\n"):
                pass
            yield Line(number, None)
