"""Every error that factcheck raises on purpose.

FactcheckError
├── InputError        a source file or record cannot be read
├── DatabaseError     the database cannot be opened or trusted
│   ├── DatabaseMissing   there is no file at the path
│   ├── NotOurDatabase    the file is not one that factcheck made
│   ├── NewerSchema       the file was written by a newer factcheck
│   ├── UnsafeFilesystem  the file lies where SQLite's locks cannot be trusted
│   ├── DatabaseDamaged   the file's contents do not hang together
│   ├── DatabaseLocked    another program keeps the file locked
│   ├── DatabaseUnwritable  the file may not be written by this user
│   └── Interrupted       a query was stopped on request
├── UsageError        an option or an argument makes no sense
│   ├── SearchError       a search line cannot be read
│   └── SettingsError     a settings file makes no sense
└── LabelError        a label that the scheme does not know
"""

from __future__ import annotations


class FactcheckError(Exception):
    """The root of the tree; its message says what was wrong, where, and what to do."""


class InputError(FactcheckError):
    """A source that cannot be read.

    ``source`` names the file, ``line`` the 1-based line or record within it, where there is one.
    """

    def __init__(self, source: str, reason: str, line: int | None = None) -> None:
        self.source = source
        self.line = line
        self.reason = reason
        super().__init__(f"{self.location}: {reason}")

    @property
    def location(self) -> str:
        """The file, with the line behind a colon where there is one."""
        return self.source if self.line is None else f"{self.source}:{self.line}"


class DatabaseError(FactcheckError):
    """A database that cannot be opened or trusted."""


class DatabaseMissing(DatabaseError):
    """There is no file at the path."""


class NotOurDatabase(DatabaseError):
    """The file is not a database that factcheck made."""


class NewerSchema(DatabaseError):
    """The database was written by a newer factcheck."""


class UnsafeFilesystem(DatabaseError):
    """The file lies on a network file system, where SQLite's locks cannot be trusted."""


class DatabaseDamaged(DatabaseError):
    """The file is SQLite's, but its contents do not hang together."""


class DatabaseLocked(DatabaseError):
    """Another program keeps the file locked."""


class DatabaseUnwritable(DatabaseError):
    """The file, or the folder that holds it, may not be written by this user."""


class Interrupted(DatabaseError):
    """A query that was stopped because its answer is no longer wanted."""


class UsageError(FactcheckError):
    """An option or an argument that makes no sense."""


class SearchError(UsageError):
    """A term of a search line that makes no sense.

    ``term`` is the term as written, ``column`` its place in the line, 0-based; ``meant`` are words close to it.
    """

    def __init__(self, reason: str, term: str, column: int, meant: tuple[str, ...] = ()) -> None:
        self.reason = reason
        self.term = term
        self.column = column
        self.meant = meant
        hint = f"; did you mean {' or '.join(meant)}?" if meant else ""
        super().__init__(f"search, column {column + 1}: {term}: {reason}{hint}")


class SettingsError(UsageError):
    """A settings file that cannot be read, or that says what makes no sense.

    ``source`` names the file, ``line`` the 1-based line within it, where that is known.
    """

    def __init__(self, source: str, reason: str, line: int | None = None) -> None:
        self.source = source
        self.line = line
        self.reason = reason
        super().__init__(f"{source}{'' if line is None else f':{line}'}: {reason}")


class LabelError(FactcheckError):
    """A label that the label scheme does not know."""
