from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck.model import LabelField, Order
from factcheck.review.settings import Settings
from factcheck.store import Store
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.bulk import BulkScreen
from factcheck.tui.screens.saved import SavedScreen
from tests.tui.desk import Desk, until
from tests.tui.test_review import label_as

Compare = Callable[..., bool]
Act = Callable[[Desk], Awaitable[None]]

SIZES = [(80, 24), (120, 40), (200, 60)]
SMALL, MIDDLE = SIZES[:2]


def looks_the_same(
    compare: Compare, db: Path, size: tuple[int, int], act: Act, *, theme: str = "dark", search: str = ""
) -> bool:
    """Compare the desk with its picture after something was done."""
    app = ReviewApp(db, "anna", Settings(order=Order.READING, theme=theme), search=search)

    async def before(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.rest()
        await act(desk)
        await desk.rest()
        await pilot.pause()

    return compare(app, terminal_size=size, run_before=before)


def named(size: tuple[int, int]) -> str:
    return "x".join(map(str, size))


async def says(desk: Desk, words: str) -> None:
    await until(lambda: words in " ".join(desk.screen_text.split()))


async def searching(desk: Desk) -> None:
    desk.strike("slash")
    await until(lambda: isinstance(desk.app.focused, Input))
    desk.strike(*"type:casualty effect:")
    await says(desk, "wounded or hurt")
    desk.strike("down")


async def mistaken(desk: Desk) -> None:
    desk.strike("slash")
    await until(lambda: isinstance(desk.app.focused, Input))
    desk.strike(*"ferry typ:casualty harbour")
    await says(desk, "did you mean type?")


async def found(desk: Desk) -> None:
    desk.strike("slash")
    await until(lambda: isinstance(desk.app.focused, Input))
    desk.strike(*"ferry type:casualty ", "escape")
    await says(desk, "2 claims, 1 to do")


async def saved(desk: Desk) -> None:
    desk.strike("f3")
    await until(lambda: isinstance(desk.app.screen, SavedScreen))
    await says(desk, "cannot be read: tpye:date")
    desk.strike("j", "x")
    await says(desk, "Delete")


async def choosing(desk: Desk) -> None:
    desk.strike("ctrl+b")
    await until(lambda: isinstance(desk.app.screen, BulkScreen))


async def preview(desk: Desk) -> None:
    await choosing(desk)
    desk.strike("x")
    await says(desk, "in the queue")


async def put_off(desk: Desk) -> None:
    await desk.press("Z")
    desk.app.clear_notifications()


async def nothing(desk: Desk) -> None:
    """Look at the desk as it opens."""


SCREENS = {
    "searching": searching,
    "mistaken": mistaken,
    "found": found,
    "saved": saved,
    "choosing": choosing,
    "preview": preview,
}


@pytest.fixture
def worked_db(db: Path) -> Path:
    """Two labels of ours, and searches with names."""
    label_as(db, "anna", "At least 12", LabelField.EXTRACTION, "correct")
    label_as(db, "anna", "Thursday", LabelField.EXTRACTION, "not_a_claim")
    with Store.open(db) as store:
        store.save_search("the dead and the hurt", "type:casualty state:todo", "boris")
        store.save_search("old one", "tpye:date", "boris")
        store.save_search("a sample for all", "sample:3 order:random seed:tuesday", "anna")
    return db


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_of_the_queue(snap_compare: Compare, worked_db: Path, name: str, size: tuple[int, int]) -> None:
    assert looks_the_same(snap_compare, worked_db, size, SCREENS[name])


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
@pytest.mark.parametrize("name", SCREENS)
def test_in_other_colours(snap_compare: Compare, worked_db: Path, name: str, theme: str) -> None:
    assert looks_the_same(snap_compare, worked_db, MIDDLE, SCREENS[name], theme=theme)


@pytest.mark.parametrize("name", SCREENS)
def test_without_colours(snap_compare: Compare, worked_db: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks_the_same(snap_compare, worked_db, MIDDLE, SCREENS[name])


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_whoever_is_new(snap_compare: Compare, db: Path, size: tuple[int, int]) -> None:
    assert looks_the_same(snap_compare, db, size, nothing)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=named)
def test_a_claim_that_is_put_off(snap_compare: Compare, worked_db: Path, size: tuple[int, int]) -> None:
    assert looks_the_same(snap_compare, worked_db, size, put_off)


@pytest.mark.parametrize("search", ["zebra", "zebra sample:50", "state:snoozed", "type:date state:done verdict:*"])
def test_an_empty_queue(snap_compare: Compare, worked_db: Path, search: str) -> None:
    assert looks_the_same(snap_compare, worked_db, SMALL, nothing, search=search)
