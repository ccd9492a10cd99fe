"""Counts over the whole database."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlite_utils import Database

from factcheck.model import ClaimFilter, ClaimType, ReviewState, SectionKind
from factcheck.store.query import count_query, done_query
from factcheck.store.rows import AnnotatorStats, Stats


def stats(db: Database) -> Stats:
    """Count everything; the caller holds a read transaction, so that the sums agree."""
    by_both: dict[tuple[ClaimType, SectionKind], int] = {
        (ClaimType(kind), SectionKind(segment)): number
        for kind, segment, number in db.conn.execute(
            "SELECT type, segment, count(*) FROM claims GROUP BY type, segment"
        )
    }
    by_type: Counter[ClaimType] = Counter()
    by_segment: Counter[SectionKind] = Counter()
    for (kind, segment), number in by_both.items():
        by_type[kind] += number
        by_segment[segment] += number
    return Stats(
        articles=_count(db, "SELECT count(*) FROM articles"),
        claims=sum(by_both.values()),
        by_type=dict(by_type),
        by_segment=dict(by_segment),
        by_type_and_segment=by_both,
        by_state={state: _count(db, *count_query(ClaimFilter(state=state))) for state in ReviewState},
        by_flag=dict(
            db.conn.execute(
                "SELECT f.value, count(*) FROM claims c, json_each(c.flags) f WHERE c.flags <> '[]' GROUP BY f.value"
            )
        ),
        by_annotator=_by_annotator(db),
        events=_count(db, "SELECT count(*) FROM label_events"),
        findings=_count(db, "SELECT count(*) FROM findings"),
        rejects=_count(db, "SELECT count(*) FROM rejects"),
    )


def _by_annotator(db: Database) -> dict[str, AnnotatorStats]:
    choices: defaultdict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for field in ("extraction", "check_worthiness", "verdict", "confidence"):
        for annotator, choice, number in db.conn.execute(
            f"SELECT annotator, {field}, count(*) FROM current_labels "
            f"WHERE {field} IS NOT NULL GROUP BY annotator, {field}"
        ):
            choices[annotator][field, choice] = number
    labelled = db.conn.execute("SELECT annotator, count(*) FROM current_labels GROUP BY annotator ORDER BY annotator")
    return {
        annotator: AnnotatorStats(number, _done(db, annotator), choices[annotator]) for annotator, number in labelled
    }


def _done(db: Database, annotator: str) -> int:
    done, parameters = done_query(annotator)
    return _count(db, f"SELECT count(DISTINCT claim_id) FROM ({done})", parameters)


def _count(db: Database, sql: str, parameters: Any = ()) -> int:
    return int(db.conn.execute(sql, parameters).fetchone()[0])
