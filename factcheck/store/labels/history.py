"""What was said when, and what it changed: the label events as people read them, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from factcheck.model import LABEL_CHOICES, ClaimType, LabelField
from factcheck.store.reading import GIVEN
from factcheck.store.records import quote_of
from factcheck.store.rows import BatchRow, BatchWord, HistoryRow

# The cross join keeps SQLite from beginning with the claims: the events' order is the page's.
_ROWS = """
SELECT e.id, e.op_id, e.batch, e.claim_id, e.annotator, e.field, e.at, e.origin, e.undoes, c.claim_key, c.type,
  c.quote, c.odd, c.start, c.sentence_start
FROM label_events e CROSS JOIN claims c ON c.id = e.claim_id"""

_SINGLE = ", ".join(f"'{field.value}'" for field in LABEL_CHOICES)

_SUMS = """
SELECT max(e.id), max(e.at), min(e.origin), count(DISTINCT e.claim_id), count(*),
  sum(e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM label_events u WHERE u.undoes = e.op_id)),
  max(e.undoes IS NOT NULL)
FROM label_events e WHERE e.batch = ?"""

_WORDS = f"""
SELECT field, CASE WHEN count(DISTINCT value) > 1 THEN '…' ELSE max(value) END, count(*)
FROM (
  SELECT e.id, e.field, coalesce(u.value, e.value) AS value
  FROM label_events e LEFT JOIN label_events u ON u.op_id = e.undoes WHERE e.batch = ?
)
GROUP BY field, value IS NULL, CASE WHEN field IN ({_SINGLE}) THEN value END ORDER BY min(id)"""


def history(
    db: Database, claim_id: int | None, annotator: str | None, before: int | None, limit: int
) -> list[HistoryRow]:
    """A page of changes; the caller holds a read transaction."""
    where, parameters = _conditions({"e.claim_id =": claim_id, "e.annotator =": annotator, "e.id <": before})
    rows = db.conn.execute(f"{_ROWS}{where} ORDER BY e.id DESC LIMIT ?", (*parameters, limit)).fetchall()
    lives = _Lives(db, {row[3] for row in rows})
    return [_row(row, lives) for row in rows]


def _row(row: Any, lives: _Lives) -> HistoryRow:
    event_id, op_id, batch, claim_id, annotator, field, at, origin, undoes, key, kind, quote, odd, start, first = row
    before, after = lives.changes[event_id]
    return HistoryRow(
        id=event_id,
        op_id=op_id,
        batch=batch,
        claim_id=claim_id,
        claim_key=key,
        type=ClaimType(kind),
        quote=quote_of(quote, odd, start, first),
        annotator=annotator,
        field=LabelField(field),
        before=before,
        after=after,
        at=at,
        origin=origin,
        undoes=undoes,
        stands=op_id not in lives.taken_back,
    )


class _Lives:
    """All that was ever said of some claims, gone through once more: what each event changed, what was taken back."""

    def __init__(self, db: Database, claim_ids: Iterable[int]) -> None:
        self.changes: dict[int, tuple[str | None, str | None]] = {}
        self.taken_back: set[str] = set()
        standing: dict[tuple[int, str, str], dict[str, str | None]] = {}
        for event_id, claim_id, annotator, field, value, op_id, undoes in db.conn.execute(
            "SELECT id, claim_id, annotator, field, value, op_id, undoes FROM label_events "
            f"WHERE claim_id IN ({GIVEN}) ORDER BY id",
            (json.dumps(list(claim_ids)),),
        ):
            words = standing.setdefault((claim_id, annotator, field), {})
            before = _last(words)
            if undoes is None:
                words[op_id] = value
            else:
                words.pop(undoes, None)
                self.taken_back.add(undoes)
            self.changes[event_id] = before, _last(words)


def _last(words: dict[str, str | None]) -> str | None:
    return next(reversed(words.values()), None)


def batches(db: Database, annotator: str | None, before: int | None, limit: int) -> list[BatchRow]:
    """A page of batches; the caller holds a read transaction."""
    rows: dict[str, BatchRow] = {}
    for batch, first_id in _runs(db, annotator, before):
        if batch not in rows:
            rows[batch] = _batch(db, batch, first_id)
        if len(rows) == limit:
            break
    return list(rows.values())


def _runs(db: Database, annotator: str | None, before: int | None) -> Iterator[tuple[str, int]]:
    """Each batch with where it begins, the newest first: its events follow each other."""
    where, parameters = _conditions({"annotator =": annotator, "id <": before})
    newest = db.conn.execute(
        f"SELECT id, batch FROM label_events{where} ORDER BY id DESC LIMIT 1", parameters
    ).fetchone()
    while newest is not None:
        event_id, batch = newest
        where, parameters = _conditions({"annotator =": annotator, "id <": event_id, "batch <>": batch})
        newest = db.conn.execute(
            f"SELECT id, batch FROM label_events{where} ORDER BY id DESC LIMIT 1", parameters
        ).fetchone()
        yield batch, newest[0] + 1 if newest else 1


def _batch(db: Database, batch: str, first_id: int) -> BatchRow:
    last_id, at, origin, claims, events, standing, undoes = db.conn.execute(_SUMS, (batch,)).fetchone()
    annotators = db.conn.execute(
        "SELECT DISTINCT annotator FROM label_events WHERE batch = ? ORDER BY annotator", (batch,)
    )
    return BatchRow(
        batch=batch,
        first_id=first_id,
        last_id=last_id,
        at=at,
        annotators=tuple(row[0] for row in annotators),
        origin=origin,
        claims=claims,
        events=events,
        standing=standing,
        said=tuple(BatchWord(LabelField(field), value, n) for field, value, n in db.conn.execute(_WORDS, (batch,))),
        undoes=bool(undoes),
    )


def _conditions(wanted: dict[str, object]) -> tuple[str, list[object]]:
    """A WHERE clause of the comparisons that have a value, and those values."""
    given = {comparison: value for comparison, value in wanted.items() if value is not None}
    return (" WHERE " + " AND ".join(f"{comparison} ?" for comparison in given) if given else ""), list(
        given.values()
    )
