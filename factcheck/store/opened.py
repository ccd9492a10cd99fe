"""An open database file: what all that is asked of a store begins with."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from factcheck.store.db import open_db, path_of


class Opened:
    """One connection to one file. Use one instance a thread, as a context manager or with ``close``."""

    def __init__(self, db: Database, *, readonly: bool = False) -> None:
        self._db = db
        self._readonly = readonly
        self._path = path_of(db)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False) -> Self:
        """Open the database at a path; see ``open_db`` for what can be wrong with it."""
        return cls(open_db(path, create=create, readonly=readonly), readonly=readonly)

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
