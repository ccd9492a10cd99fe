"""CSV by RFC 4180: CRLF lines, quotes doubled, UTF-8; with ``excel``, a BOM and the formula guard."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from factcheck.exchange.columns import cells
from factcheck.exchange.formula import guard

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write_csv(file: TextIO, rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, excel: bool = False) -> int:
    """Write a heading and the rows to a file opened with ``newline=""``; returns the number of rows.

    With ``excel`` the file starts with a BOM and every text cell is guarded; numbers never are.
    """
    if excel:
        file.write(BOM)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        line = cells(row, columns)
        writer.writerow([guard(cell) if excel and isinstance(cell, str) else cell for cell in line])
        count += 1
    return count
