"""A line that somebody typed, as what it means: a key, a word of the label scheme, or a name with words behind it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from factcheck.errors import UsageError
from factcheck.model import ClaimType
from factcheck.review.corrections.fixes import Fix
from factcheck.review.keymap import Keymap
from factcheck.review.keys import LabelKey

_MIN_BEGINNING = 3
"""Letters of a name that stand for all of it where nothing else begins so."""

LINE_ACTIONS = {
    "again": "the claim once more",
    "article": 'the article around the claim; with ": all" behind it, all of it',
    "go": "the claim of this key",
}
"""Actions that a desk has no use for, since it shows everything at once."""

_ALIASES = {"words": "span", "same as": "same"}
"""What reads better before a colon than the name of the action."""

_WITH_WORDS = frozenset(
    {"note", "value", "span", "type", "add", "split", "same", "search", "saved", "snooze", "go", "article"}
)
"""Actions that take words behind a colon."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line means: a label, a correction of the value, or an action by its name; ``text`` is what follows."""

    means: LabelKey | Fix | str
    text: str = ""


def read_answer(line: str, keymap: Keymap, kind: ClaimType | None, actions: Collection[str]) -> Answer:
    """Read a line as it was typed for a claim of a type, ``None`` where there is no claim at hand.

    ``actions`` are those that can be done in lines; others are known by their keys and whole names only. A key is a
    key as it is ("K" is not "k"); a word may be in any case, and shortened to three letters where that is plain.
    What follows a colon belongs to the word. Raises UsageError, with what may be meant.
    """
    line = line.strip()
    by_key = _by_key(line, keymap, kind)
    if by_key is not None:
        return Answer(by_key)
    name, colon, text = line.partition(":")
    names = _names(keymap, kind)
    meant = names.get(_plain(name))
    if meant is None:
        offered = {known: what for known, what in names.items() if not isinstance(what, str) or what in actions}
        meant = _begun(_plain(name), offered)
    if colon and not isinstance(meant, str):
        raise UsageError(f"nothing belongs behind {name.strip()!r}; a note is written as note: and its words")
    if text.strip() and meant not in _WITH_WORDS:
        raise UsageError(f"nothing belongs behind {name.strip()!r}, and nothing was done")
    return Answer(meant, text.strip())


def _by_key(key: str, keymap: Keymap, kind: ClaimType | None) -> LabelKey | Fix | str | None:
    for label in keymap.labels:
        if key in label.keys:
            return label
    if kind is not None and (fix := keymap.fix(kind, key)):
        return fix
    return next((action.name for action in keymap.actions if key in action.keys), None)


def _names(keymap: Keymap, kind: ClaimType | None) -> dict[str, LabelKey | Fix | str]:
    """Everything that can be said by a word; labels come before corrections, and these before actions."""
    names: dict[str, LabelKey | Fix | str] = {_plain(action.name): action.name for action in keymap.actions}
    names |= {name: name for name in LINE_ACTIONS} | _ALIASES
    names |= {_plain(fix.name): fix for fix in (keymap.fixes_of(kind) if kind is not None else ())}
    return names | {_plain(label.name): label for label in keymap.labels}


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())


def _begun(name: str, names: dict[str, LabelKey | Fix | str]) -> LabelKey | Fix | str:
    begun = [known for known in names if known.startswith(name)] if len(name) >= _MIN_BEGINNING else []
    if len(begun) == 1:
        return names[begun[0]]
    if begun:
        raise UsageError(f"{name!r} can mean {', '.join(sorted(begun))}")
    near = get_close_matches(name, names, 3)
    hint = f"do you mean {' or '.join(near)}?" if near else "help tells what can be answered"
    raise UsageError(f"{name[:60]!r} is no answer; {hint}")
