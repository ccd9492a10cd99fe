from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.tui.screens.pick import ConfirmScreen, PickScreen, TypeScreen
from factcheck.tui.screens.span import AddScreen, SpanScreen, SplitScreen
from factcheck.tui.screens.value import ValuePrompt
from tests.tui.desk import Desk, make_db, until
from tests.tui.test_hostile_text import hostile
from tests.tui.test_queueing_screens import MIDDLE, SIZES, Act, Compare, looks_the_same, named, says


def opening(screen: type, words: str, *keys: str) -> Act:
    """Strike keys, and wait until a screen stands and says something."""

    async def act(desk: Desk) -> None:
        for key in keys:
            await desk.press(key)
        await until(lambda: isinstance(desk.app.screen, screen))
        await says(desk, words)

    return act


async def put_right(desk: Desk) -> None:
    """The value, the words and the type of three claims put right, one the same as another, one added."""
    await desk.press("I")
    await desk.press("m", *"thurs", "enter")
    await desk.press("r")
    await desk.press("ctrl+right", "enter")
    await desk.press("home", "a", "w", "w", "v", "enter")
    await desk.press("j", "j")
    await until(lambda: "twin" in desk.review.panel._asides)


SCREENS: dict[str, Act] = {
    "right_value": opening(ValuePrompt, "= at least 12 killed", "e"),
    "no_value": opening(ValuePrompt, "no value:", "e", *" or so bananas"),
    "right_words": opening(SpanScreen, "‹12›", "r", "tab", "ctrl+right", "ctrl+right"),
    "right_type": opening(TypeScreen, "(as it is)", "T"),
    "a_caret": opening(AddScreen, "nothing is marked", "a", "w", "w"),
    "an_added_claim": opening(AddScreen, "‹12›", "a", "w", "w", "v"),
    "split": opening(SplitScreen, "“Ada Moor, Ben Lund”", "end", "vertical_line", "tab", "ctrl+left"),
    "merge": opening(ConfirmScreen, "a duplicate then", "ampersand"),
    "same_as": opening(PickScreen, "3 claims ·", "m"),
    "put_right": put_right,
}


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen(snap_compare: Compare, db: Path, name: str, size: tuple[int, int]) -> None:
    assert looks_the_same(snap_compare, db, size, SCREENS[name])


@pytest.mark.parametrize("name", ["right_words", "an_added_claim", "right_type", "same_as", "put_right"])
def test_a_light_screen(snap_compare: Compare, db: Path, name: str) -> None:
    assert looks_the_same(snap_compare, db, MIDDLE, SCREENS[name], theme="light")


@pytest.mark.parametrize("name", ["right_words", "a_caret", "an_added_claim", "right_type", "same_as", "put_right"])
def test_a_screen_without_colours(
    snap_compare: Compare, db: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks_the_same(snap_compare, db, MIDDLE, SCREENS[name])


@pytest.mark.parametrize("keys", [("r",), ("a", "v"), ("T",), ("m",), ("e",)], ids="-".join)
def test_hostile_words(snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...]) -> None:
    async def act(desk: Desk) -> None:
        await desk.press(*keys)
        await until(lambda: desk.app.screen is not desk.review)

    assert looks_the_same(snap_compare, make_db(tmp_path / "claims.db", [hostile()]), MIDDLE, act)
