"""Counts over the whole database."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlite_utils import Database

from factcheck.model import LABEL_CHOICES, UNSAID_FIELDS, ClaimFilter, ClaimType, ReviewState, SectionKind
from factcheck.store.conditions.query import count_query, done_query
from factcheck.store.rows import AnnotatorStats, Stats

STANDING = "NOT IN (SELECT id FROM withdrawn_claims)"
"""Leaves out the claims that a person put in and took back."""


def stats(db: Database) -> Stats:
    """Count everything; the caller holds a read transaction, so that the sums agree."""
    by_both: dict[tuple[ClaimType, SectionKind], int] = {
        (ClaimType(kind), SectionKind(segment)): number
        for kind, segment, number in db.conn.execute(
            f"SELECT type, segment, count(*) FROM claims WHERE id {STANDING} GROUP BY type, segment"
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
        by_state={
            state: _count(db, *count_query(ClaimFilter(state=state)))
            for state in (ReviewState.TODO, ReviewState.DONE)
        },
        by_flag=dict(
            db.conn.execute(
                "SELECT f.value, count(*) FROM claims c, json_each(c.flags) f "
                f"WHERE c.flags <> '[]' AND c.id {STANDING} GROUP BY f.value"
            )
        ),
        by_annotator=_by_annotator(db),
        events=_count(db, "SELECT count(*) FROM label_events"),
        findings=_count(db, "SELECT count(*) FROM findings"),
        rejects=_count(db, "SELECT count(*) FROM rejects"),
    )


def _by_annotator(db: Database) -> dict[str, AnnotatorStats]:
    labelled: Counter[str] = Counter()
    choices: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    fields = [field.value for field in LABEL_CHOICES if field not in UNSAID_FIELDS]
    for annotator, *values in db.conn.execute(
        f"SELECT annotator, {', '.join(fields)} FROM current_labels WHERE claim_id {STANDING}"
    ):
        labelled[annotator] += 1
        choices[annotator].update((field, value) for field, value in zip(fields, values, strict=True) if value)
    return {
        annotator: AnnotatorStats(labelled[annotator], _done(db, annotator), dict(choices[annotator]))
        for annotator in sorted(labelled)
    }


def _done(db: Database, annotator: str) -> int:
    done, parameters = done_query(annotator)
    return _count(db, f"SELECT count(DISTINCT claim_id) FROM ({done}) WHERE claim_id {STANDING}", parameters)


def _count(db: Database, sql: str, parameters: Any = ()) -> int:
    return int(db.conn.execute(sql, parameters).fetchone()[0])
