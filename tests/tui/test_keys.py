from __future__ import annotations

from pathlib import Path

from textual.keys import _character_to_key

from factcheck.review.keymap import Keymap, as_shown
from factcheck.tui.screens.review import ReviewScreen

GUIDE = Path(__file__).parents[2] / "docs" / "review.md"
KEYMAP = Keymap()


def screen() -> ReviewScreen:
    return ReviewScreen(Path("claims.db"), "anna", KEYMAP)


def test_every_key_is_bound() -> None:
    bound = set(screen()._bindings.key_to_bindings)
    keys = [key for entry in (*KEYMAP.labels, *KEYMAP.actions) for key in entry.keys]
    for key in [*keys, *(fix.key for fix in KEYMAP.fixes)]:
        name = _character_to_key(key) if len(key) == 1 else key.lower()
        assert name in bound, key


def test_every_action_of_the_table_is_one_of_the_desk() -> None:
    for entry in KEYMAP.actions:
        name = entry.action.partition("(")[0]
        owner = screen() if "." not in name else None
        assert owner is None or hasattr(owner, f"action_{name}"), entry.name


def test_the_guide_names_every_key_with_its_meaning() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for key in KEYMAP.labels:
        assert f"| `{key.keys[0]}` | {key.letter} | {key.words} | {key.meaning} |" in guide
    for entry in KEYMAP.actions:
        assert f"| `{' '.join(map(as_shown, entry.keys))}` | {entry.meaning} |".replace("| |", "\\| |") in guide
