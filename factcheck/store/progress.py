"""How far the work has come: by day, by type, by annotator and by verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from factcheck.model import ClaimFilter, ClaimType, ReviewState
from factcheck.store.conditions.query import Parameters, conditions
from factcheck.store.odd_characters import storable, to_json_text
from factcheck.store.queues.walk import wanted_ids
from factcheck.store.rows import Progress
from factcheck.store.schema import DECISIVE_FIELDS
from factcheck.store.statistics import STANDING

_LAST_WORDS = f"""
SELECT annotator, claim_id, field, value, at
FROM (
  SELECT annotator, claim_id, field, value, at, max(id) FROM standing_events
  WHERE field IN {DECISIVE_FIELDS} GROUP BY annotator, claim_id, field
) WHERE value IS NOT NULL AND claim_id {STANDING} ORDER BY annotator, claim_id"""


def progress(db: Database, wanted: ClaimFilter, offset: timedelta) -> Progress:
    """Count it all; the caller holds a read transaction. ``offset`` is the zone's distance from UTC, for the days."""
    by_type = {
        (ClaimType(kind), state): count
        for state in (ReviewState.DONE, ReviewState.TODO)
        for kind, count in _by_type(db, wanted, state)
    }
    by_day: Counter[tuple[date, str]] = Counter()
    by_verdict: Counter[str] = Counter()
    whose = None if wanted.annotator is None else storable(wanted.annotator)
    for (annotator, _), words in groupby(db.conn.execute(_LAST_WORDS), key=itemgetter(0, 1)):
        said = {field: (value, at) for _, _, field, value, at in words}
        # The first of the words that make a claim done is the one that made it so; later ones change what is said.
        done_at = datetime.fromisoformat(min(at for _, at in said.values()))
        by_day[(done_at + offset).date(), annotator] += 1
        if "verdict" in said and whose in (None, annotator):
            by_verdict[said["verdict"][0]] += 1
    by_annotator: Counter[str] = Counter()
    for (_, annotator), count in by_day.items():
        by_annotator[annotator] += count
    return Progress(
        done=sum(count for (_, state), count in by_type.items() if state is ReviewState.DONE),
        left=sum(count for (_, state), count in by_type.items() if state is ReviewState.TODO),
        snoozed=0 if whose is None else sum(count for _, count in _by_type(db, wanted, ReviewState.SNOOZED)),
        by_day=dict(sorted(by_day.items())),
        by_type=by_type,
        by_annotator=dict(sorted(by_annotator.items())),
        by_verdict=dict(by_verdict),
    )


def _by_type(db: Database, wanted: ClaimFilter, state: ReviewState) -> Iterator[tuple[str, int]]:
    where, parameters = conditions(replace(wanted, state=state))
    if wanted.sample is not None:
        where, parameters = _among_sample(db, wanted, where, parameters)
    yield from db.conn.execute(f"SELECT c.type, count(*) FROM claims c WHERE {where} GROUP BY c.type", parameters)


def _among_sample(db: Database, wanted: ClaimFilter, where: str, parameters: Parameters) -> tuple[str, Parameters]:
    drawn = to_json_text(list(wanted_ids(db, wanted)))
    return f"{where} AND c.id IN (SELECT value FROM json_each(?))", [*parameters, drawn]
