from __future__ import annotations

from collections import Counter
from pathlib import Path

from factcheck.model import LABEL_CHOICES, LabelField
from factcheck.review.keys import ACTION_KEYS, FIELD_TITLES, LABEL_KEYS
from factcheck.tui.screens.review import ReviewScreen

GUIDE = Path(__file__).parents[2] / "docs" / "review.md"


def test_every_choice_of_the_three_fields_has_a_key() -> None:
    assert set(FIELD_TITLES) == {LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS}
    for field in FIELD_TITLES:
        assert tuple(key.value for key in LABEL_KEYS if key.field is field) == LABEL_CHOICES[field]


def test_no_key_means_two_things_and_no_letter_stands_for_two_choices_of_a_field() -> None:
    keys = [key.key for key in LABEL_KEYS] + [name for action in ACTION_KEYS for name in action.keys.split(",")]
    assert max(Counter(keys).values()) == 1
    assert max(Counter((key.field, key.letter) for key in LABEL_KEYS).values()) == 1


def test_every_key_is_bound() -> None:
    bound = {key for binding in ReviewScreen.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert {key.key for key in LABEL_KEYS} <= bound
    assert {name for action in ACTION_KEYS for name in action.keys.split(",")} <= bound


def test_the_guide_names_every_key_with_its_meaning() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for key in LABEL_KEYS:
        assert f"| `{key.key}` | {key.letter} | {key.words} | {key.meaning} |" in guide
    for action in ACTION_KEYS:
        assert f"| `{action.shown}` | {action.meaning} |" in guide
