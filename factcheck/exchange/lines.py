"""JSON Lines in the exchange contract's own shapes, the one lossless format."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, TextIO

from factcheck.exchange.columns import CORRECTION_COLUMNS, LABEL_COLUMNS

_CLAIM_KEYS = (
    "source_id",
    "claim_key",
    "article_sha256",
    "url",
    "publisher",
    "title",
    "published",
    "type",
    "field",
    "start",
    "end",
    "quote",
    "sentence_start",
    "sentence_end",
    "segment",
    "value",
    "attribution",
    "extractor",
    "flags",
)


def claim_records(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """One record a claim from rows of a claim and annotator each; a claim's rows must follow each other.

    ``labels`` holds one object an annotator, without the fields that they left open.
    """
    for _, group in groupby(rows, key=itemgetter("article_sha256", "claim_key")):
        same = list(group)
        record = {key: same[0].get(key) for key in _CLAIM_KEYS}
        if same[0].get("added_by"):
            record["added_by"] = same[0]["added_by"]
        record["labels"] = [_labels(row) for row in same if row.get("annotator") is not None]
        yield record


def toll_records(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """One record an article from rows with its ``tolls``: its id, and of each effect what is told of it."""
    for row in rows:
        yield {"source_id": row["source_id"]} | row["tolls"]


def _labels(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in (*LABEL_COLUMNS, *CORRECTION_COLUMNS) if row.get(key) is not None}


def write_jsonl(file: TextIO, records: Iterable[Mapping[str, Any]]) -> int:
    """Write one JSON object a line, ended by a line feed; returns the number of lines.

    Raises ValueError for a number that JSON cannot say (NaN, infinity).
    """
    count = 0
    for record in records:
        file.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
        count += 1
    return count
