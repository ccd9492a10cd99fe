"""A project's own settings: one TOML file for keys, queue, guidelines and desk; docs/settings.md lists them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from factcheck.errors import SearchError, SettingsError, UsageError
from factcheck.filters import parse
from factcheck.model import ClaimType, Order
from factcheck.review.keymap import Keymap

FILE_NAME = "factcheck.toml"

THEMES = ("dark", "light", "high-contrast")

_MAX_BYTES = 1 << 20
_MAX_SNOOZE = timedelta(days=366)
_DURATION = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?", re.ASCII)

Problem = Callable[[str], SettingsError]
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says, and the defaults where it says nothing; ``path`` is ``None`` where there is no file.

    ``search`` is the search line that the queue opens with, ``weights`` the types in the order of their weight.
    ``guidelines`` is a folder whose Markdown files stand before those that come along.
    """

    path: Path | None = None
    keymap: Keymap = field(default_factory=Keymap)
    order: Order = Order.HELPFUL
    weights: tuple[ClaimType, ...] = (ClaimType.CASUALTY, ClaimType.VIEW_COUNT, ClaimType.MEMBERSHIP, ClaimType.DATE)
    search: str = ""
    guidelines: Path | None = None
    theme: str = "dark"
    focus: bool = False
    stay: bool = False
    snooze: timedelta = timedelta(hours=1)


def load(db: Path, explicit: Path | None = None) -> Settings:
    """The settings for a database: of the file named, else beside the database, else in the user's configuration.

    Raises SettingsError, with file and line, for whatever cannot be read or is not known.
    """
    path = explicit or next((candidate for candidate in places(db) if candidate.is_file()), None)
    return Settings() if path is None else read(path)


def places(db: Path) -> tuple[Path, ...]:
    """Where a settings file is looked for, the first that is there counting."""
    configured = Path(os.environ.get("XDG_CONFIG_HOME") or "")
    home = configured if configured.is_absolute() else Path("~/.config").expanduser()
    return db.absolute().parent / FILE_NAME, home / "factcheck" / FILE_NAME


def read(path: Path) -> Settings:
    """The settings of one file; see ``load``."""
    text = _text(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, str(error)) from error
    except RecursionError as error:
        raise SettingsError(str(path), "the file is nested too deeply") from error
    return Settings(path=path, **_Reader(path, text).read(tables))


