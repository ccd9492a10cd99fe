"""Sets of claims as one byte an id, 1 where it is in: a million ids take a megabyte, and two sets meet at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import compress

from sqlite_utils import Database

from factcheck.store.conditions.clauses import Sql

_SPARSE = 20
"""Where fewer than one id in so many is in a set, going from one to the next is quicker than looking at each."""


def ids_of(db: Database, query: Sql) -> array[int]:
    """The ids that a query gives, in its order, fetched as one row.

    Between two rows SQLite hands the interpreter back and has to wait for it: where another thread is at work, a
    thousand rows take as many waits.
    """
    sql = f"WITH found (id) AS ({query.text} LIMIT -1) SELECT group_concat(id) FROM found"
    (together,) = db.conn.execute(sql, query.values).fetchone()
    return array("q", map(int, together.split(","))) if together else array("q")


def mask_of(ids: Iterable[int], size: int) -> bytearray:
    """The set of these ids; those of ``size`` and beyond are left out."""
    mask = bytearray(size)
    for one in ids:
        if one < size:
            mask[one] = 1
    return mask


def both(first: bytes | bytearray, second: bytes | bytearray) -> bytearray:
    """The ids that are in both sets of one size."""
    met = int.from_bytes(first, "little") & int.from_bytes(second, "little")
    return bytearray(met.to_bytes(len(first), "little"))


def opposite(mask: bytes | bytearray) -> bytearray:
    """The ids that are not in the set."""
    return bytearray(mask.translate(_TURNED))


_TURNED = bytes([1, 0]) + bytes(range(2, 256))


def members(mask: bytes | bytearray) -> array[int]:
    """The ids of a set, from the least."""
    if mask.count(1) * _SPARSE > len(mask):
        return array("q", compress(range(len(mask)), mask))
    found, at = array("q"), mask.find(1)
    while at >= 0:
        found.append(at)
        at = mask.find(1, at + 1)
    return found
