"""What a record says of its article, whatever the record's format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

COLUMNS = ("id", "title", "date", "url", "publisher", "text")
"""The keys of a record that mean something; all others are kept as metadata."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class NotARecord(Exception):
    """The line or row is no record; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A record's fields; every string but ``text`` is ``None`` where it is absent or blank."""

    text: str
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)


def fields_of(record: Mapping[str, Any]) -> Fields:
    """The fields of a parsed record; raises ``NotARecord`` where one is of the wrong type or there is no text."""
    if "text" not in record:
        raise NotARecord('has no "text"')
    strings = {name: _string(record, name) for name in COLUMNS}
    text = strings.pop("text")
    if text is None or not text.strip():
        raise NotARecord("its text is empty")
    for name, value in record.items():
        if _has_surrogate(name) or _has_surrogate(value):
            raise NotARecord(f'"{_SURROGATE.sub("�", name)}" holds half a surrogate pair, which is no character')
    metadata = {name: value for name, value in record.items() if name not in COLUMNS}
    blank_is_none = {name: value if value and value.strip() else None for name, value in strings.items()}
    return Fields(text=text, metadata=metadata, **blank_is_none)


def _string(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value
    if name in {"id", "date"} and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise NotARecord(f'"{name}" is {_kind(value)}, not a string')


def _kind(value: object) -> str:
    kinds: tuple[tuple[type, str], ...] = ((bool, "true or false"), (list, "a list"), (dict, "an object"))
    return next((kind for of, kind in kinds if isinstance(value, of)), "a number")


def _has_surrogate(value: object) -> bool:
    """Whether half a surrogate pair stands in any string at any depth."""
    pending = [value]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            if _SURROGATE.search(part):
                return True
        elif isinstance(part, list):
            pending.extend(part)
        elif isinstance(part, dict):
            pending.extend(part)
            pending.extend(part.values())
    return False
