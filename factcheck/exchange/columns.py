"""The columns of the CSV files, in their lasting order: further ones are only ever added at the end."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.model import TOLL_EFFECTS

LABEL_COLUMNS: Sequence[str] = (
    "annotator",
    "extraction",
    "check_worthiness",
    "verdict",
    "confidence",
    "corrected_value",
    "note",
    "labelled_at",
)
CORRECTION_COLUMNS: Sequence[str] = ("corrected_type", "corrected_span", "duplicate_of")
CLAIM_COLUMNS: Sequence[str] = (
    "source_id",
    "claim_key",
    "title",
    "publisher",
    "url",
    "published",
    "published_source",
    "type",
    "field",
    "start",
    "end",
    "quote",
    "segment",
    "sentence",
    "metric",
    "effect",
    "low",
    "high",
    "comparator",
    "of",
    "who",
    "group",
    "relation",
    "stated_count",
    "members",
    "timex",
    "timex_type",
    "date_start",
    "date_end",
    "granularity",
    "mod",
    "anchor",
    "attributed_to",
    "attributed_name",
    "attribution_cue",
    "extractor",
    "flags",
    *LABEL_COLUMNS,
    *CORRECTION_COLUMNS,
    "added_by",
    "event",
    "range",
    "role",
    "includes_perpetrator",
    "part_of",
    "place",
    "when",
    "scope",
    "certainty",
    "platform",
    "as_of",
    "per",
)
ARTICLE_COLUMNS: Sequence[str] = (
    "source_id",
    "sha256",
    "source",
    "title",
    "url",
    "publisher",
    "published",
    "published_source",
    "published_inferred",
    "published_others",
    "encoding",
    "encoding_source",
    "media_type",
    "flags",
    "characters",
    "claims",
    "metadata",
)
SECTION_COLUMNS: Sequence[str] = ("source_id", "kind", "start", "end")
TOLL_COLUMNS: Sequence[str] = (
    "source_id",
    "title",
    "publisher",
    "url",
    "published",
    *(f"{effect}_{bound}" for effect in TOLL_EFFECTS for bound in ("low", "best", "high")),
    *(f"{effect}_claims" for effect in TOLL_EFFECTS),
    "article_sha256",
)

COLUMNS: Mapping[str, Sequence[str]] = {
    "claims": CLAIM_COLUMNS,
    "articles": ARTICLE_COLUMNS,
    "sections": SECTION_COLUMNS,
    "tolls": TOLL_COLUMNS,
}

_LIST_JOINT = "; "
_ATTRIBUTION = {"attributed_to": "surface", "attributed_name": "resolved", "attribution_cue": "cue"}


def cells(row: Mapping[str, Any], columns: Sequence[str]) -> list[object]:
    """One exported row as CSV cells: numbers stay numbers, lists are joined by "; ", objects are JSON."""
    return [_cell(row, column) for column in columns]


def _cell(row: Mapping[str, Any], column: str) -> object:
    if column in _ATTRIBUTION:
        return (row.get("attribution") or {}).get(_ATTRIBUTION[column])
    value = row.get(column)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return _LIST_JOINT.join(value)
    if isinstance(value, Mapping | list | tuple):
        return json.dumps(value, ensure_ascii=False, allow_nan=False) if value else ""
    return value
