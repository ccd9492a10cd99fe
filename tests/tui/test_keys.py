from __future__ import annotations

from pathlib import Path

from textual.keys import _character_to_key

from factcheck.review.keymap import Keymap, as_shown
from factcheck.review.keys import ActionKey, LabelKey
from factcheck.review.settings import Settings
from factcheck.tui.screens.review import ReviewScreen
from tests.review.key_tables import GUIDE, with_tables

KEYMAP = Keymap()
ENTRIES: list[LabelKey | ActionKey] = [*KEYMAP.labels, *KEYMAP.actions]


def screen() -> ReviewScreen:
    return ReviewScreen(Path("claims.db"), "anna", Settings())


def test_every_key_is_bound() -> None:
    bound = set(screen()._bindings.key_to_bindings)
    keys = [key for entry in ENTRIES for key in entry.keys]
    for key in [*keys, *(fix.key for fix in KEYMAP.fixes)]:
        name = _character_to_key(key) if len(key) == 1 else key.lower()
        assert name in bound, key


def test_every_action_of_the_table_is_one_of_the_desk() -> None:
    for entry in KEYMAP.actions:
        name = entry.action.partition("(")[0]
        owner = screen() if "." not in name else None
        assert owner is None or hasattr(owner, f"action_{name}"), entry.name


def test_the_guide_names_every_key_with_its_meaning() -> None:
    guide = GUIDE.read_text("utf-8")
    assert guide == with_tables(guide), "`python -m tests.review.key_tables` writes the tables anew"
    shown = guide.replace("\\|", "|")
    for entry in ENTRIES:
        keys = " ".join(f"`{as_shown(key)}`" for key in entry.keys)
        assert any(line.startswith(f"| {keys} |") and entry.meaning in line for line in shown.splitlines()), (
            entry.name
        )
    for fix in KEYMAP.fixes:
        assert f"`{fix.key}` {fix.short}" in shown, fix.name
