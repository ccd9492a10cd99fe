"""What a desk has said of a claim, read back from the disk."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.model import ClaimFilter, ClaimType, Labels
from factcheck.store import ClaimRow, Store, StoredClaim
from factcheck.values import from_json, span_from_json, to_json
from tests.tui.desk import Desk
from tests.tui.test_review import labels_on_disk


def rows_on_disk(path: Path) -> list[ClaimRow]:
    with Store.open(path, readonly=True) as store:
        return store.rows(store.claim_ids(ClaimFilter(foreign=True)), "anna")


def claim_on_disk(path: Path, quote: str) -> StoredClaim:
    with Store.open(path, readonly=True) as store:
        return store.claim(next(row.id for row in rows_on_disk(path) if row.quote == quote))


def said(path: Path, quote: str) -> Labels:
    labels = labels_on_disk(path, quote)
    assert labels is not None
    return labels


def value_on_disk(path: Path, quote: str, kind: ClaimType | None = None) -> dict[str, object]:
    """The corrected value, which must be one of its type."""
    row = next(row for row in rows_on_disk(path) if row.quote == quote)
    assert row.labels is not None
    assert row.labels.corrected_value is not None
    record: dict[str, object] = json.loads(row.labels.corrected_value)
    assert to_json(from_json(kind or row.type, record)) == record
    return record


def words_on_disk(path: Path, quote: str, text: str) -> str:
    span = span_from_json(said(path, quote).corrected_span or "")
    return text[span.start : span.end]


async def to_claim(opened: Desk, quote: str) -> None:
    """Go to the claim with a quote."""
    await opened.press("home")
    while opened.quote != quote:
        await opened.press("j")


async def nothing_stands(opened: Desk, path: Path, quote: str) -> None:
    """One undo takes back all that one key said, and comes back to the claim."""
    await opened.press("u")
    assert opened.quote == quote
    assert labels_on_disk(path, quote) is None
