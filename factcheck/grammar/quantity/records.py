"""Quantities of one JSON record, in the shape that scorers read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.grammar.quantity.find import find_quantities


def quantity_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """Find the quantities of a record ``{"id"|"doc_id", "text"}``.

    Gives ``{"id", "quantities": [{"start", "end", "quote", "low", "high", "comparator"}]}``. Raises KeyError where
    there is no text.
    """
    text = str(record["text"])
    return {
        "id": record.get("id", record.get("doc_id")),
        "quantities": [
            {
                "start": q.start,
                "end": q.end,
                "quote": text[q.start : q.end],
                "low": q.low,
                "high": q.high,
                "comparator": q.comparator,
            }
            for q in find_quantities(text)
        ],
    }
