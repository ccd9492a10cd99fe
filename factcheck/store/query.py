"""A filter of claims as SQL: pure, and every value a bound parameter."""

from __future__ import annotations

from factcheck.model import FOREIGN_SECTIONS, ClaimFilter, ReviewState
from factcheck.store.odd_characters import storable
from factcheck.store.schema import DECISIVE_FIELDS
from factcheck.store.search import match_query

QUEUE_ORDER = 'c.article_id, c.field DESC, c.start, c."end", c.type, c.segment, c.id'
"""Article by article, the title first, then by place: exactly the order of the index ``claims_queue``."""

Parameters = list[str | int]


def ids_query(wanted: ClaimFilter) -> tuple[str, Parameters]:
    """The SQL and parameters that give the ids of the claims wanted, in queue order."""
    where, parameters = conditions(wanted)
    return f"SELECT c.id FROM claims c WHERE {where} ORDER BY {QUEUE_ORDER}", parameters


def count_query(wanted: ClaimFilter) -> tuple[str, Parameters]:
    """The SQL and parameters that count the claims wanted."""
    where, parameters = conditions(wanted)
    return f"SELECT count(*) FROM claims c WHERE {where}", parameters


def conditions(wanted: ClaimFilter) -> tuple[str, Parameters]:
    """The WHERE clause over ``claims c`` and its parameters."""
    parts: list[str] = ["c.id NOT IN (SELECT id FROM withdrawn_claims)"]
    parameters: Parameters = []
    if wanted.article_id is not None:
        parts.append("c.article_id = ?")
        parameters.append(wanted.article_id)
    if wanted.types:
        parts.append(f"c.type IN ({placeholders(len(wanted.types))})")
        parameters += [kind.value for kind in wanted.types]
    if wanted.segments:
        parts.append(f"c.segment IN ({placeholders(len(wanted.segments))})")
        parameters += [kind.value for kind in wanted.segments]
    elif not wanted.foreign:
        parts.append(f"c.segment NOT IN ({placeholders(len(FOREIGN_SECTIONS))})")
        parameters += sorted(kind.value for kind in FOREIGN_SECTIONS)
    if wanted.text.strip():
        parts.append("c.id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)")
        parameters.append(match_query(wanted.text))
    if wanted.state is not None:
        done, by_whom = done_query(wanted.annotator)
        parts.append(f"c.id {'IN' if wanted.state is ReviewState.DONE else 'NOT IN'} ({done})")
        parameters += by_whom
    return " AND ".join(parts), parameters


def done_query(annotator: str | None) -> tuple[str, Parameters]:
    """The ids of the claims that are done for an annotator, or for anybody where that is ``None``.

    The fields stand in it as words, since SQLite otherwise cannot see that the index of states applies.
    """
    whose = "" if annotator is None else "annotator = ? AND "
    sql = (
        "SELECT claim_id FROM (SELECT claim_id, value, max(id) FROM standing_events "
        f"WHERE {whose}field IN {DECISIVE_FIELDS} GROUP BY annotator, claim_id, field) WHERE value IS NOT NULL"
    )
    return sql, [] if annotator is None else [storable(annotator)]


def placeholders(count: int) -> str:
    """So many question marks, for ``IN (…)``."""
    return ", ".join("?" * count)
