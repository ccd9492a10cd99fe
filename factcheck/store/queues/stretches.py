"""A walk over all articles in stretches, each as long as takes a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlite_utils import Database

from factcheck.store.conditions.clauses import Sql
from factcheck.store.db import sqlite3

_SECONDS = 0.03
"""What one stretch should take: short enough to stop at, long enough to be worth a query."""

_LEAST, _MOST = 32, 16_384
"""Articles of a stretch."""

_NEXT_DAY = (
    "SELECT day, id FROM articles INDEXED BY articles_newest WHERE (day, id) < (?, ?) "
    "ORDER BY day DESC, id DESC LIMIT 1 OFFSET ?"
)
_AFTER_ALL_DAYS = "~"

Taken = TypeVar("Taken")


class Stretches:
    """Conditions that together cut all articles into stretches, by number or from the newest day backwards.

    ``column`` is what holds an article's number where they go by number. Each stretch is as long as the time of those
    before suggests.
    """

    def __init__(self, db: Database, *, by_day: bool, column: str) -> None:
        self._db = db
        self._by_day = by_day
        self._column = column
        self._articles = _LEAST

    def __iter__(self) -> Iterator[Sql]:
        return self._backwards() if self._by_day else self._by_number()

    def timed(self, take: Callable[[sqlite3.Cursor], Taken], rows: sqlite3.Cursor) -> Taken:
        """What ``take`` makes of a stretch's rows; the next stretch is made to fit the time that it took."""
        began = time.perf_counter()
        taken = take(rows)
        seconds = time.perf_counter() - began
        if seconds < _SECONDS / 2:
            self._articles = min(_MOST, self._articles * 2)
        elif seconds > _SECONDS * 2:
            self._articles = max(_LEAST, self._articles // 2)
        return taken

    def _by_number(self) -> Iterator[Sql]:
        last = self._db.conn.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0]
        position = 0
        while position < last:
            end = position + self._articles
            yield Sql(f"{self._column} > ? AND {self._column} <= ?", (position, end))
            position = end

    def _backwards(self) -> Iterator[Sql]:
        day, number = _AFTER_ALL_DAYS, 0
        while True:
            end = self._db.conn.execute(_NEXT_DAY, (day, number, self._articles - 1)).fetchone()
            if end is None:
                yield Sql("(a.day, a.id) < (?, ?)", (day, number))
                return
            yield Sql("(a.day, a.id) < (?, ?) AND (a.day, a.id) >= (?, ?)", (day, number, *end))
            day, number = end
