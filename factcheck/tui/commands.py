"""Everything that the desk can do, by name: what the command palette lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import ClaimType
from factcheck.review.keymap import Keymap, as_shown
from factcheck.review.keys import FIELD_TITLES
from factcheck.review.words import TYPE_WORDS
from factcheck.tui.bindings import fix_keys
from factcheck.tui.themes import THEMES


@dataclass(frozen=True, slots=True)
class Command:
    """A name, what it means, and the action of the desk (of the app where it begins with ``app.``)."""

    title: str
    meaning: str
    action: str


def commands(keymap: Keymap, kind: ClaimType | None) -> Iterator[Command]:
    """Every label, the corrections for a claim of the type at hand, every action and every theme."""
    for key in keymap.labels:
        title = f"{FIELD_TITLES[key.field]}: {key.words}"
        yield Command(_with_key(title, key.keys), key.meaning, f"label('{key.field.value}', '{key.value}')")
    if kind is not None:
        numbers = {key: number for number, key in enumerate(fix_keys(keymap))}
        for fix in keymap.fixes_of(kind):
            if fix.key:
                title = f"Right value of this {TYPE_WORDS[kind]} claim: {fix.short}"
                yield Command(_with_key(title, (fix.key,)), fix.meaning, f"fix({numbers[fix.key]})")
    for entry in keymap.actions:
        title = f"{entry.meaning[0].upper()}{entry.meaning[1:]}"
        yield Command(_with_key(title, entry.keys), entry.group, entry.action)
    for name in THEMES:
        yield Command(f"Theme: {name.replace('-', ' ')}", "The desk", f"app.use_theme('{name}')")


def _with_key(title: str, keys: tuple[str, ...]) -> str:
    return f"{title} ({as_shown(keys[0])})" if keys else title
