"""Whole claims and articles out of the tables, each by what names it; the caller holds a transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from factcheck.errors import UsageError
from factcheck.model import ClaimType, Labels, Section, SectionKind
from factcheck.store.conditions.query import QUEUE_ORDER
from factcheck.store.labels import current_labels
from factcheck.store.records import Row, article_from_row, claim_from_row, quote_of, sentence_from_row
from factcheck.store.rows import ClaimRow, StoredArticle, StoredClaim
from factcheck.values import from_json

GIVEN = "SELECT value FROM json_each(?)"

_LIST_COLUMNS = """
SELECT c.id, c.claim_key, c.article_id, c.type, c.quote, c.value, c.segment, c.flags, c.odd, c.start,
  c.sentence_start, a.source_id, a.headline
FROM claims c JOIN articles a ON a.id = c.article_id"""

_CLAIM_COLUMNS = """
SELECT c.*, a.source_id FROM claims c JOIN articles a ON a.id = c.article_id"""


def stored_article(db: Database, article_id: int) -> StoredArticle:
    """A whole article; raises UsageError where there is none of that number."""
    found = select(db, "SELECT * FROM articles WHERE id = ?", article_id)
    if not found:
        raise UsageError(f"there is no article number {article_id}")
    sections = select(db, 'SELECT kind, start, "end" FROM sections WHERE article_id = ? ORDER BY id', article_id)
    tiles = [Section(SectionKind(row["kind"]), row["start"], row["end"]) for row in sections]
    return StoredArticle(article_id, article_from_row(found[0], tiles))


def stored_claims(db: Database, where: str, *parameters: object) -> list[StoredClaim]:
    """The claims ``c`` that a condition holds of, in queue order, with everybody's labels."""
    found = select(db, f"{_CLAIM_COLUMNS} WHERE {where} ORDER BY {QUEUE_ORDER}", *parameters)
    said = current_labels(db, (row["id"] for row in found))
    return [
        StoredClaim(
            id=row["id"],
            key=row["claim_key"],
            article_id=row["article_id"],
            source_id=row["source_id"],
            claim=claim_from_row(row),
            labels=tuple(said.get(row["id"], ())),
            sentence=sentence_from_row(row),
        )
        for row in found
    ]


def claim_rows(db: Database, ids: Sequence[int], annotator: str | None) -> list[ClaimRow]:
    """The claims of these numbers in that order, with the annotator's labels; those gone are left out."""
    rows = db.conn.execute(f"{_LIST_COLUMNS} WHERE c.id IN ({GIVEN})", (json.dumps(list(ids)),))
    found = {row[0]: row for row in rows}
    said = current_labels(db, ids)
    return [_list_row(found[one], said.get(one, ()), annotator) for one in ids if one in found]


def _list_row(row: Sequence[Any], said: Sequence[Labels], annotator: str | None) -> ClaimRow:
    """The row of a list from one of ``_LIST_COLUMNS``, unpacked by place: a list is read at every page turned."""
    claim_id, key, article_id, kind, quote, value, segment, flags, odd, start, sentence, source_id, headline = row
    claim_type = ClaimType(kind)
    return ClaimRow(
        id=claim_id,
        key=key,
        article_id=article_id,
        type=claim_type,
        quote=quote if odd is None else quote_of(quote, odd, start, sentence),
        value=from_json(claim_type, json.loads(value)),
        segment=SectionKind(segment),
        flags=() if flags == "[]" else tuple(json.loads(flags)),
        source_id=source_id,
        headline=headline,
        labels=next((one for one in said if one.annotator == annotator), None),
        labelled_by=len(said),
    )


def select(db: Database, sql: str, *parameters: object) -> list[Row]:
    """A query's rows by their columns' names."""
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
