"""Claims of the same kind that were judged before, the most alike first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from factcheck.model import LabelField, Labels
from factcheck.store.judged import kind_of, pattern_of
from factcheck.store.labels.events import JUDGING_FIELDS, current_labels
from factcheck.store.odd_characters import storable
from factcheck.store.reading import stored_claims
from factcheck.store.rows import Precedent, Said, StoredClaim
from factcheck.values import to_json

_NEAR = 60
"""Claims looked at on either side of a wording in the order of the alphabet: they begin with the same words."""

_NEWEST = 200
"""Claims of the kind looked at for the newest, however they are worded."""

_CANDIDATES = f"""
SELECT claim_id, pattern FROM (SELECT claim_id, pattern FROM judged_claims WHERE kind = :kind AND pattern >= :pattern
  ORDER BY pattern LIMIT {_NEAR})
UNION SELECT claim_id, pattern FROM (SELECT claim_id, pattern FROM judged_claims WHERE kind = :kind
  AND pattern < :pattern ORDER BY pattern DESC LIMIT {_NEAR})
UNION SELECT claim_id, pattern FROM (SELECT claim_id, pattern FROM judged_claims WHERE kind = :kind
  ORDER BY id DESC LIMIT {_NEWEST})"""


def precedents(db: Database, claim: StoredClaim, annotator: str | None, limit: int) -> list[Precedent]:
    """Up to ``limit`` judged claims of the claim's kind; the caller holds a read transaction.

    Ranked by how many of their words they share with it, numbers being all alike, then by how many annotators agree,
    then by age. Claims on which annotators are divided are none. ``annotator`` leaves everybody else's words out.
    """
    value = to_json(claim.claim.value)
    pattern = pattern_of(storable(claim.claim.quote), value)
    patterns = dict(
        db.conn.execute(_CANDIDATES, {"kind": kind_of(claim.claim.type.value, value), "pattern": pattern}).fetchall()
    )
    patterns.pop(claim.id, None)
    for (gone,) in db.conn.execute(
        "SELECT id FROM withdrawn_claims WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(patterns)),)
    ).fetchall():
        del patterns[gone]
    judged = {
        claim_id: agreed
        for claim_id, labels in current_labels(db, patterns).items()
        if (agreed := _agreed([one for one in labels if annotator in (None, one.annotator)]))
    }
    ranked = sorted(judged, key=lambda one: _rank(pattern, patterns[one], judged[one]), reverse=True)
    return [_precedent(db, claim_id, judged[claim_id]) for claim_id in ranked[:limit]]


def _agreed(labels: Sequence[Labels]) -> list[Labels]:
    """The labels of those who say what most say of the extraction; none where nobody does or no side has the most."""
    counted = Counter(one.extraction for one in labels if one.extraction).most_common(2)
    if not counted or (len(counted) == 2 and counted[0][1] == counted[1][1]):
        return []
    return sorted(
        (one for one in labels if one.extraction == counted[0][0]),
        key=lambda one: one.labelled_at or "",
        reverse=True,
    )


def _rank(pattern: str, other: str, agreed: Sequence[Labels]) -> tuple[float, int, str]:
    (comparator, *words), (other_comparator, *other_words) = pattern.split(" "), other.split(" ")
    mine, theirs = set(words), set(other_words)
    likeness = len(mine & theirs) / max(1, len(mine | theirs)) + (comparator == other_comparator)
    return round(likeness, 2), len(agreed), agreed[0].labelled_at or ""


def _precedent(db: Database, claim_id: int, agreed: Sequence[Labels]) -> Precedent:
    stored = stored_claims(db, "c.id = ?", claim_id)[0]
    return Precedent(
        claim_id=claim_id,
        key=stored.key,
        type=stored.claim.type,
        quote=stored.claim.quote,
        sentence=stored.sentence,
        value=stored.claim.value,
        said=tuple(said for field in JUDGING_FIELDS if (said := _most_say(field, agreed))),
        adjudicated=len(agreed) > 1,
        note=_newest(one.note for one in agreed),
        corrected_value=_newest(one.corrected_value for one in agreed),
        at=agreed[0].labelled_at or "",
    )


def _most_say(field: LabelField, agreed: Sequence[Labels]) -> Said | None:
    counted = Counter(value for one in agreed if (value := getattr(one, field.value))).most_common(2)
    if not counted or (len(counted) == 2 and counted[0][1] == counted[1][1]):
        return None
    return Said(field, *counted[0])


def _newest(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
