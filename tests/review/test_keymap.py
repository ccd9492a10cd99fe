from __future__ import annotations

from collections import Counter

import pytest

from factcheck.errors import UsageError
from factcheck.model import LABEL_CHOICES, ClaimType, LabelField
from factcheck.review.keymap import Keymap, is_key
from factcheck.review.keys import FIELD_TITLES


def test_every_choice_of_the_label_fields_has_a_key() -> None:
    assert list(FIELD_TITLES) == [
        LabelField.EXTRACTION,
        LabelField.VERDICT,
        LabelField.CHECK_WORTHINESS,
        LabelField.CONFIDENCE,
    ]
    for field in FIELD_TITLES:
        assert {key.value for key in Keymap().of_field(field)} == set(LABEL_CHOICES[field])


def test_no_letter_stands_for_two_choices_of_a_field_and_no_name_for_two_things() -> None:
    keymap = Keymap()
    assert max(Counter((key.field, key.letter) for key in keymap.labels).values()) == 1
    names = [
        *(key.name for key in keymap.labels),
        *(fix.name for fix in keymap.fixes),
        *(action.name for action in keymap.actions),
    ]
    assert max(Counter(names).values()) == 1


def test_the_usual_keys_are_keys_and_do_not_clash() -> None:
    keymap = Keymap()
    keymap.check("the usual keys")
    keys = [*(one.keys for one in keymap.labels), *(one.keys for one in keymap.actions)]
    assert [key for several in keys for key in several if not is_key(key)] == []


def test_every_type_has_corrections_of_its_own() -> None:
    keymap = Keymap()
    assert all(keymap.fixes_of(kind) for kind in ClaimType)
    assert keymap.fix(ClaimType.CASUALTY, "K") != keymap.fix(ClaimType.MEMBERSHIP, "K")


def test_a_project_chooses_its_own_keys() -> None:
    keymap = Keymap().changed({"supported": ("Q", "ctrl+s"), "killed": ("§",), "open": ()}, "factcheck.toml")
    assert keymap.choice(LabelField.VERDICT, "supported").keys == ("Q", "ctrl+s")
    killed = keymap.fix(ClaimType.CASUALTY, "§")
    assert killed is not None
    assert killed.name == "killed"
    assert keymap.fix(ClaimType.CASUALTY, "K") is None
    assert keymap.action("open").keys == ()
    assert keymap.shown("open") == "ctrl+p"


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ({"undo": ("c",)}, "'c' is both correct and undo"),
        ({"killed": ("u",)}, "'u' is both undo and killed"),
        ({"undo": ("ctrl+p",)}, "'ctrl+p' is both the desk itself and undo"),
        ({"undoo": ("y",)}, "nothing is called 'undoo'; do you mean undo?"),
        ({"undo": ("space bar",)}, "undo: 'space bar' is no key"),
        ({"undo": ("",)}, "undo: '' is no key"),
    ],
)
def test_a_clash_or_a_wrong_name_is_told_with_its_file(keys: dict[str, tuple[str, ...]], complaint: str) -> None:
    with pytest.raises(UsageError, match=r"^desk.toml: \[keys\]") as told:
        Keymap().changed(keys, "desk.toml")
    assert complaint in str(told.value)


def test_one_key_may_mean_different_things_on_different_types_alone() -> None:
    keymap = Keymap().changed({"killed": ("Q",), "joined": ("Q",)}, "factcheck.toml")
    assert keymap.fix(ClaimType.CASUALTY, "Q") != keymap.fix(ClaimType.MEMBERSHIP, "Q")
