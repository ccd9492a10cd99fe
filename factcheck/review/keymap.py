"""Which key does what in one desk: the tables, with a project's own keys, free of clashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

from factcheck.errors import UsageError
from factcheck.model import ClaimType, LabelField
from factcheck.review.corrections.fixes import FIXES, Fix
from factcheck.review.keys import ACTION_KEYS, LABEL_KEYS, ActionKey, LabelKey

_NAMED = frozenset(
    {"space", "escape", "enter", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
    | {"up", "down", "left", "right"}
    | {f"F{number}" for number in range(1, 13)}
)

_SIGNS = {"up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "esc", "pageup": "PgUp", "pagedown": "PgDn"}

_KEPT = frozenset({"ctrl+p", "ctrl+c", "tab", "enter", "pageup", "pagedown", "home", "end"})
"""Keys that the desk itself needs: the palette, the panes and the edges of the list."""


def as_shown(key: str) -> str:
    """A key as the screen writes it: "esc" for ``escape``, "↓" for ``down``."""
    return _SIGNS.get(key, key)


def is_key(name: str) -> bool:
    """Whether this names a key: one character that prints, a named key, or either behind ctrl or alt."""
    *held, last = name.split("+") if len(name) > 1 and not name.endswith("++") else [name]
    plain = (len(last) == 1 and last.isprintable() and not last.isspace()) or last in _NAMED
    return plain and set(held) <= {"ctrl", "alt", "shift"}


@dataclass(frozen=True)
class Keymap:
    """The keys of one desk: labels, corrections of a value in one key, and actions."""

    labels: tuple[LabelKey, ...] = LABEL_KEYS
    fixes: tuple[Fix, ...] = FIXES
    actions: tuple[ActionKey, ...] = ACTION_KEYS

    @cached_property
    def _choices(self) -> dict[tuple[LabelField, str], LabelKey]:
        return {(key.field, key.value): key for key in self.labels}

    @cached_property
    def _actions(self) -> dict[str, ActionKey]:
        return {entry.name: entry for entry in self.actions}

    def choice(self, field: LabelField, value: str) -> LabelKey:
        """The row of a choice; KeyError where the scheme has none."""
        return self._choices[field, value]

    def action(self, name: str) -> ActionKey:
        """The row of an action; KeyError where there is none."""
        return self._actions[name]

    def of_field(self, field: LabelField) -> list[LabelKey]:
        """The choices of a field in the table's order."""
        return [key for key in self.labels if key.field is field]

    def fixes_of(self, kind: ClaimType) -> list[Fix]:
        """The one-key corrections for claims of a type."""
        return [fix for fix in self.fixes if kind in fix.types]

    def fix(self, kind: ClaimType, key: str) -> Fix | None:
        """What a key corrects on a claim of a type; ``None`` where it corrects nothing there."""
        return next((fix for fix in self.fixes_of(kind) if fix.key == key), None)

    def shown(self, name: str) -> str:
        """The first key of an action as the screen writes it; "ctrl+p" where it was left without one."""
        keys = self._actions[name].keys
        return as_shown(keys[0]) if keys else "ctrl+p"

    def groups(self) -> Iterator[tuple[str, list[ActionKey]]]:
        """The actions by their group, in the table's order."""
        for group in dict.fromkeys(entry.group for entry in self.actions):
            yield group, [entry for entry in self.actions if entry.group == group]

    def changed(self, keys: Mapping[str, tuple[str, ...]], origin: str) -> Keymap:
        """The map with other keys for some names; ``origin`` is what the error names: the settings file.

        Raises UsageError for a name that nothing has, for what is no key, and for a key that would mean two things.
        """
        names = [*(key.name for key in self.labels), *(fix.name for fix in self.fixes), *self._actions]
        for name, chosen in keys.items():
            if name not in names:
                near = get_close_matches(name, names, 1)
                hint = f"; do you mean {near[0]}?" if near else ""
                raise UsageError(f"{origin}: [keys] nothing is called {name!r}{hint}")
            for key in chosen:
                if not is_key(key):
                    raise UsageError(f"{origin}: [keys] {name}: {key!r} is no key")
        made = Keymap(
            tuple(replace(entry, keys=keys.get(entry.name, entry.keys)) for entry in self.labels),
            tuple(
                replace(fix, key=next(iter(keys[fix.name]), "")) if fix.name in keys else fix for fix in self.fixes
            ),
            tuple(replace(entry, keys=keys.get(entry.name, entry.keys)) for entry in self.actions),
        )
        made.check(origin)
        return made

    def check(self, origin: str) -> None:
        """Raise UsageError where, on claims of one type, a key would mean two things."""
        for kind in ClaimType:
            taken = dict.fromkeys(_KEPT, "the desk itself")
            entries = [(key.name, key.keys) for key in self.labels]
            entries += [(entry.name, entry.keys) for entry in self.actions]
            entries += [(fix.name, (fix.key,)) for fix in self.fixes_of(kind) if fix.key]
            for name, keys in entries:
                for key in keys:
                    if key in taken:
                        raise UsageError(f"{origin}: [keys] {key!r} is both {taken[key]} and {name}")
                    taken[key] = name
