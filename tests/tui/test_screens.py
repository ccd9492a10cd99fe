from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck.model import LabelField, Order
from factcheck.review.settings import Settings
from factcheck.tui.app import ReviewApp
from tests.tui.desk import Desk, make_db
from tests.tui.test_hostile_text import hostile
from tests.tui.test_review import label_as

SMALL, LARGE = (80, 24), (200, 60)
Compare = Callable[..., bool]


def looks_the_same(
    compare: Compare, db: Path, size: tuple[int, int], keys: tuple[str, ...] = (), *, opens: bool = False
) -> bool:
    """Compare the desk with its picture after some keys; ``opens`` where the last key opens another screen."""
    app = ReviewApp(db, "anna", Settings(order=Order.READING))

    async def before(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.rest()
        await desk.press(*keys)
        if opens:
            await pilot.pause()

    return compare(app, terminal_size=size, run_before=before)


@pytest.fixture
def worked_db(db: Path) -> Path:
    """The second annotator has said something, and so has ours."""
    label_as(db, "boris", "30", LabelField.VERDICT, "refuted")
    label_as(db, "anna", "At least 12", LabelField.EXTRACTION, "correct")
    label_as(db, "anna", "At least 12", LabelField.VERDICT, "supported")
    label_as(db, "anna", "Thursday", LabelField.EXTRACTION, "wrong_value")
    return db


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "200x60"])
@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
def test_the_desk(snap_compare: Compare, worked_db: Path, size: tuple[int, int], *, light: bool) -> None:
    assert looks_the_same(snap_compare, worked_db, size, ("ctrl+t",) if light else ())


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "200x60"])
def test_the_desk_without_colours(
    snap_compare: Compare, worked_db: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks_the_same(snap_compare, worked_db, size)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "200x60"])
def test_a_list_of_members(snap_compare: Compare, worked_db: Path, size: tuple[int, int]) -> None:
    assert looks_the_same(snap_compare, worked_db, size, ("end",))


@pytest.mark.parametrize("size", [SMALL, (120, 40), LARGE], ids=["80x24", "120x40", "200x60"])
def test_the_help_page(snap_compare: Compare, worked_db: Path, size: tuple[int, int]) -> None:
    assert looks_the_same(snap_compare, worked_db, size, ("question_mark",), opens=True)


def test_the_note_prompt(snap_compare: Compare, worked_db: Path) -> None:
    assert looks_the_same(snap_compare, worked_db, SMALL, ("n",), opens=True)


def test_an_empty_database(snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_db(Path("claims.db"), [])
    assert looks_the_same(snap_compare, Path("claims.db"), SMALL)


def test_hostile_text(snap_compare: Compare, tmp_path: Path) -> None:
    assert looks_the_same(snap_compare, make_db(tmp_path / "claims.db", [hostile()]), (120, 40))
