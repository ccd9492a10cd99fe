"""What helps most: the tiers in which the helpful order hands out claims."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sqlite_utils import Database

from factcheck.model import FOREIGN_SECTIONS, ClaimType

DEFAULT_WEIGHTS = (ClaimType.CASUALTY, ClaimType.VIEW_COUNT, ClaimType.MEMBERSHIP, ClaimType.DATE)
"""The types of claim, the weightiest first."""

FLAGGED, SINGLE, BY_TYPE = 0, 1, 2
"""The tiers behind what annotators disagree about; from ``BY_TYPE`` on there is one a type of claim."""

FOREIGN = "('" + "', '".join(sorted(kind.value for kind in FOREIGN_SECTIONS)) + "')"
_OWN_COUNT = f"type IN ('casualty', 'view_count') AND segment NOT IN {FOREIGN}"

_ELSEWHERE = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM claims o INDEXED BY claims_counted WHERE o.type IN ('casualty', 'view_count') "
    f"AND o.thing = c.thing AND o.low IS c.low AND o.high IS c.high AND o.article_id {side} c.article_id "
    f"AND o.segment NOT IN {FOREIGN})"
    for side in "<>"
)
SINGLE_SOURCE = f"c.type IN ('casualty', 'view_count') AND c.segment NOT IN {FOREIGN} AND {_ELSEWHERE}"
"""Holds of a count that no other article has: nobody else counts the same thing and comes to the same number."""

FLAGGED_ROW = "(c.flagged OR c.id IN (SELECT claim_id FROM findings WHERE claim_id IS NOT NULL))"
"""Holds of a claim that extraction, or a later extraction, marked."""

_SINGLES = f"""
SELECT group_concat(id) FROM claims INDEXED BY claims_counted WHERE {_OWN_COUNT} AND thing = ?
GROUP BY low, high HAVING min(article_id) = max(article_id)"""

# One step along the index a thing, however many claims count it.
_THINGS = """
WITH RECURSIVE things (thing) AS (
  SELECT min(thing) FROM claims WHERE type IN ('casualty', 'view_count')
  UNION ALL
  SELECT (SELECT min(thing) FROM claims WHERE type IN ('casualty', 'view_count') AND thing > things.thing)
  FROM things WHERE things.thing IS NOT NULL
)
SELECT thing FROM things WHERE thing IS NOT NULL"""

_FLAGGED_IDS = """
SELECT id FROM claims WHERE flags <> '[]' UNION ALL SELECT claim_id FROM findings WHERE claim_id IS NOT NULL"""


class Tiers:
    """The tiers of one database as it is, with the types in the order of their weight."""

    def __init__(self, db: Database, weights: Sequence[ClaimType]) -> None:
        self._db = db
        self.types = tuple(dict.fromkeys((*weights, *DEFAULT_WEIGHTS)))
        cases = " ".join(f"WHEN '{kind.value}' THEN {BY_TYPE + rank}" for rank, kind in enumerate(self.types))
        by_type = f"CASE c.type {cases} ELSE {self.count - 1} END"
        self.quick_sql = f"CASE WHEN {FLAGGED_ROW} THEN {FLAGGED} ELSE {by_type} END"
        """A claim's tier as its row of the queue's index tells; a single source has its type's."""
        self.exact_sql = (
            f"CASE WHEN {FLAGGED_ROW} THEN {FLAGGED} WHEN {SINGLE_SOURCE} THEN {SINGLE} ELSE {by_type} END"
        )
        """A claim's tier, with a look at the other articles."""

    @property
    def count(self) -> int:
        """How many tiers there are, that of the disputed left out."""
        return BY_TYPE + len(self.types)

    def conditions(self) -> Iterator[str]:
        """For each tier the condition that a claim is in it, if it is in none before."""
        yield FLAGGED_ROW
        yield f"NOT {FLAGGED_ROW} AND {SINGLE_SOURCE}"
        for kind in self.types:
            yield f"NOT {FLAGGED_ROW} AND c.type = '{kind.value}' AND NOT ({SINGLE_SOURCE})"

    def flagged(self, at_most: int) -> frozenset[int] | None:
        """The claims that are flagged, or ``None`` where these are more."""
        rows = self._db.conn.execute(f"{_FLAGGED_IDS} LIMIT ?", (at_most + 1,)).fetchall()
        return frozenset(chain.from_iterable(rows)) if len(rows) <= at_most else None

    def things(self) -> list[str]:
        """All that is counted: effects and metrics."""
        return [row[0] for row in self._db.conn.execute(_THINGS)]

    def mark_singles(self, thing: str, mask: bytearray) -> None:
        """Put into a set the claims that count this thing and are a single source."""
        for (together,) in self._db.conn.execute(_SINGLES, (thing,)):
            for one in together.split(","):
                number = int(one)
                if number < len(mask):
                    mask[number] = 1

    def arranged(self, rows: Iterable[tuple[int, int]]) -> array[int]:
        """Ids with their tiers put in the order of the tiers, each in the order in which it came."""
        buckets = [array("q") for _ in range(self.count)]
        for claim_id, tier in rows:
            buckets[tier].append(claim_id)
        return array("q", chain.from_iterable(buckets))
