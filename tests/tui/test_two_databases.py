from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from factcheck.model import ClaimFilter, Order, ReviewState
from factcheck.review.settings import Settings
from factcheck.store import Store
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.trouble import TroubleScreen
from tests.tui.desk import Desk, choir, ferry, make_db, tolls, until
from tests.tui.hindrances import another_writer, full_disk
from tests.tui.terminal import Terminal
from tests.tui.test_trouble import shown


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A database of the same name in another folder."""
    folder = tmp_path / "archive"
    folder.mkdir()
    return make_db(folder / "claims.db", tolls(2))


@asynccontextmanager
async def desks(db: Path, *others: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Desk]:
    calm = Settings(order=Order.READING)
    app = ReviewApp(db, "anna", calm, others=[(path, calm) for path in others])
    async with app.run_test(size=size, notifications=True) as pilot:
        opened = Desk(app, pilot)
        await opened.rest()
        yield opened
    for _, desk in app.desks:
        desk.reader.join(10)


async def turn(opened: Desk) -> None:
    """Go to the next database, and let it come to rest."""
    before = opened.app.review
    opened.strike("f6")
    await until(lambda: opened.app.review is not before)
    opened.review = opened.app.review
    await opened.rest()


def done(path: Path) -> int:
    with Store.open(path, readonly=True) as store:
        return store.count(ClaimFilter(state=ReviewState.DONE, annotator="anna"))


async def test_a_key_leads_to_the_next_database_and_the_status_says_which(db: Path, other: Path) -> None:
    async with desks(db, other, size=(80, 24)) as opened:
        assert f"{db.parent.name}/claims.db (1 of 2)" in shown(opened.app)
        await opened.press("c", "j")
        here = opened.quote
        await turn(opened)
        assert "archive/claims.db (2 of 2)" in shown(opened.app)
        await opened.press("1", "x")
        await turn(opened)
        assert opened.quote == here, "the desk was left as it stood"
        assert "1 done" in opened.text("#status")
    assert (done(db), done(other)) == (1, 2)


async def test_undo_in_one_database_leaves_the_other_alone(db: Path, other: Path) -> None:
    async with desks(db, other) as opened:
        await opened.press("c")
        await turn(opened)
        await opened.press("c", "u", "u")
        assert any("Nothing of yours to take back" in notice for notice in opened.notices)
    assert (done(db), done(other)) == (1, 0)


async def test_leaving_waits_for_the_labels_of_every_database(db: Path, other: Path) -> None:
    async with desks(db, other) as opened:
        with another_writer(db):
            opened.strike("c")
            await until(lambda: bool(opened.review.ledger.under_way))
            await turn(opened)
            await opened.press("c")
            opened.strike("q")
            await until(lambda: opened.app.return_code is not None)
    assert (done(db), done(other)) == (1, 1)


async def test_labels_unsaved_in_another_database_are_shown_before_the_desk_is_left(db: Path, other: Path) -> None:
    async with desks(db, other) as opened:
        with full_disk():
            await opened.press("c")
        assert "1 NOT SAVED" in opened.text("#status")
        await turn(opened)
        opened.strike("q")
        await until(lambda: opened.app.review is not opened.review)
        opened.review = opened.app.review
        await opened.rest()
        assert opened.app.return_code is None
        assert "1 NOT SAVED" in opened.text("#status")
        await opened.press("R")
        opened.strike("q")
        await until(lambda: opened.app.return_code is not None)
    assert done(db) == 1


async def test_the_trouble_of_one_database_leaves_the_other_usable(db: Path, tmp_path: Path) -> None:
    async with desks(db, tmp_path / "none.db") as opened:
        opened.strike("f6")
        await until(lambda: isinstance(opened.app.screen, TroubleScreen))
        await opened.pilot.pause()
        assert "F6 go to the other database" in shown(opened.app)
        opened.strike("f6")
        await until(lambda: opened.app.screen is opened.review)
        await opened.press("c")
        assert "1 done" in opened.text("#status")
    assert done(db) == 1


async def test_with_one_database_the_key_says_how_to_open_two(db: Path) -> None:
    async with desks(db) as opened:
        await opened.press("f6")
        assert any("--db A --db B" in notice for notice in opened.notices)


def test_several_databases_are_opened_from_the_command_line_and_one_named_twice_once(
    db: Path, tmp_path: Path
) -> None:
    other = make_db(tmp_path / "other.db", [choir(), ferry()])
    with Terminal([db, other, db], size=(80, 24)) as terminal:
        terminal.wait_for(lambda text: "claims.db (1 of 2)" in text and "left" in text)
        terminal.type("c")
        terminal.wait_for(lambda text: "6 left" in text)
        terminal.type("\x1b[17~")
        terminal.wait_for(lambda text: "other.db (2 of 2)" in text and "7 left" in text)
        terminal.type("cq")
        assert terminal.wait_for_end() == 0
    assert (done(db), done(other)) == (1, 1)
