"""Edited labels back from a CSV file that was exported before."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import InputError
from factcheck.exchange.formula import unguard
from factcheck.exchange.tables import BOM
from factcheck.model import LABEL_CHOICES, SAID_FIELDS, LabelField, Reject
from factcheck.values import span_from_json

_FIELD_SIZE_LIMIT = 16 * 1024 * 1024
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class LabelRow:
    """What one line of the file says: only the label columns that the file has are in ``labels``.

    ``line`` is the physical line, 1-based, on which the row starts. ``labelled_at`` is the time that the export
    wrote: it tells whether the label was changed since. An empty cell is ``None``: it clears the field.
    """

    line: int
    claim_key: str
    annotator: str | None
    labels: Mapping[LabelField, str | None]
    labelled_at: str | None


def read_labels(path: Path) -> Iterator[LabelRow | Reject]:
    """Read the label columns of a CSV file, with any of comma, semicolon and tab between cells.

    A row that cannot be used is a Reject with its line and cause. Raises InputError where the file as a whole
    cannot be read: missing, not UTF-8, or without a ``claim_key`` column or any label column.
    """
    text = _text(path)
    sheet = _Sheet(path.name, guarded=text.startswith(BOM))
    text = text.removeprefix(BOM)
    csv.field_size_limit(_FIELD_SIZE_LIMIT)
    heading_line = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=heading_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        sheet.set_heading(next(rows, []))
        before = rows.line_num
        for cells in rows:
            if cells:
                yield sheet.row(before + 1, cells)
            before = rows.line_num
    except csv.Error as error:
        raise InputError(path.name, f"not a CSV file: {error}", rows.line_num) from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(path.name, f"not UTF-8 text (byte {error.start}); save the sheet as CSV UTF-8") from error
    except OSError as error:
        raise InputError(path.name, error.strerror or str(error)) from error


class _Sheet:
    """A label file being read: its name for messages, its heading, and whether its text cells are guarded."""

    def __init__(self, name: str, *, guarded: bool) -> None:
        self.name = name
        self.guarded = guarded
        self.heading: list[str] = []

    def set_heading(self, cells: list[str]) -> None:
        self.heading = [name.strip() for name in cells]
        if "claim_key" not in self.heading or not any(field.value in self.heading for field in SAID_FIELDS):
            wanted = ", ".join(SAID_FIELDS)
            raise InputError(self.name, f"needs a claim_key column and at least one of {wanted}", 1)

    def row(self, line: int, cells: list[str]) -> LabelRow | Reject:
        if len(cells) != len(self.heading):
            return Reject(self.name, f"{len(cells)} cells, but the heading has {len(self.heading)}", line)
        texts = dict(zip(self.heading, map(unguard, cells) if self.guarded else cells, strict=True))
        labels = {field: texts[field.value] or None for field in SAID_FIELDS if field.value in texts}
        wrong = _wrong_label(labels)
        if wrong:
            return Reject(self.name, wrong, line)
        if not texts["claim_key"].strip():
            return Reject(self.name, "the claim_key is empty", line)
        return LabelRow(
            line,
            texts["claim_key"].strip(),
            texts.get("annotator", "").strip() or None,
            labels,
            texts.get("labelled_at", "").strip() or None,
        )


def _wrong_label(labels: Mapping[LabelField, str | None]) -> str | None:
    """Say what is wrong with the first label that the scheme does not know; None where all are known."""
    for field, value in labels.items():
        choices = LABEL_CHOICES.get(field)
        if value is not None and choices and value not in choices:
            return f"{field.value} is {value!r}; it can be {', '.join(choices)}"
    for field, (read, shape) in _SHAPES.items():
        value = labels.get(field)
        if value is not None:
            try:
                read(value)
            except (ValueError, KeyError, TypeError, RecursionError):
                return f"{field.value} is not {shape}"
    return None


_SHAPES: Mapping[LabelField, tuple[Callable[[str], object], str]] = {
    LabelField.CORRECTED_VALUE: (json.loads, "JSON"),
    LabelField.CORRECTED_SPAN: (span_from_json, "a JSON object with field, start and end"),
}
"""What reads the fields of JSON, raising where they hold something else; and what they must be."""