def duration(text: str) -> timedelta | None:
    """A stretch of time as people write it: "30m", "1h", "1h30m", "2d"; ``None`` for anything else, and for none."""
    found = _DURATION.fullmatch(text.strip().lower().replace(" ", ""))
    if found is None:
        return None
    days, hours, minutes = (int(part or 0) for part in found.groups())
    lasting = timedelta(days=days, hours=hours, minutes=minutes)
    return lasting if timedelta() < lasting <= _MAX_SNOOZE else None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise SettingsError(str(path), f"the settings cannot be read: {error.strerror or error}") from error
    if len(raw) > _MAX_BYTES:
        raise SettingsError(str(path), "a settings file has at most 1 MB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SettingsError(str(path), "the file is not UTF-8", line) from error


def _not_toml(path: Path, text: str, message: str) -> SettingsError:
    """The parser's word with its place as file and line: "Invalid value (at line 3, column 5)"."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    if found is None:
        return SettingsError(str(path), f"this is not TOML: {message}")
    line = int(found[1]) if found[1] else text.count("\n") + 1
    return SettingsError(str(path), f"this is not TOML: {message[: found.start()]}", line)


class _Reader:
    """Reads one file's tables; every complaint names the file and, where it can be found, the line."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def read(self, tables: Table) -> dict[str, Any]:
        known: dict[str, Callable[[Table], dict[str, Any]]] = {
            "keys": self._keys,
            "queue": partial(self._named, "queue", {"order": _order, "weights": _weights, "search": _search}),
            "guidelines": partial(self._named, "guidelines", {"folder": self._folder}),
            "desk": partial(
                self._named, "desk", {"theme": _theme, "focus": _switch, "stay": _switch, "snooze": _snooze}
            ),
        }
        said: dict[str, Any] = {}
        for name, table in tables.items():
            if name not in known:
                raise self._unknown("table", name, known, "", name)
            if not isinstance(table, dict):
                raise self._error(f"{name} must be a table: [{name}]", "", name)
            said |= known[name](table)
        if "folder" in said:
            said["guidelines"] = said.pop("folder")
        return said

    def _named(self, table: str, readers: Mapping[str, Callable[[Any], Any]], entries: Table) -> dict[str, Any]:
        said = {}
        for name, value in entries.items():
            if name not in readers:
                raise self._unknown(f"name in [{table}]", name, readers, table, name)
            try:
                said[name] = readers[name](value)
            except ValueError as error:
                raise self._error(f"[{table}] {name} {error}", table, name) from error
        return said

    def _folder(self, value: Any) -> Path:
        if not isinstance(value, str) or not value.strip():
            raise ValueError("must be the path of a folder, in quotes")
        try:
            return self._path.absolute().parent / Path(value).expanduser()
        except RuntimeError as error:
            raise ValueError(f"names a home folder that is not known: {value}") from error

    def _keys(self, entries: Table) -> dict[str, Any]:
        keymap = Keymap()
        keys: dict[str, tuple[str, ...]] = {}
        for name, value in entries.items():
            if isinstance(value, dict):
                keys |= self._keys_of_type(keymap, name, value, keys)
            else:
                keys[name] = self._pressed("keys", name, value)
        try:
            return {"keymap": keymap.changed(keys, str(self._path))}
        except UsageError as error:
            raise self._clash(keys, str(error)) from error

    def _keys_of_type(
        self, keymap: Keymap, name: str, entries: Table, taken: Mapping[str, Any]
    ) -> dict[str, tuple[str, ...]]:
        table = f"keys.{name}"
        if name not in set(ClaimType):
            raise self._unknown("claim type in [keys]", name, [*ClaimType], table)
        fixes = {fix.name: fix for fix in keymap.fixes_of(ClaimType(name))}
        keys = {}
        for fix_name, value in entries.items():
            if fix_name not in fixes:
                raise self._unknown(f"correction in [{table}]", fix_name, fixes, table, fix_name)
            if fix_name in taken:
                raise self._error(f"{fix_name} has a key in [keys] already", table, fix_name)
            keys[fix_name] = self._pressed(table, fix_name, value)
        return keys

    def _pressed(self, table: str, name: str, value: Any) -> tuple[str, ...]:
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise self._error(f'[{table}] {name} must be a key, "x", or a list of keys, ["x", "ctrl+y"]', table, name)
        return tuple(keys)

    def _clash(self, keys: Mapping[str, tuple[str, ...]], message: str) -> SettingsError:
        """The keymap's complaint, with the line of the first name in it that the file itself has."""
        reason = message.removeprefix(f"{self._path}: ")
        words = set(re.findall(r"\w+", reason))
        named = next((name for name in keys if name in words), "")
        return SettingsError(str(self._path), reason, self._line("keys", named) if named else None)

    def _unknown(
        self, what: str, name: str, known: Iterable[str], table: str, entry: str | None = None
    ) -> SettingsError:
        near = get_close_matches(name, list(known), 1)
        hint = f"do you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        return self._error(f"there is no {what} called {name!r}; {hint}", table, entry)

    def _error(self, reason: str, table: str, name: str | None) -> SettingsError:
        return SettingsError(str(self._path), reason, self._line(table, name))

    def _line(self, table: str, name: str | None) -> int | None:
        """Where a name of a table stands, or else the table itself; ``None`` where the file is written otherwise."""
        lines = {entry: number for number, entry in reversed([*self._entries()])}
        wanted = ([f"{table}.{name}"] if table and name else []) + [table or name or ""]
        return next((lines[entry] for entry in wanted if entry in lines), None)

    def _entries(self) -> Iterator[tuple[int, str]]:
        """Each line that opens a table or gives an entry: its number, and the name with its table's before it."""
        inside = ""
        for number, line in enumerate(self._lines, 1):
            bare = line.strip()
            if bare.startswith("[") and "]" in bare:
                inside = _bare(bare.strip("[").partition("]")[0])
                yield number, inside
            elif "=" in bare and not bare.startswith("#"):
                name = _bare(bare.partition("=")[0])
                yield number, f"{inside}.{name}" if inside else name


def _bare(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))


def _one_of(value: Any, choices: Iterable[str]) -> str:
    names = [str(choice) for choice in choices]
    if value in names:
        return str(value)
    near = get_close_matches(str(value), names, 1)
    raise ValueError(
        f"cannot be {value!r}; " + (f"do you mean {near[0]!r}?" if near else f"it can be {_list(names)}")
    )


def _list(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _order(value: Any) -> Order:
    return Order(_one_of(value, Order))


def _theme(value: Any) -> str:
    return _one_of(value, THEMES)


def _weights(value: Any) -> tuple[ClaimType, ...]:
    if not isinstance(value, list):
        raise ValueError(
            f"must be a list of types, the weightiest first: [{_list(kind.value for kind in ClaimType)}]"
        )
    types = [ClaimType(_one_of(name, ClaimType)) for name in value]
    rest = [kind for kind in Settings().weights if kind not in types]
    return tuple(dict.fromkeys([*types, *rest]))


def _search(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a search line, in quotes")
    try:
        parse(value, annotator="me", today=date.today())
    except SearchError as error:
        raise ValueError(f"cannot be read: {error}") from error
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, not {value!r}")
    return value


def _snooze(value: Any) -> timedelta:
    lasting = duration(value) if isinstance(value, str) else None
    if lasting is None:
        raise ValueError(f'must be a time such as "30m", "1h" or "2d", at most a year, not {value!r}')
    return lasting
