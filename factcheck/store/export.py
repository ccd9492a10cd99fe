"""Rows for files, streamed from one snapshot of the database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from factcheck.model import SAID_FIELDS, Labels, Membership
from factcheck.store.conditions.query import QUEUE_ORDER
from factcheck.store.labels import current_labels
from factcheck.store.odd_characters import restored
from factcheck.store.records import Row, claim_from_row, sentence_from_row
from factcheck.store.schema import UNSAID_FIELDS
from factcheck.values import claim_to_json

_CHUNK = 500

_CLAIMS = """
SELECT c.id, c.claim_key, c.type, c.quote, c.sentence, c.segment, c.value, c.attribution, c.flags, c.field, c.start,
  c."end", c.sentence_start, c.sentence_end, c.odd, c.extractor,
  c.added_by, a.source_id, a.title, a.title_odd, a.publisher,
  a.url, a.published, a.published_source, a.sha256
FROM claims c JOIN articles a ON a.id = c.article_id"""

_ARTICLES = """
SELECT source_id, sha256, source, title, title_odd, url, publisher, published, published_source, published_inferred,
  published_others, encoding, encoding_source, media_type, flags, length(text) AS characters,
  (SELECT count(*) FROM claims c WHERE c.article_id = a.id AND c.id NOT IN (SELECT id FROM withdrawn_claims))
    AS claims, metadata
FROM articles a"""

_SECTIONS = """
SELECT a.source_id, s.kind, s.start, s."end" FROM sections s JOIN articles a ON a.id = s.article_id"""


def claim_rows(db: Database, *, labelled_only: bool) -> Iterator[Row]:
    """One row a claim and annotator, in queue order; a claim without labels has one row without an annotator.

    ``labelled_only`` leaves such claims out.
    """
    where = " WHERE c.id NOT IN (SELECT id FROM withdrawn_claims)"
    if labelled_only:
        where += f" AND c.id IN (SELECT claim_id FROM standing_events WHERE field NOT IN {UNSAID_FIELDS})"
    for chunk in _chunks(db, f"{_CLAIMS}{where} ORDER BY {QUEUE_ORDER}"):
        labels = current_labels(db, (row["id"] for row in chunk))
        for row in chunk:
            record = _claim_record(row)
            for said in labels.get(row["id"], () if labelled_only else (None,)):
                yield record | _label_record(said)


def _claim_record(row: Row) -> Row:
    claim = claim_from_row(row)
    record = claim_to_json(claim)
    value = record["value"]
    flat = {key: part for key, part in value.items() if key not in ("members", "start", "end")}
    if isinstance(claim.value, Membership):
        flat["members"] = [member.name for member in claim.value.members]
    elif claim.type == "date":
        flat |= {"date_start": value["start"], "date_end": value["end"], "event": value.get("event", {}).get("words")}
    return (
        flat
        | record
        | {
            "source_id": row["source_id"],
            "claim_key": row["claim_key"],
            "article_sha256": row["sha256"],
            "title": _title(row),
            "publisher": row["publisher"],
            "url": row["url"],
            "published": row["published"],
            "published_source": row["published_source"],
            "sentence": sentence_from_row(row),
        }
    )


def _label_record(labels: Labels | None) -> Row:
    record: Row = {"annotator": labels.annotator if labels else None}
    record |= {field.value: getattr(labels, field.value) if labels else None for field in SAID_FIELDS}
    return record | {"labelled_at": labels.labelled_at if labels else None}


def article_rows(db: Database) -> Iterator[Row]:
    """One row an article, without its text, in the order in which they came."""
    for chunk in _chunks(db, f"{_ARTICLES} ORDER BY a.id"):
        for row in chunk:
            record = row | {"title": _title(row)}
            del record["title_odd"]
            for name in ("published_others", "flags", "metadata"):
                record[name] = json.loads(row[name])
            if row["published_inferred"] is not None:
                record["published_inferred"] = bool(row["published_inferred"])
            yield record


def section_rows(db: Database) -> Iterator[Row]:
    """One row a section, article by article."""
    for chunk in _chunks(db, f"{_SECTIONS} ORDER BY s.article_id, s.start"):
        yield from chunk


def _title(row: Row) -> str | None:
    return None if row["title"] is None else restored(row["title"], row["title_odd"])


def _chunks(db: Database, sql: str) -> Iterator[Sequence[Row]]:
    """A query's rows as dicts, so many at a time; the query walks an index, so that nothing waits for a sort."""
    cursor = db.conn.execute(sql)
    names = [column[0] for column in cursor.description]
    while rows := cursor.fetchmany(_CHUNK):
        yield [dict(zip(names, row, strict=True)) for row in rows]
