"""Which files are read: paths, folders and patterns become sources, each file once, in a stable order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
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
        elif _PATTERN_MARKS & set(path) and not os.path.lexists(path):
            yield from self._pattern(path)
        else:
            yield from self._one(Path(path), Path(path).name, explicit=True)

    def _pattern(self, pattern: str) -> Iterator[Source | Reject]:
        root = _fixed_part(pattern)
        matches = sorted(glob.glob(pattern, recursive=True), key=lambda match: Path(match).parts)  # noqa: PTH207
        if not matches:
            yield Reject(_printable(pattern), "no file matches the pattern")
        for match in matches:
            path = Path(match)
            below = path.relative_to(root) if path.is_relative_to(root) else path
            yield from self._one(path, below.as_posix(), explicit=False, folder_named=path.is_dir())

    def _one(self, path: Path, name: str, *, explicit: bool, folder_named: bool = True) -> Iterator[Source | Reject]:
        """A file or a folder; ``explicit`` files are read whatever their suffix."""
        try:
            status = path.stat()
        except OSError as error:
            yield Reject(_printable(name if name not in {"", "."} else str(path)), _why(path, error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path, "" if explicit else f"{name}/", status, told=folder_named)
        elif explicit or kind_of(path):
            yield from self._file(path, name, status)

    def _folder(self, path: Path, prefix: str, status: os.stat_result, *, told: bool) -> Iterator[Source | Reject]:
        if self._is_met(status):
            return
        try:
            names = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
        except OSError as error:
            yield Reject(_printable(prefix or str(path)), _why(path, error))
            return
        count = 0
        for name in names:
            for found in self._one(path / name, prefix + name, explicit=False, folder_named=False):
                count += 1
                yield found
        if told and not count:
            yield Reject(_printable(str(path)), f"the folder holds no file that is read ({', '.join(KINDS)})")

    def _file(self, path: Path, name: str, status: os.stat_result) -> Iterator[Source | Reject]:
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


def _fixed_part(pattern: str) -> Path:
    """The folder before a pattern's first part with a mark."""
    parts = Path(pattern).parts
    fixed = next((index for index, part in enumerate(parts) if _PATTERN_MARKS & set(part)), len(parts))
    return Path(*parts[:fixed])


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the link leads nowhere" if path.is_symlink() else "there is no such file"
    if isinstance(error, PermissionError):
        return "may not be read: no permission"
    return f"cannot be read: {error.strerror or error}"


def _printable(name: str) -> str:
    """The name with bytes that are no UTF-8 replaced, since a file name may hold any and a database may not."""
    return os.fsencode(name).decode("utf-8", "replace")
