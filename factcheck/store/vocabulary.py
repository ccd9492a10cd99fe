"""Names that are in the database, to be offered while a search is typed."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from factcheck.errors import UsageError
from factcheck.store.odd_characters import storable

_SECONDS = 0.02
"""How long names are looked for and counted; what is found by then is offered."""

_LOOKED_AT = 200
"""Where there are at most so many names, the commonest come first; more come by the alphabet."""

_COUNTED = 2_000
"""Claims are counted up to here; a name with more counts as one with very many."""

Names = list[tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the names of a field stand in order; ``counts`` where each row is a claim."""

    table: str
    column: str
    condition: str = "TRUE"
    collation: str = "NOCASE"
    counts: bool = False

    @property
    def name(self) -> str:
        return f"{self.column} COLLATE {self.collation}"


_INDEXES: Mapping[str, _Index] = {
    "publisher": _Index("articles INDEXED BY articles_publisher", "publisher", "publisher IS NOT NULL"),
    "group": _Index("claims INDEXED BY claims_groups", "group_name", "type = 'membership'", counts=True),
    "speaker": _Index("claims INDEXED BY claims_speakers", "speaker", "attribution IS NOT NULL", counts=True),
    "member": _Index("members INDEXED BY members_name", "name", counts=True),
    "source": _Index("articles INDEXED BY articles_source_id", "source_id", collation="BINARY"),
    "by": _Index("label_events INDEXED BY label_events_annotator", "annotator", collation="BINARY"),
    "added": _Index("claims INDEXED BY claims_added", "added_by", "added_by IS NOT NULL", "BINARY"),
}


def vocabulary(db: Database, field: str, prefix: str, limit: int) -> Names:
    """Names that begin so, then those with a word that does, with how many claims have each where that is known.

    However many claims there are, it takes some hundredths of a second: where names are too many for that, those
    further down the alphabet are not looked at. Raises UsageError for a field without names.
    """
    prefix = storable(prefix)
    if field == "flag":
        return _flags(db, prefix, limit)
    index = _INDEXES.get(field)
    if index is None:
        raise UsageError(f"the search field {field!r} has no names")
    until = time.perf_counter() + _SECONDS
    found = _beginning(db, index, prefix, limit, until)
    if prefix and len(found) < limit:
        known = {name.lower() for name, _ in found}
        inside = (name for name in _steps(db, index, "", until) if f" {prefix.lower()}" in f" {name.lower()}")
        found += [(name, None) for name in inside if name.lower() not in known][: limit - len(found)]
    return found[:limit]


def _beginning(db: Database, index: _Index, prefix: str, limit: int, until: float) -> Names:
    names: list[str] = []
    for name in _steps(db, index, prefix, until):
        if not name.lower().startswith(prefix.lower()) or len(names) > max(limit, _LOOKED_AT):
            break
        names.append(name)
    if not index.counts or len(names) > _LOOKED_AT:
        return [(name, None) for name in names[:limit]]
    counted = [(name, _count(db, index, name) if time.perf_counter() < until else 0) for name in names]
    counted.sort(key=lambda one: -one[1])
    return [(name, count if 0 < count <= _COUNTED else None) for name, count in counted[:limit]]


def _steps(db: Database, index: _Index, start: str, until: float) -> Iterator[str]:
    """The names from ``start`` on: one step along the index each, however many rows have it."""
    sql = (
        f"SELECT {index.column} FROM {index.table} WHERE {index.condition} AND {index.name} {{}} ? "
        f"ORDER BY {index.name} LIMIT 1"
    )
    found = db.conn.execute(sql.format(">="), (start,)).fetchone()
    while found is not None:
        yield found[0]
        if time.perf_counter() > until:
            return
        found = db.conn.execute(sql.format(">"), (found[0],)).fetchone()


def _count(db: Database, index: _Index, name: str) -> int:
    sql = (
        f"SELECT count(*) FROM (SELECT 1 FROM {index.table} WHERE {index.condition} AND {index.name} = ? "
        f"LIMIT {_COUNTED + 1})"
    )
    return int(db.conn.execute(sql, (name,)).fetchone()[0])


def _flags(db: Database, prefix: str, limit: int) -> Names:
    counts: Counter[str] = Counter()
    for flags, count in db.conn.execute("SELECT flags, count(*) FROM claims WHERE flags <> '[]' GROUP BY flags"):
        for flag in json.loads(flags):
            counts[flag] += count
    begins = [name for name, _ in counts.most_common() if name.lower().startswith(prefix.lower())]
    return [(name, counts[name]) for name in begins[:limit]]
