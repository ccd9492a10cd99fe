"""What a typed line means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model import ClaimType
from factcheck.review.corrections.fixes import FIXES, Fix
from factcheck.review.keymap import Keymap
from factcheck.review.keys import LABEL_KEYS, LabelKey
from factcheck.review.line_mode.answers import read_answer

KEYMAP = Keymap()
ACTIONS = ("article", "go", "guideline", "next", "next_article", "note", "redo", "search", "skip", "undo", "value")


def name_of(line: str, kind: ClaimType | None = ClaimType.CASUALTY) -> str:
    means = read_answer(line, KEYMAP, kind, ACTIONS).means
    return means if isinstance(means, str) else means.name


@pytest.mark.parametrize("key", LABEL_KEYS, ids=lambda key: key.name)
def test_every_label_is_said_by_its_key_its_name_and_its_words(key: LabelKey) -> None:
    for line in (key.keys[0], key.name, key.name.replace("_", " ").upper(), f"  {key.name.replace('_', '-')} \n"):
        assert read_answer(line, KEYMAP, ClaimType.DATE, ACTIONS).means is key


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.name)
def test_every_correction_is_said_by_its_key_and_its_name_on_its_types_alone(fix: Fix) -> None:
    for kind in ClaimType:
        if kind in fix.types:
            assert read_answer(fix.key, KEYMAP, kind, ACTIONS).means is fix
            assert read_answer(fix.name, KEYMAP, kind, ACTIONS).means is fix
        else:
            assert KEYMAP.fix(kind, fix.key) is not fix


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("note: rang them: twice", "note", "rang them: twice"),
        ("Note:", "note", ""),
        ("n", "note", ""),
        ("value: at least 15", "value", "at least 15"),
        ("search: type:date -flag:*", "search", "type:date -flag:*"),
        ("/", "search", ""),
        ("space", "skip", ""),
        ("down", "next", ""),
        ("next article", "next_article", ""),
        ("guid", "guideline", ""),
        ("go: 3f2a", "go", "3f2a"),
        ("article: all", "article", "all"),
        ("supp", "supported", ""),
    ],
)
def test_words_and_what_follows_them(line: str, name: str, text: str) -> None:
    assert name_of(line) == name
    assert read_answer(line, KEYMAP, ClaimType.CASUALTY, ACTIONS).text == text


def test_what_only_a_desk_can_do_is_known_by_its_whole_name() -> None:
    assert name_of("focus") == "focus"
    assert name_of("z") == "focus"
    with pytest.raises(UsageError, match="is no answer"):
        name_of("focu")


def test_a_capital_is_another_key() -> None:
    assert name_of("u") == "undo"
    assert name_of("U") == "redo"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("suported", "do you mean supported"),
        ("not", "can mean not a claim, not enough evidence, not factual"),
        ("su", "is no answer"),
        ("xyzzy", "help tells"),
        ("supported: surely", "nothing belongs behind 'supported'"),
        ("undo: 3", "nothing belongs behind 'undo'"),
        (":", "is no answer"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_could(line: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_answer(line, KEYMAP, ClaimType.CASUALTY, ACTIONS)


@given(st.text(max_size=60), st.sampled_from([None, *ClaimType]))
def test_any_line_is_an_answer_or_a_usage_error(line: str, kind: ClaimType | None) -> None:
    try:
        read_answer(line, KEYMAP, kind, ACTIONS)
    except UsageError as error:
        assert len(str(error)) < 400  # noqa: PT017 - the other half of the property
