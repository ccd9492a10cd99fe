"""Which files are read: paths, folders and patterns become sources, each file once, in a stable order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.model import Reject

KINDS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/json",
    ".ndjson": "application/json",
    ".csv": "text/csv",
}
"""What a file holds, by its suffix; each may have ``.gz`` behind it."""

_PATTERN_MARKS = frozenset("*?[")
_SPECIAL = {
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    ``name`` is for people and for ``source_id``: the path below the folder that was named, with ``/`` between its
    parts; for a file that was named itself, its own name. Two files never share one.
    """

    path: Path
    name: str


def kind_of(path: Path) -> str | None:
    """The media type that the file's suffix promises, ``None`` where it promises none."""
    suffixes = [suffix.casefold() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return KINDS.get(suffixes[-1]) if suffixes else None


def expand(paths: Sequence[str]) -> Iterator[Source | Reject]:
    """The files that the paths name, in the order of the paths and sorted below each, every file once.

    A folder gives its files of known kinds at any depth, hidden ones left out; links are followed, and a folder is
    entered once however often it is linked. A path that is no file but holds ``*``, ``?`` or ``[`` is a pattern,
    with ``**`` for any depth. What is missing, unreadable or no file becomes a ``Reject``.
    """
    walk = _Walk()
    for path in paths:
        yield from walk.named(path)


class _Walk:
    """One expansion: which files and folders it has met, and which names it has given."""

    def __init__(self) -> None:
        self._met: set[tuple[int, int]] = set()
        self._names: set[str] = set()

    def named(self, path: str) -> Iterator[Source | Reject]:
        """The sources of one path as the user gave it."""
        if not path or "\0" in path:
            yield Reject(_printable(path), "is not a path")
            return
        if _PATTERN_MARKS & set(path) and not os.path.lexists(path):
            matches, nothing = _matches(path), "no file that is read matches the pattern"
        elif _is_folder(place := Path(path)):
            matches, nothing = [(place, "")], f"the folder holds no file that is read ({', '.join(KINDS)})"
        else:
            yield from self._file(place, place.name)
            return
        if not (yield from self._below(matches)):
            yield Reject(_printable(path), nothing)

    def _below(self, places: Sequence[tuple[Path, str]]) -> Generator[Source | Reject, None, bool]:
        """The files at the places and in folders there; whether there was any of a known kind, met before or not."""
        pending = list(reversed(places))
        found = False
        while pending:
            path, name = pending.pop()
            if _is_folder(path):
                try:
                    pending.extend(reversed(self._entries(path, name)))
                except OSError as error:
                    yield Reject(_printable(name or str(path)), _why(path, error))
                    found = True
            elif kind_of(path):
                yield from self._file(path, name)
                found = True
        return found

    def _entries(self, folder: Path, name: str) -> list[tuple[Path, str]]:
        """What is not hidden in a folder, sorted, with names below the one that was named; once."""
        if self._is_met(folder.stat()):
            return []
        names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
        return [(folder / entry, f"{name}/{entry}" if name else entry) for entry in names]

    def _file(self, path: Path, name: str) -> Iterator[Source | Reject]:
        try:
            status = path.stat()
        except OSError as error:
            yield Reject(_printable(name or str(path)), _why(path, error))
            return
        if self._is_met(status):
            return
        special = next((what for test, what in _SPECIAL.items() if test(status.st_mode)), None)
        if special:
            yield Reject(_printable(name), f"is {special}, not a file")
        elif not os.access(path, os.R_OK):
            yield Reject(_printable(name), "may not be read: no permission")
        else:
            yield Source(path, self._unique(_printable(name), path))

    def _is_met(self, status: os.stat_result) -> bool:
        identity = (status.st_dev, status.st_ino)
        if identity in self._met:
            return True
        self._met.add(identity)
        return False

    def _unique(self, name: str, path: Path) -> str:
        """The name, longer by as many parent folders as it takes to differ from those given before."""
        parts = _printable(path.absolute().as_posix()).split("/")
        length = name.count("/") + 1
        while name in self._names and length <= len(parts):
            length += 1
            name = "/".join(parts[-length:])
        self._names.add(name)
        return name


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for names that are too long


def _matches(pattern: str) -> list[tuple[Path, str]]:
    """What a pattern matches, sorted, with names below the folder before the pattern's first part with a mark."""
    parts = Path(pattern).parts
    fixed = next((index for index, part in enumerate(parts) if _PATTERN_MARKS & set(part)), len(parts))
    root = Path(*parts[:fixed])
    paths = sorted(map(Path, glob.glob(pattern, recursive=True)))  # noqa: PTH207 - Path.glob takes no absolute pattern
    below = [path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix() for path in paths]
    return [(path, "" if name == "." else name) for path, name in zip(paths, below, strict=True)]


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the link leads nowhere" if path.is_symlink() else "there is no such file"
    if isinstance(error, PermissionError):
        return "may not be read: no permission"
    return f"cannot be read: {error.strerror or error}"


def _printable(name: str) -> str:
    """The name with bytes that are no UTF-8 replaced, since a file name may hold any and a database may not."""
    return os.fsencode(name).decode("utf-8", "replace")
