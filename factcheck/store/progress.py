"""How far the work has come: by day, by type, by annotator and by verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from factcheck.model import ClaimFilter, ClaimType, ReviewState
from factcheck.store.odd_characters import storable
from factcheck.store.query import conditions, count_query
from factcheck.store.rows import Progress
from factcheck.store.schema import DECISIVE_FIELDS
from factcheck.store.statistics import STANDING

_LAST_WORDS = f"""
FROM (
  SELECT annotator, claim_id, field, value, at, max(id) FROM standing_events
  WHERE field IN {DECISIVE_FIELDS} GROUP BY annotator, claim_id, field
) WHERE value IS NOT NULL AND claim_id {STANDING}"""

# The first of the words that make a claim done is the one that made it so; later ones only change what is said.
_BY_DAY = f"""
SELECT date(done_at, ?) AS day, annotator, count(*)
FROM (SELECT annotator, min(at) AS done_at {_LAST_WORDS} GROUP BY annotator, claim_id)
GROUP BY day, annotator ORDER BY day, annotator"""


def progress(db: Database, wanted: ClaimFilter, offset: timedelta) -> Progress:
    """Count it all; the caller holds a read transaction. ``offset`` is the zone's distance from UTC, for the days."""
    by_day = {
        (date.fromisoformat(day), annotator): count
        for day, annotator, count in db.conn.execute(_BY_DAY, (f"{offset.total_seconds():+.0f} seconds",))
    }
    by_annotator: dict[str, int] = {}
    for (_, annotator), count in by_day.items():
        by_annotator[annotator] = by_annotator.get(annotator, 0) + count
    states = [ReviewState.DONE, ReviewState.TODO]
    return Progress(
        done=_count(db, wanted, ReviewState.DONE),
        left=_count(db, wanted, ReviewState.TODO),
        snoozed=0 if wanted.annotator is None else _count(db, wanted, ReviewState.SNOOZED),
        by_day=by_day,
        by_type={(ClaimType(kind), state): count for state in states for kind, count in _by_type(db, wanted, state)},
        by_annotator=dict(sorted(by_annotator.items())),
        by_verdict=_by_verdict(db, wanted.annotator),
    )


def _count(db: Database, wanted: ClaimFilter, state: ReviewState) -> int:
    return int(db.conn.execute(*count_query(replace(wanted, state=state))).fetchone()[0])


def _by_type(db: Database, wanted: ClaimFilter, state: ReviewState) -> list[tuple[str, int]]:
    where, parameters = conditions(replace(wanted, state=state))
    sql = f"SELECT c.type, count(*) FROM claims c WHERE {where} GROUP BY c.type"
    return db.conn.execute(sql, parameters).fetchall()


def _by_verdict(db: Database, annotator: str | None) -> dict[str, int]:
    whose: list[Any] = [] if annotator is None else [storable(annotator)]
    verdicts = f"{_LAST_WORDS} AND field = 'verdict'{' AND annotator = ?' if whose else ''}"
    return dict(db.conn.execute(f"SELECT value, count(*) {verdicts} GROUP BY value", whose).fetchall())
