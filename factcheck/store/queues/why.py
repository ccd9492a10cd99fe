"""Why a claim comes where it does in a queue: the facts; ``review.reasons`` says them in words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from factcheck.errors import UsageError
from factcheck.model import ClaimType, LabelField, Order
from factcheck.store.labels import current_labels
from factcheck.store.queues.tiers import FOREIGN, Tiers
from factcheck.store.rows import Elsewhere, Why

_NAMED = 3
"""Other articles that are named."""

_AT_MOST = 1_000
"""Other articles that are counted."""

_CLAIM = """
SELECT c.type, c.flags, c.thing, c.low, c.high, c.article_id, c.segment, a.published
FROM claims c JOIN articles a ON a.id = c.article_id WHERE c.id = ?"""

_ELSEWHERE = f"""
SELECT DISTINCT article_id FROM claims INDEXED BY claims_counted
WHERE type IN ('casualty', 'view_count') AND thing = ? AND low IS ? AND high IS ? AND article_id <> ?
  AND segment NOT IN {FOREIGN} LIMIT ?"""

_ARTICLES = """
SELECT coalesce(publisher, headline, source_id) FROM articles WHERE id IN (SELECT value FROM json_each(?))
ORDER BY day DESC, id DESC"""


def why(db: Database, claim_id: int, annotator: str | None, order: Order, weights: Sequence[ClaimType]) -> Why:
    """The facts of one claim; the caller holds a transaction. Raises UsageError where there is no such claim."""
    found = db.conn.execute(_CLAIM, (claim_id,)).fetchone()
    if found is None:
        raise UsageError(f"there is no claim number {claim_id}")
    kind, flags, thing, low, high, article_id, segment, published = found
    types = Tiers(db, weights).types
    elsewhere = None
    if thing is not None and f"'{segment}'" not in FOREIGN:
        elsewhere = _elsewhere(db, (thing, low, high, article_id))
    return Why(
        claim_id=claim_id,
        type=ClaimType(kind),
        order=order,
        annotator=annotator,
        disagreement=_disagreement(db, claim_id),
        flags=tuple(json.loads(flags)),
        findings=tuple(
            json.loads(detail).get("what", kind)
            for kind, detail in db.conn.execute("SELECT kind, detail FROM findings WHERE claim_id = ?", (claim_id,))
        ),
        elsewhere=elsewhere,
        rank=types.index(ClaimType(kind)),
        ranks=len(types),
        published=date.fromisoformat(published) if published else None,
    )


def _elsewhere(db: Database, counted: tuple[object, ...]) -> Elsewhere:
    articles = [row[0] for row in db.conn.execute(_ELSEWHERE, (*counted, _AT_MOST))]
    names = [row[0] for row in db.conn.execute(_ARTICLES, (json.dumps(articles[-_NAMED:]),))]
    return Elsewhere(len(articles), tuple(dict.fromkeys(names)))


def _disagreement(db: Database, claim_id: int) -> tuple[tuple[str, LabelField, str], ...]:
    """Who says what where annotators differ: by field, each with their word."""
    said = current_labels(db, [claim_id]).get(claim_id, [])
    found: list[tuple[str, LabelField, str]] = []
    for field in (LabelField.EXTRACTION, LabelField.VERDICT):
        words = [(labels.annotator, field, getattr(labels, field.value)) for labels in said]
        spoken = [word for word in words if word[2] is not None]
        if len({word[2] for word in spoken}) > 1:
            found += spoken
    return tuple(found)
