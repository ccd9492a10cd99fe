"""Quantities of one JSON record, in the shape that scorers read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from factcheck.grammar.quantity.find import read_quantities
from factcheck.grammar.quantity.locales import Locale, in_english_digits
from factcheck.grammar.quantity.model import Kind, Quantity
from factcheck.grammar.quantity.rounding import rounded
from factcheck.values import number


def quantity_record(record: Mapping[str, Any], kinds: Collection[Kind] = (), locale: Locale = "en") -> dict[str, Any]:
    """Find the quantities of a record ``{"id"|"doc_id", "text"}``, all or those of the ``kinds``.

    Its digits are read as the ``locale`` sets them. Gives ``{"id", "quantities": [{"start", "end", "quote", "low",
    "high", "comparator", "kind", "unit", "rounded"?}]}``. Raises KeyError where there is no text.
    """
    text = str(record["text"])
    read = in_english_digits(text, locale)
    return {
        "id": record.get("id", record.get("doc_id")),
        "quantities": [
            _as_json(one, text[one.start : one.end], rounded(read, one)) for one in read_quantities(read, kinds)
        ],
    }


def _as_json(quantity: Quantity, quote: str, interval: tuple[float, float] | None) -> dict[str, Any]:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "quote": quote,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "comparator": quantity.comparator,
        "kind": quantity.kind,
        "unit": quantity.unit,
        **({"rounded": [number(bound) for bound in interval]} if interval else {}),
    }
