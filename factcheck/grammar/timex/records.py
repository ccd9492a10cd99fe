"""Time expressions of one JSON record, in the shape that TIMEX scorers read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.grammar.timex.find import Mode, find_timexes


def timex_record(record: Mapping[str, Any], mode: Mode = "news") -> dict[str, Any]:
    """The time expressions of ``{"doc_id"|"id", "dct"|"date", "text"}``.

    Returns ``{"doc_id", "timexes": [{"start", "end", "text", "type", "value", "mod"?}]}``.
    The date is ISO 8601, a time behind it is ignored; an absent or empty one means that none is known.
    Raises KeyError where there is no text and ValueError where the date is none.
    """
    stated = record.get("dct") or record.get("date")
    published = date.fromisoformat(str(stated)[:10]) if stated else None
    return {
        "doc_id": record.get("doc_id", record.get("id")),
        "timexes": [
            {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value}
            | ({"mod": t.mod} if t.mod else {})
            for t in find_timexes(str(record["text"]), published, mode=mode)
        ],
    }
