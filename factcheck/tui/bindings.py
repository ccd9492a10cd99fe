"""A desk's keys as Textual binds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding, BindingsMap

from factcheck.review.keymap import Keymap

_COMMA = {",": "comma"}
"""Textual parts the keys of a binding at commas."""


def bindings(keymap: Keymap) -> BindingsMap:
    """A binding for every key of the map; none shows in Textual's own footer."""
    return BindingsMap(list(_bindings(keymap)))


def bindings_of(keymap: Keymap, actions: Mapping[str, str]) -> BindingsMap:
    """The keys that some of the desk's actions have, bound to what another screen does at them: {"undo": "undo"}."""
    return BindingsMap([_bind(key, act, "") for name, act in actions.items() for key in keymap.action(name).keys])


def _bindings(keymap: Keymap) -> Iterator[Binding]:
    for choice in keymap.labels:
        for key in choice.keys:
            yield _bind(key, f"label('{choice.field.value}', '{choice.value}')", choice.words)
    for number, key in enumerate(fix_keys(keymap)):
        yield _bind(key, f"fix({number})", "correct the value")
    for entry in keymap.actions:
        for key in entry.keys:
            yield _bind(key, entry.action, entry.meaning)


def fix_keys(keymap: Keymap) -> list[str]:
    """The keys that correct a value, each once: what one does depends on the type of the claim at hand."""
    return list(dict.fromkeys(fix.key for fix in keymap.fixes if fix.key))


def _bind(key: str, action: str, description: str) -> Binding:
    *held, last = key.split("+") if len(key) > 1 else [key]
    name = last if len(last) == 1 else last.lower()
    return Binding("+".join([*held, _COMMA.get(name, name)]), action, description, show=False)
